"""Grade what was typed for a gap."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from sco_quiz.core.interaction import TextGap
from sco_quiz.core.typed import Vocabulary, counts_as, grade_typed, is_as_typed
from sco_quiz.core.verdict import Outcome, Verdict


def grade_gap(typed: str, gap: TextGap, known: Vocabulary, strict: Iterable[str] = ()) -> Verdict:
    """Grade what was typed, and add the note of the rejected form it equals, if any.

    Code and formulas count as they are typed, words in any form that the grader takes for the same.
    """
    if any(is_as_typed(typed, form) for form in gap.as_typed):
        return Verdict(Outcome.RIGHT, Fraction(1))
    rejected = {option: option.content.plain for option in gap.rejected}
    verdict = grade_typed(typed, gap.words, rejected.values(), known, strict)
    notes = tuple(
        (option.text, option.note.source) for option, form in rejected.items() if option.note and counts_as(typed, form)
    )
    return replace(verdict, notes=notes)
