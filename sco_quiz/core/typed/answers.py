"""Grading of typed answers: one pipeline for the quiz, the rules, and (twice written) the cards."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from sco_quiz.core.typed.closeness import DIFFERENT, Closeness, Comparison, Key, near
from sco_quiz.core.typed.dates import compare_dates
from sco_quiz.core.typed.differences import describe_letters
from sco_quiz.core.typed.durations import compare_durations
from sco_quiz.core.typed.forms import compare_forms
from sco_quiz.core.typed.numbers import compare_numbers
from sco_quiz.core.typed.signs import as_typed, missing_signs, same_letters, same_text
from sco_quiz.core.typed.strictness import breaks, extra_accent
from sco_quiz.core.typed.symbols import spelled
from sco_quiz.core.typed.typos import compare_typos
from sco_quiz.core.typed.vocabulary import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Outcome, Verdict, almost

Step = Callable[[str, str, Key], Comparison | None]


def _of_spelled(step: Step) -> Step:
    """Return a step that compares the strings with the names of their symbols."""
    return lambda typed, form, key: step(spelled(typed), spelled(form), key)


# the longest string, in characters, that may differ in more than case and accents
MAX_FORGIVEN = 10_000

# the first step that is sure decides; each forgives more than the one before it
FORMAL: tuple[Step, ...] = (as_typed, same_letters)
VALUES: tuple[Step, ...] = (compare_dates, compare_durations, compare_numbers)
FORMS: tuple[Step, ...] = (*FORMAL, same_text, *VALUES, missing_signs, _of_spelled(compare_forms))
STEPS: tuple[Step, ...] = (*FORMS, _of_spelled(compare_typos))


def grade_typed(
    typed: str,
    accepted: Sequence[str],
    rejected: Iterable[str] = (),
    known: Vocabulary = NO_WORDS,
    strict: Iterable[str] = (),
) -> Verdict:
    """Grade typed words against the accepted forms; the first of the nearest ones counts.

    A rejected form is wrong and cannot be claimed. It wins over everything that forgives, but not over an accepted
    form that was typed as it is written.
    """
    key = Key(tuple(accepted), tuple(rejected), known, frozenset(strict))
    if not typed.strip():
        return Verdict(Outcome.WRONG, Fraction(0))
    if _is_one_of(typed, key.accepted, key, FORMAL):
        return Verdict(Outcome.RIGHT, Fraction(1))
    if _is_one_of(typed, key.rejected, key):
        return Verdict(Outcome.WRONG, Fraction(0))
    found = ((compare(typed, form, key), form) for form in key.accepted)
    best, form = max(found, key=lambda pair: pair[0].closeness, default=(DIFFERENT, ""))
    match best.closeness:
        case Closeness.SAME:
            return Verdict(Outcome.RIGHT, Fraction(1))
        case Closeness.NEAR:
            return almost(form, best.difference)
        case Closeness.DIFFERENT:
            return Verdict(Outcome.WRONG, Fraction(0), claimable=True)


def compare(typed: str, form: str, key: Key, steps: Iterable[Step] = STEPS) -> Comparison:
    """Compare a typed text with one form: the first step that returns a comparison decides, but for what is strict."""
    # what forgives takes longer for each word: nobody types that many
    bounded = steps if max(len(typed), len(form)) <= MAX_FORGIVEN else FORMAL
    decided = (step(typed, form, key) for step in bounded)
    found = next((each for each in decided if each), DIFFERENT)
    is_near = found.closeness is Closeness.NEAR
    if found is DIFFERENT or (key.strict and breaks(typed, form, key.strict, almost=is_near)):
        return DIFFERENT
    if found.closeness is Closeness.SAME and (accent := extra_accent(typed, form)):
        return near(describe_letters(*accent, form, "accent"))
    return found


def accepts(accepted: Sequence[str], typed: str) -> bool:
    """Whether the grader takes what was typed for one of the accepted forms, without looking for typos."""
    return _is_one_of(typed, accepted, Key(tuple(accepted)))


def counts_as(typed: str, form: str) -> bool:
    """Whether the grader takes what was typed for a form."""
    return _is_one_of(typed, (form,), Key((form,)))


def _is_one_of(typed: str, forms: Iterable[str], key: Key, steps: Iterable[Step] = FORMS) -> bool:
    return any(compare(typed, form, key, steps).closeness is Closeness.SAME for form in forms)
