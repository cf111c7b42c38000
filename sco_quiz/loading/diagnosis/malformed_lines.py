"""Lines that are neither a field nor an item, and no text that may go on where it stands: what was meant."""

import re
from collections.abc import Collection

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.loading.diagnosis.line_scanner import Row
from sco_quiz.loading.document import Document

LIST_FIELDS = frozenset({"distractors", "answers", "items", "accept", "reject", "tags", "formerly", "source"})
_PAIR_FIELDS = frozenset({"pairs", "correction"})
_FIELDS = frozenset(field for kind in KINDS.values() for field in kind.model_fields)
_SIGN = re.compile(r"([•–—*·])[ \t]*(\S.*)")
_GLUED_DASH = re.compile(r"-([^\s-].*)")
_QUOTED_LINE = re.compile(r"""(["'])([a-z_]+): *(.*)\1$""")
_NAMED = re.compile(r"([a-z_]+)(?: *[=：] *(.*)|[ \t]+(.*))?$")
_ARROW = re.compile(r"(.*?\S)\s*(?:[-=–]+>|→|(?<=\s)[=–-](?=\s))\s*(\S.*)$")
_GLUED_COLON = re.compile(r"([^:]*\w):([^\s:/].*)$")


def is_signed(text: str) -> bool:
    """Whether a text starts with a bullet, a long dash, or a dash without a blank."""
    return bool(_SIGN.match(text) or _GLUED_DASH.match(text))


def slip(document: Document, row: Row, before: Row | None, names: Collection[str], in_list: bool) -> Problem | None:
    """What a line that is no field and no item was meant to be; `names` are the fields of its question so far."""
    text = document.lines[row.line].strip()
    listed = in_list or bool(before and before.bare and before.key in LIST_FIELDS)
    if text.startswith("//"):
        return _at(
            document, row, "yaml-syntax", "a comment starts with #, not with //", f"write `# {text[2:].strip()}`"
        )
    if text.startswith(":"):
        return _at(
            document, row, "yaml-syntax", "no name stands before this colon", "write the name of the field first"
        )
    if listed and (problem := _item(document, row, text)):
        return problem
    if problem := _nameless(document, row, text, names):
        return problem
    if before and (before.key in _PAIR_FIELDS or "pairs" in names) and (problem := _pair(document, row, text)):
        return problem
    return _continued(document, row, before) if before else None


def _item(document: Document, row: Row, text: str) -> Problem | None:
    if found := _GLUED_DASH.match(text):
        return _at(
            document, row, "missing-blank", "a blank is missing after the dash", f"write `- {shorten(found[1])}`"
        )
    if found := _SIGN.match(text):
        return _at(document, row, "typographic-sign", f"{found[1]} stands where the dash (-) of a list item is meant",
                   f"write `- {shorten(found[2])}`")  # fmt: skip
    return None


def _nameless(document: Document, row: Row, text: str, names: Collection[str]) -> Problem | None:
    """A field whose colon is missing, or a whole line within quotes."""
    if (found := _QUOTED_LINE.match(text)) and found[2] in _FIELDS:
        return _at(document, row, "yaml-syntax", "the whole line stands in quotes",
                   f"put them around the text only: `{found[2]}: {found[1]}{shorten(found[3])}{found[1]}`")  # fmt: skip
    found = _NAMED.match(text)
    if not found or found[1] not in _FIELDS or found[1] in names:
        return None
    value = found[2] or found[3] or ""
    if found[3] and len(value.split()) > 3 and found[1] not in ("prompt", "explanation", "distractors"):
        return None
    shown = f"{found[1]}: {shorten(value)}".rstrip()
    return document.problem("missing-colon", f"a colon is missing after `{found[1]}`", row.line, row.indent,
                            len(found[1]), f"write `{shown}`")  # fmt: skip


def _pair(document: Document, row: Row, text: str) -> Problem | None:
    if found := _ARROW.match(text):
        return _at(document, row, "missing-colon", "this pair has no colon",
                   f"write `left: right`, here `{shorten(found[1])}: {shorten(found[2])}`")  # fmt: skip
    if found := _GLUED_COLON.match(text):
        hint = f"write `{shorten(found[1])}: {shorten(found[2])}`"
        column = row.indent + found.end(1)
        return document.problem("missing-blank", "a blank is missing after the colon", row.line, column, 1, hint)
    return None


def _continued(document: Document, row: Row, before: Row) -> Problem | None:
    if row.indent > before.margin:
        return None
    least = before.margin + 2
    named = f"`{before.key}`" if before.key and not before.dash else "its dash"
    if before.folded:
        message = f"this line belongs to the text below {before.value}, and is not indented more than {named}"
        return _at(document, row, "wrong-indent", message, f"indent each line of the text with {least} blanks")
    hint = f"indent it with {least} blanks, more than {named}; a long text stands best below `>-`"
    return _at(document, row, "wrong-indent", "this line seems to go on with the text above", hint)


def _at(document: Document, row: Row, name: str, message: str, hint: str) -> Problem:
    width = len(document.lines[row.line].rstrip()) - row.indent
    return document.problem(name, message, row.line, row.indent, width, hint)
