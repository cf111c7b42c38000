"""What learners do with a question on paper, and its answer, as Markdown."""

from collections.abc import Iterable
from random import Random
from typing import assert_never

from sco_quiz.core.interaction import Choice, Match, NumberEntry, Option, Order, TextEntry, TextGap
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.parse import Markup
from sco_quiz.formats.exchange.options import listed
from sco_quiz.formats.markdown_sheet.text import item, letter, option, source_of
from sco_quiz.formats.rich_text.literal import escaped


def task_of(question: Question) -> str:
    """Return what is below the prompt: options, pairs or items, or nothing."""
    interaction, markup = question.interaction(), question.markup
    match interaction:
        case Choice(by_key=True):
            return " / ".join(f"**{each.content.plain.capitalize()}**" for each in interaction.options)
        case Choice():
            return _lettered(source_of(each.content, markup) for each in listed(interaction, question.id))
        case Match():
            rows = (source_of(row, markup) for row in interaction.rows)
            numbered = "\n".join(item(f"{number}. ", row) for number, row in enumerate(rows, start=1))
            return f"{numbered}\n\n{_lettered(_texts(question))}"
        case Order():
            return _lettered(_texts(question))
        case TextEntry() | NumberEntry():
            return ""
    assert_never(interaction)


def _lettered(texts: Iterable[str]) -> str:
    return "\n".join(option(at, text) for at, text in enumerate(texts))


def _shown(question: Question) -> tuple[str, ...]:
    return question.shown_options(Random(question.id))


def _texts(question: Question) -> Iterable[str]:
    return (source_of(question.content(text), question.markup) for text in _shown(question))


def answer_of(question: Question) -> str:
    """Return the right answer: letters for what has letters."""
    interaction = question.interaction()
    match interaction:
        case Choice(by_key=True):
            right = "".join(each.content.plain for each in interaction.options if each.right)
            return f"**{right.capitalize()}**{_corrected(question)}"
        case Choice():
            return _right_letters(interaction, listed(interaction, question.id), question.markup)
        case TextEntry(gaps=gaps):
            return "; ".join(_forms(gap, question.markup) for gap in gaps)
        case NumberEntry():
            return ". ".join(escaped(text) for text in (interaction.shown, *interaction.also_right))
        case Match(rights=rights):
            shown = _shown(question)
            letters = (letter(shown.index(right.source)) for right in rights)
            return ", ".join(f"{number} {mark}" for number, mark in enumerate(letters, start=1))
        case Order(items=items):
            shown = _shown(question)
            return ", ".join(letter(shown.index(each.source)) for each in items)
    assert_never(interaction)


def _corrected(question: Question) -> str:
    read = ((question.content(text) for text in pair) for pair in question.corrections)
    shown = ", ".join(" → ".join(source_of(content, question.markup) for content in pair) for pair in read)
    return f": {shown}" if shown else ""


def _right_letters(choice: Choice, options: tuple[Option, ...], markup: Markup) -> str:
    texts = ((at, each, source_of(each.content, markup)) for at, each in enumerate(options))
    shown = [
        option(at, f"{text} ({each.partial})" if each.partial else text) for at, each, text in texts if _earns(each)
    ]
    penalty = [f"\nEach wrong choice takes off {choice.penalty}."] if choice.penalty else []
    return "\n".join([*shown, *penalty])


def _earns(option: Option) -> bool:
    return option.right or option.partial is not None


def _forms(gap: TextGap, markup: Markup) -> str:
    first, *others = (source_of(form, markup) for form in gap.accepted)
    others += [f"{source_of(each.content, markup)} ({each.partial})" for each in gap.partial]
    return f"{first} (or {', '.join(others)})" if others else first
