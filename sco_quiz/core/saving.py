"""Whether a change reached the progress file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saved:
    """A change is on disk, and so are `delayed` earlier ones that could not be saved at first."""

    delayed: int = 0


@dataclass(frozen=True, slots=True)
class NotSaved:
    """A change is not on disk. `waiting` counts earlier ones that are not either; `retry`: the next one tries again."""

    reason: str
    waiting: int = 0
    retry: bool = True


Saving = Saved | NotSaved
