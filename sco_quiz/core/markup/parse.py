"""Parse the text of a field: plain, or Markdown with formulas; with gaps in the prompt of a cloze."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from sco_quiz.core.content import Content, literal
from sco_quiz.core.gap_syntax import FoundGap, MarkupError, find_gaps, unescape
from sco_quiz.core.markup.embedded import Embedded, ParseInline, plain_nodes
from sco_quiz.core.nodes import Correction, GapMark, Inline, Paragraph, Plain, Strong

Markup = Literal["plain", "markdown"]
# without any of them a line of Markdown is itself, as most text is: that is ten times as fast as the parser
_MARKS = re.compile(r"[\\`*_\[<~^$\n\r\0]")
# between spaces or punctuation no rule reads the stars in another way
_BOLD = re.compile(r"(?:^|(?<=[ (]))\*\*([^\W_](?:[^*]*[^\W_])?)\*\*(?=$|[ .,;:?!)])")


@lru_cache(maxsize=4096)
def parse_content(source: str, gaps: bool = False, markup: Markup = "plain") -> Content | MarkupError:
    """Parse text. Only the prompt of a cloze has `gaps`; anywhere else `{{` is literal.

    Results are cached: every view of a question parses it again.
    """
    found = find_gaps(source, marked_up=markup == "markdown") if gaps else ()
    if isinstance(found, MarkupError):
        return found
    embedded = tuple(Embedded(gap.start, gap.end, _gap(gap)) for gap in found)
    return _parse(source, embedded, markup)


def parse_corrected(source: str, corrections: Sequence[tuple[str, str]], markup: Markup) -> Content | MarkupError:
    """Parse a statement whose wrong words are marked, each with the right ones: (wrong, right)."""
    right = dict(corrections)
    # the longest first, since one wrong text may begin with another
    wrong = re.compile("|".join(re.escape(text) for text in sorted(right, key=len, reverse=True)))
    found = (Embedded(*each.span(), _correction(each[0], right[each[0]])) for each in wrong.finditer(source))
    return _parse(source, tuple(found), markup)


def _parse(source: str, embedded: Sequence[Embedded], markup: Markup) -> Content | MarkupError:
    if markup == "markdown":
        if simple := _simple(source, embedded):
            return simple
        from sco_quiz.core.markup.markdown import parse_markdown  # slow to import, and most text is simple

        return parse_markdown(source, embedded)
    return _around(embedded, source, source, plain_nodes) if embedded else literal(source)


def _simple(source: str, embedded: Sequence[Embedded]) -> Content | None:
    """Return what the parser makes of one line of Markdown without marks but bold words; None for any other text."""
    words = source.strip()
    if not words:
        return None
    if not _MARKS.search(source):
        return _around(embedded, source, words, _inlines)
    parts = _BOLD.split(words)
    if embedded or any(map(_MARKS.search, parts)):
        return None
    nodes = (Strong((Plain(part),)) if at % 2 else Plain(part) for at, part in enumerate(parts) if part)
    return Content(source, (Paragraph(tuple(nodes)),))


def _inlines(text: str) -> tuple[Inline, ...]:
    """Parse Markdown inside an embedded node."""
    if not _MARKS.search(text):
        return plain_nodes(text)
    from sco_quiz.core.markup.markdown import parse_inlines

    return parse_inlines(text)


def _around(embedded: Sequence[Embedded], source: str, words: str, parse: ParseInline) -> Content:
    """Return content of literal characters around embedded nodes; `words` are what to show of the source."""
    nodes: list[Inline] = []
    end = source.index(words)
    last = end + len(words)
    for each in embedded:
        nodes += plain_nodes(source[end : each.start])
        nodes.append(each.node(parse, False))
        end = each.end
    return Content(source, (Paragraph((*nodes, *plain_nodes(source[end:last]))),))


def _gap(gap: FoundGap) -> Callable[[ParseInline, bool], Inline]:
    def node(parse: ParseInline, in_code: bool) -> GapMark:
        # elsewhere the parser reads the escapes
        hidden = unescape(gap.hidden) if in_code else gap.hidden
        return GapMark(gap.number, parse(hidden), gap.hint, in_code)

    return node


def _correction(wrong: str, right: str) -> Callable[[ParseInline, bool], Inline]:
    return lambda parse, in_code: Correction(parse(wrong), parse(right))
