"""What a picture is by its first bytes: its media type, and its size in pixels."""

from collections.abc import Callable
from typing import NamedTuple

from sco_quiz.core.picture import SUFFIXES, MediaType

Pixels = tuple[int, int]
MAX_PIXELS = 25_000_000  # four bytes of memory each, however small the file is
MEDIA_TYPES = {suffix: media_type for media_type, suffixes in SUFFIXES.items() for suffix in suffixes}
# frames that start with a size: all but those that define tables (C4, CC) and the extension C8
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class PictureType(NamedTuple):
    """A type of pictures, its name, and what reads the size in pixels from their bytes."""

    media_type: MediaType
    name: str
    pixels: Callable[[bytes], Pixels]


def type_of(data: bytes) -> PictureType | None:
    """Return the type of a picture by its first bytes; None for anything else, and for SVG, which is text."""
    if data[8:12] == b"WEBP" and data.startswith(b"RIFF"):
        return PictureType("image/webp", "WebP", _webp_pixels)
    return next((kind for start, kind in _TYPES.items() if data.startswith(start)), None)


def _png_pixels(data: bytes) -> Pixels:
    return _big(data, 16, 4), _big(data, 20, 4)


def _gif_pixels(data: bytes) -> Pixels:
    return _little(data, 6, 2), _little(data, 8, 2)


def _jpeg_pixels(data: bytes) -> Pixels:
    """Go from segment to segment to the one that starts the picture."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in _JPEG_FRAMES:
            return _big(data, at + 7, 2), _big(data, at + 5, 2)
        # a segment may be preceded by more than one FF
        at += 1 if data[at + 1] == 0xFF else 2 + _big(data, at + 2, 2)
    return 0, 0


def _webp_pixels(data: bytes) -> Pixels:
    match data[12:16]:
        case b"VP8 ":
            return _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF
        case b"VP8L":
            bits = _little(data, 21, 4)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            return _little(data, 24, 3) + 1, _little(data, 27, 3) + 1
    return 0, 0


def _big(data: bytes, at: int, count: int) -> int:
    return int.from_bytes(data[at : at + count], "big")


def _little(data: bytes, at: int, count: int) -> int:
    return int.from_bytes(data[at : at + count], "little")


_GIF = PictureType("image/gif", "GIF", _gif_pixels)
_TYPES = {
    b"\x89PNG\r\n\x1a\n": PictureType("image/png", "PNG", _png_pixels),
    b"\xff\xd8\xff": PictureType("image/jpeg", "JPEG", _jpeg_pixels),
    b"GIF87a": _GIF,
    b"GIF89a": _GIF,
}
