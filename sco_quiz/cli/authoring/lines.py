"""Read what is typed for text: a line, or several lines where text is marked up."""

import re

from sco_quiz.cli.output import ask, ask_line, print_wrapped

SEVERAL = "|"
END = "."
HELP = (
    "Text may have *emphasis*, **strong emphasis**, `code`, H~2~O, x^2^, formulas such as $x^2$, and pictures of the "
    f"folder media: ![what it shows](media/map.svg). Type {SEVERAL} alone to write several lines, as for code, tables "
    "and lists."
)
# where neither a colon nor an equals sign ends anything
_MARKED = re.compile(r"`[^`]+`|\$[^$]+\$|\]\([^)]*\)")


def ask_text(label: str, default: str = "", end: str = ": ", marked_up: bool = False) -> str:
    """Return what is typed after a label: in marked-up text, `|` begins several lines. Raises click.Abort."""
    given = ask(label, default, end)
    if given != SEVERAL or not marked_up:
        return given
    print_wrapped(f"  Type the lines, and {END} alone on the last one.")
    lines: list[str] = []
    while (line := ask_line("  |", end=" ")).strip() != END:
        lines.append(line.rstrip())
    return "\n".join(lines).strip("\n")


def divide(line: str, separators: tuple[str, ...], marked_up: bool = False) -> tuple[str, str]:
    """Divide a line at the first separator that it has, but not within code, formulas and addresses of marked-up text.

    >>> divide("`a: b`: two", (": ",), marked_up=True)
    ('`a: b`', 'two')
    """
    searched = _MARKED.sub(lambda found: "x" * len(found[0]), line) if marked_up else line
    for separator in separators:
        at = searched.find(separator)
        if at >= 0:
            return line[:at].strip(), line[at + len(separator) :].strip()
    return line.strip(), ""
