"""The digest tells each paragraph once, under the topic that it names or that cites it most."""

from dataclasses import replace
from datetime import date

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.digest import Digest, digest
from sco_quiz.core.errors import UnknownTopicError
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.source import Paragraph, Source


def question(name: str, *paragraphs: int, status: str = "active") -> AnyQuestion:
    fields = {"id": name, "type": "short_answer", "prompt": "Where?", "answer": "Here", "level": "remember"}
    return KINDS["short_answer"].model_validate({**fields, "source": paragraphs, "status": status})


def bank_of(*paragraphs: Paragraph) -> Bank:
    """Return a bank of two topics, `water` before `village`."""
    water = Topic("water", "Water", (question("a", 2, 3), question("b", 3), question("c", 4, status="retired")))
    village = Topic("village", "The village", (question("d", 2, 4), question("e", 4), question("f", 4)))
    source = Source(
        title="Ten Days", publication="News", speaker="A warden", date=date(2026, 5, 20), paragraphs=paragraphs
    )
    return Bank("b", "Bank", (water, village), source=source)


def told(found: Digest) -> dict[str, list[int]]:
    return {section.topic.id: [p.number for p in section.paragraphs] for section in found.sections}


def text(number: int, **fields: object) -> Paragraph:
    return Paragraph.model_validate({"number": number, "summary": f"no. {number}", **fields})


def test_a_paragraph_is_told_where_it_is_cited_most() -> None:
    found = digest(bank_of(*map(text, range(1, 6))))
    # 1: nobody cites it, so the first topic; 2: a tie, so the first in study order; 5: as the one before it
    assert told(found) == {"water": [1, 2, 3], "village": [4, 5]}
    assert (found.title, found.citation, found.speaker, found.date) == (
        "Bank",
        "Ten Days, News",
        "A warden",
        date(2026, 5, 20),
    )


def test_a_paragraph_names_its_topic_or_none() -> None:
    found = digest(bank_of(text(1), text(2, topic="village"), text(3, topic=""), text(4), text(5, topic="water")))
    assert told(found) == {"water": [1, 5], "village": [2, 4]}


def test_headings_data_and_questions_are_told_only_if_they_name_a_topic() -> None:
    roles = [text(1, role="heading"), text(2, role="question"), text(3, role="metadata"), text(4, role="caption")]
    assert told(digest(bank_of(*roles))) == {"village": [4]}
    assert told(digest(bank_of(text(1, role="heading", topic="water"), *roles[1:]))) == {"water": [1], "village": [4]}


def test_a_paragraph_without_a_summary_is_not_told() -> None:
    assert told(digest(bank_of(text(1), text(2, summary=""), text(3)))) == {"water": [1, 3]}


def test_some_topics() -> None:
    bank = bank_of(*map(text, range(1, 6)))
    assert told(digest(bank, ["village"])) == {"village": [4, 5]}
    with pytest.raises(UnknownTopicError, match="did you mean `village`"):
        digest(bank, ["vilage"])


def test_a_bank_without_an_article_has_nothing_to_read() -> None:
    bank = bank_of()
    assert digest(bank).sections == ()
    assert digest(Bank(bank.id, bank.title, bank.topics)).sections == ()


def test_minutes_and_sections() -> None:
    found = digest(bank_of(text(1), text(2, summary="word " * 598), text(4)))
    assert found.minutes == 3
    assert digest(bank_of(text(1))).minutes == 1
    section = found.section_of(4)
    assert section
    assert section.topic.id == "village"
    assert found.section_of(3) is None


FACT = {"Where it is.": ["e"]}


@pytest.mark.parametrize(
    ("paragraphs", "place"),
    [
        ([text(3), text(4)], ("village", 4)),  # its own topic, not the first one that it cites
        ([text(3)], ("water", 3)),
        ([text(3, facts=[FACT]), text(4)], ("water", 3)),  # what asks the fact wins
        ([text(4), text(5, topic="village", facts=[FACT])], ("village", 5)),
        ([text(3, facts=[{"Another.": ["d"]}]), text(4)], ("village", 4)),
        ([text(2)], None),
    ],
)
def test_the_answer_to_a_question_is_where_its_fact_is_or_in_its_topic(
    paragraphs: list[Paragraph], place: tuple[str, int] | None
) -> None:
    plain = bank_of(*paragraphs)
    asked = question("e", 3, 4, 5)
    bank = replace(plain, topics=(plain.topics[0], replace(plain.topics[1], questions=(question("d", 4), asked))))
    found = digest(bank).place_of(bank, asked)
    assert (found and (found[0].topic.id, found[1])) == place
