"""Rules and findings. A rule is a module with NAME, SEVERITY and a check; its docstring is its manual page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.facts import Facts


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw at a key path in a question; the engine adds the name of the rule and the line.

    A check of one question leaves `question` empty; in a check of the bank, empty means the bank itself.
    `severity` overrides the severity of the rule; `part` has the words to point at in the value, if not at all of it.
    """

    message: str
    path: KeyPath = ("prompt",)
    hint: str = ""
    question: str = ""
    severity: Severity | None = None
    part: str = ""


Check = Callable[[Facts], Iterator[Finding]]
BankCheck = Callable[[BankFacts], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check of each question or of the whole bank."""

    name: str
    severity: Severity
    page: str
    check: Check | None = None
    check_bank: BankCheck | None = None
