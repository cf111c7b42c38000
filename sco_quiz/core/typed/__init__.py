"""How typed answers are judged: words, numbers, typos. What only an answer needs is imported with the first one."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import normalize

from sco_quiz.core.content import Content
from sco_quiz.core.typed.vocabulary import NO_WORDS, Vocabulary, vocabulary_of, words_of
from sco_quiz.core.verdict import Verdict

# nothing in it has another spelling before anything is forgiven, but for accents, "and", and vowels as in ü and ue
_PLAIN = re.compile(r"(?:[a-z\u00c0-\u017f0-9 ',.]|(?<=[a-z])-(?=[a-z])|(?<!&)&(?!&))*", re.IGNORECASE)

__all__ = [
    "NO_WORDS",
    "Vocabulary",
    "accepts",
    "counts_as",
    "grade_typed",
    "is_as_typed",
    "same_form",
    "vocabulary_of",
    "words_of",
]


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


def accepts(accepted: Sequence[str], typed: str) -> bool:
    """Whether the grader takes what was typed for one of the accepted forms, without looking for typos."""
    from sco_quiz.core.typed import answers

    return answers.accepts(accepted, typed)


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
    if all(map(_PLAIN.fullmatch, (left, right))):
        outlines = _outline(left), _outline(right)
        if outlines[0] != outlines[1] and "".join(outlines).isascii():
            return False
    from sco_quiz.core.typed import signs

    return signs.same_form(left, right)


@lru_cache(maxsize=1024)  # each accepted form is compared with each rejected one
def _outline(text: str) -> str:
    """Return the consonants and digits, without accents."""
    folded = normalize("NFKD", text.lower().replace("&", "and"))
    return "".join(each for each in folded if each.isalnum() and each not in "aeiou")
