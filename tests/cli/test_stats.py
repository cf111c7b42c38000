"""`sco-quiz stats`: every figure of a small history, in every format."""

import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sco_quiz import load_bank
from sco_quiz.core.answer import Answer
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.figures import FIGURES, share_in_words
from sco_quiz.core.flag import Flag
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.outline import LazyQuestions
from sco_quiz.core.review import DAY_MS, Rating
from sco_quiz.core.statistics import Day, Retention, Statistics, WeakQuestion, weakest, weeks
from sco_quiz.core.study_days import forecast, streaks
from sco_quiz.core.tally import Tally
from sco_quiz.core.verdict import Outcome
from sco_quiz.formats.results import stats_page
from sco_quiz.history.database import Database
from sco_quiz.history.days import Days
from sco_quiz.history.flags import add_flag
from sco_quiz.history.statistics import statistics
from sco_quiz.history.store import store_of
from sco_quiz.loading.load import read_bank
from sco_quiz.terminal.plain import render_plain
from sco_quiz.terminal.stats_view import stats_blocks
from tests.beyond import bank_beyond
from tests.command import ok
from tests.conftest import ROOT
from tests.history.simulated import answer

BANK = ROOT / "tests" / "terminal" / "eight-kinds.yaml"
PLAIN = Path(__file__).with_name("stats.expected")
MONDAY = round(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp() * 1000)
HOUR = 3_600_000

MONDAY_DATE = date(2026, 3, 2)


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def bank() -> Bank:
    return read_bank(BANK).bank


def history(bank: Bank) -> list[Answer]:
    """Return answers to questions known, half known, skipped and deleted; on Monday, Tuesday, Friday and at night."""
    by = bank.id
    half = replace(answer(by, "members", MONDAY + HOUR, Rating.HARD), credit=0.5, outcome=Outcome.PARTLY)
    return [
        answer(by, "seat", MONDAY),
        half,
        answer(by, "staff", MONDAY + 2 * HOUR, None),
        answer(by, "gone", MONDAY + 3 * HOUR),
        answer(by, "seat", MONDAY + DAY_MS),
        answer(by, "members", MONDAY + DAY_MS + HOUR, Rating.AGAIN),
        answer(by, "statement", MONDAY + 4 * DAY_MS, Rating.EASY),
        answer(by, "seat", MONDAY + 4 * DAY_MS + 15 * HOUR),  # at three at night, which still belongs to Friday
        replace(answer(by, "course", MONDAY + 4 * DAY_MS), mode="anki", outcome=None, response=None, credit=0.0),
    ]


def test_almost_right_counts_as_right_since_it_has_credit(tmp_path: Path, bank: Bank) -> None:
    database = Database(tmp_path / "p.sqlite")
    almost = replace(answer(bank.id, "predecessor", MONDAY, Rating.HARD), outcome=Outcome.ALMOST)
    store_of(database).add([replace(almost, credit=1.0), replace(almost, at=MONDAY + 1, credit=0.0)])
    found = statistics(database, bank, bank.questions, MONDAY + 2, Days().date)
    assert [(day.judged, day.right) for day in found.days] == [(2, 1)]
    assert [(topic.judged, topic.right) for topic in found.topics] == [(2, 1)]


@pytest.fixture
def found(tmp_path: Path, bank: Bank, utc: None) -> Statistics:
    database = Database(tmp_path / "p.sqlite")
    store_of(database).add(history(bank))
    add_flag(database, Flag(bank.id, "seat", MONDAY, "why?"))
    return statistics(database, bank, bank.questions, MONDAY + 5 * DAY_MS, Days().date)


def test_every_figure(found: Statistics) -> None:
    assert found.today == date(2026, 3, 7)
    assert found.days == (
        Day(date(2026, 3, 2), 4, 3, 2, 6),
        Day(date(2026, 3, 3), 2, 2, 1, 3),
        Day(date(2026, 3, 6), 3, 2, 2, 4),  # with a review in Anki, which has no verdict
    )
    assert (found.given, found.seconds, found.gone, found.flags) == (9, 13, 1, 1)
    assert (found.streak, found.longest_streak) == (1, 2)
    (topic,) = found.topics
    assert (topic.questions, topic.seen, topic.mastered, topic.judged, topic.right) == (8, 5, 0, 6, 4)
    assert topic.share == "4 of 6"
    assert [(weak.id, weak.judged, weak.expected, weak.credit) for weak in found.weakest] == [
        ("members", 2, 1.5 / 4, 0.5)
    ]
    assert (found.retention.reviews, found.retention.recalled) == (3, 2)  # seat twice, members once
    assert found.retention_month == found.retention
    assert found.recall
    assert 0.5 < found.recall <= 1
    assert sum(group.questions for group in found.levels) == 8
    assert sum(count for _, count in found.forecast) >= 2
    assert found.forecast[0][0] == found.today
    (week,) = weeks(found.days)
    assert (week.monday, week.given, week.judged, week.right) == (date(2026, 3, 2), 9, 7, 5)


EVENING = MONDAY + 8 * HOUR


def retained(tmp_path: Path, bank: Bank, *answers: Answer) -> Retention:
    database = Database(tmp_path / "p.sqlite")
    store_of(database).add(answers)
    return statistics(database, bank, bank.questions, EVENING + 9 * DAY_MS, Days().date).retention


@pytest.mark.usefixtures("utc")
def test_retention_counts_the_first_review_on_a_later_day(tmp_path: Path, bank: Bank) -> None:
    minute = HOUR // 60
    found = retained(
        tmp_path,
        bank,
        answer(bank.id, "seat", EVENING),
        answer(bank.id, "seat", EVENING + HOUR),  # on the same day
        answer(bank.id, "seat", EVENING + DAY_MS - 5 * minute, Rating.AGAIN),  # the next evening, five minutes earlier
        answer(bank.id, "seat", EVENING + DAY_MS),  # the second review of that day
        replace(answer(bank.id, "seat", EVENING + 2 * DAY_MS, Rating.HARD), mode="anki", outcome=None, response=None),
        answer(bank.id, "staff", EVENING, None),
        answer(bank.id, "staff", EVENING + DAY_MS),  # the first: it was skipped before
    )
    assert (found.reviews, found.recalled) == (2, 1)


def test_nothing_is_claimed_from_a_few_reviews() -> None:
    assert Retention(0, 0).in_words == "not enough reviews yet (0 of 20)"
    assert Retention(19, 0).share is None
    assert Retention(20, 19).in_words == "95 % of 20 reviews"


def test_a_share_of_a_few_answers_is_a_count() -> None:
    assert (share_in_words(6, 9), share_in_words(6, 10)) == ("6 of 9", "60 % of 10")


def test_recall_is_predicted_from_ten_questions_on(found: Statistics) -> None:
    assert replace(found, recall=0.815, reviewed=9).recall_in_words == "not enough reviews yet (9 of 10 questions)"
    assert replace(found, recall=0.815, reviewed=10).recall_in_words == "82 % on average of 10 questions"


def test_the_page_says_what_the_terminal_says(found: Statistics) -> None:
    page = stats_page.render(found)
    shown = "\n".join(render_plain(block) for block in stats_blocks(found, 76, draw=False))
    for text in (found.retention.in_words, found.recall_in_words, "13 seconds", "0 of 8 questions"):
        assert text in page
        assert text in shown
    for figure in FIGURES:
        assert f"{figure.name}: {figure.definition}." in shown
        assert f">{figure.definition}<" in page


def test_without_judged_answers_there_are_no_weeks(found: Statistics) -> None:
    imported = replace(found, days=tuple(replace(day, judged=0, right=0) for day in found.days))
    assert "Right answers by week" in [block.title for block in stats_blocks(found, 76, draw=False)]
    assert "Right answers by week" not in [block.title for block in stats_blocks(imported, 76, draw=False)]


def test_the_guide_has_the_same_definitions() -> None:
    guide = (ROOT / "README.md").read_text("utf-8")
    assert all(f"| {figure.name} | {figure.definition} | {figure.source} |" in guide for figure in FIGURES)


def test_streaks() -> None:
    def row(*days: int) -> list[date]:
        return [date(2026, 3, day) for day in days]

    assert streaks([], date(2026, 3, 9)) == (0, 0)
    assert streaks(row(1, 2, 3, 8, 9), date(2026, 3, 9)) == (2, 3)
    assert streaks(row(8), date(2026, 3, 9)) == (1, 1)
    assert streaks(row(7), date(2026, 3, 9)) == (0, 1)


def test_a_day_of_skipped_questions_is_no_day_of_a_streak(bank: Bank, tmp_path: Path) -> None:
    database = Database(tmp_path / "p.sqlite")
    in_anki = replace(answer(bank.id, "course", MONDAY + 2 * DAY_MS), mode="anki", outcome=None, response=None)
    skipped = answer(bank.id, "staff", MONDAY + DAY_MS, None)
    store_of(database).add([answer(bank.id, "seat", MONDAY), skipped, in_anki])
    found = statistics(database, bank, bank.questions, MONDAY + 2 * DAY_MS + 1, Days().date)
    assert (found.streak, found.longest_streak) == (1, 1)
    store_of(database).save(answer(bank.id, "seat", MONDAY + DAY_MS + 5))
    found = statistics(database, bank, bank.questions, MONDAY + 2 * DAY_MS + 1, Days().date)
    assert (found.streak, found.longest_streak) == (3, 3)


def shades(found: Statistics, *counts: int) -> str:
    """Return the shades of days with these numbers of answers, from the squares of their weekdays."""
    days = tuple(Day(MONDAY_DATE + timedelta(days=at), n, n, n, n) for at, n in enumerate(counts))
    blocks = stats_blocks(replace(found, days=days, today=MONDAY_DATE + timedelta(days=6)), 80, draw=True)
    (heat,) = (block for block in blocks if block.title == "Answers per day")
    return "".join(line.text[-1] for line in heat.lines[: len(counts)])


def test_the_day_with_the_maximum_is_darkest(found: Statistics) -> None:
    assert shades(found, 10) == "█"
    assert shades(found, 1, 2, 3, 36) == "░▒▓█"
    assert shades(found, 2, 2) == "██"


def test_the_forecast_counts_what_is_overdue_with_today(bank: Bank, tmp_path: Path) -> None:
    store = store_of(Database(tmp_path / "p.sqlite"))
    store.save(answer("b", "q", MONDAY, Rating.EASY))
    memories = store.memories("b").values()
    day = Days().date(next(iter(memories)).due)
    for ahead, place in ((0, 0), (3, 3), (-5, 0)):
        counts = forecast(memories, day - timedelta(days=ahead), Days().date)
        assert [count for _, count in counts].index(1) == place
        assert len(counts) == 15


def test_the_forecast_skips_retired_questions(tmp_path: Path) -> None:
    bank, database = load_bank(), Database(tmp_path / "p.sqlite")
    active = next(question for question in bank.questions if question.status == "active")
    retired = next(question for question in bank.questions if question.status == "retired")
    for question in (active, retired):
        store_of(database).save(answer(bank.id, question.first_id, MONDAY, Rating.EASY))
    found = statistics(database, bank, bank.questions, MONDAY + DAY_MS, Days().date)
    assert found.reviewed == 2
    assert sum(count for _, count in found.forecast) == 1


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"])
def test_days_begin_at_four_by_the_clock_of_the_student(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        for day in range(1, 366, 7):  # including days on which the clock changes
            midnight = datetime(2026, 1, 1) + timedelta(days=day)
            before, after = (midnight + timedelta(hours=3, minutes=59), midnight + timedelta(hours=4, minutes=1))
            assert Days().date(int(before.timestamp() * 1000)) == midnight.date() - timedelta(days=1)
            assert Days().date(int(after.timestamp() * 1000)) == midnight.date()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_in_words_it_reads_well(found: Statistics, update: bool) -> None:
    text = "\n".join(render_plain(block) for block in stats_blocks(found, 76, draw=False))
    if update:
        PLAIN.write_text(text, "utf-8")
    assert text == PLAIN.read_text("utf-8")
    drawn = stats_blocks(found, 76, draw=True)
    assert any("█" in line.text for block in drawn for line in block.lines)


@pytest.mark.usefixtures("utc")
def test_the_command(bank: Bank, tmp_path: Path) -> None:
    arguments = ("stats", "--bank", str(BANK))
    assert ok(*arguments) == f"{bank.title}\nNo answers yet. Start with `sco-quiz quiz --bank {BANK}`.\n\n"
    empty = json.loads(ok(*arguments, "--json"))
    assert (empty["given"], empty["days"], empty["recall"]) == (0, [], None)
    store_of(Database(Path(os.environ["SCO_QUIZ_PROGRESS"]))).add(history(bank))
    assert "9 answers in 13 seconds.\nWithout a verdict: 2 of them (skipped, or in Anki).\n" in ok(*arguments)
    values = json.loads(ok(*arguments, "--json"))
    assert values["given"] == 9
    assert values["days"][0] == {"day": values["days"][0]["day"], "given": 4, "judged": 3, "right": 2, "seconds": 6}
    assert sum(day["given"] for day in values["days"]) == sum(group["judged"] for group in values["topics"]) + 3
    page, picture = tmp_path / "s.html", tmp_path / "s.svg"
    assert f"The page is in {page}." in ok(*arguments, "--html", str(page))
    assert page.read_text("utf-8").count("<svg") == 3
    ok(*arguments, "--svg", str(picture))
    assert not re.search("url\\(http|src=|href=|@font-face", picture.read_text("utf-8"))


def test_the_page_escapes_what_a_bank_holds(found: Statistics) -> None:
    page = stats_page.render(replace(found, title='<script>"&'))
    assert "<script" not in page
    assert "&lt;script&gt;&quot;&amp;" in page


def test_the_weakest_questions_have_their_settings(found: Statistics) -> None:
    settings = {"a": "In <2009>", "b": "In <2009>", "c": "", "d": "In 2010"}
    weak = [WeakQuestion(name, f"Who is {name}?", 2, 0.5, 1, setting) for name, setting in settings.items()]
    shown = replace(found, weakest=tuple(weak))
    (block,) = (block for block in stats_blocks(shown, 80, draw=True) if block.title == "Weakest questions")
    lines = re.findall(r"^(?:Setting: .*|Who is .\?)$", render_plain(block), re.MULTILINE)
    assert lines == ["Setting: In <2009>", "Who is a?", "Who is b?", "Who is c?", "Setting: In 2010", "Who is d?"]
    assert re.findall(r"<td[^>]*>(In [^<]*)</td>", stats_page.render(shown)) == ["In &lt;2009&gt;"] * 2 + ["In 2010"]


def test_only_the_weakest_questions_are_read(tmp_path: Path, bank: Bank) -> None:
    read = []

    def lazy(topic: Topic) -> Topic:
        def make(at: int) -> AnyQuestion:
            read.append(topic.questions[at].id)
            return topic.questions[at]

        return replace(topic, questions=LazyQuestions(topic.questions, make))

    database = Database(tmp_path / "progress.sqlite")
    store_of(database).add(history(bank))
    remembered = replace(bank, topics=tuple(map(lazy, bank.topics)))
    found = statistics(database, remembered, remembered.outlines, MONDAY + 5 * DAY_MS, Days().date)
    assert found == statistics(database, bank, bank.questions, MONDAY + 5 * DAY_MS, Days().date)
    assert found.weakest
    assert read == [weak.id for weak in found.weakest]


def test_the_setting_of_a_weak_question_is_its_own() -> None:
    (question,) = bank_beyond().questions
    (weak,) = weakest([question], {question.first_id: Tally(given=1, judged=1)}, {question.id: question}.__getitem__)
    assert weak.setting == question.setting != ""


@pytest.mark.parametrize("width", [40, 120])
def test_a_terminal_of_any_width(width: int, bank: Bank) -> None:
    from tests.pseudo_terminal import Terminal

    store_of(Database(Path(os.environ["SCO_QUIZ_PROGRESS"]))).add(history(bank))
    terminal = Terminal("--bank", str(BANK), command="stats", width=width, height=120)
    try:
        text = terminal.wait_for("Right answers by week")
        terminal.wait_for_end()
        assert terminal.ended() == 0
        panels = [line for line in terminal.text().splitlines() if line.startswith(("╭", "│", "╰"))]
        assert {len(line) for line in panels} == {min(width, 100)}
        assert "\\u001b" not in text
        assert "█" in text  # charts, from a plain install
    finally:
        terminal.kill()
