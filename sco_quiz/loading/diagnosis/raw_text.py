"""Find what makes a file unreadable before YAML is parsed: other formats, stray characters, merge conflicts."""

import re
import unicodedata
from collections.abc import Iterator

from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import QUESTION_START, Document
from sco_quiz.loading.stray_characters import CONTROL, INVISIBLE, TYPOGRAPHIC, UNUSUAL_SPACE

_CONTROL = re.compile(f"[{CONTROL}]")
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
# no string matches in two ways, so that one that does not match takes little time
_CELL = r'(?: ?")?[A-Za-z_ ]'
_TABLE = re.compile(rf'\A\s*+(?:{_CELL}++"?)?([,;\t]){_CELL}++"?(?:\1{_CELL}*+"?)++$', re.MULTILINE)
_MAX_MARKERS = 30
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
MARKUP = re.compile(r"\A\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_IMPORT = "turn it into questions: `sco-quiz import FILE --bank FOLDER`"
_SAVE_ALONE = "save it as a text file of its own, and run `sco-quiz import FILE --bank FOLDER`"
_LIST = re.compile(r"^questions *:", re.MULTILINE)
_RECORD = re.compile(r"^(?:paragraphs|summaries|title) *:", re.MULTILINE)
_IN_BRACES = re.compile(r"""[{,][ \t]*["']?(?:id|type)["']?: """)  # a question on one line
# `::title::` or a prompt before a brace, then `=` or `~` before each answer; or a statement with {T}
_GIFT = re.compile(r"^::.+?::|\{\s*(?:[=~]|#|T(?:RUE)?\}|F(?:ALSE)?\})", re.MULTILINE)
# options with letters in a row, as in a test on paper; Aiken, too
_PAPER = re.compile(r"^[ \t]*\(?[aA][.)][ \t].+\n\s*\(?[bB][.)][ \t]", re.MULTILINE)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def scan(document: Document) -> list[Problem]:
    """Report the first stray character of each sort, and each conflict marker."""
    problems = [*_other_format(document), *_control(document), *_conflicts(document)]
    if not document.text.isascii():
        problems += [*_invisible(document), *_unusual_spaces(document), *_typographic(document)]
    return problems


def _other_format(document: Document) -> Iterator[Problem]:
    if table := _TABLE.match(document.text):
        message = f"this is a table with {_SEPARATORS[table[1]]} (CSV), not YAML"
        yield Problem("not-yaml", message, document.place_at(table.start()), _IMPORT)
    elif found := MARKUP.match(document.text):
        message, hint = "this is a web page or XML, not YAML", "save the questions as plain text in UTF-8"
        hint = _IMPORT if found[0].strip().lower() == "<?xml" else hint
        yield Problem("not-yaml", message, document.place(0, 0), hint)
    elif not any(each.search(document.text) for each in (_RECORD, QUESTION_START, _IN_BRACES)):
        hint = _SAVE_ALONE if _LIST.search(document.text) else _IMPORT
        for name, pattern in (("in the GIFT format", _GIFT), ("as it is printed on paper", _PAPER)):
            if found := pattern.search(document.text):
                message = f"this is a test {name}, not YAML"
                yield Problem("not-yaml", message, document.place_at(found.start()), hint)
                break


def _control(document: Document) -> Iterator[Problem]:
    if found := _CONTROL.search(document.text):
        message = f"control character U+{ord(found[0]):04X} is not allowed"
        hint = "remove it; pasted text often contains one"
        yield Problem("control-character", message, document.place_at(found.start()), hint)


def _conflicts(document: Document) -> Iterator[Problem]:
    if not any(symbol * 7 in document.text for symbol in "<=>"):
        return
    markers = list(_CONFLICT.finditer(document.text))
    for number, marker in enumerate(markers[:_MAX_MARKERS], start=1):
        message = "a merge conflict is not resolved here"
        if number == _MAX_MARKERS < len(markers):
            message += f", nor at {counted(len(markers) - number, 'more marker')}"
        hint = "keep one of the two versions and remove the marker lines"
        yield Problem("merge-conflict", message, document.place_at(marker.start(), 7), hint)


def _invisible(document: Document) -> Iterator[Problem]:
    if found := _INVISIBLE.search(document.text):
        message, hint = f"invisible character {_named(found[0])}", "delete it, or retype the line"
        yield Problem("invisible-character", message, document.place_at(found.start()), hint)


def _unusual_spaces(document: Document) -> Iterator[Problem]:
    if found := next(_matching_lines(document, UNUSUAL_SPACE), None):
        group = found.lastindex or 1
        message, hint = f"unusual space character {_named(found[group])}", "replace it with an ordinary space"
        yield Problem("odd-blank", message, document.place_at(found.start(group)), hint)


def _typographic(document: Document) -> Iterator[Problem]:
    for found in _matching_lines(document, TYPOGRAPHIC):
        sort = found.lastgroup or "quoted"
        message, hint = {
            "quoted": ("typographic quotes around the name of a field", f"write `{found[sort][1:-1]}:`"),
            "colon": ("full-width colon after the name of a field", "write an ordinary colon and a space"),
            "dash": ("typographic dash or bullet before a list item", "write a hyphen and a space"),
        }[sort]
        yield Problem("typographic-sign", message, document.place_at(found.start(sort), len(found[sort])), hint)


def _matching_lines(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield where a pattern for the start of a line with a character beyond ASCII matches."""
    start = 0
    for line in document.lines:
        # most lines have none: to search all of the text takes several times as long
        if not line.isascii() and (found := pattern.match(document.text, start)):
            yield found
        start += len(line) + 1


def _named(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'unnamed').lower()})"
