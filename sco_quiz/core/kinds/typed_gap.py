"""Grade what was typed for a gap."""

from collections.abc import Iterable
from fractions import Fraction

from sco_quiz.core.interaction import TextGap
from sco_quiz.core.typed import Vocabulary, counts_as, grade_typed, is_as_typed
from sco_quiz.core.verdict import Outcome, Verdict, by_credit


def grade_gap(typed: str, gap: TextGap, known: Vocabulary, strict: Iterable[str] = ()) -> Verdict:
    """Grade what was typed, and add the note of the rejected form it equals, if any.

    Code and formulas count as they are typed, words in any form that the grader takes for the same. A form that is
    partly right wins over everything that forgives, as a rejected one does.
    """
    if any(is_as_typed(typed, form) for form in gap.as_typed):
        return Verdict(Outcome.RIGHT, Fraction(1))
    rejected = {option: option.content.plain for option in gap.rejected}
    others = (*rejected.values(), *(option.content.plain for option in gap.partial))
    verdict = grade_typed(typed, gap.words, others, known, strict)
    if not verdict.counts_as_right and (partly := _grade_partial(typed, gap, known, strict)):
        return partly
    notes = tuple(
        (option.text, option.note.source) for option, form in rejected.items() if option.note and counts_as(typed, form)
    )
    return verdict._replace(notes=notes)


def _grade_partial(typed: str, gap: TextGap, known: Vocabulary, strict: Iterable[str]) -> Verdict | None:
    """Return the verdict of the partly right form that was typed, if any."""
    for option in gap.partial:
        others = tuple(other for other in gap.partial if other is not option)
        verdict = grade_gap(typed, TextGap((option.content,), (*gap.rejected, *others)), known, strict)
        if option.partial and verdict.counts_as_right:
            return by_credit(option.partial.share)._replace(difference=verdict.difference)
    return None
