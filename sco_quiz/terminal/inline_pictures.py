"""Pictures between the lines of a terminal, by the graphics protocol of Kitty; needs the extra `pictures`."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from textual_image.renderable.tgp import Image

from sco_quiz.core.picture import Picture

MAX_ROWS = 12
"""Rows of the tallest picture, so that a question stays in sight with it."""

_SECONDS = 5  # for one picture in SVG
_DRAW_SVG = """
import sys
from resvg_py import svg_to_bytes
drawn = svg_to_bytes(svg_string=sys.stdin.buffer.read().decode("utf-8"), width=800)
sys.stdout.buffer.write(bytes(drawn))
"""


class InlinePictures:
    """Draws the pictures of a bank; each is sent to the terminal once."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        self._pictures = pictures
        self._drawn: dict[str, RenderableType | None] = {}

    def draw(self, file: str) -> RenderableType | None:
        """Return a picture to draw, named by its file in the bank; None if it cannot be drawn."""
        if file not in self._drawn:
            self._drawn[file] = self._draw(file)
        return self._drawn[file]

    def _draw(self, file: str) -> RenderableType | None:
        picture = self._pictures.get(file)
        try:
            return _Guarded(Image(BytesIO(_raster(picture)), width="auto", height=MAX_ROWS)) if picture else None
        except Exception:  # decoders raise errors of many kinds; the alternative text is there
            return None


def _raster(picture: Picture) -> bytes:
    data = picture.read()
    if picture.media_type != "image/svg+xml":
        return data
    # in a process of its own: a picture with filters can take minutes, and a very narrow one ends the program
    command = (sys.executable, "-c", _DRAW_SVG)
    return subprocess.run(command, input=data, capture_output=True, check=True, timeout=_SECONDS).stdout


@dataclass(frozen=True, slots=True)
class _Guarded:
    """A picture, or nothing if the terminal does not let it be drawn."""

    image: Image

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        try:
            segments = [part for part in self.image.__rich_console__(console, options) if isinstance(part, Segment)]
        except Exception:  # such as a terminal that does not know the size of its cells
            return
        yield from segments
