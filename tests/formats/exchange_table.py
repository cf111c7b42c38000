"""Compare what we read from real files with what the real program read: agree, named or differ.

`python -m tests.formats.exchange_table [PART OF A FILE NAME]` prints the table, and each difference.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from pydantic import ValidationError

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.formats.draft import GUESS, Draft
from sco_quiz.formats.draft import Reading as Drafted
from sco_quiz.formats.drafting.drafts import drafts_of
from tests.conftest import ROOT
from tests.formats.exchange_canvas import as_canvas_says, canvas_verdict
from tests.formats.exchange_verdicts import Reading, of_ours, verdict_of

FOLDER = Path(os.environ.get("SCO_QUIZ_EXCHANGE", ROOT.parent / "shared" / "exchange"))
READERS = {
    "gift": "gift.reader",
    "aiken": "aiken.reader",
    "xml": "moodle.xml_reader",
    "cloze": "moodle.cloze_reader",
    "qti": "qti.reader",
}
# what may differ, and the names of problems that say so
NAMED_BY = {
    "kind": {"choice-in-gap"},
    "text": {"lost-markup", "lost-picture"},
    "pictures": {"lost-picture", "lost-markup"},
    "right": {"lost-wildcard", "repeated-option", "lettered-options", "lost-tolerance", "partial-credit"},
    "wrong": {"lost-wildcard", "repeated-option", "lettered-options", "choice-in-gap", "lost-markup"},
    "scoring": {"partial-credit", "penalty", "other-scoring", "repeated-option", "lettered-options"},
    "feedback": {"lost-feedback", "lost-markup", "lost-wildcard"},
    "tags": {"changed-tag"},
    "idnumber": set(),
    "category": set(),
}
# Moodle read another question than the one that was meant, and a problem says so
DOUBTS = {"doubtful-text", "doubtful-key", "missing-blank-line"}
LIKE = 20
# questions that can be the same one, from the surest to what is left
ALIKE: tuple[Callable[[Reading, Reading], bool], ...] = (
    lambda said, read: said.text == read.text,
    lambda said, read: said.text[:LIKE] == read.text[:LIKE],
    lambda said, read: said.kind == read.kind,
    lambda said, read: bool(said.kind),
)
ABOUT_FILES = {"lettered-options", "lost-order"}
OF_FILES = {"not-utf8", "damaged-file", "unsafe-file", "file-too-large"}


@dataclass
class Row:
    """What came of the questions of one file; of those of our kinds, `of_kinds`, ours can hold `of_ours`."""

    name: str
    agree: int = 0
    named: int = 0
    names: Counter[str] = field(default_factory=Counter)
    of_ours: int = 0
    of_kinds: int = 0
    swallowed: bool = False
    agree_of_ours: int = 0
    differ: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Read:
    """A question that we read, and the problems from its place to the next question."""

    reading: Reading
    problems: tuple[Problem, ...]
    place: Place


def files(part: str = "") -> list[Path]:
    """Return the files that have a verdict and a reader."""
    read = [folder for folder, reader in READERS.items() if find_spec(f"sco_quiz.formats.{reader.split('.')[0]}")]
    found = (path for folder in read for path in sorted((FOLDER / folder).glob("*")))
    return [path for path in found if not path.name.endswith(".json") and part in str(path)]


def reading_of(path: Path) -> Drafted:
    """Return what we read from a file."""
    parse = import_module(f"sco_quiz.formats.{READERS[path.parent.name]}").parse
    return drafts_of(parse(path.read_bytes(), path.name, GUESS))


def compare(path: Path) -> Row:
    """Return what came of a file."""
    reading = reading_of(path)
    row = Row(f"{path.parent.name}/{path.name}")
    ours, problems = _read(reading.drafts, reading.problems)
    row.swallowed = any(problem.name == "missing-blank-line" for problem in problems)
    if path.parent.name == "qti":
        verdict, reported = canvas_verdict(path), False
        ours = [replace(read, reading=as_canvas_says(read.reading)) for read in ours]
    else:
        verdict, reported = verdict_of(path)
    pairs = _aligned(verdict, ours, problems)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    for said, read in pairs:
        if said is None:
            assert read is not None
            if not (problems or reported):
                row.differ.append(f"we read what the program did not: {read.reading.title!r}")
            continue
        if read is None:
            _missing(row, said, errors)
            continue
        if reported and said.text != read.reading.text and read.reading.text.endswith(said.text):
            row.named += 1  # the program reported that it read a part of the question
            continue
        judge(row, said, read)
    return row


def _missing(row: Row, said: Reading, errors: list[Problem]) -> None:
    """A question that we did not read must have an error of its own, or the file one."""
    if errors:
        if errors[-1].name not in OF_FILES:  # a damaged file says nothing about its questions
            row.of_ours += said.is_ours
            row.of_kinds += said.is_of_kind
            row.names.update([errors[-1].name] if said.is_ours else ())
            errors.pop()
        row.named += 1
    else:
        row.of_ours += said.is_ours
        row.of_kinds += said.is_of_kind
        row.differ.append(f"not read and not named: {said.title!r}")


def judge(row: Row, said: Reading, read: Read) -> None:
    """Count a question as one that agrees, is named or differs."""
    names = {problem.name for problem in read.problems}
    found = list(_differences(said, read.reading))
    if row.swallowed:  # Moodle took a question for the name of a category
        found = [each for each in found if each[0] != "category"]
    # a picture that is not in the file cannot be compared
    if not (found and any("does not contain" in each.message for each in read.problems)):
        row.of_ours += said.is_ours
        row.of_kinds += said.is_of_kind
    silent = [f"{aspect}: {text}" for aspect, text in found if not names & (NAMED_BY[aspect] | DOUBTS)]
    if silent:
        row.differ.append(f"{said.title!r} {read.place}: {'; '.join(silent)}")
    elif found:
        row.named += 1
        row.said.append(f"{said.title!r} {read.place}: {'; '.join(f'{aspect}: {text}' for aspect, text in found)}")
        if said.is_ours:
            row.names.update(names & set().union(*(NAMED_BY[aspect] | DOUBTS for aspect, _ in found)))
    else:
        row.agree += 1
        row.agree_of_ours += said.is_ours


def _differences(said: Reading, read: Reading) -> Iterator[tuple[str, str]]:
    """Yield each aspect in which two readings differ, and how."""
    for aspect in ("kind", "text", "right", "wrong", "tags", "idnumber"):
        before, after = getattr(said, aspect), getattr(read, aspect)
        if before != after and not _is_unsaid(aspect, said, read):
            yield aspect, f"{before} became {after}"
    if said.pictures > read.pictures:
        yield "pictures", f"{said.pictures} became {read.pictures}"
    if said.scoring != read.scoring or not said.holds:
        yield "scoring", f"{said.scoring} became {read.scoring}"
    notes = dict(read.notes)
    lost = [note for option, note in said.notes if notes.get(option) != note and note not in read.explanation]
    if lost or said.explanation not in read.explanation:
        yield "feedback", f"{lost}, {said.explanation!r} became {read.notes} and {read.explanation!r}"
    if said.category and said.category != re.split("(?<!/)/(?!/)", read.category)[-1].replace("//", "/"):
        yield "category", f"{said.category} became {read.category}"


def _is_unsaid(aspect: str, said: Reading, read: Reading) -> bool:
    """Return whether the verdict does not say an aspect, or says it in Markdown."""
    if read.kind == "true_false" and sorted((*said.right, *said.wrong)) == ["False", "True"]:
        return aspect in ("kind", "wrong") or (aspect == "right" and said.right[0].lower() == read.right[0])
    if aspect in ("text", "right", "wrong") and said.markdown:
        marks = str.maketrans("", "", "*_`")
        before, after = str(getattr(said, aspect)), str(getattr(read, aspect))
        return before.translate(marks) == after.translate(marks)
    return said.kind == "cloze" and (aspect == "wrong" or (aspect == "right" and not said.right))


def _read(drafts: tuple[Draft, ...], problems: tuple[Problem, ...]) -> tuple[list[Read], list[Problem]]:
    """Return the questions that validation takes, each with its problems, and all problems."""
    found, refused = [], list(problems)
    for draft in drafts:
        values = {"id": "a", "level": "remember", **draft.values}
        try:
            question = KINDS[values["type"]].model_validate(values, context={"markup": "markdown"})
        except ValidationError as error:
            refused.append(Problem("refused", str(error), draft.place))
            continue
        found.append((draft, of_ours(question, draft.idnumber, draft.category)))
    return [Read(reading, (), draft.place) for draft, reading in found], refused


def _aligned(
    verdict: list[Reading], ours: list[Read], problems: list[Problem]
) -> Iterator[tuple[Reading | None, Read | None]]:
    """Pair the questions: those with the same text and answers in order; then, between them, what is most alike."""
    keys = [[(each.text, each.right) for each in verdict], [(each.reading.text, each.reading.right) for each in ours]]
    places: list[int | None] = [None] * len(verdict)
    for at, ours_at, size in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
        places[at : at + size] = range(ours_at, ours_at + size)
    for alike in ALIKE:
        for index, said in enumerate(verdict):
            if places[index] is None:
                places[index] = _free(said, index, places, ours, alike)
    paired = sorted({place for place in places if place is not None})
    for said, place in zip(verdict, places, strict=True):
        if place is None:
            yield said, None
            continue
        here, after = ours[place].place, next((ours[each].place for each in paired if each > place), None)
        near = [each for each in problems if here <= each.place and (after is None or each.place < after)]
        wide = [each for each in problems if each.name in ABOUT_FILES]
        yield said, replace(ours[place], problems=(*near, *wide))
    yield from ((None, read) for at, read in enumerate(ours) if at not in paired)


def _free(
    said: Reading, index: int, places: list[int | None], ours: list[Read], alike: Callable[[Reading, Reading], bool]
) -> int | None:
    """Return the first question of ours between the neighbors of one of the verdict that is like it."""
    before = next((each for each in reversed(places[:index]) if each is not None), -1)
    after = next((each for each in places[index + 1 :] if each is not None), len(ours))
    return next((at for at in range(before + 1, after) if alike(said, ours[at].reading)), None)


def main(part: str) -> None:
    """Print the table, then what differs."""
    rows = []
    for path in files(part):
        try:
            rows.append(compare(path))
        except Exception as error:
            rows.append(Row(f"{path.parent.name}/{path.name}", differ=[f"crash: {error!r}"]))
    print(f"{'file':<75} agree named differ")
    for row in rows:
        print(f"{row.name:<75.75} {row.agree:5} {row.named:5} {len(row.differ):6}")
    for folder in READERS:
        group = [row for row in rows if row.name.startswith(f"{folder}/") and "trap--" not in row.name]
        ours, agree = sum(row.of_ours for row in group), sum(row.agree_of_ours for row in group)
        kinds, differ = sum(row.of_kinds for row in group), sum(len(row.differ) for row in group)
        held = f"{agree} of {ours} that our kinds can hold agree, of {kinds} of our kinds"
        print(f"{folder}, {len(group)} files (no traps): {held}, {differ} differ")
        names = sum((row.names for row in group), Counter[str]())
        print(f"  named by {', '.join(f'{name} ({count})' for name, count in names.most_common())}")
    for row in rows:
        for said in row.said:
            print(f"\n{row.name}: named: {said}")
        for said in row.differ:
            print(f"\n{row.name}: {said}")


if __name__ == "__main__":
    main(*(sys.argv[1:] or [""]))
