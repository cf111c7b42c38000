"""The schedule counts the days on the calendar of the student: at any hour, in any time zone, when clocks change."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import fmean
from zoneinfo import ZoneInfo

import pytest

from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import DAY_MS, Given, Memory, Rating, State
from sco_quiz.history.database import Database
from sco_quiz.history.days import Days, date_of
from sco_quiz.history.intervals import after_review, chance, whole_days
from sco_quiz.history.preferences import save_preferences
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.store import store_of
from tests.history.simulated import START, answer

MINUTE_MS = 60_000
EVENING = START + 15 * 60 * MINUTE_MS  # 19:30

if not hasattr(time, "tzset"):
    pytest.skip("the time zone of a process can only be set on POSIX", allow_module_level=True)


@pytest.fixture
def living_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Set the time zone of the computer."""

    def live(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    live("UTC")
    yield live
    monkeypatch.undo()
    time.tzset()


def evenings(path: Path, minutes: Callable[[int], int], fuzz: bool) -> list[int]:
    """Know a question on each due day, at half past seven plus some minutes; return the intervals."""
    database = Database(path)
    save_preferences(database, Preferences(fuzz=fuzz))
    store, found, day = store_of(database), [], 0
    for number in range(9):
        store.save(answer("one", "q", EVENING + day * DAY_MS + minutes(number) * MINUTE_MS))
        memory = store.memory("one", "q")
        assert memory
        day += memory.interval
        found.append(memory.interval)
    return found


@pytest.mark.usefixtures("living_in")
@pytest.mark.parametrize("fuzz", [False, True])
def test_the_hour_of_an_evening_does_not_matter(tmp_path: Path, fuzz: bool) -> None:
    exact = evenings(tmp_path / "exact", lambda number: number if number < 2 else 0, fuzz)
    if not fuzz:
        assert exact == [0, 2, 11, 46, 163, 498, 1348, 3299, 7415]
    earlier = evenings(tmp_path / "earlier", lambda number: number if number < 2 else -5 * number, fuzz)
    assert earlier == exact
    rng = Random(3)
    for attempt in range(5):
        scattered = evenings(
            tmp_path / str(attempt), lambda number: number if number < 2 else rng.randint(-90, 90), fuzz
        )
        assert scattered == exact


def local(zone: str, text: str) -> tuple[int, int]:
    """Return a local time as a timestamp and an offset in minutes."""
    moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    offset = moment.utcoffset()
    assert offset is not None
    return int(moment.timestamp() * 1000), int(offset.total_seconds()) // 60


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        (("Europe/Berlin", "2026-03-28 20:00"), ("Europe/Berlin", "2026-03-29 19:55"), 1),  # a day of 23 hours
        (("Europe/Berlin", "2026-10-24 04:10"), ("Europe/Berlin", "2026-10-25 04:05"), 1),  # of 25 hours
        (("Europe/Berlin", "2026-05-10 23:50"), ("Europe/Berlin", "2026-05-11 03:59"), 0),  # the same night
        (("Europe/Berlin", "2026-05-11 03:59"), ("Europe/Berlin", "2026-05-11 04:00"), 1),
        (("America/New_York", "2026-05-10 20:00"), ("Asia/Tokyo", "2026-05-11 20:00"), 1),  # 11 hours later
        (("Asia/Tokyo", "2026-05-10 22:00"), ("America/New_York", "2026-05-10 21:00"), 0),
        (("Pacific/Kiritimati", "2026-05-10 08:00"), ("Pacific/Honolulu", "2026-05-09 20:00"), -1),
    ],
)
def test_days_are_counted_where_the_student_is(before: tuple[str, str], after: tuple[str, str], days: int) -> None:
    first, second = (local(*each) for each in (before, after))
    assert Days().number(*second) - Days().number(*first) == days
    schedule = Schedule(Preferences(fuzz=False))
    learned = schedule.after("q", None, Given(Rating.EASY, *first))
    again = schedule.after("q", learned, Given(Rating.GOOD, *second))
    assert again.day - learned.day == days
    assert (again.stability > learned.stability) == (days > 0)  # on the same day, a good answer adds nothing


def test_a_question_is_due_when_its_day_begins(living_in: Callable[[str], None]) -> None:
    living_in("Europe/Berlin")
    for begins in (4, 0, 7):
        schedule = Schedule(Preferences(day_begins=begins, fuzz=False))
        memory = schedule.after("q", None, Given(Rating.EASY, *local("Europe/Berlin", "2026-03-25 20:00")))
        assert (memory.state, memory.interval) == (State.REVIEW, 8)
        assert memory.due == local("Europe/Berlin", f"2026-04-02 {begins:02}:00")[0]
        assert date_of(memory.due_day).isoformat() == "2026-04-02"
    step = Schedule().after("q", None, Given(Rating.GOOD, START))
    assert step.due == START + 10 * MINUTE_MS


def test_an_unknown_time_zone_is_that_of_the_computer(living_in: Callable[[str], None]) -> None:
    at = local("Asia/Tokyo", "2026-05-11 03:00")[0]
    assert date_of(Days().number(at)).isoformat() == "2026-05-10"
    living_in("Asia/Kolkata")
    assert date_of(Days().number(at)).isoformat() == "2026-05-10"
    assert date_of(Days(0).number(at, 540)).isoformat() == "2026-05-11"
    living_in("America/New_York")
    assert Days().date(at).isoformat() == "2026-05-10"


@pytest.mark.usefixtures("living_in")
def test_questions_learned_together_are_spread() -> None:
    """The shift follows from the question and the day: computed again, it is the same."""
    schedule = Schedule()
    answers = [Given(Rating.GOOD, EVENING + day * DAY_MS + number) for number, day in enumerate((0, 0, 2, 13))]
    first, again = ([schedule.replay(f"q{number}", answers) for number in range(500)] for _ in range(2))
    assert first == again
    intervals = [memory.interval for memory in first if memory]
    plain = Schedule(Preferences(fuzz=False)).replay("q", answers)
    assert plain
    assert plain.interval == 46
    # 46.4 days, less or more by 1 day, 15 % of 4.5, 10 % of 13 and 5 % of 26.4 days
    assert (min(intervals), max(intervals)) == (42, 51)
    assert {intervals.count(days) > 30 for days in range(42, 52)} == {True}
    assert fmean(intervals) == pytest.approx(46.4, abs=0.4)


def test_short_intervals_are_not_shifted() -> None:
    for place in (0.0, 0.5, 0.999):
        assert whole_days(2.4, 1, place) == 2
        assert whole_days(1.0, 1, place) == 1
        assert whole_days(0.1, 1, place) == 1
        assert whole_days(50_000, 1, place) <= 36_500
    assert [whole_days(2.5, 1, place) for place in (0.0, 0.4, 0.999)] == [2, 3, 4]
    assert [whole_days(10.0, 1, place) for place in (0.0, 0.999)] == [8, 12]
    assert whole_days(10.0, 12, 0.0) == 12
    assert 0 <= chance("a") < 1
    assert chance("a") != chance("b")


def test_halves_are_rounded_up() -> None:
    assert [whole_days(days, 1, None) for days in (11.5, 12.5, 12.4)] == [12, 13, 12]


def test_the_shift_does_not_make_an_interval_shorter_than_the_one_before() -> None:
    assert after_review([12.0], 2, 0.0) == 10
    assert after_review([12.0], 10, 0.0) == 11  # a longer one stays longer
    assert after_review([9.0], 10, 0.0) == 10
    assert after_review([5.0], 10, 0.0) == 4  # too much shorter for a shift


def test_a_better_rating_never_gives_a_shorter_interval() -> None:
    schedule, rng = Schedule(), Random(4)
    for number in range(200):
        memory: Memory | None = None
        at = EVENING
        for _ in range(6):
            offered = list(schedule.intervals(f"q{number}", memory, at, 0).values())
            assert offered == sorted(offered)
            if memory and memory.state is State.REVIEW:
                assert offered[1] < offered[2] < offered[3]
            memory = schedule.after(f"q{number}", memory, Given(Rating(rng.randint(1, 4)), at, 0))
            at += rng.randrange(5 * DAY_MS)
