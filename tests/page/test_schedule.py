"""The schedule of a page against that of the progress file: FSRS in a browser and in Python."""

import json
import time
from itertools import product
from random import Random
from typing import Any

import pytest

from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import DAY_MS, Given, Memory, Rating, State
from sco_quiz.formats.page.scripts import schedule_script
from sco_quiz.history.schedule import Schedule
from tests.conftest import first

NOON = 20_500 * DAY_MS + 12 * 3_600_000
REPLAY = """rows => rows.map(answers => {
  let memory = null;
  return answers.map(([rating, at]) => {
    memory = scheduled(memory, rating, at);
    return memory;
  });
})"""


def table() -> list[list[tuple[int, int]]]:
    """Return answers with the ratings that a page gives: all in four answers, then at random, early, due and late."""
    times = (NOON, NOON + 700_000, NOON + 3 * DAY_MS, NOON + 9 * DAY_MS)
    rows = [list(zip(ratings, times, strict=True)) for ratings in product((1, 2, 3), repeat=4)]
    chance = Random(7)
    for _ in range(200):
        at, row = NOON, []
        for _ in range(chance.randint(4, 12)):
            row.append((chance.choice((1, 2, 3, 3, 3)), at))
            at += chance.choice((60_000, 600_000, DAY_MS, 4 * DAY_MS, 15 * DAY_MS, 90 * DAY_MS))
        rows.append(row)
    return rows


@pytest.mark.parametrize("zone", first(["Asia/Almaty", "America/New_York", "UTC"]))
def test_a_page_schedules_as_the_progress_file_does(zone: str, browser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = table()
    page = browser.new_page(timezone_id=zone)
    page.add_script_tag(content=schedule_script())
    found = page.evaluate(REPLAY, rows)
    browser.close(page)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    differing: list[int] = []
    try:
        schedule = Schedule(Preferences(fuzz=False))
        for row, memories in zip(rows, found, strict=True):
            memory: Memory | None = None
            for (rating, at), seen in zip(row, memories, strict=True):
                memory = schedule.after("q", memory, Given(Rating(rating), at))
                told = json.dumps([row, seen, memory])
                assert seen["stability"] == pytest.approx(memory.stability, rel=1e-6), told
                assert seen["difficulty"] == pytest.approx(memory.difficulty, rel=1e-6), told
                assert (seen["state"], seen["day"]) == (memory.state, memory.day), told
                differing.append(abs(seen["interval"] - memory.interval))
                if differing[-1]:
                    continue
                # after "hard", ts-fsrs waits for the mean of both steps, in whole minutes, whichever step it is
                allowed = 240_000 if memory.state is not State.REVIEW and rating == Rating.HARD else 0
                assert abs(seen["due"] - memory.due) <= allowed, told
    finally:
        monkeypatch.undo()
        time.tzset()
    # only the progress file knows Anki's rule that an early review shortens no interval
    assert sum(map(bool, differing)) < len(differing) / 25
    assert max(differing) <= 2
