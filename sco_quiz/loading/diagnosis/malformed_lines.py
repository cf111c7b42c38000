"""Diagnose malformed lines: guess which field or list item was intended."""

import re
from collections.abc import Collection

from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.loading.diagnosis.field_shapes import LIST_FIELDS, MAPPING_FIELDS, QUESTION_FIELDS
from sco_quiz.loading.diagnosis.line_scanner import Row
from sco_quiz.loading.document import Document

_BULLET = re.compile(r"([•–—*·])[ \t]*(\S.*)")
_GLUED_DASH = re.compile(r"-([^\s-].*)")
_QUOTED_LINE = re.compile(r"""(["'])([a-z_]+): *(.*)\1$""")
_NAMED = re.compile(r"([a-z_]+)(?: *[=：] *(.*)|[ \t]+(.*))?$")
_ARROW = re.compile(r"(.*?\S)\s*(?:[-=–]+>|→|(?<=\s)[=–-](?=\s))\s*(\S.*)$")
_GLUED_COLON = re.compile(r"([^:]*\w):([^\s:/].*)$")
# a long text after such a word is the value of the field, not a sentence that happens to start with the word
_LONG_VALUES = ("prompt", "explanation", "distractors")


def starts_with_bullet(text: str) -> bool:
    """Return whether something starts with a bullet, a long dash, or a dash without a space."""
    return bool(_BULLET.match(text) or _GLUED_DASH.match(text))


def malformed(
    document: Document, row: Row, before: Row | None, names: Collection[str], in_list: bool
) -> Problem | None:
    """Guess what a line that is neither field nor item was meant to be; `names` are the previous fields."""
    text = document.lines[row.line].strip()
    # the order of guesses matters: `-one: two` is an item in a list, and a pair among pairs
    listed = in_list or bool(before and before.bare and before.key in LIST_FIELDS)
    if text.startswith("//"):
        hint = f"write `# {text[2:].strip()}`"
        return _whole_line(document, row, "yaml-syntax", "a comment starts with #, not with //", hint)
    if text.startswith(":"):
        hint = "write the name of the field first"
        return _whole_line(document, row, "yaml-syntax", "missing field name before `:`", hint)
    if listed and (problem := _item(document, row, text)):
        return problem
    if problem := _field(document, row, text, names):
        return problem
    if before and (before.key in MAPPING_FIELDS or "pairs" in names) and (problem := _pair(document, row, text)):
        return problem
    return _continuation(document, row, before) if before else None


def _item(document: Document, row: Row, text: str) -> Problem | None:
    """Diagnose a list item whose dash is another symbol, or has no space after it."""
    if found := _GLUED_DASH.match(text):
        hint = f"write `- {shorten(found[1])}`"
        return _whole_line(document, row, "missing-blank", "missing space after the dash", hint)
    if found := _BULLET.match(text):
        message = f"expected a dash (-) before this item, found {found[1]}"
        return _whole_line(document, row, "typographic-sign", message, f"write `- {shorten(found[2])}`")
    return None


def _field(document: Document, row: Row, text: str, names: Collection[str]) -> Problem | None:
    """Diagnose a field whose colon is missing, or a whole line within quotes."""
    if (found := _QUOTED_LINE.match(text)) and found[2] in QUESTION_FIELDS:
        hint = f"quote only the text: `{found[2]}: {found[1]}{shorten(found[3])}{found[1]}`"
        return _whole_line(document, row, "yaml-syntax", "the whole line is in quotes", hint)
    found = _NAMED.match(text)
    if not found or found[1] not in QUESTION_FIELDS or found[1] in names:
        return None
    value = found[2] or found[3] or ""
    if found[3] and len(value.split()) > 3 and found[1] not in _LONG_VALUES:
        return None
    message, hint = f"missing colon after `{found[1]}`", f"write `{f'{found[1]}: {shorten(value)}'.rstrip()}`"
    return document.problem("missing-colon", message, row.line, row.indent, len(found[1]), hint)


def _pair(document: Document, row: Row, text: str) -> Problem | None:
    """Diagnose a pair with an arrow in place of its colon, or with no space after it."""
    if found := _ARROW.match(text):
        hint = f"write `left: right`, here `{shorten(found[1])}: {shorten(found[2])}`"
        return _whole_line(document, row, "missing-colon", "missing colon between the sides of this pair", hint)
    if found := _GLUED_COLON.match(text):
        hint = f"write `{shorten(found[1])}: {shorten(found[2])}`"
        column = row.indent + found.end(1)
        return document.problem("missing-blank", "missing space after the colon", row.line, column, 1, hint)
    return None


def _continuation(document: Document, row: Row, before: Row) -> Problem | None:
    if row.indent > before.margin:
        return None
    spaces = counted(before.margin + 2, "space")
    named = f"`{before.key}`" if before.key and not before.dash else "its dash"
    if before.folded:
        message = f"this line continues the text below {before.value} but is not indented more than {named}"
        return _whole_line(document, row, "wrong-indent", message, f"indent each line of the text by {spaces}")
    message = "this looks like a continuation of the text above"
    hint = f"indent it by {spaces}, more than {named}; write long text below `>-`"
    return _whole_line(document, row, "wrong-indent", message, hint)


def _whole_line(document: Document, row: Row, name: str, message: str, hint: str) -> Problem:
    width = len(document.lines[row.line].rstrip()) - row.indent
    return document.problem(name, message, row.line, row.indent, width, hint)
