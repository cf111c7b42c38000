"""Sort the feedback of a question of QTI 1.2: in general, for an answer, and for right or wrong answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from sco_quiz.formats.exchange.item import (
    NO_TEXT,
    Body,
    ChoiceBody,
    GapsBody,
    MatchBody,
    NumberBody,
    OrderBody,
    RichText,
    TextBody,
    TruthBody,
)
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.qti.material import Texts
from sco_quiz.formats.qti.scoring import Scoring

_RESULT = ("correct_fb", "general_incorrect_fb", "incorrect_fb", "correct", "incorrect")


@dataclass(frozen=True, slots=True)
class Feedback:
    """`general` is always shown; `shared` is shown for any right or any wrong answer, by its name."""

    general: RichText
    shared: Mapping[str, RichText]
    hints: tuple[RichText, ...]
    _by_name: Mapping[str, RichText]
    _scoring: Scoring

    @classmethod
    def of(cls, item: Element, texts: Texts, scoring: Scoring) -> "Feedback":
        """Return the feedback of an item."""
        found, hints = {}, []
        for element in item.elements("itemfeedback"):
            hints += [text for each in element.walk() if each.name == "hint" and (text := texts.of(each))]
            rest = [child for child in element.elements() if child.name != "hint"]
            if text := texts.of(*rest):
                found[element.attributes.get("ident", "")] = text
        general = [text for name, text in found.items() if _is_general(name, scoring)]
        others = {name: text for name, text in found.items() if not _is_general(name, scoring)}
        shared = {name: text for name, text in others.items() if _is_shared(name, scoring)}
        own = {name: text for name, text in others.items() if name not in shared}
        return cls(general[0] if general else NO_TEXT, shared, tuple(hints), own, scoring)

    def on(self, response: str, value: str) -> RichText:
        """Return the feedback on one value of a response."""
        names = self._scoring.feedback(response, value)
        return next((self._by_name[name] for name in names if name in self._by_name), NO_TEXT)

    def unused(self, body: Body) -> bool:
        """Return whether there is feedback on an answer that no answer of the body has."""
        used = {text.source for text in _shown(body)}
        return any(text.source not in used for text in self._by_name.values())


def _shown(body: Body) -> Iterator[RichText]:
    match body:
        case ChoiceBody(answers) | TextBody(answers) | NumberBody(answers):
            yield from (answer.feedback for answer in answers)
        case TruthBody(feedback=texts):
            yield from texts
        case GapsBody(gaps):
            for gap, _ in gaps:
                yield from _shown(gap)
        case MatchBody() | OrderBody():
            return
        case _:
            assert_never(body)


def _is_general(name: str, scoring: Scoring) -> bool:
    """Whether feedback is always shown: by the names of Canvas and Respondus, or in each rule."""
    in_each = len(scoring.showing(name)) == len(scoring.rules) > 1
    return name == "general_fb" or name.endswith("_ALL") or in_each


def _is_shared(name: str, scoring: Scoring) -> bool:
    """Whether feedback is shown for any right answer, or any wrong one."""
    rules = scoring.showing(name)
    single = len(rules) == 1 and len(rules[0].positive) == 1
    return name in _RESULT or name.endswith(("_C", "_IC")) or not single
