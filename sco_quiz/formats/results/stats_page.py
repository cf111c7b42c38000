"""Statistics as an HTML page with charts; each chart also has a table."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from sco_quiz.core.durations import in_words
from sco_quiz.core.figures import FIGURES, MIN_ANSWERS, percent, share_in_words
from sco_quiz.core.plural import counted
from sco_quiz.core.statistics import Group, Statistics, weeks
from sco_quiz.formats.results.page_parts import WIDE, Cell, hidden, page, svg, table

HIGH = 160
_WEEKS = 53


def render(statistics: Statistics) -> str:
    """Return the page; it needs no other file and no script."""
    return page("Statistics", statistics.title, _sections(statistics))


def _sections(statistics: Statistics) -> Iterator[tuple[str, str]]:
    yield "Summary", table(("", "#"), _sums(statistics))
    heads = ("", "#Questions", "#Seen", "#Mastered", "#Right")
    yield "Topics", table(heads, map(_group, statistics.topics))
    yield "Levels", table(heads, map(_group, statistics.levels))
    weak = (
        (item.id, item.setting, item.stem or item.prompt, item.judged, f"{round(item.credit, 2):g}")
        for item in statistics.weakest
    )
    yield "Weakest questions", table(("Question", "Setting", "Prompt", "#Answers", "#Points"), weak)
    due = [(str(day), count) for day, count in statistics.forecast]
    yield "Due soon", _bars("Questions due by day", due) + hidden(table(("Day", "#Due"), due))
    days = [(str(day.day), day.given, day.right) for day in statistics.days]
    yield "Days", _heat(statistics) + hidden(table(("Day", "#Answers", "#Right"), days))
    judged = [week for week in weeks(statistics.days) if week.judged]
    shares = [
        (str(week.monday), round(100 * week.right / week.judged)) for week in judged if week.judged >= MIN_ANSWERS
    ]
    rows = [(str(week.monday), share_in_words(week.right, week.judged)) for week in judged]
    curve = _curve("Right answers by week, in percent", shares)
    yield "Right answers by week", curve + hidden(table(("Week", "#Right"), rows))
    yield "What the figures mean", table(("Figure", "Definition", "Source"), FIGURES)


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

    return svg(title, HIGH, drawn())


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
    return svg(title, HIGH, [axis, f'<polyline points="{line}"/>', *dots])


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

    return svg("Answers by day over a year", round(7 * cell) + 2, drawn())
