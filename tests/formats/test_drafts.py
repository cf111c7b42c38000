"""What becomes of questions of other programs: their kinds, scoring, feedback and texts."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.drafting.drafts import drafts_of
from sco_quiz.formats.exchange.item import (
    Answer,
    Body,
    ChoiceBody,
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
    marker,
)

HALF, THIRD = Fraction(1, 2), Fraction("0.3333333")
PLACE = Place("quiz.xml", 7, 1)


def plain(text: str) -> RichText:
    return RichText(text)


def answer(text: str, fraction: Fraction | int = 0, feedback: str = "") -> Answer:
    return Answer(plain(text), Fraction(fraction), plain(feedback))


def item(body: Body, prompt: str = "What is it?", **fields: Any) -> Item:
    return Item(PLACE, plain(prompt), body, **fields)


def drafted(*items: Item) -> tuple[list[dict[str, Any]], list[Problem]]:
    reading = drafts_of(Parsed(items))
    values = [dict(draft.values) for draft in reading.drafts]
    for each in values:  # each draft is a question of ours
        KINDS[each["type"]].model_validate({"id": "a", "level": "remember", **each}, context={"markup": "markdown"})
    return values, list(reading.problems)


def values_of(body: Body, prompt: str = "What is it?", **fields: Any) -> dict[str, Any]:
    values, problems = drafted(item(body, prompt, **fields))
    assert not problems
    return values[0]


def names_of(body: Body, prompt: str = "What is it?", **fields: Any) -> list[str]:
    return [problem.name for problem in drafted(item(body, prompt, **fields))[1]]


def test_feedback_on_options_becomes_notes_and_explanation() -> None:
    body = ChoiceBody(
        (answer("Rome", 0, "That is Italy."), answer("Oslo", 1, "Since 1814."), answer("Bonn", 0, "Wrong!"))
    )
    assert values_of(
        body, feedback=plain("A city in the north."), hints=(plain("It is cold."), plain("It rains."))
    ) == {
        "type": "single_choice",
        "prompt": "What is it?",
        "answer": "Oslo",
        "distractors": [{"Rome": "That is Italy."}, "Bonn"],
        "explanation": "Since 1814.\n\nA city in the north.",
        "hint": "It is cold.\n\nIt rains.",
    }


def test_options_that_are_partly_right_stay_so_and_what_others_cost_is_named() -> None:
    body = ChoiceBody((answer("six", 1), answer("five", HALF, "Near."), answer("four", THIRD), answer("two", -HALF)))
    values, problems = drafted(item(body))
    assert values[0]["distractors"] == [{"five": "Near."}, "four", "two"]
    assert values[0]["partial"] == {"five": "50 %", "four": "33.33333 %"}
    assert [(problem.name, problem.message) for problem in problems] == [
        ("penalty", "`two` costs 50 % of the points there, none here")
    ]


def test_a_share_below_one_percent_is_none() -> None:
    body = ChoiceBody((answer("six", 1), answer("five", Fraction(1, 1000)), answer("two")))
    values, problems = drafted(item(body))
    assert "partial" not in values[0]
    assert [problem.name for problem in problems] == ["partial-credit"]


def test_typed_answers_that_are_partly_right_stay_so() -> None:
    answers = (
        answer("Orwell", 1),
        answer("Blair", HALF, "His real name."),
        answer("BLAIR"),
        answer("Wells", 0, "He is H. G."),
    )
    assert values_of(TextBody(answers)) == {
        "type": "short_answer",
        "prompt": "What is it?",
        "answer": "Orwell",
        "reject": [{"Wells": "He is H. G."}],
        "partial": {"Blair": "50 %"},
        "explanation": "His real name.",
    }


def test_a_gap_has_no_answers_that_are_partly_right() -> None:
    gap = TextBody((answer("Orwell", 1), answer("Blair", HALF)))
    values, problems = drafted(item(GapsBody(((gap, Fraction(1)),)), marker(1)))
    assert values[0]["reject"] == ["Blair"]
    assert [problem.name for problem in problems] == ["partial-credit"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (ChoiceBody((answer("a"), answer("b"))), "no-right-answer"),
        (ChoiceBody((answer("a", HALF), answer("b"))), "no-right-answer"),
        (ChoiceBody((answer("a", 1), answer("b", 1), answer("c"))), "several-right-answers"),
        (ChoiceBody((answer("a", 1),)), "too-few-options"),
        (ChoiceBody((answer("a"), answer("b")), single=False), "no-right-answer"),
        (ChoiceBody((answer("a", HALF), answer("b", HALF)), single=False), "too-few-options"),
        (TextBody((answer("a", HALF),)), "no-right-answer"),
        (TextBody((answer("*", 1),), wildcards=True), "no-right-answer"),
        (NumberBody((NumberAnswer(Decimal(3), fraction=HALF),)), "no-right-answer"),
        (NumberBody((NumberAnswer(Decimal("1e999999")), NumberAnswer(Decimal(2)))), "unreadable-question"),
        (NumberBody((NumberAnswer(Decimal("NaN")),)), "unreadable-question"),
        (MatchBody(((plain("a"), plain("b")),)), "too-few-options"),
        (MatchBody(((plain("a"), plain("x")), (plain("b"), plain("X")))), "shared-side"),
        (OrderBody((plain("a"), plain("b"))), "too-few-options"),
        (GapsBody(((ChoiceBody((answer("a", 1), answer("b")), single=False), Fraction(1)),)), "unsupported-kind"),
        (GapsBody(((TextBody((answer("a", 1),)), Fraction(1)),)), "unreadable-question"),
    ],
)
def test_what_does_not_fit_is_named_and_not_read(body: Body, name: str) -> None:
    values, problems = drafted(item(body))
    assert not values
    assert [(problem.name, problem.place) for problem in problems] == [(name, PLACE)]


def test_a_question_without_text_is_not_read() -> None:
    values, problems = drafted(item(TruthBody(True), " "))
    assert (values, [problem.name for problem in problems]) == ([], ["unreadable-question"])


def test_several_right_options_that_count_as_here() -> None:
    right = [answer(text, THIRD, f"{text} is") for text in "abc"]
    body = ChoiceBody((*right, answer("d", -THIRD, "is not")), single=False)
    assert values_of(body) == {
        "type": "multiple_choice",
        "prompt": "What is it?",
        "answers": ["a", "b", "c"],
        "distractors": [{"d": "is not"}],
        "explanation": "a is\n\nb is\n\nc is",
    }


@pytest.mark.parametrize(("wrong", "penalty"), [(0, "0 %"), (-1, "100 %"), (-THIRD, "33.33333 %")])
def test_what_wrong_options_cost_becomes_a_penalty(wrong: Fraction, penalty: str) -> None:
    body = ChoiceBody((answer("a", HALF), answer("b", HALF), answer("c", wrong), answer("d", wrong)), single=False)
    assert values_of(body)["penalty"] == penalty


@pytest.mark.parametrize(
    "shares",
    [(HALF, HALF, 0, -HALF), (1, 1, 0, 0), (Fraction(7, 10), Fraction(3, 10), -HALF, -HALF), (HALF, HALF, -2, -2)],
)
def test_several_right_options_that_count_in_another_way(shares: tuple[Fraction, ...]) -> None:
    body = ChoiceBody(tuple(answer(text, share) for text, share in zip("abcd", shares, strict=True)), single=False)
    assert names_of(body) == ["other-scoring"]
    assert "penalty" not in drafted(item(body))[0][0]


def test_a_statement_is_explained_by_what_either_answer_says() -> None:
    body = TruthBody(False, (plain("No, it is cold."), plain("Richtig!")))
    assert values_of(body) == {
        "type": "true_false",
        "prompt": "What is it?",
        "answer": "false",
        "explanation": "No, it is cold.",
    }


def test_typed_forms_are_accepted_or_rejected_once() -> None:
    answers = (
        answer("Oslo", 1, "Since 1925."),
        answer("oslo", 1),
        answer("Christiania", 1),
        answer("OSLO"),
        answer("Bergen", 0, "That was before."),
        answer("bergen"),
        answer("*", 0, "A city in the south."),
    )
    assert values_of(TextBody(answers, wildcards=True)) == {
        "type": "short_answer",
        "prompt": "What is it?",
        "answer": "Oslo",
        "accept": ["Christiania"],
        "reject": [{"Bergen": "That was before."}],
        "explanation": "A city in the south.\n\nSince 1925.",
    }
    assert values_of(TextBody((answer("NaCl", 1),), case_sensitive=True))["strict"] == ["case"]


def test_points_for_other_capitals_are_named() -> None:
    body = TextBody((answer("NaCl", 1), answer("nacl", HALF)), case_sensitive=True)
    assert names_of(body) == ["partial-credit"]
    assert names_of(replace(body, case_sensitive=False)) == []


def test_wildcards_are_named() -> None:
    ends = TextBody((answer("*Oslo*", 1), answer("O*o", 1)), wildcards=True)
    values, problems = drafted(item(ends))
    assert (values[0]["answer"], [problem.name for problem in problems]) == ("Oslo", ["lost-wildcard"] * 2)
    assert names_of(TextBody((answer("O*o", 1),), wildcards=True)) == ["no-right-answer"]
    wrong = (answer("Ber*n", 0, "In the west."), answer("Rome*", 0, "No."))
    others = TextBody((answer("Oslo", 1), *wrong), wildcards=True)
    values, problems = drafted(item(others))
    assert (values[0]["reject"], values[0]["explanation"]) == (["Rome"], "In the west.")
    assert [problem.name for problem in problems] == ["lost-wildcard"] * 2


def test_feedback_on_words_that_are_the_same_here_is_named() -> None:
    twice = TextBody((answer("92", 1), answer("Rome", 0, "Not yet."), answer("rome", 0, "In capitals.")))
    values, problems = drafted(item(twice))
    assert values[0]["reject"] == [{"Rome": "Not yet."}]
    assert [(problem.name, "In capitals." in problem.message) for problem in problems] == [("lost-feedback", True)]
    assert content(values_of(TextBody((answer(r"2\*3", 1),), wildcards=True))["answer"]) == "2*3"
    assert content(values_of(TextBody((answer("2*3", 1),)))["answer"]) == "2*3"


def content(markdown: str) -> str:
    from sco_quiz.formats.drafting.translator import content_of

    return content_of(markdown).plain


def number(value: str, tolerance: str = "0", **fields: Any) -> NumberAnswer:
    return NumberAnswer(Decimal(value), Decimal(tolerance), **fields)


@pytest.mark.parametrize(
    ("answers", "values"),
    [
        ((number("3.14", "0.01"),), {"answer": Decimal("3.14"), "tolerance": Decimal("0.01")}),
        ((number("200", "5", percent=True),), {"answer": Decimal(200), "tolerance": "5 %"}),
        ((number("77.0", "7.0"),), {"answer": 77, "tolerance": 7}),
        ((number("5"), number("-5")), {"answer": Decimal(5), "accept": [Decimal(-5)]}),
        ((number("5", "1"), number("6", "1")), {"answer": Decimal(5), "min": Decimal(4), "max": Decimal(7)}),
        ((number("5"), number("5", "0.5")), {"answer": Decimal(5), "tolerance": Decimal("0.5")}),
        ((number("5", "1"), number("9", "1")), {"answer": 5, "accept": [9], "tolerance": 1}),
    ],
)
def test_numbers_with_tolerances_and_ranges(answers: tuple[NumberAnswer, ...], values: dict[str, Any]) -> None:
    assert values_of(NumberBody(answers)) == {"type": "numeric", "prompt": "What is it?", **values}


def test_what_a_number_loses() -> None:
    wider = NumberBody((number("5"), number("5", "1", fraction=HALF, feedback=plain("Measure again."))))
    assert names_of(wider) == ["lost-feedback", "partial-credit"]
    assert names_of(NumberBody((number("5", "1"), number("9", "2")))) == ["lost-tolerance"]
    units = (("m", Decimal(1)), ("furlong", Decimal("0.005")))
    values, problems = drafted(item(NumberBody((number("5"),), units)))
    assert (values[0]["unit"], [problem.name for problem in problems]) == ("m", ["lost-unit"])


def test_pairs_and_right_sides_that_match_nothing() -> None:
    pairs = ((plain("Norway"), plain("Oslo")), (plain("Italy"), plain("Rome")))
    assert values_of(MatchBody(pairs, (plain("Bonn"), plain("rome")))) == {
        "type": "matching",
        "prompt": "What is it?",
        "pairs": {"Norway": "Oslo", "Italy": "Rome"},
        "distractors": ["Bonn"],
    }


def test_order_and_how_it_counts() -> None:
    items = tuple(map(plain, ("one", "two", "three")))
    assert values_of(OrderBody(items))["items"] == ["one", "two", "three"]
    assert names_of(OrderBody(items, "all or nothing")) == ["other-scoring"]


def test_gaps_become_words_to_type() -> None:
    city = TextBody((answer("Oslo", 1), answer("Christiania", 1), answer("Bergen", 0, "That was before.")))
    year = NumberBody((number("1814"),))
    prompt = f"The capital of {{{{Norway}}}} is {marker(1)} since {marker(2)}."
    values = values_of(GapsBody(((city, Fraction(1)), (year, Fraction(1)))), prompt)
    assert values["prompt"] == r"The capital of \{\{Norway\}\} is {{c1::Oslo}} since {{c2::1814}}."
    assert values["accept"] == {"Oslo": ["Christiania"]}
    assert values["reject"] == [{"Bergen": "That was before."}]


def test_empty_options_are_dropped_unless_they_are_right() -> None:
    options = ChoiceBody((answer("Oslo", 1), answer(" ", 0, "Not this."), answer("Rome")))
    assert (values_of(options)["distractors"], values_of(options)["explanation"]) == (["Rome"], "Not this.")
    assert names_of(ChoiceBody((answer("", 1), answer("Rome")))) == ["unreadable-question"]


def test_words_of_several_lines_fit_into_a_gap() -> None:
    body = GapsBody(((TextBody((answer("two\nlines {", 1), answer("lines", 1))), Fraction(1)),))
    values = values_of(body, marker(1))
    assert (values["prompt"], values["accept"]) == (r"{{c1::two lines \{}}", {"two lines {": ["lines"]})


def test_a_gap_with_options_has_them_as_its_hint() -> None:
    body = GapsBody(((ChoiceBody((answer("a::b"), answer("f{x}", 1))), Fraction(1)),))
    values, problems = drafted(item(body, f"It is {marker(1)}."))
    assert values[0]["prompt"] == r"It is {{c1::f\{x\}::a\:\:b / f\{x\}}}."
    assert content(values[0]["reject"][0]) == "a::b"
    assert [problem.name for problem in problems] == ["choice-in-gap"]


def test_capitals_of_gaps() -> None:
    symbol, metal = TextBody((answer("Co", 1),), case_sensitive=True), TextBody((answer("iron", 1),))
    assert values_of(GapsBody(((symbol, Fraction(1)),)), marker(1))["strict"] == ["case"]
    values, problems = drafted(
        item(GapsBody(((symbol, Fraction(1)), (metal, Fraction(1)))), f"{marker(1)} {marker(2)}")
    )
    assert (values[0]["strict"], [problem.name for problem in problems]) == (["case"], ["other-scoring"])


def test_gaps_that_hide_the_same_words_share_their_other_forms() -> None:
    gaps = tuple((TextBody((answer("two", 1), answer(other, 1))), Fraction(1)) for other in ("2", "II"))
    values, problems = drafted(item(GapsBody(gaps), f"{marker(1)} and {marker(2)}"))
    assert values[0]["accept"] == {"two": ["2", "II"]}
    assert [problem.name for problem in problems] == ["other-scoring"]
    assert names_of(GapsBody(gaps[:1] * 2), f"{marker(1)} and {marker(2)}") == []


def test_what_gaps_lose() -> None:
    weights = GapsBody(((TextBody((answer("a", 1),)), Fraction(1)), (NumberBody((number("2", "1"),)), Fraction(2))))
    assert names_of(weights, f"{marker(1)} {marker(2)}") == ["lost-tolerance", "other-scoring"]


def test_letters_of_options_are_dropped_and_named_once() -> None:
    lettered = ChoiceBody((answer("a) Oslo", 1), answer("b) Rome")))
    values, problems = drafted(*[item(lettered)] * 3)
    assert [each["answer"] for each in values] == ["Oslo"] * 3
    assert [problem.message for problem in problems] == [
        "the options of 3 questions begin with letters or numbers; they are removed"
    ]
    needed = ChoiceBody((answer("a) Oslo", 1), answer("b) Rome"), answer("c) both a and b")))
    assert values_of(needed)["answer"].endswith(") Oslo")


def test_equal_options_are_named() -> None:
    body = ChoiceBody((answer("Oslo", 1), answer("Rome", 0, "No."), answer("rome")), shuffle=False)
    values, problems = drafted(item(body))
    assert values[0]["distractors"] == ["Rome"]
    assert {problem.name for problem in problems} == {"repeated-option", "lost-order"}


def test_a_right_option_that_is_wrong_too_stays_right() -> None:
    values, problems = drafted(item(ChoiceBody((answer("oslo"), answer("Oslo", 1), answer("Rome")))))
    assert (values[0]["answer"], values[0]["distractors"]) == ("Oslo", ["Rome"])
    assert [problem.message for problem in problems] == ["the option `Oslo` is there as wrong, too; one is skipped"]


def test_feedback_on_repeated_options_stays() -> None:
    answers = (answer("Oslo", 1), answer("Rome"), answer("Rome", 0, "No, Italy."), answer("Rome", 0, "Not that one."))
    values, _ = drafted(item(ChoiceBody(answers)))
    assert (values[0]["distractors"], values[0]["explanation"]) == ([{"Rome": "No, Italy."}], "Not that one.")


def test_tags_and_fields_under_our_names() -> None:
    body = ChoiceBody((answer("Oslo", 1), answer("Rome")))
    values = values_of(body, tags=("two words", "Oslo", "oslo"), extra={"level": "apply", "source": "14, 19"})
    assert (values["tags"], values["level"], values["source"]) == (["two words", "Oslo"], "apply", ["14", "19"])
    assert names_of(body, tags=("C++",)) == ["changed-tag"]


def test_different_pictures_of_one_name_stay_apart() -> None:
    from sco_quiz.formats.drafting.translator import Media

    pictures = Media()
    assert pictures.place("media/a.png", b"1") == "media/a.png"
    assert pictures.place("media/a.png", b"2") == "media/a-2.png"
    assert pictures.place("media/a.png", b"1") == "media/a.png"


def test_answers_that_differ_in_their_quotes_are_named() -> None:
    body = TextBody((answer("it's", 1), answer("It\u2019s", 1), answer("IT'S", 1)))
    values, problems = drafted(item(body))
    assert values == [{"prompt": "What is it?", "type": "short_answer", "answer": "it's"}]
    assert [problem.name for problem in problems] == ["repeated-option"]


def test_points_that_a_typed_answer_costs_are_named() -> None:
    assert names_of(TextBody((answer("yes", 1), answer("no", -HALF)))) == ["penalty"]


def test_tags_that_are_meant_as_text_are_named() -> None:
    options = ("<head>", "<b>", "<xs:bold>")
    body = ChoiceBody((answer("right", 1), *(Answer(RichText(each, "html")) for each in options)))
    values, problems = drafted(item(body))
    assert values[0]["distractors"] == [*options]
    assert [problem.name for problem in problems] == ["doubtful-text"] * 3


def test_an_option_that_shows_nothing_is_named() -> None:
    body = ChoiceBody((answer("right", 1), answer("wrong"), Answer(RichText("<p></p>", "html"))))
    assert names_of(body) == ["doubtful-text"]


def test_a_problem_names_its_question_where_its_line_does_not() -> None:
    toes = item(TextBody((answer("ten", 1),)), name="Toes", tags=("a:b",))
    _, (tag, no_key) = drafted(toes, item(ChoiceBody((answer("a"), answer("b"))), name="Keys"))
    assert no_key.message == "question `Keys`: no option is marked as right"
    assert tag.message.startswith("question `Toes`: the tag ")
    shown = replace(toes, place=replace(PLACE, text="::Toes:: How many?"))
    assert drafted(shown)[1][0].message.startswith("the tag ")


def test_each_question_may_have_a_picture_of_the_same_name() -> None:
    from sco_quiz.formats.drafting.translator import Media

    pictures = Media()
    assert pictures.place("media/a-3.png", b"other") == "media/a-3.png"
    placed = [pictures.place("media/a.png", b"%d" % number) for number in (1, 2, 3, 1, 2, 3)]
    assert placed == ["media/a.png", "media/a-2.png", "media/a-4.png"] * 2
    assert pictures.place("media/a-2.png", b"2") == "media/a-2.png"
    assert pictures.place("media/a-2.png", b"4") == "media/a-2-2.png"


@pytest.mark.parametrize(("written", "read"), [("1.250", "1.25"), ("2.000", "2"), ("3.0", "3"), ("0.10", "0.10")])
def test_zeros_that_make_a_number_ambiguous_are_dropped(written: str, read: str) -> None:
    body = NumberBody((NumberAnswer(Decimal(written), Decimal(written)),))
    (draft,) = drafts_of(Parsed((Item(Place("quiz.xml", 1), RichText("How much?"), body),))).drafts
    assert (str(draft.values["answer"]), str(draft.values["tolerance"])) == (read, read)
