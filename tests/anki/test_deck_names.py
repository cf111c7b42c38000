"""Decks are studied in the order of bank.yaml, and a published name stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from sco_quiz.anki.deck_names import DeckNames, name_decks, published_names
from sco_quiz.anki.package import write_deck
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from tests.anki.profile import NOW, Profile
from tests.anki.test_updates import DAY

# in the order of study, the reverse of the alphabet
TWELVE = tuple("mlkjihgfedcb")


def topic(name: str, deck: str = "") -> Topic:
    """Return a topic with a question, whose title is its id with a capital letter."""
    question = {"type": "short_answer", "id": f"in-{name}", "prompt": "Who?", "answer": "He", "level": "remember"}
    return Topic(name, name.capitalize(), (KINDS["short_answer"].model_validate(question),), deck=deck)


def bank(*topics: str | Topic, title: str = "Title", deck: str = "") -> Bank:
    made = (each if isinstance(each, Topic) else topic(each) for each in topics)
    return Bank("b", title, tuple(made), deck=deck)


def names(new: Bank, published: DeckNames | None = None) -> list[str]:
    """Return the names of a bank's topics in its own order."""
    found = name_decks(new, published) if published else name_decks(new)
    return [found.topics[topic.id] for topic in new.topics]


def after(*states: Bank) -> DeckNames:
    """Return the names after the export of several states of a bank, one after the other."""
    published = DeckNames()
    for state in states:
        published = name_decks(state, published)
    return published


ABC = name_decks(bank(*"abc"))


def test_new_decks_are_numbered_in_the_order_of_study() -> None:
    assert name_decks(bank(*"abc")) == DeckNames("Title", {"a": "01 A", "b": "02 B", "c": "03 C"})
    assert names(bank(*TWELVE))[::4] == ["01 M", "05 I", "09 E"]
    hundred = names(bank(*(f"t{number}" for number in range(100))))
    assert (hundred[0], hundred[98:], hundred) == ("001 T0", ["099 T98", "100 T99"], sorted(hundred))


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        ("xabc", "00.5 X|01 A|02 B|03 C"),
        ("axbc", "01 A|01.5 X|02 B|03 C"),
        ("axyzbc", "01 A|01.2 X|01.5 Y|01.7 Z|02 B|03 C"),
        ("abcx", "01 A|02 B|03 C|04 X"),
        ("abcxy", "01 A|02 B|03 C|04 X|05 Y"),
        ("ac", "01 A|03 C"),
        ("axc", "01 A|01.5 X|03 C"),  # b may return
        ("abx", "01 A|02 B|04 X"),
        ("cba", "03 C|02 B|01 A"),
        ("bcax", "02 B|03 C|01 A|04 X"),
    ],
)
def test_published_names_stay(topics: str, expected: str) -> None:
    assert names(bank(*topics), ABC) == expected.split("|")


def test_there_is_always_room_for_one_more() -> None:
    """Each new topic is put right behind the first one, and another right before the last one."""
    order, published = ["a", "b"], name_decks(bank("a", "b"))
    for number in range(30):
        order = [order[0], f"x{number}", *order[1:-1], f"y{number}", order[-1]]
        published = name_decks(bank(*order), published)
    found = [published.topics[name] for name in order]
    assert found == sorted(found)
    assert len({name.split()[0] for name in found}) == 62


def test_a_hundred_topics_find_room_at_one_place() -> None:
    """More decimals than numbers usually have."""
    order, published = ["a", "b"], name_decks(bank("a", "b"))
    for number in range(100):
        order = ["a", f"x{number}", *order[1:]]
        published = name_decks(bank(*order), published)
    found = [published.topics[name] for name in order]
    assert found == sorted(found)
    assert len({name.split()[0] for name in found}) == 102


@pytest.mark.parametrize("number", ["9" * 40, "9" * 1_000_000, f"01.{'0' * 120}1"])
def test_a_number_of_enormous_length_is_a_part_of_the_title(number: str) -> None:
    assert names(bank("a", "b"), DeckNames("Title", {"a": f"{number} A"})) == [f"{number} A", "B"]


def test_more_than_ninety_nine_topics_sort_after_two_digits() -> None:
    first = [f"t{number}" for number in range(98)]
    published = after(bank(*first), bank(*first, "x"), bank(*first, "x", "y", "z"))
    assert [published.topics[name] for name in "xyz"] == ["99 X", "99.3 Y", "99.6 Z"]


def test_a_topic_that_returns_gets_its_deck_back() -> None:
    published = after(bank(*"abc"), bank(*"ac"), bank(*"axc"))
    assert names(bank(*"axbc"), published) == ["01 A", "01.5 X", "02 B", "03 C"]


def test_titles_may_change() -> None:
    retitled = bank("a", replace(topic("b"), title="Other"), "c", title="Another title")
    assert name_decks(retitled, ABC) == ABC


def test_a_renamed_file_with_the_same_title_inherits_the_name() -> None:
    renamed = bank("a", replace(topic("new"), title="b"), "c")
    assert name_decks(renamed, ABC) == DeckNames("Title", {"a": "01 A", "c": "03 C", "new": "02 B"})
    old = DeckNames("Title", {"a": "Alpha", "b": "2010 in review"})
    dated = bank("a", replace(topic("new"), title="2010 in Review"))
    assert name_decks(dated, old) == DeckNames("Title", {"a": "Alpha", "new": "2010 in review"})
    # both are there: not renamed
    assert names(bank("a", "b", replace(topic("new"), title="B")), ABC) == ["01 A", "02 B", "04 B"]


def test_two_topics_with_one_title_have_two_decks() -> None:
    assert names(bank("a", replace(topic("b"), title="A"))) == ["01 A", "02 A"]


def test_the_field_deck_wins() -> None:
    assert names(bank("a", topic("b", deck="Zebra"), "c")) == ["01 A", "Zebra", "02 C"]
    moved = bank("c", topic("a", deck="04 A: the end"), "b")
    assert names(moved, ABC) == ["03 C", "04 A: the end", "02 B"]
    assert name_decks(bank("a", deck="School::History"), ABC).parent == "School::History"
    # and stays when the field is removed
    published = after(bank("a", topic("b", deck="Zebra"), deck="School"), bank("a", "b"))
    assert published == DeckNames("School", {"a": "01 A", "b": "Zebra"})


def test_a_year_is_no_number_of_a_deck() -> None:
    assert names(bank("a", topic("b", deck="2010 in review"), "c", "d")) == ["01 A", "2010 in review", "02 C", "03 D"]


def test_names_that_differ_in_case_alone_are_one_deck() -> None:
    assert names(bank("a", topic("b", deck="Sea"), topic("c", deck="SEA"))) == ["01 A", "Sea", "Sea"]


def test_characters_that_anki_would_change() -> None:
    odd = bank(replace(topic("a"), title=':: The "end" ::\n of: ::x '), replace(topic("b"), title="::"))
    assert names(odd) == ["01 The 'end' : of: x", "02 b"]
    assert name_decks(bank("a", deck=' School :: "History"')).parent == "School::'History'"


def test_decks_without_numbers_stay_without() -> None:
    old = published_names([("a", "Title::Alpha"), ("b", "Title::2010 in review"), ("c", "Title::Gamma"), ("", "x")])
    assert old == DeckNames("Title", {"a": "Alpha", "b": "2010 in review", "c": "Gamma"})
    assert names(bank(*"axbc", title="Other"), old) == ["Alpha", "X", "2010 in review", "Gamma"]


def studied(profile: Profile, deck: str) -> list[str]:
    """Study all new cards of a deck in Anki; return the ids of the topics, each at its first card."""
    col = profile.col
    parent = col.decks.by_name(deck)
    limits = col.decks.get_config(parent["conf"])
    limits["new"]["perDay"] = 1000
    col.decks.update_config(limits)
    col.decks.select(parent["id"])
    topics: dict[str, None] = {}
    while card := col.sched.getCard():
        (tag,) = [name for name in card.note().tags if name.startswith("topic::")]
        topics[tag.removeprefix("topic::")] = None
        col.sched.answerCard(card, 4)
    return list(topics)


def test_anki_asks_the_topics_in_the_order_of_the_bank(tmp_path: Path, profile: Profile) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(bank(*TWELVE), path, NOW)
    longer = ["q", *TWELVE[:5], "n", "o", *TWELVE[5:], "a", "p"]
    write_deck(bank(*longer), path, NOW + DAY)
    profile.load(path)
    assert studied(profile, "Title") == longer


def test_a_topic_put_between_two_others_comes_between_them(tmp_path: Path, profile: Profile) -> None:
    """A student has the deck already."""
    path = tmp_path / "deck.apkg"
    write_deck(bank(*"cba"), path, NOW)
    profile.load(path)
    write_deck(bank(*"cxba", title="Another title"), path, NOW + DAY)
    profile.load(path)
    assert studied(profile, "Title") == list("cxba")
    assert not profile.col.decks.by_name("Another title")


def test_anki_asks_the_topics_of_the_built_in_bank_in_their_order(bank: Bank, tmp_path: Path, profile: Profile) -> None:
    write_deck(bank, tmp_path / "deck.apkg", NOW)
    profile.load(tmp_path / "deck.apkg")
    assert studied(profile, bank.title) == [topic.id for topic in bank.topics]


def test_a_deck_of_an_earlier_version_keeps_its_names(tmp_path: Path, profile: Profile) -> None:
    path = tmp_path / "deck.apkg"
    first, second = topic("a"), topic("b", deck="Beta")
    write_deck(bank(replace(first, deck="Alpha"), second), path, NOW)
    profile.load(path)
    report = write_deck(bank("x", first, "b", title="Another title"), path, NOW + DAY)
    assert (report.new, report.changed) == (1, 0)
    profile.load(path)
    decks = {profile.col.decks.name(card.did) for card in profile.cards()}
    assert decks == {"Title::Alpha", "Title::Beta", "Title::X"}


def test_the_ledger_keeps_the_names(tmp_path: Path, profile: Profile) -> None:
    """Another computer has no deck; on it titles, a file and the order change, and a topic is added."""
    ledger = tmp_path / "ledger.jsonl"
    write_deck(bank(*"abc"), tmp_path / "deck.apkg", NOW, ledger_file=ledger)
    profile.load(tmp_path / "deck.apkg")
    later = bank("c", "x", replace(topic("b"), title="Other"), replace(topic("a"), id="new"), title="Another title")
    report = write_deck(later, tmp_path / "elsewhere.apkg", NOW + DAY, ledger_file=ledger)
    assert (report.new_questions, report.rewritten) == (("in-x",), {})
    assert profile.load(tmp_path / "elsewhere.apkg") == {"new": 1, "duplicate": 3}
    assert sorted(deck.name for deck in profile.col.decks.all_names_and_ids()) == [
        "Default",
        "Title",
        "Title::01 A",
        "Title::02 B",
        "Title::03 C",
        "Title::04 X",
    ]


def test_a_ledger_without_topics_numbers_the_decks_of_an_earlier_version(tmp_path: Path) -> None:
    """Where the order of study matters more than the names that students have."""
    path, ledger = tmp_path / "deck.apkg", tmp_path / "ledger.jsonl"
    write_deck(bank(topic("b", deck="Beta"), topic("a", deck="Alpha")), path, NOW)
    ledger.write_text('{"bank": "b", "version": 1}\n')
    report = write_deck(bank(*"ba"), path, NOW + DAY, ledger_file=ledger)
    assert (report.unchanged, report.changed) == (2, 0)
    assert '{"topic": "b", "deck": "01 B"}' in ledger.read_text()


def test_a_parent_above_the_deck_keeps_its_own_description(tmp_path: Path, profile: Profile) -> None:
    col = profile.col
    school = col.decks.get(col.decks.id("School"))
    school["desc"] = "My school."
    col.decks.update(school)
    write_deck(bank("a", deck="School::History"), tmp_path / "deck.apkg", NOW)
    profile.load(tmp_path / "deck.apkg")
    assert col.decks.by_name("School")["desc"] == "My school."
    assert col.decks.by_name("School::History")["desc"] == "Questions on Title."
    assert col.decks.name(profile.cards()[0].did) == "School::History::01 A"
