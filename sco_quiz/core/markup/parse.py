"""Parse the text of a field: plain, or Markdown with formulas; with gaps in the prompt of a cloze."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from sco_quiz.core.content import Content, literal
from sco_quiz.core.found_gap import FoundGap, MarkupError
from sco_quiz.core.markup.embedded import STAND_INS, Embedded, ParseInline, plain_nodes, with_stand_ins
from sco_quiz.core.nodes import Correction, Emphasis, GapMark, Inline, Paragraph, Strong

Markup = Literal["plain", "markdown"]
# without any of them a line of Markdown is itself, as most text is: that is ten times as fast as the parser
_MARKS = re.compile(r"[\\`*_\[<~^$\n\r\0]")
# between spaces or punctuation no rule reads the stars in another way
_LETTER = f"(?:[^\\W_]|[{STAND_INS[0]}-{STAND_INS[1]}])"
_STARRED = re.compile(rf"(?:^|(?<=[ (]))(\*\*?)({_LETTER}(?:[^*]*{_LETTER})?)\1(?=$|[ .,;:?!)])")
_PAIRS: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {"*": Emphasis, "**": Strong}


@lru_cache(maxsize=4096)
def parse_content(source: str, gaps: bool = False, markup: Markup = "plain") -> Content | MarkupError:
    """Parse text. Only the prompt of a cloze has `gaps`; anywhere else `{{` is literal.

    Results are cached: every view of a question parses it again.
    """
    if not gaps:
        return _parse(source, (), markup)
    from sco_quiz.core.gap_syntax import find_gaps  # few questions have gaps

    found = find_gaps(source, marked_up=markup == "markdown")
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
    return _literal_around(source, embedded) if embedded else literal(source)


def _simple(source: str, embedded: Sequence[Embedded]) -> Content | None:
    """Return what the parser makes of one line of Markdown, with some words in stars or none; else None."""
    text, nodes = with_stand_ins(source, embedded)
    # what is around them, the stars, and the words between them, in turn
    parts = _STARRED.split(text.strip())
    if parts == [""] or any(map(_MARKS.search, (*parts[::3], *parts[2::3]))):
        return None
    inlines = list(_filled(parts[0], nodes, _inlines))
    for stars, words, rest in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        inlines += [_PAIRS[stars](tuple(_filled(words, nodes, _inlines))), *_filled(rest, nodes, _inlines)]
    return Content(source, (Paragraph(tuple(inlines)),))


def _inlines(text: str) -> tuple[Inline, ...]:
    """Parse Markdown inside an embedded node."""
    if not _MARKS.search(text):
        return plain_nodes(text)
    from sco_quiz.core.markup.markdown import parse_inlines

    return parse_inlines(text)


def _literal_around(source: str, embedded: Sequence[Embedded]) -> Content:
    """Return content of literal characters around embedded nodes."""
    return Content(source, (Paragraph(tuple(_filled(*with_stand_ins(source, embedded), plain_nodes))),))


def _filled(text: str, nodes: Mapping[str, Embedded], parse: ParseInline) -> Iterator[Inline]:
    """Yield literal text with the embedded nodes in place of their stand-ins."""
    start = 0
    for at, character in enumerate(text) if nodes else ():
        if character in nodes:
            yield from plain_nodes(text[start:at])
            yield nodes[character].node(parse, False)
            start = at + 1
    yield from plain_nodes(text[start:])


def _gap(gap: FoundGap) -> Callable[[ParseInline, bool], Inline]:
    from sco_quiz.core.gap_syntax import unescape

    def node(parse: ParseInline, in_code: bool) -> GapMark:
        # elsewhere the parser reads the escapes
        hidden = unescape(gap.hidden) if in_code else gap.hidden
        return GapMark(gap.number, parse(hidden), gap.hint, in_code)

    return node


def _correction(wrong: str, right: str) -> Callable[[ParseInline, bool], Inline]:
    return lambda parse, in_code: Correction(parse(wrong), parse(right))
