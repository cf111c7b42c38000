"""The fields of a result file, checked by their types; its JSON Schema is made from them."""

from typing import Annotated, Any, Final, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from pydantic.json_schema import GenerateJsonSchema

FORMAT: Final = "sco-quiz result"
VERSION = 1
MAX_ANSWERS = 10_000
MAX_STRINGS = 1000  # no question has more gaps, pairs or items
MAX_TEXT = 10_000  # characters of an answer
MAX_NAME = 200
MAX_SECONDS = 10**8  # three years

Name = Annotated[str, Field(max_length=MAX_NAME)]
Text = Annotated[str, Field(max_length=MAX_TEXT)]
Strings = Annotated[list[Text], Field(max_length=MAX_STRINGS)]
Seconds = Annotated[float, Field(ge=0, le=MAX_SECONDS, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Count = Annotated[float, Field(ge=0, le=MAX_SECONDS, allow_inf_nan=False)]
OutcomeName = Literal["right", "partly", "almost", "wrong"]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class AnswerFields(_Strict):
    """One answer of a result file."""

    id: Name = Field(description="The id of the question at that time.", min_length=1)
    first_id: Name = Field(default="", description="The id under which the question was first published.")
    revision: Name = Field(default="", description="16 hexadecimal digits that change with the content.")
    setting: str = Field(default="", description="What is above the prompt, without markup.")
    prompt: str = Field(default="", description="The prompt, without markup.")
    given: Strings | None = Field(
        default=None,
        description="The answer as the bank has it: chosen options, the words of each gap, the right side of each "
        "row, or the items in order. null: none.",
    )
    response: Strings | None = Field(default=None, description="The answer as text without markup.")
    key: Strings | None = Field(default=None, description="The right answer; null in a file of a page without a key.")
    outcome: OutcomeName | None = Field(default=None, description="null: no answer, or a page without a key.")
    credit: Share | None = Field(default=None, description="From 0 to 1; null in a file of a page without a key.")
    points: Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)] = Field(
        default=1, description="What the question counts."
    )
    seconds: Seconds | None = Field(default=None, description="How long it was shown; null: unknown.")
    hint: bool = Field(default=False, description="Whether the hint was taken.")


class ResultFields(_Strict):
    """A result file, which a page for the class and `quiz --exam --result` write."""

    format: Literal["sco-quiz result"] = Field(default=FORMAT, description="Always the same.")
    version: Annotated[int, Field(ge=1, le=VERSION)] = Field(default=VERSION, description="Of this format.")
    bank: Name = Field(description="The id of the bank.", min_length=1)
    title: str = Field(default="", description="The title of the bank.")
    revision: Name = Field(default="", description="16 hexadecimal digits that change with any question.")
    exam: str = Field(default="", description="The title of the exam.")
    form: Annotated[int, Field(ge=0, le=10_000)] = Field(default=0, description="The number of its form, from 0.")
    seed: Annotated[int, Field(ge=0, le=2**63)] = Field(default=0, description="From which options are shuffled.")
    mode: Literal["exam", "test", "practice"] = Field(default="exam", description="`exam`: in the terminal.")
    student: Name = Field(default="", description="The name as the student wishes; it may be empty.")
    began: AwareDatetime | None = Field(default=None, description="ISO 8601 with an offset; null: unknown.")
    at: AwareDatetime = Field(description="When it was handed in: ISO 8601 with an offset.")
    passed: bool | None = Field(default=None, description="null in a file of a page without a key.")
    percent: Annotated[int, Field(ge=0, le=100)] | None = Field(default=None, description="Of the maximum.")
    points: Count | None = Field(default=None, description="The sum of the points.")
    most: Count | None = Field(default=None, description="The maximum.")
    pass_mark: Annotated[int, Field(ge=0, le=100)] | None = Field(default=None, description="Percent.")
    used: Seconds | None = Field(default=None, description="Seconds from the beginning to the hand-in.")
    time_limit: Seconds | None = Field(default=None, description="Seconds; null: no limit.")
    interrupted: Seconds = Field(default=0, description="Seconds during which the program was closed or paused.")
    answers: Annotated[list[AnswerFields], Field(max_length=MAX_ANSWERS)] = Field(
        description="One for each question, in the order of asking."
    )


def read_fields(data: bytes) -> ResultFields:
    """Return the fields. Raise ValueError, which names the first place that is not as it must be."""
    try:
        return ResultFields.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
        raise ValueError(f"`{place}`: {first['msg']}" if place else str(first["msg"])) from None


def result_schema() -> dict[str, Any]:
    """Return the JSON Schema of a result file."""
    schema = ResultFields.model_json_schema()
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema, "title": "A result file of sco-quiz"}
