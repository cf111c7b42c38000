"""`sco-quiz export anki`: what it prints."""

import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest
from click.testing import CliRunner

from sco_quiz.anki.package import DeckReport
from sco_quiz.cli.commands.export import anki
from sco_quiz.cli.deck_report import report_lines
from sco_quiz.cli.format_export import loss_lines
from sco_quiz.formats.package import Loss
from tests.command import sco_quiz
from tests.conftest import ROOT

HEAD = "id: b\ntitle: The bank\n"
TOPIC = """\
topic: First topic
questions:
  - id: seat
    type: single_choice
    prompt: In which city did the Secretariat sit?
    answer: Beijing
    distractors: [Moscow, Almaty]
    level: remember
  - id: staff
    type: numeric
    prompt: How many members of staff had it?
    answer: 30
    level: remember
  - id: year
    type: numeric
    prompt: In which year did it open?
    answer: 2004
    level: remember
"""
MISSED = (
    "Anki does not update a question that they edited or tagged, or that it marked as a leech, after "
    "2026-09-21 14:13 UTC and before they import this deck. Tell them to import it with “Update notes: Always”, or "
    "send a question again later with `--resend`. The deck's page in Anki lists corrected answers."
)
FIRST = (
    "This counts as the first deck of the bank. If students have one already, restore its `anki-ledger.jsonl` and "
    "export again: otherwise they lose their own edits and tags, or miss corrections."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bank of three questions that was exported once."""
    bank = tmp_path / "bank"
    bank.mkdir()
    (bank / "bank.yaml").write_text(HEAD, "utf-8")
    (bank / "first.yaml").write_text(TOPIC, "utf-8")
    assert export(tmp_path)[1:] == [
        "new 3, changed 0, unchanged 0, dropped 0",
        "",
        FIRST,
        f"{Path('bank', 'anki-ledger.jsonl')} records when each question changed: commit it with the bank.",
    ]
    return tmp_path


def export(folder: Path, *arguments: str) -> list[str]:
    """Export the bank in a folder; return the lines that are printed."""
    done = sco_quiz("export", "anki", "--bank", "bank", *arguments, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def edit(folder: Path, **changes: str) -> None:
    """Replace texts in the file of the topic."""
    path = folder / "bank" / "first.yaml"
    text = path.read_text("utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_each_changed_question_is_named_with_what_changed(folder: Path) -> None:
    edit(folder, Almaty="Astana", **{"answer: 30": "answer: 31", "answer: 2004": "answer: 2005"})
    shown = export(folder)
    assert shown[1:5] == [
        "new 0, changed 3, unchanged 0, dropped 0",
        "Changed, so that Anki replaces their text, with students' own edits and tags:",
        "  answer: staff, year",
        "  options: seat",
    ]
    assert shown[6].startswith(
        "Some students may miss 3 changes (2 corrected answers): Anki does not update a question "
    )
    assert shown[7].startswith(str(Path("bank", "anki-ledger.jsonl")))
    assert export(folder)[1:] == ["new 0, changed 0, unchanged 3, dropped 0"]


def test_new_and_dropped_questions_are_named(folder: Path) -> None:
    edit(folder, **{"id: year": "id: opened"})
    shown = export(folder)
    assert shown[1:4] == ["new 1, changed 0, unchanged 2, dropped 1", "New: opened", "Dropped: year"]
    assert shown[5].startswith("Students keep the cards of dropped questions")
    assert "`status: retired`" in shown[5]


def test_a_dry_run_says_the_same_and_writes_nothing(folder: Path) -> None:
    files = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    edit(folder, **{"answer: 30": "answer: 31"})
    rehearsed = export(folder, "--dry-run")
    assert rehearsed[0] == f"would write {Path('decks', 'b.apkg')}: 3 questions on 3 cards"
    assert rehearsed[1:4] == [
        "new 0, changed 1, unchanged 2, dropped 0",
        "Changed, so that Anki replaces their text, with students' own edits and tags:",
        "  answer: staff",
    ]
    edit(folder, **{"answer: 31": "answer: 30"})
    assert {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()} == files


def test_the_pictures_of_the_deck_are_counted(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "marked_up", tmp_path / "bank")
    deck = Path("decks", "marked-up.apkg")
    assert export(tmp_path, "--dry-run")[0] == f"would write {deck}: 19 questions on 23 cards, 5 pictures (4 KB)"
    assert export(tmp_path)[0] == f"{deck}: 19 questions on 23 cards, 5 pictures (4 KB)"


def test_a_question_can_be_sent_again(folder: Path) -> None:
    shown = export(folder, "--resend", "seat", "--resend", "year")
    assert shown[1] == "new 0, changed 2, unchanged 1, dropped 0"
    assert shown[3] == "  sent again: seat, year"


def test_an_unknown_question_cannot_be_sent_again(folder: Path) -> None:
    done = sco_quiz("export", "anki", "--bank", "bank", "--resend", "sent", cwd=folder)
    assert done.returncode == 1
    assert "no question of the bank has the id `sent`" in done.stderr


def report(**fields: object) -> list[str]:
    """Return the lines for a deck of 5 000 questions, of which some have changed."""
    facts = {"notes": 5000, "cards": 5000, "new": 0, "changed": 0, "unchanged": 0, "dropped": 0, **fields}
    return list(report_lines(DeckReport(path=Path("deck.apkg"), latest=1_790_000_000, **facts), dry_run=False))  # type: ignore[arg-type]


def test_a_change_of_every_question_is_one_line() -> None:
    changed = {f"question-{number}": ("language",) for number in range(5000)}
    assert report(rewritten=changed)[3] == "  language: all 5000 questions"
    del changed["question-7"]
    line = report(rewritten=changed)[3]
    assert line.startswith("  language: question-0, question-1, ")
    assert line.count(",") == 4998


def test_what_cannot_be_prevented_is_said_with_the_time_of_the_export() -> None:
    assert report(rewritten={"seat": ("hint",)})[-1] == f"Some students may miss 1 change: {MISSED}"


def test_a_clock_that_is_behind_is_reported() -> None:
    assert report(behind=86_400) == report()
    assert report(behind=3 * 86_400)[-1] == (
        "The clock is 3 days behind the last export, whose time the changes get: set it."
    )


def test_a_new_card_for_the_same_question_is_explained() -> None:
    shown = report(rewritten={"seat": ("kind",), "year": ("hint",)}, replaced_notes=("seat", "year"))
    assert "Changed to or from a cloze: seat. Students get a new card; the previous one shows a banner." in shown


def test_counts_are_of_questions_although_one_has_two_notes(folder: Path) -> None:
    number = "type: numeric\n    prompt: In which year did it open?\n    answer: 2004"
    edit(folder, **{number: "type: cloze\n    prompt: It opened in {{c1::2004}}."})
    shown = export(folder)
    assert shown[:4] == [
        f"{Path('decks', 'b.apkg')}: 3 questions on 4 cards",
        "new 0, changed 1, unchanged 2, dropped 0",
        "Changed, so that Anki replaces their text, with students' own edits and tags:",
        "  kind: year",
    ]
    assert shown[5].startswith("Changed to or from a cloze: year. Students get a new card")


def test_a_ledger_that_cannot_be_written_is_reported() -> None:
    assert report(ledger=Path("b", "anki-ledger.jsonl"), ledger_problem="Permission denied")[-1] == (
        f"{Path('b', 'anki-ledger.jsonl')} cannot be written: Permission denied. Keep deck.apkg: the next export "
        "compares with it."
    )


def test_a_first_deck_with_a_clock_in_1970(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its notes are of the first time that a deck may contain; the program does not wait for it."""
    monkeypatch.setattr("time.time", lambda: 5.0)
    monkeypatch.setattr("time.sleep", waits := Mock())
    (folder / "bank" / "anki-ledger.jsonl").unlink()
    done = CliRunner().invoke(anki, ["--bank", str(folder / "bank"), "-o", str(folder / "new.apkg")])
    assert (done.exit_code, (folder / "new.apkg").exists()) == (0, True)
    assert waits.call_args.args == (1.0,)


def test_losses_of_a_format_are_listed_before_it_is_written(folder: Path) -> None:
    text = TOPIC.replace("    level: remember\n", "    level: analyze\n    hint: Think.\n")
    (folder / "bank" / "first.yaml").write_text(text, "utf-8")
    done = sco_quiz("export", "blackboard", "--bank", "bank", cwd=folder)
    assert done.returncode == 0
    first, second, *_, last = done.stdout.splitlines()
    assert first == "3 questions [lost-field]:"
    assert second == "  Blackboard has no place for `level` (seat, staff, year)"
    assert last == "The questions are in b.blackboard.txt."
    every = sco_quiz("export", "blackboard", "--bank", "bank", "--dry-run", "-o", "other.txt", cwd=folder).stdout
    assert "  seat (hint): " in every
    assert every.endswith("Nothing was written. Without `--dry-run`: b.blackboard.txt\n")
    strict = sco_quiz("export", "blackboard", "--bank", "bank", "--strict", "-o", "other.txt", cwd=folder)
    assert strict.returncode == 1
    assert strict.stderr == "Error: blackboard does not hold everything; nothing was written\n"
    assert not (folder / "other.txt").exists()


def test_one_topic_is_exported(folder: Path) -> None:
    (folder / "bank" / "second.yaml").write_text(TOPIC.replace("- id: ", "- id: other-"), "utf-8")
    sco_quiz("export", "json", "--bank", "bank", "--topic", "second", cwd=folder)
    text = (folder / "b.json").read_text("utf-8")
    assert text.count('"id": "other-') == 3
    assert '"id": "seat"' not in text
    unknown = sco_quiz("export", "json", "--bank", "bank", "--topic", "secnd", cwd=folder)
    assert "did you mean `second`?" in unknown.stderr


def test_questions_that_are_not_written_come_first_and_are_counted(folder: Path) -> None:
    done = sco_quiz("export", "aiken", "--bank", "bank", cwd=folder)
    first, *_, last = done.stdout.splitlines()
    assert first.startswith("2 questions not written [unsupported-kind]: Aiken has no questions of the kind ")
    assert last == "1 of 3 questions is in b.aiken.txt."


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_format_that_can_take_no_question_is_not_written(folder: Path, more: tuple[str, ...]) -> None:
    topic = folder / "bank" / "first.yaml"
    head, single, rest = topic.read_text("utf-8").partition("  - id: seat\n")
    topic.write_text(head + single.replace("seat", "staff") + rest.partition("  - id: staff\n")[2], "utf-8")
    done = sco_quiz("export", "kahoot", "--bank", "bank", "-o", "new.xlsx", *more, cwd=folder)
    assert "2 questions not written [unsupported-kind]" in done.stdout
    assert done.stderr == "Error: kahoot can take no question of this bank; nothing was written\n"
    assert done.returncode == 1
    assert not (folder / "new.xlsx").exists()


def test_many_losses_are_grouped_by_sentence() -> None:
    losses = [
        Loss("old", ("status",), "lost-field", "a retired question is not written"),
        *(Loss(f"q{n}", ("prompt",), "lost-markup", f"plain\n\ntext: `{n}`") for n in range(6)),
        *(Loss(f"q{n}", ("hint",), "lost-field", "no place for `hint`") for n in range(5)),
        Loss("q9", (), "unsupported-kind", "no essays"),
    ]
    assert list(loss_lines(losses, each=False)) == [
        "1 question not written [unsupported-kind]: no essays (q9)",
        "6 questions [lost-markup]:",
        *(f"  plain text: `{n}` (q{n})" for n in range(4)),
        "  and 2 more: `--dry-run` lists all",
        "5 questions [lost-field]: no place for `hint` (q0, q1, q2 and 2 more)",
        "1 question not written [lost-field]: a retired question is not written (old)",
    ]
    every = list(loss_lines(losses, each=True))
    assert [line for line in every if line.endswith(("`4`", "`5`"))] == [
        "  q4 (prompt): plain text: `4`",
        "  q5 (prompt): plain text: `5`",
    ]


def test_formats_have_the_other_names_that_import_takes(folder: Path) -> None:
    assert sco_quiz("export", "canvas", "--bank", "bank", "-o", "b.zip", cwd=folder).returncode == 0
    assert (folder / "b.zip").read_bytes().startswith(b"PK")
    close, unknown = (sco_quiz("export", name, "--bank", "bank", cwd=folder) for name in ("moodel", "pdf"))
    assert (close.returncode, unknown.returncode) == (2, 2)
    assert "`moodel` is not a format that is written; did you mean `moodle`?" in close.stderr
    assert "`pdf` is not a format that is written; the formats are aiken, anki, " in unknown.stderr
