"""Pictures that Word cannot show, drawn as PNG by Typst."""

from collections.abc import Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from sco_quiz.core.picture import MediaType, Picture
from sco_quiz.formats.paper.typesetting import TooSlowError, TypesetError, typeset

SHOWN: frozenset[MediaType] = frozenset({"image/png", "image/jpeg", "image/gif"})
"""What every version of Word shows."""

_FORMATS: dict[MediaType, str] = {
    **{"image/svg+xml": "svg", "image/webp": "webp"},
    **{"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"},
}
_TEMPLATE = Path(__file__).with_name("drawn.typ")
_LARGEST = (480, 480)  # points, about the width of the text of a page
_DOTS = 200  # per inch, which print well
PATIENCE_S = 10
"""Seconds to draw a picture; a large one takes one."""
_MOST_SLOW = 3  # after so many pictures that take longer, no more are drawn


def drawn_pictures(pictures: Mapping[str, Picture]) -> dict[str, Picture]:
    """Return pictures, those that Word cannot show as PNG; without those that cannot be read or drawn."""
    if find_spec("typst") is None:
        return {file: picture for file, picture in pictures.items() if picture.media_type in SHOWN}
    drawn, slow = dict[str, Picture](), 0
    for file, picture in pictures.items():
        if picture.media_type in SHOWN:
            drawn[file] = picture
        elif slow < _MOST_SLOW:
            try:
                drawn[file] = _as_png(picture)
            except TooSlowError:
                slow += 1
            except (TypesetError, OSError):
                pass
    return drawn


def _as_png(picture: Picture) -> Picture:
    data = _drawn(picture)
    return replace(picture, media_type="image/png", size=len(data), read=lambda: data)


def is_drawn(picture: Picture) -> bool:
    """Return whether Typst, which must be installed, can draw a picture."""
    try:
        _drawn(picture)
    except TypesetError:
        return False
    return True


def _drawn(picture: Picture) -> bytes:
    """Return a picture as PNG. Raises TypesetError, TooSlowError, and OSError if it cannot be read."""
    width, height = _size(picture)
    data = {"picture": [*picture.read()], "format": _FORMATS[picture.media_type], "width": width, "height": height}
    return typeset(_TEMPLATE.read_text(encoding="utf-8"), data, PATIENCE_S, format="png", ppi=_DOTS)


def _size(picture: Picture) -> tuple[float, float]:
    """Return the width and height in points: both are limited, for a picture of any shape."""
    if not picture.width or not picture.height:
        return _LARGEST
    scale = min(_LARGEST[0] / picture.width, _LARGEST[1] / picture.height)
    return max(picture.width * scale, 1), max(picture.height * scale, 1)
