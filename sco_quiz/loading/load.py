"""The pipeline: a folder or file in, a bank and problems out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from sco_quiz.core.bank import Bank
from sco_quiz.core.collector import without_collector
from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds.field_types import text_or
from sco_quiz.core.place import Place
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem, Severity, in_files, in_order
from sco_quiz.core.source import Source
from sco_quiz.disk.reading import is_folder, is_there
from sco_quiz.loading.assemble import (
    INHERITED,
    DecodedTopic,
    Located,
    assemble,
    repeated_ids,
    taken_ids,
    unknown_paragraphs,
    unknown_references,
    unknown_topics,
)
from sco_quiz.loading.blueprint_file import unfilled_sections, unknown_names
from sco_quiz.loading.decode import decode
from sco_quiz.loading.files import (
    BANK_FILE,
    SOURCE_FILE,
    banks_below,
    nearest_path,
    shipped_bank,
    summaries_path,
    topic_files,
    unreadable,
    whole_bank,
)
from sco_quiz.loading.hints import slugify
from sco_quiz.loading.known_words import KNOWN_WORDS
from sco_quiz.loading.markup_checks import check_setting
from sco_quiz.loading.pictures import PictureFolder
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.read_tree import read_tree
from sco_quiz.loading.recall.sound_files import SoundFiles
from sco_quiz.loading.records import BankFile, SummariesFile
from sco_quiz.loading.source_file import (
    join_hashes,
    join_summaries,
    misnumbered,
    misplaced_articles,
    unknown_askers,
    unplaced,
    without_source,
)
from sco_quiz.loading.stray_files import stray_files
from sco_quiz.loading.topic_file import read_topic
from sco_quiz.loading.yaml_nodes import Mapping, Scalar, node_at

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class LoadedBank:
    """A bank of the questions that are valid, the problems of all files, and the place of every value."""

    bank: Bank
    problems: tuple[Problem, ...]
    located: dict[str, Located] = field(repr=False)
    head: Origin | None = field(default=None, repr=False)
    path: str = ""
    source: Origin | None = field(default=None, repr=False)
    summaries: Origin | None = field(default=None, repr=False)

    def place_of(self, question_id: str, *path: str | int, part: str = "") -> Place:
        """Return the place of a value of a question, or of words in it; for the empty id, of source.yaml or bank.yaml.

        Raises KeyError for an unknown id.
        """
        if question_id:
            item = self.located[question_id]
            head = self.head if path and path[0] in INHERITED else None
            if head and head.has(path) and not (item.origin.has(path) or item.file.has(path)):
                return head.place(path, part=part)
            asked = question_id, path, part
            return item.places.find(item.file.document, asked, lambda: item.place(*path, part=part))
        if self.summaries and path[:1] == ("paragraphs",) and path[2:] == ("summary",) and self.bank.source:
            own = ("summaries", str(self.bank.source.paragraphs[int(path[1])].number))
            # a summary that is not there is in source.yaml
            if isinstance(self.summaries.node, Mapping) and isinstance(node_at(self.summaries.node, own), Scalar):
                return self.summaries.place(own)
        if self.source and path[:1] in (("paragraphs",), ("references",)):
            return self.source.place(path, at_key=path[0] == "references")
        return self.head.place(path) if self.head else Place(self.path)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many valid questions each file has."""
        return Counter(item.origin.document.name for item in self.located.values())

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the bank from being used."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def load_bank(folder: str | Path | None = None) -> Bank:
    """Load a bank (default: the built-in one).

    Raises BankError, which carries all problems with their positions, when the bank has an error.
    """
    path = Path(folder) if folder is not None else shipped_bank()
    loaded = read_bank(path)
    if loaded.errors:
        raise unusable(path, loaded)
    return loaded.bank


def load_sound(folder: str | Path | None = None) -> tuple[Bank, tuple[Problem, ...]]:
    """Load a bank without the questions that have an error; return the errors, too.

    Raises BankError when bank.yaml cannot be used, or no question is left.
    """
    path = Path(folder) if folder is not None else shipped_bank()
    return sound_part(path, read_bank(path))


def sound_part(path: Path, loaded: LoadedBank) -> tuple[Bank, tuple[Problem, ...]]:
    """Return what `load_sound` returns, of a bank that was read."""
    faulty = {problem.question for problem in loaded.errors}
    bank = loaded.bank.without(faulty)
    if loaded.errors and (not bank.questions or (is_folder(path) and loaded.head is None)):
        raise unusable(path, loaded)
    return bank, loaded.errors


def unusable(path: Path, loaded: LoadedBank) -> BankError:
    """Return the error for a bank that was read, with all its problems."""
    return BankError(f"the bank in {path} has {counted(len(loaded.errors), 'problem')}", loaded.problems)


def read_bank(path: str | Path, sound: SoundFiles | None = None) -> LoadedBank:
    """Read the folder of a bank, or one file of questions, and report every problem of every file.

    Files of questions that are the same as when they were found `sound` are parsed only where that is asked for.
    """
    # walking trees of YAML nodes again and again takes a third of the time
    with without_collector():
        return _read_bank(Path(path), sound)


def _read_bank(path: Path, sound: SoundFiles | None) -> LoadedBank:
    try:
        return _read_path(path, sound)
    except OSError as error:  # of a folder; a file has its own problem
        return _empty(path, unreadable(str(path), error))


def _read_path(path: Path, sound: SoundFiles | None) -> LoadedBank:
    if is_folder(path):
        return _read_folder(path, sound)
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return _empty(path, Problem("no-such-file", "no such file or folder", Place(str(path)), nearest_path(path)))
    if (folder := whole_bank(path)) != path:
        loaded = _read_folder(folder, sound)
        return replace(loaded, problems=in_files(loaded.problems, (str(path),)))
    return _read_alone(path, sound)


def _empty(path: Path, problem: Problem) -> LoadedBank:
    return LoadedBank(Bank("none", "none", ()), (problem,), {}, None, str(path))


def read_source(folder: Path) -> Source | None:
    """Return the source record of a folder; None when there is none. Raises BankError when it has problems."""
    record = _read_source(folder)
    if record.problems:
        raise BankError(f"the source record in {folder} has problems", in_order(record.problems))
    return record.value


class _Record(NamedTuple, Generic[Model]):
    """A file that is one record: its value, its tree, and its problems."""

    value: Model | None = None
    origin: Origin | None = None
    problems: Sequence[Problem] = ()
    summaries: Origin | None = None


def _read_folder(folder: Path, sound: SoundFiles | None) -> LoadedBank:
    paths = topic_files(folder)
    head, source = _read_head(folder), _read_source(folder)
    markup = head.value.markup if head.value else "plain"
    pictures = PictureFolder(folder)
    read = [read_topic(path, pictures, markup, sound) for path in paths]
    topics = [topic for topic, _ in read if topic]
    problems = [*head.problems, *source.problems, *(problem for _, found in read for problem in found)]
    problems += stray_files(folder, paths, head.value is not None)
    if head.value and head.origin:
        problems += check_setting(head.value.setting, markup, head.origin, pictures)
    problems += _contradictions(head, source, topics, paths)
    whole = len(topics) == len(paths) and all(topic.whole for topic in topics)
    if source.value and source.origin and whole:  # an unreadable file or question hides its ids
        problems += unknown_askers(source.value, source.origin, _known_ids(topics, problems))
    # questions are checked even when bank.yaml is missing or damaged
    bank_file = head.value or BankFile(id="unnamed", title=text_or(folder.name, "unnamed"))
    bank = assemble(bank_file, topics, source.value, KNOWN_WORDS, pictures)
    if whole and head.origin and bank.exam:
        exam = bank.exam, bank, head.origin, ("exam",)
        problems += unknown_names(*exam) or unfilled_sections(*exam)
    # a question that could not be read may show a picture
    if not problems and any(question.markup == "markdown" for question in bank.questions):
        problems += pictures.unused()
    bank_place = head.origin if head.value else None
    return LoadedBank(
        bank, in_order(problems), _by_id(topics), bank_place, str(folder), source.origin, source.summaries
    )


def _read_alone(path: Path, sound: SoundFiles | None) -> LoadedBank:
    """Read a file of questions that is in no bank."""
    pictures = PictureFolder(path.parent)
    topic, problems = read_topic(path, pictures, sound=sound)
    topics = [topic] if topic else []
    problems += _contradictions(_Record(), _Record(), topics, [])
    bank_file = BankFile(id=slugify(path.stem), title=text_or(path.stem, "unnamed"))
    bank = assemble(bank_file, topics, None, KNOWN_WORDS, pictures)
    return LoadedBank(bank, in_order(problems), _by_id(topics), None, str(path))


def _known_ids(topics: Iterable[DecodedTopic], problems: Iterable[Problem]) -> set[str]:
    """Return the ids that questions have or had, those of questions with a problem, too."""
    questions = [item.question for topic in topics for item in topic.questions]
    named = {name for question in questions for name in (question.id, *question.formerly)}
    return named | {problem.question for problem in problems}


def _by_id(topics: Iterable[DecodedTopic]) -> dict[str, Located]:
    return {item.question.id: item for topic in topics for item in topic.questions}


def _read_head(folder: Path) -> _Record[BankFile]:
    if is_there(folder / BANK_FILE):
        return _read_record(folder / BANK_FILE, BankFile)
    hint = f"create it with two lines:\nid: {slugify(folder.name)}\ntitle: An article and its questions"
    if banks := banks_below(folder):
        hint = "\n".join(f'there is a bank in `{bank.name}`: `sco-quiz check "{bank}"`' for bank in banks[:5])
    missing = Problem("missing-bank-file", f"the folder has no {BANK_FILE}", Place(str(folder)), hint)
    return _Record(problems=[missing])


def _read_source(folder: Path) -> _Record[Source]:
    path = summaries_path(folder)
    written = _read_record(path, SummariesFile) if path else _Record[SummariesFile]()
    if not is_there(folder / SOURCE_FILE):
        return _Record(problems=[*written.problems, *without_source(written.value, written.origin)])
    record = _read_record(folder / SOURCE_FILE, Source)
    if record.value is None or record.origin is None:
        return record
    value, problems = join_hashes(record.value, record.origin)
    problems = [*record.problems, *problems, *misplaced_articles(value, record.origin), *written.problems]
    if written.value and written.origin:
        value, found = join_summaries(value, written.value, written.origin)
        problems += found
    return record._replace(value=value, problems=problems, summaries=written.origin)


def _read_record(path: Path, model: type[Model]) -> _Record[Model]:
    origin, problems = read_tree(path)
    if origin is None:
        return _Record(problems=problems)
    value, found = decode(origin, model, path.name)
    return _Record(value, origin, [*problems, *found])


def _contradictions(
    head: _Record[BankFile], source: _Record[Source], topics: Iterable[DecodedTopic], paths: Iterable[Path]
) -> list[Problem]:
    """Report what each file alone cannot know: ids used twice, paragraphs and topics that do not exist."""
    located = [question for topic in topics for question in topic.questions]
    problems = repeated_ids(located) + taken_ids(located)
    if source.value or (paths and not source.problems):
        problems += unknown_references(located, source.value.references if source.value else {})
    if source.value and source.origin:
        # wrong numbers make wrong citations, which would only repeat the mistake
        problems += misnumbered(source.value, source.origin) or unknown_paragraphs(located, source.value)
        problems += unplaced(source.value, source.origin, {path.stem for path in paths})
    if head.value and head.origin:
        problems += unknown_topics(head.value, (path.stem for path in paths), head.origin)
    return problems
