"""A student's preferences in the progress file. A value that is damaged counts as not set."""

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from sco_quiz.core.preferences import Preferences
from sco_quiz.history.database import Database

PARAMETERS = 21
"""How many parameters FSRS 6 has."""

_WEIGHTS = tuple(f"parameter_{number}" for number in range(PARAMETERS))
_RANGES = {
    "desired_retention": (0.7, 0.99),
    "day_begins": (0, 23),
    "fuzz": (0, 1),
    **dict.fromkeys(_WEIGHTS, (0, 100)),  # of all FSRS parameters together
}


def preferences(database: Database) -> Preferences:
    """Return the preferences in a progress file."""
    return preferences_from(dict(database.query("SELECT name, value FROM setting")))


def preferences_from(rows: Mapping[str, object]) -> Preferences:
    """Return the preferences that the rows of the table `setting` mean."""
    values = {name: value for name, value in rows.items() if _is_valid(value, name)}
    weights = tuple(values[name] for name in _WEIGHTS if name in values)
    default = Preferences()
    return Preferences(
        desired_retention=float(values.get("desired_retention", default.desired_retention)),
        day_begins=int(values.get("day_begins", default.day_begins)),
        fuzz=bool(values.get("fuzz", default.fuzz)),
        parameters=weights if len(weights) == PARAMETERS else default.parameters,
    )


def save_preferences(database: Database, chosen: Preferences) -> None:
    """Save preferences in place of those in the file, and of damaged values."""
    values = {name: getattr(chosen, name) for name in ("desired_retention", "day_begins", "fuzz")}
    values |= dict(zip(_WEIGHTS, chosen.parameters, strict=False))
    with database.writing():
        for name in _RANGES:
            database.execute("DELETE FROM setting WHERE name = ?", name)
        for name, value in values.items():
            database.execute("INSERT INTO setting VALUES (?, ?)", name, value)


def damaged_preferences(database: Database) -> Iterator[str]:
    """Yield the settings with a value that they cannot have."""
    for name, value in database.query("SELECT name, value FROM setting ORDER BY name"):
        if name in _RANGES and not _is_valid(value, name):
            yield f"{name} is {value!r}"


def _is_valid(value: object, name: str) -> TypeGuard[float]:
    lowest, highest = _RANGES.get(name, (1, 0))
    return isinstance(value, int | float) and lowest <= value <= highest
