"""Rules for markdown-it: formulas, scripts, and what teachers type more often than marks.

Prices, `__init__`, `2*3*4`, `x^2+y^2` and `vector<std::string>` stay literal; emphasis works beside Chinese and
Japanese punctuation.
"""

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.rules_inline import autolink as _any_autolink

InlineRule = Callable[[StateInline, bool], bool]

# a name of Python; a star that multiplies a digit
_LITERAL = re.compile(r"(?<!\w)__[a-z]\w*__(?!\w)|(?<=\d)\*+(?=\w)|(?<=\w)\*+(?=\d)", re.ASCII | re.IGNORECASE)
# neither the dollar of US$5-US$6 nor that of $5/$6 opens or closes a formula
_FORMULA = re.compile(
    r"(?<![^\W_])(?:\$\$(?P<double>(?:\\.|[^\\$])+)\$\$|\$(?![\s$])(?P<single>(?:\\.|[^\\$])+)(?<!\s)\$(?!\d))",
    re.DOTALL,
)
# what is between the dollars of two prices; a formula has words only in a command
_PROSE = re.compile(r"[^\W\d_]{2},? [^\W\d_]{2}")
# on lines of its own; without a blank line, as in TeX
_DISPLAY = re.compile(r"\$\$((?:\\.|(?!\n[ \t]*\n)[^\\$])+)\$\$[ \t]*(?=\n|$)", re.DOTALL)
# ~5-~10 means about; ~~ is that of other programs
_SCRIPT = re.compile(r"(?:(?<=[^\s(\[{~])(?=~)|(?<!\^)(?=\^))([~^])((?:\\[^\w\n]|[^\s\\~^$`])+)\1(?!\d|\1)")
_OPERATOR = re.compile(r"\w[-+*/=]\w")
_END_OF_TERM = re.compile(r"$|[\s.,;:!?)\]]")
_ESCAPED = re.compile(r"\\([^\w\n])")
_ADDRESS = re.compile(r"<(?:https?:|mailto:|[^\s<>:/]+@)", re.IGNORECASE)
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def display_formula(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a formula on lines of its own."""
    found = _DISPLAY.match(state.src, state.bMarks[start] + state.tShift[start])
    after = start + 1 + found[0].count("\n") if found else end + 1
    if not found or after > end or any(state.sCount[line] < state.blkIndent for line in range(start, after)):
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.content, token.meta["source"] = found[1], found[0]
        state.line = after
    return True


def literal_marks(state: StateInline, silent: bool) -> bool:
    """Read stars and underscores that mark nothing."""
    found = _LITERAL.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def formula(state: StateInline, silent: bool) -> bool:
    """Read a formula between dollars."""
    found = _FORMULA.match(state.src, state.pos, state.posMax)
    if not found or ("\\" not in found[0] and _PROSE.search(found["single"] or "")):
        return False
    if not silent:
        token = state.push("math_double" if found["double"] else "math", "math", 0)
        token.content, token.meta["source"] = found["double"] or found["single"], found[0]
    state.pos = found.end()
    return True


def script(state: StateInline, silent: bool) -> bool:
    """Read a subscript or superscript; in `x^2+y^2` there is none, though `2+y` is between two carets."""
    found = _SCRIPT.match(state.src, state.pos, state.posMax)
    if not found or (_OPERATOR.search(found[2]) and not _END_OF_TERM.match(state.src, found.end())):
        return False
    if not silent:
        tag = "sub" if found[1] == "~" else "sup"
        state.push(f"{tag}_open", tag, 1)
        state.push("text", "", 0).content = _ESCAPED.sub(r"\1", found[2])
        state.push(f"{tag}_close", tag, -1)
    state.pos = found.end()
    return True


def stars(state: StateInline, silent: bool) -> bool:
    """Read marks of emphasis; beside a character of Chinese or Japanese, punctuation is like any other character."""
    start, known = state.pos, len(state.delimiters)
    found = emphasis.tokenize(state, silent)
    before, after = state.src[:start][-1:], state.src[state.pos : state.pos + 1]
    if found and before.strip() and after.strip() and state.src[start] == "*":
        for delimiter in state.delimiters[known:]:
            delimiter.open = delimiter.open or bool(_CJK.match(before))
            delimiter.close = delimiter.close or bool(_CJK.match(after))
    return found


def autolink(state: StateInline, silent: bool) -> bool:
    """Read an address in angle brackets, but not in the words of a link, nor the type of `vector<std::string>`."""
    return not state.linkLevel and bool(_ADDRESS.match(state.src, state.pos)) and _any_autolink(state, silent)


def with_source(rule: InlineRule, kind: str) -> InlineRule:
    """Return a rule that remembers how the token of a kind is written."""

    def read(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            token = next(token for token in state.tokens[known:] if token.type == kind)
            token.meta["source"] = state.src[start : state.pos]
        return found

    return read
