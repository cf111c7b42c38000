r"""The notation of gaps, that of Anki: `{{c1::hidden words}}` or `{{c1::hidden words::hint}}`.

Braces nest, so that hidden code and formulas need no escape. `\{` and `\}` write a brace that has no partner, `\:\:`
a double colon that starts no hint. With markup, braces and colons in code and formulas need no escape either.
"""

import re
from collections.abc import Iterable, Sequence

from sco_quiz.core.found_gap import FoundGap, MarkupError

# the name of a gap is strict, since Anki takes `{{C1::` or `{{c1:` for a field name
_OPENING = re.compile(r"\{\{c(\d+)::")
_MOST_DIGITS = 9
_BRACE = re.compile(r"\\[{}]|[{}]")
_HINT = re.compile(r"(?<!\\)::")
# code or a formula on one line: what is in it belongs to no gap; a run of backticks is read from its start only
_MARKED = r"(?<!(?<!\\)`)(?P<ticks>`++)[^\n]*?(?<!`)(?P=ticks)(?!`)|(?<![\\\w])\$(?! )(?:\\.|[^\\$\n])+(?<! )\$(?!\d)"
_MARKED_OR_BRACE = re.compile(f"{_MARKED}|{_BRACE.pattern}")
_MARKED_OR_HINT = re.compile(f"{_MARKED}|{_HINT.pattern}")
# code, as in a template, where braces outside of gaps are literal unless they look like a gap
_CODE = re.compile(
    r"^ *(?P<fence>```++|~~~++)[^\n]*\n.*?^ *(?P=fence)|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
_LIKE_GAP = re.compile(r"\{\{ ?(?:[cC]\d|[cC]?\d* ?[:;：])")
_ESCAPED = re.compile(r"\\([{}])|\\:\\:")
_BRACED = re.compile(r"\{\{([^{}]*)\}\}")
_NUMBERED = re.compile(r"([cC]?)(\d*)\s*([:;：]*)\s*(.*)", re.DOTALL)
# what teachers from other programs write for a gap; possessive, so that a long text with one bracket stays linear
_LOOKS_LIKE_ONE = re.compile(r"_{2,}|\{(?:c(?:\d++|(?=:))|\d++(?=:))?:*+([^{}]+)\}|\[([^\[\]]+)\]")


def find_gaps(text: str, marked_up: bool = False) -> tuple[FoundGap, ...] | MarkupError:
    """Find every gap, or the first part that Anki would not take for one."""
    gaps: list[FoundGap] = []
    opening = _OPENING.search(text)
    while opening:
        end = _closing(text, opening.end(), marked_up)
        if end is None:
            break  # reported below as not closed
        gap = _gap(text, opening, end, marked_up)
        if isinstance(gap, MarkupError):
            return gap._replace(start=opening.start())
        gaps.append(gap)
        opening = _OPENING.search(text, gap.end)
    rest = _without(text, gaps)
    broken = _broken_outside(_CODE.sub(_if_like_gaps, rest) if marked_up else rest)
    return broken._replace(start=_outside(text, gaps, broken.part)) if broken else tuple(gaps)


def _gap(text: str, opening: re.Match[str], end: int, marked_up: bool) -> FoundGap | MarkupError:
    """Read the gap whose `}}` begins at an offset."""
    inside, whole = text[opening.end() : end], text[opening.start() : end + 2]
    if _OPENING.search(inside):  # the fallback of _closing may reach into the next gap
        return MarkupError(whole, "a gap inside another gap")
    if len(opening[1]) > _MOST_DIGITS:
        return MarkupError(whole, f"the number of a gap has {len(opening[1])} digits")
    hidden, *hints = _split(inside, marked_up)
    if len(hints) > 1:
        *words, hint = hidden, *hints
        escaped = r"\:\:".join(words)
        return MarkupError(whole, "a second :: in one gap", f"{opening[0]}{escaped}::{hint}}}}}")
    # Markdown has the same escapes, and in its formulas they are none
    shown = hidden if marked_up else unescape(hidden)
    return FoundGap(opening.start(), end + 2, int(opening[1]), shown, unescape("".join(hints)))


def _split(inside: str, marked_up: bool) -> list[str]:
    """Divide what is inside a gap into the hidden words and hints."""
    if not marked_up:
        return _HINT.split(inside)
    parts, start = [], 0
    for found in _MARKED_OR_HINT.finditer(inside):
        if found[0] == "::":
            parts.append(inside[start : found.start()])
            start = found.end()
    return [*parts, inside[start:]]


def _closing(text: str, start: int, marked_up: bool) -> int | None:
    """Return the offset of the `}}` that closes a gap: the first at which the braces inside are paired.

    Code such as `if (x) {` has a brace without a partner. Where pairing finds no end before the next gap, the first
    `}}` ends the gap, as Anki reads it.
    """
    # never beyond the next gap: a long text with one unclosed brace stays linear
    following = _OPENING.search(text, start)
    limit = following.start() if following else len(text)
    depth = 0
    for brace in (_MARKED_OR_BRACE if marked_up else _BRACE).finditer(text, start, limit):
        if brace[0] == "{":
            depth += 1
        elif brace[0] == "}" and depth:
            depth -= 1
        elif brace[0] == "}" and text.startswith("}}", brace.start()):
            return brace.start()
    first = text.find("}}", start)
    return None if first < 0 else first


def unescape(text: str) -> str:
    """Return text without the escapes of the notation of gaps."""
    return _ESCAPED.sub(lambda found: found[1] or "::", text)


def _without(text: str, gaps: Iterable[FoundGap]) -> str:
    """Return what is left between the gaps."""
    parts, end = [], 0
    for gap in gaps:
        parts.append(text[end : gap.start])
        end = gap.end
    return "".join([*parts, text[end:]])


def _outside(text: str, gaps: Sequence[FoundGap], part: str) -> int:
    """Return the offset at which a part of the text first is outside of gaps; -1 where it is not."""
    bounds = zip([0, *(gap.end for gap in gaps)], [*(gap.start for gap in gaps), len(text)], strict=True)
    return next((at for start, end in bounds if (at := text.find(part, start, end)) >= 0), -1)


def _if_like_gaps(code: re.Match[str]) -> str:
    return code[0] if _LIKE_GAP.search(code[0]) else ""


def _broken_outside(rest: str) -> MarkupError | None:
    """Return the first trace of a gap outside every gap; braces in pairs are ordinary text."""
    if found := _BRACED.search(rest):
        return _braced(found[0], found[1])
    opened: list[int] = []
    for brace in _BRACE.finditer(rest):
        if brace[0] == "{":
            opened.append(brace.start())
        elif brace[0] == "}" and opened:
            opened.pop()
        elif brace[0] == "}" and rest.startswith("}}", brace.start()):
            return MarkupError("}}", "}} closes no gap")
    unclosed = next((at for at in opened if rest.startswith("{{", at)), None)
    return None if unclosed is None else _unclosed(rest[unclosed:])


def _unclosed(rest: str) -> MarkupError:
    part = rest[: 2 + len(rest[2:].split("{", maxsplit=1)[0])].split("}", maxsplit=1)[0].rstrip()
    if rest.startswith(f"{part}}}"):
        part += "}"
    shown = part.rstrip("}. ?!")
    return MarkupError(part, "a gap is not closed", f"{shown}}}}}" if _OPENING.match(shown) else "")


def _braced(part: str, inside: str) -> MarkupError:
    """Explain two braces on either side of something that is not `c1::hidden words`."""
    found = _NUMBERED.fullmatch(inside.strip())
    letter, number, colons, words = found.groups() if found else ("", "", "", inside)
    if not colons or (not letter and colons != "::"):
        hidden = inside.strip()
        return MarkupError(part, "missing c1:: in this gap", f"{{{{c1::{hidden}}}}}" if hidden else "")
    right = f"{{{{c{number or 1}::{words}}}}}"
    if letter == "C":
        return MarkupError(part, f"a gap number has a lower-case c: c{number or 1}", right)
    if not letter or not number:
        return MarkupError(part, "a gap starts with c and a number: c1::", right)
    if colons != "::":
        return MarkupError(part, f"expected two colons after c{number}", right)
    return MarkupError(part, f"remove the spaces around c{number} and ::", right)


def likely_gap(prompt: str) -> MarkupError | None:
    """Find what was meant as a gap in a prompt without any: underscores, or words in brackets or single braces."""
    found = _LOOKS_LIKE_ONE.search(prompt)
    if not found:
        return None
    return MarkupError(found[0], "", f"{{{{c1::{found[1] or found[2] or 'the hidden words'}}}}}")
