"""How typed answers are judged: words, numbers, typos."""

from sco_quiz.core.typed.answers import counts_as, grade_typed, same_form
from sco_quiz.core.typed.vocabulary import NO_WORDS, Vocabulary, vocabulary_of

__all__ = ["NO_WORDS", "Vocabulary", "counts_as", "grade_typed", "same_form", "vocabulary_of"]
