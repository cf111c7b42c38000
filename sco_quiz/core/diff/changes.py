"""What can change between two states of a bank, and what each sort of change means for students who use Anki."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """The sorts of change, the gravest first."""

    OTHER_BANK = "other-bank"
    NEW_CARD = "new-card"
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
    UNSEEN = "unseen"
    TITLE = "title"
    TOPICS = "topics"
    DESCRIPTION = "description"
    ORDER = "order"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sort in a teacher's words: a heading, and what Anki makes of it when students import the new deck."""

    heading: str
    students: str


MEANINGS = {
    Sort.OTHER_BANK: Meaning(
        "The bank has another id",
        "To Anki it is another bank: every card comes as a new one, without reviews, beside the old ones, which are "
        "never updated again. Give the bank its old id back.",
    ),
    Sort.NEW_CARD: Meaning(
        "Other cards to Anki",
        "Students get a new card without reviews; the old one stays with them and is never updated again. It happens "
        "when a question becomes a cloze or ceases to be one, and when the first of its former ids is changed.",
    ),
    Sort.ID_LOST: Meaning(
        "Renamed by hand?",
        "Removed here and added there with the same prompt: students get a new card without reviews beside the old "
        "one. If it is the same question, write its old id into the field `formerly`, as `sco-quiz rename` does.",
    ),
    Sort.REMOVED: Meaning(
        "Removed",
        "The cards stay with students as they are and are never updated again. Retire a question first (`status: "
        "retired`, with a reason), so that its card says so.",
    ),
    Sort.WITHDRAWN: Meaning(
        "Removed after they were retired",
        "The cards stay with students as they are. Whoever imported the deck meanwhile sees on them that they are "
        "withdrawn.",
    ),
    Sort.RETIRED: Meaning(
        "Retired",
        "The cards get a banner with the reason and the tag `retired`; reviews stay. A quiz asks them no more.",
    ),
    Sort.BACK_IN_USE: Meaning(
        "Back in use",
        "Banner and tag go from the cards, reviews stay, and a quiz asks them again.",
    ),
    Sort.ADDED: Meaning("Added", "Students get them as new cards."),
    Sort.RENAMED: Meaning(
        "Renamed",
        "Anki knows them by their first ids: the cards stay, with all reviews, and show the new id.",
    ),
    Sort.MOVED: Meaning(
        "Moved to another topic",
        "The cards name the new topic, but stay in the decks where students have them; whoever is new gets them in "
        "the deck of the new topic.",
    ),
    Sort.KIND: Meaning("Of another kind", "The cards ask in the new way; reviews and due dates stay."),
    Sort.GAPS: Meaning(
        "With other gaps",
        "A gap with a new number comes as a new card. The card of a number that is gone stays, empty, until the "
        "student uses Tools > Empty Cards. The others keep their reviews.",
    ),
    Sort.ANSWER: Meaning(
        "Right answer changed or reworded",
        "The cards are updated and reviews stay: who learnt the old answer meets the new one when the card is due.",
    ),
    Sort.REWORDED: Meaning("Reworded", "The cards are updated; reviews and due dates stay."),
    Sort.UNSEEN: Meaning("Changed for teachers only", "No card shows these fields: nothing changes for students."),
    Sort.TITLE: Meaning(
        "Titles",
        "Anki knows decks by their names: the cards students have stay in the deck of the old name, and new ones come "
        "into a deck of the new name.",
    ),
    Sort.TOPICS: Meaning("Topics added and removed", "A new topic is a new sub-deck; an old one stays with students."),
    Sort.DESCRIPTION: Meaning("Descriptions", "Anki shows the new ones."),
    Sort.ORDER: Meaning(
        "In another order",
        "The order counts for students who import the deck for the first time; others keep theirs.",
    ),
    Sort.SOURCE: Meaning(
        "The record of the source",
        "Cards that cite what changed are updated; reviews and due dates stay.",
    ),
}

# Students lose a card of theirs: it is updated no more, and its reviews do not count for what takes its place.
LOSSES = frozenset({Sort.OTHER_BANK, Sort.NEW_CARD, Sort.ID_LOST, Sort.REMOVED})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field said and says: one text, or the texts of a list; none where the field is absent."""

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `question` is its present id (the last one, if removed), `topic` its file, `text` its prompt or
    a title; for a topic `question` is empty, and for the bank as a whole so is `topic`."""

    sort: Sort
    question: str = ""
    topic: str = ""
    text: str = ""
    wordings: tuple[FieldChange, ...] = ()


def meanings_of(changes: tuple[Change, ...]) -> dict[Sort, str]:
    """What each sort that occurs means for students; under another bank id nothing else counts."""
    sorts = {change.sort for change in changes}
    if Sort.OTHER_BANK in sorts:
        sorts = {Sort.OTHER_BANK}
    return {sort: MEANINGS[sort].students for sort in Sort if sort in sorts}
