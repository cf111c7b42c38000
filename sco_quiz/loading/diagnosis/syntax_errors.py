"""Turn a libyaml syntax error into a specific diagnosis of the likely mistake."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.loading.diagnosis.field_shapes import LIST_FIELDS
from sco_quiz.loading.diagnosis.indentation import misplaced
from sco_quiz.loading.diagnosis.line_scanner import starts
from sco_quiz.loading.diagnosis.suggestions import as_list
from sco_quiz.loading.document import QUESTION_START, Document
from sco_quiz.loading.yaml_tree import MAX_DEPTH, SyntaxStop

IN_QUOTES = "put the text in quotes"
_FIELD = re.compile(r" *(?:- +)?[a-z_]+:")
_GLUED_FIELD = re.compile(r" *(?:- +)*([a-z_]+):(?=[^\s/])")
_GLUED_DASH = re.compile(r" *-([a-z_]+):")
_BARE_FIELD = re.compile(r" *(?:- +)?([a-z_]+): +$")
_QUOTED = re.compile(r""" *(?:- +)?(?:[^\s"':]+: +)?(["'])""")
_CODE = re.compile(r"\\[uUx][0-9A-Fa-f]{0,8}")
_GAP = re.compile(r" *(?:- +)*(?:[a-z_]+: +)?(\{\{c?\d.*)")
_BRACKETED = re.compile(r" *(?:- +)?(?:[^\s:]+: +)?([\[{])[^\]}]*[\]}]\s*$")
_BAR = re.compile(r"([|>][-+]?) +[^\s#]")
_COLUMN = re.compile(r" *(- +)?(?=[a-z_]+:)|( *)- ")


@dataclass(frozen=True, slots=True)
class Scene:
    """A syntax error with the text around it."""

    document: Document
    stop: SyntaxStop

    def line(self, number: int) -> str:
        """Return a line, counted from 0; empty beyond the file."""
        return self.document.line(number)

    @property
    def text(self) -> str:
        """The line at which libyaml stopped."""
        return self.line(self.stop.line)

    @property
    def opened(self) -> str:
        """The text from the start of what libyaml was reading, to the end of that line."""
        return self.line(self.stop.start_line)[self.stop.start_column :]

    def at_stop(self, name: str, message: str, hint: str, width: int = 1) -> Problem:
        """Return a problem where libyaml stopped."""
        return self.document.problem(name, message, self.stop.line, self.stop.column, width, hint)

    def at_start(self, name: str, message: str, hint: str, width: int = 1) -> Problem:
        """Return a problem where what libyaml was reading starts."""
        return self.document.problem(name, message, self.stop.start_line, self.stop.start_column, width, hint)


def syntax_problem(document: Document, stop: SyntaxStop) -> Problem:
    """Return the most likely reason why a file is not well-formed YAML."""
    last = len(document.lines) - 1  # libyaml may stop one line after the last
    scene = Scene(document, stop._replace(line=min(stop.line, last), start_line=min(stop.start_line, last)))
    for guess in _GUESSES:
        if problem := guess(scene):
            return problem
    hint = "check quotes, colons and indentation of this line and the previous one"
    return scene.at_stop("yaml-syntax", f"this is not well-formed YAML ({stop.reason})", hint)


def too_deep(document: Document, line: int, column: int) -> Problem:
    """Return a problem where nesting goes too far; line and column from 0."""
    hint = "remove extra brackets or dashes; a bank needs at most six levels"
    return document.problem("too-deep", "lists are nested too deeply", line, column, 1, hint)


def _depth(scene: Scene) -> Problem | None:
    """Libyaml reads ahead, and stops by itself at a thousand brackets before the tree has a dozen levels."""
    before = scene.text[: scene.stop.column]
    depth = sum(map(before.count, "[{")) - sum(map(before.count, "]}"))
    return too_deep(scene.document, scene.stop.line, scene.stop.column) if depth > MAX_DEPTH else None


def _tab(scene: Scene) -> Problem | None:
    for number in (scene.stop.line, scene.stop.line - 1):
        text = scene.line(number)
        indent = text[: len(text) - len(text.lstrip())]
        if "\t" in indent:
            message, hint = "this line is indented with a tab", "indent with spaces, two per level"
            return scene.document.problem("tab-indentation", message, number, indent.index("\t"), 1, hint)
    return None


def _missing_space(scene: Scene) -> Problem | None:
    # libyaml often stops one line late, at what can no longer be right
    for number in (scene.stop.line, scene.stop.line - 1, scene.stop.start_line):
        text = scene.line(number)
        if found := _GLUED_FIELD.match(text):
            message, hint, column = f"missing space after `{found[1]}:`", f"write `{found[1]}: …`", found.end() - 1
        elif found := _GLUED_DASH.match(text):
            message, hint, column = "missing space after the dash", f"write `- {found[1]}: …`", found.start(1) - 1
        else:
            continue
        return scene.document.problem("missing-blank", message, number, column, 1, hint)
    return None


def _escape(scene: Scene) -> Problem | None:
    if not scene.stop.in_token or not scene.opened.startswith('"'):
        return None
    text, line, column = scene.text, scene.stop.line, scene.stop.column
    hint = "write the backslash twice, or use single quotes"
    if code := _CODE.match(text, max(0, column - 2)):
        message = f"`{code[0]}` is not the code of a character"
        return scene.document.problem("bad-escape", message, line, code.start(), len(code[0]), hint)
    escape = text[column : column + 2]
    if not escape.startswith("\\"):
        return None
    return scene.at_stop("bad-escape", f"`{escape}` has no meaning in double quotes", hint, width=2)


def _unclosed_quote(scene: Scene) -> Problem | None:
    opened = scene.opened.rstrip()
    quote = opened[:1]
    if not scene.stop.in_token or quote not in ("'", '"') or (len(opened) > 1 and opened.endswith(quote)):
        return None
    message = f"the quote that opens here ({quote}) is not closed"
    if opened[-1] in "“”„‘’":
        message = f"the quote that opens here ({quote}) is closed with a curly one: {opened[-1]}"
        return scene.at_start("unclosed-quote", message, f"write {quote} at the end too", len(opened))
    return scene.at_start("unclosed-quote", message, "close or remove it")


def _after_quote(scene: Scene) -> Problem | None:
    opened = _QUOTED.match(scene.text)
    column = scene.stop.column
    if not opened or column <= opened.end() or opened[1] not in scene.text[opened.end() : column]:
        return None
    other = "single" if opened[1] == '"' else "double"
    hint = f"put text that contains {opened[1]} in {other} quotes, or below `>-`"
    return scene.at_stop("text-after-quote", "the text continues after its closing quote", hint)


def _reserved(scene: Scene) -> Problem | None:
    # to YAML, `!` starts a tag, `&` an anchor, `*` an alias, and `|` or `>` a block of text below
    opener = scene.opened[:1]
    if scene.opened.startswith("!["):
        return scene.at_start("reserved-start", "text that starts with ![ needs quotes", IN_QUOTES)
    if found := _BAR.match(scene.opened):
        message = f"text on the same line as {found[1]}"
        return scene.at_start("reserved-start", message, f"write it on the next lines, indented below `{found[1]}`")
    if scene.stop.in_token and opener and opener in "!&*|>" and scene.stop.line == scene.stop.start_line:
        return scene.at_start("reserved-start", f"text that starts with {opener} needs quotes", IN_QUOTES)
    at, symbol = scene.stop.column, scene.text[scene.stop.column : scene.stop.column + 1]
    if symbol and symbol in "]}" and scene.opened[:1] in ("[", "{"):
        return None  # it closes a bracket of the other sort
    if opened := _BRACKETED.match(scene.text[:at]):
        at, symbol = opened.start(1), opened[1]
    elif not symbol or symbol not in "@`%&*!|>]},":
        return None
    message = f"text that starts with {symbol} needs quotes"
    return scene.document.problem("reserved-start", message, scene.stop.line, at, 1, IN_QUOTES)


def _unstartable(scene: Scene) -> Problem | None:
    """Find text that starts with a symbol which starts nothing in YAML, or an item or key."""
    stop, text = scene.stop, scene.text
    if found := _GAP.match(text):
        return starts_with_gap(scene.document, stop.line, found.start(1))
    symbol, before = text[stop.column : stop.column + 1], text[: stop.column]
    if not stop.in_token or (stop.line, stop.column) != (stop.start_line, stop.start_column) or not symbol:
        return None
    if symbol == "-" and (found := _BARE_FIELD.match(before)) and found[1] in LIST_FIELDS:
        rest = text[stop.column :].rstrip()
        hint = f"write one item per line, each after a dash:\n{as_list(found[1], rest)}"
        return scene.at_stop("wrong-indent", f"the list is on one line with `{found[1]}:`", hint, len(rest))
    if symbol in "@`%" or (symbol in "-?" and before.rstrip().endswith(":")):
        return scene.at_stop("reserved-start", f"text that starts with {symbol} needs quotes", IN_QUOTES)
    return None


def starts_with_gap(document: Document, line: int, column: int) -> Problem:
    """Return the problem of a cloze that starts with a gap, to YAML a bracket; line and column from 0."""
    text = document.lines[line]
    shown = text[column:].strip()
    quote = '"' if '"' not in shown else "'"
    field = "prompt: " if text[:column].strip().endswith("prompt:") else ""
    message, hint = "text that starts with {{ needs quotes", f"write `{field}{quote}{shown}{quote}`"
    return document.problem("reserved-start", message, line, column, len(shown), hint)


def _layout(scene: Scene) -> Problem | None:
    """Find a line in a wrong column or without its symbol, from the start of the question on."""
    stop = scene.stop
    end = min(stop.start_line, stop.line) if stop.in_token else stop.line
    earlier = starts(scene.document, end)
    return misplaced(scene.document, earlier[-1] if earlier else 0, stop.line)


def _colon(scene: Scene) -> Problem | None:
    before, after = scene.text[: scene.stop.column], scene.text[scene.stop.column :]
    if not after.startswith(":") or not re.search(r"\S: +\S", before):
        return None
    name, _, text = scene.text.strip().partition(": ")
    text, note = text.strip(), ""
    if name.startswith("- ") and name.count("$") % 2:  # the colon is in a formula, and the last one before a note
        text, colon, note = scene.text.strip()[1:].strip().rpartition(": ")
        note = f"{colon}{shorten(note)}"
    # double quotes would take the backslashes of formulas apart
    quote = '"' if not re.search(r'["\\]', text) else "'"
    hint = f"{IN_QUOTES}: {quote}{shorten(text)}{quote}{note}"
    return scene.at_stop("unquoted-colon", "text without quotes contains a colon and a space", hint)


def _bracket(scene: Scene) -> Problem | None:
    bracket = scene.opened[:1]
    if not bracket or bracket not in "[{":
        return None
    hint = f"close it with {']' if bracket == '[' else '}'}, or put text that starts with it in quotes"
    if bracket == "[" and scene.opened.rstrip().endswith("]"):
        hint = "write each item on a line of its own after a dash, or put items with , [ ] { } in quotes"
        return scene.at_start("unclosed-bracket", "the brackets of this list are not in pairs", hint)
    return scene.at_start("unclosed-bracket", f"the bracket {bracket} that opens here is not closed", hint)


def _indentation(scene: Scene) -> Problem | None:
    for number in (scene.stop.line - 1, scene.stop.line):
        text = scene.line(number)
        if not _FIELD.match(text):
            continue
        here, expected = _indent(text), _expected_columns(scene, number)
        if expected and here not in expected:
            nearest = min(expected, key=lambda column: abs(column - here))
            message = f"this line starts in column {here + 1}, expected column {nearest + 1}"
            more, fewer = counted(nearest - here, "more space"), counted(here - nearest, "space")
            hint = f"indent this line by {more}" if nearest > here else f"remove {fewer} at the start of this line"
            return scene.document.problem("wrong-indent", message, number, here, 1, hint)
    return None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _expected_columns(scene: Scene, line: int) -> list[int]:
    """Return where similar lines start, from the start of the question on: fields, items or questions."""
    fields, dashes, questions = [], [], []
    for number in range(line - 1, max(-1, line - 60), -1):  # no question is longer
        text = scene.line(number)
        if found := _COLUMN.match(text):
            if found[2] is None:
                fields.append(found.end())
            if found[1] or found[2] is not None:
                dashes.append(_indent(text))
            if QUESTION_START.match(text):
                questions.append(_indent(text))
                break
    text = scene.line(line)
    if QUESTION_START.match(text):
        return questions
    return fields + dashes if text.lstrip().startswith("- ") else fields


# from the most certain to the least: the first that finds something is believed
_GUESSES: tuple[Callable[[Scene], Problem | None], ...] = (
    _depth,
    _tab,
    _escape,
    _unclosed_quote,
    _unstartable,
    _missing_space,
    _layout,
    _after_quote,
    _colon,
    _indentation,
    _reserved,
    _bracket,
)
