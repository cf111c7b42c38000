"""Permanent ids of note types, fields, templates and notes: decks of students depend on them."""

import string
from collections.abc import Iterable
from hashlib import blake2b, sha256
from typing import Literal

Family = Literal["standard", "cloze"]
FAMILIES: tuple[Family, ...] = ("standard", "cloze")

NAMESPACE = "sco_quiz"
NOTE_TYPE_IDS: dict[Family, int] = {"standard": 1_763_856_000_001, "cloze": 1_763_856_000_002}
NOTE_TYPE_NAMES: dict[Family, str] = {"standard": "sco_quiz question", "cloze": "sco_quiz cloze"}
TEMPLATE_IDS: dict[Family, int] = {"standard": 1_763_856_101_000, "cloze": 1_763_856_102_000}
_FIELD_ID_BASES: dict[Family, int] = {"standard": 1_763_856_201_000, "cloze": 1_763_856_202_000}

# permanent: after any other change Anki would refuse updates of all notes; a new field renames a spare one
FIELDS = (
    "Id",
    "Kind",
    "Task",
    "Topic",
    "Prompt",
    "Options",
    "Typed",
    "Hint",
    "Answer",
    "Key",
    "Feedback",
    "Explanation",
    "Source",
    "Level",
    "AsOf",
    "Retired",
    "Setting",  # before 0.2.0 this field and the next four were spare
    "Beyond",
    "Lang",
    "Revised",
    "AnswerLine",  # the right answers in one line, for Anki's list of cards
    "Spare6",
    "Spare7",
    "Spare8",
)

MAX_GAP = 499
"""Anki ignores gaps with higher numbers; the ordinal of a gap's card is one less."""

SEPARATOR = "\x1f"
"""Separates the fields of a note in Anki's database."""

_ALPHABET = string.ascii_letters + string.digits + "!#$%&()*+,-./:;<=>?@[]^_`{|}~"
_GUID_MARKS: dict[Family, str] = {"standard": "std", "cloze": "cloze"}
_FIRST_DECK_ID = 1_700_000_000_000


def field_id(family: Family, position: int) -> int:
    """Return the constant id of a field, by which Anki recognizes a renamed field."""
    return _FIELD_ID_BASES[family] + position


def guid_for(bank_id: str, question_id: str, family: Family) -> str:
    """Return the guid of a note: 64 bits of SHA-256 over its names, in Anki's base 91."""
    names = SEPARATOR.join((NAMESPACE, bank_id, question_id, _GUID_MARKS[family]))
    number = int.from_bytes(sha256(names.encode()).digest()[:8], "big")
    digits = []
    while number:
        number, digit = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))


def deck_ids(names: Iterable[str]) -> dict[str, int]:
    """Return an id for each deck name. They must differ within a file, but Anki matches decks by name."""
    ids: dict[str, int] = {}
    for name in names:
        number = _FIRST_DECK_ID + int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big")
        while number in ids.values():  # 32 bits of a hash may be equal
            number += 1
        ids[name] = number
    return ids
