"""What is written on each map of the built-in bank, and where."""

from dataclasses import dataclass
from typing import Literal

from tests.bank.maps.projection import View

STATUS = {
    **dict.fromkeys(("Russia", "China", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Uzbekistan"), "member"),
    **dict.fromkeys(("Mongolia", "India", "Pakistan", "Iran"), "observer"),
}
KEY = {"member": "member of the SCO", "observer": "observer"}
NEUTRAL = "Dashed lines are disputed borders; the drawing takes no side."


@dataclass(frozen=True)
class Label:
    """A text at a longitude and latitude, moved to the right and down by units of the map."""

    text: str
    longitude: float
    latitude: float
    right: int = 0
    down: int = 7
    anchor: Literal["start", "middle", "end"] = "middle"
    sign: Literal["", "dot", "disc", "leader"] = ""


@dataclass(frozen=True)
class Map:
    """One map: its title and description, its view, its labels, and whether colors show who is a member."""

    title: str
    description: str
    view: View
    labels: tuple[Label, ...]
    colored: bool


def right_of(text: str, longitude: float, latitude: float) -> Label:
    """Return a city with its name to the right."""
    return Label(text, longitude, latitude, 11, anchor="start", sign="dot")


def left_of(text: str, longitude: float, latitude: float, down: int = 7) -> Label:
    """Return a city with its name to the left."""
    return Label(text, longitude, latitude, -11, down, "end", "dot")


def discs(letters: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """Return discs with letters in the places of the labels."""
    return tuple(
        Label(letter, each.longitude, each.latitude, sign="disc") for letter, each in zip(letters, labels, strict=True)
    )


CITIES = (
    right_of("Noginsk and Moscow", 38.0, 55.8),
    right_of("Yekaterinburg", 60.6, 56.84),
    right_of("Astana", 71.43, 51.17),
    left_of("Almaty", 76.9, 43.25, -3),
    left_of("Tashkent", 69.24, 41.3),
    left_of("Kabul", 69.17, 34.53),
    right_of("Urumqi", 87.6, 43.8),
    left_of("Beijing", 116.4, 39.9),
)
STATES = (
    Label("Kazakhstan", 67, 48.3),
    Label("Mongolia", 100, 46.5),
    Label("Turkmenistan", 58.5, 39.2),
    Label("Uzbekistan", 63, 42.5),
    Label("Kyrgyzstan", 75, 41.5, 95, -10, sign="leader"),
    Label("Tajikistan", 72, 38.5, 110, 15, sign="leader"),
    Label("Iran", 55, 32.5),
    Label("Afghanistan", 65.5, 33.7),
    Label("Pakistan", 67.5, 28.5),
    Label("India", 78, 26),
)
FAR = View((78, 46), (300, 215), 550)
NEAR = View((74, 43), (320, 200), 690)

MAPS = {
    "cities.svg": Map(
        "Cities of the report, in February 2010",
        f"Asia from Moscow to Beijing, with eight cities and the members and observers of the SCO. {NEUTRAL}",
        FAR,
        CITIES,
        colored=True,
    ),
    "cities-marked.svg": Map(
        "Eight marked cities",
        f"Asia without names, from the Black Sea to the Yellow Sea, with eight discs, P to W. {NEUTRAL}",
        FAR,
        discs("PQRSTUVW", CITIES),
        colored=False,
    ),
    "states.svg": Map(
        "Members and observers of the SCO in February 2010",
        f"The middle of Asia, with the names of countries. {NEUTRAL}",
        NEAR,
        (Label("Russia", 73, 56.5), Label("China", 97, 35), *STATES),
        colored=True,
    ),
    "states-marked.svg": Map(
        "Ten marked countries",
        f"The middle of Asia without names, with ten discs, P to Y. {NEUTRAL}",
        NEAR,
        discs("PQRSTUVWXY", STATES),
        colored=False,
    ),
}
