"""From the globe to the paper: project lines, and leave out points that nobody would see."""

import math
from dataclasses import dataclass
from itertools import pairwise

from tests.bank.maps.geography import Line, Point

WIDTH, HEIGHT = 640, 440
FINE, COARSE = 0.8, 12.0  # tolerances in units, on the map and beyond its frame


@dataclass(frozen=True)
class View:
    """Lambert's azimuthal equal-area projection: the place without distortion, where it is drawn, units per radius."""

    center: Point
    origin: Point
    scale: float

    def project(self, place: Point) -> Point:
        """Return where a longitude and latitude are drawn."""
        along, up, middle = (math.radians(degrees) for degrees in (place[0] - self.center[0], place[1], self.center[1]))
        right = math.cos(up) * math.sin(along)
        high = math.cos(middle) * math.sin(up) - math.sin(middle) * math.cos(up) * math.cos(along)
        depth = 1 + math.sin(middle) * math.sin(up) + math.cos(middle) * math.cos(up) * math.cos(along)
        size = self.scale * math.sqrt(2 / max(depth, 1e-3))
        return self.origin[0] + size * right, self.origin[1] - size * high


def is_on_map(line: Line, margin: float = 15) -> bool:
    """Tell whether a point of a drawn line is in the frame or close to it."""
    return any(-margin <= x <= WIDTH + margin and -margin <= y <= HEIGHT + margin for x, y in line)


def keep(line: Line) -> list[int]:
    """Return the numbers of the points that matter, by Douglas and Peucker; beyond the frame, few do."""
    tolerance = FINE if is_on_map(line) else COARSE
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        start, end = waiting.pop()
        far = [offset(line[between], line[start], line[end]) for between in range(start + 1, end)]
        if far and max(far) > tolerance:
            split = start + 1 + far.index(max(far))
            kept.add(split)
            waiting += [(start, split), (split, end)]
    return sorted(kept)


def offset(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the straight line through two others."""
    length = math.dist(start, end)
    if not length:
        return math.dist(point, start)
    (x, y), (x1, y1), (x2, y2) = point, start, end
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def path(line: Line, closed: bool = False) -> str:
    """Return the data of an SVG path, with steps in tenths of a unit; nothing for a point."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in line]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(tenths) if (x1, y1) != (x2, y2)]
    if not steps:
        return ""
    x, y = tenths[0]
    moves = " ".join(f"{dx / 10:g} {dy / 10:g}" for dx, dy in steps).replace(" -", "-")
    return f"M{x / 10:g} {y / 10:g}l{moves}" + "z" * closed
