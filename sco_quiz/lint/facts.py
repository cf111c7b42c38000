"""What rules read off a question and off a bank, each computed once."""

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion, MultipleChoice, SingleChoice
from sco_quiz.core.kinds.field_types import OptionNote
from sco_quiz.core.kinds.refusals import entries
from sco_quiz.core.place import KeyPath
from sco_quiz.core.text import fold, stem, words
from sco_quiz.lint.trace import CitedText, cited_text
from sco_quiz.lint.word_lists import subject_words

Result = TypeVar("Result")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*[\"”’)]*")


class Facts:
    """One question of a bank, and what rules read off it."""

    def __init__(self, bank: Bank, question: AnyQuestion) -> None:
        self.bank = bank
        self.question = question

    @cached_property
    def cited(self) -> CitedText | None:
        """The cited paragraphs; None when there is nothing to trace to."""
        return cited_text(self.bank, self.question)

    @property
    def is_choice(self) -> bool:
        """Whether options are shown of which one or several are right (single_choice, multiple_choice)."""
        return isinstance(self.question, SingleChoice | MultipleChoice)

    @cached_property
    def placed(self) -> tuple[tuple[KeyPath, str], ...]:
        """Each option of a choice with its key path, the right ones first."""
        if isinstance(self.question, SingleChoice):
            right: list[tuple[KeyPath, str]] = [(("answer",), self.question.answer)]
        elif isinstance(self.question, MultipleChoice):
            right = entries("answers", self.question.answers)
        else:
            return ()
        return (*right, *entries("distractors", self.question.distractors))

    @cached_property
    def notes(self) -> tuple[tuple[KeyPath, OptionNote], ...]:
        """Each wrong option or rejected answer with its key path and note."""
        fields = ((name, getattr(self.question, name, ())) for name in ("distractors", "reject"))
        return tuple(((name, index), option) for name, options in fields for index, option in enumerate(options))

    @cached_property
    def sequences(self) -> tuple[tuple[str, ...], ...]:
        """The words of each option of a choice, in the order of `placed`."""
        return tuple(words(text) for text in self.options)

    @property
    def key_path(self) -> KeyPath:
        """Where the key is written; in the prompt of a cloze and of a statement to be judged."""
        fields = {"multiple_choice": "answers", "matching": "pairs", "ordering": "items"}
        in_prompt = self.question.type in ("cloze", "true_false")
        return ("prompt",) if in_prompt else (fields.get(self.question.type, "answer"),)

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
    def folded(self) -> tuple[tuple[KeyPath, str, str], ...]:
        """Each option of a choice with its key path, as it is written and folded."""
        return tuple((path, text, fold(text)) for path, text in self.placed)

    @cached_property
    def lead_in(self) -> str:
        """The last sentence of the stem with a question mark; else its last sentence."""
        sentences: list[str] = [part.strip() for part in _SENTENCE.findall(self.question.stem.plain)]
        asking: list[str] = [sentence for sentence in sentences if "?" in sentence]
        return (asking or sentences or [""])[-1]

    @cached_property
    def folded_stem(self) -> str:
        """The stem with case, accents, quotes and spacing folded."""
        return fold(self.question.stem.plain)

    @cached_property
    def spaced_stem(self) -> str:
        """The words of the stem between blanks, so that whole words can be looked for."""
        return f" {' '.join(words(self.question.stem.plain))} "

    @cached_property
    def subject(self) -> frozenset[str]:
        """The content words of the stem, without plural endings."""
        return subject_of(self.question.stem.plain)


def subject_of(text: str) -> frozenset[str]:
    """The content words of a text, without plural endings."""
    return frozenset(map(stem, subject_words(text)))


class BankFacts:
    """A bank, and the facts of its questions that are still asked, in study order; `today` is for what has a date."""

    def __init__(self, bank: Bank, today: date | None = None) -> None:
        self.bank = bank
        self.today = today
        self.questions = tuple(Facts(bank, question) for question in bank.questions if question.status == "active")
        self._kept: dict[str, Any] = {}

    def once(self, name: str, work: Callable[[], Result]) -> Result:
        """The result of some work on the whole bank, which several rules need and one does."""
        if name not in self._kept:
            self._kept[name] = work()
        result: Result = self._kept[name]
        return result
