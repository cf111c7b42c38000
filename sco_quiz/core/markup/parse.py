"""Parse the text of a field: plain, or Markdown with formulas; with gaps in the prompt of a cloze."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from sco_quiz.core.content import Content, literal
from sco_quiz.core.gap_syntax import FoundGap, MarkupError, find_gaps, unescape
from sco_quiz.core.markup.embedded import Embedded, ParseInline, plain_nodes
from sco_quiz.core.nodes import Correction, GapMark, Inline, Paragraph, Plain

Markup = Literal["plain", "markdown"]


@lru_cache(maxsize=4096)
def parse_content(source: str, gaps: bool = False, markup: Markup = "plain") -> Content | MarkupError:
    """Parse text. Only the prompt of a cloze has `gaps`; anywhere else `{{` is literal.

    Results are cached: every view of a question parses it again.
    """
    if not gaps:
        return _parse(source, (), markup)
    found = find_gaps(source, marked_up=markup == "markdown")
    if isinstance(found, MarkupError):
        return found
    return _parse(source, tuple(Embedded(gap.start, gap.end, _gap(gap)) for gap in found), markup)


def parse_corrected(source: str, corrections: Sequence[tuple[str, str]], markup: Markup) -> Content | MarkupError:
    """Parse a statement whose wrong words are marked, each with the right ones: (wrong, right)."""
    right = dict(corrections)
    # the longest first, since one wrong text may begin with another
    wrong = re.compile("|".join(re.escape(text) for text in sorted(right, key=len, reverse=True)))
    found = (Embedded(*each.span(), _correction(each[0], right[each[0]])) for each in wrong.finditer(source))
    return _parse(source, tuple(found), markup)


def _parse(source: str, embedded: Sequence[Embedded], markup: Markup) -> Content | MarkupError:
    if markup == "markdown":
        from sco_quiz.core.markup.markdown import parse_markdown  # slow to import, and most banks are plain

        return parse_markdown(source, embedded)
    return Content(source, (Paragraph(_plain_nodes(source, embedded)),)) if embedded else literal(source)


def _plain_nodes(source: str, embedded: Sequence[Embedded]) -> tuple[Inline, ...]:
    nodes: list[Inline] = []
    end = 0
    for each in embedded:
        if each.start > end:
            nodes.append(Plain(source[end : each.start]))
        nodes.append(each.node(plain_nodes, False))
        end = each.end
    if end < len(source):
        nodes.append(Plain(source[end:]))
    return tuple(nodes)


def _gap(gap: FoundGap) -> Callable[[ParseInline, bool], Inline]:
    def node(parse: ParseInline, in_code: bool) -> GapMark:
        # elsewhere the parser reads the escapes
        hidden = unescape(gap.hidden) if in_code else gap.hidden
        return GapMark(gap.number, parse(hidden), gap.hint, in_code)

    return node


def _correction(wrong: str, right: str) -> Callable[[ParseInline, bool], Inline]:
    return lambda parse, in_code: Correction(parse(wrong), parse(right))
