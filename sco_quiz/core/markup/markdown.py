"""Markdown as content: a subset of CommonMark, read by markdown-it, with tables, scripts and formulas.

Read are emphasis, code, links, lists, tables, line breaks, pictures, `H~2~O`, `x^2^`, `$…$` and `$$…$$`. Everything
else stays as it is typed: HTML, headings, quotations, entities, rules. A line feed is a line break, since YAML has
joined the lines that its author only wrapped.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from sco_quiz.core.content import Content
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.embedded import Embedded, ParseInline, plain_nodes, with_stand_ins
from sco_quiz.core.markup.reader import reader_of_markdown
from sco_quiz.core.nodes import (
    MAX_DEPTH,
    Alignment,
    Block,
    BulletList,
    Code,
    CodeBlock,
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
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
)
from sco_quiz.core.plain_text import plain_text

MAX_PART = 60
"""How many characters of wrong markup to point at."""

_GAP_INSIDE = "gap-inside-markup"
_LINE_END = re.compile(r"\r\n?|\n")  # as markdown-it has it
_ALIGNMENTS: dict[str, Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}
_PAIRS: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "em": Emphasis,
    "strong": Strong,
    "sub": Subscript,
    "sup": Superscript,
}


class _Refused(Exception):
    """Carries a MarkupError out of the tree."""

    def __init__(self, error: MarkupError) -> None:
        self.error = error


def parse_markdown(source: str, embedded: Sequence[Embedded] = ()) -> Content | MarkupError:
    """Parse Markdown around embedded nodes. A single line may begin with `-` or `1.` without being a list."""
    text, nodes = with_stand_ins(source, embedded)
    reader = reader_of_markdown()
    try:
        one_line = "\n" not in text.strip()
        tokens = reader.parseInline(text.strip()) if one_line else reader.parse(text)
        tree = _Tree(text, source, nodes)
        blocks = tuple(tree.line(tokens[0])) if one_line else tree.blocks(tokens)
    except _Refused as refused:
        return refused.error
    return Content(source, blocks or (Paragraph(()),))


class _Tree:
    """Builds content from the tokens of markdown-it, with embedded nodes in place of their stand-ins."""

    def __init__(self, text: str, source: str, embedded: dict[str, Embedded]) -> None:
        self._lines = _LINE_END.split(text)
        self._source = source
        self._embedded = embedded
        self._stand_in = re.compile(f"([{''.join(embedded)}])") if embedded else None

    def line(self, token: Token) -> Iterator[Block]:
        """Yield the block of a single line: a formula that is all of it is one of its own."""
        match token.children:
            case [Token(type="math_double") as formula]:
                yield MathBlock(self._formula(formula))
            case _:
                yield Paragraph(self.inlines(token))

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """Build the blocks of a run of tokens."""
        deep = next((token for token in tokens if token.level > MAX_DEPTH), None)
        if deep:
            raise self._refused(self._line(deep), "lists are nested too deeply")
        return tuple(block for run in _runs(tokens) for block in self._block(run))

    def _block(self, run: Sequence[Token]) -> Iterator[Block]:
        first, within = run[0], run[1:-1]
        match first.type:
            case "paragraph_open":
                yield from self.line(within[0])
            case "fence":
                yield self._code_block(first)
            case "math_block":
                yield MathBlock(self._formula(first))
            case "bullet_list_open":
                yield BulletList(self._items(within))
            case "ordered_list_open":
                yield NumberedList(self._items(within), int(first.attrs.get("start", 1)))
            case "table_open":
                yield self._table(within)
            case _:  # pragma: no cover - no other rule is enabled
                raise AssertionError(first.type)

    def _code_block(self, token: Token) -> CodeBlock:
        start, end = token.map or (0, 0)
        last = self._lines[end - 1].strip()
        if end - start < 2 or not last.startswith(token.markup) or last.strip(token.markup[0]):
            raise self._refused(f"{token.markup}{token.info}", "a code block is not closed", name="unclosed-code-block")
        language = self._without_gaps(token.info, "the name of a language").strip().split(" ")[0]
        return CodeBlock(self._literal(token.content.removesuffix("\n")), language)

    def _items(self, tokens: Sequence[Token]) -> tuple[tuple[Block, ...], ...]:
        return tuple(self.blocks(run[1:-1]) for run in _runs(tokens))

    def _table(self, tokens: Sequence[Token]) -> Table:
        header, *rows = _rows(tokens)
        cells = (token for token in header if token.type == "th_open")
        alignments = tuple(_ALIGNMENTS.get(str(token.attrGet("style") or ""), "") for token in cells)
        for row in rows:
            line = self._line(row[0])
            # markdown-it drops the rest of a row
            if len(escapedSplit(line.removeprefix("|").removesuffix("|"))) > len(alignments):
                raise self._refused(line, "more cells than in the first row of the table", name="too-many-cells")
        return Table(self._row(header), tuple(map(self._row, rows)), alignments)

    def _row(self, tokens: Sequence[Token]) -> Row:
        return tuple(self.inlines(token) for token in tokens if token.type == "inline")

    def _line(self, token: Token) -> str:
        """Return the line on which a block begins."""
        return self._lines[token.map[0]].strip() if token.map else ""

    def inlines(self, token: Token) -> tuple[Inline, ...]:
        """Build the inline nodes of a token."""
        stack: list[tuple[Token, list[Inline]]] = [(token, [])]
        for child in token.children or ():
            if child.nesting == 1:
                stack.append((child, []))
                if len(stack) > MAX_DEPTH:
                    raise self._refused(token.content, "emphasis is nested too deeply")
            elif child.nesting == -1:
                opening, nodes = stack.pop()
                stack[-1][1].append(self._pair(opening, tuple(nodes)))
            else:
                stack[-1][1].extend(self._inline(child))
        return tuple(stack[0][1])

    def _pair(self, opening: Token, nodes: tuple[Inline, ...]) -> Inline:
        if opening.type == "link_open":
            url = self._without_gaps(str(opening.attrGet("href") or ""), "an address")
            self._without_gaps(str(opening.attrGet("title") or ""), "the title of a link")
            # without words, nobody would see the link
            return Link(nodes or plain_nodes(url), url, self._written(opening.meta["source"]))
        return _PAIRS[opening.tag](nodes)

    def _inline(self, token: Token) -> Iterator[Inline]:
        match token.type:
            case "text":
                yield from self._text(token.content, parse_inlines)
            case "softbreak" | "hardbreak":
                yield LineBreak()
            case "code_inline":
                yield Code(self._literal(token.content))
            case "math" | "math_double":
                yield Math(self._formula(token), token.meta["source"])
            case "image":
                yield self._image(token)
            case _:  # pragma: no cover - no other rule is enabled
                raise AssertionError(token.type)

    def _formula(self, token: Token) -> str:
        """Return the TeX of a formula, which hides in a gap as a whole or not at all."""
        written = str(token.meta["source"])
        if self._stand_in and (found := self._stand_in.search(written)):
            node = self._embedded[found[0]].node(plain_nodes, True)
            filled = self._stand_in.sub(
                lambda each: plain_text([self._embedded[each[0]].node(plain_nodes, True)], True), written
            )
            meant = f"{{{{c{node.number}::{filled}}}}}" if isinstance(node, GapMark) else ""
            raise self._refused(written, "a gap inside a formula", meant, _GAP_INSIDE)
        return token.content.strip()

    def _image(self, token: Token) -> Image:
        written = self._without_gaps(token.meta["source"], "a picture")
        return Image(str(token.attrGet("src") or ""), plain_text(self.inlines(token)).strip(), written)

    def _literal(self, text: str) -> tuple[Inline, ...]:
        """Return code with its gaps."""
        return tuple(self._text(text, plain_nodes, in_code=True))

    def _text(self, text: str, parse: ParseInline, in_code: bool = False) -> Iterator[Inline]:
        for part in self._stand_in.split(text) if self._stand_in else (text,):
            if part in self._embedded:
                yield self._embedded[part].node(parse, in_code)
            elif part:
                yield Plain(part)

    def _without_gaps(self, text: str, where: str) -> str:
        if self._stand_in and self._stand_in.search(text):
            raise self._refused(text, f"a gap inside {where}", name=_GAP_INSIDE)
        return text

    def _written(self, text: str) -> str:
        """Return text as it is in the source, with what the stand-ins stand for."""
        if not self._stand_in:
            return text
        places = self._embedded
        return self._stand_in.sub(lambda found: self._source[places[found[0]].start : places[found[0]].end], text)

    def _refused(self, part: str, message: str, meant: str = "", name: str = "broken-markup") -> _Refused:
        return _Refused(MarkupError(self._written(part)[:MAX_PART], message, meant, name))


def parse_inlines(text: str) -> tuple[Inline, ...]:
    """Parse what is inside an embedded node."""
    return _Tree(text, text, {}).inlines(reader_of_markdown().parseInline(text)[0])


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Divide tokens into runs that end where they began: a token alone, or an opening to its closing one."""
    start, depth = 0, 0
    for at, token in enumerate(tokens):
        depth += token.nesting
        if not depth:
            yield tokens[start : at + 1]
            start = at + 1


def _rows(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            start = at
        elif token.type == "tr_close":
            yield tokens[start:at]
