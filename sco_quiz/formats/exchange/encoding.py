"""Read the text of a file."""

from codecs import lookup

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions

_BOM = "\ufeff"
# Python's codecs of parts of text: no program saves a file in them, and some take quadratic time
_NOT_OF_FILES = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})


def text_of(data: bytes, name: str, options: ReadOptions) -> str | Problem:
    """Return the text of a file, with line feeds alone at the ends of lines, or why it cannot be read.

    Without an encoding in the options it must be UTF-8, since a guess would damage letters silently.
    """
    encoding = options.encoding or "utf-8"
    if not _is_of_files(encoding):
        message = f"there is no encoding `{encoding}`"
        return Problem("unknown-encoding", message, Place(name), "such as cp1252 or utf-16")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8, or name its encoding: `--encoding cp1252` (Windows), `--encoding utf-16`"
        return Problem("not-utf8", f"this line is not {encoding.upper()}", Place(name, line, 1), hint)
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def _is_of_files(encoding: str) -> bool:
    """Return whether files of text can have an encoding, unlike the codecs of bytes, such as `hex`."""
    try:
        "".encode(encoding)
        return lookup(encoding).name not in _NOT_OF_FILES
    except (LookupError, ValueError):  # a name need not be text either
        return False
