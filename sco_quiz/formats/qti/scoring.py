"""Read the response processing of QTI 1.2: which responses give points, and which feedback they show."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from sco_quiz.formats.exchange.xml_tree import Element

_NUMBER = re.compile(r"[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})")
_RELATIONS = ("varequal", "vargte", "vargt", "varlte", "varlt", "varsubset", "varsubstring", "varinside")


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on one response; `negated` if it must not hold."""

    response: str
    value: str
    relation: str
    negated: bool
    attributes: dict[str, str]

    @property
    def case(self) -> bool:
        """Whether upper and lower case differ."""
        return self.attributes.get("case", "").casefold() == "yes"


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens when the tests hold: points are set or added, and feedback is shown."""

    tests: tuple[Test, ...]
    points: Fraction
    sets: bool
    feedback: tuple[str, ...]
    key: bool

    @property
    def positive(self) -> tuple[Test, ...]:
        """The tests that must hold."""
        return tuple(test for test in self.tests if not test.negated)


@dataclass(frozen=True)
class Scoring:
    """All rules of a question, in the order of the file; they are found by what they test, since both may be many."""

    rules: tuple[Rule, ...]

    @property
    def full(self) -> Fraction:
        """The most that one rule gives."""
        return max((rule.points for rule in self.rules), default=Fraction(0))

    @property
    def best(self) -> Rule | None:
        """The first rule that gives the most, or None."""
        return max(self.giving, key=lambda rule: rule.points, default=None)

    @cached_property
    def giving(self) -> tuple[Rule, ...]:
        """The rules that give points for a response, or else those that show the feedback on right answers."""
        tested = [rule for rule in self.rules if rule.positive]
        found = [rule for rule in tested if rule.points > 0]
        return tuple(found or [rule for rule in tested if rule.key])

    def points(self, response: str, value: str) -> Fraction:
        """Return what a value of a response gives, if the rules test it by itself."""
        rules = self._testing(response, value)
        given = max((rule.points for rule in rules if rule.sets), default=Fraction(0))
        return given + sum((rule.points for rule in rules if not rule.sets), Fraction(0))

    def key_of(self, response: str) -> str:
        """Return the value of a response that gives most points, or nothing."""
        return max(self._given.get(response, ()), key=lambda value: self.points(response, value), default="")

    def feedback(self, response: str, value: str) -> Iterator[str]:
        """Yield the names of the feedback that belongs to a value alone."""
        for rule in self._testing(response, value):
            if len(rule.tests) == 1:
                yield from rule.feedback

    def showing(self, feedback: str) -> list[Rule]:
        """Return the rules that show the feedback of a name."""
        return self._shown.get(feedback, [])

    def _testing(self, response: str, value: str) -> list[Rule]:
        """Return the rules that test a value of a response, in the order of the file."""
        # Blackboard names the option where others name the response
        numbers = {*self._tested.get((response, value), ()), *self._tested.get((value, ""), ())}
        return [self.rules[number] for number in sorted(numbers)]

    @cached_property
    def _tested(self) -> dict[tuple[str, str], list[int]]:
        """The numbers of the rules that test a response and value."""
        found: dict[tuple[str, str], list[int]] = {}
        for number, rule in enumerate(self.rules):
            for test in rule.positive:
                found.setdefault((test.response, test.value), []).append(number)
        return found

    @cached_property
    def _given(self) -> dict[str, dict[str, None]]:
        """The values of each response that give points, each once."""
        found: dict[str, dict[str, None]] = {}
        for rule in self.giving:
            for test in rule.positive:
                found.setdefault(test.response, {})[test.value] = None
        return found

    @cached_property
    def _shown(self) -> dict[str, list[Rule]]:
        """The rules that show the feedback of each name."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for name in dict.fromkeys(rule.feedback):
                found.setdefault(name, []).append(rule)
        return found


def read_scoring(item: Element) -> Scoring:
    """Return the rules of a question."""
    processing = item.elements("resprocessing")
    maximum = _maximum(processing)
    # some programs put rules into other elements
    conditions = (found for each in processing for found in each.walk() if found.name == "respcondition")
    return Scoring(tuple(_rule(condition, maximum) for condition in conditions))


def _maximum(processing: Iterable[Element]) -> Fraction:
    variables = (found for each in processing for found in each.walk() if found.name == "decvar")
    return max((_number(variable.attributes.get("maxvalue", "")) for variable in variables), default=Fraction(0))


def _rule(condition: Element, maximum: Fraction) -> Rule:
    found = list(condition.walk())
    points, sets = Fraction(0), False
    for change in (each for each in found if each.name == "setvar" and not _counts_errors(each)):
        text = change.text.strip()
        value = (maximum or Fraction(1)) if text.casefold().endswith(".max") else _number(text)
        action = change.attributes.get("action", "Set")
        points += -value if action == "Subtract" else value
        sets = sets or action == "Set"
    links = tuple(each.attributes.get("linkrefid", "") for each in found if each.name == "displayfeedback")
    tests = tuple(test for each in condition.elements("conditionvar") for test in _tests(each, negated=False))
    key = condition.attributes.get("correctanswer", "").casefold() == "yes" or any(map(_praises, links))
    return Rule(tests, points, sets, links, key)


def _counts_errors(change: Element) -> bool:
    """Return whether a variable counts wrong answers, as Respondus does beside the right ones."""
    return "incorrect" in change.attributes.get("varname", "").casefold()


def _praises(link: str) -> bool:
    """Return whether feedback is that on right answers: Blackboard and Respondus may give points nowhere else."""
    return link in ("correct", "correct_fb") or link.endswith(("_C", "_AC"))


def _tests(element: Element, *, negated: bool) -> Iterator[Test]:
    for child in element.elements():
        if child.name in _RELATIONS:
            response = child.attributes.get("respident", "")
            yield Test(response, child.text.strip(), child.name, negated, child.attributes)
        elif child.name in ("and", "or", "not"):
            yield from _tests(child, negated=negated ^ (child.name == "not"))


def _number(text: str) -> Fraction:
    found = _NUMBER.fullmatch(text.strip())
    return Fraction(found[0]) if found else Fraction(0)
