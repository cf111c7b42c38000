"""Statistics as an HTML page with charts; each chart also has a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from html import escape
from pathlib import Path
from string import Template

from sco_quiz.core.content import Content
from sco_quiz.core.durations import in_words
from sco_quiz.core.figures import FIGURES, MIN_ANSWERS, percent, share_in_words
from sco_quiz.core.markup.page_html import page_renderer
from sco_quiz.core.plural import counted
from sco_quiz.core.statistics import Group, Statistics, weeks

Cell = str | int | Content
WIDE, HIGH = 640, 160
_WEEKS = 53


def render(statistics: Statistics) -> str:
    """Return the page; it needs no other file and no script."""
    page = Path(__file__).with_name("stats_page.html").read_text("utf-8")
    sections = "\n".join(f"<section>\n<h2>{name}</h2>\n{body}\n</section>" for name, body in _sections(statistics))
    return Template(page).substitute(title=escape(statistics.title), sections=sections)


def _sections(statistics: Statistics) -> Iterator[tuple[str, str]]:
    yield "Summary", _table(("", "#"), _sums(statistics))
    heads = ("", "#Questions", "#Seen", "#Mastered", "#Right")
    yield "Topics", _table(heads, map(_group, statistics.topics))
    yield "Levels", _table(heads, map(_group, statistics.levels))
    weak = (
        (item.id, item.setting, item.stem or item.prompt, item.judged, f"{round(item.credit, 2):g}")
        for item in statistics.weakest
    )
    yield "Weakest questions", _table(("Question", "Setting", "Prompt", "#Answers", "#Points"), weak)
    due = [(str(day), count) for day, count in statistics.forecast]
    yield "Due soon", _bars("Questions due by day", due) + _hidden(_table(("Day", "#Due"), due))
    days = [(str(day.day), day.given, day.right) for day in statistics.days]
    yield "Days", _heat(statistics) + _hidden(_table(("Day", "#Answers", "#Right"), days))
    judged = [week for week in weeks(statistics.days) if week.judged]
    shares = [
        (str(week.monday), round(100 * week.right / week.judged)) for week in judged if week.judged >= MIN_ANSWERS
    ]
    rows = [(str(week.monday), share_in_words(week.right, week.judged)) for week in judged]
    curve = _curve("Right answers by week, in per cent", shares)
    yield "Right answers by week", curve + _hidden(_table(("Week", "#Right"), rows))
    yield "What the figures mean", _table(("Figure", "Definition", "Source"), FIGURES)


def _sums(statistics: Statistics) -> Iterator[tuple[Cell, ...]]:
    yield "Answers", statistics.given
    yield "Answers without a verdict (skipped, or in Anki)", statistics.without_verdict
    yield "Time", in_words(statistics.seconds)
    yield "Streak", f"{counted(statistics.streak, 'day')} (best: {statistics.longest_streak})"
    yield "Mastered", f"{statistics.mastered} of {counted(statistics.questions, 'question')}"
    yield "Retention in the last 30 days", statistics.retention_month.in_words
    yield "Retention overall", statistics.retention.in_words
    yield "Desired retention", percent(statistics.desired_retention)
    yield "Predicted recall", statistics.recall_in_words
    yield "Answers to questions no longer in the bank", statistics.gone
    yield "Flags", statistics.flags


def _group(group: Group) -> tuple[Cell, ...]:
    return group.title, group.questions, group.seen, group.mastered, group.share


def _table(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table; a heading that starts with # is for numbers."""
    number = [' class="number"' if head.startswith("#") else "" for head in heads]
    top = "".join(f'<th scope="col"{n}>{escape(h.lstrip("#"))}</th>' for h, n in zip(heads, number, strict=True))
    body = "\n".join(
        "<tr>" + "".join(f'<td dir="auto"{n}>{_shown(c)}</td>' for c, n in zip(row, number, strict=True)) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _shown(cell: Cell) -> str:
    if isinstance(cell, Content):
        return replace(page_renderer({}), escape=escape).content(cell)  # a picture is its alternative text
    return escape(str(cell))


def _hidden(table: str) -> str:
    # a screen reader and a printout cannot read the numbers from a chart
    return f"<details><summary>As a table</summary>{table}</details>"


def _svg(title: str, high: int, inside: Iterable[str]) -> str:
    return (
        f'<svg viewBox="0 0 {WIDE} {high}" role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>'
        + "".join(inside)
        + "</svg>"
    )


def _bars(title: str, values: Sequence[tuple[str, int]]) -> str:
    """Return a bar for each day; the axis shows the day of the month alone, since whole dates would overlap."""
    most = max((count for _, count in values), default=0) or 1  # never divide by 0
    step = WIDE / max(1, len(values))

    def drawn() -> Iterator[str]:
        for place, (name, count) in enumerate(values):
            high = round((HIGH - 40) * count / most)
            left = place * step
            yield (
                f'<rect x="{left + 3:.1f}" y="{HIGH - 20 - high}" width="{step - 6:.1f}" height="{high}">'
                f"<title>{name}: {count}</title></rect>"
                f'<text x="{left + step / 2:.1f}" y="{HIGH - 24 - high}" text-anchor="middle">{count or ""}</text>'
                f'<text x="{left + step / 2:.1f}" y="{HIGH - 5}" text-anchor="middle">{name[8:]}</text>'
            )

    return _svg(title, HIGH, drawn())


def _curve(title: str, values: Sequence[tuple[str, int]]) -> str:
    step = (WIDE - 60) / max(1, len(values) - 1)
    points = [(40 + place * step, 10 + (HIGH - 30) * (1 - share / 100)) for place, (_, share) in enumerate(values)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    axis = "".join(
        f'<text x="34" y="{14 + (HIGH - 30) * (1 - share / 100):.0f}" text-anchor="end">{share}</text>'
        for share in (0, 50, 100)
    )
    dots = (
        f'<rect x="{x - 2:.1f}" y="{y - 2:.1f}" width="4" height="4"><title>{name}: {share} %</title></rect>'
        for (x, y), (name, share) in zip(points, values, strict=True)
    )
    return _svg(title, HIGH, [axis, f'<polyline points="{line}"/>', *dots])


def _heat(statistics: Statistics) -> str:
    """Return a year of weeks; more answers make a larger square."""
    given = {day.day: day.given for day in statistics.days}
    most = max(given.values(), default=0) or 1
    first = statistics.today - timedelta(days=statistics.today.weekday(), weeks=_WEEKS - 1)
    cell = WIDE / _WEEKS

    def drawn() -> Iterator[str]:
        for number in range((statistics.today - first).days + 1):
            day = first + timedelta(days=number)
            count = given.get(day, 0)
            size = (cell - 2) * (0.4 + 0.6 * count / most) if count else (cell - 2) * 0.3
            x, y = (number // 7 + 0.5) * cell - size / 2, (number % 7 + 0.5) * cell - size / 2
            kind = "" if count else ' class="none"'
            yield (
                f'<rect{kind} x="{x:.1f}" y="{y:.1f}" width="{size:.1f}" height="{size:.1f}">'
                f"<title>{day}: {count}</title></rect>"
            )

    return _svg("Answers by day over a year", round(7 * cell) + 2, drawn())
