"""A blueprint as a teacher writes it: `exam:` in bank.yaml, or a file of its own."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from sco_quiz.core.constants import KIND_NAMES, LEVEL_NAMES
from sco_quiz.core.kinds.field_types import (
    Frozen,
    Level,
    Number,
    OptionalText,
    Paragraphs,
    Slug,
    Tag,
    Text,
    one_or_many,
)

EASIEST, HARDEST = 1, 5
MOST_POINTS = 1000
MOST_MINUTES = 1440  # a day
MAX_NUMBER = 10_000
_DIFFICULTY_HINT = "write a number such as 2, or a range such as 1-2"
_RANGE = re.compile(r"\s*(\d+)\s*(?:[-–]\s*(\d+)\s*)?")


def _kind(value: str) -> str:
    if value not in KIND_NAMES:
        raise PydanticCustomError("unknown-type", "`{value}` is not a type of question", {"value": value})
    return value


def _range(value: Any) -> Any:
    """Accept one difficulty, a list of the first and last one, or the two with a hyphen."""
    if isinstance(value, list | tuple):
        parts = [str(part) for part in value]
    else:
        found = _RANGE.fullmatch(str(value))
        parts = [part for part in found.groups() if part] if found else [""]
    if not 1 <= len(parts) <= 2 or not all(part.strip().isdecimal() for part in parts):
        message = "`difficulty` must be a number or a range such as 1-2, not `{value}`"
        raise PydanticCustomError("not-a-number", message, {"value": str(value), "hint": _DIFFICULTY_HINT})
    least, most = int(parts[0]), int(parts[-1])
    if not EASIEST <= least <= most <= HARDEST:
        message = "`difficulty` must be from 1 (easy) to 5 (hard), the least first, not `{value}`"
        raise PydanticCustomError("out-of-range", message, {"value": str(value), "hint": _DIFFICULTY_HINT})
    return least, most


def _points(value: Decimal) -> Decimal:
    if not 0 < value <= MOST_POINTS:
        message = "`points` must be more than 0 and at most {most}, not `{value}`"
        values = {"most": MOST_POINTS, "value": str(value), "hint": "write a number such as 2 or 0.5"}
        raise PydanticCustomError("out-of-range", message, values)
    return value


def _percentage(value: Decimal) -> Decimal:
    if not 0 <= value <= 100:
        values = {"value": str(value), "hint": "write the lowest percentage that gives the mark"}
        raise PydanticCustomError("out-of-range", "a mark must need from 0 to 100 percent, not `{value}`", values)
    return value


def _sections(value: tuple["Section", ...]) -> tuple["Section", ...]:
    if not value:
        raise PydanticCustomError("missing-field", "`sections` needs a section", {"hint": "add one: `- number: 5`"})
    return value


def _listed(schema: dict[str, Any]) -> WithJsonSchema:
    """Return the schema of one value or a list of them."""
    return WithJsonSchema({"anyOf": [schema, {"type": "array", "items": schema}]})


_DEGREE = {"type": "integer", "minimum": EASIEST, "maximum": HARDEST}
_DIFFICULTY_SCHEMA = WithJsonSchema(
    {
        "anyOf": [
            _DEGREE,
            {"type": "string", "pattern": r"^[1-5] ?[-–] ?[1-5]$"},
            {"type": "array", "items": _DEGREE, "minItems": 1, "maxItems": 2},
        ]
    }
)
_NAME = {"type": ["string", "number"]}
Difficulty = Annotated[tuple[int, int], BeforeValidator(_range), _DIFFICULTY_SCHEMA]
Kind = Annotated[str, AfterValidator(_kind)]
Kinds = Annotated[tuple[Kind, ...], BeforeValidator(one_or_many), _listed({"enum": list(KIND_NAMES)})]
Levels = Annotated[tuple[Level, ...], BeforeValidator(one_or_many), _listed({"enum": list(LEVEL_NAMES)})]
Names = Annotated[tuple[Slug, ...], BeforeValidator(one_or_many), _listed(_NAME)]
Tags = Annotated[tuple[Tag, ...], BeforeValidator(one_or_many), _listed(_NAME)]
Points = Annotated[
    Number,
    AfterValidator(_points),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": MOST_POINTS}),
]
Minutes = Annotated[Number, Field(ge=1, le=MOST_MINUTES)]
Percentage = Annotated[
    Number, AfterValidator(_percentage), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100})
]


class Section(Frozen):
    """A part of an exam: how many of the questions that match all its conditions, and what each counts."""

    title: OptionalText = Field(
        default="", description="What learners see above the section.", examples=["Facts and figures"]
    )
    number: Annotated[int, Field(ge=1, le=MAX_NUMBER)] | None = Field(
        default=None, description="How many questions. Default: all that match and no other section uses.", examples=[5]
    )
    topics: Names = Field(default=(), description="Only questions of these topics.", examples=[["security"]])
    kinds: Kinds = Field(default=(), description="Only questions of these kinds.", examples=[[KIND_NAMES[0]]])
    levels: Levels = Field(default=(), description="Only questions of these levels.", examples=[["remember"]])
    tags: Tags = Field(default=(), description="Only questions with one of these tags.", examples=[["economy::trade"]])
    paragraphs: Paragraphs = Field(
        default=(), description="Only questions that cite one of these paragraphs.", examples=[[1, 2]]
    )
    difficulty: Difficulty | None = Field(
        default=None, description="Only questions of this difficulty, or of this range.", examples=["1-2"]
    )
    questions: Names = Field(default=(), description="Only the questions with these ids.", examples=[["seat"]])
    points: Points = Field(default=Decimal(1), description="What each question counts. Default: 1.", examples=[2])


class Blueprint(Frozen):
    """The sections of an exam, how it is drawn, and its rules."""

    title: OptionalText = Field(
        default="", description="The title of the exam. Default: that of the bank.", examples=["Class test 1"]
    )
    time_limit: Minutes | None = Field(default=None, description="Minutes. Default: no limit.", examples=[45])
    pass_mark: Annotated[int, Field(ge=0, le=100)] = Field(
        default=60, description="Percent of the points. Default: 60.", examples=[60]
    )
    scale: dict[Text, Percentage] = Field(
        default={},
        description="The marks, the best one first, each with the lowest percentage that gives it.",
        examples=[{"A": 90, "B": 75, "C": 60, "F": 0}],
    )
    draw: Literal["fixed", "each"] = Field(
        default="fixed",
        description="`fixed`: the same questions for all; `each`: other ones for each learner. Default: fixed.",
        examples=["each"],
    )
    order: Literal["sections", "shuffled"] = Field(
        default="sections",
        description="`sections`: the sections as listed; `shuffled`: all questions mixed. Default: sections.",
        examples=["shuffled"],
    )
    seed: Annotated[int, Field(ge=0)] = Field(
        default=0, description="The number by which a fixed exam is drawn. Default: 0.", examples=[7]
    )
    sections: Annotated[tuple[Section, ...], AfterValidator(_sections)] = Field(
        json_schema_extra={"minItems": 1},
        description="The sections in their order.",
        examples=[[{"title": "Facts", "number": 5, "levels": "remember"}]],
    )

    @model_validator(mode="after")
    def _descending(self) -> "Blueprint":
        marks = list(self.scale.items())
        for (better, least), (mark, lower) in pairwise(marks):
            if lower >= least:
                message = "`{mark}` must need less than `{better}`, the mark above it: {lower} is not below {least}"
                hint = "list the marks from the best one down, each with a lower percentage than the one above"
                values = {"mark": mark, "better": better, "lower": str(lower), "least": str(least)}
                raise PydanticCustomError("out-of-range", message, values | {"at": ("scale", mark), "hint": hint})
        return self
