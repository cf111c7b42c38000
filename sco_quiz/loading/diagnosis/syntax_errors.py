"""What a teacher did where libyaml stopped: read from the lines and the marks, not from libyaml's English."""

import re
from collections.abc import Callable

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.indentation import misplaced
from sco_quiz.loading.diagnosis.line_scanner import starts
from sco_quiz.loading.diagnosis.malformed_lines import LIST_FIELDS
from sco_quiz.loading.diagnosis.suggestions import as_list
from sco_quiz.loading.document import QUESTION_START, Document
from sco_quiz.loading.yaml_tree import MAX_DEPTH, SyntaxStop

_FIELD = re.compile(r" *(?:- +)*([a-z_]+):(?=[^\s/])")
_DASH = re.compile(r" *-([a-z_]+):")
_QUOTED = re.compile(r""" *(?:- +)?(?:[^\s"':]+: +)?(["'])""")
_CODE = re.compile(r"\\[uUx][0-9A-Fa-f]{0,8}")
_GAP = re.compile(r" *(?:- +)*(?:[a-z_]+: +)?(\{\{c?\d.*)")
_BRACKETED = re.compile(r" *(?:- +)?(?:[^\s:]+: +)?([\[{])[^\]}]*[\]}]\s*$")


def syntax_problem(document: Document, stop: SyntaxStop) -> Problem:
    """The most likely reason why a file is not well-formed YAML."""
    last = len(document.lines) - 1
    stop = stop._replace(line=min(stop.line, last), start_line=min(stop.start_line, last))
    for guess in _GUESSES:
        if problem := guess(document, stop):
            return problem
    return document.problem("yaml-syntax", f"this is not well-formed YAML ({stop.reason})", stop.line, stop.column, 1,
                            "check the quotes, colons and indentation of this line and the one before")  # fmt: skip


def too_deep(document: Document, line: int, column: int) -> Problem:
    """Nesting that no bank needs, where it goes too far; line and column from 0."""
    return document.problem("too-deep", "lists within lists are nested too deeply", line, column, 1,
                            "look for brackets or dashes too many; a bank needs six levels")  # fmt: skip


def _line(document: Document, number: int) -> str:
    return document.lines[number] if 0 <= number < len(document.lines) else ""


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _depth(document: Document, stop: SyntaxStop) -> Problem | None:
    """libyaml reads some way ahead, and stops by itself at a thousand brackets before the tree has a dozen levels."""
    before = _line(document, stop.line)[: stop.column]
    depth = sum(map(before.count, "[{")) - sum(map(before.count, "]}"))
    return too_deep(document, stop.line, stop.column) if depth > MAX_DEPTH else None


def _tab(document: Document, stop: SyntaxStop) -> Problem | None:
    for number in (stop.line, stop.line - 1):
        text = _line(document, number)
        blanks = text[: len(text) - len(text.lstrip())]
        if "\t" in blanks:
            return document.problem("tab-indentation", "a tab indents this line", number, blanks.index("\t"), 1,
                                    "indent with spaces, two per step")  # fmt: skip
    return None


def _missing_blank(document: Document, stop: SyntaxStop) -> Problem | None:
    for number in (stop.line, stop.line - 1, stop.start_line):
        if found := _FIELD.match(_line(document, number)):
            return document.problem("missing-blank", f"a blank is missing after `{found[1]}:`", number,
                                    found.end() - 1, 1, f"write `{found[1]}: …`")  # fmt: skip
        if found := _DASH.match(_line(document, number)):
            return document.problem("missing-blank", "a blank is missing after the dash", number, found.start(1) - 1,
                                    1, f"write `- {found[1]}: …`")  # fmt: skip
    return None


def _escape(document: Document, stop: SyntaxStop) -> Problem | None:
    text, hint = _line(document, stop.line), "write the backslash twice, or use single quotes"
    opened = _line(document, stop.start_line)[stop.start_column :]
    if not stop.in_token or not opened.startswith('"'):
        return None
    if code := _CODE.match(text, max(0, stop.column - 2)):
        message = f"`{code[0]}` stands for no character"
        return document.problem("bad-escape", message, stop.line, code.start(), len(code[0]), hint)
    escape = text[stop.column : stop.column + 2]
    if not escape.startswith("\\"):
        return None
    message = f"`{escape}` means nothing within double quotes"
    return document.problem("bad-escape", message, stop.line, stop.column, 2, hint)


def _unclosed_quote(document: Document, stop: SyntaxStop) -> Problem | None:
    sign = _line(document, stop.start_line)[stop.start_column :][:1]
    opened = _line(document, stop.start_line)[stop.start_column :].rstrip()
    if not stop.in_token or sign not in ("'", '"') or not sign or (len(opened) > 1 and opened.endswith(sign)):
        return None
    if opened[-1] in "“”„‘’":
        return document.problem("unclosed-quote", f"the quote that opens here ({sign}) is closed by a curly one: "
                                f"{opened[-1]}", stop.start_line, stop.start_column, len(opened),
                                f"write {sign} at the end, too")  # fmt: skip
    return document.problem("unclosed-quote", f"the quote that opens here ({sign}) is not closed", stop.start_line,
                            stop.start_column, 1, "close it, or take it away")  # fmt: skip


def _after_quote(document: Document, stop: SyntaxStop) -> Problem | None:
    text = _line(document, stop.line)
    opened = _QUOTED.match(text)
    if not opened or stop.column <= opened.end() or opened[1] not in text[opened.end() : stop.column]:
        return None
    other = "single" if opened[1] == '"' else "double"
    return document.problem("text-after-quote", "the text goes on after its closing quote", stop.line, stop.column, 1,
                            f"a text with {opened[1]} in it stands in {other} quotes, or under `>-`")  # fmt: skip


def _reserved(document: Document, stop: SyntaxStop) -> Problem | None:
    text = _line(document, stop.line)
    at, sign = stop.column, text[stop.column : stop.column + 1]
    if opened := _BRACKETED.match(text[: stop.column]):
        at, sign = opened.start(1), opened[1]
    elif not sign or sign not in "@`%&*!|>]},":
        return None
    return document.problem("reserved-start", f"a text cannot start with {sign} in YAML", stop.line, at, 1,
                            "put the text into quotes")  # fmt: skip


def _unstartable(document: Document, stop: SyntaxStop) -> Problem | None:
    """Signs that start nothing in YAML, and those that start an item or key where a text is meant."""
    text = _line(document, stop.line)
    sign, before = text[stop.column : stop.column + 1], text[: stop.column].rstrip()
    if found := _GAP.match(text):
        return starts_with_gap(document, stop.line, found.start(1))
    if not stop.in_token or (stop.line, stop.column) != (stop.start_line, stop.start_column) or not sign:
        return None
    if sign == "-" and (found := re.match(r" *(?:- +)?([a-z_]+): +$", text[: stop.column])) and found[1] in LIST_FIELDS:
        hint = f"write one line for each, after a dash:\n{as_list(found[1], text[stop.column :])}"
        return document.problem("wrong-indent", f"the list stands in one line with `{found[1]}:`", stop.line,
                                stop.column, len(text.rstrip()) - stop.column, hint)  # fmt: skip
    if sign in "@`%" or (sign in "-?" and before.endswith(":")):
        return document.problem("reserved-start", f"a text cannot start with {sign} in YAML", stop.line, stop.column, 1,
                                "put the text into quotes")  # fmt: skip
    return None


def starts_with_gap(document: Document, line: int, column: int) -> Problem:
    """A cloze that starts with a gap: to YAML, with a bracket; line and column from 0."""
    shown = _line(document, line)[column:].strip()
    quote = '"' if '"' not in shown else "'"
    field = "prompt: " if _line(document, line)[:column].strip().endswith("prompt:") else ""
    return document.problem("reserved-start", "a text that starts with {{ needs quotes", line, column, len(shown),
                            f"write `{field}{quote}{shown}{quote}`")  # fmt: skip


def _layout(document: Document, stop: SyntaxStop) -> Problem | None:
    """A line out of its column or without its sign, from the start of the question on."""
    end = min(stop.start_line, stop.line) if stop.in_token else stop.line
    earlier = starts(document, end)
    return misplaced(document, earlier[-1] if earlier else 0, stop.line)


def _colon(document: Document, stop: SyntaxStop) -> Problem | None:
    text = _line(document, stop.line)
    before = text[: stop.column]
    if text[stop.column :][:1] != ":" or not re.search(r"\S: +\S", before):
        return None
    quoted = re.split(r": +", text.strip(), maxsplit=1)[-1]
    quote = '"' if '"' not in quoted else "'"
    shown = f"{quote}{quoted[:60]}{'…' if len(quoted) > 60 else quote}"
    return document.problem("unquoted-colon", "a colon and a blank stand in a text without quotes", stop.line,
                            stop.column, 1, f"put the text into quotes: {shown}")  # fmt: skip


def _bracket(document: Document, stop: SyntaxStop) -> Problem | None:
    sign = _line(document, stop.start_line)[stop.start_column :][:1]
    if not sign or sign not in "[{":
        return None
    close = "]" if sign == "[" else "}"
    return document.problem("unclosed-bracket", f"the bracket {sign} that opens here is not closed", stop.start_line,
                            stop.start_column, 1,
                            f"close it with {close}; if it belongs to a text, put the text into quotes")  # fmt: skip


def _indentation(document: Document, stop: SyntaxStop) -> Problem | None:
    for number in (stop.line - 1, stop.line):
        text = _line(document, number)
        if not re.match(r" *(?:- +)?[a-z_]+:", text):
            continue
        here, (fields, dashes, starts) = _indent(text), _columns(document, number)
        is_item = text.lstrip().startswith("- ")
        expected = starts if QUESTION_START.match(text) else fields + dashes if is_item else fields
        if expected and here not in expected:
            nearest = min(expected, key=lambda column: abs(column - here))
            message = f"this line starts in column {here + 1}, what it belongs with in column {nearest + 1}"
            return document.problem("wrong-indent", message, number, here, 1,
                                    f"indent it with {nearest} blanks")  # fmt: skip
    return None


def _columns(document: Document, line: int) -> tuple[list[int], list[int], list[int]]:
    """Where fields, dashes and questions start in the lines before, up to the start of the question."""
    fields, dashes, starts = [], [], []
    for number in range(line - 1, max(-1, line - 60), -1):
        text = _line(document, number)
        if found := re.match(r" *(- +)?(?=[a-z_]+:)|( *)- ", text):
            if found[2] is None:
                fields.append(found.end())
            if found[1] or found[2] is not None:
                dashes.append(_indent(text))
            if QUESTION_START.match(text):
                starts.append(_indent(text))
                break
    return fields, dashes, starts


_GUESSES: tuple[Callable[[Document, SyntaxStop], Problem | None], ...] = (
    _depth, _tab, _escape, _unclosed_quote, _unstartable, _missing_blank, _layout, _after_quote, _colon, _indentation,
    _reserved, _bracket,
)  # fmt: skip
