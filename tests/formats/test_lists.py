"""Plain lettered lists are read in the forms in which teachers write them; what is not understood is named."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.item import (
    Answer,
    ChoiceBody,
    Item,
    NumberAnswer,
    NumberBody,
    Parsed,
    RichText,
    TextBody,
    TruthBody,
)
from sco_quiz.formats.lists.reader import is_like, parse


def read(text: str) -> Parsed:
    return parse(text.encode(), "quiz.txt", GUESS)


def only(text: str) -> Item:
    parsed = read(text)
    assert parsed.problems == ()
    (item,) = parsed.items
    return item


def options(item: Item) -> dict[str, Fraction]:
    assert isinstance(item.body, ChoiceBody)
    return {answer.text.source: answer.fraction for answer in item.body.answers}


VOLGA = {"Don": 0, "Volga": 1, "Oka": 0}


@pytest.mark.parametrize(
    "text",
    [
        "1. Longest?\nA) Don\nB) Volga\nC) Oka\nANSWER: B",
        "Longest?\na. Don\nb. Volga\nc. Oka\nAnswer: b",
        "1) Longest?\n(a) Don\n(b) Volga\n(c) Oka\nAns: (b)",
        "Question 7: Longest?\nA- Don\nB- Volga\nC- Oka\nCorrect answer: B) Volga",
        "1. Longest?\n\nA : Don\n\nB : Volga\n\nC : Oka\n\nAnswer: Volga.",
        "1. Longest?\nA) Don\n*B) Volga\nC) Oka",
        "1. Longest?\nA) Don\nB) *Volga\nC) Oka",
        "1. Longest? A) Don  B) Volga  C) Oka\nAnswer: B",
        "1. Longest?\na) Don b) Volga c) Oka\nAnswer: B",
        "1. Longest?\nA) Don\nB) Volga\nC) Oka\n\nAnswer key\n1. B",
        "3. Longest?\n1) Don\n2) Volga\n3) Oka\nAnswer: 2",
        "Longest?\n1. Don\n2. Volga\n3. Oka\nAnswer: 2",
        "Frage 1. Longest?\nA) Don\nB) Volga\nC) Oka\nRichtige Antwort: B",
        "1. Longest?\nA) Don\nB) Volga\nC) Oka\nRespuesta correcta: b",
        "1. Longest?\nA) Don\nB) Volga\nC) Oka\nRéponse : B",
        "1. Longest?\nA) Don\nB) Volga\nC) Oka\nRisposta esatta: B",
        "1. Longest?\nA) Don\nB) Volga\nC) Oka\nGabarito: B",
        "1. Longest?\nа) Don\nб) Volga\nв) Oka\nОтвет: б",
        "1、Longest?\nA、Don\nB、Volga\nC、Oka\n答案：B",
        "1. Longest?\n① Don\n② Volga\n③ Oka\n정답: ②",
    ],
)
def test_forms_of_the_same_question(text: str) -> None:
    item = only(text)
    assert item.prompt == RichText("Longest?")
    assert options(item) == VOLGA


def test_many_questions_with_a_key_at_the_end() -> None:
    text = "\n\n".join(f"{number}. Question {number}?\na) x\nb) y" for number in range(1, 13))
    parsed = read(f"{text}\n\n1-a 2-b 3-a 4-b 5-a 6-b 7-a\n8-b 9-a 10-b 11-a 12-b")
    assert parsed.problems == ()
    assert [options(item)["x"] for item in parsed.items] == [1, 0] * 6
    assert [item.place.line for item in parsed.items][:3] == [1, 5, 9]


def test_long_questions_options_and_explanations() -> None:
    item = only(
        "1. Read this:\n\nA river ends in a sea.\nWhich one?\nA) the Black\n   Sea\nB) none\nAnswer: A\n"
        "Explanation: The Dnieper\nends there."
    )
    assert item.prompt == RichText("Read this:\nA river ends in a sea.\nWhich one?")
    assert options(item) == {"the Black\nSea": 1, "none": 0}
    assert item.feedback == RichText("The Dnieper\nends there.")


@pytest.mark.parametrize("key", ["Answers: A, B", "Key: a and b", "Answer: A;B.", "Answer: AB", "答案：AB。"])
def test_several_right_options(key: str) -> None:
    right = {"2": Fraction(1, 2), "3": Fraction(1, 2), "4": Fraction(-1, 2)}
    assert options(only(f"1. Prime?\na) 2\nb) 3\nc) 4\n{key}")) == right
    assert options(only("1. Prime?\n*a) 2\n*b) 3\nc) 4")) == right


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("1. Oslo is in Norway.\nAnswer: True", TruthBody(True)),
        ("1. Oslo is in Norway.\nAntwort: falsch", TruthBody(False)),
        ("1. Oslo is in Norway.\nA) True\nB) False\nAnswer: A", TruthBody(True)),
        ("1. Legs of a spider?\nAnswer: 8", NumberBody((NumberAnswer(Decimal(8)),))),
        ("1. Pi?\nAntwort: 3,14", NumberBody((NumberAnswer(Decimal("3.14")),))),
        (
            "1. The capital is ____.\nAnswer: Oslo / Kristiania",
            TextBody((Answer(RichText("Oslo"), Fraction(1)), Answer(RichText("Kristiania"), Fraction(1)))),
        ),
        ("1. The capital is ____.\nAnswer:\nOslo", TextBody((Answer(RichText("Oslo"), Fraction(1)),))),
    ],
)
def test_typed_answers_and_truth(text: str, body: object) -> None:
    assert only(text).body == body


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("1. One?\nA) x\nB) y", [("no-right-answer", 1)]),
        ("1. One?\nA) x\nB) y\nAnswer: C", [("key-not-an-option", 4)]),
        ("1. One?\nA) x\nB) y\nAnswer: the first", [("key-not-an-option", 4)]),
        ("1. One?\nA) x\nAnswer: A", [("too-few-options", 1)]),
        ("A) x\nB) y\nAnswer: A", [("unreadable-question", 1)]),
        ("1. One?\n\n2. Two?", [("no-right-answer", 1), ("no-right-answer", 3)]),
        ("1. One?\nA) x\nB) y\nAnswer: BA", [("key-not-an-option", 4)]),
        ("Some words.\nMore words.", [("doubtful-text", 1)]),
        ("", [("unknown-format", 0)]),
    ],
)
def test_what_is_not_understood_is_named(text: str, problems: list[tuple[str, int]]) -> None:
    parsed = read(text)
    assert [(problem.name, problem.place.line) for problem in parsed.problems] == problems
    assert parsed.items == ()


def test_a_heading_is_no_part_of_a_question() -> None:
    parsed = read("Rivers of Europe\n\nLongest?\nA) Don\nB) Volga\nC) Oka\nAnswer: B")
    assert [(problem.name, problem.severity) for problem in parsed.problems] == [("doubtful-text", "warning")]
    assert parsed.items[0].prompt == RichText("Longest?")


def test_a_stem_that_begins_with_a_letter() -> None:
    item = only("A. Einstein was born in\nA. Ulm\nB. Bern\nAnswer: A")
    assert item.prompt == RichText("A. Einstein was born in")
    assert options(item) == {"Ulm": 1, "Bern": 0}


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("1. x?\nA) y\nB) z\nANSWER: A", True),
        ("x?\r\n*a. y\r\nb. z", True),
        ("::Q::x? {=a ~b}", False),
        ("term\tdefinition\nother\tmeaning", False),
        ('[{"a": 1}]', False),
    ],
)
def test_is_like(text: str, like: bool) -> None:
    assert is_like(text.encode(), "a.txt") is like


@pytest.mark.parametrize(
    "line", [" " * 200_000 + "!", "a) " * 20_000, "1. B " * 40_000, "*" * 200_000, "Answer: " * 20_000]
)
def test_long_lines_are_read(line: str) -> None:
    """A pattern that tries every way to divide them would never end."""
    parsed = read(f"1. One?\n{line}")
    assert parsed.items or parsed.problems


def test_an_answer_that_is_missing_does_not_take_the_next_question() -> None:
    parsed = read("1. One?\nA) x\nB) y\nAnswer:\n\n2. Two?\nA) x\nB) y\nAnswer:\nB")
    assert [(problem.name, problem.place.line) for problem in parsed.problems] == [("no-right-answer", 1)]
    assert [item.prompt for item in parsed.items] == [RichText("Two?")]


def test_an_option_without_text_is_named() -> None:
    parsed = read("1. One?\nA) x\nB)\nC) z\nAnswer: A")
    assert [(problem.name, problem.place.line) for problem in parsed.problems] == [("doubtful-text", 3)]
    assert len(parsed.items) == 1


@pytest.mark.parametrize("mark", ["*", " [x]", " (correct)", " ✓"])
def test_marks_behind_the_right_option(mark: str) -> None:
    assert options(only(f"1. Capital?\nA) Almaty\nB) Astana{mark}\nC) Oral")) == {"Almaty": 0, "Astana": 1, "Oral": 0}


def test_marks_behind_options_are_text_if_an_answer_follows_or_all_have_one() -> None:
    assert options(only("1. Conjugate?\nA) z\nB) z*\nAnswer: B")) == {"z": 0, "z*": 1}
    assert read("1. Conjugate?\nA) y*\nB) z*").items == ()


def test_emphasis_marks_no_option() -> None:
    assert options(only("1. Which?\nA) *none*\nB) one\nAnswer: B")) == {"*none*": 0, "one": 1}
    assert options(only("1. Which?\nA) *none\nB) one")) == {"none": 1, "one": 0}
    assert [problem.name for problem in read("1. Which?\nA) *none*\nB) one").problems] == ["no-right-answer"]


def test_markdown_around_questions_options_and_answers() -> None:
    item = only("### 1. Capital?\n\n- A) Almaty\n- B) Astana\n\n**Correct Answer**: B) Astana\n")
    assert (item.prompt, options(item)) == (RichText("Capital?"), {"Almaty": 0, "Astana": 1})
    assert options(only("1. Capital?\nA) Almaty\nB) Astana\n**Answer: B**")) == {"Almaty": 0, "Astana": 1}


@pytest.mark.parametrize("key", [f"{'e' * 60}!", f"{'A e ' * 30}!", f"A and{' ' * 5_000}!"])
def test_a_line_of_answers_that_is_none_is_read_at_once(key: str) -> None:
    """There are as many ways to divide it as there are of climbing sixty stairs by ones and twos."""
    assert [problem.name for problem in read(f"1. a\nA) b\nB) c\nAnswer: {key}\n").problems] == ["key-not-an-option"]


def test_a_line_of_hundreds_of_first_labels_is_read_at_once() -> None:
    # each was once compared with all behind it: two seconds a line
    text = "".join(f"{number}. {'a) ' * 700}\nA) b\nB) c\nAnswer: A\n\n" for number in range(1, 41))
    assert len(read(text).items) == 40


def test_lines_of_code_keep_their_indent() -> None:
    item = only("1. What is shown?\n   for i in range(3):\n       print(i)\nA) 0 1 2\nB) nothing\nANSWER: A")
    assert item.prompt == RichText("What is shown?\nfor i in range(3):\n    print(i)")


def test_formulas_are_read() -> None:
    item = only("1. Is \\(x^2\\) < 0 or\n  $y_1$?\n  no\nA) \\(1\\)\nB) 2 $ or 3 $\nANSWER: A")
    assert item.prompt == RichText("Is \\(x^2\\) &lt; 0 or<br>$y_1$?<br>no", "html")
    assert isinstance(item.body, ChoiceBody)
    assert [answer.text for answer in item.body.answers] == [RichText("\\(1\\)", "html"), RichText("2 $ or 3 $")]


@pytest.mark.parametrize(
    "text",
    [
        "## Question 1\n\nLongest?\n\n- [ ] Don\n- [x] Volga\n- [ ] Oka\n\n## Question 2\n\nWet?\n1. [x] yes\n2. [] no",
        "Longest?\n* [ ] Don\n\n* [X] Volga\n\n* [ ] Oka\n\nWet?\n- [x] yes\n- [ ] no",
        "1. Longest?\n   - A) Don\n   - B) Volga\n   - C) Oka\n\n   **Answer: B**\n\n"
        "2. Wet?\n   - A) yes\n   - B) no\n\n   **Answer: A**",
    ],
)
def test_lists_in_markdown(text: str) -> None:
    parsed = parse(text.encode(), "quiz.md", GUESS)
    assert is_like(text.encode(), "quiz.md")
    assert parsed.problems == ()
    longest, wet = parsed.items
    assert (longest.prompt, wet.prompt) == (RichText("Longest?", "markdown"), RichText("Wet?", "markdown"))
    assert (options(longest), options(wet)) == (VOLGA, {"yes": 1, "no": 0})
