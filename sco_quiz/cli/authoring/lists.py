"""A list, asked for line by line; a line that does not fit is refused at once, and so is an end that comes early."""

from collections.abc import Mapping
from typing import Any

from sco_quiz.cli.authoring.placeholders import misfits
from sco_quiz.cli.output import ask, print_wrapped

LABELS = {
    "answers": "Right options",
    "distractors": "Wrong options",
    "accept": "Other forms that are right",
    "reject": "Plausible wrong answers",
    "pairs": "Pairs, as `left = right` or `left: right`",
    "items": "Parts in their right order",
}
NOTED = {
    "distractors": "  A colon after one adds a note, shown to whoever chooses it.",
    "reject": "  A colon after one adds a note, shown to whoever types it.",
}
PADDING = ("qzx one", "qzx two", "qzx three", "qzx four", "qzx five", "qzx six")


def ask_lines(field: str, values: Mapping[str, Any]) -> Any:
    """The list (the mapping, for pairs). Raises click.Abort at the end of input."""
    print_wrapped(f"{LABELS[field]}, one a line; an empty line ends.")
    if field in NOTED:
        print_wrapped(NOTED[field])
    read: list[Any] = []
    while True:
        line = ask("  -", end=" ")
        if not line:
            said = misfits({**values, field: _whole(field, read)}, field)
            if not said:
                return _whole(field, read)
        elif not (said := _refused(field, read, line, values)):
            read.append(_parsed(field, line))
        for words in said:
            print_wrapped(f"  {words}")


def _parsed(field: str, line: str) -> Any:
    """A pair, a text with a note, or the text."""
    if field == "pairs":
        sign = "=" if "=" in line else ": " if ": " in line else ":"
        left, _, right = line.partition(sign)
        return left.strip(), right.strip()
    text, _, note = line.partition(": ")
    return {text.strip(): note.strip()} if field in NOTED and note.strip() else line


def _refused(field: str, read: list[Any], line: str, values: Mapping[str, Any]) -> list[str]:
    """What is wrong with one more line, whether or not more have to follow."""
    if field == "pairs":
        if "=" not in line and ":" not in line:
            return [f"`{line}` has neither = nor : between its two sides"]
        left, right = _parsed(field, line)
        if not left or not right:
            return ["a side is missing"]
        if left in dict(read):
            return [f"`{left}` stands there already"]
    padding: list[Any] = list(PADDING[:3])
    if field == "pairs":
        padding = list(zip(PADDING[::2], PADDING[1::2], strict=True))
    return misfits({**values, field: _whole(field, [*read, _parsed(field, line), *padding])}, field)


def _whole(field: str, read: list[Any]) -> Any:
    return dict(read) if field == "pairs" else list(read)
