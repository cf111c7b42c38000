"""Text with embedded answers is read as Moodle reads it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sco_quiz.core.place import Place
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.item import ChoiceBody, NumberBody, TextBody, marker
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.moodle import cloze_reader
from sco_quiz.formats.moodle.cloze_text import read_cloze
from sco_quiz.formats.moodle.findings import Findings

HALF = Fraction(1, 2)


def gaps(text: str) -> list[ChoiceBody | TextBody | NumberBody]:
    return [gap for gap, _ in read_cloze(text, Findings(Place("a")))[1].gaps]


def answers(text: str) -> list[tuple[str, Fraction, str]]:
    (gap,) = gaps(text)
    assert not isinstance(gap, NumberBody)
    return [(each.text.source, each.fraction, each.feedback.source) for each in gap.answers]


def test_gaps_become_markers_with_their_weights() -> None:
    prompt, body = read_cloze("<p>a {2:SA:=b} c {:MC:~=d~e}</p>", Findings(Place("a")))
    assert prompt == f"<p>a {marker(1)} c {marker(2)}</p>"
    assert [weight for _, weight in body.gaps] == [2, 1]


def test_answers_have_shares_and_feedback() -> None:
    assert answers("{1:SHORTANSWER:=Oslo#right~%50%Christiania#old~*}") == [
        ("Oslo", 1, "right"),
        ("Christiania", HALF, "old"),
        ("*", 0, ""),
    ]


def test_escapes_and_entities_are_undone() -> None:
    assert answers(r"{1:SA:=a\}b\#c &amp; &#34;d&quot;#e\}f}") == [('a}b#c & "d"', 1, "e}f")]


def test_an_escaped_tilde_is_read_and_reported() -> None:
    findings = Findings(Place("a"))
    _, body = read_cloze(r"{1:SA:=a\~b}", findings)
    gap = body.gaps[0][0]
    assert isinstance(gap, TextBody)
    assert gap.answers[0].text.source == "a~b"
    assert [each.name for each in findings.problems] == ["doubtful-key"]


@pytest.mark.parametrize(
    ("kind", "single", "shuffle"),
    [("MC", True, False), ("MULTICHOICE_VS", True, True), ("MRH", False, False), ("MULTIRESPONSE_S", False, True)],
)
def test_choices_of_all_layouts(kind: str, single: bool, shuffle: bool) -> None:
    (gap,) = gaps(f"{{1:{kind}:=a~b}}")
    assert isinstance(gap, ChoiceBody)
    assert (gap.single, gap.shuffle) == (single, shuffle)


@pytest.mark.parametrize(("kind", "case"), [("SA", False), ("MW", False), ("SHORTANSWER_C", True), ("MWC", True)])
def test_case_counts_in_some(kind: str, case: bool) -> None:
    (gap,) = gaps(f"{{1:{kind}:=a}}")
    assert isinstance(gap, TextBody)
    assert gap.case_sensitive == case


def test_several_options_share_the_points() -> None:
    assert [share for _, share, _ in answers("{1:MR:=a~=b~c}")] == [HALF, HALF, -HALF]
    shares = [share for _, share, _ in answers("{1:MR:%100%a~%50%b~c}")]
    assert shares == [Fraction(2, 3), Fraction(1, 3), 0]


def test_numbers_have_a_tolerance() -> None:
    (gap,) = gaps("{1:NUMERICAL:=23.8:0.1#yes~%50%-2e3~*#no}")
    assert isinstance(gap, NumberBody)
    assert [(each.value, each.tolerance, each.fraction) for each in gap.answers] == [
        (Decimal("23.8"), Decimal("0.1"), 1),
        (-2000, 0, HALF),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("no gap", "unreadable-question"),
        ("{1:SA:=}", "unreadable-question"),
        ("{1:NM:=many}", "unreadable-question"),
        ("{1:MC:=a}", "too-few-options"),
        ("{1:SA:a}", "no-right-answer"),
        ("{1:MC:%50%a~b}", "no-right-answer"),
    ],
)
def test_gaps_that_moodle_refuses_are_named(text: str, name: str) -> None:
    with pytest.raises(QuestionError) as refused:
        read_cloze(text, Findings(Place("a")))
    assert refused.value.name == name


@pytest.mark.parametrize("rest", ["{1:CHOICE:=a}", "{1:SA:=a"])
def test_what_only_looks_like_a_gap_is_reported(rest: str) -> None:
    findings = Findings(Place("a"))
    prompt, _ = read_cloze("{1:SA:=b} " + rest, findings)
    assert prompt.endswith(rest)
    assert [each.name for each in findings.problems] == ["doubtful-text"]


def test_many_gaps_without_an_end_take_little_time() -> None:
    prompt, body = read_cloze("{1:SA:=a}" + "{1:SA:=" * 100_000, Findings(Place("a")))
    assert len(body.gaps) == 1
    assert len(prompt) > 100_000


def test_a_file_has_one_question() -> None:
    found = cloze_reader.parse(b"Oslo is in {1:SA:=Norway}.\n", "a.txt", GUESS)
    assert [each.prompt.source for each in found.items] == [f"Oslo is in {marker(1)}."]
    refused = cloze_reader.parse(b"{1:MC:=a}", "a.txt", GUESS)
    assert [(each.name, str(each.place)) for each in refused.problems] == [("too-few-options", "a.txt:1:1")]
    assert cloze_reader.is_like(b"x {1:SA:=a}", "a")
    assert not cloze_reader.is_like(b'<?xml version="1.0"?>{1:SA:=a}', "a")
