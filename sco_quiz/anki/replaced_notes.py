"""The note that a question had before it changed between standard and cloze: a banner, no longer a question. Pure.

Anki cannot move a note between our two types. Without this note, students would be asked both, year after year.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sco_quiz.anki.ids import FIELDS, Family, guid_for
from sco_quiz.anki.ledger import Entry
from sco_quiz.anki.notes import PlannedNote
from sco_quiz.card.escape import field_html, gap_html
from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import Question
from sco_quiz.core.words.languages import language_of

_OTHER: dict[Family, Family] = {"standard": "cloze", "cloze": "standard"}
# what would ask or be judged; without a kind, no script runs, and `note_parts` recognizes the note
_EMPTY = ("Kind", "Task", "Options", "Typed", "Hint", "Key", "Feedback")


def replaced_notes(
    bank: Bank, notes: Iterable[PlannedNote], known: Mapping[str, Entry], deck: str
) -> Iterator[PlannedNote]:
    """Yield a note for each question that was published under the other family, with all cards it ever had.

    New students get them in `deck`.
    """
    for note in notes if known else ():
        family = _OTHER[note.family]
        guid = guid_for(bank.id, note.first_id, family)
        if guid in known:
            yield replace(_replaced(bank, note, family, guid, known[guid].cards), deck=deck)


def _replaced(bank: Bank, note: PlannedNote, family: Family, guid: str, cards: tuple[int, ...]) -> PlannedNote:
    question = bank.find(note.question)
    assert question
    answer = "; ".join(question.key)
    values = dict(zip(FIELDS, note.fields, strict=True)) | dict.fromkeys(_EMPTY, "")
    values["Prompt"] = _prompt(question, answer, family, cards)
    values["Answer"] = f'<p class="given" dir="auto">{field_html(answer)}</p>' if family == "standard" else ""
    values["Retired"] = field_html(language_of(bank.lang).word("asked_otherwise"))
    tags = tuple(sorted({*note.tags, "retired"}))
    fields = tuple(values[name] for name in FIELDS)
    return replace(note, family=family, guid=guid, fields=fields, tags=tags, cards=cards)


def _prompt(question: Question, answer: str, family: Family, cards: Iterable[int]) -> str:
    """Return the prompt; for a cloze with a gap for each card, since a card without one is empty."""
    prompt = field_html(question.stem.plain)
    gaps = "".join(f"<br>{{{{c{ordinal + 1}::{gap_html(answer)}}}}}" for ordinal in cards)
    return prompt + gaps if family == "cloze" else prompt
