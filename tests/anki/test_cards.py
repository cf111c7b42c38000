"""Cards in use: the real Anki's HTML in a real Chromium, under models of the programs that show cards."""

import re
from collections import Counter

import pytest

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.notes import plan_notes
from sco_quiz.anki.notetype import card_script
from sco_quiz.anki.package import read_card_files
from sco_quiz.core.bank import Bank
from sco_quiz.core.verdict import Outcome, Unreadable
from tests.anki.card_apps import DESKTOP, Deck, Viewer
from tests.anki.conftest import Open
from tests.anki.gestures import tap, tap_all
from tests.conftest import first, pairs

OPTIONS = ".options > li > .text"
FLIPS = 5


def options(viewer: Viewer) -> list[str]:
    return viewer.texts(OPTIONS)


def verdict(viewer: Viewer) -> str:
    """Return the verdict shown on the back; "" when there is none."""
    shown = viewer.page.locator(".verdict:visible")
    return str(shown.evaluate("e => e.firstChild.textContent")) if shown.count() else ""


def marks(viewer: Viewer, at: str = ".options > li") -> dict[str, str]:
    """Return the marks on the back, by option."""
    items = viewer.page.eval_on_selector_all(
        at,
        "found => found.map(e => [e.querySelector('.text').textContent, (e.querySelector('.mark') || {}).textContent])",
    )
    return {text: mark for text, mark in items if mark}


@pytest.mark.parametrize(("question", "storage"), pairs(["single", "multiple"], [True, False]))
def test_both_sides_show_the_options_in_one_order(cards: Deck, show_on: Open, question: str, storage: bool) -> None:
    viewer = show_on(storage=storage)
    seen = set()
    for _ in range(FLIPS):
        viewer.show(cards.side(question, "front"))
        front = options(viewer)
        viewer.show(cards.side(question, "back"))
        assert options(viewer) == front
        seen.add(tuple(front))
    assert len(front) == 5
    assert (len(seen) > 2) == storage  # without storage the order depends on the day


def test_fixed_options_stay(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    for _ in range(3):
        for side in ("front", "back"):
            viewer.show(cards.side("truefalse", side))
            assert options(viewer) == ["True", "False"]


def test_a_wrong_choice_is_shown_with_its_note(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    tap(viewer, "Tashkent", "Moscow")
    viewer.show(cards.side("single", "back"))
    assert marks(viewer) == {"Moscow": "✗ your choice", "Beijing": "✓ right answer"}
    assert verdict(viewer) == "✗ Not right"
    assert viewer.texts(".options > li.wrong > .note") == ["The agency that lent its rooms has its home there."]


def test_the_setting_is_above_the_prompt_on_both_sides(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    for side in ("front", "back"):
        viewer.show(cards.side("single", side))
        (setting,) = viewer.texts(".setting")
        assert setting == "Muratbek Imanaliev, Secretary General of the SCO, press briefing of 3 February 2010"
        assert viewer.texts(".context") == [f"Cards · {setting}"]
        assert viewer.page.evaluate("document.querySelector('.context').nextElementSibling.className") == "stem"
        viewer.show(cards.side("cloze", side))
        assert viewer.texts(".setting") == ["A report on {{c1::conferences}}"]
        viewer.show(cards.side("multiple", side))
        assert viewer.texts(".setting, .beyond") == []


def test_what_goes_beyond_the_article_is_marked_and_has_its_references(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    assert viewer.texts(".beyond") == []
    viewer.show(cards.side("single", "back"))
    assert viewer.texts(".beyond > *") == [
        "Beyond the article",
        "India and Pakistan became members in 2017 <and> Iran in 2023 [sound:x.mp3].",
        'The "Astana" <Declaration> of the Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, '
        "SCO Secretariat, 9 June 2017",
        "A history of the region, University Press, May 2024",
    ]
    links = viewer.page.eval_on_selector_all(".beyond a", "found => found.map(e => e.getAttribute('href'))")
    assert links == ["https://declarations.example/2017?a=1&b=[sound:x.mp3]#{{c1::x}}"]
    viewer.show(cards.side("cloze", "back"))
    assert viewer.texts(".beyond > *")[1:] == [
        "A third one met in Kabul, {{c1::later}}.",
        "A history of the region, University Press, May 2024",
    ]


def test_a_right_choice_is_shown(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    tap(viewer, "Beijing")
    viewer.show(cards.side("single", "back"))
    assert (marks(viewer), verdict(viewer)) == ({"Beijing": "✓ your choice"}, "✓ Right")


def test_without_a_choice_there_is_no_verdict(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    tap(viewer, "Moscow", "Moscow")
    viewer.show(cards.side("single", "back"))
    assert (marks(viewer), verdict(viewer)) == ({"Beijing": "✓ right answer"}, "")


def test_several_choices_are_shown(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("multiple", "front"))
    tap(viewer, "China", "Russia", "Iran")
    viewer.show(cards.side("multiple", "back"))
    assert marks(viewer) == {
        "China": "✓ your choice",
        "Russia": "✓ your choice",
        "Iran": "✗ your choice",
        "Kazakhstan": "✓ right answer",
    }
    assert verdict(viewer) == "◐ Partly right: 2 of 3 right, 1 wrong"


def test_a_false_statement_is_corrected(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("truefalse", "front"))
    tap(viewer, "True")
    viewer.show(cards.side("truefalse", "back"))
    assert marks(viewer) == {"True": "✗ your choice", "False": "✓ right answer"}
    assert viewer.texts(".corrected") == ["The Secretariat sat in Almaty Beijing in 2010."]


def test_keys_choose_and_stop_with_their_card(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    third = options(viewer)[2]
    viewer.page.keyboard.press("Alt+3" if "3" in viewer.app.keeps else "3")
    assert viewer.texts(".chosen > .text") == [third]
    viewer.page.keyboard.press("Control+4")
    viewer.page.keyboard.press("9")
    assert viewer.texts(".chosen > .text") == [third]
    viewer.show(cards.side("single", "back"))
    before = viewer.page.content()
    viewer.page.keyboard.press("1")
    viewer.page.keyboard.press("Alt+1")
    assert viewer.page.content() == before
    viewer.show(cards.side("short", "front"))
    viewer.page.locator("#typeans").type("31")
    assert viewer.page.input_value("#typeans") == "31"


def test_with_alt_the_position_of_a_key_counts(cards: Deck, show_on: Open) -> None:
    """On a Mac, Option with the key 2 types a symbol; on every system Anki handles 1 to 7, but not with Alt."""
    viewer = show_on()
    viewer.show(cards.side("multiple", "front"))
    texts = options(viewer)
    for key, code in (("™", "Digit2"), ("5", "Digit5"), ("1", "Numpad1")):
        fields = f"{{ key: {key!r}, code: {code!r}, altKey: true, bubbles: true }}"
        viewer.page.evaluate(f"document.body.dispatchEvent(new KeyboardEvent('keydown', {fields}))")
    assert viewer.texts(".chosen > .text") == [texts[1], texts[4]]


TYPED = [
    # question, what is typed, the quiz's outcome, the card's verdict
    ("short", "Bolat Nurgaliev", Outcome.RIGHT, "✓ Right"),
    ("short", "nurgaliev", Outcome.RIGHT, "✓ Right"),
    ("short", "  BOLAT   NURGALIEV ", Outcome.RIGHT, "✓ Right"),
    ("short", "Nurgáliev", Outcome.ALMOST, "≈ Almost right: Nurgaliev is written with “a”, not “á”"),
    ("short", "Nurgalev", Outcome.ALMOST, "≈ Almost right: Nurgaliev has “li” where you typed “l”"),
    ("short", "Bolat Nurgailev", Outcome.ALMOST, "≈ Almost right: Nurgaliev has “li” where you typed “il”"),
    ("short", "Imanaliev", Outcome.WRONG, "✗ Not right"),
    ("short", "Putin", Outcome.WRONG, "✗ Not right"),
    ("short", "-", Outcome.WRONG, "✗ Not right"),
    ("short", "Nurgalex", Outcome.ALMOST, "≈ Almost right: Nurgaliev has “iev” where you typed “ex”"),
    ("number", "1200", Outcome.RIGHT, "✓ Right"),
    ("number", "1,200 people", Outcome.RIGHT, "✓ Right"),
    ("number", "about twelve hundred", Outcome.RIGHT, "✓ Right"),
    ("number", "1250", Outcome.RIGHT, "✓ Right"),
    ("number", "1150.0", Outcome.RIGHT, "✓ Right"),
    ("number", "1251", Outcome.WRONG, "✗ Not right"),
    ("number", "-1200", Outcome.WRONG, "✗ Not right"),
    ("number", "12", Outcome.WRONG, "✗ Not right"),
    ("number", "1200 km", Outcome.WRONG, "✗ Not right: the expected unit is people"),
]


@pytest.mark.parametrize(
    ("question", "text", "outcome", "shown"), first(sorted(TYPED, key=lambda row: TYPED.index(row) % 3), 7)
)
def test_typed_answers_are_judged_as_in_the_quiz(
    card_bank: Bank, cards: Deck, view: Open, question: str, text: str, outcome: Outcome, shown: str
) -> None:
    asked = card_bank.find(question)
    assert asked
    response = asked.parse_answer(text, ())
    if isinstance(response, Unreadable):
        assert outcome is Outcome.WRONG
    else:
        assert asked.grade(response, card_bank.vocabulary).outcome is outcome
    viewer = view(DESKTOP)
    viewer.show(cards.side(question, "back", typed=text))
    assert verdict(viewer) == shown


def test_a_refused_answer_brings_its_note(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("short", "back", typed="Imanaliev"))
    assert viewer.texts(".verdict .note") == ["He came after."]


OLD_KEYS = {  # as version 0.1.0 wrote them
    "short": '<i data-f="accept">bolat nurgaliev</i><i data-f="reject">imanaliev</i><i data-f="known">nurgalies</i>',
    "number": '<i data-f="value">1200</i><i data-f="tolerance">50</i><i data-f="unit">people</i>',
}


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("short", "Bolat Nurgaliev", "✓ Right"),
        ("short", "Imanaliev", "✗ Not right"),
        ("number", "1,250 people", "✓ Right"),
        ("number", "1251", "✗ Not right"),
    ],
)
def test_the_new_script_reads_the_keys_of_old_notes(
    cards: Deck, view: Open, question: str, text: str, shown: str
) -> None:
    html = cards.side(question, "back", typed=text)
    old = re.sub(r'<i data-f="typed">.*?</i>', OLD_KEYS[question], html)
    assert old != html
    viewer = view(DESKTOP)
    viewer.show(old)
    assert verdict(viewer) == shown


@pytest.mark.parametrize("question", ["short", "number"])
def test_without_an_answer_there_is_no_verdict(cards: Deck, show_on: Open, question: str) -> None:
    viewer = show_on()
    viewer.show(cards.side(question, "back"))
    assert verdict(viewer) == ""


def test_each_gap_of_a_cloze_is_a_card(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("cloze", "front", card=0))
    assert viewer.texts(".stem") == ["The meeting in [a capital] came before the conference in London."]
    viewer.show(cards.side("cloze", "front", card=1))
    assert viewer.texts(".stem") == ["The meeting in Moscow came before the conference in [...]."]
    viewer.show(cards.side("cloze", "back", card=1))
    assert viewer.texts(".stem .cloze") == ["London"]
    assert viewer.texts(".also") == ["Also right for London: the British capital"]


def test_no_two_functions_of_the_script_share_a_name() -> None:
    names = re.findall(r"^(?:function|var) (\w+)", card_script(read_card_files()), re.MULTILINE)
    assert {"judge", "arrange", "listen"} <= set(names)
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_hint_and_reasons_are_folded(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    viewer.show(cards.side("single", "front"))
    assert "Not in Central Asia." not in viewer.visible()
    viewer.page.locator("summary").click()
    assert "Not in Central Asia." in viewer.visible()
    viewer.show(cards.side("single", "back"))
    assert "antiterrorism body" not in viewer.visible()


SECRETS = {  # what only the back may say
    "single": ["Chinese capital", "lent its rooms"],
    "multiple": ["Six states", "It had applied"],
    "truefalse": ["Beijing", "finance ministers"],
    "short": ["Nurgaliev", "He came after"],
    "number": ["1200", "made up"],
    "matching": ["Three bodies", "Afghanistan"],
    "ordering": ["Greek alphabet"],
}


@pytest.mark.parametrize("question", first(SECRETS, 3))
def test_the_front_shows_nothing_of_the_key(cards: Deck, show_on: Open, question: str) -> None:
    """It is in an inert script element alone: not in texts or attributes, whatever reads them."""
    viewer = show_on()
    viewer.show(cards.side(question, "front"))
    tap_all(viewer)
    html = viewer.page.evaluate("""() => {
      const copy = document.body.cloneNode(true);
      copy.querySelectorAll("script").forEach(script => script.remove());
      return copy.innerHTML;
    }""")
    assert len(html) > 300
    assert [secret for secret in SECRETS[question] if secret in html] == []
    assert "data-f=" not in html


def test_the_stored_order_of_options_gives_nothing_away(bank: Bank) -> None:
    """In the front's HTML the right one of four options has each position about equally often: chi-square, .001."""
    notes = [dict(zip(FIELDS, note.fields, strict=True)) for note in plan_notes(bank).notes]
    places = [
        int(note["Key"].split(">")[1].split("<")[0])
        for note in notes
        if note["Kind"] == "single_choice" and note["Options"].count("<li") == 4 and "data-fixed" not in note["Options"]
    ]
    assert len(places) >= 20
    expected = len(places) / 4
    assert sum((places.count(place) - expected) ** 2 / expected for place in range(4)) < 16.27


@pytest.mark.parametrize("question", first(reversed(SECRETS), 3))
def test_without_scripts_a_card_is_readable(cards: Deck, show_on: Open, card_bank: Bank, question: str) -> None:
    asked = card_bank.find(question)
    assert asked
    viewer = show_on(scripts=False)
    viewer.show(cards.side(question, "front"))
    front = viewer.visible()
    assert asked.stem.plain in front
    if question in ("single", "multiple", "matching", "ordering"):
        assert [text for text in asked.texts() if text not in front] == []
    viewer.show(cards.side(question, "back"))
    back = viewer.visible()
    key = ["1200"] if question == "number" else asked.key
    for text in key:
        assert text.replace(" = ", " → ").casefold() in back.casefold()
    assert asked.explanation in back
