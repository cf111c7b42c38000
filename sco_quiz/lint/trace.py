"""Tracing a question to the paragraphs it cites: which numbers, names and key words occur there.

A trace proves that a citation is on topic and that the key can be located, never that the key is right.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.source import word_hash
from sco_quiz.core.text import words
from sco_quiz.lint.word_lists import phrases, subject_words

_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\n;]\s*|^[\"“(])(?=\S)")
_POSSESSIVE = re.compile(r"['’]s?$")
_CAPITAL = re.compile(r"(?<!\w)(?<!\w['’-])[^\W\d_a-z][\w'’-]*")  # among them a few small ones such as é


@dataclass(frozen=True, slots=True)
class CitedText:
    """The hashes of the cited paragraphs, and of the context that any prompt may use."""

    cited: frozenset[str]
    context: frozenset[str]

    def holds(self, word: str) -> bool:
        """Whether the word occurs in a cited paragraph, or is understood there."""
        return word_hash(word) in self.cited

    def allows(self, word: str) -> bool:
        """Whether the word occurs there or belongs to the context."""
        return self.holds(word) or word_hash(word) in self.context


def cited_text(bank: Bank, question: AnyQuestion) -> CitedText | None:
    """What a question stands on; None when the bank has no source record or the question cites nothing in it."""
    if bank.source is None:
        return None
    paragraphs = [found for number in question.source if (found := bank.source.paragraph(number))]
    if not paragraphs:
        return None
    cited = frozenset[str]().union(*(paragraph.hashes for paragraph in paragraphs))
    return CitedText(cited, bank.source.context_hashes)


def numbers_in(texts: Iterable[str]) -> list[str]:
    """The numbers of some texts, number words included, each once; "one" and "first" are too common to count."""
    return list(
        dict.fromkeys(
            word
            for text in texts
            for word in words(text)
            if word[0].isdigit() and (word != "1" or re.search(r"(?<![\d.])1(?![\d.])", text))
        )
    )


def names_in(texts: Iterable[str]) -> dict[str, str]:
    """The words that are capitalised where no sentence starts: folded, and as they are written."""
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
    """How to tell the trace about a word that the paragraph only refers to."""
    return (
        f"if the paragraph means it, add {word} to its `understood` in source.yaml; if every prompt may, to `context`"
    )


def share_found(text: str, ground: CitedText) -> float:
    """The share of the content words of a text that occur in the cited paragraphs; 1 when it has none."""
    content = list(dict.fromkeys(subject_words(text)))
    return sum(map(ground.holds, content)) / len(content) if content else 1.0


def count_found(text: str, ground: CitedText) -> int:
    """How many different content words of a text occur in the cited paragraphs."""
    return sum(map(ground.holds, dict.fromkeys(subject_words(text))))
