"""GIFT is written in the forms that Moodle reads as they are meant; what it does not hold is a loss."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS, Question
from sco_quiz.core.markup.parse import Markup
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.item import (
    Answer,
    ChoiceBody,
    GapsBody,
    Item,
    MatchBody,
    OrderBody,
    RichText,
    TextBody,
    marker,
)
from sco_quiz.formats.gift.reader import parse
from sco_quiz.formats.gift.writer import write
from sco_quiz.formats.package import Package
from tests.formats.round_trip import assert_round_trip


def question(type: str, markup: Markup = "plain", **fields: Any) -> Question:
    values = {"id": "one", "type": type, "prompt": "Which?", "level": "remember", **fields}
    return KINDS[type].model_validate(values, context={"markup": markup})


def package(*questions: Any, title: str = "Rivers & Lakes") -> Package:
    return write(Bank("b", "B", (Topic("rivers", title, questions),)))


def text_of(*questions: Any) -> str:
    return "".join(data.decode() for data in package(*questions).files.values())


def lost(written: Question) -> list[tuple[object, str]]:
    """Return the losses but that of the level, which every question has."""
    return [(loss.path, loss.name) for loss in package(written).losses]


def again(*questions: Any) -> list[Item]:
    parsed = parse(text_of(*questions).encode(), "b.gift", GUESS)
    assert parsed.problems == ()
    return list(parsed.items)


CHOICE = {"answer": "Volga", "distractors": ["Don", {"Oka": "a tributary"}]}


def test_choice() -> None:
    written = question("single_choice", **CHOICE, tags=["a::b"], explanation="The Volga has 3530 km.")
    assert text_of(written) == (
        "$CATEGORY: Rivers & Lakes\n\n// [id:one] [tag:a::b]\n::one::Which?{\n\t=Volga\n\t~Don\n\t~Oka#a tributary\n"
        "\t####The Volga has 3530 km.\n}\n"
    )
    (item,) = again(written)
    assert (item.idnumber, item.tags, item.category) == ("one", ("a::b",), "Rivers & Lakes")
    assert lost(written) == []


def test_weights_of_several_answers() -> None:
    (item,) = again(question("multiple_choice", answers=["a", "b", "c"], distractors=["d"]))
    assert isinstance(item.body, ChoiceBody)
    third = Fraction("0.3333333")
    assert [answer.fraction for answer in item.body.answers] == [third, third, third, -third]
    written = question("multiple_choice", answers=list("abcdefghijk"), distractors=["x"])
    assert text_of(written) == ""
    assert [(loss.path, loss.name) for loss in package(written).losses] == [((), "other-scoring")]


HOSTILE = r"[html] a{b}=c~d#e:f \n \\ 50% -> <b>&amp;</b>  two spaces // x"


def test_hostile_text() -> None:
    choice = question("single_choice", prompt=HOSTILE, answer=f"%50% {HOSTILE}", distractors=[f"%50%{HOSTILE}", "//"])
    (item,) = again(choice)
    assert item.prompt == RichText(HOSTILE, "plain")
    assert isinstance(item.body, ChoiceBody)
    texts = [RichText(f"%50% {HOSTILE}", "plain"), RichText(f"%50%{HOSTILE}", "plain"), RichText("//", "plain")]
    assert [answer.text for answer in item.body.answers] == texts
    assert [answer.fraction for answer in item.body.answers] == [1, 0, 0]


def test_typed_words() -> None:
    written = question("short_answer", answer="2 * 3", accept=["50%", "%50% off"], reject=[{"5": "a sum -> no"}])
    (item,) = again(written)
    assert item.body == TextBody(
        (
            Answer(RichText(r"2 \* 3"), Fraction(1), RichText("", "moodle")),
            Answer(RichText("50%"), Fraction(1), RichText("", "moodle")),
            Answer(RichText("%50% off"), Fraction(1), RichText("", "moodle")),
            Answer(RichText("5"), Fraction(0), RichText("a sum -&gt; no", "html")),
        ),
        wildcards=True,
    )


def test_arrows_that_crash_moodle_are_never_written() -> None:
    main = question("short_answer", answer="a -> b")
    assert text_of(main) == ""
    assert [(loss.path, loss.name) for loss in package(main).losses] == [((), "unsupported-kind")]
    other = question("short_answer", answer="a", accept=["a -> b"])
    assert "->" not in text_of(other)
    assert lost(other) == [(("accept", 0), "lost-field")]


@pytest.mark.parametrize(
    ("fields", "lines", "losses"),
    [
        ({"answer": 5}, ["=%100%5"], []),
        ({"answer": 5, "accept": [-5], "tolerance": 0.5}, ["=%100%5:0.5", "=%100%-5:0.5"], []),
        ({"answer": Decimal("6.02e23")}, ["=%100%6.02e23"], []),
        ({"answer": 5, "min": 4, "max": 7}, ["=%100%5", "=%100%4..7"], ["lost-setting", "lost-setting"]),
        ({"answer": 200, "tolerance": "5 %", "unit": "km"}, ["=%100%200:10"], ["lost-unit", "lost-setting"]),
    ],
)
def test_numbers(fields: dict[str, Any], lines: list[str], losses: list[str]) -> None:
    written = question("numeric", **fields)
    assert [line.strip() for line in text_of(written).split("\n") if "%100%" in line] == lines
    assert [name for _, name in lost(written)] == losses


def test_range_with_one_bound() -> None:
    assert [loss.path for loss in package(question("numeric", answer=5, min=4)).losses] == [()]


def test_true_false() -> None:
    false = question("true_false", prompt="Oslo is in Sweden.", answer="false", correction={"Sweden": "Norway"})
    assert "::Oslo is in Sweden.{F\n}" in text_of(false)
    assert lost(false) == [(("correction",), "lost-field")]


def test_matching() -> None:
    (item,) = again(question("matching", pairs={"a -> b": "x -> y", "c": "{z}"}, distractors=["~w"]))
    assert item.body == MatchBody(
        ((RichText("a -&gt; b", "html"), RichText("x -> y")), (RichText("c", "moodle"), RichText("{z}"))),
        (RichText("~w"),),
    )


def test_items_to_order_have_no_character_that_moodle_would_not_read() -> None:
    written = question("ordering", items=["// {a} = b", "c\nd", r"e: #~\f"])
    (item,) = again(written)
    assert isinstance(item.body, OrderBody)
    lines = text_of(written).split("\n")[4:7]
    assert not any(character in line.replace("&#", "") for line in lines for character in "{}#\\")
    assert lines[0].startswith("&#47;")
    assert [loss[1] for loss in lost(written)] == ["other-scoring"]
    code = question("ordering", "markdown", items=["```python\nx = {}\n```", "b", "c"])
    assert '<code class="language-python">x = &#123;&#125;</code>' in text_of(code)


def test_gap_becomes_a_missing_word() -> None:
    written = question("cloze", prompt="The {{c1::Volga::river}} & the Don.", accept={"Volga": ["Wolga"]})
    assert "::[html]The {\n\t=Volga\n\t=Wolga\n} &amp; the Don." in text_of(written)
    assert lost(written) == [(("prompt",), "lost-field")]
    (item,) = again(written)
    assert (item.prompt.source, type(item.body)) == (f"The {marker(1)} &amp; the Don.", GapsBody)
    assert text_of(question("cloze", prompt="{{c1::a}} and {{c2::b}}")) == ""


def test_setting_and_markup() -> None:
    written = question(
        "single_choice", "markdown", prompt="Is $x^2$ **big**?", setting="*Here*", answer="`a=b`", distractors=["no"]
    )
    (item,) = again(written)
    assert item.setting == RichText("<em>Here</em>", "html")
    assert item.prompt == RichText(r"Is \(x^2\) <strong>big</strong>?", "html")
    assert lost(written) == []
    typed = question("short_answer", "markdown", answer="`print(x)`", strict="case")
    assert lost(typed) == [(("answer",), "lost-markup"), (("strict",), "lost-setting")]


def test_pictures_and_retired_questions() -> None:
    picture = question("single_choice", "markdown", prompt="![a map](media/map.png)", **CHOICE)
    assert lost(picture) == [(("prompt",), "lost-picture")]
    assert "a map{" in text_of(picture)
    retired = question("single_choice", **CHOICE, status="retired", reason="old")
    assert text_of(retired) == ""
    assert lost(retired) == [(("status",), "lost-field")]


@pytest.mark.parametrize("title", ["Rivers/Lakes", "$x", "top", "a\\:b"])
def test_category_with_syntax_in_its_title(title: str) -> None:
    (data,) = package(question("true_false", answer="true"), title=title).files.values()
    assert parse(data, "b", GUESS).items[0].category == "rivers"


def test_nothing_to_write_gives_no_file() -> None:
    assert package(question("single_choice", **CHOICE, status="retired", reason="old")).files == {}


@pytest.mark.parametrize("markup", ["plain", "markdown"])
@pytest.mark.parametrize("text", ["a \\\\(x\\\\) b", "a \\\\[x\\\\]", "%50%a", "it costs \\$\\$2\\$\\$\n\nor more"])
def test_text_that_looks_like_a_formula_or_a_weight_stays_text(markup: Markup, text: str) -> None:
    shown = text.replace("\\\\", "\\").replace("\\$", "$") if markup == "plain" else text
    fields = {"prompt": f"Why {shown}?", "answer": shown, "explanation": shown}
    written = question("single_choice", markup, **fields, distractors=["b", f"{shown} c"])
    assert_round_trip("gift", Bank("b", "B", (Topic("rivers", "Rivers", (written,)),), markup=markup))  # type: ignore[arg-type]
