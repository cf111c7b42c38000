"""Join decoded files into one bank, with unique ids and known topics and paragraphs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.source import Source
from sco_quiz.core.suggest import Names
from sco_quiz.core.typed.word_list import WordList
from sco_quiz.loading.files import SOURCE_FILE
from sco_quiz.loading.hints import meant
from sco_quiz.loading.pictures import PictureFolder
from sco_quiz.loading.places import Places
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.records import BankFile, TopicFile

INHERITED = ("setting", "strict")


@dataclass(frozen=True, slots=True)
class Located:
    """A question, its position, the file that it is in, and the places that were asked for there."""

    question: AnyQuestion
    origin: Origin
    file: Origin
    places: Places

    def place(self, *path: str | int, part: str = "") -> Place:
        """Return the place of one of its values, or of words in it; of an allowance, that of the rule's name.

        The place of a value that it has from its file is there.
        """
        from_file = path and path[0] in INHERITED and not self.origin.has(path) and self.file.has(path)
        origin = self.file if from_file else self.origin
        return origin.place(path, at_key=len(path) == 2 and path[0] == "allow", part=part)


@dataclass(frozen=True, slots=True)
class DecodedTopic:
    """A file of questions with the questions that are valid; `whole` if YAML could read all of it."""

    id: str
    head: TopicFile
    questions: tuple[Located, ...]
    whole: bool = True


def repeated_ids(questions: Iterable[Located]) -> list[Problem]:
    """Report each id that an earlier question has."""
    first: dict[str, Located] = {}
    problems = []
    for located in questions:
        earlier = first.setdefault(located.question.id, located)
        if earlier is not located:
            problems.append(_repeated(located, earlier.place("id")))
    return problems


def _repeated(located: Located, first: Place) -> Problem:
    name = located.question.id
    message, hint = f"the id `{name}` is already used at {first}", "give this question an id of its own"
    if located.place("id").file != first.file:
        message = f"the id `{name}` is also used at {first}"
        hint = "give one of the two questions another id; if one of the files is a copy, delete it"
    return located.origin.problem("duplicate-id", message, ("id",), hint)


def taken_ids(questions: Iterable[Located]) -> list[Problem]:
    """Report each previous id that another question has or had, and each id of another question that none has."""
    located = list(questions)
    owner = {item.question.id: item for item in located}
    problems = [problem for item in located for problem in _taken(item, owner)]
    names = Names(owner)
    for item in located:
        named: list[tuple[str, str, KeyPath]] = [
            ("unknown-question", name, ("never_with", index)) for index, name in enumerate(item.question.never_with)
        ]
        if item.question.successor is not None:
            named.insert(0, ("unknown-successor", item.question.successor, ("successor",)))
        for kind, name, path in named:
            if owner.get(name, item) is item:  # no other question has or had it
                message = f"no other question in this bank has the id `{name}`"
                hint = names.suggest(name, "see `sco-quiz list`", but=item.question.id)
                problems.append(item.origin.problem(kind, message, path, hint))
    return problems


def unknown_references(questions: Iterable[Located], known: Collection[str]) -> list[Problem]:
    """Report each reference of a `beyond` that source.yaml does not have."""
    names = Names(known)
    otherwise = f"choose from: {', '.join(known)}" if known else "write title, publisher and date below `references:`"
    return [
        located.origin.problem(
            "unknown-reference",
            f"{SOURCE_FILE} has no reference `{name}`",
            ("beyond", "references", index),
            names.suggest(name, otherwise),
        )
        for located in questions
        for index, name in enumerate(located.question.references)
        if name not in known
    ]


def _taken(item: Located, owner: dict[str, Located]) -> list[Problem]:
    """Enter the previous ids of a question among the owners of ids, and report those that are taken."""
    problems = []
    previous = item.question.formerly
    for index, name in enumerate(previous):
        # the first question that had an id owns it, so that two of them are not both reported
        other = owner.setdefault(name, item)
        if other is not item or name in previous[:index]:
            message = f"the previous id `{name}` already names the question at {other.place('id')}"
            hint = "remove it: an id, current or previous, names one question only"
            problems.append(item.origin.problem("former-id-taken", message, ("formerly", index), hint))
    return problems


def unknown_paragraphs(questions: Iterable[Located], source: Source) -> list[Problem]:
    """Report each citation of a paragraph that the source does not have."""
    hint = f"cite a paragraph from 1 to {len(source.paragraphs)}"
    return [
        located.origin.problem("unknown-paragraph", f"the source has no paragraph {number}", ("source", index), hint)
        for located in questions
        for index, number in enumerate(located.question.source)
        if source.paragraph(number) is None
    ]


def unknown_topics(bank: BankFile, known: Iterable[str], origin: Origin) -> list[Problem]:
    """Report each topic of bank.yaml that has no file."""
    files = sorted(set(known))
    return [
        origin.problem(
            "unknown-topic",
            f"there is no file {topic}.yaml",
            ("topics", index),
            meant(topic, files) if files else "there is no file of questions yet",
        )
        for index, topic in enumerate(bank.topics)
        if topic not in files
    ]


def assemble(
    head: BankFile,
    topics: Iterable[DecodedTopic],
    source: Source | None,
    common_words: WordList,
    pictures: PictureFolder,
) -> Bank:
    """Put the topics in the order of bank.yaml, others after them by name; of two equal ids the first counts."""
    rank = {name: position for position, name in enumerate(head.topics)}
    ordered = sorted(topics, key=lambda topic: (rank.get(topic.id, len(rank)), topic.id))
    # repeats are reported elsewhere; the rest of a bank with a mistake must still be usable
    seen: set[str] = set()
    assembled = []
    for topic in ordered:
        questions = []
        inherited = _inherited(topic.head, head)
        for located in topic.questions:
            if located.question.id not in seen:
                seen.add(located.question.id)
                questions.append(_with_defaults(located.question, inherited))
        setting, top = str(inherited.get("setting", "")), topic.head
        assembled.append(Topic(topic.id, top.topic, tuple(questions), top.description, setting, top.deck))
    return Bank(
        head.id,
        head.title,
        tuple(assembled),
        head.description,
        source,
        head.allow,
        common_words,
        head.lang,
        head.deck,
        pictures.shown_in(question for topic in assembled for question in topic.questions),
        head.markup,
        head.exam,
    )


def _inherited(*heads: TopicFile | BankFile) -> dict[str, object]:
    """Return what the nearest head that has a field says for all its questions."""
    # an explicit empty value counts: it switches off what bank.yaml says
    holders = {name: next((head for head in heads if name in head.model_fields_set), None) for name in INHERITED}
    return {name: getattr(head, name) for name, head in holders.items() if head}


def _with_defaults(question: AnyQuestion, inherited: Mapping[str, object]) -> AnyQuestion:
    for name, value in inherited.items():
        question = question.with_default(name, value)
    return question
