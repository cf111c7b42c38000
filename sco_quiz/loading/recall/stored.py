"""What is stored of a bank: its outlines, and the values of each question as they are in its file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

from pydantic_core import CoreSchema, SchemaValidator, core_schema

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

Values = dict[str, Any]
Record = TypeVar("Record")


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


_TEXT = core_schema.str_schema()
_TEXTS = core_schema.tuple_schema([_TEXT], variadic_item_index=0)
_NUMBER = core_schema.int_schema()
_NUMBERS = core_schema.tuple_schema([_NUMBER], variadic_item_index=0)
_ROW = core_schema.tuple_schema([_TEXT, _TEXTS, _TEXT, _NUMBERS, _TEXT, _TEXTS, _TEXTS, _TEXT])
_MARKUP = core_schema.literal_schema([*get_args(Markup)])
_RECORD = core_schema.nullable_schema(core_schema.dict_schema(_TEXT))
_TOPIC = dict.fromkeys(("id", "title", "description", "setting", "deck"), _TEXT)
_PICTURE = {
    "file": _TEXT,
    "media_type": core_schema.literal_schema([*get_args(MediaType)]),
    **dict.fromkeys(("size", "width", "height"), _NUMBER),
}
_BANK = {
    **dict.fromkeys(("id", "title", "description", "lang", "deck"), _TEXT),
    "allow": core_schema.dict_schema(_TEXT, _TEXT),
    "markup": _MARKUP,
}
"""Plain values: a model for each would take longer to build than the values to read."""


def _values(fields: Mapping[str, CoreSchema]) -> CoreSchema:
    return core_schema.typed_dict_schema(
        {name: core_schema.typed_dict_field(schema) for name, schema in fields.items()}
    )


def _all_of(schema: CoreSchema) -> CoreSchema:
    return core_schema.tuple_schema([schema], variadic_item_index=0)


def _read_head(line: bytes) -> dict[str, Any]:
    """Return what is stored beside the questions; `source` and `exam` are what their models accept.

    Raises ValueError.
    """
    topics = _all_of(_values({**_TOPIC, "markup": _MARKUP, "rows": _all_of(_ROW)}))
    records = {"topics": topics, "pictures": _all_of(_values(_PICTURE)), "source": _RECORD, "exam": _RECORD}
    head: dict[str, Any] = SchemaValidator(_values({**_BANK, **records})).validate_json(line, strict=False)
    return head


def stored(bank: Bank, values: Callable[[AnyQuestion], Values], source: Values | None, exam: Values | None) -> bytes:
    """Return a bank as lines of JSON: first everything but its questions, then the values of each question."""
    head = {
        **{name: getattr(bank, name) for name in _BANK},
        "topics": [_topic(topic) for topic in bank.topics],
        "pictures": [{name: getattr(picture, name) for name in _PICTURE} for picture in bank.pictures.values()],
        "source": source,
        "exam": exam,
    }
    return b"\n".join([_line(head), *(_line(values(question)) for question in bank.questions)])


def _topic(topic: Topic) -> dict[str, object]:
    markup: Markup = topic.questions[0].markup if topic.questions else "plain"
    rows = [_row(question) for question in topic.questions]
    return {**{name: getattr(topic, name) for name in _TOPIC}, "markup": markup, "rows": rows}


def _row(outline: Outline) -> Row:
    return Row(*(getattr(outline, name) for name in Row._fields))


def _line(values: Mapping[str, object]) -> bytes:
    # in UTF-8, where Cyrillic takes a third of its escapes; YAML can write half of a surrogate pair
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def revived(data: bytes, folder: Path, afresh: Callable[[], Bank]) -> Bank | None:
    """Return the bank that was stored, whose questions are validated when they are asked for; None if it is damaged.

    `afresh` reads the bank from its files, should one of the questions be damaged.
    """
    lines = data.split(b"\n")
    try:
        head = _read_head(lines[0])
        return Bank(
            **{name: head[name] for name in _BANK},
            topics=tuple(_topics(head["topics"], lines[1:], afresh)),
            source=_later(head["source"], _source, lambda: afresh().source),
            common_words=KNOWN_WORDS,
            pictures=dict(_pictures(head["pictures"], PictureFolder(folder))),
            exam=_later(head["exam"], _exam, lambda: afresh().exam),
        )
    except (ValueError, LookupError):  # of an error of validation, too
        return None


def _later(
    values: Values | None, model: Callable[[Values], Record], afresh: Callable[[], Record | None]
) -> Callable[[], Record | None]:
    """Return a function that validates the values of a record, or reads it from its file if they are damaged."""

    def record() -> Record | None:
        try:
            return None if values is None else model(values)
        except ValueError:
            return afresh()

    return record


def _source(values: Values) -> "Source":
    from sco_quiz.core.source import Source  # a question is shown without it

    return Source.model_validate(values)


def _exam(values: Values) -> "Blueprint":
    from sco_quiz.core.blueprint.model import Blueprint  # few banks have one

    return Blueprint.model_validate(values)


def _pictures(pictures: Iterable[Values], folder: PictureFolder) -> Iterator[tuple[str, Picture]]:
    for each in pictures:
        yield each["file"], Picture(**each, read=folder.reader(each["file"]))


def _topics(topics: Sequence[Values], lines: Sequence[bytes], afresh: Callable[[], Bank]) -> Iterator[Topic]:
    if len(lines) != sum(len(topic["rows"]) for topic in topics):
        raise ValueError("as many lines as questions")
    start = 0
    for topic in topics:
        rows = tuple(map(Row._make, topic["rows"]))
        maker = _Maker(rows, lines[start : start + len(rows)], topic["markup"], afresh)
        start += len(rows)
        yield Topic(**{name: topic[name] for name in _TOPIC}, questions=LazyQuestions(rows, maker.make))


class _Maker:
    """Makes the questions of one topic."""

    def __init__(self, rows: Sequence[Row], lines: Sequence[bytes], markup: Markup, afresh: Callable[[], Bank]) -> None:
        self._rows, self._lines, self._markup, self._afresh = rows, lines, markup, afresh

    def make(self, index: int) -> AnyQuestion:
        """Validate the values of a question as if they were in its file; if they are damaged, read them from there."""
        row = self._rows[index]
        try:
            values = json.loads(self._lines[index])
            question = KINDS[row.type].model_validate(values, context={"markup": self._markup})
            if _row(question) == row:
                return question
        except (ValueError, LookupError, TypeError, RecursionError):
            pass
        read = self._afresh().find(row.id)
        if read is None:
            raise BankError("the cache of this bank was damaged and is written again; repeat the command")
        return read
