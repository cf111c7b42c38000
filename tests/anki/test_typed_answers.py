"""What was typed, on the back of a card: no letters in red under “Right”, words from right to left, grouped numbers."""

import pytest

from tests.anki.card_apps import DESKTOP, Deck, Viewer
from tests.anki.conftest import Open
from tests.anki.test_cards import verdict


def compared(viewer: Viewer) -> list[str]:
    """Return the letters that Anki's comparison marks as wrong or missing."""
    return viewer.texts(".typeBad, .typeMissed")


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("country", "the slovenia", "✓ Right"),
        ("country", "Slovemia", "≈ Almost right: Slovenia has “n” where you typed “m”"),
        ("country", "Slovakia", "✗ Not right"),
        ("country", "Moscow", "✗ Not right"),
        ("crowns", "12,300,000 crowns", "✓ Right"),
        ("crowns", "11 000 000", "✗ Not right"),
        ("crowns", "12 or 13 million", "Not judged: Type one number, not several or a range."),
        ("hebrew", "ירושלים", "✓ Right"),
    ],
)
def test_what_was_typed_is_shown_as_it_was_typed(
    typed: Deck, show_on: Open, question: str, text: str, shown: str
) -> None:
    viewer = show_on()
    viewer.show(typed.side(question, "back", typed=text))
    assert verdict(viewer) == shown
    assert viewer.texts(".typed > *") == ["Your answer:", text]
    assert compared(viewer) == []


def test_wrong_words_that_are_near_are_compared(typed: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(typed.side("country", "back", typed="Slobemja"))
    assert verdict(viewer) == "✗ Not right"
    assert compared(viewer) == ["b", "mj", "v", "ni"]


def test_nothing_typed_shows_the_answer_once(typed: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(typed.side("country", "back"))
    assert viewer.visible().count("Slovenia") == 1


def test_without_scripts_the_comparison_of_anki_stays(typed: Deck, show_on: Open) -> None:
    viewer = show_on(scripts=False)
    viewer.show(typed.side("country", "back", typed="Slovemia"))
    assert compared(viewer) == ["m", "n"]


@pytest.mark.parametrize(("question", "text"), [("hebrew", "ירוחליח"), ("arabic", "بكون الصغيرة")])
def test_compared_letters_run_from_right_to_left(typed: Deck, show_on: Open, question: str, text: str) -> None:
    viewer = show_on()
    viewer.show(typed.side(question, "back", typed=text))
    assert compared(viewer)
    places = viewer.page.evaluate("""() => {
      var found = [], walk = document.createTreeWalker(document.querySelector("code#typeans"), NodeFilter.SHOW_TEXT);
      for (var top = null; walk.nextNode(); ) {
        for (var i = 0; i < walk.currentNode.length; i++) {
          var range = document.createRange();
          range.setStart(walk.currentNode, i);
          range.setEnd(walk.currentNode, i + 1);
          var box = range.getBoundingClientRect();
          if (walk.currentNode.data[i] === "↓") return found.concat([[box.right, innerWidth]]);
          found.push(box.right);
        }
      }
    }""")
    *letters, (arrow, width) = places
    assert len(letters) == len(text)
    assert letters == sorted(letters, reverse=True)
    assert arrow > width / 2  # below the first letter


def test_long_numbers_are_grouped_and_can_be_typed_so(typed: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(typed.side("crowns", "back"))
    (given,) = viewer.texts(".given")
    assert given == "12\u202f000\u202f000 <old> crowns"
    assert viewer.texts(".also") == ["Also right: 13\u202f500\u202f000.", "Right within ± 500\u202f000."]
    viewer.show(typed.side("crowns", "back", typed="12\u202f000\u202f000 crowns"))
    assert verdict(viewer) == "✓ Right"
    viewer.show(typed.side("precise", "back"))
    assert viewer.texts(".given") == ["12\u202f345.678901 km"]
    viewer.show(typed.side("year", "back"))
    assert viewer.texts(".given") == ["1611"]


def test_the_front_says_the_unit(typed: Deck, view: Open) -> None:
    viewer = view(DESKTOP)
    tasks = {"crowns": "Type a number (<old> crowns)", "precise": "Type a number with 3 significant digits (km)"}
    for question, task in (*tasks.items(), ("year", "Type a number")):
        viewer.show(typed.side(question, "front"))
        assert viewer.texts(".task") == [task]
