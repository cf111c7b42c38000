"""Countries, borders and lakes of Natural Earth, with the borders of February 2010."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Line = list[Point]
Box = tuple[float, float, float, float]  # west, south, east, north

# Natural Earth shows a later state of affairs: in 2010 no border was disputed here
CRIMEA: Box = (32.4, 44.3, 36.7, 46.3)
UKRAINE: Box = (30.0, 44.3, 40.5, 52.0)
PARTS = {"Hong Kong": "China", "Macao": "China"}
LAKES = ("Lake Baikal", "Lake Balkhash", "Aral Sea")


class Geography:
    """The data as longitudes and latitudes; countries as rings of arcs, which neighbors share."""

    def __init__(self, folder: Path) -> None:
        topology = read(folder / "countries-50m.json")
        self.arcs = list(decoded_arcs(topology))
        self.polygons = list(self._polygons(topology))
        self.lakes = list(lake_shores(folder))
        self.claims = list(claimed_borders(folder))
        self._disputed = set(disputed_cells(folder))

    def _polygons(self, topology: dict[str, Any]) -> Iterator[tuple[str, list[list[int]]]]:
        """Yield each polygon with its country, its rings as numbers of arcs."""
        for shape in topology["objects"]["countries"]["geometries"]:
            name = shape["properties"]["name"]
            for rings in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
                in_crimea = all(is_inside(CRIMEA, point) for arc in rings[0] for point in self.arcs[max(arc, ~arc)])
                yield "Ukraine" if in_crimea else PARTS.get(name, name), rings

    def shared_arcs(self) -> Iterator[int]:
        """Yield the numbers of the arcs between two countries."""
        owners: dict[int, set[str]] = {}
        for name, rings in self.polygons:
            for arc in (arc for ring in rings for arc in ring):
                owners.setdefault(max(arc, ~arc), set()).add(name)
        yield from (arc for arc, names in owners.items() if len(names) > 1)

    def is_disputed(self, places: Iterable[Point]) -> bool:
        """Tell whether all places are at a disputed border."""
        return all(cell(place) in self._disputed for place in places)


def read(file: Path) -> Any:
    """Return the content of a JSON file."""
    return json.loads(file.read_text(encoding="utf-8"))


def is_inside(box: Box, place: Point) -> bool:
    """Tell whether a place is inside a box of longitudes and latitudes."""
    west, south, east, north = box
    return west <= place[0] <= east and south <= place[1] <= north


def decoded_arcs(topology: dict[str, Any]) -> Iterator[Line]:
    """Yield the arcs of a TopoJSON file, which stores differences of whole numbers."""
    (scale_x, scale_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + west, y * scale_y + south))
        yield arc


def lines_of(feature: dict[str, Any]) -> Iterator[Line]:
    """Yield the lines of a GeoJSON feature; of a polygon, its rings."""
    parts = feature["geometry"]["coordinates"]
    match feature["geometry"]["type"]:
        case "LineString":
            parts = [parts]
        case "MultiPolygon":
            parts = [ring for polygon in parts for ring in polygon]
    yield from ([(x, y) for x, y, *_height in line] for line in parts)


def lake_shores(folder: Path) -> Iterator[Line]:
    """Yield the shores of the lakes that help readers to find their way."""
    for feature in read(folder / "ne_50m_lakes.json")["features"]:
        if feature["properties"]["name"] in LAKES:
            yield from lines_of(feature)


def claimed_borders(folder: Path) -> Iterator[Line]:
    """Yield the lines that a state claims, or that a region draws which broke away."""
    for feature in read(folder / "ne_50m_admin_0_boundary_lines_disputed_areas.json")["features"]:
        yield from (line for line in lines_of(feature) if not all(is_inside(UKRAINE, place) for place in line))


def cell(place: Point) -> tuple[int, int]:
    """Return the tenths of a degree that a place is in."""
    return round(place[0] * 10), round(place[1] * 10)


def disputed_cells(folder: Path) -> Iterator[tuple[int, int]]:
    """Yield the cells around each point of a border in force that is disputed."""
    for feature in read(folder / "ne_50m_admin_0_boundary_lines_land.json")["features"]:
        if feature["properties"]["featurecla"].startswith("International"):
            continue
        for place in (place for line in lines_of(feature) for place in line):
            if not is_inside(UKRAINE, place):
                x, y = cell(place)
                yield from ((x + right, y + up) for right in (-1, 0, 1) for up in (-1, 0, 1))
