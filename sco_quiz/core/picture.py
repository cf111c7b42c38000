"""The pictures of a bank."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file as questions name it, its media type such as `image/png`, its size in bytes and in pixels.

    A size in pixels of 0 is unknown. `read` returns the bytes, and raises OSError.
    """

    file: str
    media_type: str
    size: int
    read: Callable[[], bytes] = field(repr=False, compare=False)
    width: int = 0
    height: int = 0
