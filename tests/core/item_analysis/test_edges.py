"""Small classes, equal answers and missing ones: a reason instead of a figure, never a crash."""

import pytest

from sco_quiz.core.content import literal
from sco_quiz.core.item_analysis.analysis import AnalyzedQuestion, ClassAnalysis, analyze
from sco_quiz.core.item_analysis.item_figures import efficiency, facility, upper_lower
from sco_quiz.core.item_analysis.matrix import Matrix
from sco_quiz.core.item_analysis.suggestions import Suggestion, suggestions
from sco_quiz.core.item_analysis.warnings import class_warnings, item_warnings

OPTIONS = tuple((literal(name), name == "A") for name in "ABCD")


def class_of(matrix: Matrix, difficulty: int = 3, chosen: str = "") -> ClassAnalysis:
    """Return the analysis of a class; the options `chosen` by its pupils are those of the first question."""
    first = AnalyzedQuestion("q0", literal("?"), difficulty, OPTIONS, tuple((name,) for name in chosen))
    plain = [AnalyzedQuestion(f"q{place}", literal("?"), 3) for place in range(len(matrix[0]) if matrix else 0)]
    return analyze("Test", matrix, [first, *plain[1:]] if chosen else plain)


def test_one_pupil() -> None:
    analysis = class_of(((1.0, 0.0),))
    item = analysis.items[0].figures
    assert (item.facility.value, item.spread, analysis.spread, analysis.skewness) == (1, None, None, None)
    assert item.discrimination.reason == item.efficiency.reason == item.upper_lower.reason == "fewer than 2 pupils"
    assert analysis.reliability.reason == "some questions have fewer than 2 pupils in common"


def test_no_pupils() -> None:
    analysis = class_of(())
    assert (analysis.items, analysis.mean, analysis.median) == ((), None, None)
    assert analysis.reliability.reason == "fewer than 2 questions"


def test_all_right() -> None:
    analysis = class_of(((1.0, 1.0),) * 30)
    item = analysis.items[0].figures
    assert item.facility.value == 1
    assert item.facility.low == pytest.approx(0.8865, abs=5e-5)  # 30 / (30 + 1.96²), Wilson's limit of a full share
    assert item.discrimination.reason == item.efficiency.reason == "all pupils have the same credit"
    assert analysis.reliability.reason == "all pupils have the same score"
    assert list(class_warnings(analysis)) == ["No reliability: all pupils have the same score."]


def test_a_question_that_nobody_was_shown() -> None:
    analysis = class_of(((1.0, None, 0.0), (0.0, None, 1.0)))
    assert [item.question.id for item in analysis.items] == ["q0", "q2"]


def test_missing_answers_do_not_count() -> None:
    analysis = class_of(((1.0, None, 1.0), (0.0, 1.0, None), (1.0, 0.0, 0.0), (0.0, 0.0, 0.0)))
    assert analysis.scores == (1, 0.5, pytest.approx(1 / 3), 0)
    assert [item.figures.answers for item in analysis.items] == [4, 3, 3]
    assert analysis.items[1].figures.facility.value == pytest.approx(1 / 3)


def test_upper_and_lower_group_share_places_at_the_border() -> None:
    # 27 % of 10 are 3: the best one, and 2 of the 4 with 0.8, of whom half are right; the lowest 3 are all wrong
    rests = (0.9, 0.8, 0.8, 0.8, 0.8, 0.5, 0.5, 0.3, 0.2, 0.1)
    credits = (1, 1, 1, 0, 0, 0, 0, 0, 0, 0)
    assert upper_lower(credits, rests).value == pytest.approx((1 + 2 * 0.5) / 3)


def test_the_order_of_the_rows_has_no_effect_on_thirds() -> None:
    """Six pupils with two rest scores: three with the lower one share the two places of the weakest third."""
    chosen, rest = "AABBAB", (0, 0, 0, 1, 1, 1)
    matrix = tuple((float(name == "A"), float(other), 1.0) for name, other in zip(chosen, rest, strict=True))
    options = {option.content.plain: option.thirds for option in class_of(matrix, 3, chosen).items[0].options}
    assert options["A"] == pytest.approx((2 / 3, 1 / 2, 1 / 3))
    again = class_of(matrix[::-1], 3, chosen[::-1]).items[0].options
    assert {option.content.plain: option.thirds for option in again} == {
        n: pytest.approx(t) for n, t in options.items()
    }


def test_pupils_with_different_questions() -> None:
    rows = ((1.0, 1.0, None), (0.0, 1.0, None), (None, 0.0, 0.0), (None, 1.0, 1.0), (1.0, 0.0, 1.0), (0.0, 0.0, 0.0))
    analysis = class_of(rows)
    assert analysis.forms_differ
    assert any("the reliability is that of a test of all 3 questions" in text for text in class_warnings(analysis))
    # of available cases, the covariances of questions may contradict each other
    against = (
        (1.0, 0.0, None),
        (0.0, 1.0, None),
        (None, 1.0, 0.0),
        (None, 0.0, 1.0),
        (1.0, None, 0.0),
        (0.0, None, 1.0),
    )
    assert class_of(against).reliability.reason == "too few pupils had the same questions"


def test_the_reliability_without_a_question_is_that_of_the_other_ones() -> None:
    rows = (
        (1.0, 1.0, 0.0, 0.0),
        (1.0, 1.0, 1.0, 0.5),
        (0.0, 0.0, 0.0, 1.0),
        (1.0, 0.0, 1.0, 0.0),
        (0.0, 0.0, 1.0, 1.0),
    )
    for part in (rows, (*rows, (None, 1.0, 1.0, 0.0), (0.0, None, 0.0, 0.5))):
        for place, item in enumerate(class_of(part).items):
            others = tuple(row[:place] + row[place + 1 :] for row in part)
            assert item.alpha_without.value == pytest.approx(class_of(others).reliability.value)


def test_efficiency_of_the_best_possible_order_is_1() -> None:
    assert efficiency((0, 0, 1), (0.1, 0.2, 0.9)).value == pytest.approx(1)
    assert efficiency((1, 0, 0), (0.1, 0.2, 0.9)).value == pytest.approx(-0.6)


def test_facility_of_partial_credit_has_a_t_interval() -> None:
    found = facility((0, 0.5, 1))
    assert (found.value, found.low, found.high) == (0.5, 0, 1)
    assert facility((0.5,)).low is None


def strong_and_weak(upper: float, lower: float, half: int) -> Matrix:
    """Return a class whose better half has other credit for the first question than the rest."""
    return ((upper, 1.0, 1.0),) * half + ((lower, 1.0, 0.0),) * half


def test_small_classes_are_warned_of() -> None:
    assert next(class_warnings(class_of(strong_and_weak(1, 0, 4)))).startswith("Only 8 pupils: read facility alone")
    assert next(class_warnings(class_of(strong_and_weak(1, 0, 5)))).startswith("Only 10 pupils: below 30")
    assert not any("pupils" in text for text in class_warnings(class_of(strong_and_weak(1, 0, 15))))


def test_a_key_that_stronger_pupils_get_wrong() -> None:
    analysis = class_of(strong_and_weak(0, 1, 10), chosen="B" * 10 + "A" * 10)
    assert list(item_warnings(analysis.items[0], analysis.pupils)) == [
        "stronger pupils got it wrong more often: check the key",
        "the strongest third chose “B” more often than the right answer: check the key",
        "fewer than 5 % chose “C”: reword or remove it",
        "fewer than 5 % chose “D”: reword or remove it",
    ]
    assert not list(item_warnings(analysis.items[0], 9))


def test_a_poor_question() -> None:
    assert "it hardly tells stronger from weaker pupils" in item_warnings(
        class_of(((1.0, 1.0), (0.0, 1.0), (1.0, 0.0), (0.0, 0.0)) * 5).items[0], 20
    )


def test_suggestions() -> None:
    chosen = "A" * 15 + "B" * 5
    matrix = tuple((float(name == "A"), 1.0, 0.0) for name in chosen)
    assert next(iter(suggestions(class_of(matrix, 5, chosen)))) == Suggestion("q0", 5, 2, ("C",))
    assert "q0" in [each.id for each in suggestions(class_of(matrix, 2, chosen))]  # for the distractor alone
    assert next(iter(suggestions(class_of(matrix, 2, chosen)))).difficulty is None
    assert not list(suggestions(class_of(matrix[:19], 5, chosen[:19])))
