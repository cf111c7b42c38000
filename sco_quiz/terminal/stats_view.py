"""Statistics as blocks: charts for a terminal, words for a screen reader."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from rich.cells import cell_len

from sco_quiz.core.durations import in_words
from sco_quiz.core.figures import FIGURES, MIN_ANSWERS, percent, share_in_words
from sco_quiz.core.plural import counted
from sco_quiz.core.shorten import shorten
from sco_quiz.core.statistics import Group, Statistics, Week, weeks
from sco_quiz.terminal.blocks import Block, Line
from sco_quiz.terminal.charts import columns
from sco_quiz.terminal.sanitize import one_line

SHADES = "·░▒▓█"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MAX_WEEKS = 26  # half a year, which 80 columns have room for
_HEADINGS = "         seen  mastered   right"
_MAX_PROMPT = 150


def stats_blocks(statistics: Statistics, width: int, draw: bool) -> list[Block]:
    """Return the statistics for a terminal of that width; without `draw`, in words only."""
    if not statistics.given:
        begin = Line("No answers yet. Start with `sco-quiz quiz`.")
        return [Block(statistics.title, (begin,))]
    by_week = tuple(_weeks(weeks(statistics.days), width, draw))
    return [
        Block(statistics.title, tuple(_sums(statistics))),
        Block("Topics", tuple(_groups(statistics.topics, width, draw))),
        Block("Levels", tuple(_groups(statistics.levels, width, draw))),
        *([Block("Weakest questions", tuple(_weakest(statistics)))] if statistics.weakest else []),
        Block("Due in the coming days", tuple(_forecast(statistics, width, draw))),
        Block("Answers per day", tuple(_heat(statistics, width) if draw else _days(statistics))),
        *([Block("Right answers by week", by_week)] if by_week else []),
        Block("What the figures mean", tuple(_definitions())),
    ]


def _sums(statistics: Statistics) -> Iterator[Line]:
    """Yield the figures that need no chart."""
    seconds = in_words(statistics.seconds)
    yield Line(f"{counted(statistics.given, 'answer')} in {seconds}.", "strong", ends_section=True)
    if statistics.without_verdict:
        yield Line(f"Without a verdict: {statistics.without_verdict} of them (skipped, or in Anki).")
    yield Line(f"Streak: {counted(statistics.streak, 'day')} (best: {statistics.longest_streak}).")
    yield Line(f"Mastered: {statistics.mastered} of {counted(statistics.questions, 'question')}.")
    yield Line(f"Retention in the last 30 days: {statistics.retention_month.in_words}.")
    desired = percent(statistics.desired_retention)
    yield Line(f"Retention overall: {statistics.retention.in_words}; desired: {desired}.")
    yield Line(f"Predicted recall: {statistics.recall_in_words}.")
    if statistics.gone:
        yield Line(f"{counted(statistics.gone, 'answer')} to questions that are no longer in the bank.")
    if statistics.flags:
        yield Line(f"{counted(statistics.flags, 'flag')}: `sco-quiz flags` lists them.")


def _groups(groups: tuple[Group, ...], width: int, draw: bool) -> Iterator[Line]:
    """Yield a line for each group; in columns where there is room."""
    longest = max((cell_len(one_line(group.title)) for group in groups), default=0)
    in_columns = draw and longest + len(_HEADINGS) <= width
    # a screen reader would read columns without their headings: it gets a sentence for each group
    if in_columns:
        spoken = "For each: questions seen, questions mastered, right answers"
        yield Line(" " * longest + _HEADINGS, "dim", spoken=spoken)
    for group in groups:
        line = _group(group)
        if in_columns:
            title = one_line(group.title)
            share = group.share.partition("% of")[0] + "%" if "%" in group.share else group.share or "–"
            seen = f"{group.seen} of {group.questions}"
            text = f"{title}{' ' * (longest - cell_len(title))}{seen:>13}{group.mastered:>10}{share:>8}"
            line = Line(text, spoken=line.text)
        yield line


def _group(group: Group) -> Line:
    right = f"{group.share} right" if group.share else "no answer yet"
    return Line(f"{group.title}: {group.seen} of {group.questions} seen, {group.mastered} mastered, {right}")


def _weakest(statistics: Statistics) -> Iterator[Line]:
    before = ""
    for weak in statistics.weakest:
        if weak.setting not in ("", before):
            setting = one_line(weak.setting)
            yield Line(setting, "dim", spoken=f"Setting: {setting}")
        before = weak.setting
        text = f"{weak.id}: {round(weak.credit, 2):g} of {counted(weak.judged, 'point')}"
        yield Line(text, label="·", spoken=text)
        shown = shorten(weak.prompt, _MAX_PROMPT)
        yield Line(shown, "dim", " ", shown)


def _forecast(statistics: Statistics, width: int, draw: bool) -> Iterator[Line]:
    words = [f"{_day(day, statistics.today)}: {count}" for day, count in statistics.forecast if count]
    if not words:
        yield Line("Nothing is due.")
    elif draw:
        labels = [str(day.day) for day, _ in statistics.forecast]
        picture = columns([count for _, count in statistics.forecast], width, labels=labels)
        yield Line(picture, "note", spoken="; ".join(words))
    else:
        yield from map(Line, words)


def _days(statistics: Statistics) -> Iterator[Line]:
    """Yield each day of the last six months that had answers, in words."""
    begin = statistics.today - timedelta(weeks=_MAX_WEEKS)
    shown = [day for day in statistics.days if day.day >= begin]
    for day in shown:
        right = f", {day.right} of {day.judged} right" if day.judged else ""
        yield Line(f"{_day(day.day, statistics.today)}: {counted(day.given, 'answer')}{right}")
    if not shown:
        yield Line("No answers in the last six months.")


def _heat(statistics: Statistics, width: int) -> Iterator[Line]:
    """Yield a row for each weekday, a square for each of its days, denser for more answers."""
    given = {day.day: day.given for day in statistics.days}
    count = max(1, min(_MAX_WEEKS, (width - 4) // 2))  # a name and a space, then two columns for each week
    monday = statistics.today - timedelta(days=statistics.today.weekday())
    first = monday - timedelta(weeks=count - 1)
    ranked = sorted(given.values())
    for weekday, name in enumerate(WEEKDAYS):
        days = (first + timedelta(weeks=week, days=weekday) for week in range(count))
        shades = " ".join(_shade(given.get(day, 0), ranked) for day in days if day <= statistics.today)
        yield Line(f"{name} {shades}", "right")
    key = f"{SHADES[0]} none, {SHADES[1]} to {SHADES[-1]} few to many (maximum: {ranked[-1]})"
    yield Line(f"from {first} to {statistics.today}; {key}", "dim")


def _shade(count: int, ranked: list[int]) -> str:
    """Return a shade by quarters of all days with answers, so that one long day does not pale the others."""
    return SHADES[ceil(4 * bisect_right(ranked, count) / len(ranked))] if count else SHADES[0]


def _weeks(all_weeks: tuple[Week, ...], width: int, draw: bool) -> Iterator[Line]:
    judged = [week for week in all_weeks[-_MAX_WEEKS * 2 :] if week.judged]
    words = [f"Week of {week.monday}: {share_in_words(week.right, week.judged)}" for week in judged]
    drawn = [week for week in judged if week.judged >= MIN_ANSWERS]
    if draw and len(drawn) > 1:  # one column shows no course
        shares = [100 * week.right / week.judged for week in drawn]
        yield Line(columns(shares, width, 100), "right", spoken="; ".join(words))
        yield Line(f"percent, from {drawn[0].monday} to the week of {drawn[-1].monday}", "dim")
    else:
        yield from map(Line, words)


def _definitions() -> Iterator[Line]:
    for figure in FIGURES:
        yield Line(f"{figure.name}: {figure.definition}.", "dim")


def _day(day: date, today: date) -> str:
    if day == today:
        return "Today"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"
