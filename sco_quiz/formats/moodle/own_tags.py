"""Tags for fields that Moodle does not have, such as `level:remember`: no tag of ours has a single colon."""

import re
from collections.abc import Iterable

from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.kinds.field_types import SLUG
from sco_quiz.core.typed.strictness import LEVELS
from sco_quiz.formats.exchange.item import Body, ChoiceBody, GapsBody, NumberBody, TextBody

_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_NUMBER = r"-?\d{1,40}(?:\.\d{1,40})?(?:e-?\d{1,3})?"
_STRICT = "|".join(LEVELS)


def _several(pattern: str) -> str:
    return rf"(?:{pattern})(?: (?:{pattern}))*"


# what a value looks like: other programs have tags such as `source:book`, too
_OF_ALL = {
    "level": "|".join(LEVEL_NAMES),
    "difficulty": "[1-5]",
    "source": _several(r"[1-9]\d{0,4}"),
    "as_of": _DAY,
    "review_by": _DAY,
    "never_with": _several(SLUG),
    "formerly": _several(SLUG),
}
_OF_WORDS = {"strict": _several(_STRICT)}
_OF_NUMBERS = {
    "accept": _several(_NUMBER),
    "tolerance": rf"{_NUMBER}(?: ?%)?",
    "min": _NUMBER,
    "max": _NUMBER,
    "digits": r"[1-9]\d?",
    "derivation": r"[-+*/(). \d]+",
}
_OF_BODIES: dict[type[Body], dict[str, str]] = {
    TextBody: _OF_WORDS,
    GapsBody: _OF_WORDS,
    NumberBody: _OF_NUMBERS,
    ChoiceBody: {"order": "fixed"},
}
FIELDS = frozenset(_OF_ALL).union(*_OF_BODIES.values())


def tag_of(field: str, value: object) -> str:
    """Return the tag for a field."""
    return f"{field}:{value}"


def take_tags(tags: Iterable[str], body: Body) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the tags of the author, and the fields that the other ones stand for."""
    known = _OF_ALL | _OF_BODIES.get(type(body), {})
    kept: list[str] = []
    fields: dict[str, str] = {}
    for tag in tags:
        name, _, value = tag.partition(":")
        if name in known and re.fullmatch(known[name], value, re.ASCII):
            fields[name] = value
        else:
            kept.append(tag)
    return tuple(kept), fields
