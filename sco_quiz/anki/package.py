"""Write an .apkg and its ledger: the only file of this room that writes to the disk and that imports genanki."""

import json
import sqlite3
import warnings
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import BinaryIO

from sco_quiz.anki.deck_revision import DeckRevision, Evidence, revise_deck
from sco_quiz.anki.ids import NOTE_TYPE_IDS, Family, deck_ids
from sco_quiz.anki.ledger import Ledger, parse_ledger, render_ledger
from sco_quiz.anki.media import MediaFile
from sco_quiz.anki.notes import DeckPlan, Recall, plan_now
from sco_quiz.anki.notetype import NOTE_TYPE_MOD, TEMPLATE_FILES, NoteType, note_types
from sco_quiz.anki.own_cards import with_own_ids
from sco_quiz.anki.previous_deck import DATABASE, read_previous_notes
from sco_quiz.anki.revisions import RevisedNote
from sco_quiz.anki.scheduling import Scheduling, scheduling
from sco_quiz.anki.sqlite_pages import canonical
from sco_quiz.card.scripts import read_shared_files
from sco_quiz.core.bank import Bank
from sco_quiz.core.collector import without_collector
from sco_quiz.core.errors import ExportError
from sco_quiz.core.review import DAY_BEGINS_HOUR, NO_PROGRESS, Progress
from sco_quiz.disk.atomic import content_of, replacing, write
from sco_quiz.disk.os_errors import ChangedError, os_errors_as, reason_of
from sco_quiz.disk.reading import is_file, is_there, read_file
from sco_quiz.disk.stored_zip import Member, write_stored

_MAX_LEDGER = 500_000_000  # a thousand times the ledger of 1000 questions
_NOTE_ROW = "insert into notes values (?, ?, ?, ?, -1, ?, ? || ? || ?, ?, 0, 0, '')"
_NEW_CARD_ROW = "insert into cards values (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
_CARD_ROW = f"insert into cards values ({','.join('?' * 18)})"
_LOG_ROW = f"insert into revlog values ({','.join('?' * 9)})"
# With genanki's scheduler version Anki would rewrite the ratings of imported reviews.
_CONFIG = {"schedVer": 2, "sched2021": True, "creationOffset": 0, "rollover": DAY_BEGINS_HOUR}


@dataclass(frozen=True, slots=True)
class DeckReport:
    """What was written: the numbers of notes and cards, and of notes by what became of them since the last export.

    `latest` is the last modification time in the deck, in seconds since 1970, and `behind` how many seconds the clock
    is behind the last time that was known before. `rewritten` has the parts that changed by question; students who
    import the deck lose their own edits and tags on these. `replaced_notes` are questions with a second note, which is
    retired: they changed between standard and cloze. `ledger` is the file that records the notes; if it has changed but
    cannot be written, `ledger_problem` says why. `picture_bytes` is the size of all pictures.
    """

    path: Path
    notes: int
    cards: int
    new: int
    changed: int
    unchanged: int
    dropped: int
    latest: int
    rewritten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    new_questions: tuple[str, ...] = ()
    dropped_questions: tuple[str, ...] = ()
    replaced_notes: tuple[str, ...] = ()
    behind: int = 0
    ledger: Path | None = None
    ledger_changed: bool = False
    ledger_problem: str = ""
    pictures: int = 0
    picture_bytes: int = 0


def path_with_progress(deck: Path) -> Path:
    """Return the path of a deck with a student's progress: beside the deck for everyone, never the same file."""
    return deck.with_name(f"{deck.stem}-with-progress{deck.suffix}")


def write_deck(
    bank: Bank,
    path: Path,
    now: int,
    progress: Progress = NO_PROGRESS,
    previous: Path | None = None,
    *,
    ledger: Path | None = None,
    ledger_file: Path | None = None,
    write_ledger: bool = True,
    resend: Collection[str] = (),
    dry_run: bool = False,
    recall: Recall = plan_now,
) -> DeckReport:
    """Write a bank as an Anki deck. `now` is in seconds since 1970.

    `ledger_file`, beside bank.yaml, records when each question last changed; for what it does not know, the decks at
    `path` and `previous` are read. It is updated unless `write_ledger` is false or the deck has a student's progress.
    For such a deck, pass the deck for everyone as `previous`, so that Anki accepts each after the other. Anki imports
    progress only for questions that are new to a collection, and only if “Import any learning progress” is ticked.
    `resend` has ids of questions that students get again though nothing changed. With `dry_run` nothing is written.
    `recall` may know some of the notes. `ledger` is the old name of `previous`. Raise ExportError, which names the
    question, for text Anki cannot store.
    """
    if ledger:
        warnings.warn("`ledger` will be removed in 0.3.0; use `previous`", DeprecationWarning, stacklevel=2)
    for_everyone = progress is NO_PROGRESS
    with without_collector():
        evidence = _read_evidence(bank, path, previous or ledger, ledger_file)
        revision = revise_deck(bank, evidence, now, resend, for_everyone, recall)
        text = render_ledger(revision.ledger) if for_everyone and write_ledger else evidence.text
    report = _report(path, revision, ledger_file, ledger_file is not None and text != evidence.text)
    if dry_run:
        return report
    notes = with_own_ids(revision.notes, progress.replaces.ids)
    schedule = scheduling(notes, progress)
    with os_errors_as(ExportError, f"{path} cannot be written"), replacing(path) as file:
        write_package(file, revision.plan, notes, schedule)
    # after the deck, which the next export can read instead
    problem = _write_ledger(ledger_file, evidence.text, text) if ledger_file and report.ledger_changed else ""
    return replace(report, ledger_problem=problem)


def _read_evidence(bank: Bank, path: Path, previous: Path | None, ledger_file: Path | None) -> Evidence:
    """Read what was published before, and refuse to write over any file that is not a deck of this bank."""
    # a deck may be written into a pipe or device, which has nothing to read
    decks = [read_previous_notes(path, bank.id)] if is_file(path) else []
    if previous and is_there(previous):
        decks.append(read_previous_notes(previous, bank.id))
    if not ledger_file or not is_there(ledger_file):
        return Evidence(Ledger(bank.id), tuple(decks))
    with os_errors_as(ExportError, f"{ledger_file} cannot be read"):
        content = _text_of(read_file(ledger_file, _MAX_LEDGER))
    return Evidence(parse_ledger(content, str(ledger_file), bank.id), tuple(decks), content)


def _text_of(ledger: bytes) -> str:
    """Return the text of a ledger; Git on Windows may have given it other line ends."""
    return ledger.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n")


def _write_ledger(path: Path, before: str, text: str) -> str:
    """Write the ledger if it still has the text from before; return why it cannot be written, or nothing."""
    try:
        seen = content_of(path)
        if seen is not None and _text_of(seen) != before:
            raise ChangedError
        write(path, text.encode(), seen=seen, inside=path.parent)
    except OSError as error:
        return reason_of(error)
    return ""


def _report(path: Path, revision: DeckRevision, ledger_file: Path | None, changed: bool) -> DeckReport:
    states = Counter(item.state for item in revision.notes)
    media = _media(revision.plan, revision.notes)
    return DeckReport(
        path=path,
        notes=len(revision.notes),
        cards=sum(len(item.cards) for item in revision.notes),
        new=states["new"],
        changed=states["changed"],
        unchanged=states["unchanged"],
        dropped=len(revision.dropped),
        latest=max((item.mod for item in revision.notes), default=revision.ledger.newest),
        rewritten=revision.rewritten,
        new_questions=revision.new_questions,
        dropped_questions=tuple(dict.fromkeys(entry.question for entry in revision.dropped)),
        replaced_notes=revision.replaced_notes,
        behind=revision.behind,
        ledger=ledger_file,
        ledger_changed=changed,
        pictures=len(media),
        picture_bytes=sum(len(file.content) for file in media),
    )


@cache
def read_note_types() -> dict[Family, NoteType]:
    """Read the note types from the files under templates/ and card/."""
    return note_types(read_card_files())


def read_card_files() -> dict[str, str]:
    """Read the templates, styles and scripts of the cards by name."""
    folder = Path(__file__).parent / "templates"
    return {name: (folder / name).read_text("utf-8") for name in TEMPLATE_FILES} | read_shared_files()


def read_preview_page() -> str:
    """Read the template that `render_preview` fills."""
    return Path(__file__).with_name("preview.html").read_text("utf-8")


def write_package(file: BinaryIO, plan: DeckPlan, notes: Sequence[RevisedNote], schedule: Scheduling) -> None:
    """Write an .apkg. The same arguments give the same bytes on every Python and SQLite."""
    write_stored(file, _members(plan, notes, schedule))


def _members(plan: DeckPlan, notes: Sequence[RevisedNote], schedule: Scheduling) -> Iterator[Member]:
    """Yield the database, and the pictures under numbers, whose names are in the member `media`."""
    media = _media(plan, notes)
    with without_collector():
        database = _database(plan, notes, schedule)
    names = json.dumps({str(number): file.name for number, file in enumerate(media)}).encode()
    yield DATABASE, len(database), canonical(database)
    yield "media", len(names), (names,)
    yield from ((str(number), len(file.content), (file.content,)) for number, file in enumerate(media))


def _media(plan: DeckPlan, notes: Iterable[RevisedNote]) -> tuple[MediaFile, ...]:
    shown = {name for item in notes for name in item.note.pictures}
    found = {file.name: file for file in plan.media if file.name in shown}  # Anki would report any other as unused
    return tuple(found[name] for name in sorted(found))


def _database(plan: DeckPlan, notes: Sequence[RevisedNote], schedule: Scheduling) -> bytes:
    from genanki.apkg_col import APKG_COL
    from genanki.apkg_schema import APKG_SCHEMA

    tables, indexes = APKG_SCHEMA.split("CREATE INDEX", 1)  # indexes last: inserting is faster without them
    ids = deck_ids(plan.decks)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript("pragma page_size=4096; pragma secure_delete=on;" + tables + APKG_COL)
        connection.execute("update col set mod=?, scm=?, conf=?, models=?, decks=?", _collection(plan, ids, notes))
        connection.executemany(_NOTE_ROW, map(_note_row, notes))
        if schedule.cards:
            connection.executemany(_CARD_ROW, _card_rows(notes, ids, schedule))
        else:
            connection.executemany(_NEW_CARD_ROW, _new_cards(notes, ids))
        if schedule.log:
            connection.execute("update col set crt=?", (schedule.created,))
            connection.executemany(_LOG_ROW, schedule.log)
        connection.executescript("CREATE INDEX" + indexes)
        return connection.serialize()


def _collection(plan: DeckPlan, ids: Mapping[str, int], notes: Sequence[RevisedNote]) -> tuple[int, int, str, str, str]:
    latest = max((item.mod for item in notes), default=NOTE_TYPE_MOD) * 1000
    return latest, NOTE_TYPE_MOD * 1000, json.dumps(_CONFIG), _models(), _decks(plan, ids)


@cache
def _models() -> str:
    """Return both note types as Anki's JSON, made by genanki's models."""
    from genanki import Model

    models = {}
    for kind in read_note_types().values():
        model_type = Model.CLOZE if kind.family == "cloze" else Model.FRONT_BACK
        model = Model(kind.id, kind.name, kind.fields, kind.templates, css=kind.css, model_type=model_type)
        model.__dict__["_req"] = kind.required  # genanki's own search does not know filters and may lose cards
        models[str(kind.id)] = model.to_json(kind.mod, 1)
    return json.dumps(models, ensure_ascii=False)


def _decks(plan: DeckPlan, ids: Mapping[str, int]) -> str:
    """Return every level as a deck of its own: Anki would lose the description of a level that is only implied."""
    from genanki import Deck

    decks = [Deck(ids[name], name, description) for name, description in plan.decks.items()]
    default = Deck(1, "Default")  # Anki expects it in every collection
    return json.dumps({str(deck.deck_id): deck.to_json() for deck in (default, *decks)}, ensure_ascii=False)


def _note_row(item: RevisedNote) -> tuple[object, ...]:
    note = item.note
    tags = f" {' '.join(note.tags)} "  # Anki searches for a tag between spaces
    before, after = note.joined
    return item.id, note.guid, NOTE_TYPE_IDS[note.family], item.mod, tags, before, item.day, after, note.fields[0]


def _new_cards(notes: Iterable[RevisedNote], ids: Mapping[str, int]) -> Iterator[tuple[int, ...]]:
    """Yield what tells new cards apart: the ids of the card, its note and its deck, ordinal, time and position."""
    for due, item in enumerate(notes, start=1):
        deck, mod = ids[item.note.deck], item.mod
        for card, ordinal in zip(item.cards, item.note.cards, strict=True):
            yield card, item.cards[0], deck, ordinal, mod, due


def _card_rows(
    notes: Iterable[RevisedNote], ids: Mapping[str, int], schedule: Scheduling
) -> Iterator[tuple[object, ...]]:
    for *row, due in _new_cards(notes, ids):
        new = (0, 0, due, *(0,) * 8, "")
        yield (*row, -1, *schedule.cards.get(row[0], new))
