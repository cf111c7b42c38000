"""Ask for a list or for pairs, line by line; each line is validated at once, and so is the end of the list."""

from collections.abc import Iterable

from sco_quiz.cli.authoring.unfinished import Values, faults_of
from sco_quiz.cli.output import ask, print_wrapped
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.kinds.fields import asked_fields, takes_notes

Item = str | dict[str, str]
"""An item of a list, or an item with its note."""


def ask_list(field: str, values: Values) -> list[Item]:
    """Return the items of a list. Raises click.Abort at the end of input."""
    kind = KINDS[values["type"]]
    asked, noted = asked_fields(kind)[field], takes_notes(kind.model_fields[field])
    print_wrapped(f"{asked.label}, one per line; an empty line ends the list.")
    if noted:
        print_wrapped("  A note after a colon is shown to students who give that answer.")
    items: list[Item] = []
    while line := _ask_line(field, {**values, field: items}):
        item = _parse_noted(line) if noted else line
        # The placeholders make the list long enough, so a fault is one of the new item.
        padded = [*items, item, *(asked.placeholder or ())]
        if not print_faults(faults_of(field, {**values, field: padded})):
            items.append(item)
    return items


def ask_pairs(field: str, values: Values) -> dict[str, str]:
    """Return the pairs of a mapping. Raises click.Abort at the end of input."""
    asked = asked_fields(KINDS[values["type"]])[field]
    print_wrapped(f"{asked.label}, one per line; an empty line ends the list.")
    pairs: dict[str, str] = {}
    while line := _ask_line(field, {**values, field: pairs}):
        left, right = _parse_pair(line)
        padded = {**pairs, left: right, **(asked.placeholder or {})}
        faults = _refusals(line, left, right, pairs) or faults_of(field, {**values, field: padded})
        if not print_faults(faults):
            pairs[left] = right
    return pairs


def print_faults(faults: Iterable[str]) -> bool:
    """Print what is wrong; return whether anything is."""
    found = list(faults)
    for fault in found:
        print_wrapped(f"  {fault}")
    return bool(found)


def _ask_line(field: str, values: Values) -> str:
    """Return the next line, empty at the end of the list; ask again while the list cannot end there."""
    while not (line := ask("  -", end=" ")):
        if not print_faults(faults_of(field, values)):
            break
    return line


def _parse_noted(line: str) -> Item:
    text, _, note = line.partition(": ")
    return {text.strip(): note.strip()} if note.strip() else line


def _parse_pair(line: str) -> tuple[str, str]:
    # A time such as 10:30 can be a side, so a colon counts only if nothing better separates the sides.
    separator = next((mark for mark in ("=", ": ") if mark in line), ":")
    left, _, right = line.partition(separator)
    return left.strip(), right.strip()


def _refusals(line: str, left: str, right: str, pairs: dict[str, str]) -> list[str]:
    if "=" not in line and ":" not in line:
        return [f"`{line}` has neither = nor : between its two sides"]
    if not left or not right:
        return ["one side is missing"]
    return [f"`{left}` is already in the list"] if left in pairs else []
