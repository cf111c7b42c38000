"""What rows of a progress file can be, where a flipped bit or another program has changed them."""

from typing import Any

from sco_quiz.core.answer import ANSWER
from sco_quiz.core.flag import FLAG
from sco_quiz.core.record_fields import LATEST, Codec
from sco_quiz.core.saved_session import SESSION

RECORDS: tuple[tuple[Codec[Any], str], ...] = ((SESSION, "session"), (ANSWER, "answer"), (FLAG, "flag"))
"""The tables of what a student did, and how their rows are decoded."""

SOUND_RATING = (
    f"typeof(rating) = 'integer' AND rating BETWEEN 1 AND 4 AND typeof(at) = 'integer' AND at BETWEEN 0 AND {LATEST} "
    "AND (utc_offset IS NULL OR typeof(utc_offset) = 'integer' AND utc_offset BETWEEN -1440 AND 1440)"
)
_RANGES = {
    "state": (1, 3),
    "due": (0, 2 * LATEST),
    "last_review": (0, LATEST),
    "first_review": (0, LATEST),
    "steps_left": (0, 100),
    "day": (-1, 400_000),
    "interval": (0, 40_000),
}
_WHOLE = (f"typeof({name}) = 'integer' AND {name} BETWEEN {low} AND {high}" for name, (low, high) in _RANGES.items())
# Memories follow from the answers, so an unsound one is only ignored; checked in SQL, since a bank has thousands.
SOUND_MEMORY = " AND ".join(["stability BETWEEN 1e-6 AND 1e6", "difficulty BETWEEN 1 AND 10", *_WHOLE])
