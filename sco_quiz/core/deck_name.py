"""The names that a bank may choose for its Anki decks."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from sco_quiz.core.kinds.field_types import AS_TYPED, check_text

LEVEL = "::"
"""Separates the levels of a deck name in Anki."""

MAX_DECK_NAME = 100  # a longer one does not fit into a window of Anki
_EMPTY_LEVEL = rf"(?:^|{LEVEL})[ :]*(?:{LEVEL}|$)"


def _deck_path(value: str) -> str:
    """Return the name of a deck, which may be below others: `School::History`."""
    name = check_text(value)
    if re.search(_EMPTY_LEVEL, name):
        levels = LEVEL.join(level for level in name.split(LEVEL) if level.strip(" :"))
        raise _refused("`{value}` has a level without a name", name, levels)
    if len(name) > MAX_DECK_NAME:
        message = "the name of the deck has {length} characters; the maximum is {limit}"
        raise PydanticCustomError("bad-deck", message, {"length": len(name), "limit": MAX_DECK_NAME})
    return name


def _deck_part(value: str) -> str:
    """Return the name of a topic's deck, which is always right below the deck of the bank."""
    if LEVEL in value:
        raise _refused(
            "`{value}` has several levels, but the deck of a topic has one", value, value.rpartition(LEVEL)[2]
        )
    return _deck_path(value)


def _refused(message: str, value: str, meant: str) -> PydanticCustomError:
    return PydanticCustomError("bad-deck", message, {"value": value[:MAX_DECK_NAME], "meant": meant.strip()})


def _schema(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": AS_TYPED, "minLength": 1, "maxLength": MAX_DECK_NAME, "pattern": pattern})


DeckPath = Annotated[str, AfterValidator(_deck_path), _schema(rf"^(?!.*{_EMPTY_LEVEL})")]
DeckPart = Annotated[str, AfterValidator(_deck_part), _schema(rf"^(?!.*{LEVEL})[^\n]*[^ :]")]
