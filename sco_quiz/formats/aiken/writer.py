"""Write the questions of a bank that Aiken can hold: one right option of several, and true or false."""

import string
from collections.abc import Iterator
from typing import assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Option, Order, TextEntry
from sco_quiz.core.kinds import Question
from sco_quiz.core.parts import Role
from sco_quiz.formats.exchange.losses import field_losses, markup_loss, picture_losses, retired_losses, scoring_losses
from sco_quiz.formats.exchange.options import listed
from sco_quiz.formats.lists.labels import is_marked, label_at, labels_within
from sco_quiz.formats.lists.words import answer_in, explanation_at, is_key_heading, key_pairs
from sco_quiz.formats.package import Loss, Package

_TARGET = "Aiken"
_LETTERS = string.ascii_uppercase
_TRUTH = {"true": "True", "false": "False"}


def write(bank: Bank) -> Package:
    """Return the choices that are not retired."""
    losses = list(retired_losses(bank))
    written = []
    for question in bank.questions:
        if question.status == "retired":
            continue
        interaction = question.interaction()
        if refused := _refusal(question, interaction):
            losses.append(Loss(question.id, (), "unsupported-kind", refused))
        elif isinstance(interaction, Choice):
            written.append(_block(question, interaction))
            losses += _losses(question, interaction)
    files = {f"{bank.id}.aiken.txt": "\n".join(written).encode()} if written else {}
    return Package(files, tuple(losses))


def _refusal(question: Question, interaction: Interaction) -> str:
    """Return why a question cannot be written, or nothing."""
    match interaction:
        case Choice():
            if interaction.several:
                return f"{_TARGET} has no questions with several right options"
            if len(interaction.options) > len(_LETTERS):
                return f"{_TARGET} has letters for {len(_LETTERS)} options"
            return _misread(question, interaction)
        case TextEntry() | NumberEntry() | Match() | Order():
            return f"{_TARGET} has no questions of the kind `{question.type}`"
    assert_never(interaction)


def _misread(question: Question, choice: Choice) -> str:
    """Return why Moodle would read another question, or nothing."""
    stem = _line(question.stem.plain)
    if len(stem) < 2:
        return f"{_TARGET} loses a question of one character"
    like = (label_at(stem), labels_within(stem), explanation_at(stem), key_pairs(stem), is_key_heading(stem))
    if any(like) or answer_in(stem) is not None:
        return f"{_TARGET} takes `{stem}` for an option or an answer"
    # an option that names others would be read as several
    texts = [_text(option) for option in choice.options]
    inside = next((text for text in texts if labels_within(f"A) {text}") or is_marked(text)), "")
    return f"{_TARGET} takes `{inside}` for several options, or for the right one" if inside else ""


def _block(question: Question, choice: Choice) -> str:
    options = listed(choice, question.id)
    lines = [f"{letter}. {_text(option)}" for letter, option in zip(_LETTERS, options, strict=False)]
    right = next(letter for letter, option in zip(_LETTERS, options, strict=False) if option.right)
    return "\n".join([_line(question.stem.plain), *lines, f"ANSWER: {right}", ""])


def _text(option: Option) -> str:
    return _TRUTH[option.text] if option.keys else _line(option.content.plain)


def _line(text: str) -> str:
    return " ".join(text.split())


def _losses(question: Question, choice: Choice) -> Iterator[Loss]:
    yield from field_losses(question, (), _TARGET)
    yield from picture_losses(question, _TARGET)
    if question.corrections:
        yield Loss(question.id, ("correction",), "lost-field", f"{_TARGET} has no place for `correction`")
    if choice.by_key:
        yield Loss(question.id, ("type",), "doubtful-key", "Moodle makes a choice of true and false")
    yield from (Loss(question.id, *lost) for lost in scoring_losses(choice, _TARGET))
    if choice.order == "fixed" and not choice.by_key:
        yield Loss(question.id, ("order",), "lost-order", f"Moodle shuffles the options of {_TARGET}")
    for part in question.parts():
        if part.role is Role.NOTE:
            yield Loss(question.id, (*part.path, "note"), "lost-feedback", f"{_TARGET} has no feedback")
        elif part.role in (Role.PROMPT, Role.RIGHT, Role.WRONG):
            if loss := markup_loss(question, part, f"questions in {_TARGET}"):
                yield loss
            elif _line(part.content.plain) != part.content.plain:
                yield Loss(question.id, part.path, "lost-markup", f"{_TARGET} has one line for each text")
