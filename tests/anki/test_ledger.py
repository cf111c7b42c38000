"""The ledger tells when each note last changed: on every machine, with any clock, after any merge."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from time import time
from typing import Any

import pytest

from sco_quiz.anki.deck_names import DeckNames
from sco_quiz.anki.ledger import LATEST, LEDGER_FILE, Entry, Ledger, iso_time, parse_ledger, render_ledger
from sco_quiz.anki.package import DeckReport, write_deck
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.review import Progress
from tests.anki.profile import NOW, Profile
from tests.anki.sample import eight_kinds
from tests.anki.test_changes import changed, made, swapped

DAY = 86_400
LATER = int(time()) + DAY
"""After an import: older versions of Anki stamp updated notes with its time."""
BANK = eight_kinds()
HINTED = changed(BANK, "seat", hint="A capital.")
CORRECTED = changed(BANK, "staff", answer=Decimal(31))
CLOZE = made("cloze", id="seat", prompt="The {{c1::Secretariat}} sat in {{c2::Beijing}}.")
STANDARD = made("single_choice", id="sequence", prompt="Which came first?", answer="Moscow", distractors=["London"])


class Teacher:
    """A machine with a bank's ledger and the deck that it wrote last."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.ledger, self.deck = folder / LEDGER_FILE, folder / "deck.apkg"

    def write(self, bank: Bank, now: int, **options: Any) -> DeckReport:
        return write_deck(bank, self.deck, now, ledger_file=self.ledger, **options)

    def entry(self, question: str) -> dict[str, Any]:
        (found,) = [line for line in self.lines() if line.get("question") == question]
        return found

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.ledger.read_text("utf-8").splitlines()]


@pytest.fixture
def teacher(tmp_path: Path) -> Teacher:
    return Teacher(tmp_path / "one")


@pytest.fixture
def other(tmp_path: Path) -> Teacher:
    return Teacher(tmp_path / "two")


def test_the_lines_of_a_ledger(teacher: Teacher) -> None:
    teacher.write(BANK, NOW)
    teacher.write(CORRECTED, NOW + DAY)
    head, topic, *notes = teacher.lines()
    assert head == {"bank": "life", "deck": "Life", "version": 1}
    assert topic == {"topic": "eight-kinds", "deck": "01 Eight kinds"}
    assert [note["question"] for note in notes] == sorted(question.id for question in BANK.questions)
    staff = teacher.entry("staff")
    assert all(re.fullmatch("[0-9a-f]{8}", value) for value in staff.pop("parts").values())
    assert staff == {
        "question": "staff",
        "family": "standard",
        "added": "2026-09-21T14:13:20Z",
        "changed": "2026-09-22T14:13:20Z",
        "why": ["answer"],
        "corrected": "2026-09-22T14:13:20Z",
        "cards": [0],
    }
    assert teacher.entry("sequence")["cards"] == [0, 1]


def test_a_ledger_is_read_as_it_was_written() -> None:
    entry = Entry("q", "cloze", NOW, NOW + 5, {"answer": "0123abcd"}, (0, 3), ("answer", "hint"), NOW + 5, True)
    ledger = Ledger(
        "b", DeckNames("Ünë::B", {"t\u2028": "01\x85T", "a": '02 "A"'}), (entry, entry._replace(family="standard"))
    )
    text = render_ledger(ledger)
    assert parse_ledger(text, "file", "b") == ledger
    # version control merges it by lines, so a topic has its place, also after another order of study
    assert text.index('{"topic": "a"') < text.index('{"topic": "t')
    assert render_ledger(parse_ledger(text.replace("\n", "\r\n"), "file", "b")) == text


def test_nothing_is_stamped_and_nothing_is_written_without_a_change(teacher: Teacher) -> None:
    assert teacher.write(BANK, NOW).ledger_changed
    files = teacher.ledger.read_bytes(), teacher.deck.read_bytes()
    teacher.ledger.chmod(0o444)
    written = teacher.ledger.stat()
    report = teacher.write(BANK, NOW + DAY)
    assert (report.unchanged, report.changed, report.new, report.ledger_changed) == (8, 0, 0, False)
    assert (teacher.ledger.read_bytes(), teacher.deck.read_bytes()) == files
    again = teacher.ledger.stat()
    assert (again.st_ino, again.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_what_changed_is_reported_by_question(teacher: Teacher) -> None:
    teacher.write(BANK, NOW)
    new = made("numeric", id="n", prompt="1?", answer=1)
    bank = swapped(changed(CORRECTED, "seat", hint="A capital.", tags=("seats",)), "course", None)
    bank = replace(bank, topics=(*bank.topics, Topic("more", "More", (new,))))
    report = teacher.write(bank, NOW + DAY)
    assert report.rewritten == {"seat": ("hint", "tags"), "staff": ("answer",)}
    assert (report.new_questions, report.dropped_questions) == (("n",), ("course",))
    assert (report.new, report.changed, report.unchanged, report.dropped) == (1, 2, 5 + 0, 1)
    assert (report.ledger, report.ledger_problem, report.behind) == (teacher.ledger, "", 0)
    again = teacher.write(bank, NOW + 2 * DAY)
    assert (again.rewritten, again.new_questions, again.dropped_questions) == ({}, (), ())


def test_a_dry_run_reports_the_same_and_writes_nothing(teacher: Teacher) -> None:
    teacher.write(BANK, NOW)
    files = teacher.ledger.read_bytes(), teacher.deck.read_bytes()
    report = teacher.write(CORRECTED, NOW + DAY, dry_run=True)
    assert (teacher.ledger.read_bytes(), teacher.deck.read_bytes()) == files
    assert report == teacher.write(CORRECTED, NOW + DAY)
    assert report.rewritten == {"staff": ("answer",)}


def test_the_same_ledger_gives_the_same_file_everywhere(teacher: Teacher, other: Teacher) -> None:
    """With the last deck, with an older one, or with none; at another time."""
    teacher.write(BANK, NOW)
    first = teacher.deck.read_bytes()
    teacher.write(swapped(CORRECTED, "seat", CLOZE), NOW + DAY)
    for previous in (None, first, teacher.deck.read_bytes()):
        other.ledger.write_bytes(teacher.ledger.read_bytes())
        other.deck.unlink(missing_ok=True)
        if previous:
            other.deck.write_bytes(previous)
        report = other.write(swapped(CORRECTED, "seat", CLOZE), NOW + 9 * DAY)
        assert (report.new, report.changed, report.ledger_changed) == (0, 0, False)
        assert other.deck.read_bytes() == teacher.deck.read_bytes()


def test_a_first_deck_is_the_same_with_and_without_a_ledger(teacher: Teacher, tmp_path: Path) -> None:
    teacher.write(BANK, NOW)
    write_deck(BANK, tmp_path / "alone.apkg", NOW)
    assert (tmp_path / "alone.apkg").read_bytes() == teacher.deck.read_bytes()


def test_an_older_clock_loses_no_correction(teacher: Teacher, other: Teacher, profile: Profile) -> None:
    """Two teachers share the ledger; the clock of the second is three days behind."""
    teacher.write(BANK, NOW)
    teacher.write(HINTED, NOW + DAY)
    profile.load(teacher.deck)
    other.ledger.write_bytes(teacher.ledger.read_bytes())
    both = changed(HINTED, "staff", answer=Decimal(31))
    report = other.write(both, NOW - 2 * DAY)
    assert (report.behind, report.latest) == (3 * DAY, NOW + DAY)
    assert profile.load(other.deck) == {"updated": 1, "duplicate": 7}
    assert "31" in profile.note("staff")["Answer"]
    # the same question again: later than its own time
    assert other.write(changed(both, "staff", answer=Decimal(32)), NOW - 2 * DAY).latest == NOW + DAY + 1
    assert profile.is_sound()


def lines_of(*teachers: Teacher) -> str:
    return "".join(teacher.ledger.read_text("utf-8") for teacher in teachers)


def test_two_branches_are_merged(teacher: Teacher, other: Teacher, profile: Profile) -> None:
    """Git leaves both lines of a note, between markers; students have the deck of either branch."""
    teacher.write(BANK, NOW)
    other.ledger.write_bytes(teacher.ledger.read_bytes())
    teacher.write(changed(BANK, "seat", hint="Mine."), NOW + DAY)
    other.write(changed(changed(BANK, "seat", hint="Yours."), "staff", answer=Decimal(31)), NOW + 2 * DAY)
    profile.load(other.deck)
    ours, theirs = (one.ledger.read_text("utf-8") for one in (teacher, other))
    teacher.ledger.write_text(f"<<<<<<< HEAD\n{ours}||||||| base\n=======\n{theirs}>>>>>>> branch\n", "utf-8")
    merged = changed(changed(BANK, "seat", hint="Ours."), "staff", answer=Decimal(31))
    report = teacher.write(merged, NOW + 3 * DAY)
    assert report.rewritten == {"seat": ("hint",)}
    assert profile.load(teacher.deck) == {"updated": 1, "duplicate": 7}
    assert "<<<" not in teacher.ledger.read_text("utf-8")
    assert len(teacher.lines()) == 2 + 8
    assert teacher.entry("staff")["changed"] == iso_time(NOW + 2 * DAY)


def test_lines_of_one_second_are_both_published(teacher: Teacher, other: Teacher) -> None:
    """Two branches changed one note in the same second: students may have either, so it is stamped again."""
    teacher.write(BANK, NOW)
    other.ledger.write_bytes(teacher.ledger.read_bytes())
    teacher.write(changed(BANK, "seat", hint="Mine."), NOW + DAY)
    other.write(changed(BANK, "seat", hint="Yours."), NOW + DAY)
    teacher.ledger.write_text(lines_of(teacher, other), "utf-8")
    other.deck.unlink()
    report = teacher.write(changed(BANK, "seat", hint="Mine."), NOW + DAY)
    assert (report.rewritten, report.latest) == ({"seat": ("hint",)}, NOW + DAY + 1)


def test_two_lines_of_one_note_are_combined() -> None:
    older = Entry("q", "cloze", NOW, NOW + 1, {"answer": "00000000"}, (0, 2), ("answer",), NOW + 1)
    newer = Entry("q", "cloze", NOW + 1, NOW + 5, {"answer": "11111111"}, (0, 1), ("hint",))
    combined = newer._replace(added=NOW, cards=(0, 1, 2), corrected=NOW + 1)
    for entries in ((older, newer), (newer, older)):
        text = render_ledger(Ledger("b")) + "".join(
            render_ledger(Ledger("b", entries=(entry,))).partition("\n")[2] for entry in entries
        )
        assert parse_ledger(text, "file", "b").entries == (combined,)


def test_of_two_names_of_a_deck_the_first_stays() -> None:
    """Both branches added the topic, or named the deck."""
    ours, theirs = DeckNames("Ours", {"t": "03 T"}), DeckNames("Theirs", {"t": "04 T", "u": "03 U"})
    text = render_ledger(Ledger("b", ours)) + render_ledger(Ledger("b", theirs))
    assert parse_ledger(text, "file", "b").names == DeckNames("Ours", {"t": "03 T", "u": "03 U"})


def test_a_correction_is_listed_once() -> None:
    """A question that changed to a cloze was corrected before and after."""
    entry = Entry("q", "standard", NOW, NOW, {}, corrected=NOW)
    other = Entry("p", "standard", NOW, NOW, {}, corrected=NOW + 1)
    entries = (entry._replace(family="cloze", corrected=NOW + 2), entry, other, other._replace(question="o"))
    assert Ledger("b", entries=entries).corrections() == [(NOW + 2, "q"), (NOW + 1, "o"), (NOW + 1, "p")]


def test_a_part_that_only_one_branch_has_is_unknown_too(teacher: Teacher, other: Teacher) -> None:
    """One branch deleted a hint while the other changed it: students must not retain it."""
    teacher.write(HINTED, NOW)
    other.ledger.write_bytes(teacher.ledger.read_bytes())
    teacher.write(BANK, NOW + DAY)
    other.write(changed(BANK, "seat", hint="Yours."), NOW + DAY)
    teacher.ledger.write_text(lines_of(teacher, other), "utf-8")
    assert teacher.write(BANK, NOW + DAY).rewritten == {"seat": ("hint",)}


@pytest.mark.parametrize("now", [-5, 0, 999_999_999])
def test_a_clock_that_was_reset(teacher: Teacher, now: int) -> None:
    """A first deck that the program made with such a clock is a previous deck like any other."""
    teacher.write(BANK, now)
    report = teacher.write(CORRECTED, NOW)
    assert (report.unchanged, report.rewritten, report.latest) == (7, {"staff": ("answer",)}, NOW)


def test_a_clock_in_the_far_future_is_refused(teacher: Teacher) -> None:
    with pytest.raises(ExportError, match=r"^the clock is wrong, it is past the year 2242: set it$"):
        teacher.write(BANK, LATEST + 1)
    assert not teacher.deck.exists()


def test_a_ledger_that_repeats_a_card(teacher: Teacher, profile: Profile) -> None:
    teacher.write(BANK, NOW)
    teacher.ledger.write_text(teacher.ledger.read_text("utf-8").replace("[0, 1]", "[1, 0, 1]"), "utf-8")
    assert teacher.write(swapped(BANK, "sequence", STANDARD), NOW + DAY).cards == 8 + 2
    profile.load(teacher.deck)
    assert profile.is_sound()


@pytest.mark.parametrize("evidence", ["deck", "ledger"])
def test_content_that_returns_is_newer_than_what_replaced_it(
    teacher: Teacher, other: Teacher, profile: Profile, evidence: str
) -> None:
    """A branch that never saw the second version publishes the first one again."""
    teacher.write(BANK, NOW)
    old = teacher.ledger.read_bytes()
    teacher.write(HINTED, NOW + DAY)
    profile.load(teacher.deck)
    other.ledger.write_bytes(old if evidence == "deck" else teacher.ledger.read_bytes())
    if evidence == "deck":
        other.deck.write_bytes(teacher.deck.read_bytes())
    report = other.write(BANK, NOW + DAY)
    assert (report.rewritten, report.latest) == ({"seat": ("hint",)}, NOW + DAY + 1)
    assert profile.load(other.deck) == {"updated": 1, "duplicate": 7}
    assert profile.note("seat")["Hint"] == ""
    assert other.entry("seat")["added"] == iso_time(NOW)


def test_a_question_that_returns_is_the_same_note(teacher: Teacher, profile: Profile) -> None:
    teacher.write(BANK, NOW)
    profile.load(teacher.deck)
    assert teacher.write(swapped(BANK, "seat", None), NOW + DAY).dropped_questions == ("seat",)
    assert teacher.entry("seat")["dropped"]
    report = teacher.write(BANK, NOW + 2 * DAY)
    assert (report.unchanged, report.rewritten) == (8, {})  # students have just this text
    assert "dropped" not in teacher.entry("seat")
    teacher.write(swapped(BANK, "seat", None), NOW + 3 * DAY)
    report = teacher.write(HINTED, NOW + 4 * DAY)
    assert (report.rewritten, report.new) == ({"seat": ("hint",)}, 0)
    assert profile.load(teacher.deck) == {"updated": 1, "duplicate": 7}


def test_a_question_is_sent_again(teacher: Teacher, profile: Profile) -> None:
    teacher.write(BANK, NOW)
    profile.load(teacher.deck)
    report = teacher.write(BANK, NOW + DAY, resend=["seat"])
    assert (report.changed, report.rewritten) == (1, {"seat": ("sent again",)})
    assert profile.load(teacher.deck) == {"updated": 1, "duplicate": 7}
    renamed = changed(BANK, "seat", id="office", formerly=("seat",))
    assert teacher.write(renamed, NOW + 2 * DAY, resend=["seat"]).rewritten == {"office": ("sent again",)}
    with pytest.raises(ExportError, match=r"^no question of the bank has the id `site`$"):
        teacher.write(BANK, NOW, resend=["site"])


def test_a_deck_with_progress_reads_the_ledger_only(teacher: Teacher, tmp_path: Path) -> None:
    teacher.write(BANK, NOW)
    before = teacher.ledger.read_bytes()
    own = tmp_path / "own.apkg"
    report = write_deck(CORRECTED, own, NOW + DAY, Progress(), ledger_file=teacher.ledger)
    assert (report.changed, report.unchanged, report.ledger_changed) == (1, 7, False)
    assert write_deck(BANK, tmp_path / "o.apkg", NOW, Progress(), ledger_file=tmp_path / "none").ledger_changed is False
    assert (teacher.ledger.read_bytes(), (tmp_path / "none").exists()) == (before, False)


def test_a_ledger_whose_line_ends_git_changed_is_written(teacher: Teacher) -> None:
    teacher.write(BANK, NOW)
    text = teacher.ledger.read_bytes()
    teacher.ledger.write_bytes(text.replace(b"\n", b"\r\n"))
    assert not teacher.write(BANK, NOW + 1).ledger_changed
    assert teacher.write(CORRECTED, NOW + 2).ledger_problem == ""


def test_a_ledger_that_cannot_be_written(teacher: Teacher, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    report = write_deck(BANK, teacher.deck, NOW, ledger_file=blocked / LEDGER_FILE)
    assert (report.new, report.ledger_problem) == (8, "not a directory")
    assert teacher.deck.exists()


HEAD = '{"bank": "life", "version": 1}\n'
NOTE = (
    '{"question": "q", "family": "standard", "added": "2026-09-21T14:13:20Z", "changed": "2026-09-21T14:13:20Z", '
    '"cards": [0], "parts": {}}\n'
)
DAMAGED: list[tuple[str, str]] = [
    ("", "line 1: expected a line with the id of the bank"),
    ("[]\n", "line 1: expected a JSON object"),
    (f"{HEAD}\n{{\n", "line 3: expected a JSON object"),
    ("[" * 100_000, "line 1: expected a JSON object"),
    (HEAD.replace("1", '"one"'), "line 1: `version` must be a whole number"),
    (HEAD + '{"topic": "t"}', "line 2: `deck` must be a string"),
    (HEAD + NOTE.replace("standard", "basic"), "line 2: `family` must be `standard` or `cloze`"),
    (HEAD + NOTE.replace("[0]", "0"), "line 2: `cards` must be a list of whole numbers below 499"),
    (HEAD + NOTE.replace("[0]", "[]"), "line 2: `cards` must be a list of whole numbers below 499"),
    (HEAD + NOTE.replace("[0]", "[0, 499]"), "line 2: `cards` must be a list of whole numbers below 499"),
    (HEAD + NOTE.replace("[0]", f"[{10**30}]"), "line 2: `cards` must be a list of whole numbers below 499"),
    (HEAD + NOTE.replace("{}}", "[]}"), "line 2: `parts` must be a mapping of strings"),
    (HEAD + NOTE.replace("2026", "26", 1), "line 2: `added` must be a time such as 2026-09-21T14:13:20Z"),
    (HEAD + NOTE.replace("2026", "9926"), "line 2: `added` must be a time such as 2026-09-21T14:13:20Z"),
    (HEAD + NOTE.replace("20Z", "20"), "line 2: `added` must be a time such as 2026-09-21T14:13:20Z"),
    (HEAD + NOTE.replace('"q"', '"\udce9"'), "line 2: `question` must be a string"),
]


@pytest.mark.parametrize(("text", "message"), DAMAGED)
def test_a_damaged_ledger(teacher: Teacher, text: str, message: str) -> None:
    teacher.ledger.write_bytes(text.encode("utf-8", "surrogateescape"))
    refused(teacher, BANK, f"{teacher.ledger}, {message}: restore the file, for example from version control")


def refused(teacher: Teacher, bank: Bank, message: str) -> None:
    """Assert that an export fails, and that neither the ledger nor the deck is written."""
    before = teacher.ledger.read_bytes()
    with pytest.raises(ExportError, match=f"^{re.escape(message)}$"):
        teacher.write(bank, NOW)
    assert teacher.ledger.read_bytes() == before
    assert not teacher.deck.exists()


def test_the_ledger_of_a_newer_program(teacher: Teacher) -> None:
    teacher.ledger.write_text(HEAD.replace("1", "2") + NOTE.replace("standard", "picture"))
    refused(teacher, BANK, f"{teacher.ledger} was written by a newer sco-quiz: update the program first")


def test_the_ledger_of_another_bank(teacher: Teacher) -> None:
    """A folder was copied to begin another bank, or the id was changed."""
    teacher.write(BANK, NOW)
    teacher.deck.unlink()
    message = (
        f"{teacher.ledger} is the ledger of the bank `life`, but the id in bank.yaml is `lives`: "
        "restore the id, or delete the ledger if this is a new bank"
    )
    refused(teacher, replace(BANK, id="lives"), message)


def active(profile: Profile, question: str) -> list[Any]:
    notes = [profile.col.get_note(number) for number in profile.col.find_notes(f'"Id:*/{question}"')]
    return [note for note in notes if "retired" not in note.tags]


@pytest.mark.parametrize(("question", "new"), [("seat", CLOZE), ("sequence", STANDARD)])
def test_a_question_of_the_other_family_is_asked_once(
    teacher: Teacher, profile: Profile, question: str, new: Any
) -> None:
    teacher.write(BANK, NOW)
    profile.load(teacher.deck)
    (old,) = active(profile, question)
    ordinals = sorted(card.ord for card in old.cards())
    report = teacher.write(swapped(BANK, question, new), NOW + DAY)
    assert (report.new, report.changed, report.unchanged, report.dropped) == (1, 1, 7, 0)
    assert (report.rewritten, report.new_questions) == ({question: ("kind",)}, ())
    assert report.replaced_notes == (question,)
    assert profile.load(teacher.deck) == {"new": 1, "updated": 1, "duplicate": 7}
    (asked,) = active(profile, question)
    assert asked.id != old.id
    old.load()
    assert old["Retired"] == "A new card asks this question in another way."
    assert sorted(card.ord for card in old.cards()) == ordinals
    assert not any(old[name] for name in ("Task", "Options", "Typed", "Key"))
    for card in old.cards():
        assert "A new card asks this question" in card.question() + card.answer()
    assert profile.is_sound()  # no card is empty

    # an edit of the question is none of the replaced note
    edited = new.model_copy(update={"explanation": "Because."})
    report = teacher.write(swapped(BANK, question, edited), LATER)
    assert (report.changed, report.rewritten) == (1, {question: ("explanation",)})
    assert profile.load(teacher.deck) == {"updated": 1, "duplicate": 8}

    # and back: the notes change roles
    report = teacher.write(BANK, LATER + DAY)
    assert (report.changed, report.rewritten) == (2, {question: ("kind",)})
    assert profile.load(teacher.deck) == {"updated": 2, "duplicate": 7}
    (asked,) = active(profile, question)
    assert asked.id == old.id
    assert profile.is_sound()


def test_a_replaced_note_keeps_the_cards_of_gaps_that_are_gone(teacher: Teacher, profile: Profile) -> None:
    teacher.write(BANK, NOW)
    profile.load(teacher.deck)
    teacher.write(changed(BANK, "sequence", prompt="The meeting was in {{c1::Moscow}}."), NOW + DAY)
    profile.load(teacher.deck)
    assert teacher.entry("sequence")["cards"] == [0, 1]
    report = teacher.write(swapped(BANK, "sequence", STANDARD), LATER)
    assert report.replaced_notes == ("sequence",)
    profile.load(teacher.deck)
    assert profile.is_sound()


def test_a_replaced_note_is_known_from_an_earlier_deck(teacher: Teacher) -> None:
    """So it was with 0.1.0, which had no ledger."""
    write_deck(BANK, teacher.deck, NOW)
    report = write_deck(swapped(BANK, "seat", CLOZE), teacher.deck, NOW + DAY)
    assert (report.new, report.changed, report.replaced_notes) == (1, 1, ("seat",))
    report = write_deck(swapped(BANK, "seat", CLOZE), teacher.deck, NOW + 2 * DAY)
    assert (report.new, report.changed, report.unchanged) == (0, 0, 9)


def test_a_deck_with_progress_has_no_replaced_notes(teacher: Teacher, tmp_path: Path) -> None:
    teacher.write(BANK, NOW)
    report = write_deck(
        swapped(BANK, "seat", CLOZE), tmp_path / "own.apkg", NOW, Progress(), ledger_file=teacher.ledger
    )
    assert (report.notes, report.new, report.dropped) == (8, 1, 0)


def test_corrections_are_remembered_after_other_changes(teacher: Teacher) -> None:
    teacher.write(BANK, NOW)
    teacher.write(CORRECTED, NOW + DAY)
    hinted = changed(changed(CORRECTED, "staff", hint="Few."), "seat", answer="Shanghai")
    teacher.write(hinted, NOW + 2 * DAY)
    teacher.write(swapped(hinted, "seat", None), NOW + 3 * DAY)
    teacher.write(hinted, NOW + 4 * DAY)
    ledger = parse_ledger(teacher.ledger.read_text("utf-8"), "ledger", "life")
    assert ledger.corrections() == [(NOW + 2 * DAY, "seat"), (NOW + DAY, "staff")]
    teacher.write(swapped(hinted, "seat", None), NOW + 5 * DAY)
    ledger = parse_ledger(teacher.ledger.read_text("utf-8"), "ledger", "life")
    assert ledger.corrections() == [(NOW + DAY, "staff")]


def test_the_card_shows_the_day_of_its_text(teacher: Teacher, profile: Profile) -> None:
    teacher.write(BANK, NOW)
    teacher.write(CORRECTED, NOW + DAY)
    profile.load(teacher.deck)
    for name, day in (("seat", "2026-09-21"), ("staff", "2026-09-22")):
        assert profile.note(name)["Revised"] == day
        assert f"life/{name} · {day}</div>" in profile.note(name).cards()[0].answer()
    assert "01 Eight kinds" in json.dumps(teacher.lines())


def rough(count: int) -> Callable[[int], Bank]:
    """Return banks of many questions, the first ones of which change."""
    questions = [made("numeric", id=f"q-{index}", prompt="1?", answer=1) for index in range(count)]

    def bank(edited: int) -> Bank:
        new = [question.model_copy(update={"hint": "h"}) for question in questions[:edited]]
        return Bank("b", "B", (Topic("t", "T", (*new, *questions[edited:])),))

    return bank


def test_ids_are_unique_past_and_stay(teacher: Teacher) -> None:
    """Notes that were added within a few seconds of each other, more than there are milliseconds."""
    from sco_quiz.anki.previous_deck import read_previous_notes

    bank = rough(3000)
    first = Bank("b", "B", (Topic("t", "T", bank(0).questions[:1500]),))
    teacher.write(first, NOW)
    before = {guid: note.id for guid, note in read_previous_notes(teacher.deck, "b").items()}
    teacher.write(bank(2), NOW + 1)
    notes = read_previous_notes(teacher.deck, "b")
    cards = [card for note in notes.values() for card in note.cards.values()]
    assert len(set(cards)) == len({note.id for note in notes.values()}) == 3000
    assert max(cards) < (NOW + 1) * 1000
    teacher.write(bank(2), NOW + DAY)
    assert {guid: note.id for guid, note in read_previous_notes(teacher.deck, "b").items() if guid in before}


def test_a_kind_of_the_same_family_is_the_same_note(teacher: Teacher) -> None:
    teacher.write(BANK, NOW)
    seat = BANK.questions[0]
    typed = KINDS["short_answer"].model_validate(
        {"type": "short_answer", "id": "seat", "level": "remember", "prompt": seat.prompt, "answer": "Beijing"}
    )
    report = teacher.write(swapped(BANK, "seat", typed), NOW + DAY)
    assert (report.changed, report.new, report.replaced_notes) == (1, 0, ())
    assert "kind" in report.rewritten["seat"]
