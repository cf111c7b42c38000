"""The kinds of Moodle XML in which learners type: shortanswer and numerical."""

from collections.abc import Iterator
from decimal import Decimal

from sco_quiz.formats.exchange.item import Answer, NumberAnswer, NumberBody, RichText, TextBody, TextForm
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.moodle.choice_kinds import grade_of, is_yes
from sco_quiz.formats.moodle.cloze_text import name_any_number
from sco_quiz.formats.moodle.findings import Findings
from sco_quiz.formats.moodle.numbers import number_of
from sco_quiz.formats.moodle.texts import rich_text, source_of


def text_body(question: Element, form: TextForm, findings: Findings) -> TextBody:
    """Return the answers of a shortanswer question; Moodle compares them without any markup."""
    answers = (
        Answer(
            RichText(source_of(answer), "plain"),
            grade_of(answer, findings),
            rich_text(answer.find("feedback"), findings, form),
        )
        for answer in question.elements("answer")
        if source_of(answer)
    )
    return TextBody(tuple(answers), is_yes(question.value("usecase")), wildcards=True)


def number_body(question: Element, form: TextForm, findings: Findings) -> NumberBody:
    """Return the numbers of a numerical question with their units."""
    return NumberBody(tuple(_numbers(question, form, findings)), tuple(_units(question, findings)))


def _numbers(question: Element, form: TextForm, findings: Findings) -> Iterator[NumberAnswer]:
    for answer in question.elements("answer"):
        written, grade = source_of(answer), grade_of(answer, findings)
        feedback = rich_text(answer.find("feedback"), findings, form)
        if written in ("", "*"):
            name_any_number(grade, feedback, findings)
            continue
        tolerance = answer.value("tolerance")
        within = abs(number_of(tolerance, findings)) if tolerance else Decimal(0)
        yield NumberAnswer(number_of(written, findings), within, grade, feedback)


def _units(question: Element, findings: Findings) -> Iterator[tuple[str, Decimal]]:
    """Yield units, each with the factor that turns a number in it into one in the unit of the answer."""
    units = question.find("units")
    if units and question.value("unitgradingtype") not in ("", "0"):
        findings.warn("lost-setting", "a missing or wrong unit costs points in Moodle; here, the unit may be missing")
    for unit in units.elements("unit") if units else ():
        name, factor = unit.value("unit_name"), number_of(unit.value("multiplier") or "1", findings)
        if name and factor:
            yield name, 1 / factor
