"""What counts in another way in QTI, and what no question here can say, is named."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sco_quiz.formats.exchange.item import Body, ChoiceBody, NumberBody, TextBody
from tests.formats.qti.specimens import choice, equal, item, item_21, parse, quiz, read, refusal, row, rule, text, typed

PROMPT = text("Which is longest?")
CHOICE = PROMPT + choice(a="Nile", b="Po")
RIGHT = rule(equal("a"))
FIELD = '<textEntryInteraction responseIdentifier="RESPONSE"/>'


def shares(body: Body) -> dict[str, Fraction]:
    assert isinstance(body, ChoiceBody | TextBody)
    return {answer.text.source: answer.fraction for answer in body.answers}


def test_words_that_give_a_part_of_the_points() -> None:
    rules = rule(equal("Nile")) + rule(equal("the long one"), "50")
    assert shares(read(quiz(item("short_answer_question", PROMPT + typed(), rules))).body) == {
        "Nile": 1,
        "the long one": Fraction(1, 2),
    }


@pytest.mark.parametrize(("first", "lost"), [("50", ()), ("34", ()), ("80", ("other-scoring",))])
def test_rows_and_options_that_give_more_than_others(first: str, lost: tuple[str, ...]) -> None:
    rest = str(100 - int(first)) if first != "34" else "33.33"
    rows = PROMPT + row("r1", "Nile", x="Egypt", y="Italy") + row("r2", "Po", x="Egypt", y="Italy")
    rules = rule(equal("x", "r1"), first, "Add") + rule(equal("y", "r2"), rest, "Add")
    read(quiz(item("matching_question", rows, rules)), "q.xml", *lost)
    several = PROMPT + choice("Multiple", a="Nile", b="Po", c="Alps")
    rules = rule(equal("a"), first, "Add") + rule(equal("b"), rest, "Add")
    read(quiz(item("multiple_answers_question", several, rules)), "q.xml", *lost)


def with_points(points: str, ident: str) -> str:
    said = f"<qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>{points}</fieldentry>"
    question = item("multiple_choice_question", CHOICE, RIGHT, ident=ident)
    return question.replace("<qtimetadata>", f"<qtimetadata>{said}</qtimetadatafield>")


def test_different_points_of_questions_are_named_once() -> None:
    alike = parse(quiz(with_points("1.0", "a"), with_points("1", "b")))
    assert alike.problems == ()
    different = parse(quiz(*(with_points(points, f"q{points}x") for points in ("1", "5", "9"))))
    assert [problem.name for problem in different.problems] == ["other-scoring"]
    assert "3 different numbers" in different.problems[0].message


def test_texts_beside_questions_are_named() -> None:
    noted = item("multiple_choice_question", CHOICE, RIGHT, f"<rubric>{text('Use a pencil.')}</rubric>")
    (problem,) = parse(quiz(noted)).problems
    assert (problem.name, "Use a pencil." in problem.message) == ("lost-field", True)
    above = f"<presentation_material><flow_mat>{text('Read this first.')}</flow_mat></presentation_material>"
    (problem,) = parse(quiz(above, item("multiple_choice_question", CHOICE, RIGHT))).problems
    assert (problem.name, "Read this first." in problem.message) == ("lost-field", True)


def test_a_quiz_that_draws_some_questions_is_named() -> None:
    drawn = "<selection_ordering><selection><selection_number>1</selection_number></selection></selection_ordering>"
    (problem,) = parse(quiz(drawn, item("multiple_choice_question", CHOICE, RIGHT))).problems
    assert (problem.name, "asks 1 of" in problem.message) == ("lost-setting", True)


def mapped(interaction: str, *correct: str, several: bool = False, **points: str) -> bytes:
    """Return a question of QTI 2.1 that says what each value gives."""
    data = item_21(interaction, *correct, cardinality="multiple" if several else "single", base="identifier")
    entries = "".join(f'<mapEntry mapKey="{key}" mappedValue="{value}"/>' for key, value in points.items())
    return data.replace(b"</correctResponse>", f"</correctResponse><mapping>{entries}</mapping>".encode())


def choice_21(most: int) -> str:
    options = "".join(f'<simpleChoice identifier="{each}">{each}</simpleChoice>' for each in "abc")
    return f'<choiceInteraction responseIdentifier="RESPONSE" maxChoices="{most}">{options}</choiceInteraction>'


def test_mapped_points_of_21_are_shares() -> None:
    single = read(mapped(choice_21(1), "a", a="2", b="1", c="-1")).body
    assert shares(single) == {"a": 1, "b": Fraction(1, 2), "c": Fraction(-1, 2)}
    several = read(mapped(choice_21(0), "a", "b", several=True, a="3", b="1")).body
    assert shares(several) == {"a": Fraction(3, 4), "b": Fraction(1, 4), "c": 0}
    broken = read(mapped(choice_21(1), "a", b="1")).body
    assert shares(broken) == {"a": 1, "b": 0, "c": 0}


def test_mapped_words_of_21_are_other_right_answers() -> None:
    found = read(mapped(FIELD, "water", water="1", H2O="1", liquid="0.5"), "q.xml", "partial-credit")
    assert shares(found.body) == {"water": 1, "H2O": 1}


@pytest.mark.parametrize(("mode", "percent"), [("absolute", False), ("relative", True)])
def test_the_tolerance_of_a_number_of_21(mode: str, percent: bool) -> None:
    test = f'<equal toleranceMode="{mode}" tolerance="2 3"><variable identifier="RESPONSE"/></equal>'
    data = item_21(FIELD, "300", base="float")
    data = data.replace(b"</itemBody>", f"</itemBody><responseProcessing>{test}</responseProcessing>".encode())
    body = read(data).body
    assert isinstance(body, NumberBody)
    assert (body.answers[0].tolerance, body.answers[0].percent) == (Decimal(2), percent)


def test_random_values_and_rubrics_of_21_are_named() -> None:
    data = item_21(choice_21(1), "a")
    random = data.replace(b"<itemBody>", b'<templateDeclaration identifier="x"/><itemBody>')
    assert refusal(random).name == "unsupported-kind"
    noted = data.replace(b"<itemBody>", b"<itemBody><rubricBlock>Scan.</rubricBlock>")
    assert "Scan." not in read(noted, "q.xml", "lost-field").prompt.source
