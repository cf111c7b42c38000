"""A deck with a student's progress in a real Anki."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.anki.notes import plan_notes
from sco_quiz.anki.package import path_with_progress, write_deck
from sco_quiz.anki.revisions import revise
from sco_quiz.anki.scheduling import scheduling
from sco_quiz.core.review import NO_PROGRESS, Memory, Progress, Rating, Review, State
from tests.anki.profile import NOW, Profile
from tests.anki.sample import ANSWERS, eight_kinds, ms, noon, sample

COLUMNS = "c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.left"


@pytest.fixture
def start() -> datetime:
    """Thirty days ago, counted when a test begins: a long run may go on into the student's next day."""
    return noon(-30)


@pytest.fixture
def progress(start: datetime) -> Progress:
    return sample(start)


@pytest.fixture
def deck(progress: Progress, tmp_path: Path) -> Path:
    return write_deck(eight_kinds(), tmp_path / "with.apkg", NOW, progress).path


def rows(profile: Profile, columns: str) -> dict[str, Any]:
    """Return columns of the first card of each question."""
    query = f"select n.flds, {columns} from cards c join notes n on n.id = c.nid where c.ord = 0"
    return {fields.split("\x1f")[0].removeprefix("life/"): row for fields, *row in profile.col.db.all(query)}


def carried(profile: Profile) -> dict[str, dict[str, float]]:
    return {question: json.loads(data) for question, (data,) in rows(profile, "c.data").items()}


def log(profile: Profile) -> list[tuple[Any, ...]]:
    """Return the log as question, gap, id, ease, ivl, lastIvl, factor, time and type."""
    query = """
        select n.flds, c.ord, r.id, r.ease, r.ivl, r.lastIvl, r.factor, r.time, r.type
        from revlog r join cards c on c.id = r.cid join notes n on n.id = c.nid order by r.id
    """
    return [(fields.split("\x1f")[0].removeprefix("life/"), *row) for fields, *row in profile.col.db.all(query)]


@pytest.mark.parametrize("age", [0, 1, 500])
def test_schedules_arrive_in_a_collection_of_any_age(profile: Profile, deck: Path, start: datetime, age: int) -> None:
    col = profile.col
    col.db.execute("update col set crt = crt - ?", age * 86_400)
    col.close()
    col.reopen()
    assert col.sched.today == age
    assert profile.load(deck, with_progress=True) == {"new": 8}
    found = rows(profile, COLUMNS)
    members = ms(start + timedelta(days=28.999, seconds=3 * 7 + 600)) // 1000
    staff = ms(start + timedelta(days=4, seconds=7 + 600)) // 1000
    assert found["seat"] == [2, 2, age + 96, 106, 2500, 4, 0, 0]
    assert found["statement"] == [2, 2, age + 31, 49, 2500, 2, 0, 0]
    assert found["sequence"] == [2, 2, age - 21, 3, 2500, 5, 1, 0]
    assert found["members"] == [1, 1, members, 0, 0, 1, 0, 1]
    assert found["staff"] == [3, 1, staff, 1, 2500, 5, 1, 1]
    assert [found[question] for question in ("predecessor", "homes", "course")] == [
        [0, 0, due, 0, 0, 0, 0, 0] for due in (4, 7, 8)
    ]
    assert profile.is_sound()


def test_memories_arrive(profile: Profile, deck: Path, progress: Progress) -> None:
    profile.load(deck, with_progress=True)
    found = carried(profile)
    assert len(progress.memories) == len(ANSWERS)
    for question, memory in progress.memories.items():
        data = found[question]
        assert data["s"] == pytest.approx(memory.stability, abs=1e-3)
        assert data["d"] == pytest.approx(memory.difficulty, abs=1e-3)
        assert data["dr"] == 0.9
        assert data.get("lrt", memory.last_review // 1000) == memory.last_review // 1000
        assert data.get("decay", 0.154) == 0.154
    for question in ("predecessor", "homes", "course"):
        assert found[question] == {}


def test_every_review_arrives_for_every_card(profile: Profile, deck: Path, progress: Progress) -> None:
    profile.load(deck, with_progress=True)
    found = log(profile)
    answers = [(review.question, review.at, review.rating, review.duration) for review in progress.reviews]
    assert [(row[0], row[2], row[3], row[7]) for row in found if row[1] == 0] == answers
    echoes = [(row[0], row[2] - 1, row[3], row[7]) for row in found if row[1] == 1]
    assert echoes == [answer for answer in answers if answer[0] == "sequence"]
    intervals = [row[4:7] + row[8:] for row in found if row[:2] == ("sequence", 1)]
    assert intervals == [
        (-600, 0, 224, 0),
        (2, -600, 223, 0),
        (-600, 2, 810, 1),
        (1, -600, 809, 2),
        (3, 1, 905, 1),
    ]


def test_an_overdue_card_continues_from_its_memory_state(profile: Profile, deck: Path, progress: Progress) -> None:
    profile.load(deck, with_progress=True)
    profile.col.set_config("fsrs", True)
    number = profile.note("sequence").cards()[0].id
    states = profile.col._backend.get_scheduling_states(number)
    now, good = states.current.normal.review, states.good.normal.review
    memory = progress.memories["sequence"]
    assert now.memory_state.stability == pytest.approx(memory.stability, rel=1e-3)
    assert now.memory_state.difficulty == pytest.approx(memory.difficulty, rel=1e-3)
    assert (now.scheduled_days, now.elapsed_days) == (3, 24)
    assert good.memory_state.stability > 2 * memory.stability
    assert good.scheduled_days >= 5
    shown = profile.col.card_stats_data(number)
    assert 0 < shown.fsrs_retrievability < 0.9
    assert (shown.reviews, len(shown.revlog), shown.interval) == (5, 5, 3)
    assert shown.first_review == progress.reviews[6].at // 1000


def test_the_default_import_brings_new_cards_in_study_order(profile: Profile, deck: Path) -> None:
    assert profile.load(deck) == {"new": 8}
    found = rows(profile, "c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses")
    assert list(found.values()) == [[0, 0, place, 0, 0, 0, 0] for place in range(1, 9)]
    assert all("s" not in data for data in carried(profile).values())
    assert log(profile) == []
    assert profile.is_sound()


def test_it_agrees_with_the_deck_for_everyone(profile: Profile, progress: Progress, tmp_path: Path) -> None:
    bank, everyone = eight_kinds(), tmp_path / "life.apkg"
    write_deck(bank, everyone, NOW)
    private = path_with_progress(everyone)
    assert private == tmp_path / "life-with-progress.apkg"
    report = write_deck(bank, private, NOW + 86_400, progress, previous=everyone)
    assert (report.new, report.changed, report.unchanged, report.dropped) == (0, 0, 8, 0)
    assert profile.load(private, with_progress=True) == {"new": 8}
    before = rows(profile, "c.id, c.mod, n.mod, " + COLUMNS)
    assert profile.load(everyone) == {"duplicate": 8}
    assert profile.load(private, with_progress=True) == {"duplicate": 8}
    assert rows(profile, "c.id, c.mod, n.mod, " + COLUMNS) == before
    assert len(log(profile)) == len(progress.reviews) + 5


def test_the_same_progress_gives_the_same_bytes(deck: Path, progress: Progress, tmp_path: Path) -> None:
    again = write_deck(eight_kinds(), tmp_path / "again.apkg", NOW, progress).path
    assert again.read_bytes() == deck.read_bytes()
    plain = write_deck(eight_kinds(), tmp_path / "plain.apkg", NOW).path
    none = write_deck(eight_kinds(), tmp_path / "none.apkg", NOW, NO_PROGRESS).path
    assert plain.read_bytes() == none.read_bytes() != deck.read_bytes()


def test_deleted_questions_are_skipped(progress: Progress) -> None:
    bank = eight_kinds()
    (topic,) = bank.topics
    fewer = replace(bank, topics=(replace(topic, questions=topic.questions[1:]),))
    assert topic.questions[0].id == "seat"
    rows = scheduling(revise(plan_notes(fewer).notes, {}, NOW), progress)
    assert len(rows.log) == len(progress.reviews) + 5 - 4
    assert len(rows.cards) == 5


@pytest.mark.parametrize(("offset", "first_day"), [(0, 20_000), (480, 20_001), (-120, 20_000)])
def test_days_are_those_of_the_student(offset: int, first_day: int) -> None:
    """First answer on day 20 000 at 22:00 UTC, due ten days later; the collection begins a day before the answer."""
    hour, day = 3_600_000, 86_400_000
    first = 20_000 * day + 22 * hour
    memory = Memory(State.REVIEW, 10, 5, first + 10 * day, first, 0, first_day, 10)
    progress = Progress((Review("seat", first, Rating.EASY),), {"seat": memory}, utc_offset=offset)
    rows = scheduling(revise(plan_notes(eight_kinds()).notes, {}, NOW), progress)
    ((*_, created_due, days, _, _, _, _, _, _, _, _),) = rows.cards.values()
    assert (created_due, days) == (11, 10)
    assert rows.created == (first_day - 1) * 86_400 + 4 * 3600
    assert rows.created < first // 1000


def test_two_reviews_never_share_an_id() -> None:
    moment = ms(noon(-30))
    memory = Memory(State.REVIEW, 10, 5, moment + 864_000_000, moment)
    reviews = tuple(Review(question, moment, Rating.GOOD) for question in ("seat", "sequence", "staff"))
    progress = Progress(reviews, dict.fromkeys(("seat", "sequence", "staff"), memory))
    found = scheduling(revise(plan_notes(eight_kinds()).notes, {}, NOW), progress).log
    assert [row[0] - moment for row in found] == [0, 1, 2, 3]


def test_progress_is_of_the_same_questions_in_order() -> None:
    memory = Memory(State.REVIEW, 10, 5, 2, 1)
    with pytest.raises(ValueError, match="of the same questions"):
        Progress((Review("seat", 1, Rating.GOOD),), {})
    with pytest.raises(ValueError, match="of the same questions"):
        Progress((), {"seat": memory})
    with pytest.raises(ValueError, match="in order"):
        Progress((Review("seat", 2, Rating.GOOD), Review("seat", 1, Rating.GOOD)), {"seat": memory})


def test_a_collection_is_sound_although_anki_completes_the_time_of_a_review(deck: Path, profile: Profile) -> None:
    profile.load(deck, with_progress=True)
    profile.col.db.execute("update cards set data = '{}' where reps > 0")
    message, ok = profile.col.fix_integrity()
    profile.col.db.execute("update cards set data = '{}' where reps > 0")
    assert ok is not message.startswith("Added last review time to")  # Anki 24.11 completes nothing
    assert profile.is_sound()


def test_a_collection_with_a_card_of_no_note_is_not_sound(deck: Path, profile: Profile) -> None:
    profile.load(deck)
    profile.col.db.execute("delete from notes where id = (select min(id) from notes)")
    with pytest.raises(AssertionError):
        profile.is_sound()
