"""Read questions of QTI 1.2 whose answers are typed, also in gaps."""

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from sco_quiz.formats.exchange.item import (
    Answer,
    Body,
    ChoiceBody,
    GapsBody,
    NumberBody,
    RichText,
    TextBody,
    marker,
)
from sco_quiz.formats.exchange.reasons import QuestionError, refuse_many
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.qti import kinds
from sco_quiz.formats.qti.choices import labels_of, single_choice
from sco_quiz.formats.qti.material import Piece, pieces
from sco_quiz.formats.qti.numbers import number_answers
from sco_quiz.formats.qti.question import Question12

Gap = ChoiceBody | TextBody | NumberBody
_NUMBERS = ("decimal", "integer", "scientific")
_CHOSEN = ("dropdown", "wordbank")
_PATTERNS = ("TextRegex", "TextContainsAnswer")
_NOT_EQUAL = ("varsubset", "varsubstring", "varinside")


def typed_question(question: Question12) -> tuple[RichText, Body]:
    """Return the prompt and what is typed."""
    prompt, first = question.prompt, question.responses[0]
    if _is_number(question, first):
        return prompt, NumberBody(number_answers(question))
    if has_named_gaps(question):
        return named_gaps(question)
    parts = list(pieces(question.presentation))
    last = max(index for index, part in enumerate(parts) if part.response is not None)
    if len(question.responses) == 1 and not any(part.text.strip(" .\n") for part in parts[last + 1 :]):
        return prompt, text_body(question, first.attributes.get("ident", ""))
    return _gaps_in_flow(question, parts)


def _is_number(question: Question12, response: Element) -> bool:
    fields = {found.attributes.get("fibtype", "").casefold() for found in response.elements("render_fib")}
    numeric = response.name == "response_num" or not fields.isdisjoint(_NUMBERS)
    return len(question.responses) == 1 and (question.kind in kinds.NUMBERS or numeric)


def text_body(question: Question12, name: str) -> TextBody:
    """Return what a response accepts, by its name."""
    tests = [test for rule in question.scoring.giving for test in rule.positive if test.response == name]
    if other := next((test for test in tests if test.relation in _NOT_EQUAL), None):
        raise QuestionError(
            "unsupported-kind", f"answers that contain `{other.value}` are right; here they must be equal"
        )
    accepted = dict.fromkeys(test.value for test in tests if test.value)
    wrong = (test for rule in question.scoring.rules for test in rule.positive if test.response == name)
    others = dict.fromkeys(test.value for test in wrong if test.value and test.value not in accepted)
    if not accepted:
        what = "nobody but a teacher can grade it" if not question.scoring.rules else "no answer gives points"
        raise QuestionError("no-right-answer", f"the file has no right answer: {what}")
    points = {text: question.scoring.points(name, text) for text in accepted}
    full = max(points.values())
    right = [_typed(question, name, text, points[text] / full if full > 0 else Fraction(1)) for text in accepted]
    reject = [_typed(question, name, text, Fraction(0)) for text in others]
    return TextBody((*right, *reject), case_sensitive=any(test.case for test in tests))


def _typed(question: Question12, name: str, text: str, fraction: Fraction) -> Answer:
    return Answer(question.texts.plain(text), fraction, question.feedback.on(name, text))


def has_named_gaps(question: Question12) -> bool:
    """Return whether the prompt has the name of each field in brackets."""
    source = question.prompt.source
    return bool(question.responses) and all(f"[{_name(response)}]" in source for response in question.responses)


def named_gaps(question: Question12) -> tuple[RichText, GapsBody]:
    """Return the prompt and its gaps; `[name]` is a gap, as Canvas and Blackboard write it."""
    prompt = question.prompt
    source, gaps = prompt.source, list[tuple[Gap, Fraction]]()
    for name, body in _named(question):
        place = next((each for each in (f"[{name}]", f"[{escape(name)}]") if each in source), "")
        if not place:
            raise QuestionError("unreadable-question", f"`[{name}]` is missing in the text, so the gap has no place")
        while place in source:  # Canvas shows a field at each place, with the same answers
            gaps.append((body, Fraction(1)))
            refuse_many("gaps", len(gaps))
            source = source.replace(place, marker(len(gaps)), 1)
    return RichText(source, prompt.form, prompt.files), GapsBody(tuple(gaps))


def _named(question: Question12) -> Iterator[tuple[str, Gap]]:
    """Yield each gap with its name; Respondus names gaps only where it says what is right."""
    for response in question.responses:
        yield _name(response), _gap(question, response)
    if not question.responses:
        tests = (test for rule in question.scoring.giving for test in rule.positive)
        for name in dict.fromkeys(test.response for test in tests):
            yield name.strip("[]"), text_body(question, name)


def _name(response: Element) -> str:
    return response.attributes.get("ident", "").removeprefix("response_")


def _gap(question: Question12, response: Element) -> Gap:
    """Return what a gap accepts: any option, unless the file says that learners see the options."""
    labels, name = labels_of(response), response.attributes.get("ident", "")
    if response.name != "response_lid":
        return text_body(question, name)
    shown = any(label.attributes.get("answer_type", "").casefold() in _CHOSEN for label in labels)
    if shown or question.kind not in kinds.OPEN_GAPS:
        return single_choice(question, response)
    if any(label.attributes.get("scoring_algorithm") in _PATTERNS for label in labels):
        raise QuestionError("unsupported-kind", "answers that match a pattern are right; here they must be equal")
    answers = (
        Answer(question.texts.of(label), Fraction(1), question.feedback.on(name, label.attributes.get("ident", "")))
        for label in labels
    )
    return TextBody(tuple(answers))


def _gaps_in_flow(question: Question12, parts: list[Piece]) -> tuple[RichText, GapsBody]:
    """Return the prompt and its gaps: each field is one."""
    texts = question.texts.join(_with_markers(parts))
    bodies = (text_body(question, each.attributes.get("ident", "")) for each in question.responses)
    return texts, GapsBody(tuple((body, Fraction(1)) for body in bodies))


def _with_markers(parts: list[Piece]) -> Iterator[Piece]:
    number = 0
    for part in parts:
        number += part.response is not None
        yield part if part.response is None else Piece(marker(number))
