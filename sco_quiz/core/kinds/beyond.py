"""What a question adds from outside the article, and where that can be read."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from sco_quiz.core.kinds.field_types import SLUG_SCHEMA, Frozen, Slug, Text, one_or_many

_SCHEMA = WithJsonSchema({"anyOf": [SLUG_SCHEMA, {"type": "array", "items": SLUG_SCHEMA, "minItems": 1}]})


def _some(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise PydanticCustomError("missing-reference", "`beyond` needs `references`: where can this be read?")
    return value


class Beyond(Frozen):
    """What came before or after; never part of the answer. `references` are ids of source.yaml."""

    model_config = ConfigDict(json_schema_extra={"required": ["text", "references"]})

    text: Text = Field(
        description="One or two sentences that the article does not contain.",
        examples=["India and Pakistan became members in 2017."],
    )
    references: Annotated[tuple[Slug, ...], BeforeValidator(one_or_many), AfterValidator(_some), _SCHEMA] = Field(
        default=(),
        validate_default=True,
        description="The ids of the references that confirm it, as source.yaml has them; two are better than one.",
        examples=[["astana-declaration", "joining-in-2017"]],
    )
