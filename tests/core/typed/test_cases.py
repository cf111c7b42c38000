"""The cases of typed answers, judged by the quiz."""

from tests.core.typed.cases import all_cases, mismatches, outcome_of


def test_the_quiz_judges_every_case() -> None:
    cases = all_cases()
    assert len(cases) > 10
    assert mismatches(cases, [outcome_of(case) for case in cases]) == []
