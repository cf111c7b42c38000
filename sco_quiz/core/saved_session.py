"""The stored form of a quiz or exam that can be resumed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, Field

from sco_quiz.core.record_fields import Boolean, Codec, Milliseconds, String, Whole
from sco_quiz.core.session import MODES, Mode

Settings = Mapping[str, bool | float | str]
DEFAULT_PASS_MARK = 60


def fractions_in(text: str) -> dict[str, Fraction]:
    """Return fractions by name, as a setting has them. Raise ValueError."""
    values = json.loads(text) if text else {}
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise ValueError("not strings by name")
    try:
        return {name: Fraction(value) for name, value in values.items()}
    except ZeroDivisionError:
        raise ValueError("not fractions by name") from None


def _fractions(text: str) -> str:
    fractions_in(text)
    return text


Fractions = Annotated[str, Field(strict=True), AfterValidator(_fractions), "fractions by name"]


@dataclass(frozen=True, slots=True)
class ExamSettings:
    """The settings of an exam, as `ExamRules` writes them."""

    pass_mark: Annotated[float, Field(strict=True, ge=0, le=100), "a number from 0 to 100"] = DEFAULT_PASS_MARK
    time_limit: Annotated[float, Field(strict=True, ge=0, le=10**9), "a number of seconds"] = 0
    result_file: Annotated[str, Field(strict=True, min_length=0, pattern=r"^[^\x00]*$"), "a path"] = ""
    student: String = ""
    clock_runs: Boolean = False
    title: String = ""
    worth: Fractions = ""
    scale: Fractions = ""


EXAM_SETTINGS = Codec(ExamSettings)


def _sound(settings: Settings) -> Settings:
    EXAM_SETTINGS.from_json(settings)
    return settings


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A quiz or exam: the questions by first id in the order of asking, and the seed for their options.

    `settings` are the rules of an exam and where its result is written. `used` is the time spent in ms, without pauses;
    `started` and `ended` (None: it can be resumed) are in ms since 1970 (UTC).
    """

    id: Whole
    bank: String
    mode: Annotated[Mode, f"one of {', '.join(MODES)}"]
    seed: Whole
    questions: Annotated[tuple[String, ...], "a list of strings"]
    settings: Annotated[Settings, AfterValidator(_sound), "the rules of an exam"] = field(default_factory=dict)
    used: Milliseconds = 0
    started: Milliseconds = 0
    ended: Annotated[Milliseconds | None, "a time or null"] = None


SESSION = Codec(SavedSession)
