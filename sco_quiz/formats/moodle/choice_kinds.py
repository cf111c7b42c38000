"""The kinds of Moodle XML in which learners choose: multichoice and truefalse."""

import re
from fractions import Fraction

from sco_quiz.formats.exchange.item import Answer, ChoiceBody, RichText, TextForm, TruthBody
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.moodle.findings import Findings
from sco_quiz.formats.moodle.grades import meant_grade, nearest_grade
from sco_quiz.formats.moodle.texts import plain_text, rich_text, source_of

# short enough to be a share of the points
_SHARE = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{0,30})?(?:e[+-]?\d{1,2})?", re.IGNORECASE | re.ASCII)
# what other programs write, and Moodle itself wrote in other languages
_TRUE = frozenset(
    ["true", "wahr", "richtig", "vrai", "verdadero", "vero", "verdadeiro", "waar", "juist", "правда", "верно", "prawda"]
)
_FALSE = frozenset(["false", "falsch", "faux", "falso", "onwaar", "onjuist", "fout", "неправда", "неверно", "fałsz"])


def is_yes(text: str) -> bool:
    """Return whether a setting is on; Moodle takes any text but `false` and `0` for yes."""
    return text not in ("", "0", "false")


def share_of(answer: Element) -> Fraction:
    """Return the share of the points of an answer, as the file has it. Raise QuestionError for what is no number."""
    written = answer.attributes.get("fraction", answer.value("fraction")).strip() or "0"
    if not _SHARE.fullmatch(written):
        message = f"the fraction `{written[:20]}` is not a number"
        raise QuestionError("unreadable-question", message, "write a number such as 100 or -33.33333")
    share = Fraction(written.replace(",", "."))
    # in very old files it is an element, and 1 means all points
    return share if "fraction" not in answer.attributes and abs(share) <= 1 else share / 100


def grade_of(answer: Element, findings: Findings) -> Fraction:
    """Return the share of the points of an answer; one that Moodle refuses is reported."""
    share = share_of(answer)
    grade = nearest_grade(share)
    if "," in answer.attributes.get("fraction", ""):
        findings.warn("other-scoring", "a fraction has a comma, after which Moodle reads nothing", "write a point")
    if grade is not None:
        return grade
    meant = meant_grade(share)
    read = f"; it is read as {meant}" if meant != share else ""
    message = f"{float(share * 100):.6g} % is not one of Moodle's grades, so Moodle skips the question{read}"
    findings.warn("other-scoring", message, "write a third as 33.33333 and two thirds as 66.66667")
    return meant


def choice_body(question: Element, form: TextForm, findings: Findings) -> ChoiceBody:
    """Return the options of a multichoice question."""
    single = question.value("single") or "true"
    if single.casefold() != single and single.casefold() == "false":
        message = f"`<single>{single}</single>`: Moodle reads it as `true`, since only `false` in lower case is false"
        findings.warn("lost-setting", message, "write `true` or `false` in lower case")
    answers = (
        Answer(rich_text(answer, findings, form), grade_of(answer, findings), _feedback(answer, form, findings))
        for answer in question.elements("answer")
    )
    shuffled = is_yes(question.value("shuffleanswers") or "false")
    # Moodle ignores empty options
    return ChoiceBody(tuple(answer for answer in answers if answer.text), is_yes(single), shuffled)


def _feedback(answer: Element, form: TextForm, findings: Findings) -> RichText:
    return rich_text(answer.find("feedback"), findings, form)


def truth_body(question: Element, form: TextForm, findings: Findings) -> TruthBody:
    """Return whether the statement is true, by the answer that gives all points."""
    answers = question.elements("answer")
    if len(answers) != 2:
        message = f"a true/false question has two answers, `true` and `false`; this one has {len(answers)}"
        raise QuestionError("unreadable-question", message, "write both with their fractions, 100 and 0")
    on_true, on_false = _by_truth(answers, findings)
    right = [answer for answer in (on_true, on_false) if nearest_grade(share_of(answer)) == 1]
    if len(right) != 1:
        name = "several-right-answers" if right else "no-right-answer"
        which = "both answers give" if right else "neither answer gives"
        raise QuestionError(name, f"{which} 100 %", "write the fraction 100 for one answer, 0 for the other")
    feedback = (_feedback(on_true, form, findings), _feedback(on_false, form, findings))
    return TruthBody(right[0] is on_true, feedback)


def _by_truth(answers: list[Element], findings: Findings) -> tuple[Element, Element]:
    """Return the answers in the order true, false; what they say in other words is reported."""
    first, second = answers
    words = [plain_text(source_of(answer)) for answer in answers]
    if sorted(words) == ["false", "true"]:
        return (first, second) if words[0] == "true" else (second, first)
    said = [word.casefold() for word in words]
    swapped = said[0] in _FALSE and said[1] in _TRUE
    known = swapped or (said[0] in _TRUE and said[1] in _FALSE)
    read = "read as these words say" if known else "the first one is read as `true`"
    message = f"the answers are `{words[0][:30]}` and `{words[1][:30]}`, not `true` and `false`; {read}"
    findings.warn("doubtful-key", message, "check which one is right: Moodle takes the first one for `true`")
    return (second, first) if swapped else (first, second)
