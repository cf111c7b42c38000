"""How typed answers are judged: words, numbers, typos. What only an answer needs is imported with the first one."""

from collections.abc import Iterable, Sequence

from sco_quiz.core.typed.vocabulary import NO_WORDS, Vocabulary, vocabulary_of
from sco_quiz.core.verdict import Verdict

__all__ = ["NO_WORDS", "Vocabulary", "counts_as", "grade_typed", "same_form", "vocabulary_of"]


def grade_typed(
    typed: str,
    accepted: Sequence[str],
    rejected: Iterable[str] = (),
    known: Vocabulary = NO_WORDS,
    strict: Iterable[str] = (),
) -> Verdict:
    """Grade typed words against the accepted forms: see `answers.grade_typed`."""
    from sco_quiz.core.typed import answers

    return answers.grade_typed(typed, accepted, rejected, known, strict)


def counts_as(typed: str, form: str) -> bool:
    """Whether the grader takes what was typed for a form."""
    from sco_quiz.core.typed import answers

    return answers.counts_as(typed, form)


def same_form(left: str, right: str) -> bool:
    """Whether two forms are the same as written, before anything is forgiven but case and how symbols are typed."""
    from sco_quiz.core.typed import signs

    return signs.same_form(left, right)
