"""Questions of QTI 1.2, kind by kind, as Canvas reads them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sco_quiz.formats.exchange.item import (
    ChoiceBody,
    GapsBody,
    MatchBody,
    NumberBody,
    OrderBody,
    TextBody,
    TruthBody,
    marker,
)
from tests.formats.qti.specimens import (
    body_of,
    choice,
    equal,
    feedback,
    item,
    labels,
    parse,
    quiz,
    read,
    refusal,
    row,
    rule,
    text,
    typed,
)

PROMPT = text("Which is <b>longest</b>?")
RIVERS = choice(a="Nile", b="Rhine", c="Po")


def shares(body: object) -> dict[str, Fraction]:
    assert isinstance(body, ChoiceBody | TextBody)
    return {answer.text.source: answer.fraction for answer in body.answers}


def test_a_single_choice_with_its_quiz_and_feedback() -> None:
    rules = (
        rule("<other/>", "", feedback="general_fb")
        + rule(equal("b"), "", feedback="b_fb")
        + rule(equal("a"), feedback="correct_fb")
    )
    found = read(quiz(item("multiple_choice_question", PROMPT + RIVERS, rules, feedback(general_fb="All.", b_fb="No"))))
    assert (found.name, found.idnumber, found.category) == ("A title", "g0123456789abcdef", "Rivers")
    assert (found.prompt.source, found.prompt.form) == ("Which is <b>longest</b>?", "html")
    assert shares(found.body) == {"Nile": 1, "Rhine": 0, "Po": 0}
    assert isinstance(found.body, ChoiceBody)
    assert found.body.single
    assert [answer.feedback.source for answer in found.body.answers] == ["", "No", ""]
    assert found.feedback.source == "All."


def test_points_by_answer_become_shares() -> None:
    rules = rule(equal("a"), "10") + rule(equal("b"), "5") + rule(equal("c"), "-5")
    body = body_of("multiple_choice_question", PROMPT + RIVERS, rules)
    assert shares(body) == {"Nile": 1, "Rhine": Fraction(1, 2), "Po": Fraction(-1, 2)}


def test_several_answers_are_worth_the_same() -> None:
    tests = f"<and>{equal('a')}<not>{equal('b')}</not>{equal('c')}</and>"
    body = body_of("multiple_answers_question", PROMPT + choice("Multiple", a="x", b="y", c="z"), rule(tests))
    assert isinstance(body, ChoiceBody)
    assert not body.single
    assert shares(body) == {"x": Fraction(1, 2), "y": Fraction(-1, 2), "z": Fraction(1, 2)}


def test_several_answers_that_add_up() -> None:
    rules = rule(equal("a"), "50", "Add") + rule(equal("c"), "50", "Add") + rule(equal("b"), "-50", "Add")
    body = body_of("", PROMPT + choice("Multiple", a="x", b="y", c="z"), rules)
    assert shares(body) == {"x": Fraction(1, 2), "y": Fraction(-1, 2), "z": Fraction(1, 2)}


@pytest.mark.parametrize(("key", "right"), [("t", True), ("f", False)])
def test_a_statement(key: str, right: bool) -> None:
    options = choice(t="True", f="False")
    rules = rule(equal("t"), "", feedback="t_fb") + rule(equal(key))
    body = body_of("true_false_question", PROMPT + options, rules, feedback(t_fb="on true"))
    assert isinstance(body, TruthBody)
    assert (body.right, body.feedback[0].source, body.feedback[1].source) == (right, "on true", "")


def test_other_words_for_true_and_false_are_options() -> None:
    body = body_of("true_false_question", PROMPT + choice(a="Ja", b="Nein"), rule(equal("b")))
    assert shares(body) == {"Ja": 0, "Nein": 1}


def test_words_to_type() -> None:
    body = body_of("short_answer_question", PROMPT + typed(), rule(equal("Nile") + equal("the Nile")))
    assert isinstance(body, TextBody)
    assert not body.case_sensitive
    assert shares(body) == {"Nile": 1, "the Nile": 1}
    strict = body_of("", PROMPT + typed(), rule(equal("Nile", case="Yes")))
    assert isinstance(strict, TextBody)
    assert strict.case_sensitive


def test_fields_within_the_text_are_gaps() -> None:
    parts = text("The ") + typed("r1") + text(" and the ") + typed("r2") + text(" are rivers.")
    data = quiz(item("", parts, rule(equal("Nile", "r1") + equal("Po", "r2"))))
    found = read(data, "rivers.xml", "other-scoring")
    assert found.prompt.source == f"The {marker(1)} and the {marker(2)} are rivers."
    assert isinstance(found.body, GapsBody)
    assert [shares(gap) for gap, _ in found.body.gaps] == [{"Nile": 1}, {"Po": 1}]


def test_gaps_by_name_accept_all_their_forms() -> None:
    gaps = row("response_a", "a", x="Nile", y="the Nile") + row("response_b&amp;c", "b", z="Po")
    rules = rule(equal("x", "response_a"), "50", "Add") + rule(equal("z", "response_b&amp;c"), "50", "Add")
    prompt = text("[a] and <i>[b&amp;c]</i>, again [a], not [1]")
    found = read(quiz(item("fill_in_multiple_blanks_question", prompt + gaps, rules)))
    assert found.prompt.source == f"{marker(1)} and <i>{marker(3)}</i>, again {marker(2)}, not [1]"
    assert isinstance(found.body, GapsBody)
    assert [shares(gap) for gap, _ in found.body.gaps] == [
        {"Nile": 1, "the Nile": 1},
        {"Nile": 1, "the Nile": 1},
        {"Po": 1},
    ]


def test_drop_downs_are_gaps_with_options() -> None:
    gaps = row("response_a", "a", x="Nile", y="Po")
    found = read(quiz(item("multiple_dropdowns_question", text("The [a].") + gaps, rule(equal("y", "response_a")))))
    assert isinstance(found.body, GapsBody)
    assert shares(found.body.gaps[0][0]) == {"Nile": 0, "Po": 1}


def test_pairs_with_a_spare_side() -> None:
    sides = {"x": "Egypt", "y": "Italy", "z": "Spain"}
    rows = row("r1", "Nile", **sides) + row("r2", "Po", **sides) + row("r3", "", e="")
    rules = rule(equal("x", "r1"), "50", "Add") + rule(equal("y", "r2"), "50", "Add")
    body = body_of("matching_question", PROMPT + rows, rules)
    assert isinstance(body, MatchBody)
    assert [(left.source, right.source) for left, right in body.pairs] == [("Nile", "Egypt"), ("Po", "Italy")]
    assert [side.source for side in body.spare] == ["Spain"]


def test_an_order() -> None:
    inside = f"<ims_render_object><flow_label>{labels(a='two', b='one', c='three')}</flow_label></ims_render_object>"
    field = (
        f'<response_lid ident="r" rcardinality="Ordered"><render_extension>{inside}</render_extension></response_lid>'
    )
    body = body_of("ordering_question", PROMPT + field, rule(equal("b") + equal("a") + equal("c")))
    assert isinstance(body, OrderBody)
    assert [each.source for each in body.items] == ["one", "two", "three"]


def between(low: str, high: str) -> str:
    return f'<and><vargte respident="r">{low}</vargte><varlte respident="r">{high}</varlte></and>'


@pytest.mark.parametrize(
    ("test", "value", "tolerance", "percent"),
    [
        (equal("4"), "4", "0", False),
        (f"<or>{equal('77.0')}{between('70', '84')}</or>", "77.0", "7", False),
        (between("3", "6"), "4.5", "1.5", False),
        (equal("200", margintype="percent", margin="5"), "200", "5", True),
        (equal("3.1416", precisiontype="decimals", precision="4"), "3.1416", "0.00005", False),
        (equal("1234", precisiontype="significantDigits", precision="2"), "1234", "50", False),
        (equal("6.02e23"), "6.02e23", "0", False),
    ],
)
def test_a_number(test: str, value: str, tolerance: str, percent: bool) -> None:
    body = body_of("numerical_question", PROMPT + typed(kind="Decimal"), rule(test))
    assert isinstance(body, NumberBody)
    (answer,) = body.answers
    assert (str(answer.value), answer.tolerance, answer.percent) == (
        str(Decimal(value)),
        Decimal(tolerance),
        percent,
    )


@pytest.mark.parametrize(
    ("kind", "presentation", "rules", "name", "says"),
    [
        ("essay_question", PROMPT + typed(), "", "unsupported-kind", "an essay"),
        ("file_upload_question", PROMPT, "", "unsupported-kind", "a file upload"),
        ("calculated_question", PROMPT + typed(), "", "unsupported-kind", "a formula with random numbers"),
        ("hot_spot_question", PROMPT, "", "unsupported-kind", "a place in a picture"),
        ("", PROMPT + '<response_xy ident="r"/>', "", "unsupported-kind", "a place in a picture"),
        ("", PROMPT + RIVERS + typed(), "", "unsupported-kind", "a mixture"),
        ("", PROMPT + row("r1", "x", a="1") + choice("Multiple", a="1"), "", "no-right-answer", "right side"),
        ("", PROMPT + choice("Multiple", a="1") * 2, "", "unsupported-kind", "a categorization"),
        ("text_only_question", PROMPT, "", "not-a-question", "text without a question"),
        ("", PROMPT, "", "not-a-question", "text without a question"),
        ("true_false_question", PROMPT + choice(t="True", f="False"), "", "no-right-answer", "neither true nor false"),
        ("short_answer_question", PROMPT + typed(), "", "no-right-answer", "nobody but a teacher"),
        ("", PROMPT + typed(), rule(equal("a"), "0"), "no-right-answer", "no answer gives points"),
        ("numerical_question", PROMPT + typed(), "", "no-right-answer", "which number"),
        ("numerical_question", PROMPT + typed(), rule(equal("four")), "unreadable-question", "`four` is not a number"),
        ("numerical_question", PROMPT + typed(), rule(equal("1e999")), "unreadable-question", "anyone can type"),
        (
            "numerical_question",
            PROMPT + typed(),
            rule('<vargte respident="r">4</vargte>'),
            "unreadable-question",
            "only one end",
        ),
        ("", PROMPT + choice("Ordered", a="1", b="2"), "", "no-right-answer", "which order"),
        ("", PROMPT + choice("Ordered", a="1", b="2"), rule(equal("a")), "unreadable-question", "each item once"),
        (
            "fill_in_multiple_blanks_question",
            PROMPT + row("response_a", "a", x="1"),
            "",
            "unreadable-question",
            "`[a]` is missing",
        ),
        (
            "",
            PROMPT + typed(),
            rule('<varsubset respident="r">Nile</varsubset>'),
            "unsupported-kind",
            "answers that contain `Nile`",
        ),
    ],
)
def test_what_is_not_read_is_named(kind: str, presentation: str, rules: str, name: str, says: str) -> None:
    problem = refusal(quiz(item(kind, presentation, rules)))
    assert (problem.name, problem.place.line) == (name, 2)
    assert says in problem.message
    assert problem.message.startswith("`A title`: ")


def test_feedback_on_any_right_or_wrong_answer_is_lost() -> None:
    rules = rule(equal("a"), feedback="correct_fb") + rule("<other/>", "", feedback="general_incorrect_fb")
    texts = feedback(correct_fb="Well done", general_incorrect_fb="Read page 3")
    parsed = parse(quiz(item("multiple_choice_question", PROMPT + RIVERS, rules, texts)))
    assert len(parsed.items) == 1
    assert [(problem.name, problem.severity) for problem in parsed.problems] == [("lost-feedback", "warning")]


def test_a_serial_number_is_no_id() -> None:
    numbers = [
        read(quiz(item("", PROMPT + RIVERS, rule(equal("a")), ident=ident))).idnumber
        for ident in ("QUE_1006", "item_1", "7", "seat-of-x")
    ]
    assert numbers == ["", "", "", "seat-of-x"]


def test_a_bank_that_a_quiz_draws_from_is_named() -> None:
    draws = "<selection_ordering><selection><sourcebank_ref>i1</sourcebank_ref></selection></selection_ordering>"
    problem = refusal(quiz(draws))
    assert (problem.name, "draws questions from a bank" in problem.message) == ("not-a-question", True)


def test_a_question_bank_has_a_title() -> None:
    field = (
        "<qtimetadatafield><fieldlabel>bank_title</fieldlabel><fieldentry>Lakes / Seas</fieldentry></qtimetadatafield>"
    )
    question = item("", PROMPT + RIVERS, rule(equal("a")))
    bank = f'<objectbank ident="b"><qtimetadata>{field}</qtimetadata>{question}</objectbank>'
    assert read(f"<questestinterop>{bank}</questestinterop>".encode()).category == "Lakes - Seas"


def test_a_file_without_questions_is_named() -> None:
    assert refusal(quiz()).message == "this file has no questions"
    assert refusal(b"<questestinterop><assessment></questestinterop>").name == "damaged-file"


def test_plain_text_beside_html_is_escaped() -> None:
    prompt = text("a < b\nor", "text/plain") + text("<i>c</i>?")
    assert read(quiz(item("", prompt + RIVERS, rule(equal("a"))))).prompt.source == "a &lt; b<br>or<br><i>c</i>?"
    assert read(quiz(item("", text("1 < 2?", "text/plain") + RIVERS, rule(equal("a"))))).prompt.form == "plain"


def test_a_text_for_several_questions_is_the_setting_of_each() -> None:
    parent = "<qtimetadatafield><fieldlabel>parent_stimulus_item_ident</fieldlabel><fieldentry>s1</fieldentry>"
    question = item("multiple_choice_question", PROMPT + RIVERS, rule(equal("a")))
    question = question.replace("</qtimetadata>", f"{parent}</qtimetadatafield></qtimetadata>")
    parsed = parse(quiz(item("text_only_question", text("Look at <i>this</i>."), ident="s1"), question))
    assert [found.setting.source for found in parsed.items] == ["Look at <i>this</i>."]
    assert [problem.name for problem in parsed.problems] == ["not-a-question"]


def test_the_ends_of_an_order_are_lost() -> None:
    inside = f"<ims_render_object><flow_label>{labels(a='2', b='1', c='3')}</flow_label></ims_render_object>"
    extension = f"<render_extension>{text('Oldest')}{inside}{text('Newest')}</render_extension>"
    field = f'<response_lid ident="r" rcardinality="Ordered">{extension}</response_lid>'
    rules = rule(equal("b") + equal("a") + equal("c"))
    parsed = parse(quiz(item("ordering_question", PROMPT + field, rules)))
    assert [found.prompt.source for found in parsed.items] == ["Which is <b>longest</b>?"]
    assert [problem.name for problem in parsed.problems] == ["lost-field"]


def test_gaps_without_a_name_for_their_kind() -> None:
    gaps = row("response_a", "a", x="Nile", y="Po") + row("response_b", "b", z="Egypt")
    rules = rule(equal("y", "response_a"), "50", "Add") + rule(equal("z", "response_b"), "50", "Add")
    body = body_of("", text("[a] in [b]") + gaps, rules)
    assert isinstance(body, GapsBody)
    assert [shares(gap) for gap, _ in body.gaps] == [{"Nile": 0, "Po": 1}, {"Egypt": 1}]


@pytest.mark.parametrize("algorithm", ["TextRegex", "TextContainsAnswer"])
def test_patterns_in_gaps_are_named(algorithm: str) -> None:
    gaps = row("response_a", "a", x="N.*").replace('ident="x"', f'ident="x" scoring_algorithm="{algorithm}"')
    problem = refusal(quiz(item("fill_in_multiple_blanks_question", text("[a]") + gaps)))
    assert (problem.name, "match a pattern" in problem.message) == ("unsupported-kind", True)


def test_true_and_false_without_a_name_for_the_kind_are_a_statement() -> None:
    assert body_of("", PROMPT + choice(x="True", y="False"), rule(equal("y"))) == TruthBody(False)
    named = body_of("multiple_choice_question", PROMPT + choice(x="True", y="False"), rule(equal("y")))
    assert shares(named) == {"True": 0, "False": 1}


def test_all_or_nothing_is_named_where_canvas_does_not_give_shares() -> None:
    rules = rule(f"<and>{equal('a')}{equal('b')}</and>")
    presentation = PROMPT + choice("Multiple", a="x", b="y", c="z")
    read(quiz(item("cc.multiple_response.v0p1", presentation, rules)), "q.xml", "other-scoring")
    read(quiz(item("multiple_answers_question", presentation, rules)))


def test_feedback_on_a_row_is_lost() -> None:
    rows = row("r1", "Nile", x="Egypt", y="Italy") + row("r2", "Po", x="Egypt", y="Italy")
    rules = rule(equal("x", "r1"), "50", "Add", "x_fb") + rule(equal("y", "r2"), "50", "Add")
    read(quiz(item("matching_question", PROMPT + rows, rules, feedback(x_fb="Yes"))), "q.xml", "lost-feedback")


def test_gaps_are_limited() -> None:
    prompt = text("[a] " * 501) + row("response_a", "a", x="Nile")
    problem = refusal(quiz(item("fill_in_multiple_blanks_question", prompt, rule(equal("x", "response_a")))))
    assert (problem.name, "has 501 gaps" in problem.message) == ("too-many-entries", True)
