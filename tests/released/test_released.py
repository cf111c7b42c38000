"""The banks, decks, progress files and JSON lists of a release work unchanged with today's program.

`make.py` made the folder of each release with the code of that release. The fixtures never change: a failure here is
fixed in the program.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copy
from typing import NamedTuple

import pytest

from sco_quiz.anki.ids import FIELDS as FIELDS_OF_NOTES
from sco_quiz.anki.ledger import Ledger
from sco_quiz.anki.notes import plan_notes
from sco_quiz.anki.package import write_deck
from sco_quiz.anki.previous_deck import read_previous_notes
from sco_quiz.anki.revisions import known_notes, revise
from sco_quiz.core.bank import Bank
from sco_quiz.core.review import DAY_MS
from sco_quiz.core.selection import Filter, filter_questions
from sco_quiz.formats.results import stats_json
from sco_quiz.history.database import Database
from sco_quiz.history.statistics import statistics
from sco_quiz.loading.load import read_bank
from tests.command import ok, sco_quiz

BANKS = ("sco-2010", "every-field")
FIRST_EXPORT = 1_772_442_000  # the clock of `make.py` when it wrote every-field.apkg
LATER = 1_800_000_000
KIND = FIELDS_OF_NOTES.index("Kind")
STATS_AT = FIRST_EXPORT * 1000 + 13 * DAY_MS + 1000
FLAGS, SESSIONS = 1, 6
# The columns of 0.1.0, except what follows from the answers: later versions count days, not spans of 24 hours, and so
# compute the memories again.
COLUMNS = {
    "answer": "id, bank, question, at, response, outcome, credit, duration, mode, rating, hint_taken, claimed, session",
    "flag": "*",
    "memory": "bank, question, last_review, first_review",
    "session": "*",
    "setting": "*",
}
Rows = dict[str, list[tuple[object, ...]]]


class Release(NamedTuple):
    """What a release left, and what differs today."""

    version: str
    questions: Mapping[str, int]
    answers: int
    fields: Mapping[str, str]
    """The fields of each kind, and under "" those of all kinds."""
    new_keys: frozenset[str] = frozenset()
    """What `list --json` has since."""
    rejudged: frozenset[str] = frozenset()
    """The kinds whose notes changed, as cards judge typed answers in another way."""
    reworded: frozenset[str] = frozenset()
    """The fields of notes that are written in other words for the same content, or used first."""
    unknown_to_statistics: frozenset[str] = frozenset()
    clock_stops: bool = False
    """Whether the time limit of an interrupted exam waits for its end, as nobody knew when it was interrupted."""

    @property
    def folder(self) -> Path:
        return Path(__file__).parent / self.version

    def bank(self, name: str) -> Bank:
        """Read a bank, which must have no problems."""
        loaded = read_bank(self.folder / name)
        assert loaded.problems == ()
        return loaded.bank

    def options(self, name: str) -> tuple[str, str]:
        return "--bank", str(self.folder / name)

    def kept(self, fields: tuple[str, ...]) -> dict[str, str]:
        """Return the fields of a note that must be what they were."""
        named = zip(FIELDS_OF_NOTES, fields, strict=True)
        return {name: value for name, value in named if name not in self.reworded}


FIELDS = {
    "": "id type prompt explanation source level difficulty hint tags as_of allow "
    "status reason successor formerly review_by",
    "single_choice": "answer distractors order",
    "multiple_choice": "answers distractors order",
    "true_false": "answer correction",
    "short_answer": "answer accept reject",
    "numeric": "answer tolerance unit derivation",
    "cloze": "accept reject",
    "matching": "pairs distractors",
    "ordering": "items",
}
ADDED = {
    "": " setting never_with beyond",
    "single_choice": " partial",
    "multiple_choice": " penalty",
    "true_false": "",
    "short_answer": " partial strict",
    "numeric": " accept digits min max",
    "cloze": " strict",
    "matching": "",
    "ordering": "",
}
RELEASES = (
    Release(
        "0.1.0",
        {"sco-2010": 137, "every-field": 10},
        41,
        FIELDS,
        new_keys=frozenset({"setting", "left", "gaps", "beyond", "enemies"}),
        rejudged=frozenset({"short_answer", "numeric"}),
        # the task says the unit of a number, the banner of a retired question says what its successor asks, and the
        # line of the source folds the summaries
        reworded=frozenset(["Key", "Task", "Source", "Retired", *FIELDS_OF_NOTES[FIELDS_OF_NOTES.index("Setting") :]]),
        unknown_to_statistics=frozenset({"reviewed", "credit", "setting"}),
        clock_stops=True,
    ),
    Release("0.2.0", {"sco-2010": 198, "every-field": 12}, 45, {name: FIELDS[name] + ADDED[name] for name in FIELDS}),
)


@pytest.fixture(params=RELEASES, ids=[release.version for release in RELEASES])
def release(request: pytest.FixtureRequest) -> Release:
    found: Release = request.param
    return found


@pytest.fixture(params=BANKS)
def bank(release: Release, request: pytest.FixtureRequest) -> Bank:
    return release.bank(request.param)


@pytest.fixture
def progress(release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the released progress file, which the commands use."""
    path = Path(copy(release.folder / "progress.sqlite", tmp_path / "released.sqlite"))
    monkeypatch.setenv("SCO_QUIZ_PROGRESS", str(path))
    return path


def rows_of(path: Path) -> Rows:
    """Return all rows of a progress file."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT {names} FROM {table}").fetchall() for table, names in COLUMNS.items()
        }


def test_the_fixtures_are_complete(release: Release) -> None:
    assert {name: len(release.bank(name).questions) for name in BANKS} == release.questions
    questions = release.bank("every-field").questions
    used = {(question.type, field) for question in questions for field in question.model_fields_set}
    assert {kind for kind, _ in used} | {""} == set(release.fields)
    assert {(kind, field) for kind, fields in release.fields.items() if kind for field in fields.split()} <= used
    assert set(release.fields[""].split()) <= {field for _, field in used}
    rows = rows_of(release.folder / "progress.sqlite")
    counts = [len(rows[table]) for table in ("answer", "flag", "session")]
    assert counts == [release.answers, FLAGS, SESSIONS]
    with closing(sqlite3.connect(release.folder / "progress.sqlite")) as connection:
        seen = connection.execute("SELECT DISTINCT mode, outcome FROM answer").fetchall()
        claims, hints = connection.execute("SELECT sum(claimed), sum(hint_taken) FROM answer").fetchone()
    assert {mode for mode, _ in seen} == {"quiz", "exam", "review", "practice"}
    assert {outcome for _, outcome in seen} == {"right", "partly", "almost", "wrong", None}
    assert claims
    assert hints


def test_the_list_has_only_new_keys(release: Release, bank: Bank) -> None:
    released = json.loads((release.folder / f"{bank.id}.json").read_text("utf-8"))
    found = json.loads(ok("list", "--json", *release.options(bank.id)))
    assert [{key: each[key] for key in old} for old, each in zip(released, found, strict=True)] == released
    assert {key for each in found for key in each} - {key for each in released for key in each} == release.new_keys


def test_an_export_over_the_deck_changes_only_what_judges_typed_answers(
    release: Release, bank: Bank, tmp_path: Path
) -> None:
    released = release.folder / f"{bank.id}.apkg"
    before = read_previous_notes(released, bank.id)
    assert len(before) == release.questions[bank.id]
    notes = plan_notes(bank).notes
    assert {note.guid for note in notes} == before.keys()
    known = known_notes(Ledger(bank.id), before)
    changed = {note.guid for note in notes if note.parts != known[note.guid].parts}
    assert changed == {note.guid for note in notes if note.fields[KIND] in release.rejudged}
    for item in revise(notes, known, LATER):
        entry = before[item.note.guid]
        assert release.kept(item.fields) == release.kept(entry.fields)
        assert item.note.tags == entry.tags
        # ids are not the same: they follow from the ledger, and Anki recognizes notes by their guid alone
        assert item.note.cards == tuple(sorted(entry.cards))
        assert (item.state, item.mod) == (("changed", LATER) if item.note.guid in changed else ("unchanged", entry.mod))
    path = Path(copy(released, tmp_path))
    report = write_deck(bank, path, LATER)
    counts = (report.unchanged, report.new, report.changed, report.dropped)
    assert counts == (len(notes) - len(changed), 0, len(changed), 0)
    written = path.read_bytes()
    assert write_deck(bank, path, LATER + 1).changed == 0
    assert path.read_bytes() == written


def test_the_statistics_are_the_same(release: Release, bank: Bank, progress: Path) -> None:
    questions = filter_questions(bank, Filter())
    found = json.loads(stats_json.render(statistics(Database(progress), bank, questions, STATS_AT, utc_day)))
    released = json.loads((release.folder / f"{bank.id}-stats.json").read_text("utf-8"))
    # Predicted recall follows from the days between answers, where 0.1.0 counted spans of 24 hours; due dates are
    # shifted at random today.
    assert found.pop("recall") == pytest.approx(released.pop("recall"), abs=0.02)
    due, due_then = (sum(day["due"] for day in each.pop("forecast")) for each in (found, released))
    assert due == pytest.approx(due_then, abs=1)
    for figures in (found, *found["weakest"]):
        for name in release.unknown_to_statistics & figures.keys():
            del figures[name]
    assert found == released


def utc_day(at: int) -> date:
    return datetime.fromtimestamp(at / 1000 - 4 * 3600, UTC).date()


def test_answers_are_exported_and_imported(release: Release, progress: Path, tmp_path: Path) -> None:
    lines = (release.folder / "answers.jsonl").read_text("utf-8")
    assert lines.count("\n") == release.answers + FLAGS
    assert ok("history", "export") == lines
    other = tmp_path / "other.sqlite"
    ok("history", "import", str(release.folder / "answers.jsonl"), "--progress", str(other))
    assert ok("history", "export", "--progress", str(other)) == lines
    again = ok("history", "import", str(release.folder / "answers.jsonl"))
    assert again.endswith(f": 0 new answers, 0 new flags, {release.answers + FLAGS} already there\n")


def test_reading_leaves_the_progress_file_as_it_is(release: Release, progress: Path, tmp_path: Path) -> None:
    before = rows_of(progress)
    for name, count in (("sco-2010", 0), ("every-field", 1)):
        assert len(json.loads(ok("flags", "--json", *release.options(name)))) == count
        ok("stats", *release.options(name))
        ok("stats", "--html", str(tmp_path / "stats.html"), *release.options(name))
        ok("export", "anki", "--with-progress", *release.options(name), "-o", str(tmp_path / f"{name}.apkg"))
    ok("doctor")
    assert rows_of(progress) == before


@pytest.fixture
def kept(progress: Path) -> Iterator[Path]:
    """A progress file to which a test adds answers; afterwards every other row must be unchanged."""
    before = rows_of(progress)
    yield progress
    after = rows_of(progress)
    for table in ("answer", "flag", "setting"):
        assert after[table][: len(before[table])] == before[table]
    new = after["answer"][len(before["answer"]) :]
    assert new
    asked = {row[1:3] for row in new}  # bank and question
    assert {row for row in before["memory"] if row[:2] not in asked} <= set(after["memory"])
    resumed = {row[-1] for row in new}
    assert {row for row in before["session"] if row[0] not in resumed} <= set(after["session"])


def test_the_interrupted_quiz_is_resumed(release: Release, kept: Path) -> None:
    shown = ok("quiz", "--resume", *release.options("sco-2010"), given="s\n" * 5 + "n\n")
    assert "Question 4 of 8, topic " in shown
    assert "Question 8 of 8, topic " in shown
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT count(*) FROM answer WHERE session = 5").fetchone() == (8,)
        assert connection.execute("SELECT ended IS NOT NULL FROM session WHERE id = 5").fetchone() == (1,)


def test_the_interrupted_exam_is_resumed(release: Release, progress: Path) -> None:
    before = rows_of(progress)
    done = sco_quiz("quiz", "--resume", *release.options("every-field"), given="1\n1611; cars; 1994\nt\n\n")
    after = rows_of(progress)
    if release.clock_stops:
        assert "Question 3 of 5, topic " in done.stdout
        assert "5 of 5 points (100 %); the pass mark is 50 %." in done.stdout
        assert (done.returncode, done.stderr) == (0, "")
    else:
        assert "The time of the exam was over before you resumed it" in done.stdout
        assert "2 of 5 points (40 %); the pass mark is 50 %." in done.stdout
    assert after["answer"][: release.answers] == before["answer"]
    assert len(after["answer"]) - release.answers == (3 if release.clock_stops else 0)


@pytest.mark.parametrize("name", BANKS)
def test_reviews_and_quizzes_add_answers(release: Release, kept: Path, name: str) -> None:
    assert ok("review", *release.options(name), "--new", "2", given="1\ns\n1\n").count("Answer: ") > 3
    ok("review", *release.options(name), "--practice", "-n", "2", given="1\nx\n")
    ok("quiz", *release.options(name), "-n", "3", given="x\n1\ns\nn\n")
