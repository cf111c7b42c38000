"""How cards look in each app by day and by night: width, contrast, size of targets, direction of text."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS as models
from tests.anki.card_apps import ANKIDROID, DESKTOP, Deck, Viewer, deck_of
from tests.anki.conftest import Open
from tests.anki.gestures import tap_all
from tests.anki.profile import Profile
from tests.conftest import ROOT, first

KINDS = ("single", "multiple", "truefalse", "short", "number", "cloze", "matching", "ordering", "rtl")

# For every visible element with text of its own: the contrast with its background, and whether the text is large.
# Relative luminance and contrast ratio as in WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
CONTRASTS = """() => {
  function parse(color) { return color.match(/[\\d.]+/g).map(Number); }
  function luminance(rgb) {
    var c = rgb.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
  }
  function behind(element) {
    for (; element; element = element.parentElement) {
      var rgb = parse(getComputedStyle(element).backgroundColor);
      if (rgb.length < 4 || rgb[3] > 0) return rgb;
    }
    return [255, 255, 255];
  }
  function ratio(one, other) {
    var a = luminance(one), b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  var found = [];
  document.querySelectorAll(".sq *").forEach(function (element) {
    var own = Array.from(element.childNodes).some(n => n.nodeType === 3 && n.data.trim());
    var style = getComputedStyle(element);
    if (!own || !element.checkVisibility() || !element.getClientRects().length) return;
    var size = parseFloat(style.fontSize), bold = style.fontWeight >= 700;
    var text = [ratio(parse(style.color), behind(element)), size >= 24 || (bold && size >= 18.66)];
    found.push([element.className + ": " + element.textContent.trim().slice(0, 30)].concat(text));
  });
  return found;
}"""


def sides(cards: Deck, question: str) -> list[str]:
    """Return the front, the back without an answer, and the back after a wrong answer was typed."""
    return [cards.side(question, "front"), cards.side(question, "back"), cards.side(question, "back", typed="Imanalie")]


def chosen(viewer: Viewer, cards: Deck, question: str) -> None:
    """Tap each option that can be tapped, then show the back."""
    viewer.show(cards.side(question, "front"))
    tap_all(viewer)
    viewer.show(cards.side(question, "back"))


@pytest.mark.parametrize("night", first([False, True]), ids=["day", "night"])
def test_nothing_is_wider_than_a_small_phone(cards: Deck, show_on: Open, night: bool) -> None:
    viewer = show_on(night=night, width=320)
    seen = 0
    for question in KINDS:
        for html in sides(cards, question):
            viewer.show(html)
            assert viewer.too_wide() == 0, question
            viewer.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
            assert viewer.too_wide() == 0, f"{question}, unfolded"
            seen += 1
    assert seen == 3 * len(KINDS)


@pytest.mark.parametrize("percent", first([200, 130]))
def test_nothing_is_wider_with_large_letters(cards: Deck, view: Open, percent: int) -> None:
    viewer = view(DESKTOP, width=320)
    for question in KINDS:
        for html in sides(cards, question):
            viewer.show(html)
            viewer.page.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")
            assert viewer.page.evaluate("parseFloat(getComputedStyle(document.querySelector('.stem')).fontSize)") >= (
                16 * percent / 100
            )
            assert viewer.too_wide() == 0, question


def test_nothing_is_wider_without_scripts(cards: Deck, show_on: Open) -> None:
    viewer = show_on(width=320, scripts=False)
    for question in KINDS:
        for html in sides(cards, question):
            viewer.show(html)
            assert viewer.too_wide() == 0, question


def faint(viewer: Viewer) -> list[Any]:
    """Return the texts whose contrast is below level AA of WCAG."""
    found = viewer.page.evaluate(CONTRASTS)
    assert len(found) >= 3
    return [row for row in found if row[1] < (3 if row[2] else 4.5)]


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_every_text_has_enough_contrast(cards: Deck, show_on: Open, night: bool, full: bool) -> None:
    viewer = show_on(night=night)
    for question in KINDS if full else KINDS[night::2]:
        for html in sides(cards, question):
            viewer.show(html)
            viewer.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
            assert faint(viewer) == [], question
        chosen(viewer, cards, question)
        assert faint(viewer) == [], f"{question}, answered"


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_the_measure_of_contrast_bites(cards: Deck, view: Open, night: bool) -> None:
    viewer = view(DESKTOP, night=night)
    viewer.show(cards.side("single", "front") + "<style>.stem { color: #777 !important; }</style>")
    assert [row[0].split(":")[0] for row in faint(viewer)] == ["stem"]


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_night_is_dark_and_day_is_light(cards: Deck, show_on: Open, night: bool) -> None:
    viewer = show_on(night=night)
    viewer.show(cards.side("single", "front"))
    red, *_ = viewer.page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (red < 64) if night else (red > 224)


def test_targets_are_large_enough_for_a_finger(cards: Deck, show_on: Open) -> None:
    """At least 44 CSS pixels high and wide, as WCAG 2.5.5 requires."""
    viewer = show_on(width=320)
    count = 0
    for question in KINDS:
        viewer.show(cards.side(question, "front"))
        for box in viewer.page.eval_on_selector_all(
            ".tappable, button, summary, input",
            "found => found.map(e => e.getBoundingClientRect()).map(r => [r.width, r.height])",
        ):
            assert min(box) >= 44, question
            count += 1
    assert count >= 20


# AnkiDroid's rule of what a tap belongs to; any other tap is a gesture of the program, such as turning the card
TAPS = """found => found.filter(e => !e.closest("a, button, input, summary, .tappable")).map(e => e.outerHTML)"""


def test_no_tap_on_a_control_is_a_gesture(cards: Deck, view: Open) -> None:
    viewer = view(ANKIDROID)
    for question in KINDS:
        viewer.show(cards.side(question, "front"))
        controls = ":is([role], [tabindex], button, summary, input):not(ol, li, .status)"
        assert viewer.page.locator(controls).count() or question == "cloze"
        assert viewer.page.eval_on_selector_all(controls, TAPS) == [], question


def test_arabic_runs_from_right_to_left(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    for side in ("front", "back"):
        viewer.show(cards.side("rtl", side))
        for selector in (".stem", ".options > li > .text"):
            directions = viewer.page.eval_on_selector_all(
                selector, "found => found.map(e => getComputedStyle(e.closest('[dir]')).direction)"
            )
            assert set(directions) == {"rtl"}


def test_a_choice_is_shown_by_more_than_color(cards: Deck, show_on: Open) -> None:
    viewer = show_on()
    chosen(viewer, cards, "multiple")
    signs = viewer.texts(".mark") + viewer.texts(".verdict:not([hidden])")
    assert signs
    assert all(sign[0] in "✓✗◐" for sign in signs)


@pytest.mark.parametrize("night", first([False, True]), ids=["day", "night"])
def test_a_withdrawn_question_says_so(
    card_bank: Bank, profile: Profile, show_on: Open, tmp_path: Path, night: bool
) -> None:
    """On both sides, above everything else; what may give the answer away is on the back."""
    (topic,) = card_bank.topics
    changes = {"status": "retired", "reason": "Asked <twice>.", "successor": "short"}
    questions = tuple(question.model_copy(update=changes) for question in topic.questions)
    deck = deck_of(replace(card_bank, topics=(replace(topic, questions=questions),)), profile, tmp_path / "cards.apkg")
    viewer = show_on(night=night, width=320)
    for question in KINDS:
        for side in ("front", "back"):
            viewer.show(deck.side(question, side))
            why = "Asked <twice>.\nReplaced by: Whom did Imanaliev follow in office? (short)\n"
            assert viewer.visible().startswith("⚠ Withdrawn\n" + (why if side == "back" else "Cards")), question
            assert (viewer.too_wide(), faint(viewer)) == (0, [])


@pytest.fixture
def shipped(profile: Profile, bank: Bank) -> Deck:
    """The deck in decks/."""
    assert profile.load(Path(ROOT / "decks" / f"{bank.id}.apkg")) == {"new": len(bank.questions)}
    return Deck(profile)


def test_every_card_of_the_shipped_deck_fits_a_small_phone(shipped: Deck, view: Open, full: bool) -> None:
    media = shipped.media
    viewers = [view(DESKTOP, width=320, night=True, media=media), view(ANKIDROID, width=320, media=media)]
    cards = shipped.profile.cards()
    assert len(cards) > 130
    for index, card in enumerate(cards if full else cards[::12]):
        viewer = viewers[index % 5 == 0]  # a page per side is slower
        for side in ("front", "back"):
            viewer.show(shipped.render(card, side))
            assert viewer.too_wide() == 0, card.note()["Id"]
            assert len(viewer.visible()) > 40


def test_plain_text_keeps_its_indents(profile: Profile, view: Open, tmp_path: Path) -> None:
    prompt = "What does this print?\n\n    if n % 2:\n        print(n)"
    fields = {"id": "code", "type": "short_answer", "prompt": prompt, "answer": "1", "level": "apply"}
    question = models["short_answer"].model_validate(fields)
    deck = deck_of(Bank("b", "B", (Topic("t", "T", (question,)),)), profile, tmp_path / "code.apkg")
    viewer = view(DESKTOP)
    viewer.show(deck.side("code", "front"))
    assert viewer.page.locator(".stem").inner_text() == prompt
