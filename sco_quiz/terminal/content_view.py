"""Content as text, for the screen and for a screen reader."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.nodes import Block, GapMark, Inline, Paragraph, Plain, inlines_of
from sco_quiz.core.parts import Role
from sco_quiz.core.plain_text import plain_blocks, plain_text


class Rendered(NamedTuple):
    """The same text as it is shown on a screen and as a screen reader speaks it."""

    shown: str
    spoken: str


def render_content(content: Content) -> Rendered:
    """Render content; a gap shows as its hint in brackets, and is spoken as "gap"."""
    count = len(content.gaps)
    # numbered as they are read, not by c1, c2: an answer lists the words in this order
    names = iter([f"gap {number}" for number in range(1, count + 1)] if count > 1 else ["gap"])
    return _joined((_render_block(block, names) for block in content.blocks), "\n\n")


def _render_block(block: Block, names: Iterator[str]) -> Rendered:
    match block:
        case Paragraph(inlines):
            return _joined(_render_inline(inline, names) for inline in inlines)
        case _:
            return Rendered(plain_blocks((block,)), plain_blocks((block,)))


def _render_inline(inline: Inline, names: Iterator[str]) -> Rendered:
    match inline:
        case Plain(text):
            return Rendered(text, text)
        case GapMark(hint=hint):
            name = next(names)
            return Rendered(f"[{hint or '…'}]", f"({name}: {hint})" if hint else f"({name})")
        case _:
            return Rendered(plain_text((inline,)), plain_text((inline,)))


def _joined(parts: Iterable[Rendered], separator: str = "") -> Rendered:
    parts = tuple(parts)
    return Rendered(separator.join(part.shown for part in parts), separator.join(part.spoken for part in parts))


def render_filled(content: Content, fills: Iterable[str]) -> str:
    """Render content with each gap filled, in brackets."""
    each = iter(fills)
    return "\n\n".join(
        "".join(
            f"[{next(each)}]" if isinstance(node, GapMark) else plain_text((node,)) for node in inlines_of((block,))
        )
        for block in content.blocks
    )


def render_part(question: AnyQuestion, role: Role) -> str:
    """Render the part of a question that has a role; empty without one."""
    return next((render_content(part.content).shown for part in question.parts() if part.role is role), "")


def render_response(interaction: Interaction, texts: Iterable[str]) -> tuple[str, ...]:
    """Render options that are identified by their source; what was typed stays as it is."""
    options = {content.source: content for content in _options(interaction)}
    return tuple(render_content(options[text]).shown if text in options else text for text in texts)


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
