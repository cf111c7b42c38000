"""Ask for a list or for pairs, line by line; each line is validated at once, and so is the end of the list."""

from collections.abc import Iterable

from sco_quiz.cli.authoring.lines import ask_text, divide
from sco_quiz.cli.authoring.unfinished import Draft
from sco_quiz.cli.output import print_wrapped
from sco_quiz.core.kinds.fields import asked_fields, takes_notes

Item = str | dict[str, str]
"""An item of a list, or an item with its note."""


def ask_list(field: str, draft: Draft) -> list[Item]:
    """Return the items of a list. Raises click.Abort at the end of input."""
    asked, noted = asked_fields(draft.kind)[field], takes_notes(draft.kind.model_fields[field])
    print_wrapped(f"{asked.label}, one per line; an empty line ends the list.")
    if noted:
        print_wrapped("  A note after a colon is shown to students who give that answer.")
    items: list[Item] = []
    while line := _ask_line(field, items, draft):
        item = _parse_noted(line, draft) if noted else line
        # The placeholders make the list long enough, so a fault is one of the new item.
        padded = [*items, item, *(asked.placeholder or ())]
        if not print_faults(draft.faults_of(field, padded)):
            items.append(item)
    return items


def ask_pairs(field: str, draft: Draft) -> dict[str, str]:
    """Return the pairs of a mapping. Raises click.Abort at the end of input."""
    asked = asked_fields(draft.kind)[field]
    print_wrapped(f"{asked.label}, one per line; an empty line ends the list.")
    pairs: dict[str, str] = {}
    while line := _ask_line(field, pairs, draft):
        left, right = _parse_pair(line, draft)
        padded = {**pairs, left: right, **(asked.placeholder or {})}
        faults = _refusals(line, left, right, pairs) or draft.faults_of(field, padded)
        if not print_faults(faults):
            pairs[left] = right
    return pairs


def print_faults(faults: Iterable[str]) -> bool:
    """Print what is wrong; return whether anything is."""
    found = list(faults)
    for fault in found:
        print_wrapped(f"  {fault}")
    return bool(found)


def _ask_line(field: str, so_far: object, draft: Draft) -> str:
    """Return the next line, empty at the end of the list; ask again while the list cannot end there."""
    while not (line := ask_text("  -", end=" ", marked_up=draft.marked_up)):
        if not print_faults(draft.faults_of(field, so_far)):
            break
    return line


def _parse_noted(line: str, draft: Draft) -> Item:
    text, note = divide(line, (": ",), draft.marked_up) if "\n" not in line else (line, "")
    return {text: note} if note else line


def _parse_pair(line: str, draft: Draft) -> tuple[str, str]:
    # A time such as 10:30 can be a side, so a colon counts only if nothing better separates the sides.
    return divide(line, ("=", ": ", ":"), draft.marked_up)


def _refusals(line: str, left: str, right: str, pairs: dict[str, str]) -> list[str]:
    if "=" not in line and ":" not in line:
        return [f"`{line}` has neither = nor : between its two sides"]
    if not left or not right:
        return ["one side is missing"]
    return [f"`{left}` is already in the list"] if left in pairs else []
