"""The words and names that a typed answer may be, so that none of them is taken for a typo of another."""

from sco_quiz.core.typed.word_list import WordList
from sco_quiz.loading.files import read_known_words

KNOWN_WORDS = WordList(read_known_words)
"""Reads its file when it is first asked: most commands never judge a typo."""
