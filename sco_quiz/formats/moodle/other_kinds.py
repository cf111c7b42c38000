"""The kinds of Moodle XML in which learners match, order, or fill gaps."""

import re
from fractions import Fraction
from math import inf

from sco_quiz.core.character_references import decoded
from sco_quiz.formats.exchange.item import (
    Answer,
    ChoiceBody,
    GapsBody,
    MatchBody,
    OrderBody,
    RichText,
    TextForm,
    marker,
)
from sco_quiz.formats.exchange.reasons import QuestionError, refuse_many
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.moodle.choice_kinds import is_yes
from sco_quiz.formats.moodle.findings import Findings
from sco_quiz.formats.moodle.texts import rich_text, source_of

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_PLACE = re.compile(r"\[\[(\d{1,3})\]\]")
_LIKE_OURS = "LONGEST_ORDERED_SUBSET"
_GRADINGS = {
    "ALL_OR_NOTHING": "all points are for the right order only",
    "ABSOLUTE_POSITION": "each item in its position counts",
    "RELATIVE_NEXT_EXCLUDE_LAST": "each item before its right neighbor counts",
    "RELATIVE_NEXT_INCLUDE_LAST": "each item before its right neighbor counts",
    "RELATIVE_ONE_PREVIOUS_AND_NEXT": "each item beside its right neighbors counts",
    "RELATIVE_ALL_PREVIOUS_AND_NEXT": "each item before or after each other one counts",
    "LONGEST_CONTIGUOUS_SUBSET": "the longest run of neighbors counts",
    "RELATIVE_TO_CORRECT": "the distance of each item from its position counts",
}
_UNSAID = "RELATIVE_NEXT_EXCLUDE_LAST"  # what Moodle assumes for a file that does not say it
_FEWEST, _USUAL = 2, 6  # the smallest number of items that Moodle shows, and the one without a setting


def match_body(question: Element, form: TextForm, findings: Findings) -> MatchBody:
    """Return the pairs; a right side without a left one is a spare."""
    pairs, spare = [], []
    for pair in question.elements("subquestion"):
        left = rich_text(pair, findings, form)
        right = _right_side(source_of(pair.find("answer")))
        if left and not right:
            raise QuestionError("unreadable-question", f"`{left.source[:60]}` has no answer", "write its right side")
        if left:
            pairs.append((left, right))
        elif right:
            spare.append(right)
    return MatchBody(tuple(pairs), tuple(spare))


def _right_side(source: str) -> RichText:
    # Moodle shows it as HTML without tags
    return RichText(source, "html") if _TAG.search(source) else RichText(decoded(source), "plain")


def order_body(question: Element, form: TextForm, findings: Findings) -> OrderBody:
    """Return the items in the order of the file, which is the right one."""
    if question.find("shownumcorrect") is None and not question.elements("hint"):
        message = "Moodle stops its import at this question, and loses those after it: <shownumcorrect> is missing"
        findings.warn("doubtful-text", message, "add <shownumcorrect>1</shownumcorrect> to import the file into Moodle")
    answers = question.elements("answer")
    if _items_shown(question) < len(answers):
        message = "Moodle shows a part of the items, each time another one; here, all are shown"
        findings.warn("lost-setting", message)
    for answer in answers:
        if rich_text(answer.find("feedback"), findings, form):
            findings.warn("lost-feedback", f"the feedback on the item `{source_of(answer)[:60]}` is not imported")
    items = (rich_text(answer, findings, form) for answer in answers)
    grading = question.value("gradingtype") or _UNSAID
    said = "" if grading == _LIKE_OURS else _GRADINGS.get(grading, f"the order is graded by {grading[:40]}")
    return OrderBody(tuple(item for item in items if item), said)


def _items_shown(question: Element) -> float:
    """Return how many items Moodle shows; `logical` and `studentsee` are the names in old files."""
    kind = question.value("selecttype") or question.value("logical")
    if kind.upper() in ("ALL", "EXACT"):
        return inf
    said = question.value("selectcount") or question.value("studentsee")
    return max(float(said), _FEWEST) if said.isdecimal() else _USUAL


def shared_gaps(question: Element, prompt: RichText, findings: Findings) -> tuple[RichText, GapsBody]:
    """Return the text of gapselect or ddwtos with markers, and its gaps: `[[2]]` is filled by the second choice."""
    boxes = [(box.value("group"), _box_text(box, findings)) for box in question.elements("selectoption", "dragbox")]
    shuffled = is_yes(question.value("shuffleanswers"))
    refuse_many("choices", len(boxes))
    refuse_many("gaps", len(_PLACE.findall(prompt.source)))
    gaps = []
    for found in _PLACE.finditer(prompt.source):
        right = int(found[1])
        if not 0 < right <= len(boxes):
            raise QuestionError("unreadable-question", f"there is no choice for the gap {found[0]}", "add the choice")
        answers = [
            Answer(text, Fraction(number == right))
            for number, (group, text) in enumerate(boxes, start=1)
            if group == boxes[right - 1][0] and text
        ]
        gaps.append((ChoiceBody(tuple(answers), shuffle=shuffled), Fraction(1)))
    if not gaps:
        raise QuestionError("unreadable-question", "the text has no gap such as [[1]]", "write its gaps into the text")
    numbers = iter(range(1, len(gaps) + 1))
    source = _PLACE.sub(lambda _: marker(next(numbers)), prompt.source)
    return RichText(source, prompt.form, prompt.files), GapsBody(tuple(gaps))


def _box_text(box: Element, findings: Findings) -> RichText:
    # the choices of gapselect are text, those of ddwtos HTML
    return RichText(source_of(box), "plain") if box.name == "selectoption" else rich_text(box, findings)
