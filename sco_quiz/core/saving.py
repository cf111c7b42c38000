"""Whether a change reached the progress file, and what did not."""

from typing import NamedTuple

from sco_quiz.core.answer import Answer
from sco_quiz.core.flag import Flag


class Saved(NamedTuple):
    """A change is on disk, and so are `delayed` earlier ones that could not be saved at first."""

    delayed: int = 0


class NotSaved(NamedTuple):
    """A change is not on disk. `waiting` counts earlier ones that are not either; `retry`: the next one tries again."""

    reason: str
    waiting: int = 0
    retry: bool = True


Saving = Saved | NotSaved


class Kept(NamedTuple):
    """Answers and flags in memory alone, and how many changes to answers that are in the progress file."""

    answers: tuple[Answer, ...] = ()
    flags: tuple[Flag, ...] = ()
    changes: int = 0

    def __bool__(self) -> bool:
        return bool(self.answers or self.flags or self.changes)
