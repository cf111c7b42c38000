"""What can change between two states of a bank, and what each sort of change means for students who use Anki."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """The sorts of change, the most serious first."""

    OTHER_BANK = "other-bank"
    NEW_CARD = "new-card"
    NOTE_TYPE = "note-type"
    ID_LOST = "id-lost"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"
    RETIRED = "retired"
    BACK_IN_USE = "back-in-use"
    ADDED = "added"
    RENAMED = "renamed"
    MOVED = "moved"
    KIND = "kind"
    GAPS = "gaps"
    ANSWER = "answer"
    REWORDED = "reworded"
    LANGUAGE = "language"
    UNSEEN = "unseen"
    DECK = "deck"
    TITLE = "title"
    TOPICS = "topics"
    TOPIC_FILE = "topic-file"
    DESCRIPTION = "description"
    ORDER = "order"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sort of change in words: a heading, and the effect when students import the new deck into Anki."""

    heading: str
    students: str


MEANINGS = {
    Sort.OTHER_BANK: Meaning(
        "The bank has another id",
        "To Anki this is another bank: students get every card as a new one, without reviews, and their old cards are "
        "never updated again. Restore the old id of the bank.",
    ),
    Sort.NEW_CARD: Meaning(
        "New card in Anki",
        "Students get a new card without reviews; their old card stays and is never updated again. This happens when "
        "the first of a question's previous ids is changed.",
    ),
    Sort.NOTE_TYPE: Meaning(
        "Changed to a cloze, or from one",
        "Students get a new card without reviews. Their old card gets a banner, which says that a new card asks this "
        "question, and the tag `retired`.",
    ),
    Sort.ID_LOST: Meaning(
        "Renamed by hand?",
        "The same prompt was removed under one id and added under another: students get a new card without reviews, "
        "beside the old one. If it is the same question, add its old id to the field `formerly`, as `sco-quiz rename` "
        "does.",
    ),
    Sort.REMOVED: Meaning(
        "Removed",
        "Students keep the cards, which are never updated again. Retire a question first (`status: retired`, with a "
        "reason), so that its card shows that it is retired.",
    ),
    Sort.WITHDRAWN: Meaning(
        "Removed after they were retired",
        "Students keep the cards, with the banner if they imported the deck while the questions were retired.",
    ),
    Sort.RETIRED: Meaning(
        "Retired",
        "The cards get a banner with the reason, and the tag `retired`; reviews stay. A quiz no longer asks them.",
    ),
    Sort.BACK_IN_USE: Meaning(
        "Back in use",
        "The cards lose the banner and the tag, reviews stay, and a quiz asks them again.",
    ),
    Sort.ADDED: Meaning("Added", "Students get new cards."),
    Sort.RENAMED: Meaning(
        "Renamed",
        "Anki identifies cards by the first id: the cards stay, with all reviews. They show the old id until something "
        "else in the question changes.",
    ),
    Sort.MOVED: Meaning(
        "Moved to another topic",
        "The cards stay in the decks where students have them; new students get them in the deck of the new topic.",
    ),
    Sort.KIND: Meaning("Of another kind", "The cards ask in the new way; reviews and due dates stay."),
    Sort.GAPS: Meaning(
        "With other gaps",
        "A gap with a new number becomes a new card. The card of a number that no longer exists is empty until the "
        "student uses Tools > Empty Cards. The other cards keep their reviews.",
    ),
    Sort.ANSWER: Meaning(
        "Right answer changed or reworded",
        "The cards are updated and reviews stay: students who learned the old answer see the new one when the card is "
        "due.",
    ),
    Sort.REWORDED: Meaning("Reworded", "The cards are updated; reviews and due dates stay."),
    Sort.LANGUAGE: Meaning("Another language", "All cards are updated to use its words; reviews and due dates stay."),
    Sort.UNSEEN: Meaning("Changed for teachers only", "No card shows these fields: nothing changes for students."),
    Sort.DECK: Meaning(
        "Other names of decks",
        "Anki identifies decks by name: existing cards stay in the deck with the old name, and new cards go into a "
        "deck with the new name. Without `deck`, a deck keeps the last name that was published.",
    ),
    Sort.TITLE: Meaning(
        "Titles",
        "Decks keep the names that were published, which only `deck` changes. Cards show the new title of a topic to "
        "new students; the cards of others show it when something else in the question changes.",
    ),
    Sort.TOPICS: Meaning(
        "Topics added and removed",
        "A new topic becomes a new subdeck, where it belongs in the order of study; students keep the subdeck of a "
        "removed one.",
    ),
    Sort.TOPIC_FILE: Meaning(
        "Topics with another file name", "The title is the same, so the deck keeps its name, and cards stay."
    ),
    Sort.DESCRIPTION: Meaning("Descriptions", "Anki shows the new ones."),
    Sort.ORDER: Meaning(
        "In another order",
        "Students who import the deck for the first time get questions in the new order; other students keep theirs. "
        "The decks of topics keep their numbers: write `deck` to change them.",
    ),
    Sort.SOURCE: Meaning(
        "The record of the source",
        "The page of the deck shows the new summaries to everyone, cards show them to new students. The cards of "
        "others show them when something else in the question changes.",
    ),
}

# Students lose a card: it is no longer updated, and its reviews do not count for the new one.
LOSSES = frozenset({Sort.OTHER_BANK, Sort.NEW_CARD, Sort.ID_LOST, Sort.REMOVED})
# Students may get the note of the question again, in place of theirs: it depends on what the change leaves of the card.
REWRITING = frozenset(
    {Sort.NOTE_TYPE, Sort.RETIRED, Sort.BACK_IN_USE, Sort.KIND, Sort.GAPS, Sort.ANSWER, Sort.REWORDED, Sort.LANGUAGE}
)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The old and the new value of a field as strings: one, the items of a list, or none where it is missing.

    Strings are as the author wrote them; `only_markup` says that without markup they are the same.
    """

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    only_markup: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `question` is its current id (the last one, if removed), `topic` its file, `text` a prompt or title.

    A change of a topic has no `question`, a change of the whole bank no `topic` either.
    """

    sort: Sort
    question: str = ""
    topic: str = ""
    text: str = ""
    wordings: tuple[FieldChange, ...] = ()


Rewritten = Mapping[str, tuple[str, ...]]
"""The parts that change in notes that students have, by the current id of the question."""


def rewrites(change: Change, rewritten: Rewritten) -> bool:
    """Return whether a change is one of those for which students get notes again."""
    return change.sort in REWRITING and (change.question in rewritten if change.question else bool(rewritten))


def meanings_of(changes: tuple[Change, ...]) -> dict[Sort, str]:
    """Return what each sort that occurs means for students; under another bank id, nothing else matters."""
    sorts = {change.sort for change in changes}
    if Sort.OTHER_BANK in sorts:
        sorts = {Sort.OTHER_BANK}
    return {sort: MEANINGS[sort].students for sort in Sort if sort in sorts}
