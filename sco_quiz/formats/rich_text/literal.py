"""Write any text as Markdown that means exactly this text, with as few escapes as possible: teachers read it."""

import re
from collections.abc import Iterator
from string import punctuation

_PUNCTUATION = re.escape(punctuation)
# most text has nothing that could be markup
_SUSPECT = re.compile(r"[\\`*_\]<~^$\n\r]")
# never a mark, with any neighbors; as in core/markup/rules.py
_HARMLESS = re.compile(r"(?<!\w)__[a-z]\w*__(?!\w)|(?<=\d)\*+(?=[^\W_])|(?<=\w)\*+(?=\d)", re.ASCII | re.IGNORECASE)
_SINGLE = re.compile(rf"\\(?=[{_PUNCTUATION}\n])|`|\](?=\()|<(?=https?:|mailto:|[^\s<>:/]+@)", re.IGNORECASE)
_SINGLE_OR_END = re.compile(rf"{_SINGLE.pattern}|[\\\]<!]$", re.IGNORECASE)
_RUN = re.compile(r"\*+|_+")
_SCRIPT = re.compile(r"(?:(?<=[^\s(\[{~])(?=~)|(?<!\^)(?=\^))([~^])(?=([^\s~^]+)\1(?!\d)(.?))", re.DOTALL)
_SCRIPT_TO_EDGE = re.compile(r"[~^](?=[^\s~^]*+$)")
_OPERATOR = re.compile(r"[^\\$`]*\w[-+*/=]\w[^\\$`]*")
_END_OF_TERM = re.compile(r"$|[\s.,;:!?)\]]")
_DOLLAR = re.compile(r"(?<![^\W_])\$(?!\s)")
_CLOSING_DOLLAR = re.compile(r"(?<!\s)\$(?!\d)")
# where a line may begin a list, a block of code, or the row below the header of a table
_LINE_START = re.compile(r"^(?:[-+*](?=[ \t]|$)|\d{1,9}(?=[.)](?:[ \t]|$))|~(?=~~)|[|:-](?=[|:\- \t]*$))", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{2,}")
_INDENT = re.compile(r"(?<=\n)[ \t]+")
_DOUBLE_BRACE = re.compile(r"\{(?=\{)|(?<=\{)\{|\}(?=\})|(?<=\})\}")
_IN_GAP = re.compile(r"[{}]|:(?=:)|(?<=:):")


def escaped(text: str, gaps: bool = False) -> str:
    r"""Return Markdown whose content is the text, character by character; `gaps` for the prompt of a cloze.

    White space around paragraphs is dropped, the indent of a line becomes
    no-break spaces: Markdown has no other place for them.

    >>> escaped("5-6 o'clock, $5, x^2+y^2, 2*3*4"), escaped("*this*"), escaped("{{c1::a}}", gaps=True)
    ("5-6 o'clock, $5, x^2+y^2, 2*3*4", '\\*this\\*', '\\{\\{c1::a\\}\\}')
    """
    text = _tidy(text)
    places = set(_marks(text)) if _SUSPECT.search(text) else set()
    markdown = _with_backslashes(text, places)
    return doubled_braces(markdown) if gaps else markdown


def escaped_part(text: str, alone: bool = False) -> str:
    r"""Return Markdown for a part of a line, which anything may follow and precede unless it is alone on its line.

    >>> escaped_part("*this"), escaped_part("a_b 2*3")
    ('\\*this', 'a_b 2*3')
    """
    places = {*_marks(text, alone)} if _SUSPECT.search(text) or text.endswith("!") else set()
    return _with_backslashes(text, places)


def doubled_braces(markdown: str) -> str:
    r"""Return Markdown for the prompt of a cloze: two braces in a row are escaped, for they mark gaps.

    >>> doubled_braces("{a} {{b}}")
    '{a} \\{\\{b\\}\\}'
    """
    return _DOUBLE_BRACE.sub(lambda found: f"\\{found[0]}", markdown)


def escaped_in_gap(text: str) -> str:
    r"""Return Markdown for the hidden words of a gap; braces and double colons are literal, too.

    >>> escaped_in_gap("std::string{}")
    'std\\:\\:string\\{\\}'
    """
    text = _tidy(text)
    return _with_backslashes(text, {*_marks(text), *(found.start() for found in _IN_GAP.finditer(text))})


def _tidy(text: str) -> str:
    text = text.strip().replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text:
        return text
    lines = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    paragraphs = (_INDENT.sub(_fixed, paragraph.strip()) for paragraph in _BLANK_LINES.split(lines))
    return "\n\n".join(filter(None, paragraphs))


def _fixed(indent: re.Match[str]) -> str:
    return "\N{NO-BREAK SPACE}" * len(indent[0].expandtabs(4))


def _with_backslashes(text: str, places: set[int]) -> str:
    """Return text with a backslash before each of the places."""
    parts, end = [], 0
    for place in sorted(places):
        parts.append(text[end:place])
        end = place
    return "\\".join([*parts, text[end:]])


def _marks(text: str, alone: bool = True) -> Iterator[int]:
    """Yield the offset of each character that would mark something; text that is not alone has unknown neighbors."""
    yield from (found.start() for found in (_SINGLE if alone else _SINGLE_OR_END).finditer(text))
    yield from _emphasis(text, alone)
    yield from (found.start() for found in _SCRIPT.finditer(text) if _is_script(found))
    if not alone:
        yield from (found.start() for found in _SCRIPT_TO_EDGE.finditer(text))
    closing = max((found.start() for found in _CLOSING_DOLLAR.finditer(text)), default=-1) if alone else len(text)
    yield from (found.start() for found in _DOLLAR.finditer(text) if found.start() < closing)
    if alone and "\n" in text:  # a single line begins no block
        yield from line_starts(text)


def line_starts(text: str) -> Iterator[int]:
    """Yield the offset of each character that would begin a block at the start of a line."""
    return (found.end() if found[0][0].isdigit() else found.start() for found in _LINE_START.finditer(text))


def _is_script(found: re.Match[str]) -> bool:
    """Whether a stretch between two carets or tildes is a script: in `x^2+y^2`, there is none."""
    return not _OPERATOR.fullmatch(found[2]) or bool(_END_OF_TERM.match(found[3]))


def _emphasis(text: str, alone: bool) -> Iterator[int]:
    """Yield the offsets of stars and underscores that could open emphasis before others that could close it."""
    harmless = {place for found in _HARMLESS.finditer(text) for place in range(*found.span())}
    runs = [run for run in _RUN.finditer(text) if run.start() not in harmless]
    for mark in "*_":
        able = [(run, *_flanks(text, run, alone)) for run in runs if run[0][0] == mark]
        first = next((run.start() for run, opens, _ in able if opens), len(text)) if alone else -1
        last = next((run.start() for run, _, closes in reversed(able) if closes), -1) if alone else len(text)
        for run, opens, closes in able:
            if (opens and run.start() < last) or (closes and run.start() > first):
                yield from range(*run.span())


def _flanks(text: str, run: re.Match[str], alone: bool) -> tuple[bool, bool]:
    """Return whether a run of marks can open and close emphasis, if in doubt yes."""
    edge = "" if alone else "?"
    before = text[run.start() - 1] if run.start() else edge
    after = text[run.end() : run.end() + 1] or edge
    if run[0][0] == "_" and before.isalnum() and after.isalnum():
        return False, False
    return bool(after.strip()), bool(before.strip())
