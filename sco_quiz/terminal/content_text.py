"""Content as a string: for a line of a list, and in words for a screen reader."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
    Link,
    Math,
    MathBlock,
    NumberedList,
    Paragraph,
    Plain,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
    inlines_of,
    walk,
)
from sco_quiz.core.plain_text import plain_blocks, plain_text
from sco_quiz.core.plural import counted
from sco_quiz.terminal.replaced import replaced, replaced_inlines

POWERS = {"2": " squared", "3": " cubed"}
_END = "\0"
"""Ends a script: a space, if a word follows."""


def text_of(blocks: Iterable[Block]) -> str:
    """Return blocks as text: formulas in Unicode, code in backticks, a picture as its alternative text."""
    return plain_blocks(replaced(blocks, _written))


def _written(node: Inline) -> Iterable[Inline] | None:
    match node:
        case Math(tex):
            return (Plain(formula_text(tex)),)
        case Image():
            return (Plain(picture_label(node)),)
        case Code(inside):
            return (Plain("`"), *inside, Plain("`"))
        case Correction(_, right):
            return replaced_inlines(right, _written)
        case _:
            return None


def picture_label(image: Image, pictures: Sequence[str] = ()) -> str:
    """Return what stands for a picture, with its number if there are several."""
    number = f" {pictures.index(image.file) + 1}" if len(pictures) > 1 and image.file in pictures else ""
    return f"[picture{number}: {image.alt}]"


def spoken_text(blocks: Sequence[Block], *, stressed: bool = False, pictures: Sequence[str] = ()) -> str:
    """Return blocks in words. If `stressed`, asterisks mark emphasis, which a prompt may depend on."""
    said = "\n\n".join(map(_spoken_block, replaced(blocks, _Speaker(blocks, stressed, pictures))))
    # a mass number has no base, and is no power
    said = re.sub(r"(?<!\S) to the power ", "superscript ", said)
    return re.sub(rf"{_END}(?=\w)", " ", said).replace(_END, "")


class _Speaker:
    """Says each inline node in words; gaps are numbered as they are read, not by c1, c2."""

    def __init__(self, blocks: Iterable[Block], stressed: bool, pictures: Sequence[str]) -> None:
        count = sum(isinstance(node, GapMark) for node in walk(inlines_of(blocks)))
        # an answer lists the words in this order
        self._gaps = iter([f"gap {number}" for number in range(1, count + 1)] if count > 1 else ["gap"] * count)
        self._stressed, self._pictures = stressed, pictures

    def __call__(self, node: Inline) -> Iterable[Inline] | None:
        match node:
            case Math(tex):
                return (Plain(formula_words(tex)),)
            case Image():
                return (Plain(f"({picture_label(node, self._pictures)[1:-1]})"),)
            case GapMark(hint=hint):
                name = next(self._gaps)
                return (Plain(f"({name}: {hint})" if hint else f"({name})"),)
            case Code(inside):
                return (Plain("`"), *self._said(inside), Plain("`"))
            case Emphasis(inside) | Strong(inside):
                return self._emphasized(inside)
            case Subscript(inside):
                return (Plain(f" sub {plain_text(self._said(inside))}{_END}"),)
            case Link(inside, url):
                return (*self._said(inside), Plain(link_address(plain_text(inside), url)))
            case Superscript(inside):
                return (Plain(_raised(plain_text(self._said(inside)))),)
            case Correction(_, right):
                return self._said(right)
            case _:
                return None

    def _emphasized(self, nodes: Sequence[Inline]) -> tuple[Inline, ...]:
        is_marked_inside = len(nodes) == 1 and isinstance(nodes[0], Emphasis | Strong)
        mark = (Plain("*"),) if self._stressed and not is_marked_inside else ()
        return (*mark, *self._said(nodes), *mark)

    def _said(self, nodes: Iterable[Inline]) -> tuple[Inline, ...]:
        return replaced_inlines(nodes, self)


def link_address(words: str, url: str) -> str:
    """Return the address of a link in brackets: not every terminal opens it; empty if the words are the address."""
    return "" if words in (url, url.removeprefix("mailto:")) else f" ({url})"


def _raised(text: str) -> str:
    if text in POWERS:
        return f"{POWERS[text]}{_END}"
    if text.isalpha():  # as in 1st
        return text
    said = " ".join(text.replace("+", " plus ").replace("-", " minus ").replace("−", " minus ").split())
    return f"{' to the power' if text.lstrip('-−').isdecimal() else ' superscript'} {said}{_END}"


def _spoken_block(block: Block) -> str:
    match block:
        case Paragraph(inlines):
            return plain_text(inlines)
        case CodeBlock(inlines, language):
            return f"code{f', {language}' if language else ''}:\n{plain_text(inlines)}\nend of code"
        case MathBlock(tex):
            return formula_words(tex)
        case BulletList(items):
            return _spoken_items(["-"] * len(items), items)
        case NumberedList(items, start):
            return _spoken_items([f"{number}." for number in range(start, start + len(items))], items)
        case Table():
            return "\n".join(spoken_table(block))
    assert_never(block)


def _spoken_items(labels: Sequence[str], items: Sequence[Sequence[Block]]) -> str:
    spoken = ("\n".join(map(_spoken_block, item)).replace("\n", "\n   ") for item in items)
    lines = (f"{label} {text}" for label, text in zip(labels, spoken, strict=True))
    return "\n".join([f"list, {counted(len(items), 'item')}:", *lines])


def spoken_table(table: Table) -> Iterator[str]:
    """Yield a line with the size of a table, and a line for each row, each cell with its heading."""
    yield f"table, {counted(len(table.header), 'column')}, {counted(len(table.rows), 'row')}:"
    for number, row in enumerate(table.rows, start=1):
        yield f"row {number}: {'; '.join(_cells(table.header, row))}"


def _cells(header: Row, row: Row) -> Iterator[str]:
    for heading, cell in zip(header, row, strict=True):
        name, text = plain_text(heading), plain_text(cell) or "empty"
        yield f"{name}: {text}" if name else text


def formula_text(tex: str) -> str:
    """Return a formula in Unicode."""
    from sco_quiz.core.markup import formulas  # slow to import, and most banks have no formula

    return formulas.formula_text(tex)


def formula_words(tex: str) -> str:
    """Return a formula in words."""
    from sco_quiz.core.markup import formulas

    return formulas.formula_words(tex)
