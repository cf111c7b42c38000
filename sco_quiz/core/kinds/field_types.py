"""Types and metadata of the fields of a bank file."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError
from pydantic_core.core_schema import no_info_wrap_validator_function, to_string_ser_schema

from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.interaction import Percent
from sco_quiz.core.tag import MAX_TAG, is_tag
from sco_quiz.core.typed.strictness import LEVELS
from sco_quiz.core.typed.strictness import Level as StrictLevel

# a line feed and a tab are allowed; other control characters and lone surrogates are not
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MAX_SLUG = 64
# a number beyond these would fill the screen with digits
MAX_DIGITS = 100
MAX_POWER = 300
MAX_TEXT = 50_000  # far beyond a card or screen; a limit against files without questions
NOT_AN_ID = "`{value}` is not an id: use lower-case letters, digits and single hyphens, at most {limit} characters"


class Ask(NamedTuple):
    """How a field is asked for: its label, and a placeholder with which an unfinished question can be validated.

    A field without it is never asked for, only written by hand.
    """

    label: str
    placeholder: Any = None


def is_id(value: str) -> bool:
    """Return whether a string is an id: lower-case letters, digits and single hyphens."""
    return len(value) <= MAX_SLUG and re.fullmatch(SLUG, value) is not None


def _slug(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError("bad-id", NOT_AN_ID, {"value": value, "limit": MAX_SLUG})
    return value


def _tag(value: str) -> str:
    if not is_tag(value):
        message = "`{value}` is not a tag: use letters, digits, single spaces, _ . and -, with :: between levels"
        raise PydanticCustomError("bad-tag", message, {"value": value})
    return value


def check_text(value: str) -> str:
    """Return text that can be shown and stored; raise PydanticCustomError for any other."""
    if not value.strip():
        raise PydanticCustomError("empty-value", "must not be empty")
    if control := CONTROL.search(value):
        context = {"code": f"U+{ord(control[0]):04X}", "start": control.start()}
        raise PydanticCustomError("control-character", "control character {code} is not allowed", context)
    if len(value) > MAX_TEXT:
        message = "the text has {length} characters; the maximum is {limit}"
        raise PydanticCustomError("text-too-long", message, {"length": len(value), "limit": MAX_TEXT})
    return value


def text_fault(value: str) -> str:
    """Return why a string cannot be shown or stored as text; nothing if it can."""
    try:
        check_text(value)
    except PydanticCustomError as error:
        return error.message()
    return ""


def text_or(value: str, otherwise: str) -> str:
    """Return a name from elsewhere, such as that of a file, if it can be shown and stored; else another one."""
    return otherwise if text_fault(value) else value


def check_optional_text(value: str) -> str:
    """Return nothing, or text that can be shown and stored; raise PydanticCustomError for any other."""
    return check_text(value) if value else value


def _number(value: Decimal) -> Decimal:
    digits = len(value.as_tuple().digits)
    if digits > MAX_DIGITS or abs(value.adjusted()) > MAX_POWER:
        raise PydanticKnownError("decimal_max_digits", {"max_digits": MAX_DIGITS})
    return value


def _tolerance(value: Any, validate: ValidatorFunctionWrapHandler) -> Decimal | Percent:
    """Accept a number, or a percentage of the answer such as `5 %`."""
    if isinstance(value, Percent):
        return value
    if isinstance(value, str) and value.rstrip().endswith("%"):
        return Percent(validate(value.rstrip()[:-1].rstrip()))
    number: Decimal = validate(value)
    return number


def _share(value: Any, validate: ValidatorFunctionWrapHandler) -> Percent:
    """Accept a percentage of the points, such as `50 %`; a bare number could mean 0.5 or 50."""
    if isinstance(value, Percent):
        return value
    if isinstance(value, str) and value.rstrip().endswith("%"):
        return Percent(validate(value.rstrip()[:-1].rstrip()))
    raise PydanticCustomError("not-a-number", "`{value}` is not a percentage", {"value": value})


def _share_type(least: int, most: int) -> GetPydanticSchema:
    number = Annotated[Number, Field(ge=least, le=most)]
    return GetPydanticSchema(
        lambda _, schema_of: no_info_wrap_validator_function(
            _share, schema_of(number), serialization=to_string_ser_schema()
        )
    )


def _level(value: str) -> str:
    if value not in LEVEL_NAMES:
        raise PydanticCustomError("unknown-level", "`{value}` is not a level", {"value": value})
    return value


def one_or_many(value: Any) -> Any:
    """Return a list, also for a single value."""
    return value if isinstance(value, list | tuple) else (value,)


def _distractor(value: Any) -> Any:
    """Accept `text`, or one `text: note` mapping."""
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict):
        if len(value) != 1:
            message = "{count} `text: note` entries in one list item; expected one"
            raise PydanticCustomError("bad-distractor", message, {"count": len(value)})
        ((text, note),) = value.items()
        return {"text": text, "note": note}
    return value


# an unquoted 2010 or true is a number or a truth value to an editor; it is text here
AS_TYPED = ["string", "number", "boolean"]

_LIMIT = 10.0 ** (MAX_POWER + 1)
_NUMBER_SCHEMA = {"type": "number", "minimum": -_LIMIT, "maximum": _LIMIT}
Number = Annotated[Decimal, AfterValidator(_number), Field(allow_inf_nan=False), WithJsonSchema(_NUMBER_SCHEMA)]
_PERCENT_SCHEMA = {"type": "string", "pattern": r"^[0-9.]+ ?%$"}
_TOLERANCE_SCHEMA = {"anyOf": [{"type": "number", "minimum": 0, "maximum": _LIMIT}, _PERCENT_SCHEMA]}
Tolerance = Annotated[
    Decimal | Percent,
    GetPydanticSchema(
        lambda _, schema_of: no_info_wrap_validator_function(
            _tolerance, schema_of(Annotated[Number, Field(ge=0)]), serialization=to_string_ser_schema()
        )
    ),
    WithJsonSchema(_TOLERANCE_SCHEMA),
]
_PENALTY_SCHEMA = {"type": "string", "pattern": r"^(?:100|[0-9]{1,2}(?:\.[0-9]+)?) ?%$"}
_PARTIAL_SCHEMA = {"type": "string", "pattern": r"^[1-9][0-9]?(?:\.[0-9]+)? ?%$"}
Penalty = Annotated[Percent, _share_type(0, 100), WithJsonSchema(_PENALTY_SCHEMA)]
PartialCredit = Annotated[Percent, _share_type(1, 99), WithJsonSchema(_PARTIAL_SCHEMA)]
SLUG_SCHEMA = {"type": ["string", "number"], "pattern": f"^{SLUG}$", "maxLength": MAX_SLUG}
Slug = Annotated[str, AfterValidator(_slug), WithJsonSchema(SLUG_SCHEMA)]
# looser than the check, since a schema has no way to say "a letter of any script"
_TAG_SCHEMA = {
    "type": ["string", "number"],
    "pattern": r"^[^\s:]+(?: [^\s:]+)*(?:::[^\s:]+(?: [^\s:]+)*)*$",
    "maxLength": MAX_TAG,
}
Tag = Annotated[str, AfterValidator(_tag), WithJsonSchema(_TAG_SCHEMA)]
_TEXT_SCHEMA = WithJsonSchema({"type": AS_TYPED, "minLength": 1, "maxLength": MAX_TEXT})
Text = Annotated[str, AfterValidator(check_text), _TEXT_SCHEMA]
OptionalText = Annotated[str, AfterValidator(check_optional_text)]
Level = Annotated[str, AfterValidator(_level), WithJsonSchema({"enum": list(LEVEL_NAMES)})]
_PARAGRAPHS_SCHEMA = WithJsonSchema(
    {"type": ["integer", "array"], "minimum": 1, "items": {"type": "integer", "minimum": 1}}
)
Paragraphs = Annotated[tuple[Annotated[int, Field(ge=1)], ...], BeforeValidator(one_or_many), _PARAGRAPHS_SCHEMA]
Status = Literal["active", "retired"]
_STRICT_SCHEMA = WithJsonSchema({"anyOf": [{"enum": list(LEVELS)}, {"type": "array", "items": {"enum": list(LEVELS)}}]})
Strict = Annotated[tuple[StrictLevel, ...], BeforeValidator(one_or_many), _STRICT_SCHEMA]


class Frozen(BaseModel):
    """A model that cannot change and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OptionNote(Frozen):
    """A wrong option or answer, with a note on the misreading behind it (empty: none)."""

    text: Text
    note: OptionalText = ""


_NOTED = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": AS_TYPED}}
_NOTED_SCHEMA = WithJsonSchema(
    {"anyOf": [{"type": AS_TYPED, "minLength": 1}, _NOTED], "description": "`text`, or `text: note`."}
)
Distractor = Annotated[OptionNote, BeforeValidator(_distractor), _NOTED_SCHEMA]
