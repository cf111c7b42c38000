"""Pictures that Word cannot show, drawn as PNG by Typst."""

from collections.abc import Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from sco_quiz.core.picture import MediaType, Picture

SHOWN: frozenset[MediaType] = frozenset({"image/png", "image/jpeg", "image/gif"})
"""What every version of Word shows."""

_FORMATS: dict[MediaType, str] = {
    **{"image/svg+xml": "svg", "image/webp": "webp"},
    **{"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"},
}
_TEMPLATE = Path(__file__).with_name("drawn.typ")
_LARGEST = (480, 480)  # points, about the width of the text of a page
_DOTS = 200  # per inch, which print well


def drawn_pictures(pictures: Mapping[str, Picture]) -> dict[str, Picture]:
    """Return pictures, those that Word cannot show as PNG; without those that cannot be read or drawn."""
    if find_spec("typst") is None:
        return {file: picture for file, picture in pictures.items() if picture.media_type in SHOWN}
    shown = ((file, picture if picture.media_type in SHOWN else _as_png(picture)) for file, picture in pictures.items())
    return {file: picture for file, picture in shown if picture}


def _as_png(picture: Picture) -> Picture | None:
    try:
        data = _drawn(picture)
    except OSError:
        return None
    return replace(picture, media_type="image/png", size=len(data), read=lambda: data) if data else None


def is_damaged(picture: Picture) -> bool:
    """Return whether Typst, which must be installed, cannot draw a picture."""
    return _drawn(picture) is None


def _drawn(picture: Picture) -> bytes | None:
    import json

    import typst

    width, height = _size(picture)
    sizes = {"width": width, "height": height}
    inputs = {"data": json.dumps({"picture": [*picture.read()], "format": _FORMATS[picture.media_type], **sizes})}
    try:
        made = typst.Compiler(_TEMPLATE.read_text(encoding="utf-8").encode()).compile(
            sys_inputs=inputs, format="png", ppi=_DOTS
        )
    except typst.TypstError:
        return None
    assert isinstance(made, bytes)
    return made


def _size(picture: Picture) -> tuple[float, float]:
    """Return the width and height in points: both are limited, for a picture of any shape."""
    if not picture.width or not picture.height:
        return _LARGEST
    scale = min(_LARGEST[0] / picture.width, _LARGEST[1] / picture.height)
    return max(picture.width * scale, 1), max(picture.height * scale, 1)
