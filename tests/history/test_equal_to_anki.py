"""Day by day, the schedule is that of a real Anki whose clock is set to each review: fuzz is off in both."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from itertools import groupby, pairwise
from random import Random
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import DAY_MS, Given, Memory, Rating, State
from sco_quiz.history.days import Days
from sco_quiz.history.schedule import Schedule
from tests.conftest import ROOT, absent
from tests.history.anki_clock import faking
from tests.history.simulated import START

# clocks that change in spring and autumn, by an hour and by half an hour, in the south, never, and odd offsets
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Tokyo", "Pacific/Auckland")
ANKI_TYPES = {1: State.LEARNING, 2: State.REVIEW, 3: State.RELEARNING}

if (sys.platform, platform.machine()) != ("linux", "x86_64"):
    pytest.skip("the clock of a program can only be faked on Linux", allow_module_level=True)


class Reviewed(NamedTuple):
    """A review, and the memory after it."""

    question: str
    zone: str
    day_begins: int
    given: Given
    memory: Memory


def offset_of(zone: str, at: int) -> int:
    offset = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // 60


def studied(question: str, count: int, rng: Random) -> Iterator[Reviewed]:
    """Yield reviews at random times of the day, some on the due day and some not, by a student who travels.

    Anki counts the days since the previous review in today's time zone. The two ways differ if a review at night is
    followed by a change of the clocks or a flight: then another zone and time are drawn.
    """
    day_begins = rng.choice([4, 4, 0, 7])
    schedule, days = Schedule(Preferences(day_begins=day_begins, fuzz=False)), Days(day_begins)
    zone, memory, before = rng.choice(ZONES), None, 0
    at = START + rng.randrange(365 * DAY_MS)
    for _ in range(count):
        while memory and days.number(before, offset_of(zone, at)) != memory.day:
            zone = rng.choice(ZONES)
            at += rng.randrange(DAY_MS)
        given = Given(Rating(rng.choices([1, 2, 3, 4], [10, 15, 60, 15])[0]), at, offset_of(zone, at))
        memory = schedule.after(question, memory, given)
        yield Reviewed(question, zone, day_begins, given, memory)
        before = at
        if rng.random() < 0.1:
            zone = rng.choice(ZONES)
        late = rng.choices([0, 1, 5, -1], [60, 20, 10, 10])[0]
        ahead = max(memory.interval + late, 0) if memory.state is State.REVIEW else 0
        at += min(ahead, 200) * DAY_MS + rng.randrange(60_000, DAY_MS)


@pytest.fixture(scope="module")
def reviews(full: bool) -> list[Reviewed]:
    rng = Random(11)
    found = [one for number in range(300 if full else 12) for one in studied(f"q{number}", 34, rng)]
    assert len(found) >= (10_000 if full else 400)
    pairs = [pair for pair in pairwise(found) if pair[0].question == pair[1].question]
    changed = [pair for pair in pairs if pair[0].given.utc_offset != pair[1].given.utc_offset]
    flights = sum(before.zone != after.zone for before, after in changed)
    assert min(flights, len(changed) - flights) > len(found) / 20
    hours = {datetime.fromtimestamp(one.given.at / 1000, ZoneInfo(one.zone)).hour for one in found}
    assert hours == set(range(24))
    return found


@pytest.fixture(scope="module")
def in_anki(reviews: list[Reviewed]) -> list[dict[str, Any]]:
    """What Anki makes of the same answers."""
    for package in ("anki", "libfaketime"):
        if not find_spec(package):
            absent(package)
    lines = [
        {
            "question": one.question,
            "zone": one.zone,
            "day_begins": one.day_begins,
            "at": one.given.at,
            "rating": int(one.given.rating),
        }
        for one in reviews
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.history.anki_clock"],
        input="\n".join(map(json.dumps, lines)),
        env={**os.environ, **faking(reviews[0].given.at)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_review_has_the_same_effect_as_in_anki(reviews: list[Reviewed], in_anki: list[dict[str, Any]]) -> None:
    """Each review is added to the memory that Anki has: it saves three or four decimals, and continues with these."""
    for _, pairs in groupby(zip(reviews, in_anki, strict=True), lambda pair: pair[0].question):
        memory: Memory | None = None
        created = None
        for ours, theirs in pairs:
            schedule = Schedule(Preferences(day_begins=ours.day_begins, fuzz=False))
            memory = schedule.after(ours.question, memory, ours.given)
            assert theirs["stability"] == pytest.approx(memory.stability, rel=1e-3, abs=1e-4), ours
            assert theirs["difficulty"] == pytest.approx(memory.difficulty, abs=1e-3), ours
            assert ANKI_TYPES[theirs["type"]] is memory.state
            # Anki counts days from the creation of the collection
            created = created or memory.day - theirs["today"]
            assert memory.day - theirs["today"] == created, ours
            agree_on_when(memory, theirs)
            interval = theirs["interval"] if memory.state is State.REVIEW else 0
            memory = memory._replace(stability=theirs["stability"], difficulty=theirs["difficulty"], interval=interval)


def agree_on_when(memory: Memory, theirs: dict[str, Any]) -> None:
    if memory.state is State.REVIEW:
        assert theirs["due"] - theirs["today"] == theirs["interval"]
        # Anki computes in single precision: 6166.5031 days are rounded down
        half = abs(memory.stability % 1 - 0.5) < 1e-4 * memory.stability
        assert abs(theirs["interval"] - memory.interval) <= half
    elif theirs["due"] != theirs["today"] + 1:  # of a step that ends after the day, Anki saves the day alone
        # from two to four at night, Anki's test mode sets its clock back by two hours
        assert memory.due // 1000 - theirs["due"] in (0, 7200)


def test_memories_are_those_of_the_library_in_anki(reviews: list[Reviewed]) -> None:
    """Anki uses fsrs-rs, which gets the days between the reviews here, and saves nothing in between."""
    try:
        from fsrs_rs_python import FSRS, FSRSItem, FSRSReview
    except ImportError:
        absent("fsrs-rs-python")
    for _, own in groupby(reviews, lambda one: one.question):
        answers = list(own)
        days = [Days(one.day_begins).number(one.given.at, one.given.utc_offset) for one in answers]
        elapsed = [0, *(max(0, after - before) for before, after in pairwise(days))]
        item = FSRSItem([FSRSReview(int(one.given.rating), gap) for one, gap in zip(answers, elapsed, strict=True)])
        schedule = Schedule(Preferences(day_begins=answers[0].day_begins))
        memory: Memory | None = None
        for one, state in zip(answers, FSRS([]).historical_memory_states(item), strict=True):
            memory = schedule.after("", memory, one.given)
            assert memory.stability == pytest.approx(state.stability, rel=1e-3)
            assert memory.difficulty == pytest.approx(state.difficulty, abs=1e-3)
