"""The pipeline: a folder or file in, a bank and problems out."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.kinds.field_types import CONTROL
from sco_quiz.core.place import Place
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem, Severity, in_order
from sco_quiz.core.source import Source
from sco_quiz.loading.assemble import (
    BankFile,
    DecodedTopic,
    Located,
    TopicFile,
    assemble,
    misnumbered,
    repeated_ids,
    taken_ids,
    unknown_paragraphs,
    unknown_topics,
)
from sco_quiz.loading.decode import decode, decode_question
from sco_quiz.loading.diagnosis.diagnose import diagnose
from sco_quiz.loading.diagnosis.misplaced_questions import strayed_items, swallowed_questions
from sco_quiz.loading.diagnosis.raw_text import scan
from sco_quiz.loading.document import Document
from sco_quiz.loading.examples import example_of
from sco_quiz.loading.files import (
    BANK_FILE,
    SOURCE_FILE,
    bank_folder,
    banks_below,
    misnamed_files,
    nearest_path,
    read_document,
    shipped_bank,
    topic_files,
)
from sco_quiz.loading.hints import meant, slugify
from sco_quiz.loading.positions import place_of
from sco_quiz.loading.yaml_tree import Mapping, Node, Scalar, Sequence, Tree, parse

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class LoadedBank:
    """What a folder held: the bank of its good questions, the problems of the others, and where each stands."""

    bank: Bank
    problems: tuple[Problem, ...]
    located: dict[str, Located] = field(repr=False)
    head: tuple[Document, Node] | None = field(default=None, repr=False)
    path: str = ""

    def place_of(self, question_id: str, *path: str | int) -> Place:
        """The place of a value of a question, or of bank.yaml for the empty id; raises KeyError for an unknown id."""
        if question_id:
            return self.located[question_id].place(*path)
        return place_of(*self.head, path) if self.head else Place(self.path)

    def count_in(self, path: Path) -> int:
        """How many good questions stand in a folder or file."""
        return len(self.located) if path.is_dir() else self._counts[str(path)]

    @cached_property
    def _counts(self) -> Counter[str]:
        """How many good questions stand in each file."""
        return Counter(item.document.name for item in self.located.values())

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the bank from being used."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def load_bank(folder: str | Path | None = None) -> Bank:
    """Load a bank (default: the one that ships with the program).

    Raises BankError, which carries all problems with their places, when anything in it is wrong.
    """
    path = Path(folder) if folder is not None else shipped_bank()
    loaded = read_bank(path)
    if loaded.errors:
        raise BankError(f"the bank in {path} has {counted(len(loaded.errors), 'problem')}", loaded.problems)
    return loaded.bank


def read_bank(path: str | Path) -> LoadedBank:
    """Read a bank's folder, or one file of questions alone, and report every problem of every file."""
    path = Path(path)
    if path.is_dir():
        return _read_folder(path)
    if not path.exists():
        missing = Problem("no-such-file", "there is no such file or folder", Place(str(path)), nearest_path(path))
        return LoadedBank(Bank("none", "none", ()), (missing,), {}, None, str(path))
    return _read_single(path)


def _read_folder(folder: Path) -> LoadedBank:
    problems: list[Problem] = []
    head, head_file = _read_head(folder, problems)
    source, source_file = _read_source(folder, problems)
    topics = [topic for path in topic_files(folder) if (topic := _read_topic(path, problems))]
    misnamed = misnamed_files(folder)
    if not topic_files(folder) and not misnamed and not (head_file is None and banks_below(folder)):
        problems.append(Problem("no-questions", "the folder has no file of questions", Place(str(folder))))
    problems += [_misnamed(path) for path in misnamed]
    located = [question for topic in topics for question in topic.questions]
    problems += repeated_ids(located) + taken_ids(located)
    if source_file and source:
        problems += misnumbered(source, *source_file) or unknown_paragraphs(located, source)
    if head_file:
        problems += unknown_topics(head, (path.stem for path in topic_files(folder)), *head_file)
    bank = assemble(head, topics, source)
    return LoadedBank(bank, in_order(problems), {item.question.id: item for item in located}, head_file, str(folder))


def _read_single(path: Path) -> LoadedBank:
    """One file: together with the rest of its bank when it lies in one, else alone."""
    if folder := bank_folder(path):
        whole = _read_folder(folder)
        name = str(path)
        return replace(whole, problems=tuple(p for p in whole.problems if p.place.file == name))
    problems: list[Problem] = []
    topic = _read_topic(path, problems)
    located = topic.questions if topic else ()
    problems += repeated_ids(located) + taken_ids(located)
    bank = assemble(BankFile(id=slugify(path.stem), title=path.stem), [topic] if topic else [], None)
    return LoadedBank(bank, in_order(problems), {item.question.id: item for item in located}, None, str(path))


def read_source(folder: Path) -> Source | None:
    """The source record of a folder; None when there is none. Raises BankError when it is damaged."""
    problems: list[Problem] = []
    source, _ = _read_source(folder, problems)
    if problems:
        raise BankError(f"the source record in {folder} has problems", in_order(problems))
    return source


def _read_head(folder: Path, problems: list[Problem]) -> tuple[BankFile, tuple[Document, Node] | None]:
    fallback = BankFile(id="unnamed", title=CONTROL.sub("", folder.name).strip() or "unnamed")
    path = folder / BANK_FILE
    if not path.exists():
        hint = f"make it with two lines:\nid: {slugify(folder.name)}\ntitle: An article and its questions"
        if banks := banks_below(folder):
            hint = "\n".join(f'a bank lies in `{bank.name}`: `sco-quiz check "{bank}"`' for bank in banks[:5])
        problems.append(Problem("missing-bank-file", f"the folder has no {BANK_FILE}", Place(str(folder)), hint))
        return fallback, None
    file = _read_tree(path, problems)
    head = _decode_file(file, BankFile, BANK_FILE, problems)
    return (head, file) if head and file else (fallback, None)


def _read_source(folder: Path, problems: list[Problem]) -> tuple[Source | None, tuple[Document, Node] | None]:
    path = folder / SOURCE_FILE
    file = _read_tree(path, problems) if path.exists() else None
    return _decode_file(file, Source, SOURCE_FILE, problems), file


def _decode_file(
    file: tuple[Document, Node] | None, model: type[Model], what: str, problems: list[Problem]
) -> Model | None:
    if file is None:
        return None
    decoded, found = decode(*file, model, what)
    problems += found
    return decoded


def _read_topic(path: Path, problems: list[Problem]) -> DecodedTopic | None:
    file = _read_tree(path, problems)
    if file is None:
        return None
    document, root = file
    if not isinstance(root, Mapping):
        hint = "write two lines above the list:\n" if isinstance(root, Sequence) else "it starts with two lines:\n"
        problems.append(
            document.problem("wrong-shape", "a file of questions starts with `topic:` and `questions:`", root.line,
                             root.column, root.width, f"{hint}topic: Security\nquestions:")
        )  # fmt: skip
        return None
    head = Mapping(root.line, root.column, dict(root.entries), root.keys)
    listed = head.entries.pop("questions", None)
    decoded, found = decode(document, head, TopicFile, "a file of questions")
    problems += [_with_questions_meant(problem) for problem in found]
    problems += _bad_name(path, document)
    questions = _read_questions(document, root, listed, problems)
    problems += swallowed_questions(document, listed)
    topic = decoded or TopicFile(topic=path.stem or "topic")
    return DecodedTopic(path.stem, topic, questions, document)


def _read_questions(
    document: Document, root: Node, listed: Node | None, problems: list[Problem]
) -> tuple[Located, ...]:
    if not isinstance(listed, Sequence):
        at = listed or root
        name, message = "missing-field", "a file of questions needs `questions`"
        if listed is not None:
            bare = isinstance(listed, Scalar) and listed.bare
            name = "no-questions" if bare else "wrong-shape"
            message = "there is no question yet" if bare else "`questions` holds no list of `- id: …` entries"
        problems.append(document.problem(name, message, at.line, at.column, at.width, example_of("questions")))
        return ()
    if not listed.items:
        problems.append(document.problem("no-questions", "there is no question yet", listed.line, listed.column))
    problems += strayed_items(document, listed)
    good = []
    for node in listed.items:
        question, found = decode_question(document, node)
        problems += found
        if question:
            good.append(Located(question, document, node))
    return tuple(good)


def _with_questions_meant(problem: Problem) -> Problem:
    """Point out `questions` to someone who misspelt it or forgot a dash; the head was checked without that field."""
    if problem.name != "unknown-field":
        return problem
    field = problem.message.split("`")[1]
    if any(field in kind.model_fields for kind in KINDS.values()):
        hint = "a question stands below `questions:`, with a dash before its first field"
        return replace(problem, hint=f"{hint}:\n  - {field}: …" if field == "id" else hint)
    return replace(problem, hint=meant(field, ("topic", "description", "questions")))


def _misnamed(path: Path) -> Problem:
    stem = re.split(r"\.ya?ml|\.txt$", path.name, maxsplit=1, flags=re.IGNORECASE)[0]
    message = "this file is not read, for its name does not end in .yaml or .yml"
    return Problem("wrong-file-name", message, Place(str(path)), f"name it {slugify(stem)}.yaml")


def _bad_name(path: Path, document: Document) -> list[Problem]:
    if slugify(path.stem) == path.stem:
        return []
    message = f"`{path.stem}` is not an id; a file of questions is named by small letters, digits and single hyphens"
    return [Problem("bad-id", message, Place(document.name), f"for example `{slugify(path.stem)}{path.suffix}`")]


def _read_tree(path: Path, problems: list[Problem]) -> tuple[Document, Node] | None:
    document, found = read_document(path, str(path))
    problems += found
    if document is None:
        return None
    found = scan(document)
    problems += found
    if found:
        return None
    parsed = parse(document.text)
    found = diagnose(document, parsed)
    problems += found
    root = parsed.root if isinstance(parsed, Tree) else None
    if root is None or (isinstance(root, Scalar) and root.bare):
        if not found:
            hint = "write into it what its name promises, or delete it"
            problems.append(Problem("empty-file", "the file holds nothing", Place(str(path), 1, 1), hint))
        return None
    return document, root
