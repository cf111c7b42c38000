"""What makes a file unreadable before YAML is tried: stray characters, leftovers of merging, other formats."""

import re
import unicodedata
from collections.abc import Iterator

from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document

# with the line ends that libyaml counts and editors do not: U+0085, U+2028 and U+2029
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7} |={7}\r?$|>{7} |\|{7} )", re.MULTILINE)
_TABLE = re.compile(r'\A\s*"?[A-Za-z_ ]+"?(?:([,;\t]) ?"?[A-Za-z_ ]+"?)(?:\1 ?"?[A-Za-z_ ]*"?)+\r?$', re.MULTILINE)
MARKUP = re.compile(r"\A\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_INVISIBLE = re.compile("[\ufeff\u200b\u2060]")
_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_BLANK = re.compile(rf"^ *(?:- *)?([{_BLANK}])|^ *(?:- )?[a-z_]+:([{_BLANK}])|^ *-([{_BLANK}])", re.MULTILINE)
_TYPOGRAPHIC = re.compile(
    r"^ *(?:- )?(?:(?P<quoted>[“”„‟«‘’‚][\w ]+[“”»‘’])\s*:|[a-z_]+(?P<colon>：)|(?P<dash>[–—•]) ?[a-z_]+:)",
    re.MULTILINE,
)


def scan(document: Document) -> list[Problem]:
    """A problem for the first stray character of each sort and for each conflict marker."""
    problems = [*_other_format(document), *_control(document), *_conflicts(document)]
    if not document.text.isascii():
        problems += [*_invisible(document), *_odd_blanks(document), *_typographic(document)]
    return problems


def _other_format(document: Document) -> Iterator[Problem]:
    if table := _TABLE.match(document.text):
        name = {",": "commas", ";": "semicolons", "\t": "tabs"}[table[1]]
        yield Problem("not-yaml", f"this is a table with {name} (CSV), not YAML", document.place_at(table.start()),
                      "write each row as a question: `- id: …`, then one field on each line")  # fmt: skip
    elif MARKUP.match(document.text):
        yield Problem("not-yaml", "this is a web page or XML, not YAML", document.place(0, 0),
                      "save the questions as plain text, in UTF-8")  # fmt: skip


def _control(document: Document) -> Iterator[Problem]:
    if found := _CONTROL.search(document.text):
        yield Problem("control-character", f"the control character U+{ord(found[0]):04X} stands here",
                      document.place_at(found.start()),
                      "remove it; it often comes along when text is pasted")  # fmt: skip


def _conflicts(document: Document) -> Iterator[Problem]:
    if not any(sign * 7 in document.text for sign in "<=>"):
        return
    for marker in _CONFLICT.finditer(document.text):
        yield Problem("merge-conflict", "a conflict of version control was left here",
                      document.place_at(marker.start(), 7),
                      "keep one of the two versions and remove the marker lines")  # fmt: skip


def _invisible(document: Document) -> Iterator[Problem]:
    if found := _INVISIBLE.search(document.text):
        yield Problem("invisible-character", f"an invisible character stands here: {_called(found[0])}",
                      document.place_at(found.start()), "delete it, or type the line anew")  # fmt: skip


def _odd_blanks(document: Document) -> Iterator[Problem]:
    if found := _ODD_BLANK.search(document.text):
        sign = found.lastindex or 1
        yield Problem("odd-blank", f"this is not a plain blank: {_called(found[sign])}",
                      document.place_at(found.start(sign)),
                      "replace it by a blank typed with the space bar")  # fmt: skip


def _typographic(document: Document) -> Iterator[Problem]:
    for found in _TYPOGRAPHIC.finditer(document.text):
        sort = found.lastgroup or "quoted"
        message, hint = {
            "quoted": ("typographic quotes stand around the name of a field", f"write `{found[sort][1:-1]}:`"),
            "colon": ("a full-width colon stands after the name of a field", "write a plain colon and a blank"),
            "dash": ("a typographic dash or bullet stands where a list item starts", "write a hyphen and a blank"),
        }[sort]
        yield Problem("typographic-sign", message, document.place_at(found.start(sort), len(found[sort])), hint)


def _called(character: str) -> str:
    return f"U+{ord(character):04X}, {unicodedata.name(character, 'unnamed').lower()}"
