"""What rules read off a question and off a bank, each computed once."""

import re
from functools import cached_property

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion, MultipleChoice, SingleChoice
from sco_quiz.core.text import fold, stem
from sco_quiz.lint.stop_words import subject_words
from sco_quiz.lint.trace import Ground, ground_of

_SENTENCE = re.compile(r"[^.!?]+[.!?]*[\"”’)]*")


class Facts:
    """One question of a bank, and what rules read off it."""

    def __init__(self, bank: Bank, question: AnyQuestion) -> None:
        self.bank = bank
        self.question = question

    @cached_property
    def ground(self) -> Ground | None:
        """The cited paragraphs; None when there is nothing to trace to."""
        return ground_of(self.bank, self.question)

    @property
    def is_choice(self) -> bool:
        """Whether options are shown of which one or several are right (single_choice, multiple_choice)."""
        return isinstance(self.question, SingleChoice | MultipleChoice)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The right options of a choice; empty for other kinds."""
        return self.question.key if self.is_choice else ()

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """The wrong options of a choice; empty for other kinds."""
        if isinstance(self.question, SingleChoice | MultipleChoice):
            return tuple(option.text for option in self.question.distractors)
        return ()

    @cached_property
    def options(self) -> tuple[str, ...]:
        """All options of a choice, the right ones first."""
        return self.keys + self.wrong

    @cached_property
    def lead_in(self) -> str:
        """The last sentence of the stem with a question mark; else its last sentence."""
        sentences: list[str] = [part.strip() for part in _SENTENCE.findall(self.question.stem)]
        asking: list[str] = [sentence for sentence in sentences if "?" in sentence]
        return (asking or sentences or [""])[-1]

    @cached_property
    def folded_stem(self) -> str:
        """The stem with case, accents, quotes and spacing folded."""
        return fold(self.question.stem)

    @cached_property
    def subject(self) -> frozenset[str]:
        """The content words of the stem, without plural endings."""
        return subject_of(self.question.stem)


def subject_of(text: str) -> frozenset[str]:
    """The content words of a text, without plural endings."""
    return frozenset(map(stem, subject_words(text)))


class BankFacts:
    """A bank, and the facts of its questions that are still asked, in study order."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.questions = tuple(Facts(bank, question) for question in bank.questions if question.status == "active")
