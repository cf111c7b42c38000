"""Running the rules over a bank."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.lint.rule import Finding, Rule
from sco_quiz.lint.rules import RULES

PlaceOf = Callable[[str, KeyPath], Place]

TRACE_RULES = ("answer-not-in-source", "name-not-in-source", "number-not-in-source", "prompt-off-source")


def findings_of(bank: Bank, question: AnyQuestion, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find in one question, whatever it allows."""
    for rule in rules:
        for finding in rule.check(bank, question):
            yield rule, finding


def lint(bank: Bank, place_of: PlaceOf, rules: Iterable[Rule] | None = None) -> list[Problem]:
    """Run rules (default: all) over a bank; what a question allows is silent, and an allowance must be of use."""
    chosen = tuple(RULES.values() if rules is None else rules)
    return [problem for question in bank.questions for problem in _lint_question(bank, question, chosen, place_of)]


def _lint_question(bank: Bank, question: AnyQuestion, rules: tuple[Rule, ...], place_of: PlaceOf) -> Iterator[Problem]:
    fired = set()
    for rule, finding in findings_of(bank, question, rules):
        fired.add(rule.name)
        if rule.name not in question.allow:
            place = place_of(question.id, finding.path)
            yield Problem(rule.name, finding.message, place, finding.hint, rule.severity, question.id)
    for name in question.allow:
        if name not in RULES:
            close = get_close_matches(name, RULES, 1)
            hint = f"did you mean `{close[0]}`?" if close else ""
            message = f"`{name}` is not a rule"
            yield Problem("unknown-rule", message, place_of(question.id, ("allow", name)), hint,
                          Severity.WARNING, question.id)  # fmt: skip
        elif name not in fired and name in {rule.name for rule in rules}:
            message = f"`{name}` is allowed but finds nothing here"
            yield Problem("unused-allow", message, place_of(question.id, ("allow", name)), "remove it",
                          Severity.WARNING, question.id)  # fmt: skip


def traced(bank: Bank, question: AnyQuestion) -> bool:
    """Whether a question can be traced to the paragraphs it cites, apart from what it allows with a reason."""
    rules = [RULES[name] for name in TRACE_RULES if name not in question.allow]
    return not any(findings_of(bank, question, rules))
