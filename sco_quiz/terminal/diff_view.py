"""Changes of a bank as blocks."""

from collections.abc import Iterator, Sequence

from sco_quiz.core.alignment import opcodes
from sco_quiz.core.bank import Bank
from sco_quiz.core.diff.changes import LOSSES, MEANINGS, Change, FieldChange, Rewritten, Sort, meanings_of
from sco_quiz.core.plural import counted
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.segments import Segment, compare_words, render_segments

NAMES = frozenset({"id", "type", "topic"})  # one name replaces another: their words are not compared


REWRITTEN = (
    "Students get these notes again when they import the new deck: it replaces their own tags and what they wrote into "
    "the notes. Reviews, due dates and flags stay. All other notes stay as they are."
)


def change_blocks(old: Bank, new: Bank, changes: Sequence[Change], rewritten: Rewritten) -> Iterator[Block]:
    """Yield a block for each sort of change, the most serious first, then rewritten notes and the summary."""
    meanings = meanings_of(tuple(changes))
    for sort in Sort:
        members = [change for change in changes if change.sort is sort]
        if not members:
            continue
        lines = [Line(meanings[sort], "note")] if sort in meanings else []
        lines += [line for change in members for line in _lines(change)]
        yield Block(f"{MEANINGS[sort].heading} ({len(members)})", tuple(lines), "wrong" if sort in LOSSES else "")
    if rewritten:
        notes = [Line(f"{question}: {', '.join(parts)}", label="·") for question, parts in rewritten.items()]
        yield Block(f"Rewritten in Anki ({len(rewritten)})", (Line(REWRITTEN, "note"), *notes))
    yield Block("", (Line(summary(old, new, changes, rewritten)),))


def summary(old: Bank, new: Bank, changes: Sequence[Change], rewritten: Rewritten) -> str:
    """Return one sentence: how many questions before and now, how many changes, and how many notes are rewritten."""
    before, after = len(old.questions), len(new.questions)
    if not changes:
        return f"No changes: {counted(after, 'question')}."
    lost = sum(change.sort in LOSSES for change in changes)
    losses = f"; students lose cards in {lost} of them" if lost else ""
    told = f"{counted(before, 'question')} before, {after} now: {counted(len(changes), 'change')}{losses}"
    return f"{told}; {counted(len(rewritten), 'note')} rewritten in Anki."


def _lines(change: Change) -> Iterator[Line]:
    subject = change.question or change.topic or "the bank"
    is_shown_below = any(wording.field in ("prompt", "title") for wording in change.wordings)
    # a prompt may have line breaks, which would look like further changes
    text = "" if is_shown_below else " ".join(change.text.split())
    yield Line(f"{subject}: {text}" if text else subject, label="·")
    for wording in change.wordings:
        note = " (only the markup)" if wording.only_markup else ""
        yield Line(f"{wording.field}{note}: {_difference(wording)}", label=" ")


def _difference(wording: FieldChange) -> str:
    if wording.field in NAMES:
        return " → ".join([*wording.old, *wording.new])
    return "; ".join(map(render_segments, _differences(wording.old, wording.new)))


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Sequence[Segment]]:
    """Yield the segments of each item: changed items compared word by word, others removed or added as a whole."""
    for tag, i1, i2, j1, j2 in opcodes(old, new):
        if tag == "replace" and i2 - i1 == j2 - j1:
            yield from map(compare_words, old[i1:i2], new[j1:j2])
        elif tag == "equal":
            yield from ([Segment(text, text)] for text in new[j1:j2])
        else:
            yield from ([Segment(text, "")] for text in old[i1:i2])
            yield from ([Segment("", text)] for text in new[j1:j2])
