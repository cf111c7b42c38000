"""What a package for Canvas does not hold of a question, or Canvas does not show."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from sco_quiz.core.content import literal
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import Question
from sco_quiz.core.kinds.refusals import looks_of
from sco_quiz.core.parts import Part, Role
from sco_quiz.formats.exchange.losses import field_losses, markup_loss, scoring_losses
from sco_quiz.formats.package import Loss

HELD = frozenset(
    ("formerly", "setting", "explanation", "source", "level", "difficulty", "tags", "as_of", "review_by", "never_with")
)
"""The common fields that a package holds."""

_SPACES = re.compile(r"\t|  |\n | \n|^ | $")
_FLAT = 2  # the length of the path of a form that is not below a gap
_TYPED = (Role.RIGHT, Role.ACCEPTED)
_SIDES = (Role.ROW, Role.RIGHT, Role.WRONG)


def losses_of(question: Question) -> Iterator[Loss]:
    """Yield what is lost of a question that is written."""
    yield from field_losses(question, HELD, "Canvas")
    if question.corrections:
        yield Loss(question.id, ("correction",), "lost-field", "Canvas has no place for `correction`")
    interaction = question.interaction()
    yield from (Loss(question.id, *lost) for lost in scoring_losses(interaction, "Canvas"))
    yield from _answer_losses(question, interaction)
    for part in question.parts():
        if part.content.is_literal and _SPACES.search(part.content.plain):
            yield Loss(question.id, part.path, "lost-markup", "Canvas shows several spaces as one")


def _answer_losses(question: Question, interaction: Interaction) -> Iterator[Loss]:
    match interaction:
        case Choice() | Order():
            return
        case TextEntry():
            yield from _typed_losses(question, interaction)
        case NumberEntry(unit=unit, digits=digits):
            if unit:
                what = "Canvas asks for the number alone: say in the prompt which unit is meant"
                yield Loss(question.id, ("unit",), "lost-unit", what)
            if digits:
                yield Loss(question.id, ("digits",), "lost-field", "Canvas does not ask for significant digits")
        case Match():
            yield from _plain_losses(question, _SIDES, "pairs in Canvas")
            yield from _note_losses(question, "Canvas shows no feedback on a distractor of pairs")
        case _:
            assert_never(interaction)


def _typed_losses(question: Question, entry: TextEntry) -> Iterator[Loss]:
    """Yield what Canvas does not ask or forgive where words are typed."""
    yield from _plain_losses(question, _TYPED, "typed answers in Canvas")
    yield from _repeated_losses(question)
    if entry.strict:
        yield Loss(question.id, ("strict",), "lost-setting", "Canvas ignores case, and forgives nothing else")
    if any(gap.rejected for gap in entry.gaps):
        yield Loss(question.id, ("reject",), "lost-feedback", "Canvas has no place for rejected answers")
    if not entry.inline:
        return
    numbers = [gap.number for gap in question.stem.gaps]
    if any(gap.hint for gap in question.stem.gaps):
        yield Loss(question.id, ("prompt",), "lost-field", "Canvas has no place for the hints of gaps")
    if numbers != list(range(1, len(numbers) + 1)):
        yield Loss(question.id, ("prompt",), "lost-field", "Canvas numbers the gaps in the order of the text")


def _repeated_losses(question: Question) -> Iterator[Loss]:
    """Yield a loss for each accepted form that is another one without its markup."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for part in question.answer_parts():
        if part.role in _TYPED:
            # the forms of each gap of a cloze are below what it hides
            of_gap = str(part.path[1]) if len(part.path) > _FLAT else ""
            looks = looks_of(literal(part.content.plain))
            if looks == looks_of(literal(question.content(of_gap).plain)) or (of_gap, looks) in seen:
                yield Loss(question.id, part.path, "repeated-option", "without markup, it is the same as another form")
            seen.add((of_gap, looks))


def _plain_losses(question: Question, roles: tuple[Role, ...], where: str) -> Iterator[Loss]:
    for part in question.answer_parts():
        if part.role in roles and (loss := markup_loss(question, part, where)):
            # the left side of a pair is a part of the path
            yield replace(loss, path=part.path[:1]) if part.role is Role.ROW else loss


def _note_losses(question: Question, what: str) -> Iterator[Loss]:
    notes: Iterator[Part] = (part for part in question.answer_parts() if part.role is Role.NOTE)
    yield from (Loss(question.id, part.path, "lost-feedback", what) for part in notes)
