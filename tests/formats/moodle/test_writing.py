"""What is written as Moodle XML comes back, and has no trap of Moodle in it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.picture import Picture
from sco_quiz.core.reference import Reference
from sco_quiz.core.source import Source
from sco_quiz.formats import format_named
from sco_quiz.formats.draft import GUESS, Draft
from sco_quiz.formats.exchange.xml_tree import Element, parse_xml
from sco_quiz.formats.moodle import xml_writer
from sco_quiz.formats.package import Loss, Package
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.round_trip import assert_round_trip

SINGLE = {"type": "single_choice", "answer": "a", "distractors": ["b", {"c": "not c"}]}
CLOZE = {"type": "cloze", "prompt": "{{c1::a}}"}
NUMBER = {"type": "numeric", "answer": 4}


def bank_of(*values: dict[str, Any], markup: Markup = "plain", **more: Any) -> Bank:
    questions = [
        KINDS[each["type"]].model_validate(
            {"id": f"q{number}", "prompt": "What?", "level": "remember", **each}, context={"markup": markup}
        )
        for number, each in enumerate(values, start=1)
    ]
    return Bank("bank", "A bank", (Topic("cells", "Cells", tuple(questions)),), markup=markup, **more)


def tree(package: Package) -> Element:
    root = parse_xml(package.files["bank.xml"], "bank.xml", GUESS)
    assert isinstance(root, Element), root
    return root


def question(values: dict[str, Any], markup: Markup = "plain") -> Element:
    return tree(xml_writer.write(bank_of(values, markup=markup))).elements("question")[1]


def losses(values: dict[str, Any], markup: Markup = "plain") -> list[tuple[tuple[str | int, ...], str]]:
    return [(loss.path, loss.name) for loss in xml_writer.write(bank_of(values, markup=markup)).losses]


def drafts(package: Package) -> tuple[Draft, ...]:
    form = format_named("moodle")
    assert form is not None
    return form.read(package.files["bank.xml"], "bank.xml").drafts


def answers(element: Element) -> Iterator[tuple[str, str, str]]:
    for answer in element.elements("answer"):
        yield answer.attributes["fraction"], answer.value("text"), answer.value("feedback", "text")


@pytest.mark.parametrize("folder", ["questions", "tests/marked_up", "tests/hostile_bank", "tests/other_article/bank"])
def test_banks_come_back(folder: str) -> None:
    assert_round_trip("moodle", load_bank(ROOT / folder))


def test_a_choice_has_moodles_grades() -> None:
    single = question(SINGLE)
    assert single.attributes["type"] == "multichoice"
    assert (single.value("single"), single.value("shuffleanswers")) == ("true", "true")
    assert list(answers(single)) == [("100", "a", ""), ("0", "b", ""), ("0", "c", "not c")]
    several = question({"type": "multiple_choice", "answers": ["a", "b", "c"], "distractors": ["d"]})
    assert [grade for grade, _, _ in answers(several)] == ["33.33333", "33.33333", "33.33333", "-33.33333"]


def test_eleven_right_options_have_no_grade_in_moodle() -> None:
    values = {"type": "multiple_choice", "answers": [f"a{n}" for n in range(11)], "distractors": ["d"]}
    assert losses(values) == [(("answers",), "other-scoring")]
    assert [grade for grade, _, _ in answers(question(values))] == ["10"] * 11 + ["-10"]


def test_a_fixed_order_comes_back() -> None:
    package = xml_writer.write(bank_of({**SINGLE, "order": "fixed"}))
    assert tree(package).elements("question")[1].value("shuffleanswers") == "false"
    assert drafts(package)[0].values["order"] == "fixed"


def test_stars_are_no_wildcards() -> None:
    written = question({"type": "short_answer", "answer": "a*b", "reject": [{"*": "any"}]})
    assert list(answers(written)) == [("100", r"a\*b", ""), ("0", r"\*", "any")]


@pytest.mark.parametrize(("strict", "case"), [([], "0"), (["case"], "1"), (["all"], "1"), (["accents"], "0")])
def test_case_counts_as_here(strict: list[str], case: str) -> None:
    package = xml_writer.write(bank_of({"type": "short_answer", "answer": "a", "strict": strict}))
    assert tree(package).elements("question")[1].value("usecase") == case
    assert list(drafts(package)[0].values.get("strict", [])) == strict


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        ({"tolerance": "5 %", "answer": 200}, [("200", "10")]),
        ({"tolerance": 0.5, "accept": [7]}, [("4", "0.5"), ("7", "0.5")]),
        ({"min": 3, "max": 7}, [("4", "0"), ("5", "2")]),
        ({"min": 3, "max": 7, "tolerance": 1}, [("4", "1"), ("5", "3")]),
        ({"answer": "1e-19", "accept": ["2e-19"], "tolerance": "1e-20"}, [("1e-19", "1e-20"), ("2e-19", "1e-20")]),
        ({"answer": "6.02e23"}, [("6.02e23", "0")]),
    ],
)
def test_numbers_and_ranges_come_back(values: dict[str, Any], numbers: list[tuple[str, str]]) -> None:
    bank = bank_of({**NUMBER, **values})
    written = tree(xml_writer.write(bank)).elements("question")[1]
    assert [(each.value("text"), each.value("tolerance")) for each in written.elements("answer")] == numbers
    assert_round_trip("moodle", bank)


def test_a_unit_is_optional_in_moodle_as_it_is_here() -> None:
    written = question({**NUMBER, "unit": "km"})
    assert (written.value("units", "unit", "unit_name"), written.value("showunits")) == ("km", "0")
    assert question(NUMBER).value("showunits") == "3"


def test_what_moodle_does_not_check_in_a_number_is_declared() -> None:
    assert losses({**NUMBER, "min": 3}) == [(("min",), "lost-tolerance")]
    assert losses({**NUMBER, "max": 5}) == [(("max",), "lost-tolerance")]
    assert losses({**NUMBER, "digits": 2}) == [(("digits",), "lost-setting")]


def test_an_order_has_what_moodle_needs() -> None:
    written = question({"type": "ordering", "items": ["one", "two", "three"]})
    assert (written.value("shownumcorrect"), written.value("gradingtype")) == ("1", "LONGEST_ORDERED_SUBSET")
    assert [(grade, text) for grade, text, _ in answers(written)] == [("1", "one"), ("2", "two"), ("3", "three")]


def test_right_sides_are_html_without_tags() -> None:
    pairs = {"type": "matching", "pairs": {"a": "1 < 2 & 3", "b": "`x`"}, "distractors": [{"$y$": "no"}]}
    bank = bank_of(pairs, markup="markdown")
    sides = [
        each.value("answer", "text")
        for each in tree(xml_writer.write(bank)).elements("question")[1].elements("subquestion")
    ]
    assert sides == ["1 &lt; 2 &amp; 3", "x", "y"]
    assert losses(pairs, "markdown") == [
        (("pairs", "b"), "lost-markup"),
        (("distractors", 0), "lost-markup"),
        (("distractors", 0, "note"), "lost-feedback"),
    ]


def test_gaps_can_hold_moodles_own_signs() -> None:
    prompt = r"{{c1::a~b#c}d\\}} {{c2::e::f (g)}} {1:SA:=h} {#1}"
    bank = bank_of({**CLOZE, "prompt": prompt, "accept": {"e": ["= %"]}, "reject": [{"x*": "<b> & {y}"}]})
    source = tree(xml_writer.write(bank)).elements("question")[1].value("questiontext", "text")
    assert source.startswith("{1:SHORTANSWER:=a&#126;b&#35;c&#125;d&#92;&#92;~x\\*#")
    assert '=e~== %~x\\*#&#38;lt;b&#38;gt; &#38;amp; &#123;y&#125;} <span class="sco-quiz-hint">(f (g))' in source
    assert source.endswith("&#123;1:SA:=h} &#123;#1}")
    assert_round_trip("moodle", bank)


def test_what_cannot_be_in_a_gap_is_declared() -> None:
    assert losses({**CLOZE, "prompt": r"{{c1::a\\#}}"}) == [(("prompt",), "lost-markup")]
    assert losses({**CLOZE, "prompt": "{{c1::a}} {{c1::b}}"}) == [(("prompt",), "lost-setting")]
    same = {**CLOZE, "prompt": "{{c1::`a`}}", "accept": {"a": ["a"]}}
    assert losses(same, "markdown") == [(("prompt",), "lost-markup"), (("accept",), "lost-field")]


def test_all_fields_come_back() -> None:
    more = {
        "setting": "In *a* talk\n\nof two paragraphs",
        "explanation": "Why & how",
        "hint": "It is <b>.",
        "source": [2, 3],
        "difficulty": 5,
        "tags": ["a::b", "two words"],
        "as_of": date(2010, 2, 3),
        "review_by": date(2027, 2, 3),
        "never_with": ["other"],
        "formerly": ["q0"],
    }
    bank = bank_of({**SINGLE, **more}, NUMBER | {"derivation": "2 * 2"})
    assert xml_writer.write(bank).losses == ()
    assert_round_trip("moodle", bank)


def test_what_is_only_shown_is_declared() -> None:
    reference = Reference.model_validate({"title": "T", "publisher": "P", "date": "2017"})
    statement = {"type": "true_false", "prompt": "It is a.", "answer": "false", "correction": {"a": "b"}}
    beyond = {"explanation": "Why", "beyond": {"text": "Later.", "references": ["r"]}, "allow": {"a-rule": "so"}}
    bank = bank_of({**statement, **beyond}, source=Source(title="S", paragraphs=(), references={"r": reference}))
    package = xml_writer.write(bank)
    assert [loss.path for loss in package.losses] == [("allow",), ("correction",), ("beyond",)]
    feedback = tree(package).elements("question")[1].value("generalfeedback", "text")
    assert "a → b" in feedback
    assert "Later.<br>T, P, 2017" in feedback
    assert drafts(package)[0].values["explanation"] == "Why"


def test_long_tags_are_not_cut() -> None:
    assert losses({**SINGLE, "tags": ["a" * 51]}) == [(("tags",), "lost-field")]
    assert losses({**SINGLE, "tags": ["a" * 50]}) == []


def test_names_have_no_tags_and_are_short() -> None:
    name = question({**SINGLE, "prompt": "Is <b> a tag?\n" + "x" * 300}).value("name", "text")
    assert name.startswith("Is ‹b› a tag? x")
    assert len(name) <= 100


def test_a_slash_divides_categories() -> None:
    bank = Bank("bank", "A/B", (Topic("c", "C/D", ()), Topic("e", "E & F", ())))
    paths = [each.value("category", "text") for each in tree(xml_writer.write(bank)).elements("question")]
    assert paths == ["$course$/top/A//B/c", "$course$/top/A//B/E & F"]


def test_the_description_of_a_topic_is_that_of_its_category() -> None:
    bank = Bank("bank", "A", (Topic("c", "C", (), "About <c>"),))
    assert "About &lt;c&gt;" in tree(xml_writer.write(bank)).elements("question")[0].value("info", "text")
    form = format_named("moodle")
    assert form is not None
    assert form.read(xml_writer.write(bank).files["bank.xml"], "a.xml").problems == ()


def test_retired_questions_are_declared() -> None:
    package = xml_writer.write(bank_of({**SINGLE, "status": "retired", "reason": "old"}))
    assert [(loss.question, loss.path) for loss in package.losses] == [("q1", ("status",))]
    assert len(tree(package).elements("question")) == 1


def test_pictures_are_embedded_under_their_path() -> None:
    def broken() -> bytes:
        raise OSError

    pictures = {
        "media/a b/map.png": Picture("media/a b/map.png", "image/png", 4, lambda: b"data"),
        "media/gone.png": Picture("media/gone.png", "image/png", 4, broken),
    }
    prompt = "![m](<media/a b/map.png>) ![g](media/gone.png)"
    package = xml_writer.write(bank_of({**SINGLE, "prompt": prompt}, markup="markdown", pictures=pictures))
    text = tree(package).elements("question")[1].find("questiontext")
    assert text is not None
    assert 'src="@@PLUGINFILE@@/a%20b/map.png"' in text.value("text")
    assert [each.attributes for each in text.elements("file")] == [
        {"name": "map.png", "path": "/a b/", "encoding": "base64"}
    ]
    assert [(loss.path, loss.name) for loss in package.losses] == [(("prompt",), "lost-picture")]


def test_losses_are_those_of_their_own_text() -> None:
    values = {**SINGLE, "prompt": "a b", "setting": "a\tb", "explanation": "`a\tb`", "hint": "a\tb"}
    assert losses(values, "markdown") == [(("setting",), "lost-markup"), (("hint",), "lost-markup")]


def test_any_text_gives_well_formed_xml() -> None:
    package = xml_writer.write(bank_of({**SINGLE, "prompt": "]]> <![CDATA[ &nbsp; \ufffe \U0001f9ea"}))
    assert "\N{REPLACEMENT CHARACTER}" in tree(package).elements("question")[1].value("questiontext", "text")
    assert package.losses == ()
    assert isinstance(package.losses, tuple)
    assert all(isinstance(loss, Loss) for loss in package.losses)
    assert Path(next(iter(package.files))).suffix == ".xml"
