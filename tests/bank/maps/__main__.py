"""Draw the maps of the built-in bank: `python -m tests.bank.maps FOLDER [TARGET]`.

FOLDER has the data of Natural Earth that questions/media/README.md names.
"""

import sys
from collections.abc import Iterator
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from tests.bank.maps.geography import Geography, Line
from tests.bank.maps.labels import KEY, MAPS, STATUS, Label, Map
from tests.bank.maps.projection import HEIGHT, WIDTH, View, is_on_map, keep, path
from tests.conftest import ROOT

STRIP = 36  # height of the key below a map
STYLE = """<style>
.sea{fill:#dbe7ee}.land{fill:#f3f1ea}.member{fill:#8db3d3}.observer{fill:#f2d893}.paper{fill:#fff}
.border{fill:none;stroke:#5c6670;stroke-width:1.1;stroke-linejoin:round}.open{stroke-dasharray:3 3}
text{font:22px sans-serif;fill:#101820;stroke:#fff;stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
.disc{fill:#8c1d40;stroke:#fff;stroke-width:2}.letter{font-weight:700;fill:#fff;stroke:none}
.leader{fill:none;stroke:#101820;stroke-width:1.5}.key{stroke:#5c6670}
@media (prefers-color-scheme:dark){
.sea{fill:#0f1d28}.land{fill:#2c3136}.member{fill:#2b5f8a}.observer{fill:#a07d2a}.paper{fill:#16191c}
.border,.key{stroke:#b4bcc4}text{fill:#fff;stroke:#000}.leader{stroke:#fff}
.disc{fill:#ffd166;stroke:#000}.letter{fill:#000;stroke:none}
}
</style>"""


class Ground:
    """Land, lakes and borders in one view."""

    def __init__(self, geography: Geography, view: View) -> None:
        self.geography = geography
        self.view = view
        self.drawn = [[view.project(place) for place in arc] for arc in geography.arcs]
        self.kept = [keep(arc) for arc in self.drawn]

    def arc(self, number: int) -> Line:
        """Return a simplified arc; a negative number is an arc in the other direction."""
        line = [self.drawn[max(number, ~number)][point] for point in self.kept[max(number, ~number)]]
        return line if number >= 0 else line[::-1]

    def simplified(self, places: Line) -> Line:
        """Return a line that is no arc as it is drawn, or nothing if it is not on the map."""
        line = [self.view.project(place) for place in places]
        return [line[point] for point in keep(line)] if is_on_map(line) else []

    def land(self, status: dict[str, str]) -> Iterator[str]:
        """Yield one path for all countries of the same status."""
        paths: dict[str, str] = {}
        for name, rings in self.geography.polygons:
            for line in ([point for arc in ring for point in self.arc(arc)] for ring in rings):
                if is_on_map(line):
                    color = status.get(name, "land")
                    paths[color] = paths.get(color, "") + path(line, closed=True)
        yield from (f'<path class="{color}" d="{data}"/>' for color, data in sorted(paths.items()))

    def lakes(self) -> str:
        """Return one path for all lakes."""
        shores = (self.simplified(shore) for shore in self.geography.lakes)
        return f'<path class="sea" d="{"".join(path(shore, closed=True) for shore in shores)}"/>'

    def borders(self) -> Iterator[str]:
        """Yield a solid path, and a dashed one for what is disputed."""
        paths = {False: "", True: "".join(path(self.simplified(claim)) for claim in self.geography.claims)}
        for number in self.geography.shared_arcs():
            for disputed, pieces in groupby(pairwise(self.kept[number]), partial(self.is_disputed, number)):
                steps = list(pieces)
                line = [self.drawn[number][point] for point in (steps[0][0], *(end for _start, end in steps))]
                paths[disputed] += path(line) if is_on_map(line) else ""
        yield f'<path class="border" d="{paths[False]}"/>'
        yield f'<path class="border open" d="{paths[True]}"/>'

    def is_disputed(self, number: int, ends: tuple[int, int]) -> bool:
        """Tell whether a piece of an arc is disputed at both ends."""
        return self.geography.is_disputed(self.geography.arcs[number][end] for end in ends)


def draw_label(label: Label, view: View) -> Iterator[str]:
    """Yield the sign of a label, then its text."""
    x, y = (round(each) for each in view.project((label.longitude, label.latitude)))
    match label.sign:
        case "dot":
            yield f'<circle class="disc" cx="{x}" cy="{y}" r="5.5"/>'
        case "disc":
            yield f'<circle class="disc" cx="{x}" cy="{y}" r="14"/>'
        case "leader":
            yield f'<path class="leader" d="M{x} {y}L{x + label.right} {y + label.down - 6}"/>'
    style = ' class="letter"' if label.sign == "disc" else ""
    place = f'x="{x + label.right}" y="{y + label.down}" text-anchor="{label.anchor}"'
    yield f"<text{style} {place}>{escape(label.text)}</text>"


def draw_key() -> Iterator[str]:
    """Yield the meaning of the colors, in a strip below the map."""
    yield f'<rect class="paper" y="{HEIGHT}" width="{WIDTH}" height="{STRIP}"/>'
    for column, (status, text) in enumerate(KEY.items()):
        x = 14 + 280 * column
        yield f'<rect class="{status} key" x="{x}" y="{HEIGHT + 9}" width="28" height="18"/>'
        yield f'<text x="{x + 38}" y="{HEIGHT + 25}">{text}</text>'


def draw(geography: Geography, picture: Map) -> str:
    """Return a map as SVG."""
    ground = Ground(geography, picture.view)
    height = HEIGHT + STRIP * picture.colored
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">',
        f"<title>{picture.title}</title>",
        f"<desc>{picture.description} Made with Natural Earth, which is in the public domain.</desc>",
        STYLE,
        f'<rect class="sea" width="{WIDTH}" height="{height}"/>',
        *ground.land(STATUS if picture.colored else {}),
        ground.lakes(),
        *ground.borders(),
        *(row for label in picture.labels for row in draw_label(label, picture.view)),
        *(draw_key() if picture.colored else ()),
        "</svg>",
    ]
    return "\n".join(rows) + "\n"


def main(folder: Path, target: Path) -> None:
    """Write all maps into a folder."""
    geography = Geography(folder)
    for name, picture in MAPS.items():
        (target / name).write_text(draw(geography, picture), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(*sys.argv[2:3] or [ROOT / "questions" / "media"]))
