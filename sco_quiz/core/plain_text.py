"""The plain form of nodes: their text without markup."""

from collections.abc import Iterable
from typing import assert_never

from sco_quiz.core.nodes import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Correction,
    Emphasis,
    GapMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
    NumberedList,
    Paragraph,
    Plain,
    Strong,
    Subscript,
    Superscript,
    Table,
)
from sco_quiz.core.scripts import subscript, superscript


def plain_blocks(blocks: Iterable[Block], solved: bool = False) -> str:
    """Return blocks as plain text, a blank line between them, with the gaps filled if `solved`."""
    return "\n\n".join(_plain_block(block, solved) for block in blocks)


def _plain_block(block: Block, solved: bool) -> str:
    match block:
        case Paragraph(inlines) | CodeBlock(inlines):
            return plain_text(inlines, solved)
        case MathBlock(tex):
            return tex
        case BulletList(items):
            return _plain_items((("-", item) for item in items), solved)
        case NumberedList(items, start):
            return _plain_items(((f"{n}.", item) for n, item in enumerate(items, start)), solved)
        case Table(header, rows):
            return "\n".join(" | ".join(plain_text(cell, solved) for cell in row) for row in (header, *rows))
    assert_never(block)


def _plain_items(items: Iterable[tuple[str, tuple[Block, ...]]], solved: bool) -> str:
    return "\n".join(_plain_item(label, item, solved) for label, item in items)


def _plain_item(label: str, blocks: tuple[Block, ...], solved: bool) -> str:
    """Return an item behind its label, with its other lines below its first one, as deep as that."""
    text = "\n".join(_plain_block(block, solved) for block in blocks)
    margin = " " * (len(label) + 1)
    return f"{label} {text}".replace("\n", f"\n{margin}").rstrip(" ")


def plain_text(nodes: Iterable[Inline], solved: bool = False) -> str:
    """Return nodes as plain text, with the gaps filled if `solved`."""
    return "".join(_plain(node, solved) for node in nodes)


def _plain(node: Inline, solved: bool) -> str:
    match node:
        case Plain(text):
            return text
        case Emphasis(nodes) | Strong(nodes) | Code(nodes) | Link(nodes):
            return plain_text(nodes, solved)
        case Subscript(nodes):
            return subscript(plain_text(nodes, solved))
        case Superscript(nodes):
            return superscript(plain_text(nodes, solved))
        case Math(tex):
            return tex
        case LineBreak():
            return "\n"
        case Image(alt=alt):
            return alt
        case GapMark(_, hidden, hint):
            return plain_text(hidden, solved) if solved else f"[{hint or '…'}]"
        case Correction(wrong, right):
            return plain_text(right if solved else wrong, solved)
    assert_never(node)


def typed_text(nodes: Iterable[Inline]) -> str:
    """Return nodes as a keyboard can type them: `x^n`, `Vgas`, and a formula in one line."""
    return "".join(map(_typed, nodes))


def _typed(node: Inline) -> str:
    match node:
        case Math(tex):
            from sco_quiz.core.markup.formulas import formula_text  # slow to import, and most banks have no formulas

            return formula_text(tex)
        case Superscript(nodes):
            return f"^{typed_text(nodes)}"
        case Emphasis(nodes) | Strong(nodes) | Link(nodes) | Subscript(nodes):
            return typed_text(nodes)
        case _:
            return plain_text((node,), solved=True)
