"""What rules read from a bank: the facts of its questions, and work that several rules share."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from datetime import date
from typing import Any, TypeVar

from sco_quiz.core.bank import Bank
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.features import Features, counting
from sco_quiz.lint.trace import Mentions

Result = TypeVar("Result")


def mentions_of(bank: Bank) -> Mentions | None:
    """Return where the article of a bank mentions each word; None without an article."""
    return Mentions(bank.source) if bank.source else None


def _facts_of(bank: Bank) -> Iterator[Facts]:
    settings: set[str] = set()
    mentions = mentions_of(bank)
    # active questions first: what a setting adds is reported at the first of those that have it
    for question in sorted(bank.questions, key=lambda each: each.status != "active"):
        yield Facts(question, mentions, question.setting in settings)
        settings.add(question.setting)


class BankFacts:
    """A bank, and the facts of its active questions, in study order, which rules for banks read; `retired` has those of
    the others. `today` is for rules about dates."""

    def __init__(self, bank: Bank, today: date | None = None) -> None:
        self.bank = bank
        self.today = today
        facts = tuple(_facts_of(bank))
        self.questions = tuple(item for item in facts if item.question.status == "active")
        self.retired = facts[len(self.questions) :]
        self._results: dict[str, Any] = {}

    def knowing(self, features: Sequence[Features]) -> "BankFacts":
        """Return the same bank with what was read in each question."""
        known = copy(self)
        known.bank = self.bank.remembering(counting(features, self.bank.derive))
        pairs = zip(self.questions, features, strict=True)
        known.questions = tuple(item.knowing(each._asdict()) for item, each in pairs)
        return known

    def once(self, name: str, work: Callable[[], Result]) -> Result:
        """Return the result of work on the whole bank that several rules share."""
        if name not in self._results:
            self._results[name] = work()
        result: Result = self._results[name]
        return result
