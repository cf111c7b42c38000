"""Draft numbers with their tolerances, ranges and units."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from sco_quiz.core.interaction import write_number
from sco_quiz.core.kinds.field_types import MAX_POWER
from sco_quiz.formats.drafting.translator import Fields, Translator, listed, percent
from sco_quiz.formats.exchange.item import NumberAnswer, NumberBody
from sco_quiz.formats.exchange.reasons import QuestionError

Interval = tuple[Decimal, Decimal]
_GROUP = 3  # the digits between the commas of a large number


def draft_number(body: NumberBody, translator: Translator) -> Fields:
    """Return a number."""
    fields: Fields = {"type": "numeric", **_values(right_numbers(body, translator), translator)}
    if unit := _unit(body, translator):
        fields["unit"] = unit
    return fields


def right_numbers(body: NumberBody, translator: Translator) -> list[NumberAnswer]:
    """Return the numbers that give all points, and report what else counts. Raise QuestionError if there are none."""
    right = [answer for answer in body.answers if answer.fraction >= 1]
    if not right:
        raise QuestionError("no-right-answer", "no number gives all points", "mark the right number in the file")
    for answer in body.answers:
        if not all(map(_is_typable, (answer.value, answer.tolerance))):
            raise QuestionError("unreadable-question", f"`{answer.value}` is not a number that anyone can type")
    translator.explain(*(answer.feedback for answer in right))
    for answer in body.answers:
        if answer.fraction < 1:
            _name_other(answer, translator)
    return right


def _is_typable(number: Decimal) -> bool:
    return number.is_finite() and abs(number.adjusted()) <= MAX_POWER


def shown(answer: NumberAnswer) -> str:
    """Return a number with its tolerance."""
    tolerance = f" ± {write_number(answer.tolerance)}{' %' if answer.percent else ''}" if answer.tolerance else ""
    return f"{write_number(answer.value)}{tolerance}"


def _name_other(answer: NumberAnswer, translator: Translator) -> None:
    """Report a number that does not give all points."""
    if answer.fraction > 0:
        message = f"`{shown(answer)}` gives {percent(answer.fraction)} of the points there, none here"
        translator.warn("partial-credit", message)
    if note := translator.feedback(answer.feedback):
        translator.warn("lost-feedback", f"the feedback on `{shown(answer)}` is skipped: {listed([note])}")


def _values(right: Sequence[NumberAnswer], translator: Translator) -> Fields:
    """Return the answer with its tolerance, other numbers, or a range."""
    first = right[0]
    if len(right) == 1:
        return _with_tolerance({"answer": _tidy(first.value)}, first.tolerance, first.percent)
    joined = _joined(map(_interval, right))
    if len(joined) == 1:
        return _range(first.value, *joined[0])
    if len({high - low for low, high in joined}) > 1:
        message = f"right are {', '.join(f'`{shown(answer)}`' for answer in right)}; here, one tolerance counts for all"
        translator.warn("lost-tolerance", message)
    middles = sorted(((low + high) / 2 for low, high in joined), key=lambda middle: abs(middle - first.value))
    tolerance = min((high - low) / 2 for low, high in joined)
    return _with_tolerance({"answer": _tidy(middles[0]), "accept": [*map(_tidy, middles[1:])]}, tolerance, False)


def _with_tolerance(fields: Fields, tolerance: Decimal, in_percent: bool) -> Fields:
    if not tolerance:
        return fields
    tidy = _tidy(tolerance)
    return {**fields, "tolerance": f"{write_number(tidy)} %" if in_percent else tidy}


def _tidy(number: Decimal) -> Decimal:
    """Return a number without the zeros that Canvas writes at its end: `1.250` may be meant as 1250."""
    exponent = number.as_tuple().exponent
    if exponent in (-1, -2, -_GROUP) and number == int(number):
        return Decimal(int(number))
    return number.normalize() if exponent == -_GROUP else number


def _range(answer: Decimal, low: Decimal, high: Decimal) -> Fields:
    if answer - low == high - answer:
        return _with_tolerance({"answer": _tidy(answer)}, high - answer, False)
    return {"answer": _tidy(answer), "min": _tidy(low), "max": _tidy(high)}


def _interval(answer: NumberAnswer) -> Interval:
    half = abs(answer.value) * answer.tolerance / 100 if answer.percent else answer.tolerance
    return answer.value - half, answer.value + half


def _joined(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the intervals in ascending order, those that touch or overlap as one."""
    joined: list[Interval] = []
    for low, high in sorted(intervals):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _unit(body: NumberBody, translator: Translator) -> str:
    """Return the unit of the answer, and report the others."""
    own = next((name for name, factor in body.units if factor == 1), "")
    if others := [name for name, _ in body.units if name != own]:
        translator.warn("lost-unit", f"answers in {listed(others)} count there, here they may be wrong")
    return own
