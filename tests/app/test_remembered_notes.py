"""A deck with a memory of earlier exports is the deck without one, whatever was edited or damaged."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from hashlib import blake2b
from pathlib import Path
from random import Random

import pytest

from sco_quiz.anki import notes as planning
from sco_quiz.anki.deck_names import DeckNames
from sco_quiz.anki.notes import Asked, DeckPlan, PlannedNote, plan_notes
from sco_quiz.app.remembered_notes import ROOMS, RememberedNotes
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.loading.load import load_bank
from sco_quiz.loading.recall import fingerprint
from tests.command import sco_quiz
from tests.conftest import ROOT
from tests.house.doors import DOORS

BANKS = ("questions", "tests/marked_up", "tests/other_article/bank", "tests/hostile_bank", "tests/every_field")
TYPED = """topic: Typed
questions:
  - id: seat
    type: short_answer
    prompt: Where is the seat?
    answer: Beijing
    level: remember
  - id: body
    type: short_answer
    prompt: Where is the other one?
    answer: Tashkent
    level: remember
  - id: cities
    type: single_choice
    prompt: Which city is the largest?
    answer: Moscow
    distractors: [Almaty, Bishkek]
    level: remember
  - id: gone
    type: true_false
    prompt: It is in Moscow.
    answer: false
    level: remember
    status: retired
    successor: seat
"""


@pytest.fixture
def typed(tmp_path: Path) -> Bank:
    (tmp_path / "typed.yaml").write_text(TYPED, "utf-8")
    return load_bank(tmp_path / "typed.yaml")


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the questions whose notes were planned."""
    ids: list[str] = []
    note = planning._note

    def noted(bank: Bank, html: planning.HtmlRenderer, asked: Asked) -> PlannedNote:
        ids.append(asked.question.id)
        return note(bank, html, asked)

    monkeypatch.setattr(planning, "_note", noted)
    return ids


def recalled(bank: Bank, cache: Path) -> DeckPlan:
    return plan_notes(bank, recall=RememberedNotes(cache, ROOT).recall)


def seen(plan: DeckPlan) -> list[tuple[object, ...]]:
    """Return all that a note has, also what follows from its fields."""
    notes = ((note, note.parts, [*note.parts], note.pictures, note.joined) for note in plan.notes)
    return [(*each, plan.decks, plan.media) for each in notes]


def alike(bank: Bank, cache: Path) -> list[tuple[object, ...]]:
    """Return what a deck has with a memory, which is what it has without, and has again."""
    expected = seen(plan_notes(bank))
    assert seen(recalled(bank, cache)) == seen(recalled(bank, cache)) == expected
    return expected


def with_question(bank: Bank, changed: AnyQuestion) -> Bank:
    def question(each: AnyQuestion) -> AnyQuestion:
        return changed if each.id == changed.id else each

    return replace(bank, topics=tuple(_with(topic, map(question, topic.questions)) for topic in bank.topics))


def _with(topic: Topic, questions: Iterable[AnyQuestion]) -> Topic:
    return replace(topic, questions=tuple(questions))


def edited(bank: Bank, name: str, **changes: object) -> Bank:
    """Return the bank with other values of a question."""
    return with_question(bank, bank.question(name).model_copy(update=changes))


@pytest.mark.parametrize("name", BANKS)
def test_every_field_of_every_question_counts(name: str, cache: Path) -> None:
    whole, random = load_bank(ROOT / name), Random(name)
    bank = replace(whole, topics=tuple(_with(topic, topic.questions[:4]) for topic in whole.topics[:4]))
    before, edits = alike(bank, cache), 0
    for question in bank.questions:
        # values of another question of the kind
        other = random.choice([each for each in whole.questions if each.type == question.type])
        names = [field for field in type(question).model_fields if field not in ("id", "type", "formerly")]
        for field in random.sample(names, 4):
            changed = edited(bank, question.id, **{field: getattr(other, field)})
            expected = seen(plan_notes(changed))
            edits += expected != before
            assert seen(recalled(changed, cache)) == expected
    assert edits > len(bank.questions) / 2


def test_only_what_changed_is_planned_again(typed: Bank, cache: Path, planned: list[str]) -> None:
    def again(bank: Bank) -> list[str]:
        planned.clear()
        recalled(bank, cache)
        return planned

    assert again(typed) == ["seat", "body", "cities", "gone"]
    assert again(typed) == []
    assert again(edited(typed, "cities", prompt="What?")) == ["cities"]
    assert again(replace(typed, title="Other")) == ["cities"]
    assert again(replace(typed, id="other")) == ["seat", "body", "cities", "gone"]
    recalled(typed, cache)
    # what replaces a question is named on its card
    assert again(edited(typed, "seat", prompt="Whither?")) == ["seat", "gone"]
    # a word of another answer is no typo of this one
    assert again(edited(typed, "cities", answer="Beijin")) == ["seat", "body", "cities", "gone"]


def test_the_words_of_other_answers_count(typed: Bank, cache: Path) -> None:
    before = alike(typed, cache)
    after = alike(edited(typed, "cities", answer="Taschkent"), cache)
    assert [old[0] == new[0] for old, new in zip(before, after, strict=True)] == [True, False, False, True]


def _first_topic(bank: Bank, **changes: str) -> Bank:
    return replace(bank, topics=(replace(bank.topics[0], **changes), *bank.topics[1:]))


def _source(**changes: object) -> Callable[[Bank], Bank]:
    return lambda bank: replace(bank, source=bank.source and bank.source.model_copy(update=changes))


def _references(bank: Bank) -> Bank:
    assert bank.source
    references = {name: each.model_copy(update={"title": "Other"}) for name, each in bank.source.references.items()}
    return replace(bank, source=bank.source.model_copy(update={"references": references}))


def _summaries(bank: Bank) -> Bank:
    assert bank.source
    paragraphs = tuple(each.model_copy(update={"summary": "Other"}) for each in bank.source.paragraphs)
    return replace(bank, source=bank.source.model_copy(update={"paragraphs": paragraphs}))


def _pictures(**changes: object) -> Callable[[Bank], Bank]:
    return lambda bank: replace(bank, pictures={file: replace(each, **changes) for file, each in bank.pictures.items()})


SURROUNDINGS: dict[str, Callable[[Bank], Bank]] = {
    "id": lambda bank: replace(bank, id="other"),
    "lang": lambda bank: replace(bank, lang="ru"),
    "title": lambda bank: replace(bank, title="Other", deck=""),
    "deck": lambda bank: replace(bank, deck="Other::Deck"),
    "description": lambda bank: replace(bank, description="Other"),
    "id of a topic": lambda bank: _first_topic(bank, id="other"),
    "title of a topic": lambda bank: _first_topic(bank, title="Other"),
    "deck of a topic": lambda bank: _first_topic(bank, deck="Other"),
    "description of a topic": lambda bank: _first_topic(bank, description="Other"),
    "title of the article": _source(title="Other"),
    "publication": _source(publication="Other"),
    "issue": _source(issue="Other"),
    "references": _references,
    "summaries": _summaries,
    "no article": lambda bank: replace(bank, source=None),
    "content of pictures": _pictures(read=lambda: b"<svg/>"),
    "size of pictures": _pictures(width=7, height=5),
    "no pictures": lambda bank: replace(bank, pictures={}),
    "order of topics": lambda bank: replace(bank, topics=bank.topics[::-1]),
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_what_is_around_a_question_counts(name: str, cache: Path) -> None:
    bank = load_bank(ROOT / "tests/every_field")
    before = alike(bank, cache)
    assert alike(SURROUNDINGS[name](bank), cache) != before
    assert alike(bank, cache) == before


def test_every_field_of_a_bank_is_tried() -> None:
    """A new field must be among the edits above, if a note shows it."""
    unseen = {"topics", "allow", "common_words", "markup", "exam", "derive", "source", "pictures"}
    assert {each.name for each in fields(Bank)} - unseen <= SURROUNDINGS.keys()


def test_published_names_of_decks_count(cache: Path) -> None:
    bank = load_bank(ROOT / "questions")
    recalled(bank, cache)
    names = DeckNames("Before", {topic.id: f"0{at} Before" for at, topic in enumerate(bank.topics)})
    assert seen(plan_notes(bank, names, RememberedNotes(cache, ROOT).recall)) == seen(plan_notes(bank, names))


def test_every_room_that_makes_notes_is_part_of_the_program() -> None:
    assert {*ROOMS} >= {"anki", *DOORS["anki"], "data", "loading"} - {"disk"}


def test_another_program_plans_anew(
    typed: Bank, cache: Path, planned: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recalled(typed, cache)
    monkeypatch.setattr(fingerprint, "PACKAGES", tmp_path)
    recalled(typed, cache)
    assert len(planned) == 2 * len(typed.questions)


def test_damage_is_ignored_and_mended(typed: Bank, cache: Path) -> None:
    expected = alike(typed, cache)
    (path,) = cache.iterdir()
    whole = path.read_bytes()
    head, _, body = whole.partition(b"\n")
    sources, *records = body.split(b"\x1e")
    key, _, values = records[0].partition(b"\x1f")
    fields = values.split(b"\x1f")
    changed = [fields[:-1], [*fields, b""], [b"x", *fields[1:]], [b"9", *fields[1:]], [*fields[:2], b"x", *fields[3:]]]
    changed += [[*fields[:3], b"x", *fields[4:]], [*fields[:6], b"x", *fields[7:]], []]
    forged = [b"\x1e".join([sources, b"\x1f".join([key, *each]), *records[1:]]) for each in changed]
    bodies = [b"", b"\xff", b"\x1e" * 10, key, *forged]
    fitting = [head[:-40] + blake2b(each, digest_size=20).hexdigest().encode() + b"\n" + each for each in bodies]
    for data in (b"", b"\n", whole[:-1], whole[: len(whole) // 2], whole + b"x", *fitting):
        path.write_bytes(data)
        assert seen(recalled(typed, cache)) == expected
        assert path.read_bytes() == whole


def test_no_more_is_kept_than_the_bank_has(typed: Bank, cache: Path) -> None:
    for number in range(5):
        recalled(edited(typed, "cities", prompt=f"Which {number}?"), cache)
    (path,) = cache.iterdir()
    assert path.read_bytes().count(b"\x1e") == len(typed.questions)


def test_where_nothing_can_be_written_nothing_is_remembered(typed: Bank, cache: Path) -> None:
    cache.write_text("a file", "utf-8")
    assert alike(typed, cache)
    assert cache.read_text("utf-8") == "a file"


def test_the_command_writes_the_same_deck_with_and_without_a_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank, decks = tmp_path / "typed", {}
    for cache in ("off", str(tmp_path / "cache")):
        monkeypatch.setenv("SCO_QUIZ_CACHE", cache)
        monkeypatch.setattr("time.time", lambda: 1_790_000_000)
        monkeypatch.setattr("time.sleep", lambda seconds: None)
        path, states = tmp_path / "deck.apkg", []
        for text in (TYPED, TYPED, TYPED.replace("Which", "What"), TYPED.replace("Moscow", "Beijin")):
            bank.mkdir(exist_ok=True)
            (bank / "bank.yaml").write_text("id: typed\ntitle: Typed\n", "utf-8")
            (bank / "typed.yaml").write_text(text, "utf-8")
            for options in ((), ("--resend", "seat"), ("--dry-run",)):
                sco_quiz("export", "anki", "--bank", str(bank), "-o", str(path), *options)
                states.append((path.read_bytes(), (bank / "anki-ledger.jsonl").read_bytes()))
        decks[cache] = states
        path.unlink()
        (bank / "anki-ledger.jsonl").unlink()
    first, second = decks.values()
    assert first == second
    assert any("notes" in each.name for each in (tmp_path / "cache").iterdir())
