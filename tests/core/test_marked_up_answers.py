"""Marked-up questions: their answers, options and repeats are compared by plain form, code and formulas as typed."""

from random import Random
from typing import Any

import pytest
from pydantic import ValidationError

from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.responses import parse_response
from sco_quiz.core.verdict import Outcome


def make(kind: str, **fields: Any) -> AnyQuestion:
    base = {"id": "it", "type": kind, "prompt": "What is it?", "level": "remember"}
    return KINDS[kind].model_validate({**base, **fields}, context={"markup": "markdown"})


@pytest.mark.parametrize(
    ("answer", "typed", "outcome"),
    [
        ("H~2~O", "H2O", Outcome.RIGHT),
        ("H~2~O", "h₂o", Outcome.RIGHT),
        ("H~2~O", "HO2", Outcome.WRONG),
        ("x^2^", "x^2", Outcome.RIGHT),
        ("x^2^", "x²", Outcome.RIGHT),
        ("e^x^", "e^x", Outcome.RIGHT),
        ("V~gas~", "Vgas", Outcome.RIGHT),
        ("10^-9^", "10^-9", Outcome.RIGHT),
        ("10^-9^", "10-9", Outcome.WRONG),
        ("10^9^", "109", Outcome.WRONG),
        ("SO~4~^2-^", "SO4^2-", Outcome.RIGHT),
        ("the *city* of **Almaty**", "Almatty city", Outcome.WRONG),
        ("**Almaty**", "almaty", Outcome.RIGHT),
        ("**Almaty**", "Almatty", Outcome.ALMOST),
        ("about $x^2$ metres", "about x^2 meters", Outcome.RIGHT),
        ("`print`", "print", Outcome.RIGHT),
        ("`print`", "`print`", Outcome.RIGHT),
        ("`print`", "Print", Outcome.WRONG),
        ("`print`", "prnt", Outcome.WRONG),
        ("`a  == b`", " a == b ", Outcome.RIGHT),
        ("`` ` ``", "`", Outcome.RIGHT),
        ('`f"x"`', "f“x”", Outcome.RIGHT),
        (r"$\frac{a}{b}$", r"$ \frac {a} {b} $", Outcome.RIGHT),
        (r"$\frac{a}{b}$", r"$$\frac{a}{b}$$", Outcome.RIGHT),
        (r"$\frac{a}{b}$", r"\frac{a}{B}", Outcome.WRONG),
        (r"$\frac{a}{b}$", "a/b", Outcome.RIGHT),
        (r"$\frac{a}{b}$", "A/b", Outcome.WRONG),
        (r"$\pi r^2$", "πr²", Outcome.RIGHT),
        (r"$\pi r^2$", "π r^2", Outcome.RIGHT),
        ("$x_{10} - 1$", "x_10 − 1", Outcome.RIGHT),
        ("$10^9$", "109", Outcome.WRONG),
        (r"100 $^\circ$C", "100 °C", Outcome.RIGHT),
        ("$$x$$", "x", Outcome.RIGHT),
        ("__init__", "__init__", Outcome.RIGHT),
        (r"\*", "*", Outcome.RIGHT),
    ],
)
def test_a_typed_answer(answer: str, typed: str, outcome: Outcome) -> None:
    assert make("short_answer", answer=answer).grade((typed,)).outcome is outcome


def test_each_form_has_its_own_notation() -> None:
    question = make(
        "short_answer", answer="`print`", accept=["the print function"], reject=[{"`echo`": "of a *shell*"}]
    )
    assert question.grade(("Print function",)).outcome is Outcome.RIGHT
    assert question.grade(("echo",)).notes == (("`echo`", "of a *shell*"),)
    assert question.interaction().what_counts == ()  # type: ignore[union-attr]
    assert make("short_answer", answer="$x$").interaction().what_counts == ("all",)  # type: ignore[union-attr]


def test_gaps_in_code_are_code() -> None:
    prompt = "`{{c1::def}} f(*x):` {{c2::`return`::give back}} {{c3::Almaty}} {{c4::*x*~2~}}"
    question = make("cloze", prompt=prompt, accept={"def": ["*lambda*"], "*x*~2~": ["y"]})
    grade = lambda *typed: [str(part) for part in question.grade(typed).parts]  # noqa: E731
    assert grade("def", "return", "almaty", "x2") == ["right"] * 4
    assert grade("Def", "Return", "Almatty", "y") == ["wrong", "wrong", "almost", "right"]
    assert grade("*lambda*", "`return`", "", "")[:2] == ["right", "right"]


@pytest.mark.parametrize("typed", ["0 2", "`0 2`"])
def test_the_words_of_an_option_are_an_answer(typed: str) -> None:
    question = make("single_choice", answer="`0 2`", distractors=["`0 1 2`", "**None**"])
    options = question.shown_options(Random(1))
    assert question.parse_answer(typed, options) == ("`0 2`",)
    assert question.parse_answer("none", options) == ("**None**",)


def test_code_is_told_apart_by_case() -> None:
    question = make("single_choice", answer="`print`", distractors=["`Print`", "`PRINT`"])
    for name in ("print", "Print", "PRINT"):
        assert parse_response(question.interaction(), name, question.shown_options(Random(1))) == (f"`{name}`",)


def test_options_are_in_the_order_of_their_plain_forms() -> None:
    shown = make("single_choice", answer="$9$", distractors=["**10**", "10^2^"]).shown_options(Random(1))
    assert shown == ("$9$", "**10**", "10^2^")
    pairs = {"*a*": "$10^{3}$", "b": "$10^{2}$", "c": "$10^{4}$"}
    assert make("matching", pairs=pairs).shown_options(Random(1)) == ("$10^{2}$", "$10^{3}$", "$10^{4}$")


@pytest.mark.parametrize(
    ("kind", "fields", "name"),
    [
        ("single_choice", {"answer": "*a*", "distractors": ["A"]}, "duplicate-option"),
        ("multiple_choice", {"answers": ["H~2~O"], "distractors": ["H₂O"]}, "duplicate-option"),
        ("ordering", {"items": ["`a`", "b", "`` a ``"]}, "duplicate-option"),
        ("matching", {"pairs": {"a": "**b**", "c": "B"}}, "duplicate-option"),
        ("short_answer", {"answer": "**b**", "accept": ["b"]}, "duplicate-form"),
        ("short_answer", {"answer": "**b**", "reject": ["*B*"]}, "accepted-and-rejected"),
        ("short_answer", {"answer": "`b`", "reject": ["b"]}, "accepted-and-rejected"),
        ("cloze", {"prompt": "{{c1::*b*}}", "accept": {"**c**": ["d"]}}, "unknown-gap"),
    ],
)
def test_repeats_are_found_in_plain_forms(kind: str, fields: dict[str, Any], name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        make(kind, **fields)
    assert [error["type"] for error in refused.value.errors()] == [name]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("single_choice", {"answer": "`print`", "distractors": ["`Print`", "`print `` `"]}),
        ("single_choice", {"answer": "$x$", "distractors": ["$X$"]}),
        ("single_choice", {"answer": "![a map](a.png)", "distractors": ["![a map](b.png)"]}),
        ("short_answer", {"answer": "`b`", "reject": ["`B`"]}),
        ("short_answer", {"answer": "`b`", "accept": ["b"]}),
    ],
)
def test_code_formulas_and_pictures_are_others_as_soon_as_they_look_so(kind: str, fields: dict[str, Any]) -> None:
    make(kind, **fields)


@pytest.mark.parametrize(
    ("prompt", "correction", "statement"),
    [
        ("It is **in Almaty**.", {"Almaty": "*Beijing*"}, "It is in Beijing."),
        ("It is **in Almaty**.", {"**in Almaty**": "in Beijing"}, "It is in Beijing."),
        ("So $x^2$ is 4.", {"$x^2$": "$y^2$"}, "So y^2 is 4."),
        ("See [Almaty](https://a.b).", {"Almaty": "Beijing"}, "See Beijing."),
    ],
)
def test_a_statement_is_corrected_in_its_markup(prompt: str, correction: dict[str, str], statement: str) -> None:
    question = make("true_false", prompt=prompt, answer="false", correction=correction)
    assert question.statement == statement
    assert question.corrected
    assert question.corrected.plain == question.stem.plain


@pytest.mark.parametrize(
    ("prompt", "wrong"),
    [
        ("So $x^2$ is 4.", "x"),
        ("See [a](https://b.c).", "b.c"),
        ("See ![a map](b.png).", "map"),
        ("It is **in Almaty**.", "in Almaty**"),
        ("It is `in Almaty`.", "is `in"),
    ],
)
def test_a_correction_that_cuts_through_markup_is_refused(prompt: str, wrong: str) -> None:
    with pytest.raises(ValidationError, match="is a part of a formula"):
        make("true_false", prompt=prompt, answer="false", correction={wrong: "y"})


def test_a_true_statement_is_plain() -> None:
    assert make("true_false", prompt="It is *so*.", answer="true").statement == "It is so."
