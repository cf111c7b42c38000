"""Check a bank with the rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.suggest import suggest
from sco_quiz.lint.bank_facts import BankFacts, mentions_of
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.features import features_of
from sco_quiz.lint.remembered import Found, Recall, find_now
from sco_quiz.lint.rule import Finding, Rule
from sco_quiz.lint.rules import RULES

# the place of a key path in a question, or of words in its value; the empty id means bank.yaml
PlaceOf = Callable[[str, KeyPath, str], Place]

TRACE_RULES = ("answer-not-in-source", "name-not-in-source", "number-not-in-source", "prompt-off-source")
"""The rules for retired questions, too: they stay in the decks of students, and so does what they state."""


def lint(
    bank: Bank,
    place_of: PlaceOf,
    rules: Iterable[Rule] | None = None,
    complete: bool = True,
    today: date | None = None,
    recall: Recall = find_now,
) -> list[Problem]:
    """Return the findings of rules (default: all) that the bank does not allow, and its unused allowances.

    If some questions could not be read (`complete` is false), allowances count as used. Without `today` no question
    is overdue. `recall` may know what the rules for single questions find.
    """
    chosen = tuple(RULES.values() if rules is None else rules)
    facts = BankFacts(bank, today)
    allowed = {question.id: question.allow for question in bank.questions} | {"": bank.allow}
    found = [(rule, one) for rule, findings in _findings(chosen, facts, recall) for one in findings]
    fired = {(one.question, rule.name) for rule, one in found}
    kept = [(rule, one) for rule, one in found if rule.name not in allowed[one.question]]
    # question by question: files are divided into lines one after the other, and once
    order = {question: number for number, question in enumerate(allowed)}
    by_question = sorted(kept, key=lambda pair: order[pair[1].question])
    problems = [_problem(rule, one, place_of) for rule, one in by_question]
    # an allowance may be for a question that could not be read
    names = {rule.name for rule in chosen if complete}
    for question in ("", *(facts.question.id for facts in facts.questions)):
        silent = {name for name in allowed[question] if name in names and (question, name) not in fired}
        problems += _allowances(question, allowed[question], silent, place_of)
    return problems


def _problem(rule: Rule, found: Finding, place_of: PlaceOf) -> Problem:
    place = place_of(found.question, found.path, found.part)
    severity = found.severity or rule.severity
    return Problem(rule.name, found.message, place, found.hint, severity, found.question, path=found.path)


def _findings(rules: Sequence[Rule], facts: BankFacts, recall: Recall) -> Iterator[tuple[Rule, list[Finding]]]:
    """Yield what each rule finds, with the ids of the questions."""
    found: dict[str, list[Finding]] = {rule.name: [] for rule in rules}
    if any(rule.check for rule in rules):
        items = facts.questions + facts.retired
        each = recall(items, lambda questions: _found_in(questions, rules))
        for item, one in zip(items, each, strict=True):
            for name, finding in one.findings:
                found[name].append(replace(finding, question=item.question.id))
        facts = facts.knowing([one.features for one in each[: len(facts.questions)]])
    for rule in rules:
        if rule.check_bank:
            found[rule.name] += rule.check_bank(facts)
        yield rule, found[rule.name]


def _found_in(questions: Sequence[Facts], rules: Sequence[Rule]) -> Sequence[Found]:
    """Return what the rules for single questions find in each of some questions, and what those for banks read."""
    found: list[Found] = []
    for block in _blocks(range(len(questions))):
        # what else is read in each is not kept: it would be most of the memory of a check
        items = [questions[at].afresh() for at in block]
        findings: list[list[tuple[str, Finding]]] = [[] for _ in items]
        places = list(zip(findings, items, strict=True))
        active = [(own, item) for own, item in places if item.question.status == "active"]
        for rule in rules:
            if rule.check:
                for own, item in places if rule.name in TRACE_RULES else active:
                    own += [(rule.name, one) for one in rule.check(item)]
        found += [Found(features_of(item), tuple(own)) for own, item in zip(findings, items, strict=True)]
    return found


def _blocks(places: range, size: int = 200) -> Iterator[range]:
    """Yield the places of some questions at a time: their words, which several rules read, stay in caches."""
    return (places[start : start + size] for start in range(0, len(places), size))


def _allowances(question: str, allow: Mapping[str, str], silent: set[str], place_of: PlaceOf) -> Iterator[Problem]:
    """Yield problems for allowances of unknown rules, and of rules that find nothing there."""
    for name in allow:
        if name not in RULES:
            kind, message, hint = "unknown-rule", f"`{name}` is not a rule", suggest(name, RULES)
        elif name in silent:
            kind, message, hint = "unused-allow", f"`{name}` is allowed but finds nothing here", "remove it"
        else:
            continue
        path: KeyPath = ("allow", name)
        yield Problem(kind, message, place_of(question, path, ""), hint, Severity.WARNING, question, path=path)


def traced(bank: Bank, question: AnyQuestion) -> bool:
    """Return whether the cited paragraphs support a question, apart from what it allows with a reason."""
    facts = Facts(question, mentions_of(bank))
    checks = [RULES[name].check for name in TRACE_RULES if name not in question.allow]
    return not any(found for check in checks if check for found in check(facts))
