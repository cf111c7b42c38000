"""The plan of a deck: which notes and sub-decks a bank becomes. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sco_quiz.anki.card_content import card_content
from sco_quiz.anki.escape import deck_part, field_html, inline_html, refuse_unsafe, tag
from sco_quiz.anki.ids import FIELDS, Family, guid_for
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import AnyQuestion, Cloze
from sco_quiz.core.source import Source

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MAX_GAP = 499


@dataclass(frozen=True, slots=True)
class PlannedNote:
    """One question as a note: fields as HTML in the order of FIELDS, and the ordinals of its cards."""

    question: str
    family: Family
    guid: str
    deck: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """A deck to be written: names of decks with their descriptions (HTML), and notes in study order."""

    decks: dict[str, str]
    notes: tuple[PlannedNote, ...]


def plan_notes(bank: Bank) -> DeckPlan:
    """Plan the deck of a bank. Raises ExportError, which names the question, for what Anki cannot keep."""
    names = _deck_names(bank)
    notes = tuple(
        _note(bank, topic, question, names[topic.id]) for topic in bank.topics for question in topic.questions
    )
    refuse_equal_guids(notes)
    return DeckPlan(_descriptions(bank, names), notes)


def plan_note(bank: Bank, question: AnyQuestion) -> PlannedNote:
    """Plan the note of one question. Raises ExportError for what Anki cannot store."""
    topic = bank.topic_of(question.id)
    return _note(bank, topic, question, _deck_names(bank)[topic.id])


def _deck_names(bank: Bank) -> dict[str, str]:
    """Deck names by topic id; topics whose names Anki would take for one share the first spelling."""
    parent = _parent_name(bank)
    spelt: dict[str, str] = {}
    names = {}
    for topic in bank.topics:
        name = f"{parent}::{deck_part(topic.title, topic.id)}"
        names[topic.id] = spelt.setdefault(name.casefold(), name)
    return names


def _parent_name(bank: Bank) -> str:
    return deck_part(bank.title, bank.id)


def _descriptions(bank: Bank, names: Mapping[str, str]) -> dict[str, str]:
    """Descriptions by deck name. None is empty, since an empty one would not clear an older one."""
    decks = {_parent_name(bank): inline_html(bank.description) or f"Questions on {inline_html(bank.title)}."}
    for topic in bank.topics:
        decks.setdefault(names[topic.id], inline_html(topic.description) or f"Topic: {inline_html(topic.title)}.")
    for name, description in decks.items():
        refuse_unsafe(name, "the title of a deck")
        refuse_unsafe(description, f"the description of the deck {name}")
    return decks


def _note(bank: Bank, topic: Topic, question: AnyQuestion, deck: str) -> PlannedNote:
    family: Family = "cloze" if isinstance(question, Cloze) else "standard"
    fields = _fields(bank, topic, question)
    for name, value in zip(FIELDS, fields, strict=True):
        refuse_unsafe(value, f"question `{question.id}`: the field {name}")
    tags = _tags(topic, question)
    guid = guid_for(bank.id, question.first_id, family)
    return PlannedNote(question.id, family, guid, deck, fields, tags, _cards(question))


def _fields(bank: Bank, topic: Topic, question: AnyQuestion) -> tuple[str, ...]:
    looks = card_content(question, bank.common_words)
    values = {
        "Id": f"{bank.id}/{question.id}",
        "Kind": question.type,
        "Task": looks.task,
        "Topic": field_html(topic.title),
        "Prompt": looks.prompt,
        "Options": looks.options,
        "Typed": looks.typed,
        "Hint": field_html(question.hint),
        "Answer": looks.answer,
        "Key": looks.key,
        "Feedback": looks.feedback,
        "Explanation": field_html(question.explanation),
        "Source": _source_line(bank.source, question.source),
        "Level": f"{question.level.capitalize()} · difficulty {question.difficulty} of 5",
        "AsOf": _long_date(question.as_of) if question.as_of else "",
        "Retired": _banner(question),
    }
    return tuple(values.get(name, "") for name in FIELDS)


def _source_line(source: Source | None, numbers: Iterable[int]) -> str:
    """Where the answer stands: the article, then each paragraph with its summary."""
    lines = [f'<span class="cite" dir="auto">{inline_html(source.citation)}</span>'] if source else []
    for number in numbers:
        paragraph = source.paragraph(number) if source else None
        summary = f": {inline_html(paragraph.summary)}" if paragraph and paragraph.summary else ""
        lines.append(f'<span class="paragraph" dir="auto">Paragraph {number}{summary}</span>')
    return "".join(lines)


def _banner(question: AnyQuestion) -> str:
    """What a retired question says about itself; empty for an active one."""
    if question.status == "active":
        return ""
    reason = question.reason or "This question is asked no more."
    successor = f" Its place is taken by the question {question.successor}." if question.successor else ""
    return field_html(reason + successor)


def _long_date(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _tags(topic: Topic, question: AnyQuestion) -> tuple[str, ...]:
    tags = {tag("topic", topic.id), tag("kind", question.type), tag("level", question.level)}
    tags |= {tag("paragraph", str(number)) for number in question.source}
    tags |= {tag("tag", name) for name in question.tags}
    if question.status == "retired":
        tags.add("retired")
    for name in tags:
        refuse_unsafe(name, f"question `{question.id}`: a tag")
    return tuple(sorted(tags))


def _cards(question: AnyQuestion) -> tuple[int, ...]:
    """The ordinals of a note's cards: one for each number of a gap. Anki makes no card on import."""
    if not isinstance(question, Cloze):
        return (0,)
    numbers = sorted({gap.number for gap in question.gaps})
    if not numbers or numbers[0] < 1 or numbers[-1] > _MAX_GAP:
        raise ExportError(f"question `{question.id}`: Anki numbers gaps from 1 to {_MAX_GAP}")
    return tuple(number - 1 for number in numbers)


def refuse_equal_guids(notes: Iterable[PlannedNote]) -> None:
    """Raise ExportError for two notes with one guid: Anki would import both, and never update the second."""
    guid, count = next(iter(Counter(note.guid for note in notes).most_common(1)), ("", 0))
    if count > 1:
        twins = ", ".join(f"`{note.question}`" for note in notes if note.guid == guid)
        raise ExportError(f"the questions {twins} would be one note in Anki; rename one of them")
