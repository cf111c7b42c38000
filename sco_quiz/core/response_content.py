"""The content of responses and keys: what options look like, which are identified by their source."""

from collections.abc import Iterator
from typing import assert_never

from sco_quiz.core.content import Content, literal
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.verdict import Response


def option_contents(interaction: Interaction) -> tuple[Content, ...]:
    """Return the content of all options; none for a typed answer."""
    match interaction:
        case Choice(options):
            return tuple(option.content for option in options)
        case Match(distractors=distractors):
            return (*interaction.rights, *(option.content for option in distractors))
        case Order(items):
            return items
        case TextEntry() | NumberEntry():
            return ()
    assert_never(interaction)


def response_contents(interaction: Interaction, response: Response) -> tuple[Content, ...]:
    """Return the content of the options of a response; what was typed is literal."""
    by_source = {content.source: content for content in option_contents(interaction)}
    return tuple(by_source.get(text) or literal(text) for text in response)


def key_contents(interaction: Interaction) -> Iterator[tuple[Content, ...]]:
    """Yield the right answers: every accepted form of a single typed answer, the row and its right side of a pair."""
    match interaction:
        case TextEntry(gaps=(gap,), inline=False):
            yield from ((form,) for form in gap.accepted)
        case TextEntry(gaps):
            yield from ((gap.accepted[0],) for gap in gaps)
        case Choice(options):
            yield from ((option.content,) for option in options if option.right)
        case Match(pairs):
            yield from pairs
        case Order(items):
            yield from ((item,) for item in items)
        case NumberEntry():
            yield (literal(interaction.shown),)
        case _:
            assert_never(interaction)
