"""Read the numbers that a question of QTI 1.2 accepts: exactly, within a margin, in a range, to a precision."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from sco_quiz.formats.exchange.item import NumberAnswer
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.qti.question import Question12
from sco_quiz.formats.qti.scoring import Rule, Test

_BOUNDS = {"vargte": "low", "vargt": "low", "varlte": "high", "varlt": "high"}
_LIMIT = 400  # characters and powers of ten: beyond it, arithmetic with all digits would be slow


def number_answers(question: Question12) -> tuple[NumberAnswer, ...]:
    """Return a number for each rule that gives points."""
    full = question.scoring.full
    found = [(rule, _number_of(rule.positive)) for rule in question.scoring.giving]
    if not found:
        raise QuestionError("no-right-answer", "the file does not say which number is right")
    name = question.responses[0].attributes.get("ident", "")
    return tuple(
        NumberAnswer(
            value,
            tolerance,
            rule.points / full if full else Fraction(1),
            question.feedback.on(name, _value(rule)),
            percent,
        )
        for rule, (value, tolerance, percent) in found
    )


def _value(rule: Rule) -> str:
    return next((test.value for test in rule.positive if test.relation == "varequal"), "")


def _number_of(tests: Sequence[Test]) -> tuple[Decimal, Decimal, bool]:
    """Return a number, its tolerance, and whether that is in percent."""
    exact = next((test for test in tests if test.relation == "varequal"), None)
    bounds = {side: decimal(test.value) for test in tests if (side := _BOUNDS.get(test.relation))}
    if exact is not None:
        declared = _declared(exact)
        if declared is not None:
            return declared
    if len(bounds) == 1:
        raise QuestionError("unreadable-question", "a range with only one end is not read")
    if bounds:
        low, high = bounds["low"], bounds["high"]
        middle, half = (low + high) / 2, (high - low) / 2
        # as it is written, such as 6.02e23, where the bounds have all digits
        given = exact is not None and decimal(exact.value) == middle
        return decimal(exact.value) if exact and given else middle, half, False
    if exact is None:
        raise QuestionError("unreadable-question", "the file does not say which number is right")
    return decimal(exact.value), Decimal(0), False


def _declared(test: Test) -> tuple[Decimal, Decimal, bool] | None:
    """Return what New Quizzes says about margin and precision beside the bounds, which it may not keep up to date."""
    value, attributes = decimal(test.value), test.attributes
    if margin := attributes.get("margin"):
        return value, abs(decimal(margin)), attributes.get("margintype") == "percent"
    if precision := attributes.get("precision"):
        places = int(decimal(precision))
        # the last digit that counts is of this power of ten
        power = value.adjusted() - places + 1 if attributes.get("precisiontype") != "decimals" else -places
        return value, Decimal(5).scaleb(power - 1), False
    return None


def decimal(text: str) -> Decimal:
    """Return a number; raise QuestionError for anything else."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        raise QuestionError("unreadable-question", f"`{text}` is not a number") from None
    if not value.is_finite() or len(text) > _LIMIT or abs(value.adjusted()) > _LIMIT:
        raise QuestionError("unreadable-question", f"`{text[:20]}` is not a number that anyone can type")
    return value
