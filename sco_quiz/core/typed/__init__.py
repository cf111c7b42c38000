"""How typed answers are judged: words, numbers, typos."""

from sco_quiz.core.typed.answers import grade_typed, same_form, written_alike
from sco_quiz.core.typed.vocabulary import NO_WORDS, Vocabulary, vocabulary_of

__all__ = ["NO_WORDS", "Vocabulary", "grade_typed", "same_form", "vocabulary_of", "written_alike"]
