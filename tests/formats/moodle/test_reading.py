"""Moodle XML is read as Moodle reads it; what Moodle loses or changes in silence is reported."""

from base64 import b64encode
from decimal import Decimal
from fractions import Fraction

import pytest

from sco_quiz.core.problem import Problem, Severity
from sco_quiz.formats import format_named
from sco_quiz.formats.draft import GUESS, ReadOptions
from sco_quiz.formats.exchange.item import (
    ChoiceBody,
    GapsBody,
    Item,
    MatchBody,
    NumberBody,
    OrderBody,
    Parsed,
    RichText,
    TextBody,
    TruthBody,
    marker,
)
from sco_quiz.formats.moodle import xml_reader

THIRD = Fraction(1, 3)


def answer(text: str, fraction: object, inside: str = "") -> str:
    return f'<answer fraction="{fraction}"><text>{text}</text>{inside}</answer>'


def feedback(text: str) -> str:
    return f"<feedback><text>{text}</text></feedback>"


def question(kind: str, inside: str, text: str = "What?", name: str = "one") -> str:
    return (
        f'<question type="{kind}"><name><text>{name}</text></name>'
        f'<questiontext format="html"><text><![CDATA[{text}]]></text></questiontext>{inside}</question>'
    )


def parsed(*questions: str) -> Parsed:
    return xml_reader.parse(f"<quiz>{''.join(questions)}</quiz>".encode(), "a.xml", GUESS)


def item(kind: str, inside: str, text: str = "What?") -> Item:
    (found,) = parsed(question(kind, inside, text)).items
    return found


def problem(*questions: str) -> Problem:
    (found,) = parsed(*questions).problems
    return found


def test_all_parts_of_a_question_are_read() -> None:
    category = '<question type="category"><category><text>$course$/top/Biology/Cells</text></category></question>'
    file = f'<file name="a b.png" path="/" encoding="base64">{b64encode(b"data").decode()}</file>'
    text = (
        f'<questiontext format="markdown"><text>Which?</text>{file}</questiontext><idnumber>c1</idnumber>'
        "<generalfeedback><text> &lt;p&gt;Why.&lt;/p&gt; </text></generalfeedback>"
        "<hint><text>Think.</text></hint><hint><text/></hint><single>false</single>"
        "<tags><tag><text>cells</text></tag><tag><text>level:apply</text></tag></tags>"
    )
    options = answer("a", 50, feedback("yes")) + answer("b", 50) + answer("c", -50) + answer("", 0)
    (found,) = parsed(category, f'<question type="multichoice">{text}{options}</question>').items
    assert found.prompt == RichText("Which?", "markdown", {"a b.png": b"data"})
    assert (found.category, found.idnumber, found.tags) == ("Biology/Cells", "c1", ("cells",))
    assert found.extra == {"level": "apply"}
    assert (found.feedback.source, [hint.source for hint in found.hints]) == ("<p>Why.</p>", ["Think."])
    assert isinstance(found.body, ChoiceBody)
    assert not found.body.single
    half = Fraction(1, 2)
    assert [(each.text.source, each.fraction) for each in found.body.answers] == [
        ("a", half),
        ("b", half),
        ("c", -half),
    ]
    assert found.body.answers[0].feedback.source == "yes"
    assert str(found.place) == "a.xml:1:104"


@pytest.mark.parametrize(
    ("answers", "right"),
    [
        (answer("true", 100) + answer("false", 0), True),
        (answer("false", 0) + answer("true", 100), True),
        (answer("false", 100) + answer("true", 0), False),
    ],
)
def test_the_words_of_true_and_false_decide(answers: str, right: bool) -> None:
    assert item("truefalse", answers).body == TruthBody(right)


@pytest.mark.parametrize(
    ("answers", "right"),
    [
        (answer("Falsch", 0) + answer("Wahr", 100), True),
        (answer("Falsch", 100) + answer("Wahr", 0), False),
        (answer("True", 0) + answer("False", 100), False),
        (answer("да", 100) + answer("нет", 0), True),
    ],
)
def test_other_words_for_true_are_reported(answers: str, right: bool) -> None:
    found = parsed(question("truefalse", answers))
    assert [each.body for each in found.items] == [TruthBody(right)]
    assert [each.name for each in found.problems] == ["doubtful-key"]


def test_words_to_type_and_their_case() -> None:
    body = item("shortanswer", f"<usecase>1</usecase>{answer('CO&lt;sub&gt;2', 100)}{answer('*', 0)}").body
    assert isinstance(body, TextBody)
    assert (body.case_sensitive, body.wildcards) == (True, True)
    assert [each.text for each in body.answers] == [RichText("CO<sub>2"), RichText("*")]


def test_numbers_with_tolerance_and_units() -> None:
    units = "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit>"
    units += "<unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>"
    inside = answer("1.5e3", 100, "<tolerance>0.5</tolerance>") + answer("1 600", 50) + answer("*", 0) + units
    body = item("numerical", inside).body
    assert isinstance(body, NumberBody)
    assert [(each.value, each.tolerance, each.fraction) for each in body.answers] == [
        (1500, Decimal("0.5"), 1),
        (1600, 0, Fraction(1, 2)),
    ]
    assert body.units == (("m", Decimal(1)), ("cm", Decimal("0.01")))


def test_pairs_and_spare_right_sides() -> None:
    pair = "<subquestion><text>{}</text><answer><text>{}</text></answer></subquestion>"
    body = item("matching", pair.format("a", "1") + pair.format("", "2")).body
    assert body == MatchBody(((RichText("a", "html"), RichText("1")),), (RichText("2"),))
    marked = item("matching", pair.format("a", "&lt;b&gt;1&lt;/b&gt;") + pair.format("b", "x &lt; y")).body
    assert isinstance(marked, MatchBody)
    assert [right for _, right in marked.pairs] == [RichText("<b>1</b>", "html"), RichText("x < y")]


def test_items_in_order_and_another_way_to_grade() -> None:
    items = "<shownumcorrect>1</shownumcorrect>" + answer("one", 1) + answer("two", 2)
    body = item("ordering", items + "<gradingtype>LONGEST_ORDERED_SUBSET</gradingtype>").body
    assert body == OrderBody((RichText("one", "html"), RichText("two", "html")))
    other = item("ordering", items).body
    assert isinstance(other, OrderBody)
    assert other.grading == "each item before its right neighbor counts"


def test_gaps_with_shared_choices() -> None:
    box = "<selectoption><text>{}</text><group>{}</group></selectoption>"
    boxes = box.format("cat", 1) + box.format("sat", 2) + box.format("dog", 1)
    found = item("gapselect", boxes, "The [[1]] [[2]].")
    assert found.prompt.source == f"The {marker(1)} {marker(2)}."
    assert isinstance(found.body, GapsBody)
    chosen = [[(each.text.source, each.fraction) for each in gap.answers] for gap, _ in found.body.gaps]  # type: ignore[union-attr]
    assert chosen == [[("cat", 1), ("dog", 0)], [("sat", 1)]]


def test_fractions_are_those_of_the_list() -> None:
    body = item("multichoice", answer("a", "33.33333") + answer("b", "66.666666") + answer("c", 100)).body
    assert isinstance(body, ChoiceBody)
    assert [each.fraction for each in body.answers] == [THIRD, 2 * THIRD, 1]


def test_a_fraction_that_moodle_refuses_is_read_and_reported_once() -> None:
    found = parsed(question("multichoice", answer("a", 33) + answer("b", 33) + answer("c", 0)))
    assert [each.name for each in found.problems] == ["other-scoring"]
    (read,) = found.items
    assert isinstance(read.body, ChoiceBody)
    assert [each.fraction for each in read.body.answers] == [THIRD, THIRD, 0]


@pytest.mark.parametrize(
    ("inside", "kind", "name", "message"),
    [
        ("", "essay", "unsupported-kind", "`essay`"),
        ("", "stack", "unsupported-kind", "`stack`"),
        ("", "description", "not-a-question", "asks nothing"),
        (answer("true", 100) + answer("false", 100), "truefalse", "several-right-answers", "both"),
        (answer("true", 0) + answer("false", 0), "truefalse", "no-right-answer", "neither"),
        (answer("true", 100), "truefalse", "unreadable-question", "two answers"),
        (answer("a", "1e999999999"), "multichoice", "unreadable-question", "is not a number"),
        (answer("a", "all"), "multichoice", "unreadable-question", "`all` is not a number"),
        (answer("many", 100), "numerical", "unreadable-question", "`many` is not a number"),
        ("<subquestion><text>a</text></subquestion>", "matching", "unreadable-question", "`a` has no answer"),
        ("", "gapselect", "unreadable-question", "no gap"),
        ("", "cloze", "unreadable-question", "no gap"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(inside: str, kind: str, name: str, message: str) -> None:
    found = problem(question(kind, inside))
    assert (found.name, found.severity.value) == (name, "error")
    assert found.message.startswith("question `one`: ")
    assert message in found.message


UNITS = "<units><unit><unit_name>m</unit_name></unit></units><unitgradingtype>1</unitgradingtype>"
FULL = answer("a", 100) + answer("b", 0)
ORDER = answer("one", 1) + answer("two", 2) + answer("three", 3)


@pytest.mark.parametrize(
    ("inside", "kind", "name", "message"),
    [
        (f"<single>False</single>{FULL}", "multichoice", "lost-setting", "`true`"),
        (f"<correctfeedback><text>Well seen!</text></correctfeedback>{FULL}", "multichoice", "lost-feedback", "Well"),
        (answer("<b>a</b>", 100) + answer("b", 0), "multichoice", "doubtful-text", "<b>"),
        (answer("a", "50,0") + answer("b", 100), "multichoice", "other-scoring", "comma"),
        (answer("1", 100) + UNITS, "numerical", "lost-setting", "unit"),
        (f"<hidden>1</hidden>{FULL}", "multichoice", "lost-setting", "hidden"),
        (answer("3,14", 100), "numerical", "doubtful-key", "3.14"),
        (answer("1,500", 100), "numerical", "doubtful-key", "1500"),
        (answer("1", 100) + answer("*", 0, feedback("no")), "numerical", "lost-feedback", "`no`"),
        (answer("1", 100) + answer("*", 50), "numerical", "partial-credit", "50 %"),
        (ORDER, "ordering", "doubtful-text", "shownumcorrect"),
        (f"<shownumcorrect/><selectcount>2</selectcount>{ORDER}", "ordering", "lost-setting", "a part"),
        (
            f"<shownumcorrect/><logical>1</logical><studentsee>2</studentsee>{ORDER}",
            "ordering",
            "lost-setting",
            "a part",
        ),
        (f"<shownumcorrect/>{ORDER * 3}", "ordering", "lost-setting", "a part"),
        (f"<penalty>0.5</penalty>{FULL}", "multichoice", "lost-setting", "0.5"),
        (f"<reference>Page 3</reference>{FULL}", "multichoice", "lost-field", "Page 3"),
        (f"<instructions><text>Round it.</text></instructions>{answer('1', 100)}", "numerical", "lost-field", "Round"),
        (f"<questiontext><text>More</text></questiontext>{FULL}", "multichoice", "doubtful-text", "2 times"),
        (
            f'<answer format="wiki_like" fraction="0"><text>c</text></answer>{FULL}',
            "multichoice",
            "doubtful-text",
            "wiki",
        ),
        (f"<answer><text>c</text><text>d</text></answer>{FULL}", "multichoice", "doubtful-text", "2 elements"),
        (f"<shownumcorrect/>{ORDER}{answer('four', 4, feedback('x'))}", "ordering", "lost-feedback", "`four`"),
    ],
)
def test_what_is_lost_or_doubtful_is_reported(inside: str, kind: str, name: str, message: str) -> None:
    found = problem(question(kind, inside))
    assert (found.name, found.severity.value) == (name, "warning")
    assert message in found.message


@pytest.mark.parametrize("penalty", ["", "0", "1.0000000", "0.3333333", "0.1"])
def test_usual_penalties_are_not_reported(penalty: str) -> None:
    assert parsed(question("multichoice", f"<penalty>{penalty}</penalty>{FULL}")).problems == ()


def test_a_few_items_or_all_of_them_are_shown_as_they_are() -> None:
    for said in ("", "<selecttype>ALL</selecttype><selectcount>2</selectcount>", "<selectcount>3</selectcount>"):
        assert parsed(question("ordering", f"<shownumcorrect/>{said}{ORDER}")).problems == ()


def test_a_wrong_encoding_is_reported() -> None:
    inside = f"<quiz>{question('truefalse', answer('true', 100) + answer('false', 0), 'Größe?')}</quiz>"
    data = f'<?xml version="1.0" encoding="ISO-8859-1"?>{inside}'
    right, wrong = (xml_reader.parse(data.encode(name), "a.xml", GUESS) for name in ("latin-1", "utf-8"))
    assert [parsed.items[0].prompt.source for parsed in (right, wrong)] == ["Größe?", "Größe?"]
    assert right.problems == ()
    assert xml_reader.parse(data.encode(), "a.xml", ReadOptions(encoding="utf-8")).problems == ()
    assert [(problem.name, "ISO-8859-1" in problem.message) for problem in wrong.problems] == [("doubtful-text", True)]


def test_old_files_have_other_elements() -> None:
    old = (
        "<answer><text>5</text><fraction>1</fraction></answer><coursetags><tag><text>rivers</text></tag></coursetags>"
        "<hint><hintcontent><text>Think.</text></hintcontent></hint>"
    )
    found = item("numerical", old)
    assert isinstance(found.body, NumberBody)
    assert found.body.answers[0].fraction == 1
    assert (found.tags, [hint.source for hint in found.hints]) == (("rivers",), ["Think."])


def test_questions_in_the_wrong_place_are_reported() -> None:
    inside = question("truefalse", answer("true", 100) + answer("false", 0))
    found = parsed(f"<section>{inside}</section>")
    assert (len(found.items), [problem.name for problem in found.problems]) == (0, ["swallowed-question"])
    assert problem("").name == "not-a-question"


def test_gaps_have_no_empty_choices() -> None:
    options = "".join(
        f"<selectoption><text>{text}</text><group>1</group></selectoption>" for text in ("", "small", "big")
    )
    body = item("gapselect", options, "It is [[2]].").body
    assert isinstance(body, GapsBody)
    gap, _ = body.gaps[0]
    assert isinstance(gap, ChoiceBody)
    assert [each.text.source for each in gap.answers] == ["small", "big"]


def test_sentences_of_moodle_itself_are_dropped() -> None:
    inside = "<correctfeedback><text>&lt;p&gt;Die Antwort ist richtig.&lt;/p&gt;</text></correctfeedback>"
    assert parsed(question("multichoice", inside + FULL)).problems == ()


def test_the_description_of_a_category_is_reported_unless_moodle_wrote_it() -> None:
    category = (
        '<question type="category"><category><text>top/A</text></category><info><text>{}</text></info></question>'
    )
    default = "The default category for questions shared in context 'A course'."
    assert parsed(category.format(default)).problems == ()
    assert problem(category.format("About cells")).name == "lost-field"


def test_tags_of_other_programs_stay_tags() -> None:
    tags = ["source:book", "source:3 4", "order:fixed", "strict:case", "level:easy", "difficulty:9", "min:a", "x:y"]
    written = "".join(f"<tag><text>{tag}</text></tag>" for tag in tags)
    found = item("truefalse", f"<tags>{written}</tags>{answer('true', 100)}{answer('false', 0)}")
    assert found.extra == {"source": "3 4"}
    assert found.tags == tuple(tag for tag in tags if tag != "source:3 4")


def test_feedback_on_the_whole_question_is_reported_once() -> None:
    said = ("correct", "Well seen!"), ("partiallycorrect", "Look again."), ("incorrect", "Wrong!")
    inside = "".join(f"<{name}feedback><text>{text}</text></{name}feedback>" for name, text in said)
    assert problem(question("multichoice", inside + FULL)).message.endswith("`Well seen!`, `Look again.`")


def test_a_damaged_picture_is_reported() -> None:
    file = '<questiontext><text>Which?</text><file name="map.png" path="/">?</file></questiontext>'
    found = problem(f'<question type="multichoice">{file}{FULL}</question>')
    assert (found.name, "map.png" in found.message) == ("lost-picture", True)


def test_a_picture_of_moodle_19_is_added_to_the_text() -> None:
    data = b64encode(b"data").decode()
    found = item("multichoice", f"<image>old/map.png</image><image_base64>{data}</image_base64>{FULL}")
    assert found.prompt.source == 'What? <img src="@@PLUGINFILE@@/map.png" />'
    assert found.prompt.files == {"map.png": b"data"}


def test_different_marks_are_reported_once() -> None:
    marks = [f"<defaultgrade>{mark}</defaultgrade>{FULL}" for mark in ("1", "1.0000", "3", "2")]
    found = problem(*(question("multichoice", each) for each in marks))
    assert (found.name, "3 different marks" in found.message) == ("other-scoring", True)


def test_another_xml_file_is_named() -> None:
    found = xml_reader.parse(b"<question/>", "a.xml", GUESS).problems
    assert [(each.name, "<quiz>" in each.message) for each in found] == [("unknown-format", True)]


def test_moodle_xml_is_known_by_its_root() -> None:
    assert xml_reader.is_like(b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><quiz>&nbsp;', "a")
    assert not xml_reader.is_like(b'<?xml version="1.0"?><quizzes/>', "a")
    assert not xml_reader.is_like(b"what is a <quiz>?", "a")


@pytest.mark.parametrize(
    ("gaps", "choices", "what"),
    [(1, 501, "501 choices"), (501, 1, "501 gaps"), (101, 100, "10100 choices in its gaps")],
)
def test_choices_that_many_gaps_share_are_limited(gaps: int, choices: int, what: str) -> None:
    boxes = "".join(f"<selectoption><text>c{number}</text></selectoption>" for number in range(choices))
    file = f"<quiz>{question('gapselect', boxes, ' '.join(['[[1]]'] * gaps))}</quiz>"
    form = format_named("moodle")
    assert form
    (found,) = (each for each in form.read(file.encode(), "a.xml").problems if each.severity is Severity.ERROR)
    assert (found.name, f"has {what}; the maximum" in found.message) == ("too-many-entries", True)
