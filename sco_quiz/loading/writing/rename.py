"""Rename a question in the text of its bank: only the lines that name it change."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from sco_quiz.core.errors import BankError, SelectionError
from sco_quiz.core.kinds.field_types import MAX_SLUG, NOT_AN_ID, is_id
from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.selection import unknown_question
from sco_quiz.loading.assemble import Located
from sco_quiz.loading.load import LoadedBank
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.source_file import askers

_REST = re.compile(r"""["']?\s*(?:#.*)?""")  # of a line with one value
_QUOTES = "\"'"
_ITEM = re.compile(r"""\s*- +["']?""")

Edit = tuple[int, int, int, str]
"""Replace `width` characters at a line and column, both from 0: (line, column, width, text)."""


def plan_renaming(loaded: LoadedBank, old: str, new: str) -> dict[str, tuple[str, str]]:
    """Return the current and the new text, by file name, of the files that name the question.

    Raises SelectionError for an unknown or malformed id, BankError for one that another question has or had.
    """
    located = loaded.located
    if old not in located:
        raise unknown_question(old, located)
    if not is_id(new):
        raise SelectionError(NOT_AN_ID.format(value=new, limit=MAX_SLUG))
    for item in located.values():
        if item.question.id == new or (new in item.question.formerly and item.question.id != old):
            raise BankError(f"the id `{new}` already names the question at {item.place('id')}")
    # edits of the text, since YAML written from a tree would lose comments and layout
    edits: dict[str, list[Edit]] = defaultdict(list)
    target = located[old]
    documents = {target.origin.document.name: target.origin.document}
    edits[target.origin.document.name] += [_replacing(target.place("id"), new), *_remembering(target, old)]
    for origin, path in _mentions(loaded, old):
        documents[origin.document.name] = origin.document
        edits[origin.document.name].append(_replacing(origin.place(path), new))
    return {name: (documents[name].text, _applied(documents[name].text, changes)) for name, changes in edits.items()}


def _mentions(loaded: LoadedBank, name: str) -> Iterator[tuple[Origin, KeyPath]]:
    """Yield each place where another question, a fact or the exam of the bank names a question."""
    for item in loaded.located.values():
        if item.question.successor == name:
            yield item.origin, ("successor",)
        for index, other in enumerate(item.question.never_with):
            if other == name:
                yield item.origin, ("never_with", index)
    if loaded.source and loaded.bank.source:
        for asker in askers(loaded.bank.source):
            if asker.question == name:
                yield loaded.source, asker.path
    yield from _in_the_exam(loaded, name)


def _in_the_exam(loaded: LoadedBank, name: str) -> Iterator[tuple[Origin, KeyPath]]:
    if loaded.head and loaded.bank.exam:
        for at, section in enumerate(loaded.bank.exam.sections):
            for index, other in enumerate(section.questions):
                if other == name:
                    yield loaded.head, ("exam", "sections", at, "questions", index)


def _replacing(place: Place, text: str) -> Edit:
    return place.line - 1, place.column - 1, place.width, text


def _remembering(item: Located, old: str) -> list[Edit]:
    """Append the old id to the previous ones. The first stays first, even when it becomes the current id again."""
    previous = item.question.formerly
    if old in previous:  # a question that gets an earlier id back
        return []
    if not previous:
        id_at = item.place("id")
        start = re.match(r"(\s*(?:- +)?)id\s*:\s*", id_at.text)
        alone = _REST.fullmatch(id_at.text, id_at.column - 1 + id_at.width)
        if start is None or start.end() != id_at.column - 1 or not alone:
            raise BankError(f"the question at {id_at} is on one line; put each of its fields on its own line first")
        indent = re.sub(r"[^\s]", " ", start[1])
        return [(id_at.line, 0, 0, f"{indent}formerly: [{old}]\n")]
    first, last = item.place("formerly", 0), item.place("formerly", len(previous) - 1)
    if _ITEM.fullmatch(lead := first.text[: first.column - 1]):
        return [(last.line, 0, 0, f"{lead.rstrip(_QUOTES)}{old}\n")]
    return [(last.line - 1, last.column - 1 + last.width, 0, f", {old}")]


def _applied(text: str, edits: list[Edit]) -> str:
    """Return the text with the edits applied, from the last to the first."""
    text = text if text.endswith("\n") else f"{text}\n"
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for line, column, width, put in sorted(edits, reverse=True):  # from the end, so that positions stay valid
        at = starts[line] + column
        text = text[:at] + put + text[at + width :]
    return text
