"""A change has the effect in the real Anki that `diff` reports."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.anki.notes import plan_notes
from sco_quiz.anki.package import write_deck
from sco_quiz.anki.rewritten import rewritten_notes
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.diff.changes import LOSSES, REWRITING, Sort, rewrites
from sco_quiz.core.diff.compare import compare, unseen_fields
from sco_quiz.core.kinds import KINDS, AnyQuestion, OptionNote
from sco_quiz.core.kinds.beyond import Beyond
from sco_quiz.core.picture import Picture
from sco_quiz.core.reference import Reference
from sco_quiz.core.source import Paragraph, Source
from tests.anki.profile import NOW, Profile
from tests.anki.sample import eight_kinds
from tests.anki.test_updates import DAY, schedule, study

REPORT = Reference(title="A report", publisher="Press", date="2009")
LATER = {"date": "2010"}
SOURCE = Source(title="An article", date=date(2010, 2, 3), paragraphs=(), references={"report": REPORT})
PARAGRAPH = Paragraph(number=1, summary="Told.")


def first() -> Bank:
    """Return the bank that students have: one question of each kind, one of them retired, a second topic, a source.

    One question cites a paragraph, one a reference.
    """
    bank = changed(eight_kinds(), "course", status="retired", reason="dull")
    bank = changed(bank, "staff", source=(1,), beyond=Beyond(text="Later, more.", references=("report",)))
    (topic,) = bank.topics
    other = made("single_choice", id="other", prompt="Which?", answer="this", distractors=["that"])
    return replace(bank, topics=(topic, Topic("second", "Second", (other,))), source=SOURCE)


def made(kind: str, **fields: Any) -> AnyQuestion:
    return KINDS[kind].model_validate({"type": kind, "level": "remember", **fields})


def mapped(bank: Bank, action: Callable[[AnyQuestion], AnyQuestion | None]) -> Bank:
    """Return the bank after an action on each question, which is removed where the action returns None."""
    topics = [replace(topic, questions=tuple(filter(None, map(action, topic.questions)))) for topic in bank.topics]
    return replace(bank, topics=tuple(topics))


def changed(bank: Bank, name: str, **fields: Any) -> Bank:
    return mapped(bank, lambda question: question.model_copy(update=fields) if question.id == name else question)


def swapped(bank: Bank, name: str, other: AnyQuestion | None) -> Bank:
    return mapped(bank, lambda question: other if question.id == name else question)


def with_topics(bank: Bank, *topics: Topic) -> Bank:
    return replace(bank, topics=topics)


FIRST = first()
ONE, TWO = FIRST.topics
SEAT = ONE.questions[0]
ALL = len(FIRST.questions)
GAPS = "The {{c3::first}} meeting in {{c1::Moscow}} came before the conference in {{c2::London}}."

# sort of change, the new state, and the number of notes by outcome, apart from duplicates
CASES: list[tuple[Sort, Bank, dict[str, int]]] = [
    (Sort.OTHER_BANK, replace(FIRST, id="lives"), {"new": ALL}),
    (
        Sort.NOTE_TYPE,
        swapped(FIRST, "seat", made("cloze", id="seat", prompt="It sat in {{c1::Beijing}}.")),
        {"new": 1, "updated": 1},
    ),
    (Sort.NEW_CARD, changed(FIRST, "seat", formerly=("site",)), {"new": 1}),
    (Sort.ID_LOST, changed(FIRST, "seat", id="site"), {"new": 1}),
    (Sort.REMOVED, swapped(FIRST, "seat", None), {}),
    (Sort.WITHDRAWN, swapped(FIRST, "course", None), {}),
    (Sort.RETIRED, changed(FIRST, "seat", status="retired", reason="asked twice"), {"updated": 1}),
    (Sort.BACK_IN_USE, changed(FIRST, "course", status="active", reason=""), {"updated": 1}),
    (
        Sort.ADDED,
        with_topics(
            FIRST, ONE, replace(TWO, questions=(*TWO.questions, made("numeric", id="n", prompt="1?", answer=1)))
        ),
        {"new": 1},
    ),
    (Sort.RENAMED, changed(FIRST, "seat", id="site", formerly=("seat",)), {}),
    (
        Sort.MOVED,
        with_topics(
            FIRST, replace(ONE, questions=ONE.questions[1:]), replace(TWO, questions=(*TWO.questions, ONE.questions[0]))
        ),
        {},
    ),
    (
        Sort.KIND,
        swapped(FIRST, "seat", made("short_answer", id="seat", prompt=SEAT.prompt, answer="Beijing")),
        {"updated": 1},
    ),
    (Sort.GAPS, changed(FIRST, "sequence", prompt=GAPS), {"updated": 1}),
    (Sort.GAPS, changed(FIRST, "sequence", prompt="The meeting was in {{c1::Moscow}}."), {"updated": 1}),
    (Sort.ANSWER, changed(FIRST, "seat", answer="Shanghai"), {"updated": 1}),
    (Sort.REWORDED, changed(FIRST, "seat", prompt="Where did the Secretariat sit?"), {"updated": 1}),
    (Sort.REWORDED, changed(FIRST, "seat", setting="In February 2010"), {"updated": 1}),
    (Sort.REWORDED, changed(FIRST, "predecessor", strict=("accents",)), {"updated": 1}),
    (
        Sort.REWORDED,
        replace(FIRST, source=SOURCE.model_copy(update={"references": {"report": REPORT.model_copy(update=LATER)}})),
        {"updated": 1},
    ),
    (Sort.LANGUAGE, replace(FIRST, lang="pt-BR"), {"updated": ALL}),
    (Sort.UNSEEN, changed(FIRST, "seat", review_by=date(2030, 1, 1)), {}),
    (Sort.DECK, with_topics(FIRST, ONE, replace(TWO, deck="02 Other")), {}),
    (Sort.DECK, replace(FIRST, deck="School::Life"), {}),
    (Sort.TITLE, with_topics(FIRST, ONE, replace(TWO, title="Other title")), {}),
    (Sort.TITLE, replace(FIRST, title="Afterlife"), {}),
    (Sort.TOPICS, with_topics(FIRST, ONE), {}),
    (Sort.TOPIC_FILE, with_topics(FIRST, ONE, replace(TWO, id="renamed")), {}),
    (Sort.DESCRIPTION, replace(FIRST, description="Told again."), {}),
    (Sort.ORDER, with_topics(FIRST, TWO, ONE), {}),
    (Sort.ORDER, with_topics(FIRST, replace(ONE, questions=ONE.questions[::-1]), TWO), {}),
    (Sort.SOURCE, replace(FIRST, source=SOURCE.model_copy(update={"title": "The article"})), {}),
    (Sort.SOURCE, replace(FIRST, source=SOURCE.model_copy(update={"paragraphs": (PARAGRAPH,)})), {}),
]


def decks(profile: Profile) -> dict[int, str]:
    return {card.id: profile.col.decks.name(card.did) for card in profile.cards()}


@pytest.mark.parametrize(("sort", "new", "became"), CASES, ids=[case[0] for case in CASES])
def test_a_change_has_the_reported_effect_on_cards(
    tmp_path: Path, profile: Profile, sort: Sort, new: Bank, became: dict[str, int]
) -> None:
    changes = compare(FIRST, new)
    found = {change.sort for change in changes}
    assert found == ({sort, Sort.REMOVED} if sort is Sort.TOPICS else {sort})
    path = tmp_path / "deck.apkg"
    write_deck(FIRST, path, NOW)
    profile.load(path)
    study(profile, "seat", "sequence", "course", "other")
    before, stood = schedule(profile), decks(profile)
    told = profile.note("seat").fields
    if new.id != FIRST.id:
        path = tmp_path / "other.apkg"  # writing over the deck of another bank is refused
    report = write_deck(new, path, NOW + DAY)
    assert report.rewritten == rewritten_notes(FIRST, new)
    assert len(report.rewritten) == became.get("updated", 0)
    assert any(rewrites(change, report.rewritten) for change in changes) == bool(report.rewritten)
    same = report.notes - sum(became.values())
    assert profile.load(path) == {**became, **({"duplicate": same} if same else {})}

    kept = {row[0] for row in before}
    assert [row for row in schedule(profile) if row[0] in kept] == before  # reviews and due dates never change
    assert {card: deck for card, deck in decks(profile).items() if card in kept} == stood  # and so do decks
    if sort in LOSSES:
        olds = [profile.col.get_note(number) for number in profile.col.find_notes('"Id:life/seat"')]
        assert 5 in {note.cards()[0].ivl for note in olds if note.fields == told or "retired" in note.tags}


def test_every_sort_is_tried() -> None:
    assert {sort for sort, _, _ in CASES} == set(Sort)
    assert {sort for sort, _, became in CASES if "updated" in became} == REWRITING


def test_a_question_that_anki_cannot_store_rewrites_nothing() -> None:
    """`diff` must not fail where only `export` would."""
    far = changed(FIRST, "sequence", prompt="It was in {{c500::Moscow}}.")
    assert rewritten_notes(FIRST, changed(far, "seat", answer="Shanghai")) == {"seat": ("options", "answer")}


def load(profile: Profile, path: Path, *banks: Bank) -> None:
    """Import the decks of several states of the bank, a day apart."""
    for day, bank in enumerate(banks):
        write_deck(bank, path, NOW + day * DAY)
        profile.load(path)


def test_a_new_gap_is_a_new_card(tmp_path: Path, profile: Profile) -> None:
    more, _ = (bank for sort, bank, _ in CASES if sort is Sort.GAPS)
    load(profile, tmp_path / "deck.apkg", FIRST, more)
    assert sorted(card.ord for card in profile.note("sequence").cards()) == [0, 1, 2]
    assert not profile.col.get_empty_cards().notes


def test_a_gap_that_is_gone_leaves_an_empty_card(tmp_path: Path, profile: Profile) -> None:
    _, fewer = (bank for sort, bank, _ in CASES if sort is Sort.GAPS)
    load(profile, tmp_path / "deck.apkg", FIRST, fewer)
    (empty,) = profile.col.get_empty_cards().notes
    assert [profile.col.get_card(card).ord for card in empty.card_ids] == [1]


def test_a_new_title_leaves_the_decks_as_they_are(tmp_path: Path, profile: Profile) -> None:
    titled = replace(TWO, title="Other title")
    added = replace(titled, questions=(*TWO.questions, made("numeric", id="n", prompt="1?", answer=1)))
    load(profile, tmp_path / "deck.apkg", FIRST, replace(with_topics(FIRST, ONE, added), title="Afterlife"))
    for name in ("other", "n"):
        assert profile.col.decks.name(profile.note(name).cards()[0].did) == "Life::02 Second"
    assert [deck.name for deck in profile.col.decks.all_names_and_ids() if "title" in deck.name.lower()] == []


def test_another_name_of_a_deck_is_for_new_cards(tmp_path: Path, profile: Profile) -> None:
    added = replace(TWO, questions=(*TWO.questions, made("numeric", id="n", prompt="1?", answer=1)), deck="09 Last")
    load(profile, tmp_path / "deck.apkg", FIRST, replace(with_topics(FIRST, ONE, added), deck="School::Life"))
    assert {name: profile.col.decks.name(profile.note(name).cards()[0].did) for name in ("other", "n")} == {
        "other": "Life::02 Second",
        "n": "School::Life::09 Last",
    }


def test_a_new_description_is_shown(tmp_path: Path, profile: Profile) -> None:
    load(profile, tmp_path / "deck.apkg", FIRST, replace(FIRST, description="Told again."))
    assert profile.col.decks.by_name("Life")["desc"] == "Told again."


OTHER_VALUES: dict[str, Any] = {
    "prompt": "Is it {{c1::Moscow}} or {{c2::London}}?",
    "explanation": "Because.",
    "source": (7,),
    "level": "apply",
    "difficulty": 5,
    "hint": "Think.",
    "tags": ("tag",),
    "as_of": date(2010, 2, 3),
    "allow": {"too-long": "meant"},
    "reason": "dull",
    "successor": "staff",
    "formerly": ("first", "second"),
    "review_by": date(2030, 1, 1),
    "order": "fixed",
    "tolerance": Decimal(2),
    "unit": "heads",
    "derivation": "15 * 2",
    "accept": ("other form",),
    "reject": (OptionNote(text="other form"),),
    "min": Decimal(2),
    "max": Decimal(99),
    "digits": 2,
}
OTHER_VALUES_OF = {("cloze", "accept"): {"Moscow": ("other form",)}, ("numeric", "accept"): (Decimal(31),)}


@pytest.mark.parametrize("status", ["active", "retired"])
def test_a_field_is_unseen_when_no_card_shows_it(status: str) -> None:
    """Change each field of each kind: the note changes unless the field is listed as unseen."""
    tried = set()
    for question in eight_kinds().questions:
        asked = question.model_copy(update={"status": status, "formerly": ("first",)})
        for field in type(question).model_fields.keys() & OTHER_VALUES.keys():
            value = OTHER_VALUES_OF.get((question.type, field), OTHER_VALUES[field])
            states = (asked, asked.model_copy(update={field: value}))
            banks = [Bank("b", "B", (Topic("t", "T", (state,)),)) for state in states]
            shown = [plan_notes(bank).notes[0].fields for bank in banks]
            unseen = field in unseen_fields(asked)
            assert (shown[0] == shown[1] and not rewritten_notes(*banks)) == unseen, (question.type, field)
            assert unseen or rewritten_notes(*banks), (question.type, field)
            tried.add(field)
    assert tried == set(OTHER_VALUES)


def marked_up(**fields: Any) -> Bank:
    question = KINDS["true_false"].model_validate(
        {"id": "map", "type": "true_false", "answer": "true", "level": "remember", **fields},
        context={"markup": "markdown"},
    )
    return Bank("b", "B", (Topic("t", "T", (question,)),))


def test_another_picture_under_the_same_name_rewrites_the_note() -> None:
    def with_picture(content: bytes) -> Bank:
        picture = Picture("media/map.svg", "image/svg+xml", 1, lambda: content)
        return replace(marked_up(prompt="![a map](media/map.svg)"), pictures={picture.file: picture})

    assert rewritten_notes(with_picture(b"a"), with_picture(b"b")) == {"map": ("prompt",)}
    assert rewritten_notes(with_picture(b"a"), with_picture(b"a")) == {}


def test_another_markup_rewrites_notes_that_it_changes() -> None:
    for prompt, parts in (("*Where*?", {"map": ("prompt",)}), ("Where?", {})):
        plain = made("true_false", id="map", prompt=prompt, answer="true")
        assert rewritten_notes(Bank("b", "B", (Topic("t", "T", (plain,)),)), marked_up(prompt=prompt)) == parts
