"""The content of a question, ready to be shown."""

from collections.abc import Callable, Iterable
from typing import assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.nodes import Block
from sco_quiz.core.parts import Role
from sco_quiz.terminal.content_text import text_of
from sco_quiz.terminal.shown import Shown, Words, has_own_lines, join, shown


def shown_part(question: AnyQuestion, role: Role) -> Shown | None:
    """Return the part of a question that has a role; None without one."""
    return next((shown(part.content) for part in question.parts() if part.role is role), None)


def shown_response(interaction: Interaction, texts: Iterable[str]) -> tuple[Words, ...]:
    """Return options that are identified by their source; what was typed stays as it is."""
    options = {content.source: content for content in _options(interaction)}
    return tuple(shown(options[text]) if text in options else text for text in texts)


def shown_key(interaction: Interaction, response: Iterable[str]) -> tuple[Words, ...]:
    """Return a right response, of typed answers the form to show first."""
    if isinstance(interaction, TextEntry):
        return tuple(shown(gap.accepted[0]) for gap in interaction.gaps)
    return shown_response(interaction, response)


def cost_in_words(choice: Choice) -> str:
    """Return what a wrong choice of several does to the credit, after "A wrong choice"."""
    if choice.penalty is None:
        return "costs what a right one earns"
    return f"costs {choice.penalty} of the credit" if choice.cost else "costs nothing"


def key_texts(question: AnyQuestion, as_text: Callable[[tuple[Block, ...]], str] = text_of) -> tuple[str, ...]:
    """Return the right answers as strings, each for a part of a line; `as_text` writes or says content."""
    match interaction := question.interaction():
        case Choice(options):
            keys = [option.content.blocks for option in options if option.right]
        case Match(pairs):
            keys = [join(" = ", map(shown, pair)).blocks for pair in pairs]
        case Order(items):
            keys = [item.blocks for item in items]
        case TextEntry(gaps=(gap,), inline=False):
            keys = [form.blocks for form in gap.accepted]
        case TextEntry(gaps):
            keys = [gap.accepted[0].blocks for gap in gaps]
        case NumberEntry():
            return question.key
        case _:
            assert_never(interaction)
    texts = ((as_text(blocks), has_own_lines(Shown(blocks))) for blocks in keys)
    return tuple(" ".join(text.split()) if own_lines else text for text, own_lines in texts)


def _options(interaction: Interaction) -> Iterable[Content]:
    match interaction:
        case Choice(options):
            return (option.content for option in options)
        case Match():
            return (*interaction.rights, *(distractor.content for distractor in interaction.distractors))
        case Order(items):
            return items
        case TextEntry() | NumberEntry():
            return ()
    assert_never(interaction)
