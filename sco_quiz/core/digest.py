"""The digest of a bank: the summaries of the article's paragraphs, by topic."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.selection import refuse_unknown_topics
from sco_quiz.core.source import Paragraph, Source

WORDS_PER_MINUTE = 200  # of a reader who reads to learn


@dataclass(frozen=True, slots=True)
class Section:
    """The paragraphs of one topic, in the order of the article."""

    topic: Topic
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What the article says, by topic; without sections there is nothing to read."""

    title: str
    speaker: str
    citation: str
    date: date | None
    sections: tuple[Section, ...]

    @property
    def minutes(self) -> int:
        """How long it takes to read, at least one minute."""
        words = sum(len(p.summary.split()) for section in self.sections for p in section.paragraphs)
        return max(1, round(words / WORDS_PER_MINUTE))

    def section_of(self, number: int) -> Section | None:
        """Return the section of a paragraph, or None."""
        return next((each for each in self.sections if any(p.number == number for p in each.paragraphs)), None)

    def place_of(self, bank: Bank, question: AnyQuestion) -> tuple[Section, int] | None:
        """Return the section and the paragraph that best tell the answer to a question; None without any.

        Of the paragraphs that the question cites, one with a fact that it asks comes first, then one of its own topic.
        """
        topic = bank.topic_of(question.id).id
        told = [(section, number) for number in question.source if (section := self.section_of(number))]
        stating = {p.number for s in self.sections for p in s.paragraphs if _asks(bank, question, p)}
        return min(told, key=lambda place: (place[1] not in stating, place[0].topic.id != topic), default=None)


def digest(bank: Bank, topics: Collection[str] = ()) -> Digest:
    """Return the digest of a bank, or of some topics: each paragraph with a summary under its topic.

    A paragraph says its topic itself; else it is the topic whose active questions cite it most often, and without any
    that of the paragraph before it. Headings, data and questions are skipped unless they name a topic. Raise
    UnknownTopicError for an unknown topic.
    """
    refuse_unknown_topics(bank, topics)
    source = bank.source
    if source is None:
        return Digest(bank.title, "", "", None, ())
    told: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph, topic in _placed(bank, source):
        told[topic].append(paragraph)
    chosen = [topic for topic in bank.topics if topic.id in told and (not topics or topic.id in topics)]
    sections = tuple(Section(topic, tuple(told[topic.id])) for topic in chosen)
    return Digest(bank.title, source.speaker, source.citation, source.date, sections)


def _placed(bank: Bank, source: Source) -> list[tuple[Paragraph, str]]:
    """Return the paragraphs of the digest, each with the id of its topic."""
    cited = _citations(bank)
    topic = bank.topics[0].id if bank.topics else ""
    placed = []
    for paragraph in source.paragraphs:
        if counts := cited[paragraph.number]:
            topic = max(counts, key=counts.__getitem__)  # of equals the first, in study order
        topic = paragraph.topic or topic
        if paragraph.summary and _is_told(paragraph):
            placed.append((paragraph, topic))
    return placed


def _is_told(paragraph: Paragraph) -> bool:
    return paragraph.role in ("text", "caption") if paragraph.topic is None else bool(paragraph.topic)


def _asks(bank: Bank, question: AnyQuestion, paragraph: Paragraph) -> bool:
    """Whether a question asks a fact that a paragraph states."""
    return any(each.id == question.id for fact in paragraph.facts for each in bank.asking(fact))


def _citations(bank: Bank) -> dict[int, Counter[str]]:
    """Return how many active questions of each topic cite a paragraph, by its number."""
    cited: dict[int, Counter[str]] = defaultdict(Counter)
    for topic in bank.topics:
        for question in topic.questions:
            if question.status == "active":
                for number in question.source:
                    cited[number][topic.id] += 1
    return cited
