"""Read the text of a file."""

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions

_BOM = "\ufeff"


def text_of(data: bytes, name: str, options: ReadOptions) -> str | Problem:
    """Return the text of a file, with line feeds alone at the ends of lines, or why it cannot be read.

    Without an encoding in the options it must be UTF-8, since a guess would damage letters silently.
    """
    encoding = options.encoding or "utf-8"
    try:
        text = data.decode(encoding)
    except LookupError:
        return Problem(
            "unknown-encoding", f"there is no encoding `{encoding}`", Place(name), "such as cp1252 or utf-16"
        )
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8, or name its encoding: `--encoding cp1252` (Windows), `--encoding utf-16`"
        return Problem("not-utf8", f"this line is not {encoding.upper()}", Place(name, line, 1), hint)
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
