"""The source trace: which numbers, names and key words of a question occur in the paragraphs it cites.

A trace shows that a citation is on topic and contains the answer, never that the answer is right.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.source import word_hash
from sco_quiz.core.text import words
from sco_quiz.lint.word_lists import phrases, subject_words

# after a period, colon, semicolon, line break or opening quotation mark a capital does not make a name
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\n;]\s*|^[\"“(])(?=\S)")
_POSSESSIVE = re.compile(r"['’]s?$")
_CAPITAL = re.compile(r"(?<!\w)(?<!\w['’-])[^\W\d_a-z][\w'’-]*")  # among them a few small ones such as é


@dataclass(frozen=True, slots=True)
class CitedText:
    """The hashes of the cited paragraphs, and of the context that any prompt may use."""

    cited: frozenset[str]
    context: frozenset[str]

    def contains(self, word: str) -> bool:
        """Return whether the word occurs in a cited paragraph, or is in its `understood` field."""
        return word_hash(word) in self.cited

    def allows(self, word: str) -> bool:
        """Return whether the word occurs there or in the context."""
        return self.contains(word) or word_hash(word) in self.context


def cited_text(bank: Bank, question: AnyQuestion) -> CitedText | None:
    """Return the hashes of the cited paragraphs; None without a source record or a citation."""
    if bank.source is None:
        return None
    paragraphs = [found for number in question.source if (found := bank.source.paragraph(number))]
    if not paragraphs:
        return None
    cited = frozenset[str]().union(*(paragraph.hashes for paragraph in paragraphs))
    return CitedText(cited, bank.source.context_hashes)


def numbers_in(texts: Iterable[str]) -> list[str]:
    """Return the numbers of strings, number words included, each once; "one" and "first" are too common to count."""
    return list(
        dict.fromkeys(
            word
            for text in texts
            for word in words(text)
            if word[0].isdigit() and (word != "1" or re.search(r"(?<![\d.])1(?![\d.])", text))
        )
    )


def names_in(texts: Iterable[str]) -> dict[str, str]:
    """Return the capitalized words that do not start a sentence: folded, and as written."""
    found: dict[str, str] = {}
    for text in texts:
        starts = {match.end() for match in _SENTENCE_START.finditer(text)}
        for match in _CAPITAL.finditer(text):
            if match[0][0].isupper() and match.start() not in starts:
                parts = [word for word in words(match[0]) if word not in phrases("stop")]
                for part in parts:
                    found.setdefault(part, _POSSESSIVE.sub("", match[0]) if len(parts) == 1 else part.title())
    return found


def understood_hint(word: str) -> str:
    """Return the hint for a word that the paragraph means but does not contain."""
    return f"if the paragraph means it, add {word} to its `understood` in source.yaml, or to `context` for all prompts"


def share_found(text: str, cited: CitedText) -> float:
    """Return the share of the content words that occur in the cited paragraphs; 1 without content words."""
    content = list(dict.fromkeys(subject_words(text)))
    return sum(map(cited.contains, content)) / len(content) if content else 1.0


def count_found(text: str, cited: CitedText) -> int:
    """Return how many different content words occur in the cited paragraphs."""
    return sum(map(cited.contains, dict.fromkeys(subject_words(text))))
