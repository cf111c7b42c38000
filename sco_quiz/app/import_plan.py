"""Plan an import: which questions are new, changed or unchanged, and which do not come in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from sco_quiz.app.import_changes import ChangedQuestion, change_of
from sco_quiz.app.import_drafts import Incoming, Media, validated, with_id
from sco_quiz.app.import_identity import content_text
from sco_quiz.app.import_matching import matches
from sco_quiz.app.import_reading import FileReading
from sco_quiz.app.import_references import without_unknown
from sco_quiz.app.import_topics import topics_of
from sco_quiz.app.question_ids import free_id, marked
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.collector import without_collector
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.problem import Problem, Severity, in_order
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.loading.load import LoadedBank
from sco_quiz.loading.writing.update import can_update

NO_BANK = LoadedBank(Bank("none", "none", (), markup="markdown"), (), {})
"""A bank that does not exist yet."""

State = ChangedQuestion | Literal["new", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class FileCount:
    """How many questions of a file are what; `format` is empty if it was not recognized."""

    file: str
    format: str
    read: int
    new: int
    changed: int
    unchanged: int
    not_read: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would write, and why the rest does not come in.

    `read` are all questions of the files under their ids, each once, `new` those that the bank does not have,
    `changed` those that it has in another state, `gone` the ids of questions in the same topics that no file has any
    more; `repeated` are those that say the same as one of `read`, under its id.
    """

    loaded: LoadedBank
    read: tuple[Incoming, ...]
    new: tuple[Incoming, ...]
    changed: tuple[ChangedQuestion, ...]
    gone: tuple[str, ...]
    problems: tuple[Problem, ...]
    files: tuple[FileCount, ...]
    guess: tuple[str, ...]
    media: dict[str, bytes] = field(default_factory=dict, repr=False)
    repeated: tuple[Incoming, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something did not come in."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def imported(self) -> Bank:
        """Return the bank as it will be."""
        bank = self.loaded.bank
        after = {change.before.id: change.after for change in self.changed}
        kept = [
            replace(topic, questions=tuple(after.get(question.id, question) for question in topic.questions))
            for topic in bank.topics
        ]
        return replace(bank, topics=_with_added(kept, self.new))

    def as_bank(self) -> Bank:
        """Return a bank of what the files say alone."""
        return replace(self.loaded.bank, topics=_with_added((), self.read))


def _with_added(topics: Iterable[Topic], incoming: Iterable[Incoming]) -> tuple[Topic, ...]:
    """Return topics with questions added, and the topics that only these have."""
    found = {topic.id: topic for topic in topics}
    added: dict[str, list[AnyQuestion]] = defaultdict(list)
    for each in incoming:
        found.setdefault(each.topic.id, Topic(each.topic.id, each.topic.title, ()))
        added[each.topic.id].append(each.question)
    return tuple(replace(topic, questions=(*topic.questions, *added[topic.id])) for topic in found.values())


def plan_import(
    loaded: LoadedBank, folder: Path | None, readings: Sequence[FileReading], topic: str = ""
) -> ImportPlan:
    """Plan to import files into a bank in a folder, which may be new; without a folder, they are only read."""
    with without_collector():
        return _plan_import(loaded, folder, readings, topic)


def _plan_import(loaded: LoadedBank, folder: Path | None, readings: Sequence[FileReading], topic: str) -> ImportPlan:
    media = Media(folder)
    incoming: list[Incoming] = []
    problems: list[Problem] = []
    for reading in readings:
        found, wrong = _valid(loaded, folder, reading, topic, media)
        incoming += found
        problems += [*reading.reading.problems, *wrong]
    incoming, repeats = _without_repeats(incoming)
    matched = matches(incoming, loaded.bank)
    read = _with_ids(incoming, {at: question.id for at, question in matched.items()}, loaded.bank)
    if folder:
        read, wrong = without_unknown(read, loaded.bank)
        problems += wrong
    states = [_state(loaded, each) if at in matched else "new" for at, each in enumerate(read)]
    problems += [_in_braces(each) for each, state in zip(read, states, strict=True) if state == "refused"]
    problems += [_repeated(each, read[first]) for each, first in repeats]
    new = tuple(each for each, state in zip(read, states, strict=True) if state == "new")
    shown = {name for each, state in zip(read, states, strict=True) if state != "unchanged" for name in each.media}
    return ImportPlan(
        loaded,
        tuple(read),
        new,
        tuple(state for state in states if isinstance(state, ChangedQuestion)),
        _gone(loaded.bank, {question.id for question in matched.values()}),
        in_order(problems),
        tuple(_count(reading, read, states, problems) for reading in readings),
        tuple(line for reading in readings for line in reading.reading.guess),
        {name: data for name, data in media.added.items() if name in shown},
        tuple(with_id(each, read[first].question.id) for each, first in repeats),
    )


def _valid(
    loaded: LoadedBank, folder: Path | None, reading: FileReading, topic: str, media: Media
) -> tuple[list[Incoming], list[Problem]]:
    """Return the valid questions of a file, each with its topic, and the problems of the others."""
    drafts, file = reading.reading.drafts, str(reading.path)
    known = {each.id: each.title for each in loaded.bank.topics}
    names = topics_of((draft.category for draft in drafts), topic, file, known)
    markups = {name: loaded.bank.markup_of(name) for name in known}
    return validated(((draft, names[draft.category]) for draft in drafts), file, markups, media, folder)


def _without_repeats(incoming: Iterable[Incoming]) -> tuple[list[Incoming], list[tuple[Incoming, int]]]:
    """Return each question once, and the others with the position of the one that they repeat.

    Two with different names of their own are both meant.
    """
    kept: list[Incoming] = []
    repeats: list[tuple[Incoming, int]] = []
    first: dict[object, int] = {}
    for each in incoming:
        at = first.setdefault(each.content, len(kept))
        if at == len(kept) or (each.own_id and kept[at].own_id and each.own_id != kept[at].own_id):
            kept.append(each)
        else:
            repeats.append((each, at))
    return kept, repeats


def _repeated(incoming: Incoming, first: Incoming) -> Problem:
    message = f"this question is the same as the one at {first.draft.place}, and comes in once"
    hint = "delete one of the two, or change what it asks"
    return named_problem("repeated-question", message, incoming.draft.place, hint)


def _with_ids(incoming: Sequence[Incoming], ids: dict[int, str], bank: Bank) -> list[Incoming]:
    """Return the questions with their ids: those of `ids` by position, for others new ones.

    An id depends on its question alone: of two with one name, each gets a mark of its content.
    """
    wanted = [each.wanted_id for each in incoming]
    repeated = Counter(name for at, name in enumerate(wanted) if at not in ids)
    taken = {name for question in bank.questions for name in (question.id, *question.formerly)}
    named = []
    for at, (each, name) in enumerate(zip(incoming, wanted, strict=True)):
        if at not in ids:
            clear = name and repeated[name] == 1 and name not in taken
            ids[at] = name if clear else free_id(marked(name or "question", content_text(each.question)), taken)
            taken.add(ids[at])
        named.append(with_id(each, ids[at]))
    return named


def _state(loaded: LoadedBank, incoming: Incoming) -> State:
    located = loaded.located[incoming.question.id]
    change = change_of(located.question, incoming)
    if change is None:
        return "unchanged"
    return change if can_update(located.origin.document, located.origin.node) else "refused"


def _in_braces(incoming: Incoming) -> Problem:
    message = f"the bank has another state of `{incoming.question.id}`, which is written in braces or on one line"
    hint = "change it by hand, or write each of its fields on a line of its own"
    return Problem("question-in-braces", message, incoming.draft.place, hint, question=incoming.question.id)


def _gone(bank: Bank, matched: set[str]) -> tuple[str, ...]:
    """Return the active questions that no file has, of topics that have a question of a file."""
    topics = {bank.topic_of(name).id for name in matched}
    others = (each for topic in bank.topics if topic.id in topics for each in topic.questions)
    return tuple(each.id for each in others if each.id not in matched and each.status == "active")


def _count(
    reading: FileReading, read: Sequence[Incoming], states: Sequence[State], problems: list[Problem]
) -> FileCount:
    file = str(reading.path)
    own = [state for each, state in zip(read, states, strict=True) if each.file == file]
    errors = {each.place for each in problems if each.place.file == file and each.severity is Severity.ERROR}
    changed = sum(isinstance(state, ChangedQuestion) for state in own)
    name = reading.format.name if reading.format else ""
    return FileCount(file, name, len(own), own.count("new"), changed, own.count("unchanged"), len(errors))
