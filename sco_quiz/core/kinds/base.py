"""What all questions share, and the small types their fields are made of."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.place import KeyPath
from sco_quiz.core.text import fold, read_date, read_number
from sco_quiz.core.typed_answers import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Notes, Response, Unreadable, Verdict

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MAX_TEXT = 50_000


def _slug(value: str) -> str:
    if len(value) > 64 or not re.fullmatch(SLUG, value):
        raise PydanticCustomError(
            "bad-id",
            "`{value}` is not an id; an id is small letters, digits and single hyphens, 64 signs at most",
            {"value": value},
        )
    return value


def _text(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty-value", "an empty text stands where words are expected")
    if control := CONTROL.search(value):
        raise PydanticCustomError(
            "control-character",
            "the text holds the control character {code}",
            {"code": f"U+{ord(control[0]):04X}"},
        )
    if len(value) > MAX_TEXT:
        raise PydanticCustomError(
            "text-too-long", "the text has {length} characters; the limit is {limit}",
            {"length": len(value), "limit": MAX_TEXT},
        )  # fmt: skip
    return value


def _level(value: str) -> str:
    if value not in LEVEL_NAMES:
        raise PydanticCustomError("unknown-level", "`{value}` is not a level", {"value": value})
    return value


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else (value,)


def _distractor(value: Any) -> Any:
    """Accept `text`, or one `text: note` pair."""
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict):
        if len(value) != 1:
            raise PydanticCustomError(
                "bad-distractor", "{count} `text: note` pairs stand in one list item; one is expected",
                {"count": len(value)},
            )  # fmt: skip
        ((text, note),) = value.items()
        return {"text": text, "note": note}
    return value


# an unquoted 2010 or true is a number or a truth value to an editor; it is text here
AS_TYPED = ["string", "number", "boolean"]

Slug = Annotated[
    str, AfterValidator(_slug), WithJsonSchema({"type": ["string", "number"], "pattern": f"^{SLUG}$", "maxLength": 64})
]
Text = Annotated[str, AfterValidator(_text), WithJsonSchema({"type": AS_TYPED, "minLength": 1, "maxLength": MAX_TEXT})]
Level = Annotated[str, AfterValidator(_level), WithJsonSchema({"enum": list(LEVEL_NAMES)})]
Paragraphs = Annotated[
    tuple[Annotated[int, Field(ge=1)], ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"type": ["integer", "array"], "minimum": 1, "items": {"type": "integer", "minimum": 1}}),
]
OptionOrder = Literal["shuffled", "fixed"]


class Frozen(BaseModel):
    """A model that cannot change and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OptionNote(Frozen):
    """A wrong option or answer, with a note on the misreading it stands for (empty: none)."""

    text: Text
    note: str = ""

    @model_validator(mode="after")
    def _note_is_text(self) -> Self:
        if self.note:
            _text(self.note)
        return self


_NOTED = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": AS_TYPED}}
Distractor = Annotated[
    OptionNote,
    BeforeValidator(_distractor),
    WithJsonSchema({"anyOf": [{"type": AS_TYPED, "minLength": 1}, _NOTED], "description": "`text`, or `text: note`."}),
]


class Question(Frozen, ABC):
    """One question of a bank. `source` holds paragraph numbers of the article, counted from 1."""

    id: Slug = Field(
        description="Stable for ever and unique in the bank: small letters, digits and hyphens.",
    )
    type: str
    prompt: Text = Field(
        description="What is asked. It must stand alone, without the article beside it.",
    )
    explanation: str = Field(
        default="",
        description="Shown after the answer; teaches something beyond the key.",
    )
    source: Paragraphs = Field(default=(), description="The paragraph or paragraphs of the article it rests on.")
    level: Level = Field(description="Bloom's revised taxonomy: remember, understand, apply, analyze, evaluate.")
    difficulty: int = Field(default=3, ge=1, le=5, description="1 (easy) to 5 (hard).")
    hint: str = Field(default="", description="Narrows the answer down without giving it away.")
    tags: tuple[Slug, ...] = Field(default=(), description="Free tags.")
    as_of: date | None = Field(default=None, description="The day for which a fact that changes is stated.")
    allow: dict[str, Text] = Field(
        default={},
        description="Rules this question is excused from, each with a reason.",
    )
    status: Literal["active", "retired"] = Field(default="active", description="`retired`: asked no more.")
    reason: str = Field(
        default="",
        description="Why it was retired; students read it on the card.",
    )
    successor: Slug | None = Field(
        default=None,
        description="The id of the question that takes its place.",
    )
    formerly: tuple[Slug, ...] = Field(
        default=(),
        description="The ids it had before, the oldest first; decks and progress follow them.",
    )
    review_by: date | None = Field(default=None, description="The day by which someone should look at it again.")

    @model_validator(mode="after")
    def _texts(self) -> Self:
        for name in ("explanation", "hint", "reason"):
            if value := getattr(self, name):
                _text(value)
        return self

    @property
    def first_id(self) -> str:
        """The id under which it was first published, by which decks know it."""
        return self.formerly[0] if self.formerly else self.id

    @property
    def stem(self) -> str:
        """What the learner is shown; the prompt, except where the prompt holds the key."""
        return self.prompt

    @property
    @abstractmethod
    def key(self) -> tuple[str, ...]:
        """The right answer or answers as texts."""

    @property
    def correct_response(self) -> Response:
        """A response that is wholly right."""
        return self.key

    def shown_options(self, rng: Random) -> tuple[str, ...]:
        """The options in the order in which they are shown; empty for a typed question."""
        return ()

    @abstractmethod
    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        """Read what was typed or pressed, given the options as shown."""

    @abstractmethod
    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Judge a response. `known` guards typed answers against lenience."""

    def texts(self) -> tuple[str, ...]:
        """The key and every other answer or option that the question names."""
        return self.key


def in_natural_order(options: Iterable[str]) -> list[str] | None:
    """Options sorted as numbers or dates; None unless every option is nothing but one number or date."""
    options = list(options)
    for read in (_date_key, _number_key):
        keys = [read(option) for option in options]
        if all(key is not None for key in keys):
            return [option for _, option in sorted(zip(keys, options, strict=True), key=lambda pair: pair[0] or ())]
    return None


def _date_key(text: str) -> tuple[float, ...] | None:
    found = read_date(text)
    return None if found is None else (found[0] or 0, found[1], found[2] or 0)


def _number_key(text: str) -> tuple[float, ...] | None:
    found = read_number(text)
    return None if found is None else (found[0],)


def arrange(options: Iterable[str], order: str, rng: Random) -> tuple[str, ...]:
    """Options as shown: as written when fixed, numbers and dates ascending, anything else shuffled."""
    options = list(options)
    if order == "fixed":
        return tuple(options)
    natural = in_natural_order(options)
    if natural is not None:
        return tuple(natural)
    rng.shuffle(options)
    return tuple(options)


def refusal(name: str, message: str, at: KeyPath = (), **context: object) -> PydanticCustomError:
    """A validation error of the whole question that points at the value under a key path."""
    return PydanticCustomError(name, message, {**context, "at": at})


def entries(field: str, texts: Iterable[str | OptionNote]) -> list[tuple[KeyPath, str]]:
    """Texts of a list with their key paths."""
    return [((field, i), text if isinstance(text, str) else text.text) for i, text in enumerate(texts)]


def refuse_repeats(placed: Iterable[tuple[KeyPath, str]], name: str = "duplicate-option") -> None:
    """Raise a validation error when two texts are the same after folding."""
    seen: dict[str, tuple[str, KeyPath]] = {}
    for path, text in placed:
        folded = fold(text)
        if folded in seen:
            first, at = seen[folded]
            message = "`{first}` and `{second}` are the same"
            if path[0] == "distractors" and at[0] in ("answer", "answers"):
                message = "the answer `{first}` stands among the distractors, too"
            raise refusal(name, message, path, first=first, second=text)
        seen[folded] = (text, path)


def refuse_fewer(field: str, count: int, least: int) -> None:
    """Raise a validation error when a list is too short."""
    if count < least:
        message = "too few {field}: {count} given, at least {least} needed"
        raise refusal("too-few-options", message, (field,), field=field, count=count, least=least)


def notes_for(chosen: Iterable[str], distractors: Iterable[OptionNote]) -> Notes:
    """The notes of the distractors that were chosen."""
    notes = {distractor.text: distractor.note for distractor in distractors if distractor.note}
    return tuple((text, notes[text]) for text in chosen if text in notes)


def parse_choices(text: str, options: tuple[str, ...], wanted: str = "") -> Response | Unreadable:
    """Read option numbers, such as `2`, `1 3`, `1,3` or (up to nine options) `13`, or an option's own words.

    `wanted` is said when there are no numbers.
    """
    stripped = text.strip()
    for option in options:
        if stripped and fold(stripped) == fold(option):
            return (option,)
    parts = stripped.replace(",", " ").replace(";", " ").split()
    if len(options) <= 9 and len(parts) == 1 and parts[0].isascii() and parts[0].isdigit():
        parts = list(parts[0])
    if not parts or not all(part.isascii() and part.isdigit() and len(part) < 5 for part in parts):
        return Unreadable(wanted or f"Answer with a number from 1 to {len(options)}.")
    numbers = [int(part) for part in parts]
    if any(not 1 <= number <= len(options) for number in numbers):
        return Unreadable(f"The numbers go from 1 to {len(options)}.")
    if len(set(numbers)) != len(numbers):
        return Unreadable("Each number may be given once.")
    return tuple(options[number - 1] for number in numbers)
