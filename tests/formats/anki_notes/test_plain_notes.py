"""Text files that Anki exports as *Notes in Plain Text*."""

from typing import Any

import pytest

from sco_quiz.formats import guess_format
from sco_quiz.formats.draft import Draft, Reading


def read(text: str) -> Reading:
    form = guess_format(text.encode(), "notes.txt")
    assert form
    assert form.name == "anki"
    return form.read(text.encode(), "notes.txt")


def drafts(text: str) -> tuple[Draft, ...]:
    reading = read(text)
    assert reading.problems == ()
    return reading.drafts


def pairs(text: str) -> list[tuple[Any, Any]]:
    return [(draft.values["prompt"], draft.values["answer"]) for draft in drafts(text)]


def test_columns_that_the_header_names() -> None:
    basic, cloze = drafts(
        "#separator:tab\n#html:true\n#notetype column:1\n#deck column:2\n#tags column:5\n"
        "Basic\tBio::Cells\tWhat is <b>ATP</b>?\tenergy &amp; more\tbio unit-1\n"
        'Cloze\tBio\tThe {{c1::nucleus::part}}\t"on ""two""\nlines"\t\n'
    )
    assert basic.values == {
        "prompt": "What is **ATP**?",
        "type": "short_answer",
        "answer": "energy & more",
        "tags": ["bio", "unit-1"],
    }
    assert (basic.category, basic.place.line) == ("Bio/Cells", 6)
    assert cloze.values["prompt"] == "The {{c1::nucleus::part}}"
    assert cloze.values["explanation"] == 'on "two" lines'
    assert (cloze.category, cloze.place.line) == ("Bio", 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#separator:Semicolon\n#html:false\nHund;<dog>\nKatze;cat\n", [("Hund", "<dog>"), ("Katze", "cat")]),
        ("#separator:|\n#html:true\nHund|<i>dog</i>\n", [("Hund", "*dog*")]),
        ("help\t:h &lt;term&gt;<br />\ndelete\td\n", [("help", ":h <term>"), ("delete", "d")]),
    ],
)
def test_separators_and_html(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


def test_settings_for_all_notes() -> None:
    (draft,) = drafts(
        "#separator:tab\n#html:true\n#tags:old new\n#deck:Zoo\n#columns:Word\tSound\tMeaning\nHund\t\tdog\n"
    )
    assert (draft.values["answer"], draft.values["tags"], draft.category) == ("dog", ["old", "new"], "Zoo")


def test_names_of_columns_that_are_alike_or_odd_lose_nothing() -> None:
    (draft,) = drafts("#separator:tab\n#html:true\n#columns:Word\tWord\t{{b}}\nHund\tdog\tbarks\n")
    assert draft.values["prompt"] == "Hund"
    assert (draft.values["answer"], draft.values["explanation"]) == ("dog", "barks")


def test_cards_and_files_that_do_not_come_along_are_named() -> None:
    reading = read(
        "#separator:tab\n#html:true\n#notetype:Basic (and reversed card)\nHund[sound:a.mp3]\t<img src='dog.png'>\n"
    )
    assert sorted((each.name, each.place.line) for each in reading.problems) == [
        ("lost-field", 0),
        ("lost-markup", 4),
        ("lost-picture", 4),
    ]


@pytest.mark.parametrize("text", ["Hund\tdog\nKatze\tcat\n", "Question\tA\tB\tKey\n1 &lt; 2?\tyes\tno\tA\n"])
def test_other_tables_are_not_taken_for_notes(text: str) -> None:
    form = guess_format(text.encode(), "terms.txt")
    assert form
    assert form.name != "anki"
