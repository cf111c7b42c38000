"""Statistics of a student's answers: by topic and level, by day, and a forecast."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sco_quiz.core.content import Content
from sco_quiz.core.figures import MASTERED_DAYS, MIN_QUESTIONS, MIN_REVIEWS, percent, share_in_words
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.outline import Outline
from sco_quiz.core.review import Memory, State
from sco_quiz.core.tally import Tally

WEAKEST = 10


@dataclass(frozen=True, slots=True)
class Group:
    """A topic or level. `seen` questions have an answer; `mastered` ones would be mature cards in Anki."""

    name: str
    title: str
    questions: int
    seen: int
    mastered: int
    judged: int
    right: int

    @property
    def share(self) -> str:
        """The share of right answers in words; empty without an answer."""
        return share_in_words(self.right, self.judged) if self.judged else ""


@dataclass(frozen=True, slots=True)
class WeakQuestion:
    """A question that is often missed: the points that its answers earned; `expected` orders the list.

    `prompt` is the text of `stem` without markup.
    """

    id: str
    prompt: str
    judged: int
    expected: float
    credit: float
    setting: str = ""
    stem: Content | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Day:
    """The answers of a day: given, judged, entirely right, and the time spent in s."""

    day: date
    given: int
    judged: int
    right: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Retention:
    """First reviews of a day, of questions answered on an earlier day, and how many were not rated "again"."""

    reviews: int
    recalled: int

    @property
    def share(self) -> float | None:
        """The share recalled, from 0 to 1; None if there are not enough reviews."""
        return self.recalled / self.reviews if self.reviews >= MIN_REVIEWS else None

    @property
    def in_words(self) -> str:
        """The share recalled, or that there are not enough reviews."""
        if self.share is None:
            return f"not enough reviews yet ({self.reviews} of {MIN_REVIEWS})"
        return f"{percent(self.share)} of {self.reviews} reviews"


@dataclass(frozen=True, slots=True)
class Statistics:
    """All statistics of a bank. `forecast` counts the questions due on each day; today includes overdue ones.

    `retention_month` covers the last 30 days. `recall` is the average predicted recall of the `reviewed` questions now,
    0 to 1; None without any. `gone` counts answers to questions that are no longer in the bank; they are part of the
    days, but not of the topics. A streak does not count days with skipped questions alone.
    """

    bank: str
    title: str
    today: date
    topics: tuple[Group, ...]
    levels: tuple[Group, ...]
    weakest: tuple[WeakQuestion, ...]
    days: tuple[Day, ...]
    forecast: tuple[tuple[date, int], ...]
    retention: Retention
    retention_month: Retention
    desired_retention: float
    recall: float | None
    reviewed: int
    streak: int
    longest_streak: int
    gone: int
    flags: int

    @property
    def mastered(self) -> int:
        """The number of mastered questions."""
        return sum(group.mastered for group in self.topics)

    @property
    def questions(self) -> int:
        """The number of questions."""
        return sum(group.questions for group in self.topics)

    @property
    def predicted_recall(self) -> float | None:
        """The average predicted recall; None if not enough questions were reviewed."""
        return self.recall if self.reviewed >= MIN_QUESTIONS else None

    @property
    def recall_in_words(self) -> str:
        """The average predicted recall, or that not enough questions were reviewed."""
        if self.predicted_recall is None:
            return f"not enough reviews yet ({self.reviewed} of {MIN_QUESTIONS} questions)"
        return f"{percent(self.predicted_recall)} on average of {self.reviewed} questions"

    @property
    def given(self) -> int:
        """The number of answers, including skipped questions."""
        return sum(day.given for day in self.days)

    @property
    def without_verdict(self) -> int:
        """The number of skipped questions and of reviews in Anki: the answers that topics and levels do not count."""
        return self.given - sum(day.judged for day in self.days)

    @property
    def seconds(self) -> int:
        """The time spent on all answers."""
        return sum(day.seconds for day in self.days)


def group(
    name: str,
    title: str,
    questions: Sequence[Outline],
    tallies: Mapping[str, Tally],
    memories: Mapping[str, Memory],
) -> Group:
    """Return the sums over some questions; tallies and memories are by first id."""
    names = [question.first_id for question in questions]
    own = [tallies[name] for name in names if name in tallies]
    known = (memories[name] for name in names if name in memories)
    return Group(
        name=name,
        title=title,
        questions=len(names),
        seen=sum(tally.given > 0 for tally in own),
        mastered=sum(memory.state is State.REVIEW and memory.stability >= MASTERED_DAYS for memory in known),
        judged=sum(tally.judged for tally in own),
        right=sum(tally.right for tally in own),
    )


def weakest(
    questions: Iterable[Outline], tallies: Mapping[str, Tally], question_of: Callable[[str], AnyQuestion]
) -> tuple[WeakQuestion, ...]:
    """Return the questions with the lowest expected credit, the weakest first, without those that were always right.

    The expected credit is (credits + 1) / (answers + 2), Laplace's rule of succession, so that one bad day does not
    outweigh a long record. `question_of` returns the question of an id.
    """
    known = ((outline.id, tallies.get(outline.first_id, Tally())) for outline in questions)
    found = (((own.credit + 1) / (own.judged + 2), name, own) for name, own in known if own.credit < own.judged)
    lowest = sorted(found, key=lambda each: each[:2])[:WEAKEST]
    return tuple(_weak(question_of(name), own, expected) for expected, name, own in lowest)


def _weak(question: AnyQuestion, tally: Tally, expected: float) -> WeakQuestion:
    setting = question.content(question.setting).plain
    return WeakQuestion(question.id, question.stem.plain, tally.judged, expected, tally.credit, setting, question.stem)


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday, with the answers given, judged and right."""

    monday: date
    given: int
    judged: int
    right: int


def weeks(days: Iterable[Day]) -> tuple[Week, ...]:
    """Return the weeks with answers in order of time: the learning curve."""
    sums: dict[date, list[int]] = {}
    for day in days:
        own = sums.setdefault(day.day - timedelta(days=day.day.weekday()), [0, 0, 0])
        for index, count in enumerate((day.given, day.judged, day.right)):
            own[index] += count
    return tuple(Week(monday, *counts) for monday, counts in sorted(sums.items()))
