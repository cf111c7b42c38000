"""The maps of the bank: safe, small, readable by day and night, and silent where a question asks."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.bank.maps.labels import CITIES, FAR, MAPS, STATES
from tests.bank.maps.projection import HEIGHT, WIDTH, keep, path
from tests.conftest import ROOT

MEDIA = ROOT / "questions" / "media"
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "style", "rect", "path", "circle", "text"}


def test_each_drawn_map_is_in_the_bank() -> None:
    assert {file.name for file in MEDIA.glob("*.svg")} == set(MAPS)


@pytest.mark.parametrize("name", MAPS)
class TestMap:
    def test_nothing_in_it_runs_or_loads(self, name: str) -> None:
        text = (MEDIA / name).read_text(encoding="utf-8")
        elements = list(ElementTree.fromstring(text).iter())
        assert {element.tag.removeprefix(SVG) for element in elements} <= ELEMENTS
        assert not [key for element in elements for key in element.attrib if "href" in key or key.startswith("on")]
        assert "url(" not in text
        assert "@import" not in text

    def test_it_is_small_and_described(self, name: str) -> None:
        root = ElementTree.parse(MEDIA / name).getroot()
        assert Path(MEDIA / name).stat().st_size < 60_000
        assert root.findtext(f"{SVG}title") == MAPS[name].title
        assert (root.findtext(f"{SVG}desc") or "").startswith(MAPS[name].description)

    def test_it_has_colors_for_the_night(self, name: str) -> None:
        assert "prefers-color-scheme:dark" in (MEDIA / name).read_text(encoding="utf-8")

    def test_marks_name_nothing(self, name: str) -> None:
        root = ElementTree.parse(MEDIA / name).getroot()
        words = {element.text or "" for element in root.iter(f"{SVG}text")}
        colors = {element.get("class") for element in root.iter(f"{SVG}path")}
        assert all(len(word) == 1 for word in words) == name.endswith("-marked.svg")
        assert ("member" in colors) == (not name.endswith("-marked.svg"))


def test_every_place_is_on_its_map() -> None:
    for picture in MAPS.values():
        for label in picture.labels:
            x, y = picture.view.project((label.longitude, label.latitude))
            assert 14 < x < WIDTH - 14, label
            assert 14 < y < HEIGHT - 14, label


def test_marks_do_not_overlap() -> None:
    for labels, view in ((CITIES, FAR), (STATES, MAPS["states-marked.svg"].view)):
        drawn = [view.project((label.longitude, label.latitude)) for label in labels]
        near = [(a, b) for a in drawn for b in drawn if a < b and abs(a[0] - b[0]) + abs(a[1] - b[1]) < 30]
        assert near == []


def test_directions_are_true() -> None:
    assert FAR.project(FAR.center) == FAR.origin
    north, east = FAR.project((78, 56)), FAR.project((88, 46))
    assert (round(north[0]), round(north[1])) == (300, 119)
    assert east[0] > 360
    assert abs(east[1] - 215) < 10


def test_a_line_keeps_its_corners_alone() -> None:
    assert keep([(0, 0), (50, 0.3), (100, 0), (100, 100)]) == [0, 2, 3]
    assert keep([(900, 0), (950, 5), (1000, 0)]) == [0, 2]
    assert path([(0, 0), (10.5, 0), (10.5, 0), (10.5, -2)]) == "M0 0l10.5 0 0-2"
    assert path([(1, 1), (1, 1)]) == ""
