"""Packages, the dialects of Respondus and Blackboard, and QTI 2.1."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sco_quiz.formats.exchange.item import (
    ChoiceBody,
    GapsBody,
    Item,
    MatchBody,
    NumberBody,
    OrderBody,
    TextBody,
    TruthBody,
    marker,
)
from sco_quiz.formats.qti import reader
from tests.formats.qti.specimens import (
    choice,
    equal,
    feedback,
    item,
    item_21,
    parse,
    quiz,
    read,
    refusal,
    rule,
    text,
    typed,
    zipped,
)

RIVERS = text("Which?") + choice(a="Nile", b="Po")
QUIZ = quiz(item("", RIVERS, rule(equal("a"))))


def manifest(*files: str, kind: str = "imsqti_xmlv1p2") -> str:
    resources = "".join(f'<resource type="{kind}"><file href="{file}"/></resource>' for file in files)
    return f"<manifest><resources>{resources}</resources></manifest>"


def test_files_come_in_the_order_of_the_manifest() -> None:
    last, first = (quiz(item("", RIVERS, rule(equal("a"))), title=title) for title in ("last", "first"))
    data = zipped({"a.xml": last, "b.xml": first, "imsmanifest.xml": manifest("b.xml"), "c.xml": "<other/>"})
    parsed = parse(data, "quiz.zip")
    assert [found.category for found in parsed.items] == ["first", "last"]
    assert parsed.items[0].place.file == "quiz.zip/b.xml"
    assert parsed.problems == ()


def test_a_file_that_is_missing_is_named() -> None:
    data = zipped({"a.xml": QUIZ, "imsmanifest.xml": manifest("a.xml", "b.xml", "map.png")})
    parsed = parse(data, "quiz.zip")
    assert len(parsed.items) == 1
    (problem,) = parsed.problems
    assert (problem.name, problem.message) == ("damaged-file", "the archive lists `b.xml`, which is missing")


def test_a_damaged_file_does_not_keep_the_others_out() -> None:
    parsed = parse(zipped({"a.xml": "<questestinterop><item>", "b.xml": QUIZ}), "quiz.zip")
    assert len(parsed.items) == 1
    assert [(problem.name, problem.place.file) for problem in parsed.problems] == [("damaged-file", "quiz.zip/a.xml")]


def test_a_course_of_canvas_has_each_quiz_once() -> None:
    data = zipped({"i1/assessment_qti.xml": QUIZ, "non_cc_assessments/i1.xml.qti": QUIZ})
    assert [found.place.file for found in parse(data, "c.imscc").items] == ["c.imscc/non_cc_assessments/i1.xml.qti"]


def test_an_unsafe_archive_is_refused() -> None:
    assert refusal(zipped({"../a.xml": QUIZ}), "quiz.zip").name == "unsafe-file"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("$IMS-CC-FILEBASE$/maps/nile.png", "maps/nile.png"),
        ("%24IMS-CC-FILEBASE%24/maps/nile%20a.png?canvas_download=1", "maps/nile a.png"),
        ("$IMS-CC-FILEBASE$/maps/nile.png", "web_resources/maps/nile.png"),
        ("%%LINKPATH%%nile.png", "quiz/nile.png"),
        ("../nile.png", "nile.png"),
        ("@X@EmbeddedFile.requestUrlStub@X@bbcswebdav/xid-12_1", "csfiles/home_dir/__xid-12_1.png"),
    ],
)
def test_pictures_are_found_in_the_package(address: str, path: str) -> None:
    prompt = text(f'See <img alt="x" src="{address}"> and <img src=\'https://example.org/a.png\'>')
    data = quiz(item("", prompt + choice(a="Nile", b="Po"), rule(equal("a"))))
    found = read(zipped({"quiz/quiz.xml": data, path: b"picture"}), "quiz.zip")
    assert found.prompt.files == {address: b"picture"}


def test_respondus_says_what_is_right_by_feedback_alone() -> None:
    rules = (
        rule(equal("a"), "0", feedback="Q1_C") + rule(equal("b"), "0", "Add", "Q2_AIC") + rule("<other/>", "0", "Add")
    )
    texts = feedback(Q2_AIC="too short")
    found = read(quiz(item("", RIVERS, rules, texts)))
    assert isinstance(found.body, ChoiceBody)
    assert [(answer.fraction, answer.feedback.source) for answer in found.body.answers] == [(1, ""), (0, "too short")]


def test_respondus_counts_wrong_answers_too() -> None:
    rules = rule(equal("a")).replace("SCORE", "Respondus_Correct") + rule(equal("b")).replace(
        "SCORE", "Respondus_Incorrect"
    )
    found = read(quiz(item("", RIVERS, rules)))
    assert isinstance(found.body, ChoiceBody)
    assert [answer.fraction for answer in found.body.answers] == [1, 0]


def test_respondus_names_gaps_where_it_says_what_is_right() -> None:
    rules = rule(f"<and><or>{equal('Nile', '[a]')}{equal('nile', '[a]')}</or>{equal('Po', '[b]')}</and>")
    found = read(
        quiz(item("fillInMultiple", text("The [a] and the [b].", "text/plain"), rules)), "q.xml", "other-scoring"
    )
    assert found.prompt.source == f"The {marker(1)} and the {marker(2)}."
    assert isinstance(found.body, GapsBody)
    assert len(found.body.gaps) == 2


def blackboard(kind: str, presentation: str, rules: str) -> bytes:
    metadata = f"<itemmetadata><bbmd_questiontype>{kind}</bbmd_questiontype></itemmetadata>"
    scoring = f'<resprocessing><outcomes><decvar maxvalue="10.0"/></outcomes>{rules}</resprocessing>'
    question = f"<flow class='QUESTION_BLOCK'>{formatted('Which?')}</flow>"
    shown = f"<presentation><flow>{question}{presentation}</flow></presentation>"
    return f"<questestinterop><item>{metadata}{shown}{scoring}</item></questestinterop>".encode()


def formatted(html: str) -> str:
    inside = f'<mat_formattedtext type="HTML">{html}</mat_formattedtext>'
    return f"<material><mat_extension>{inside}</mat_extension></material>"


def test_blackboard_writes_right_sides_beside_the_rows() -> None:
    empty = '<render_choice><response_label ident="{0}1"/><response_label ident="{0}2"/></render_choice>'
    rows = "".join(
        f'<flow><response_lid ident="{name}">{empty.format(name)}</response_lid><flow>{formatted(left)}</flow></flow>'
        for name, left in (("r", "Nile"), ("s", "Po"))
    )
    sides = "".join(f"<flow>{formatted(side)}</flow>" for side in ("Egypt", "Italy"))
    rules = rule(equal("r1", "r"), "", feedback="correct") + rule(equal("s2", "s"), "", feedback="correct")
    found = read(blackboard("Matching", f"{rows}<flow class='RIGHT_MATCH_BLOCK'>{sides}</flow>", rules))
    assert found.prompt.source == "Which?"
    assert isinstance(found.body, MatchBody)
    assert [(left.source, right.source) for left, right in found.body.pairs] == [("Nile", "Egypt"), ("Po", "Italy")]


def test_blackboard_gives_all_points_by_name_and_feedback_by_option() -> None:
    rules = rule(equal(" a "), "SCORE.max", feedback="correct") + rule(equal("", "b"), "0", feedback="b")
    data = blackboard("Multiple Choice", choice(a="Nile", b="Po"), rules)
    data = data.replace(b"</item>", feedback(b="too short").encode() + b"</item>")
    found = read(data, "res00001.dat")
    assert isinstance(found.body, ChoiceBody)
    assert [(answer.fraction, answer.feedback.source) for answer in found.body.answers] == [(1, ""), (0, "too short")]


def test_blackboard_statements_and_gaps() -> None:
    truth = read(blackboard("True/False", choice(x="true_false.true", y="true_false.false"), rule(equal("x"))))
    assert truth.body == TruthBody(True)
    data = blackboard("Fill in the Blank Plus", typed("river"), rule(equal("Nile", "river")))
    found = read(data.replace(b">Which?<", b">The [river]<"))
    assert isinstance(found.body, GapsBody)


def test_what_looks_like_qti() -> None:
    assert reader.is_like(QUIZ, "quiz.xml")
    assert reader.is_like(item_21(""), "x.xml")
    assert reader.is_like(zipped({"imsmanifest.xml": "<manifest/>"}), "x.zip")
    assert reader.is_like(zipped({"a": "b"}), "course.imscc")
    assert not reader.is_like(zipped({"a": "b"}), "x.zip")
    assert not reader.is_like(b"<quiz/>", "x.xml")


def read_21(interaction: str, *correct: str, cardinality: str = "single", base: str = "identifier") -> Item:
    return read(item_21(interaction, *correct, cardinality=cardinality, base=base))


def choices(name: str, *texts: str) -> str:
    return "".join(f'<{name} identifier="c{n}">{each}</{name}>' for n, each in enumerate(texts, start=1))


def choice_21(most: str, *texts: str) -> str:
    inside = f"<prompt>Choose.</prompt>{choices('simpleChoice', *texts)}"
    return f'<choiceInteraction responseIdentifier="RESPONSE" maxChoices="{most}">{inside}</choiceInteraction>'


def test_choices_of_21() -> None:
    found = read_21(choice_21("1", "Como", "<i>Garda</i>"), "c2")
    assert (found.name, found.idnumber) == ("Lakes", "lake-a1b2")
    assert found.prompt.source == "<p>Which <b>lake</b>?</p><p>Choose.</p>"
    assert isinstance(found.body, ChoiceBody)
    assert found.body.single
    assert [(answer.text.source, answer.fraction) for answer in found.body.answers] == [
        ("Como", 0),
        ("<i>Garda</i>", 1),
    ]
    data = item_21(choice_21("0", "Como", "Garda", "Po"), "c1", "c2", cardinality="multiple")
    several = read(data, "lakes.xml", "other-scoring").body
    assert isinstance(several, ChoiceBody)
    assert [answer.fraction for answer in several.answers] == [Fraction(1, 2), Fraction(1, 2), Fraction(-1, 2)]


def test_true_and_false_of_21_are_a_statement() -> None:
    assert read_21(choice_21("1", "True", "<p>False</p>"), "c2").body == TruthBody(False)


FIELD = '<textEntryInteraction responseIdentifier="RESPONSE"/>'


def test_words_numbers_and_gaps_of_21() -> None:
    words = read_21(f"<p>Name: {FIELD}.</p>", "Como", base="string").body
    assert isinstance(words, TextBody)
    assert words.answers[0].text.source == "Como"
    number = read_21(FIELD, "51.5", base="float").body
    assert isinstance(number, NumberBody)
    assert number.answers[0].value == Decimal("51.5")
    gaps = read_21(f"<p>The {FIELD} is a lake.</p>", "Como", base="string")
    assert gaps.prompt.source == f"<p>Which <b>lake</b>?</p><p>The {marker(1)} is a lake.</p>"
    assert isinstance(gaps.body, GapsBody)
    inline = f'<inlineChoiceInteraction responseIdentifier="RESPONSE">{choices("inlineChoice", "a", "b")}'
    dropped = read_21(f"{inline}</inlineChoiceInteraction>", "c2").body
    assert isinstance(dropped, GapsBody)
    assert isinstance(dropped.gaps[0][0], ChoiceBody)


def test_orders_and_pairs_of_21() -> None:
    inside = choices("simpleChoice", "two", "one", "three")
    order = f'<orderInteraction responseIdentifier="RESPONSE">{inside}</orderInteraction>'
    body = read_21(order, "c2", "c1", "c3", cardinality="ordered").body
    assert isinstance(body, OrderBody)
    assert [each.source for each in body.items] == ["one", "two", "three"]
    left, right = choices("simpleAssociableChoice", "Como", "Garda"), choices("simpleAssociableChoice", "A", "B", "C")
    right = right.replace('="c', '="d')
    sets = f"<simpleMatchSet>{left}</simpleMatchSet><simpleMatchSet>{right}</simpleMatchSet>"
    match = f'<matchInteraction responseIdentifier="RESPONSE">{sets}</matchInteraction>'
    pairs = read_21(match, "c1 d2", "c2 d1", cardinality="multiple", base="directedPair").body
    assert isinstance(pairs, MatchBody)
    assert [(a.source, b.source) for a, b in pairs.pairs] == [("Como", "B"), ("Garda", "A")]
    assert [side.source for side in pairs.spare] == ["C"]


@pytest.mark.parametrize(
    ("interaction", "correct", "name", "says"),
    [
        ("<extendedTextInteraction/>", "", "unsupported-kind", "an essay"),
        ("<hotspotInteraction/>", "", "unsupported-kind", "a place in a picture"),
        ("<newInteraction/>", "", "unsupported-kind", "`newInteraction`"),
        (choice_21("1", "a") + "<orderInteraction/>", "c1", "unsupported-kind", "several ways"),
        ("", "", "not-a-question", "text without a question"),
        (choice_21("1", "a", "b"), "", "no-right-answer", "which answer is right"),
        (choice_21("1", "a").replace("RESPONSE", "OTHER"), "c1", "no-right-answer", "which answer is right"),
        (
            '<orderInteraction responseIdentifier="RESPONSE"><simpleChoice identifier="c1"/></orderInteraction>',
            "c9",
            "unreadable-question",
            "each item once",
        ),
        ('<matchInteraction responseIdentifier="RESPONSE"/>', "a b", "unreadable-question", "the pairs name sides"),
    ],
)
def test_what_is_not_read_of_21_is_named(interaction: str, correct: str, name: str, says: str) -> None:
    problem = refusal(item_21(interaction, *([correct] if correct else [])))
    assert (problem.name, says in problem.message) == (name, True)


def test_feedback_of_21_is_lost() -> None:
    data = item_21(choice_21("1", "a", "b"), "c1").replace(
        b"</itemBody>", b"</itemBody><modalFeedback>x</modalFeedback>"
    )
    parsed = parse(data)
    assert len(parsed.items) == 1
    assert [problem.name for problem in parsed.problems] == ["lost-feedback"]


def test_feedback_within_options_of_21_is_read() -> None:
    option = "Como<feedbackInline outcomeIdentifier='F' identifier='c1'>In <b>Lombardy</b>.</feedbackInline>"
    body = read(item_21(choice_21("1", option, "Po"), "c2")).body
    assert isinstance(body, ChoiceBody)
    assert [(answer.text.source, answer.feedback.source) for answer in body.answers] == [
        ("Como", "In <b>Lombardy</b>."),
        ("Po", ""),
    ]


def test_a_test_of_21_names_its_questions() -> None:
    reference = '<assessmentTest title="Waters"><assessmentItemRef href="../items/one.xml"/></assessmentTest>'
    data = zipped({"tests/test.xml": reference, "items/one.xml": item_21(choice_21("1", "a", "b"), "c1")})
    assert read(data, "quiz.zip").category == "Waters"


def test_an_option_of_21_without_points_is_wrong() -> None:
    entries = '<mapEntry mapKey="c1" mappedValue="1"/><mapEntry mapKey="c2" mappedValue="0"/>'
    data = item_21(choice_21("1", "Como", "Po")).replace(
        b"<correctResponse></correctResponse>", f"<mapping>{entries}</mapping>".encode()
    )
    body = read(data).body
    assert isinstance(body, ChoiceBody)
    assert [answer.fraction for answer in body.answers] == [1, 0]


def test_feedback_of_21_that_is_shown_for_an_option_is_read() -> None:
    told = (
        '<responseProcessing><setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>'
        '</responseProcessing><modalFeedback outcomeIdentifier="FEEDBACK" identifier="c1" showHide="show"><p>Right.</p>'
        '</modalFeedback><modalFeedback outcomeIdentifier="FEEDBACK" identifier="c2"><p/></modalFeedback>'
    )
    data = item_21(choice_21("1", "a", "b"), "c1").replace(b"</itemBody>", f"</itemBody>{told}".encode())
    body = read(data).body
    assert isinstance(body, ChoiceBody)
    assert [answer.feedback.source for answer in body.answers] == ["<p>Right.</p>", ""]
