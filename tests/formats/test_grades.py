"""The grades that a real Moodle gave to 154 responses, beside ours; each difference has a reason.

`python -m tests.formats.test_grades` prints the responses of each reason.
"""

import json
from fractions import Fraction
from typing import Any

import pytest

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.drafting.drafts import drafts_of
from sco_quiz.formats.moodle.xml_reader import parse
from tests.conftest import ROOT
from tests.formats.exchange_table import FOLDER
from tests.formats.exchange_verdicts import bare, of_content, of_html
from tests.formats.round_trip import made

GRADED = FOLDER / "graded" / "bank24.graded.json"
pytestmark = pytest.mark.skipif(not GRADED.exists(), reason=f"no graded responses in {FOLDER}")

RESPONSES = 154
ROUNDING = Fraction(1, 10_000)
# the first cell of the row that explains a difference in the guide
REASONS = {
    "partial": "an answer worth a part of the points",
    "penalty": "one option",
    "forgiven": "typed answer with a typo",
    "notation": "other ways to write a number",
    "shared": "two pairs with the same right side",
    "order": "order",
    "weights": "gaps of one text",
    "tolerance": "number in a gap",
}
# the question, and what its response is: see the notes in bank24.graded.json
_NOTES = {
    ("K3 hostile answers", "partial"): ["wildcard, matched"],
    ("N2 large, exact", "partial"): ["quarter answer"],
    ("N3 negative, two answers", "partial"): ["within second", "edge of second"],
    ("S2 LaTeX", "penalty"): ["negative fraction, single"],
    ("K1 short, ignores case", "forgiven"): [
        "inner blank",
        "missing letter",
        "trailing full stop",
        "accent added",
        "quoted",
    ],
    ("K2 short, case matters", "forgiven"): ["inner blank"],
    ("K3 hostile answers", "forgiven"): ["no accent", "not a star", "one blank for two"],
    ("N1 pi", "notation"): ["decimal comma", "fraction", "full-width digits"],
    ("N2 large, exact", "notation"): ["thousands point"],
    ("N3 negative, two answers", "notation"): ["unicode minus", "comma"],
    ("C1 cloze, mixed", "notation"): ["decimal comma"],
    ("P2 two share one answer", "shared"): ["all right", "one wrong", "2 of 3", "all wrong"],
    ("O1 absolute position", "order"): ["first two swapped", "last two swapped", "rotated by one", "ends swapped"],
    ("O2 relative to correct", "order"): [
        "reversed",
        "first two swapped",
        "last two swapped",
        "rotated by one",
        "ends swapped",
    ],
    ("O3 all or nothing", "order"): ["first two swapped", "last two swapped", "rotated by one", "ends swapped"],
    ("C1 cloze, mixed", "weights"): ["half in gap 1", "gap 2 wrong (weight 2)", "gap 3 wrong", "gap 1 empty"],
    ("C3 cloze, weights", "weights"): [
        "what a person would type; Moodle keeps the backslash before ~",
        "weight 3 right",
        "weight 1 right",
        "upper case",
        "gap 1 with the backslash that Moodle keeps before ~",
    ],
    ("C1 cloze, mixed", "tolerance"): ["case and edge"],
}
REASON_OF = {(name, note): reason for (name, reason), notes in _NOTES.items() for note in notes}

Row = tuple[str, str, str, Fraction | None, Fraction | None]
"""Question, response, what it is, the fractions of Moodle and ours; None is no answer, or a question not read."""


def questions() -> dict[str, AnyQuestion]:
    """Return the questions of the graded bank by name, as we read them."""
    reading = drafts_of(parse((FOLDER / "graded" / "bank24.xml").read_bytes(), "bank24.xml", GUESS))
    return {draft.name: made(draft, {"level": "remember"}) for draft in reading.drafts}


def rows() -> list[Row]:
    """Return each response with both grades."""
    known = questions()
    return [
        (
            said["name"],
            json.dumps(said["response"], ensure_ascii=False),
            said["note"],
            None if said["fraction"] is None else Fraction(str(said["fraction"])),
            ours(known[said["name"]], said["response"]) if said["name"] in known else None,
        )
        for said in json.loads(GRADED.read_text("utf-8"))["graded"]
    ]


def ours(question: AnyQuestion, said: Any) -> Fraction | None:
    """Return our grade of a response; None for an empty one."""
    response = _response(question, said)
    return question.grade(response).credit if any(response) else None


def _response(question: AnyQuestion, said: Any) -> tuple[str, ...]:
    interaction = question.interaction()
    match interaction:
        case Choice(options):
            given = said if isinstance(said, list) else [said]
            chosen = [str(each).lower() if isinstance(each, bool) else each for each in given]
            return tuple(_source([option.content for option in options], each) for each in chosen)
        case Match(pairs, distractors):
            rights = [*(right for _, right in pairs), *(option.content for option in distractors)]
            by_left = {bare(left): _source(rights, right) for left, right in said.items()}
            return tuple(by_left.get(of_content(left), "") for left, _ in pairs)
        case Order(items):
            return tuple(_source(items, each) for each in said)
        case TextEntry() | NumberEntry():
            return tuple(said) if isinstance(said, list) else (said,)
    raise AssertionError


def _source(contents: Any, text: str) -> str:
    found: list[Content] = [each for each in contents if of_content(each) in (bare(text), of_html(text))]
    return found[0].source


def differing() -> list[Row]:
    """Return the responses whose grades differ by more than rounding."""
    return [row for row in rows() if row[3] != row[4] and (None in row[3:] or abs(_difference(row)) > ROUNDING)]


def _difference(row: Row) -> Fraction:
    return (row[3] or Fraction(0)) - (row[4] or Fraction(0))


def test_every_difference_has_a_reason_and_every_reason_a_difference() -> None:
    found = differing()
    assert {(name, note) for name, _, note, *_ in found} == set(REASON_OF)
    assert set(REASON_OF.values()) == set(REASONS)
    assert len(rows()) == RESPONSES


def test_the_guide_explains_every_difference() -> None:
    guide = (ROOT / "questions" / "exchange.md").read_text("utf-8")
    assert [cell for cell in REASONS.values() if f"\n| {cell} |" not in guide] == []
    assert f"Of {RESPONSES} answers that a real Moodle graded, {RESPONSES - len(differing())} get the same" in guide


def test_no_answer_is_no_answer_in_both() -> None:
    assert [row for row in rows() if row[3] is None and row[4] is not None] == []


def main() -> None:
    """Print each reason with the responses for which it holds."""
    print(f"Of {len(rows())} responses, {len(rows()) - len(differing())} have the same grade in Moodle and here.\n")
    print("| why | response | Moodle | here |\n|---|---|---:|---:|")
    for reason, sentence in REASONS.items():
        for name, response, note, theirs, own in differing():
            if REASON_OF[name, note] == reason:
                grades = " | ".join("–" if grade is None else f"{float(grade):.2f}" for grade in (theirs, own))
                print(f"| {sentence} | `{response}` ({name}: {note}) | {grades} |")


if __name__ == "__main__":
    main()
