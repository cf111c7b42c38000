"""Turn a question into the fields of its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal, localcontext
from itertools import count
from typing import Any, assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, Percent, TextEntry, write_number
from sco_quiz.core.kinds import Question
from sco_quiz.core.nodes import GapMark, Plain
from sco_quiz.core.place import KeyPath
from sco_quiz.core.plain_text import plain_blocks
from sco_quiz.formats.exchange.options import listed

MAX_ANSWERS = 100
MAX_GAPS = 10
_TWO_FIELDS = ("MC", "MA", "MAT")
_DIGITS = 1000  # more than any number of a bank has, so that sums are exact

# what a browser would take for a tag or an entity: nothing says whether Blackboard shows text or HTML
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


class Refused(Exception):
    """Blackboard cannot ask a question; the text of the exception says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of a line, and what they do not hold: paths of fields, each with a reason and a sentence."""

    fields: tuple[str, ...]
    lost: tuple[tuple[KeyPath, str, str], ...] = ()


def line(text: str) -> str:
    """Return text on one line without tabs."""
    return " ".join(text.split())


def shown(text: str) -> str:
    """Return text that is the same as text and as HTML, on one line."""
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", line(text)))


def row_of(question: Question) -> Row:
    """Return the line of a question; raise Refused."""
    interaction = question.interaction()
    match interaction:
        case Choice():
            row = _choice(question, interaction)
        case TextEntry(inline=True):
            row = _gaps(question, interaction)
        case TextEntry(gaps):
            words = (form.plain for gap in gaps for form in gap.accepted)
            row = Row(("FIB", _prompt(question), *map(line, words)), tuple(_typed_losses(interaction)))
        case NumberEntry():
            row = _number(question, interaction)
        case Match(pairs, distractors):
            sides = (shown(side.plain) for pair in pairs for side in pair)
            what = "Blackboard takes no right sides without a left one from a file"
            lost = ((("distractors",), "lost-field", what),) if distractors else ()
            row = Row(("MAT", _prompt(question), *sides), lost)
        case Order(items):
            row = Row(("ORD", _prompt(question), *(shown(item.plain) for item in items)))
        case _:
            assert_never(interaction)
    per_answer = 2 if row.fields[0] in _TWO_FIELDS else 1
    if len(row.fields) - 2 > MAX_ANSWERS * per_answer:
        raise Refused(f"Blackboard takes at most {MAX_ANSWERS} answers")
    return row


def _prompt(question: Question, stem: str = "") -> str:
    """Return the prompt, after its setting."""
    setting = f"{question.content(question.setting).plain}: " if question.setting else ""
    return shown(setting + (stem or question.stem.plain))


def _choice(question: Question, choice: Choice) -> Row:
    if choice.by_key:
        right = next(option.text for option in choice.options if option.right)
        return Row(("TF", _prompt(question), right))
    marked = ((shown(option.content.plain), _mark(option.right)) for option in listed(choice, question.id))
    notes = any(option.note for option in choice.options)
    lost = ((("distractors",), "lost-feedback", "Blackboard takes no feedback from a file"),) if notes else ()
    kind = "MA" if choice.several else "MC"
    return Row((kind, _prompt(question), *(field for pair in marked for field in pair)), lost)


def _mark(right: bool) -> str:
    return "correct" if right else "incorrect"


def _gaps(question: Question, entry: TextEntry) -> Row:
    """Return the prompt with `[gap1]`, then the name and the answers of each gap, with an empty field between."""
    if len(entry.gaps) > MAX_GAPS:
        raise Refused(f"Blackboard takes at most {MAX_GAPS} gaps")
    name = "gap"
    while f"[{name}" in question.stem.plain:
        name += "x"
    names = (f"{name}{number}" for number in count(1))
    filled: list[str] = []
    for number, gap in enumerate(entry.gaps, start=1):
        filled += ["", f"{name}{number}", *(line(form.plain) for form in gap.accepted)]
    stem = plain_blocks(_with_names(question.stem.blocks, names))
    return Row(("FIB_PLUS", _prompt(question, stem), *filled[1:]), tuple(_typed_losses(entry)))


def _with_names(node: Any, names: Iterator[str]) -> Any:
    """Return nodes with the name of each gap in brackets instead."""
    match node:
        case GapMark():
            return Plain(f"[{next(names)}]")
        case tuple():
            return tuple(_with_names(each, names) for each in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{field.name: _with_names(getattr(node, field.name), names) for field in fields(node)})
    return node


def _typed_losses(entry: TextEntry) -> Iterator[tuple[KeyPath, str, str]]:
    if entry.strict:
        yield ("strict",), "lost-setting", "Blackboard ignores case, and forgives nothing else"
    if any(gap.rejected for gap in entry.gaps):
        yield ("reject",), "lost-feedback", "Blackboard has no place for rejected answers"


def _number(question: Question, entry: NumberEntry) -> Row:
    low, high = entry.minimum, entry.maximum
    if entry.has_range and (low is None or high is None):
        raise Refused("a range with only one end is not a question in Blackboard: give it `min` and `max`")
    lost: list[tuple[KeyPath, str, str]] = []
    with localcontext(prec=_DIGITS):
        answer, tolerance = entry.answer, _allowed(entry)
        if low is not None and high is not None:
            answer, tolerance = (low + high) / 2, (high - low) / 2 + tolerance
    if answer != entry.answer:
        lost.append((("answer",), "lost-field", "Blackboard shows the middle of the range as the answer"))
    if entry.accept:
        lost.append((("accept",), "lost-field", "Blackboard takes one number"))
    if entry.unit:
        lost.append((("unit",), "lost-unit", "Blackboard asks for the number alone: name the unit in the prompt"))
    if entry.digits:
        lost.append((("digits",), "lost-field", "Blackboard does not ask for significant digits"))
    return Row(("NUM", _prompt(question), write_number(answer), write_number(tolerance)), tuple(lost))


def _allowed(entry: NumberEntry) -> Decimal:
    if isinstance(entry.tolerance, Percent):
        return abs(entry.answer) * entry.tolerance.value / 100
    return entry.tolerance


def has_lines(content: Content) -> bool:
    """Return whether text loses ends of lines, tabs or several spaces on its line."""
    return content.plain != line(content.plain)
