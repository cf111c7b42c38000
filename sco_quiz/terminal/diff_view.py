"""What changed in a bank, in a teacher's words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sco_quiz.core.bank import Bank
from sco_quiz.core.diff.changes import LOSSES, MEANINGS, Change, FieldChange, Sort, meanings_of
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.question_view import marked

NAMES = frozenset({"id", "type", "topic"})
LIKE = 0.4  # less alike than this, the words of two texts are not compared

_WORD = re.compile(r"\s*(?:\w+|[^\w\s])|\s+$")  # with the spaces before it
_SPACE_INSIDE = re.compile(r"\(([-+])( +)")


def change_blocks(old: Bank, new: Bank, changes: Sequence[Change]) -> Iterator[Block]:
    """A block for each sort of change, the gravest first, then how many there are."""
    means = meanings_of(tuple(changes))
    for sort in Sort:
        members = [change for change in changes if change.sort is sort]
        if not members:
            continue
        lines = [Line(means[sort], "note")] if sort in means else []
        lines += [line for change in members for line in _lines(change)]
        yield Block(f"{MEANINGS[sort].heading} ({len(members)})", tuple(lines), "wrong" if sort in LOSSES else "")
    yield Block("", (Line(summary(old, new, changes)),))


def summary(old: Bank, new: Bank, changes: Sequence[Change]) -> str:
    """How many questions there were and are, and how many changes."""
    before, after = len(old.questions), len(new.questions)
    if not changes:
        return f"Nothing changed: {after} question{'s' * (after != 1)}."
    lost = sum(change.sort in LOSSES for change in changes)
    losses = f", {lost} of which cost{'s' * (lost == 1)} students cards" if lost else ""
    return f"{before} questions before, {after} now: {len(changes)} change{'s' * (len(changes) != 1)}{losses}."


def _lines(change: Change) -> Iterator[Line]:
    subject = change.question or change.topic or "the bank"
    repeated = any(wording.field in ("prompt", "title") for wording in change.wordings)
    yield Line(subject if repeated or not change.text else f"{subject}: {' '.join(change.text.split())}", label="·")
    for wording in change.wordings:
        yield Line(f"{wording.field}: {_shown(wording)}", label=" ")


def _shown(wording: FieldChange) -> str:
    if wording.field in NAMES:
        return " → ".join([*wording.old, *wording.new])
    return "; ".join(_differences(wording.old, wording.new))


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The texts of a list: changed ones with their words compared, others taken out or put in whole."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from new[j1:j2]
        elif i2 - i1 == j2 - j1:
            yield from map(word_difference, old[i1:i2], new[j1:j2])
        else:
            yield from (f"(-{text}-)" for text in old[i1:i2])
            yield from (f"(+{text}+)" for text in new[j1:j2])


def word_difference(old: str, new: str) -> str:
    """The new text, with words to be taken out in (-…-) and words to be put in in (+…+).

    >>> word_difference("It sat in the city of Beijing in 2010.", "It sits in Beijing in 2010.")
    'It (-sat-)(+sits+) in (-the city of-) Beijing in 2010.'
    >>> word_difference("Where did it sit?", "Name two members.")
    '(-Where did it sit?-)(+Name two members.+)'
    """
    before, after = (_WORD.findall(f" {text}") for text in (old, new))
    if SequenceMatcher(None, before, after, autojunk=False).ratio() < LIKE:
        return f"(-{old}-)(+{new}+)"
    return _SPACE_INSIDE.sub(r"\2(\1", marked(before, after)).replace("-) (+", "-)(+").strip(" ")
