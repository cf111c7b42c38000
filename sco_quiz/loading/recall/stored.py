"""What is stored of a bank: its outlines, and the values of each question as they are in its file."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, JsonValue

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.outline import LazyQuestions, Outline
from sco_quiz.core.picture import MediaType, Picture
from sco_quiz.loading.known_words import KNOWN_WORDS
from sco_quiz.loading.pictures import PictureFolder

if TYPE_CHECKING:
    from sco_quiz.core.blueprint.model import Blueprint
    from sco_quiz.core.source import Source

Values = dict[str, JsonValue]


class Row(NamedTuple):
    """The outline of a question."""

    id: str
    formerly: tuple[str, ...]
    type: str
    source: tuple[int, ...]
    level: str
    tags: tuple[str, ...]
    never_with: tuple[str, ...]
    status: str

    @property
    def first_id(self) -> str:
        """The id under which it was first published."""
        return self.formerly[0] if self.formerly else self.id


class StoredTopic(BaseModel):
    """A topic, and the outlines of its questions."""

    id: str
    title: str
    description: str
    setting: str
    deck: str
    markup: Markup
    rows: tuple[Row, ...]


class StoredPicture(BaseModel):
    """A picture without its content."""

    file: str
    media_type: MediaType
    size: int
    width: int
    height: int


class StoredBank(BaseModel):
    """A bank without the text of its questions; `source` and `exam` are what their models accept."""

    id: str
    title: str
    description: str
    allow: dict[str, str]
    lang: str
    deck: str
    markup: Markup
    topics: tuple[StoredTopic, ...]
    pictures: tuple[StoredPicture, ...]
    source: Values | None
    exam: Values | None


def stored(bank: Bank, values: Callable[[AnyQuestion], Values], source: Values | None, exam: Values | None) -> bytes:
    """Return a bank as lines of JSON: first everything but its questions, then the values of each question."""
    names = StoredBank.model_fields.keys() - {"topics", "pictures", "source", "exam"}
    head = StoredBank(
        **{name: getattr(bank, name) for name in names},
        topics=tuple(_topic(topic) for topic in bank.topics),
        pictures=tuple(
            StoredPicture.model_validate(picture, from_attributes=True) for picture in bank.pictures.values()
        ),
        source=source,
        exam=exam,
    )
    lines = [head.model_dump_json().encode(), *(_line(values(question)) for question in bank.questions)]
    return b"\n".join(lines)


def _topic(topic: Topic) -> StoredTopic:
    names = StoredTopic.model_fields.keys() - {"markup", "rows"}
    markup: Markup = topic.questions[0].markup if topic.questions else "plain"
    rows = tuple(_row(question) for question in topic.questions)
    return StoredTopic(**{name: getattr(topic, name) for name in names}, markup=markup, rows=rows)


def _row(outline: Outline) -> Row:
    return Row(*(getattr(outline, name) for name in Row._fields))


def _line(values: Values) -> bytes:
    # in UTF-8, where Cyrillic takes a third of its escapes; YAML can write half of a surrogate pair
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def revived(data: bytes, folder: Path, afresh: Callable[[], Bank]) -> Bank | None:
    """Return the bank that was stored, whose questions are validated when they are asked for; None if it is damaged.

    `afresh` reads the bank from its files, should one of the questions be damaged.
    """
    lines = data.split(b"\n")
    try:
        head = StoredBank.model_validate_json(lines[0])
        pictures = dict(_pictures(head.pictures, PictureFolder(folder)))
        source = None if head.source is None else _source(head.source)
        exam = None if head.exam is None else _exam(head.exam)
        topics = tuple(_topics(head.topics, lines[1:], afresh))
        return Bank(
            **{name: getattr(head, name) for name in ("id", "title", "description", "allow", "lang", "deck", "markup")},
            topics=topics,
            source=source,
            common_words=KNOWN_WORDS,
            pictures=pictures,
            exam=exam,
        )
    except (ValueError, LookupError):  # of an error of validation, too
        return None


def _source(values: Values) -> "Source":
    from sco_quiz.core.source import Source

    return Source.model_validate(values)


def _exam(values: Values) -> "Blueprint":
    from sco_quiz.core.blueprint.model import Blueprint  # few banks have one

    return Blueprint.model_validate(values)


def _pictures(pictures: Sequence[StoredPicture], folder: PictureFolder) -> Iterator[tuple[str, Picture]]:
    for each in pictures:
        yield (
            each.file,
            Picture(each.file, each.media_type, each.size, folder.reader(each.file), each.width, each.height),
        )


def _topics(topics: Sequence[StoredTopic], lines: Sequence[bytes], afresh: Callable[[], Bank]) -> Iterator[Topic]:
    if len(lines) != sum(len(topic.rows) for topic in topics):
        raise ValueError("as many lines as questions")
    start = 0
    for topic in topics:
        questions = LazyQuestions(topic.rows, _Maker(topic, lines[start : start + len(topic.rows)], afresh).make)
        start += len(topic.rows)
        yield Topic(topic.id, topic.title, questions, topic.description, topic.setting, topic.deck)


class _Maker:
    """Makes the questions of one topic."""

    def __init__(self, topic: StoredTopic, lines: Sequence[bytes], afresh: Callable[[], Bank]) -> None:
        self._topic, self._lines, self._afresh = topic, lines, afresh

    def make(self, index: int) -> AnyQuestion:
        """Validate the values of a question as if they were in its file; if they are damaged, read them from there."""
        row = self._topic.rows[index]
        try:
            values = json.loads(self._lines[index])
            question = KINDS[row.type].model_validate(values, context={"markup": self._topic.markup})
            if _row(question) == row:
                return question
        except (ValueError, LookupError, TypeError, RecursionError):
            pass
        read = self._afresh().find(row.id)
        if read is None:
            raise BankError("the cache of this bank was damaged and is written again; repeat the command")
        return read
