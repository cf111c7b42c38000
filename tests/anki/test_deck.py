"""The bank's deck in a real Anki."""

import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from sco_quiz.anki.deck_description import deck_description
from sco_quiz.anki.ids import FIELDS, NOTE_TYPE_IDS, TEMPLATE_IDS, field_id, guid_for
from sco_quiz.anki.package import write_deck
from sco_quiz.core.bank import Bank
from sco_quiz.core.digest import digest
from tests.anki.profile import NOW, Profile
from tests.anki.sample import eight_kinds

FOLDED = '<details style="color: var(--fg, inherit)">'  # in the color that Anki gives to text


@pytest.fixture
def deck(bank: Bank, tmp_path: Path) -> Path:
    path = tmp_path / "deck.apkg"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        write_deck(bank, path, NOW)
    return path


def test_every_question_is_a_note_and_every_card_is_full(bank: Bank, deck: Path, profile: Profile) -> None:
    count = len(bank.questions)
    assert count >= 110
    assert profile.load(deck) == {"new": count}
    assert profile.col.note_count() == count
    assert profile.is_sound()
    for card in profile.cards():
        assert card.note()["Id"].startswith(f"{bank.id}/")
        assert "{{" not in card.question() + card.answer()


def test_importing_again_changes_nothing(bank: Bank, deck: Path, profile: Profile) -> None:
    profile.load(deck)
    before = (
        profile.col.db.all("select * from notes order by id"),
        profile.col.db.all("select * from cards order by id"),
    )
    assert profile.load(deck) == {"duplicate": len(bank.questions)}
    after = profile.col.db.all("select * from notes order by id"), profile.col.db.all("select * from cards order by id")
    assert before == after
    assert profile.is_sound()


def test_new_cards_come_in_study_order(bank: Bank, deck: Path, profile: Profile) -> None:
    profile.load(deck)
    notes = profile.col.db.list(
        "select n.flds from cards c join notes n on n.id = c.nid where c.ord = 0 order by c.due"
    )
    assert [fields.split("\x1f")[0] for fields in notes] == [f"{bank.id}/{question.id}" for question in bank.questions]


def test_decks_have_descriptions_and_only_their_own_notes(bank: Bank, deck: Path, profile: Profile) -> None:
    profile.load(deck)
    for number, topic in enumerate(bank.topics, start=1):
        name = f"{bank.title}::{number:02} {topic.title}"
        found = profile.col.decks.by_name(name)
        assert found["desc"]
        cards = profile.col.decks.cids(found["id"])
        questions = {profile.col.get_card(card).note()["Id"].split("/")[1] for card in cards}
        assert questions == {question.id for question in topic.questions if question.status == "active"}
    assert profile.col.decks.by_name(bank.title)["desc"]


def in_decks(profile: Profile) -> dict[str, str]:
    """Return the deck of each question's first card, by the id of the question."""
    return {
        card.note()["Id"].split("/")[1]: profile.col.decks.name(card.did) for card in profile.cards() if not card.ord
    }


def test_new_students_are_not_asked_withdrawn_questions(tmp_path: Path, profile: Profile, bank: Bank) -> None:
    """They are in a deck of their own, beside the bank's; students who have the cards keep them where they are."""
    first = replace(bank, topics=bank.topics[:1])
    (topic,) = first.topics
    kept = next(question for question in topic.questions if question.status == "active")
    path, beside = tmp_path / "deck.apkg", f"{bank.title} (withdrawn)"
    write_deck(first, path, NOW)
    profile.load(path)
    before = in_decks(profile)
    assert {before[item.id] == beside for item in topic.questions if item.status == "retired"} == {True}
    assert profile.col.decks.by_name(beside)["desc"].startswith("Withdrawn questions, for students who have them")
    assert profile.col.decks.cids(profile.col.decks.id(bank.title), children=True)
    below = profile.col.decks.deck_and_child_ids(profile.col.decks.id(bank.title))
    assert profile.col.decks.id(beside) not in below

    retired = kept.model_copy(update={"status": "retired", "reason": "asked twice"})
    questions = tuple(retired if question.id == kept.id else question for question in topic.questions)
    write_deck(replace(first, topics=(replace(topic, questions=questions),)), path, NOW + 86_400)
    profile.load(path)
    assert in_decks(profile) == before
    assert profile.note(kept.id)["Retired"] == "asked twice"


def test_a_bank_without_withdrawn_questions_has_no_deck_for_them(tmp_path: Path, profile: Profile) -> None:
    write_deck(eight_kinds(), tmp_path / "deck.apkg", NOW)
    profile.load(tmp_path / "deck.apkg")
    assert [each.name for each in profile.col.decks.all_names_and_ids()] == ["Default", "Life", "Life::01 Eight kinds"]


def with_summaries(bank: Bank, summary: str) -> Bank:
    """Return the bank with one summary for each paragraph."""
    assert bank.source
    told = tuple(paragraph.model_copy(update={"summary": summary}) for paragraph in bank.source.paragraphs)
    return replace(bank, source=bank.source.model_copy(update={"paragraphs": told}))


def test_the_page_of_the_deck_tells_what_the_article_says(
    bank: Bank, deck: Path, profile: Profile, tmp_path: Path
) -> None:
    profile.load(deck)
    found = digest(bank)
    page = profile.col.decks.by_name(bank.title)["desc"]
    assert page.startswith(f"<p>{bank.description}</p>{FOLDED}<summary>Read first: what the article says (4 minutes)")
    for section in found.sections:
        assert f"<p><b>{section.topic.title}</b><br>{section.paragraphs[0].summary}&#91;" in page
    write_deck(with_summaries(bank, "Retold."), tmp_path / "later.apkg", NOW + 1, previous=deck)
    profile.load(tmp_path / "later.apkg")
    assert "<br>Retold.&#91;6] Retold.&#91;7]" in profile.col.decks.by_name(bank.title)["desc"]


def test_nothing_in_a_summary_is_markup(bank: Bank, tmp_path: Path, profile: Profile) -> None:
    write_deck(with_summaries(bank, "<b>1 & 2</b> [sound:x] {{Id}}"), tmp_path / "deck.apkg", NOW)
    profile.load(tmp_path / "deck.apkg")
    page = profile.col.decks.by_name(bank.title)["desc"]
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt; &#91;sound:x] &#123;&#123;Id&#125;&#125;&#91;6]" in page


def test_a_deck_without_a_digest_has_a_description(bank: Bank) -> None:
    assert deck_description(replace(bank, source=None)) == bank.description
    assert deck_description(replace(bank, source=None, description="", title="A & B")) == "Questions on A &amp; B."


def test_the_page_lists_corrected_answers_by_day(bank: Bank) -> None:
    first, second, third = bank.questions[:3]
    corrections = [(NOW, first.id), (NOW + 1, second.id), (NOW - 86_400, third.id), (NOW + 86_400, "deleted-since")]
    page = deck_description(replace(bank, source=None), corrections).partition(f"</p>{FOLDED}")[2]
    lines = [f"<li>{question.id}: {question.stem.plain[:30]}" for question in (second, first, third)]
    assert page.startswith("<summary>Corrected answers, last on 2026-09-21</summary>")
    days = page.split("<p><b>")[1:]
    assert [day[:10] for day in days] == ["2026-09-21", "2026-09-20"]
    assert [line in days[0] for line in lines] == [True, True, False]
    assert days[0].index(lines[0]) < days[0].index(lines[1])
    assert lines[2] in days[1]
    assert "deleted-since" not in page


def test_the_page_lists_the_newest_days_only(bank: Bank) -> None:
    """A day is listed in full, as after a release that corrects many answers."""
    questions = bank.questions[:48]
    for per_day, first in ((48, 0), (20, 8), (12, 12)):
        corrections = [
            (NOW + (47 - number) // per_day * -86_400, question.id) for number, question in enumerate(questions)
        ]
        page = deck_description(bank, corrections)
        assert [q.id for q in questions if f"<li>{q.id}: " in page] == [q.id for q in questions[first:]]


def test_tags_name_topic_kind_level_and_paragraph(bank: Bank, deck: Path, profile: Profile) -> None:
    profile.load(deck)
    question = bank.questions[0]
    tags = profile.note(question.id).tags
    assert {
        f"topic::{bank.topics[0].id}",
        f"kind::{question.type}",
        f"level::{question.level}",
        *(f"paragraph::{number}" for number in question.source),
    } <= set(tags)


def test_ids_never_change() -> None:
    """These ids are in the collections of students: fix a failure here in the code, never in the test."""
    assert NOTE_TYPE_IDS == {"standard": 1_763_856_000_001, "cloze": 1_763_856_000_002}
    assert TEMPLATE_IDS == {"standard": 1_763_856_101_000, "cloze": 1_763_856_102_000}
    assert [field_id("standard", 0), field_id("cloze", 23)] == [1_763_856_201_000, 1_763_856_202_023]
    assert " ".join(FIELDS) == (
        "Id Kind Task Topic Prompt Options Typed Hint Answer Key Feedback Explanation Source Level AsOf Retired "
        "Setting Beyond Lang Revised AnswerLine Spare6 Spare7 Spare8"
    )
    assert guid_for("sco-2010", "most-urgent", "standard") == "zx[j<H9IeE"
    assert guid_for("sco-2010", "most-urgent", "cloze") == "lUcw{T/1-`"
