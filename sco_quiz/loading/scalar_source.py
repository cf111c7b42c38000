"""Find characters of a scalar in its file, by the way in which YAML writes it there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FOLD = r"(?P<fold>[ \t]*\n[ \t\n]*)"
_ESCAPE = r"\\(?:x.{2}|u.{4}|U.{8}|.)"
# the pieces of a scalar by its style; a backslash at the end of a line joins it with the next one
_DOUBLE = re.compile(rf'{_FOLD}|(?P<join>\\\n[ \t\n]*)|(?P<one>{_ESCAPE})|[^"\\\n \t]+|[ \t]+')
_SINGLE = re.compile(rf"{_FOLD}|(?P<one>'')|[^'\n \t]+|[ \t]+")
_PLAIN = re.compile(rf"{_FOLD}|[^\n \t]+|[ \t]+")
# a lone `!` only says that a value is text
_TAG = re.compile(r"!(?:[ \t\n]+|#.*)*")


class _Piece(NamedTuple):
    """Some characters of a value, and where they start and end in the source: alike, or written otherwise."""

    length: int
    start: int
    end: int

    def source_of(self, count: int) -> int:
        """Return where the source of its first characters ends."""
        return self.start + count if self.end - self.start == self.length else self.end if count else self.start


def source_range(source: str, start: int, value: str, first: int, last: int) -> tuple[int, int] | None:
    """Return from where to where characters of a value are in the source, in which the value starts at an offset.

    >>> source_range('say: "a \\\\x62 c"', 5, "a b c", 2, 3)
    (8, 12)
    """
    begin, at = None, 0
    for piece in _pieces(source, start, value):
        if begin is None and first < at + piece.length:
            begin = piece.source_of(first - at)
        if begin is not None and last <= at + piece.length:
            return begin, piece.source_of(last - at)
        at += piece.length
    return None


def _pieces(source: str, start: int, value: str) -> Iterator[_Piece]:
    if tag := _TAG.match(source, start):
        start = tag.end()
    match source[start : start + 1]:
        case '"':
            return _flowing(_DOUBLE, source, start + 1)
        case "'":
            return _flowing(_SINGLE, source, start + 1)
        case "|" | ">" as style:
            return _block(source, start, value, folded=style == ">")
    return _flowing(_PLAIN, source, start)


def _flowing(style: re.Pattern[str], source: str, start: int) -> Iterator[_Piece]:
    """Yield the pieces of text in quotes, or without any: one line end is a space, more are one fewer."""
    while found := style.match(source, start):
        ends = found[0].count("\n")
        start = found.end()
        match found.lastgroup:
            case "fold":
                yield _Piece(max(1, ends - 1), found.start(), found.start())
            case "join":
                yield _Piece(ends - 1, found.start(), found.start())
            case "one":
                yield _Piece(1, found.start(), start)
            case _:
                yield _Piece(start - found.start(), found.start(), start)


def _block(source: str, start: int, value: str, folded: bool) -> Iterator[_Piece]:
    """Yield the pieces of text below `|` or `>`: as its lines are, or with those folded that start with no space."""
    end = _line_end(source, start)
    indent = _indent(source[end:]) - _indent(value)
    margin, empty, foldable, begun = " " * indent, 0, False, False
    while end < len(source):
        line, end_before = end + 1, end
        end = _line_end(source, line)
        text = source[line:end]
        if len(text) <= indent and not text.strip(" "):
            empty += 1
            continue
        if not text.startswith(margin):
            break
        starts_with_word = text[indent] not in " \t"
        folds = folded and foldable and starts_with_word
        yield _Piece(max(1, empty) if folds else empty + begun, end_before, end_before)
        yield _Piece(len(text) - indent, line + indent, end)
        empty, foldable, begun = 0, starts_with_word, True
    yield _Piece(empty + 1, end, end)


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end


def _indent(text: str) -> int:
    """Return with how many spaces the first line starts that has more than spaces."""
    found = re.search(r"^( *)[^ \n]", text, re.MULTILINE)
    return len(found[1]) if found else 0
