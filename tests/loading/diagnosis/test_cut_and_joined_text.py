"""Text that YAML cut off as a comment, or joined with a list item."""

import pytest

from tests.loading.diagnosis.files import question, told

CUT = "swallowed-text: text after `#` is a YAML comment and will not be shown"
JOINED = "swallowed-item: YAML reads this line as a continuation of the previous"


@pytest.mark.parametrize(
    "line",
    [
        "answer: Beijing #capital",
        "prompt: In which city sits body # 1?",
        "answer: Building # 4",
        "explanation: It moved # as some say",
    ],
    ids=["glued", "numbered", "numbered name", "no end"],
)
def test_text_cut_off_as_a_comment(line: str) -> None:
    (found,) = told(question("id: a", line))
    assert found.startswith(f"4:{5 + line.index('#')} {CUT}")


@pytest.mark.parametrize(
    "line",
    [
        "answer: Beijing # the capital",
        "explanation: It moved. # a note",
        "difficulty: 3 # 1 to 5",
        "tolerance: 0.5 # 2 would do",
        'answer: "Beijing # 1"',
        "# prompt: what # 1",
        "items: [a, b] # 2 of them",
    ],
    ids=["note", "after an end", "number", "number with digits", "quoted", "comment line", "list"],
)
def test_ordinary_comments(line: str) -> None:
    assert told(question("id: a", line)) == []


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (("items:", "  - one", "   - two"), ["6:8"]),
        (("items:", "  - one", "    • two"), ["6:9"]),
        (("items:", "  - one: note", "     -two"), ["6:10"]),
        (("hint: first", "  - one", "  - two"), ["5:7", "6:7"]),
    ],
    ids=["dash", "bullet", "glued", "twice in prose"],
)
def test_items_joined_with_the_text_above(lines: tuple[str, ...], at: list[str]) -> None:
    found = told(question("id: a", *lines))
    assert [line.split()[0] for line in found] == at
    assert all(JOINED in line for line in found)


def test_one_dash_in_prose_is_a_dash() -> None:
    assert told(question("id: a", "hint: first", "  - and only")) == []
