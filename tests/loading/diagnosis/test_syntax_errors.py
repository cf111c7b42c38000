"""Each guess recognizes its mistake; the id of a test is the name of the guess."""

import pytest

from sco_quiz.loading.diagnosis.syntax_errors import syntax_problem
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import SyntaxStop
from tests.loading.diagnosis.files import HEAD, question, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: " + "[" * 2000,
            "1:1003 too-deep: lists are nested too deeply; remove extra brackets or dashes",
            id="_depth",
        ),
        pytest.param(
            HEAD + "\t- id: a\n",
            "3:1 tab-indentation: this line is indented with a tab; indent with spaces, two per level",
            id="_tab",
        ),
        pytest.param(
            question("id: a", 'hint: "C:\\Quiz"'),
            "4:14 bad-escape: `\\Q` has no meaning in double quotes; write the backslash twice",
            id="_escape",
        ),
        pytest.param(
            question("id: a", 'hint: "\\x9 here"'),
            "4:12 bad-escape: `\\x9` is not the code of a character; write the backslash twice",
            id="_escape code",
        ),
        pytest.param(
            question("id: a", 'hint: "never closed'),
            '4:11 unclosed-quote: the quote that opens here (") is not closed; close or remove it',
            id="_unclosed_quote",
        ),
        pytest.param(
            question("id: a", 'hint: "closed”'),
            '4:11 unclosed-quote: the quote that opens here (") is closed with a curly one: ”; write " at the end too',
            id="_unclosed_quote curly",
        ),
        pytest.param(
            question("id: a", "answer: @home"),
            "4:13 reserved-start: text that starts with @ needs quotes; put the text in quotes",
            id="_unstartable",
        ),
        pytest.param(
            question("id: a", "items: - one"),
            "4:12 wrong-indent: the list is on one line with `items:`; write one item per line",
            id="_unstartable list",
        ),
        pytest.param(
            question("id: a", "prompt: {{c1::Two}} words"),
            '4:13 reserved-start: text that starts with {{ needs quotes; write `prompt: "{{c1::Two}} words"`',
            id="_unstartable gap",
        ),
        pytest.param(
            question("id: a", "answer:Beijing", "level: remember"),
            "4:11 missing-blank: missing space after `answer:`; write `answer: …`",
            id="_missing_space",
        ),
        pytest.param(
            HEAD + "  -id: a\n    type: cloze\n",
            "3:3 missing-blank: missing space after the dash; write `- id: …`",
            id="_missing_space dash",
        ),
        pytest.param(
            question("id: a", "type: cloze") + "  id: b\n",
            "5:3 missing-dash: missing dash before `id`; start every question with a dash",
            id="_layout",
        ),
        pytest.param(
            question("id: a", 'hint: "one" two'),
            '4:17 text-after-quote: the text continues after its closing quote; put text that contains " in single',
            id="_after_quote",
        ),
        pytest.param(
            question("id: a", "hint: so: it is"),
            "4:13 unquoted-colon: text without quotes contains a colon and a space; put the text in quotes: "
            '"so: it is"',
            id="_colon",
        ),
        pytest.param(
            question("id: a", "hint: x") + "   tags: y\n",
            "5:4 wrong-indent: this line starts in column 4, expected column 5; indent this line by 1 more space",
            id="_indentation",
        ),
        pytest.param(
            question("id: a", "hint: x", "  tags: y"),
            "5:7 wrong-indent: this line starts in column 7, expected column 5; remove 2 spaces at the start",
            id="_indentation too far",
        ),
        pytest.param(
            question("id: a", "answer: [one] two"),
            "4:13 reserved-start: text that starts with [ needs quotes; put the text in quotes",
            id="_reserved",
        ),
        pytest.param(
            question("id: a", "tags: [one, two"),
            "4:11 unclosed-bracket: the bracket [ that opens here is not closed; close it with ]",
            id="_bracket",
        ),
    ],
)
def test_guess(text: str, expected: str) -> None:
    last = told(text)[-1]
    assert last.startswith(expected), last


def test_without_a_guess_the_reason_of_libyaml_is_shown() -> None:
    problem = syntax_problem(Document("t.yaml", "a: b"), SyntaxStop(0, 0, 0, 0, "found something odd"))
    assert problem.name == "yaml-syntax"
    assert problem.message == "this is not well-formed YAML (found something odd)"


def test_a_stop_behind_the_end_is_placed_on_the_last_line() -> None:
    problem = syntax_problem(Document("t.yaml", "a"), SyntaxStop(7, 0, 7, 0, "stream ended"))
    assert problem.place.line == 1


def test_what_follows_from_the_mistake_is_not_reported() -> None:
    text = question("id: a", "hint: x", "hint: y", 'answer: "open', "hint: z")
    assert [line.split(": ")[0] for line in told(text)] == ["5:5 duplicate-key", "6:13 unclosed-quote"]
