"""The analysis of a class: its scores, its questions, and what a teacher should look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, stdev

from sco_quiz.core.content import Content
from sco_quiz.core.item_analysis.estimate import Estimate
from sco_quiz.core.item_analysis.item_figures import ItemFigures, item_figures
from sco_quiz.core.item_analysis.matrix import Matrix, Row, Scores, points_of
from sco_quiz.core.item_analysis.moments import skewness
from sco_quiz.core.item_analysis.options import OptionFigures, option_figures
from sco_quiz.core.item_analysis.reliability import alpha, alpha_of, standard_error, variances
from sco_quiz.core.verdict import Response


@dataclass(frozen=True, slots=True)
class AnalyzedQuestion:
    """A question to analyze: its options and whether each is right (none for typed answers); `responses` by pupil.

    `points` are what it counts.
    """

    id: str
    prompt: Content
    difficulty: int
    options: tuple[tuple[Content, bool], ...] = ()
    responses: tuple[Response | None, ...] = ()
    points: float = 1


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """The figures of one question, of its options, and the reliability of the test without it."""

    question: AnalyzedQuestion
    figures: ItemFigures
    options: tuple[OptionFigures, ...]
    alpha_without: Estimate


@dataclass(frozen=True, slots=True)
class ClassAnalysis:
    """The figures of a test. Scores are shares of the points of the questions presented; `error` is in points.

    `dichotomous` says that each question is right or wrong, and that all count the same; `forms_differ` that pupils had
    different questions.
    """

    title: str
    scores: tuple[float, ...]
    reliability: Estimate
    error: Estimate
    dichotomous: bool
    forms_differ: bool
    items: tuple[ItemAnalysis, ...]

    @property
    def pupils(self) -> int:
        """The number of pupils with at least one question."""
        return len(self.scores)

    @property
    def coefficient(self) -> str:
        """What the reliability is called."""
        return "KR-20" if self.dichotomous else "Cronbach's alpha"

    @property
    def mean(self) -> float | None:
        """The mean score."""
        return fmean(self.scores) if self.scores else None

    @property
    def median(self) -> float | None:
        """The score in the middle."""
        return median(self.scores) if self.scores else None

    @property
    def spread(self) -> float | None:
        """The standard deviation of the scores (of a sample)."""
        return stdev(self.scores) if len(self.scores) > 1 else None

    @property
    def skewness(self) -> float | None:
        """The skewness of the scores."""
        return skewness(self.scores)


def analyze(title: str, matrix: Matrix, questions: Sequence[AnalyzedQuestion]) -> ClassAnalysis:
    """Analyze the credits of a class; skip questions that nobody was shown."""
    shown = tuple(place for place in range(len(questions)) if any(row[place] is not None for row in matrix))
    rows = tuple(_only(row, shown) for row in matrix)
    weights = [questions[place].points for place in shown]
    scores, found = Scores(rows, weights), variances(points_of(rows, weights))
    reliability = alpha(found, len(shown))
    equal = len(set(weights)) < 2

    def item(place: int) -> ItemAnalysis:
        question = questions[shown[place]]
        options = option_figures(question.options, question.responses, scores, place)
        without = alpha_of(found and found.without(place), len(shown) - 1)
        return ItemAnalysis(question, item_figures(scores, place), options, without)

    return ClassAnalysis(
        title,
        scores.all,
        reliability,
        standard_error(found, reliability),
        equal and all(credit in (None, 0, 1) for row in rows for credit in row),
        any(None in row for row in rows),
        tuple(map(item, range(len(shown)))),
    )


def _only(row: Row, places: Sequence[int]) -> Row:
    return tuple(row[place] for place in places)
