"""What a rule is: a module with NAME, SEVERITY and `check`; its docstring is its manual page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw of one question, found at a key path in it. The engine adds the rule's name and the line."""

    message: str
    path: KeyPath = ("prompt",)
    hint: str = ""


Check = Callable[[Bank, AnyQuestion], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check of one question in its bank."""

    name: str
    severity: Severity
    check: Check
    page: str
