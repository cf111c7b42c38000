"""Draft: a question that was read from a file in a format, before the bank takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem

UNSTATED_LEVEL = "remember"
"""The level of a question whose file names none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that was read, not validated yet and without an id.

    `values` are the fields as a file of questions has them, with `type`, all text in Markdown. `media` are pictures
    by their path in the bank, such as `media/map.png`. `name`, `idnumber` and `category` are what the file calls it.
    """

    values: Mapping[str, Any]
    place: Place
    name: str = ""
    idnumber: str = ""
    category: str = ""
    media: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: drafts in its order, and what did not come in, each with its position.

    An error is a question (or a file) that was not read, a warning something that was lost or is in doubt. `guess`
    are lines that tell a teacher how the columns of a sheet were understood; there is nothing to confirm without any.
    """

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()
    guess: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What users say about a file: its encoding, and which columns of a sheet mean what (both empty: guess)."""

    encoding: str = ""
    columns: str = ""


GUESS = ReadOptions()
