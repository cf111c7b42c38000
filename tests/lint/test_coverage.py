"""Which numbers, dates and names of an article the questions use."""

import pytest

from sco_quiz.core.coverage import Kind, Use
from sco_quiz.core.source import split_paragraphs
from sco_quiz.lint.coverage import coverage
from sco_quiz.lint.mentions import mentions_in, vocabulary_of
from tests.lint.builders import Questions, bank_of, numeric, several, short, single, source_of

ARTICLE = """The Tay Bridge

THE TIES THAT BIND: On Sunday, 28 December 1879 the Tay Bridge fell. Sir Thomas Bouch had built it for the North
British Railway, and Queen Victoria had crossed it in June. Men of the railway and their queen were proud.

Some 75 people died, and forty-six were found. Its 85 spans rose 88 feet; the frst inquiry met on January 3, 1880.
"""
BLOCKS = split_paragraphs(ARTICLE)


def found(text: str, within: str = ARTICLE) -> list[tuple[Kind, str]]:
    return [(mention.kind, mention.text) for mention in mentions_in(text, vocabulary_of([within, text]))]


def test_names_dates_and_numbers_are_found_as_they_are_written() -> None:
    assert found(BLOCKS[1]) == [
        ("name", "Sunday"),
        ("name", "Tay Bridge"),
        ("name", "Thomas Bouch"),
        ("name", "North British Railway"),
        ("name", "Queen Victoria"),
        ("date", "28 December 1879"),
        ("date", "June"),
    ]
    assert found(BLOCKS[2]) == [
        ("date", "January 3, 1880"),
        ("number", "75 people"),
        ("number", "forty-six"),
        ("number", "85 spans"),
        ("number", "88 feet"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It took two hundred and five days.", [("number", "two hundred and five days")]),
        ("It took fve days and 1,340.5 metres.", [("number", "fve days"), ("number", "1,340.5 metres")]),  # a bad scan
        (
            "The 21st century, and the second of ten.",
            [("number", "21st century"), ("number", "second"), ("number", "ten")],
        ),
        ("One may be first in May. May it be 1?", [("number", "1")]),
        ("In 2009-12-09 and 28.12.1879", [("date", "2009-12-09"), ("date", "28.12.1879")]),
        ("Then Russia’s RIA Novosti came.", [("name", "Russia"), ("name", "RIA Novosti")]),
        ("Engineers came. They met Engineers.", [("name", "Engineers")]),
        ("He said so. Nothing more.", []),
    ],
)
def test_forms_of_numbers_dates_and_names(text: str, wanted: list[tuple[Kind, str]]) -> None:
    assert found(text, "") == wanted


def uses(*questions: Questions) -> dict[str, Use]:
    bank = bank_of(several(*questions), source_of(ARTICLE))
    return {usage.text: usage.use for paragraph in coverage(bank, BLOCKS) for usage in paragraph.found}


def test_what_goes_beyond_the_article_uses_nothing_of_it() -> None:
    beyond = {"text": "Queen Victoria knew him.", "references": ["life"]}
    assert uses(short("Thomas Bouch", "Who built the bridge?", beyond=beyond))["Queen Victoria"] == "unused"
    assert uses(short("Thomas Bouch", "Who built the bridge?", explanation=beyond["text"]))["Queen Victoria"] == "shown"


def test_what_is_asked_shown_and_unused() -> None:
    used = uses(
        short("Thomas Bouch", "Who built the bridge over the Tay?", hint="Queen Victoria knew him."),
        numeric("How many people died on 28 December 1879?", 75, source=[3]),
        numeric("How many years?", 46, source=[2]),  # cites another paragraph
        single("On a Sunday", "In June", prompt="When did it fall?", explanation="It was 88 feet high.", source=[3]),
    )
    assert used == {
        "Sunday": "asked",
        "Tay Bridge": "asked",
        "Thomas Bouch": "asked",
        "North British Railway": "unused",
        "Queen Victoria": "shown",
        "28 December 1879": "asked",
        "June": "shown",
        "January 3, 1880": "unused",
        "75 people": "asked",
        "forty-six": "unused",
        "85 spans": "unused",
        "88 feet": "shown",
    }


@pytest.mark.parametrize(
    ("prompt", "use"),
    [
        ("What met on 3 January 1880?", "asked"),
        ("What met on January 3rd?", "asked"),
        ("What met in January 1880?", "unused"),  # the day is not asked
        ("What met on 3 January 1881?", "unused"),
    ],
)
def test_a_date_is_asked_with_all_its_parts(prompt: str, use: Use) -> None:
    assert uses(short("It", prompt))["January 3, 1880"] == use


def test_another_name_of_the_same_counts() -> None:
    source = source_of("T\n\nIt belongs to the UN in London.\n")
    bank = bank_of(short("London", "Where are the United Nations?"), source)
    (paragraph,) = coverage(bank, ["T", "It belongs to the UN in London."])
    assert paragraph.texts("asked") == ("UN", "London")


def test_a_retired_question_asks_nothing() -> None:
    assert uses(short("Thomas Bouch", status="retired"))["Thomas Bouch"] == "unused"
