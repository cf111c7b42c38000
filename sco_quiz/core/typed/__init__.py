"""How typed answers are judged: words, numbers, typos. What only an answer needs is imported with the first one."""

import re
from collections.abc import Iterable, Sequence

from sco_quiz.core.content import Content
from sco_quiz.core.typed.vocabulary import NO_WORDS, Vocabulary, vocabulary_of
from sco_quiz.core.verdict import Verdict

# nothing in it has another spelling before anything is forgiven, as & and - have
_PLAIN = re.compile(r"(?:[a-z0-9 ',.]|(?<=[a-z])-(?=[a-z]))*", re.IGNORECASE | re.ASCII)

__all__ = ["NO_WORDS", "Vocabulary", "counts_as", "grade_typed", "is_as_typed", "same_form", "vocabulary_of"]


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


def is_as_typed(typed: str, form: Content) -> bool:
    """Whether code or a formula was typed as it is written, with or without the marks around it."""
    from sco_quiz.core.typed import notation

    return notation.is_as_typed(typed, form)


def same_form(left: str, right: str) -> bool:
    """Whether two forms are the same as written, before anything is forgiven but case and how symbols are typed."""
    # loading a bank compares all that are rejected: most differ without asking the judge
    if all(map(_PLAIN.fullmatch, (left, right))) and _letters(left) != _letters(right):
        return False
    from sco_quiz.core.typed import signs

    return signs.same_form(left, right)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
