"""Sanitize untrusted text: escape control and invisible characters, bound its length."""

import re
import unicodedata

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
TAB = 4
MAX_MARKS = 4  # on one letter: more than any language needs would cover the lines around it
MAX_LENGTH, MAX_LINES = 2000, 40

# Letters and digits of any script, ASCII and common punctuation pass without a closer look, so that clean text costs
# one search. The four fillers at the end are letters to Unicode, but invisible.
_SUSPECT = re.compile(
    "[^\\w\n\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2030-\u205e]|[\u115f\u1160\u3164\uffa0]"
)
# printable to Unicode, but nothing is seen
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]"
)
# what a workflow of GitHub or Azure takes for a command where a bank is printed: one of these names between
# colons at the start of a line, even an indented one, or in brackets anywhere
_COMMANDS = (
    "(?:add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|notice|remove-matcher|save-state|set-env|"
    "set-output|stop-commands|warning)"
)
_WORKFLOW = re.compile(rf"(?m:^[^\S\n]*):(?=:{_COMMANDS}\b)|#(?=#(?:\[{_COMMANDS}\b|vso\[))", re.IGNORECASE)
_MARKS = re.compile("::|##")  # most lines have neither, and need no closer look
_JOINERS = "\u200c\u200d"


def sanitize(text: str, allowed: str = SPACES) -> str:
    """Escape every character that could control the terminal or hide text, as JSON does.

    Line feeds, the spaces in `allowed`, right-to-left letters and the joiners that Persian and Indic spelling needs
    stay, and a tab becomes spaces; other characters that change direction or width do not. Sanitized JSON has the same
    values.

    >>> sanitize("a\\x1b[2J\\u202eb")
    'a\\\\u001b[2J\\\\u202eb'
    """

    def checked(found: re.Match[str]) -> str:
        character = found[0]
        return character if character in allowed or _is_harmless(text, found.start()) else _code(character)

    text = text.expandtabs(TAB) if "\t" in text else text
    return _SUSPECT.sub(checked, text)


def disarm(text: str) -> str:
    """Escape the first character of what a workflow would take for a command."""
    return _WORKFLOW.sub(lambda found: f"{found[0][:-1]}{_code(found[0][-1])}", text) if _MARKS.search(text) else text


def one_line(text: str) -> str:
    """Replace line feeds by spaces."""
    return text.replace("\n", " ")


def shorten_for_screen(text: str, question_id: str) -> str:
    """Cut text that is too long for a screen, and name the command that shows all of it."""
    start = "\n".join(text[:MAX_LENGTH].split("\n")[:MAX_LINES])
    left = len(text) - len(start)
    return f"{start}… ({left} more characters; `sco-quiz show {question_id}` prints all)" if left else text


def _is_harmless(text: str, index: int) -> bool:
    character = text[index]
    visible = character.isprintable() and not _INVISIBLE.match(character)
    return (visible or _is_needed_joiner(text, index)) and not _is_stacked(text, index)


def _is_stacked(text: str, index: int) -> bool:
    """Return whether a combining mark has as many marks before it as one letter may have."""
    marks = text[max(0, index - MAX_MARKS) : index + 1]
    return len(marks) > MAX_MARKS and all(unicodedata.category(mark) in ("Mn", "Me") for mark in marks)


def _is_needed_joiner(text: str, index: int) -> bool:
    """Return whether a joiner is where spelling needs it (RFC 5892, appendix A, without the shapes)."""
    if text[index] not in _JOINERS or not 0 < index < len(text) - 1:
        return False
    before = text[index - 1]
    joins = unicodedata.bidirectional(before) == "AL" or unicodedata.combining(before) == 9
    return joins and unicodedata.category(text[index + 1])[0] in "LM"


def _code(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
