"""Write what is between the braces of a question in GIFT."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from sco_quiz.core.interaction import (
    Choice,
    Match,
    NumberEntry,
    Option,
    Order,
    Percent,
    TextEntry,
    write_number,
)
from sco_quiz.core.kinds import Question
from sco_quiz.core.parts import Part, Role
from sco_quiz.formats.exchange.losses import markup_loss
from sco_quiz.formats.gift.refusal import Refused
from sco_quiz.formats.gift.texts import entities, escaped, joins_spaces, rich, typed, without_arrow
from sco_quiz.formats.moodle.grades import GRADES, in_percent, nearest_grade
from sco_quiz.formats.package import Loss

_ORDERING = ">{} ALL VERTICAL RELATIVE_TO_CORRECT SHOW none"
_ARROW = "->"

Written = tuple[str, list[Loss]]


def braces_of(question: Question) -> Written:
    """Return what is between the braces, and what of it is lost. Raise Refused if GIFT cannot hold the question."""
    interaction = question.interaction()
    match interaction:
        case Choice():
            return _choice(question, interaction)
        case TextEntry():
            return _words(question, interaction)
        case NumberEntry():
            return _number(question, interaction)
        case Match():
            return _pairs(question, interaction)
        case Order():
            return _items(question, interaction)
    assert_never(interaction)


def _choice(question: Question, choice: Choice) -> Written:
    if choice.by_key:
        right = next(option.text for option in choice.options if option.right)
        corrected = [Loss(question.id, ("correction",), "lost-field", "GIFT has no place for `correction`")]
        return right[0].upper(), corrected if question.corrections else []
    losses: list[Loss] = []
    signs = _signs(question, choice, losses)
    lines = [f"\n\t{_option(question, option, signs, losses)}{_note(option)}" for option in choice.options]
    if choice.order == "fixed":
        losses.append(Loss(question.id, ("order",), "lost-order", "Moodle shuffles the options of GIFT"))
    return "".join(lines), losses


def _signs(question: Question, choice: Choice, losses: list[Loss]) -> tuple[str, str]:
    """Return what is before a right option, and before a wrong one."""
    if not choice.several:
        return "=", "~"
    right = sum(option.right for option in choice.options)
    share = nearest_grade(Fraction(1, right))
    if share is None:
        raise Refused("other-scoring", f"Moodle has no weight for each of {right} right options")
    cost = _weight(question, "penalty", choice.penalty, losses) if choice.penalty else in_percent(share)
    return f"~%{in_percent(share)}%", "~" if cost == "0" else f"~%-{cost}%"


def _weight(question: Question, field: str, given: Percent, losses: list[Loss]) -> str:
    """Return the weight of Moodle's list that is nearest to a share of the points."""
    nearest = min(GRADES, key=lambda grade: abs(grade - given.share))
    if nearest_grade(given.share) is None:
        what = f"Moodle has no weight of {given}; it becomes {in_percent(nearest)} %"
        losses.append(Loss(question.id, (field,), "other-scoring", what))
    return in_percent(nearest)


def _option(question: Question, option: Option, signs: tuple[str, str], losses: list[Loss]) -> str:
    """Return an option after its symbol and weight; its text is not taken for a weight."""
    text = rich(option.content)
    if option.partial:
        return f"~%{_weight(question, 'partial', option.partial, losses)}%{text}"
    sign = signs[0] if option.right else signs[1]
    if sign in ("~", "=") and text.startswith("%"):
        return f"~%0%{text}" if sign == "~" else f"=[plain]{text}"
    return f"{sign}{text}"


def _note(option: Option) -> str:
    return f"#{rich(option.note)}" if option.note else ""


def _words(question: Question, entry: TextEntry) -> Written:
    if len(entry.gaps) > 1:
        raise Refused("unsupported-kind", "GIFT has no text with several gaps")
    (gap,) = entry.gaps
    forms = [form for form in gap.accepted if _ARROW not in form.plain]
    if not forms or forms[0] != gap.accepted[0]:
        raise Refused("unsupported-kind", f"Moodle fails on a typed answer with an arrow: `{gap.accepted[0].plain}`")
    rejected = [option for option in gap.rejected if _ARROW not in option.content.plain]
    lines = [f"\n\t={'%100%' if form.plain.startswith('%') else ''}{typed(form)}" for form in forms]
    lines += [f"\n\t=%0%{typed(option.content)}{_plain_note(option)}" for option in rejected]
    losses = list(_word_losses(question, entry))
    for option in gap.partial:
        if option.partial and _ARROW not in option.content.plain:
            weight = _weight(question, "partial", option.partial, losses)
            lines.append(f"\n\t=%{weight}%{typed(option.content)}")
    return "".join(lines), losses


def _plain_note(option: Option) -> str:
    return f"#{without_arrow(option.note)}" if option.note else ""


def _word_losses(question: Question, entry: TextEntry) -> Iterator[Loss]:
    for part in question.answer_parts():
        if part.role is Role.NOTE:
            continue
        if _ARROW in part.content.plain:
            yield Loss(question.id, part.path, "lost-field", "Moodle fails on a typed answer with an arrow")
        elif loss := markup_loss(question, part, "typed answers in GIFT"):
            yield loss
    if entry.strict:
        yield Loss(question.id, ("strict",), "lost-setting", "GIFT cannot say what is not forgiven")
    if entry.inline and question.stem.gaps[0].hint:
        yield Loss(question.id, ("prompt",), "lost-field", "GIFT has no place for the hint of a gap")


def _number(question: Question, entry: NumberEntry) -> Written:
    tolerance = Decimal(entry.allowed.numerator) / Decimal(entry.allowed.denominator)
    within = f":{write_number(tolerance)}" if tolerance else ""
    numbers = [f"{write_number(number)}{within}" for number in (entry.answer, *entry.accept)]
    if entry.has_range:
        if entry.minimum is None or entry.maximum is None:
            raise Refused("unsupported-kind", "GIFT has no range without a smallest or a largest number")
        low, high = entry.minimum - tolerance, entry.maximum + tolerance
        numbers.append(f"{write_number(low)}..{write_number(high)}")
    return "#" + "".join(f"\n\t=%100%{number}" for number in numbers), list(_number_losses(question, entry))


def _number_losses(question: Question, entry: NumberEntry) -> Iterator[Loss]:
    if entry.unit:
        yield Loss(question.id, ("unit",), "lost-unit", f"GIFT has no units: `{entry.unit}`")
    if entry.digits:
        yield Loss(question.id, ("digits",), "lost-setting", "GIFT does not count significant digits")
    if getattr(question, "derivation", ""):
        yield Loss(question.id, ("derivation",), "lost-field", "GIFT has no place for `derivation`")
    if isinstance(entry.tolerance, Percent):
        what = f"the tolerance of {entry.tolerance} is written as a number"
        yield Loss(question.id, ("tolerance",), "lost-setting", what)
    if entry.has_range:
        for name in sorted(question.model_fields_set & {"min", "max", "tolerance", "accept"}):
            yield Loss(question.id, (name,), "lost-setting", "Moodle turns a range into a number and its tolerance")


def _pairs(question: Question, match: Match) -> Written:
    lines = [f"\n\t={without_arrow(left)} -> {escaped(right.plain)}" for left, right in match.pairs]
    lines += [f"\n\t= -> {escaped(option.content.plain)}" for option in match.distractors]
    return "".join(lines), list(_pair_losses(question))


def _pair_losses(question: Question) -> Iterator[Loss]:
    for part in question.answer_parts():
        if part.role is Role.NOTE:
            yield Loss(question.id, part.path, "lost-feedback", "GIFT has no feedback on a right side")
        elif part.role is Role.ROW:
            yield from _joined_spaces(question, part, _ARROW in part.content.plain)
        elif loss := markup_loss(question, part, "right sides in GIFT"):
            yield loss


def _items(question: Question, order: Order) -> Written:
    lines = [_ORDERING.format(len(order.items)), *(f"\n{entities(item)}" for item in order.items)]
    scored = Loss(question.id, ("grading",), "other-scoring", "Moodle counts how near each item is to its position")
    spaces = (loss for part in question.answer_parts() for loss in _joined_spaces(question, part, True))
    return "".join(lines), [scored, *spaces]


def _joined_spaces(question: Question, part: Part, html: bool) -> Iterator[Loss]:
    if html and joins_spaces(part.content):
        yield Loss(question.id, part.path, "lost-markup", "several spaces become one")
