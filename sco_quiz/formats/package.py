"""Package: what writing a bank in a format gives, and what of the bank the format does not hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from sco_quiz.core.place import KeyPath


@dataclass(frozen=True, slots=True)
class Loss:
    """What a file in a format does not hold: a part of a question, or the whole question if `path` is empty.

    `name` is a key of REASONS, `what` a sentence about it.
    """

    question: str
    path: KeyPath
    name: str
    what: str

    @property
    def is_whole(self) -> bool:
        """Whether the question is not written at all."""
        return not self.path

    @property
    def is_retirement(self) -> bool:
        """Whether the question is not written since it is retired."""
        return self.path == ("status",)


@dataclass(frozen=True, slots=True)
class Package:
    """What was written: files by name (most formats have one), and what they do not hold."""

    files: Mapping[str, bytes]
    losses: tuple[Loss, ...] = ()
