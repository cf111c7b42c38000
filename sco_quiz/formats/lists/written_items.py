"""Turn the questions of a test that `export paper` wrote into items."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.item import (
    Answer,
    Body,
    GapsBody,
    Item,
    MatchBody,
    NumberAnswer,
    NumberBody,
    OrderBody,
    Parsed,
    RichText,
    TextBody,
    TruthBody,
)
from sco_quiz.formats.exchange.numbers import parse_number
from sco_quiz.formats.exchange.reasons import QuestionError, named_problem
from sco_quiz.formats.lists.items import choice_of
from sco_quiz.formats.lists.listed import ListedOption
from sco_quiz.formats.lists.text import rich
from sco_quiz.formats.lists.words import FALSE, TRUE
from sco_quiz.formats.lists.written_test import KeyEntry, WrittenQuestion

_PLACE = re.compile(r"(\w+) (\w+)")
_NO_KEY = "write the test and its key into one file (`--key --one-file`), or mark the right options by ☒"


def parsed_test(questions: Sequence[WrittenQuestion]) -> Parsed:
    """Return the items of a test, and what of it is not read."""
    items: list[Item] = []
    problems: list[Problem] = []
    for question in questions:
        try:
            body = _body(question)
        except QuestionError as error:
            problems.append(named_problem(error.name, error.message, question.place, error.hint))
            continue
        key = question.key
        explanation = rich(key.explanation) if key else RichText()
        items.append(Item(question.place, rich(question.stem), body, feedback=explanation, setting=question.setting))
        for line in key.unread if key else ():
            message = f"this note of the key is not read: `{line.text.strip()}`"
            problems.append(named_problem("lost-field", message, line.place))
    return Parsed(tuple(items), tuple(problems))


def _body(question: WrittenQuestion) -> Body:
    key, marked = question.key, [at for at, option in enumerate(question.options) if option.label.marked]
    if marked and not question.rows:
        return choice_of(question.options, marked)
    if key is None or not key.answers:
        raise QuestionError("no-right-answer", "no right answer is named", _NO_KEY)
    if question.rows:
        return _matched(question.rows, question.options, _pairs(key))
    if question.options:
        return _ordered(question.options, pairs) if (pairs := _pairs(key)) else _chosen(question.options, key)
    if question.hints:
        return _gaps(question.hints, key)
    return _typed(key, question.unit)


def _pairs(key: KeyEntry) -> dict[str, str]:
    """Return the pairs in a key such as `1 C, 2 A`; nothing in another one."""
    found = [_PLACE.fullmatch(each) for each in ", ".join(key.answers).split(", ")]
    return {each[1]: each[2] for each in found if each} if all(found) else {}


def _chosen(options: Sequence[ListedOption], key: KeyEntry) -> Body:
    letters = [option.label.letter for option in options]
    if missing := [answer for answer in key.answers if answer not in letters]:
        known = ", ".join(letters)
        raise QuestionError("key-not-an-option", f"the answer `{missing[0]}` is not an option; they are {known}")
    return choice_of(options, [letters.index(answer) for answer in key.answers])


def _ordered(options: Sequence[ListedOption], places: dict[str, str]) -> Body:
    by_place = {places.get(option.label.letter, ""): rich(option.lines) for option in options}
    wanted = [str(place) for place in range(1, len(options) + 1)]
    if set(by_place) != set(wanted):
        raise QuestionError("key-not-an-option", "the key does not number these items")
    return OrderBody(tuple(by_place[place] for place in wanted))


def _matched(rows: Sequence[ListedOption], options: Sequence[ListedOption], pairs: dict[str, str]) -> Body:
    texts = {option.label.letter: rich(option.lines) for option in options}
    letters = [pairs.get(row.label.letter, "") for row in rows]
    if not set(letters) <= set(texts):
        raise QuestionError("key-not-an-option", "the key does not match these rows")
    spare = tuple(text for letter, text in texts.items() if letter not in letters)
    return MatchBody(tuple((rich(row.lines), texts[each]) for row, each in zip(rows, letters, strict=True)), spare)


def _gaps(hints: Sequence[str], key: KeyEntry) -> Body:
    if len(key.answers) != len(hints):
        raise QuestionError("key-not-an-option", f"{len(hints)} gaps, but the key has {len(key.answers)} answers")
    forms = ([answer, *key.others.get(at, ())] for at, answer in enumerate(key.answers, start=1))
    bodies = (replace(_text(each), hint=hint) for each, hint in zip(forms, hints, strict=True))
    return GapsBody(tuple((body, Fraction(1)) for body in bodies))


def _typed(key: KeyEntry, unit: str) -> Body:
    [said, *_] = key.answers
    if said.casefold() in TRUE | FALSE:
        return TruthBody(said.casefold() in TRUE)
    number = parse_number(said.removesuffix(unit).strip())
    if number is not None:
        return NumberBody((NumberAnswer(number),), ((unit, Decimal(1)),) if unit else ())
    return _text([said, *key.others.get(1, ())])


def _text(forms: Sequence[str]) -> TextBody:
    return TextBody(tuple(Answer(RichText(form), Fraction(1)) for form in forms))
