"""GIFT is read as Moodle reads it, and a problem says where Moodle reads something else than its author meant."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sco_quiz.formats.draft import GUESS, ReadOptions
from sco_quiz.formats.exchange.item import (
    Answer,
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
from sco_quiz.formats.gift.reader import is_like, parse


def read(text: str) -> Parsed:
    return parse(text.encode(), "quiz.gift", GUESS)


def only(text: str) -> Item:
    parsed = read(text)
    assert parsed.problems == ()
    (item,) = parsed.items
    return item


def named(parsed: Parsed) -> list[tuple[str, int]]:
    return [(problem.name, problem.place.line) for problem in parsed.problems]


@pytest.mark.parametrize("number", ["1..1e999999999", "1e99999", "1:1e-999999999", "9" * 100_000])
def test_a_number_beyond_all_limits_is_reported(number: str) -> None:
    from sco_quiz.formats.drafting.drafts import drafts_of

    reading = drafts_of(read(f"q {{#{number}}}"))
    assert [problem.name for problem in reading.problems] == ["unreadable-question"]
    assert reading.drafts == ()


@pytest.mark.parametrize(
    ("braces", "kind"), [(f"~%{'1' * 5_000}%b =c", "single_choice"), (f">{' ' * 5_000}a\nb\nc", "ordering")]
)
def test_digits_or_blanks_without_end(braces: str, kind: str) -> None:
    from sco_quiz.formats.drafting.drafts import drafts_of

    (draft,) = drafts_of(read(f"q &#{'0' * 5_000}65; {{{braces}}}")).drafts
    assert (draft.values["prompt"], draft.values["type"]) == ("q A", kind)


def auto(text: str) -> RichText:
    return RichText(text, "moodle")


def test_choice() -> None:
    item = only(
        "// [id:dnieper-1] [tag:rivers] [tag:two words]\n::River::Longest? {=Volga#Yes ~Don ~%-25%Oka#No####Why}"
    )
    assert (item.name, item.idnumber, item.tags) == ("River", "dnieper-1", ("rivers", "two words"))
    assert (item.prompt, item.feedback) == (auto("Longest?"), auto("Why"))
    assert item.body == ChoiceBody(
        (
            Answer(auto("Volga"), Fraction(1), auto("Yes")),
            Answer(auto("Don"), Fraction(0), auto("")),
            Answer(auto("Oka"), Fraction(-1, 4), auto("No")),
        )
    )
    assert (item.place.file, item.place.line) == ("quiz.gift", 2)


def test_several_answers() -> None:
    body = only("Primes? {~%50%2 ~%50%3 ~%-100%4}").body
    assert isinstance(body, ChoiceBody)
    assert not body.single
    assert [answer.fraction for answer in body.answers] == [Fraction(1, 2), Fraction(1, 2), Fraction(-1)]


def test_empty_option_before_right_one() -> None:
    body = only("Prime? {~=2 ~4}").body
    assert isinstance(body, ChoiceBody)
    assert [(answer.text.source, answer.fraction) for answer in body.answers] == [("2", 1), ("4", 0)]


@pytest.mark.parametrize(
    ("braces", "right", "on_true", "on_false"),
    [("{T}", True, "", ""), ("{FALSE#no#yes}", False, "no", "yes"), ("{TRUE#no#yes}", True, "yes", "no")],
)
def test_true_false(braces: str, right: bool, on_true: str, on_false: str) -> None:
    body = only(f"Water is wet. {braces}").body
    assert isinstance(body, TruthBody)
    assert (body.right, body.feedback[0].source, body.feedback[1].source) == (right, on_true, on_false)


def test_typed_words() -> None:
    body = only("Capital? {=Oslo#good =%50%Kristiania}").body
    assert isinstance(body, TextBody)
    assert body.answers == (
        Answer(RichText("Oslo"), Fraction(1), auto("good")),
        Answer(RichText("Kristiania"), Fraction(1, 2), auto("")),
    )
    assert body.wildcards


def test_numbers() -> None:
    body = only("When? {#=1822:2#close =%50%1800..1810 =1e3}").body
    assert body == NumberBody(
        (
            NumberAnswer(Decimal(1822), Decimal(2), Fraction(1), auto("close")),
            NumberAnswer(Decimal(1805), Decimal(5), Fraction(1, 2), auto("")),
            NumberAnswer(Decimal("1e3"), Decimal(0), Fraction(1), auto("")),
        )
    )


def test_matching() -> None:
    body = only(r"[html]<b>Match</b> {=<i>Peru</i> -> Lima =Mali -> Bamako = -> \~Rome}").body
    assert body == MatchBody(
        ((RichText("<i>Peru</i>", "html"), RichText("Lima")), (RichText("Mali", "html"), RichText("Bamako"))),
        (RichText("~Rome"),),
    )


def test_ordering() -> None:
    body = only("Sort. {>3 ALL VERTICAL ABSOLUTE_POSITION SHOW none\nfirst &amp; one\nsecond\nthird\n}").body
    assert body == OrderBody((auto("first &amp; one"), auto("second"), auto("third")), "ABSOLUTE_POSITION")


def test_missing_word() -> None:
    assert only("The {=cat ~dog} sat.").prompt == auto("The _____ sat.")


def test_escapes_and_text_forms() -> None:
    item = only(r"::a\:b::[markdown]Is **\{x \= 1\}** in\nC\:\\n? \\(x\\) {=[plain]\~yes\# ~no}")
    assert (item.name, item.prompt) == ("a:b", RichText("Is **{x = 1}** in\nC:\\n? \\(x\\)", "markdown"))
    assert isinstance(item.body, ChoiceBody)
    assert [answer.text for answer in item.body.answers] == [RichText("~yes#"), RichText("no", "markdown")]


def test_category_until_the_next() -> None:
    parsed = read("$CATEGORY: $course$/top/Art//Music/Jazz\n\nA {T}\n\nB {F}\n\n$CATEGORY: Law\n\nC {T}")
    assert [item.category for item in parsed.items] == ["Art//Music/Jazz", "Art//Music/Jazz", "Law"]
    assert parsed.problems == ()


def test_comments_inside_questions() -> None:
    parsed = read("// only a remark\n\nA {\n// not this {x}\n=b\n~c\n}\n")
    assert [item.place.line for item in parsed.items] == [3]
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("text", "prompts", "problems"),
    [
        ("$CATEGORY: Bio\n::A::x? {=a ~b}\n\ny? {=c ~d}", ["x?", "y?"], [("missing-blank-line", 2)]),
        ("::A::x? {=a ~b}\n// [id:c]\n::C::y? {=c ~d}", ["x?", "y?"], [("missing-blank-line", 3)]),
        ("x? {=a ~b}.\ny? {\n=c ~d}", ["x? _____.", "y?"], [("missing-blank-line", 2)]),
        ("x? {\n=a\n\n~b\n\n}\n\ny? {T}", ["x?", "y?"], [("doubtful-text", 1)]),
        (r"Solve \frac{1}{2}x {=6 ~3}", [r"Solve \frac{1}{2}x"], [("doubtful-text", 1)]),
        (r"Solve x^{2} now", ["Solve x^_____ now"], [("doubtful-text", 1)]),
        ("Which? {=f(){} ~g}", ["Which?"], [("doubtful-text", 1)]),
        ("Which?{\n~a\n~%100.00%b}", ["Which?"], [("doubtful-key", 3)]),
        ("Wet? {true}", ["Wet?"], [("doubtful-key", 1)]),
        ("Nass? {wahr}", ["Nass?"], [("doubtful-key", 1)]),
        ("pi? {#3,14:0,01}", ["pi?"], [("doubtful-key", 1)]),
        ("pi? {#3 ~#not three}", ["pi?"], [("lost-feedback", 1)]),
        ("Mass? {#1,500}", [], [("unreadable-question", 1)]),
        ("The {=cat ~dog} on the {=mat ~hat}.", [], [("unreadable-question", 1)]),
        ("a } b {", [], [("unreadable-question", 1)]),
        ("Open? {=a", [], [("unreadable-question", 1)]),
        ("Arrow? {=a -> b}", [], [("too-few-options", 1)]),
        ("Pairs? {=a -> b =c}", [], [("unreadable-question", 1)]),
        ("One? {~a}", [], [("too-few-options", 1)]),
        ("None? {= }", [], [("no-right-answer", 1)]),
        ("None? {#}", [], [("no-right-answer", 1)]),
        ("Write. {}", [], [("unsupported-kind", 1)]),
        ("Read this.\n\nWet? {T}", ["Wet?"], [("not-a-question", 1)]),
        ("Sky?\n+blue\n-red", [], [("not-a-question", 1), ("unknown-format", 1)]),
        ("// question: 12  name: C1 cloze\n\n\n// question: 0  name: x", [], [("unsupported-kind", 1)]),
    ],
)
def test_difference_from_moodle_is_named(text: str, prompts: list[str], problems: list[tuple[str, int]]) -> None:
    parsed = read(text)
    assert [item.prompt.source for item in parsed.items] == prompts
    assert named(parsed) == problems


def test_decimal_comma_and_weight_are_read() -> None:
    (pi, which) = read("pi? {#3,14:0,01}\n\nWhich? {~a ~%100.00%b}").items
    assert pi.body == NumberBody((NumberAnswer(Decimal("3.14"), Decimal("0.01"), Fraction(1), auto("")),))
    assert isinstance(which.body, ChoiceBody)
    assert which.body.answers[1] == Answer(auto("b"), Fraction(1), auto(""))


def test_unescaped_braces_of_ordering_items() -> None:
    (item,) = read("Sort. {>3 ALL\na {1}\nb {2}\nc\n}").items
    assert item.body == OrderBody((auto("a {1}"), auto("b {2}"), auto("c")))


def test_encoding() -> None:
    data = "Señor? {=sí ~no}".encode("cp1252")
    assert [problem.name for problem in parse(data, "a.gift", GUESS).problems] == ["not-utf8"]
    assert parse(data, "a.gift", ReadOptions(encoding="cp1252")).items[0].prompt.source == "Señor?"


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("\ufeff::A::x? {=a ~b}", True),
        ("Wet? {T}", True),
        ("$CATEGORY: x", True),
        ("What?\nA. x\nB. y\nANSWER: A", False),
        ('{"id": "a=b"}', False),
        ("<quiz>{=a}</quiz>", False),
        ("term\tdefinition", False),
    ],
)
def test_is_like(text: str, like: bool) -> None:
    assert is_like(text.encode(), "a.txt") is like


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Longest? {=%100%Volga ~%0%Don}", "doubtful-key", "`%100%` is read as a weight"),
        ("Which language? {=C# ~Java}", "doubtful-text", "`C#` is read as `C`"),
        ("Which language? {=C#}", "doubtful-text", "`C#` is read as `C`"),
        ("Capitals {=Kazakhstan -> Astana ~China -> Beijing}", "doubtful-key", "options to choose from"),
        ("Capitals {=India -> Delhi#Yes =China -> Beijing}", "doubtful-text", "all of `India -> Delhi#Yes` is text"),
        ("Capitals {=%50%India -> Delhi =China -> Beijing}", "doubtful-text", "no weights"),
        ("Is it a river? {=TRUE}", "doubtful-key", "`TRUE` is read as a word to type"),
        ("Sort them {>\nVolga\nOka\nDon}", "doubtful-key", "without a number after >"),
        ("How long? {#5..3}", "doubtful-key", "from its smaller end"),
        ("How many are left\n0\nof them? {=one ~two}", "doubtful-text", "a line with `0` alone"),
        ("Longest? {=Volga ~Don} // easy", "doubtful-text", "a comment behind other text"),
        ("Longest? {=Volga ~Don} ####a reason", "doubtful-text", "feedback after the braces"),
        ("Longest? {=Volga####a reason ~Don}", "doubtful-text", "what looks like an option"),
        ("[HTML]<b>Longest</b>? {=Volga ~Don}", "doubtful-text", "`[HTML]` is text"),
    ],
)
def test_where_moodle_is_silent(text: str, name: str, said: str) -> None:
    parsed = read(text)
    assert len(parsed.items) == 1
    assert [problem.name for problem in parsed.problems] == [name]
    assert said in parsed.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Longest? {=Volga# ~Don#}",  # Moodle writes answers without feedback in this way
        "What does a // b give? {=7 // 2 ~a // b}",
        "Which? {=http\\://example.org//a ~b}",
        "Which menu? {~File -> Open =Edit}",
        "Longest? {=Volga ~Don####<a href=x>a reason</a>}",
    ],
)
def test_what_looks_doubtful_and_is_not(text: str) -> None:
    assert read(text).problems == ()


def test_a_line_that_begins_with_an_option_is_no_question_of_its_own() -> None:
    assert named(read("Which tag ends it?\n{\n=both % %}\n~{{ }}\n~none\n}\n\nRight? {T}")) == [
        ("unreadable-question", 1)
    ]


def test_the_format_of_a_typed_answer_is_no_part_of_it() -> None:
    assert only("Capital? {=[markdown]Astana}").body == TextBody(
        (Answer(RichText("Astana"), Fraction(1), auto("")),), wildcards=True
    )


def test_gaps_in_the_notation_of_cloze_questions_are_read_together() -> None:
    parsed = read(
        "::Rivers::[html]The <b>Nile</b>\\: {1:SA:=Egypt~%50%Sudan}.\n"
        "The Po {2:MC:France~=Italy} flows to the {:NM:=1:0.5} sea.\n\n"
        "::Next::Is it long? {T}"
    )
    rivers, following = parsed.items
    assert named(parsed) == [("doubtful-text", 1)]
    assert (rivers.name, following.name) == ("Rivers", "Next")
    gaps = f"The <b>Nile</b>: {marker(1)}.\nThe Po {marker(2)} flows to the {marker(3)} sea."
    assert rivers.prompt == RichText(gaps, "html")
    assert isinstance(rivers.body, GapsBody)
    egypt, *_ = rivers.body.gaps
    assert [(type(body), weight) for body, weight in rivers.body.gaps] == [
        (TextBody, 1),
        (ChoiceBody, 2),
        (NumberBody, 1),
    ]
    assert isinstance(egypt[0], TextBody)
    assert [(answer.text.source, answer.fraction) for answer in egypt[0].answers] == [
        ("Egypt", 1),
        ("Sudan", Fraction(1, 2)),
    ]


def test_a_broken_gap_in_the_notation_of_cloze_questions_is_named() -> None:
    assert named(read("Oslo is {1:MC:=in Norway}.\n\nBye {T}")) == [("too-few-options", 1)]
