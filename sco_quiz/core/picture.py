"""The pictures of a bank."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

MediaType = Literal["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"]

SUFFIXES: dict[MediaType, tuple[str, ...]] = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/svg+xml": (".svg",),
}
"""How the names of picture files end, by media type; the first is the usual one."""

# the name of a file, a word for any picture, or the words of our own hints
_SAYS_NOTHING = re.compile(
    r"\S+\.(?:png|jpe?g|gif|webp|svg)|(?:an? |the )?(?:picture|image|photo|img|alt|alt text|alternative text|figure)"
    r"|what it shows",
    re.IGNORECASE,
)


def describes(alternative: str) -> bool:
    """Return whether an alternative text says something about a picture."""
    return bool(alternative) and not _SAYS_NOTHING.fullmatch(alternative)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file as questions name it, its media type such as `image/png`, its size in bytes and in pixels.

    A size in pixels of 0 is unknown. `read` returns the bytes, and raises OSError.
    """

    file: str
    media_type: MediaType
    size: int
    read: Callable[[], bytes] = field(repr=False, compare=False)
    width: int = 0
    height: int = 0


def data_url(picture: Picture) -> str:
    """Return a picture as an address that contains it, for pages that need no other file. Raises OSError."""
    return f"data:{picture.media_type};base64,{b64encode(picture.read()).decode('ascii')}"
