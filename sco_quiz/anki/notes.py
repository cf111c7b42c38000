"""The plan of a deck: the notes and subdecks for a bank. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from sco_quiz.anki.content_html import field_renderer, with_open_gaps
from sco_quiz.anki.deck_description import deck_description
from sco_quiz.anki.deck_names import UNPUBLISHED, DeckNames, name_decks
from sco_quiz.anki.escape import has_unsafe, refuse_unsafe, tag
from sco_quiz.anki.ids import FIELDS, MAX_GAP, SEPARATOR, Family, guid_for
from sco_quiz.anki.media import MediaFile, deck_media, shown_in
from sco_quiz.anki.note_parts import note_parts
from sco_quiz.card.about import beyond_html, source_line
from sco_quiz.card.content import card_content
from sco_quiz.card.escape import field_html, inline_html
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ExportError
from sco_quiz.core.interaction import Choice
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.responses import answer_key
from sco_quiz.core.tag import SEPARATOR as LEVELS
from sco_quiz.core.words.language import Language
from sco_quiz.core.words.languages import language_of

_KIND, _REVISED = FIELDS.index("Kind"), FIELDS.index("Revised")


@dataclass(frozen=True)
class PlannedNote:
    """A question as a note: its fields as HTML in the order of FIELDS, and the ordinals of its cards.

    `first_id` is the id under which it was first published.
    """

    question: str
    family: Family
    guid: str
    deck: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[int, ...] = (0,)
    first_id: str = ""

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The hashes of what readers would call its content."""
        return note_parts(self.fields, self.tags)

    @cached_property
    def joined(self) -> tuple[str, str]:
        """The fields as Anki stores them, up to the day of the last change, which the ledger tells, and after it."""
        return SEPARATOR.join((*self.fields[:_REVISED], "")), SEPARATOR.join(("", *self.fields[_REVISED + 1 :]))

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The names of the pictures that it shows."""
        return shown_in("".join(self.joined))

    def knowing(self, parts: Mapping[str, str], pictures: tuple[str, ...]) -> "PlannedNote":
        """Return the note with what follows from its fields, and is known from earlier."""
        vars(self).update(parts=parts, pictures=pictures)
        return self

    @property
    def replaced(self) -> bool:
        """Whether it is the note that its question had before it changed between standard and cloze."""
        return not self.fields[_KIND]


class Asked(NamedTuple):
    """A question that a note is planned for, with its topic and the deck of its cards."""

    topic: Topic
    question: Question
    deck: str


Recall = Callable[
    [Bank, Mapping[str, MediaFile], Sequence[Asked], Callable[[Asked], PlannedNote]], Sequence[PlannedNote]
]
"""Returns the notes of some questions of a bank with pictures: remembered, or else planned now."""


def plan_now(
    bank: Bank, media: Mapping[str, MediaFile], asked: Sequence[Asked], plan: Callable[[Asked], PlannedNote]
) -> Sequence[PlannedNote]:
    """Plan without remembering anything."""
    return [plan(each) for each in asked]


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """What to write: the descriptions of decks (HTML) by name, notes in study order, names of decks, media files."""

    decks: dict[str, str]
    notes: tuple[PlannedNote, ...]
    names: DeckNames
    media: tuple[MediaFile, ...] = ()


def plan_notes(bank: Bank, published: DeckNames = UNPUBLISHED, recall: Recall = plan_now) -> DeckPlan:
    """Plan the deck of a bank, whose decks may have names from earlier exports. `recall` may know some of its notes.

    Raise ExportError, which names the question, for text that Anki cannot store, and for a picture that is gone.
    """
    media = deck_media(bank)
    html = field_renderer(bank.pictures, media, bank.lang)
    names = name_decks(bank, published)
    asked = [
        Asked(topic, question, _deck_of(bank, names, topic, question))
        for topic in bank.topics
        for question in topic.questions
    ]
    notes = tuple(recall(bank, media, asked, partial(_note, bank, html)))
    refuse_equal_guids(notes)
    return DeckPlan(describe_decks(bank, names, notes), notes, names, tuple(media.values()))


def plan_note(bank: Bank, question: Question, html: HtmlRenderer | None = None) -> PlannedNote:
    """Plan the note of one question, by default with the pictures of its deck. Raise ExportError like `plan_notes`."""
    topic = bank.topic_of(question.id)
    deck = _deck_of(bank, name_decks(bank), topic, question)
    return _note(bank, html or deck_renderer(bank), Asked(topic, question, deck))


def deck_renderer(bank: Bank) -> HtmlRenderer:
    """Return the renderer of the notes of a bank's deck. Raise ExportError for a picture that cannot be read."""
    return field_renderer(bank.pictures, deck_media(bank), bank.lang)


def withdrawn_deck(bank: Bank, names: DeckNames) -> str:
    """Return the name of the deck for withdrawn questions.

    It is beside the bank's deck, not in it: Anki imports every note, and new students would study these, too. For
    students who have the cards nothing changes, since an import moves no card.
    """
    return f"{names.parent} ({language_of(bank.lang).word('withdrawn_deck')})"


def _deck_of(bank: Bank, names: DeckNames, topic: Topic, question: Question) -> str:
    return names.full(topic.id) if question.status == "active" else withdrawn_deck(bank, names)


def describe_decks(
    bank: Bank, names: DeckNames, notes: Iterable[PlannedNote], corrections: Iterable[tuple[int, str]] = ()
) -> dict[str, str]:
    """Return the descriptions by deck name. They are never empty: Anki would retain an older one."""
    language = language_of(bank.lang)
    decks = {names.parent: deck_description(bank, corrections)}
    for topic in bank.topics:
        about = inline_html(topic.description) or language.word("topic", title=inline_html(topic.title))
        decks.setdefault(names.full(topic.id), about)
    withdrawn = withdrawn_deck(bank, names)
    if any(note.deck == withdrawn for note in notes):  # an import creates even a deck without cards
        decks[withdrawn] = language.word("withdrawn_questions")
    for name, description in decks.items():
        refuse_unsafe(name, "the title of a deck")
        refuse_unsafe(description, f"the description of the deck {name}")
    return decks


def _note(bank: Bank, html: HtmlRenderer, asked: Asked) -> PlannedNote:
    topic, question, deck = asked
    family: Family = "cloze" if question.stem.gaps else "standard"
    fields = _fields(bank, topic, question, html)
    if has_unsafe("".join(fields)):
        for name, value in zip(FIELDS, fields, strict=True):
            refuse_unsafe(value, f"question `{question.id}`: the field {name}")
    tags = _tags(topic, question)
    guid = guid_for(bank.id, question.first_id, family)  # the first id: a renamed question is not a new note
    return PlannedNote(question.id, family, guid, deck, fields, tags, _cards(question), question.first_id)


def _fields(bank: Bank, topic: Topic, question: Question, html: HtmlRenderer) -> tuple[str, ...]:
    language = language_of(bank.lang)
    card = card_content(question, bank.vocabulary, language, html)
    values = {
        "Id": f"{bank.id}/{question.id}",
        "Kind": card.behavior,
        "Task": card.task,
        "Topic": field_html(topic.title),
        "Prompt": html.content(question.stem),
        "Options": card.options,
        "Typed": card.typed,
        "Hint": html.content(question.content(question.hint)),
        "Answer": card.answer,
        "Key": card.key,
        "Feedback": card.feedback,
        "Explanation": html.content(question.content(question.explanation)),
        "Source": source_line(bank.source, question.source, language),
        "Level": language.word("difficulty", level=language.word(question.level), n=question.difficulty),
        "AsOf": language.date(question.as_of) if question.as_of else "",
        "Retired": _banner(bank, question, language, html),
        "Setting": html.content(question.content(question.setting)),
        "Beyond": beyond_html(bank, question, language, html),
        "Lang": bank.lang,
        "AnswerLine": _answer_line(question, language),
    }
    return tuple(values.get(name, "") for name in FIELDS)


def _answer_line(question: Question, language: Language) -> str:
    """Return the right answers in one line; empty for gaps, which are in the prompt."""
    if question.stem.gaps:
        return ""
    interaction = question.interaction()
    by_key = isinstance(interaction, Choice) and interaction.by_key
    return field_html(" · ".join(language.label(text) if by_key else text for text in answer_key(interaction)))


def _banner(bank: Bank, question: Question, language: Language, html: HtmlRenderer) -> str:
    """Return why a question was retired and what replaces it; empty for an active question."""
    if question.status == "active":
        return ""
    reason = html.content(question.content(question.reason or language.word("no_longer_asked")))
    return f"{reason} {_successor(bank, question.successor, language, html)}".strip()


def _successor(bank: Bank, question_id: str | None, language: Language, html: HtmlRenderer) -> str:
    """Return the line of a banner that names the question to learn instead, with its gaps open; empty without one."""
    if not question_id:
        return ""
    successor = bank.find(question_id)
    prompt = with_open_gaps(html).content(successor.stem).removesuffix("<br>") if successor else "…"
    line = language.word("successor", prompt=f"<bdi>{prompt}</bdi>", id=question_id)
    return f'<span class="successor" data-id="{question_id}">{line}</span>'  # `note_parts` reads the id


def _tags(topic: Topic, question: Question) -> tuple[str, ...]:
    tags = {tag("topic", topic.id), tag("kind", question.type), tag("level", question.level)}
    tags |= {tag("paragraph", str(number)) for number in question.source}
    tags |= {tag("tag", *name.split(LEVELS)) for name in question.tags}
    if question.status == "retired":
        tags.add("retired")
    for name in tags:
        refuse_unsafe(name, f"question `{question.id}`: a tag")
    return tuple(sorted(tags))  # a set has no order, and another order would count as a change


def _cards(question: Question) -> tuple[int, ...]:
    """Return the ordinals of a note's cards, one for each number of a gap. Anki creates no cards on import."""
    numbers = sorted({gap.number for gap in question.stem.gaps}) or [1]
    if numbers[0] < 1 or numbers[-1] > MAX_GAP:
        raise ExportError(f"question `{question.id}`: Anki numbers gaps from 1 to {MAX_GAP}")
    return tuple(number - 1 for number in numbers)


def refuse_equal_guids(notes: Iterable[PlannedNote]) -> None:
    """Raise ExportError for two notes with the same guid: Anki would import both, and never update the second."""
    guid, count = next(iter(Counter(note.guid for note in notes).most_common(1)), ("", 0))
    if count > 1:
        twins = ", ".join(f"`{note.question}`" for note in notes if note.guid == guid)
        raise ExportError(f"the questions {twins} would have the same guid in Anki; rename one of them")
