"""Pictures that Word cannot show, drawn as PNG by Typst."""

from importlib.util import find_spec

from sco_quiz.core.picture import MediaType, Picture

SHOWN: frozenset[MediaType] = frozenset({"image/png", "image/jpeg", "image/gif"})
"""What every version of Word shows."""

_FORMATS: dict[MediaType, str] = {"image/svg+xml": "svg", "image/webp": "webp"}
_TEMPLATE = """
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(json(bytes(sys.inputs.picture))), format: sys.inputs.format, width: {}pt, height: {}pt, fit: "contain")
"""
_LARGEST = (480, 480)  # points, about the width of the text of a page
_DOTS = 200  # per inch, which print well


def drawn_picture(picture: Picture) -> bytes | None:
    """Return a picture as a file that Word shows; None if it cannot be drawn. Raises OSError."""
    if picture.media_type in SHOWN:
        return picture.read()
    return _drawn(picture, _FORMATS[picture.media_type]) if find_spec("typst") else None


def _drawn(picture: Picture, form: str) -> bytes | None:
    import json

    import typst

    inputs = {"picture": json.dumps(list(picture.read())), "format": form}
    try:
        made = typst.Compiler(_TEMPLATE.format(*_size(picture)).encode()).compile(
            sys_inputs=inputs, format="png", ppi=_DOTS
        )
    except typst.TypstError:
        return None
    assert isinstance(made, bytes)
    return made


def _size(picture: Picture) -> tuple[float, float]:
    """Return the width and height in points: both are limited, whatever the shape of the picture."""
    if not picture.width or not picture.height:
        return _LARGEST
    scale = min(_LARGEST[0] / picture.width, _LARGEST[1] / picture.height)
    return max(picture.width * scale, 1), max(picture.height * scale, 1)
