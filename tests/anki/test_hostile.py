"""Text that could break or hijack a card is shown as it was written, or refused with its position."""

from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.reference import Reference
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.source_record import make_source
from tests.anki.card_apps import ANKIDROID, DESKTOP, Deck, deck_of
from tests.anki.conftest import Open, collection
from tests.anki.profile import Profile
from tests.conftest import first

HOSTILE = {
    "script": "<script>window.hacked = 1</script>",
    "image": '<img src=x onerror="window.hacked = 1">',
    "event": '"><b onclick="window.hacked = 1">bold</b>',
    "style": "</style></div><style>.sq { display: none }</style>",
    "comment": "<!-- gone --> a < b && c > d &amp; &#60;",
    "field": "{{Prompt}} {{#Hint}} {{/Hint}} }} {{",
    "gap": "{{c1::open}} :: }}",
    "filter": "{{type:Typed}} {{cloze:Prompt}} {{FrontSide}}",
    "type-in": "[[type:Typed]]",
    "sound": "[sound:a.mp3]",
    "speech": "[anki:tts lang=en_US]aloud[/anki:tts]",
    "latex": "[latex]x^2[/latex] [$]x[/$] [$$]y[/$$]",
    "mathjax": r"\(x^2\) \[y\] $z$ $$w$$",
    "backslash": r"C:\new\table \x1f \u0041",
    "emoji": "👩‍👩‍👧‍👦 🇰🇬 e\u0301 ﷽ 𝕏",
    "rtl": "שלום عليكم",
    "override": "abc\u202edef\u202c ghi\u2066jkl\u2069",
    "long-word": "x" * 3_000,
    "long": "many words and no end of them, " * 1_300,
}
TAGS = [" a b ", "tab\there", "new\nline", "a::b", "::", '"quoted"', "wide\u3000space", "no\u00a0break"]


def questions_of(text: str) -> Iterator[dict[str, Any]]:
    """Yield questions of each kind with the text in each of their fields."""
    other = f"other {text[:40]}"
    yield {"type": "single_choice", "prompt": text, "answer": text, "distractors": [{other: text}, "plain"]}
    yield {"type": "multiple_choice", "prompt": text, "answers": [text], "distractors": [{other: text}]}
    yield {"type": "true_false", "prompt": f"so {text}", "answer": "false", "correction": {text: other}}
    yield {"type": "short_answer", "prompt": text, "answer": text, "accept": [other], "reject": [{"no": text}]}
    yield {"type": "matching", "prompt": text, "pairs": {text: text, "left": "right"}, "distractors": [{other: text}]}
    yield {"type": "ordering", "prompt": text, "items": [text, other, "last"]}
    if "{{" not in text and "}}" not in text:
        hidden = text[:1_000].replace("::", "").strip()
        prompt = f"so {text} {{{{c1::{hidden}::{hidden[:100]}}}}} and"
        yield {"type": "cloze", "prompt": prompt, "accept": {hidden: [other]}}


def hostile_bank() -> Bank:
    topics, references = [], {}
    for name, text in HOSTILE.items():
        beyond = {"text": text, "references": [name]}
        references[name] = Reference(title=text, publisher=text, date="2024", url="https://a.example/?b='&c=[sound:d]")
        shared = {"level": "remember", "setting": text, "explanation": text, "beyond": beyond, "hint": text}
        models = [
            KINDS[fields["type"]].model_validate({"id": f"{name}-{number}", **shared, **fields})
            for number, fields in enumerate(questions_of(text))
        ]
        title = f"{name} {text[:60]}"
        topics.append(Topic(name, title, tuple(models), description=text))
    source = make_source("Title\n\nText.\n", "Title", date(2010, 2, 3)).model_copy(update={"references": references})
    return Bank("hostile", "Hostile", tuple(topics), source=source)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """The deck of the hostile bank in a real Anki, which tests only read."""
    folder = tmp_path_factory.mktemp("hostile")
    for profile in collection(folder):
        yield deck_of(hostile_bank(), profile, folder / "hostile.apkg")


def squeezed(text: str) -> str:
    """Return the text as HTML shows it and Anki stores it: single spaces, composed characters."""
    return normalize("NFC", " ".join(text.split()))


@pytest.mark.parametrize("scripts", first([True, False]), ids=["scripts", "no scripts"])
def test_hostile_texts_are_shown_as_they_are(hostile: Deck, view: Open, scripts: bool, full: bool) -> None:
    """On both sides; no script in them runs and nothing is fetched, which the viewer asserts."""
    viewer = view(DESKTOP, scripts=scripts, width=320)
    bank = hostile_bank()
    assert len(bank.questions) > 6 * len(HOSTILE)
    for number, topic in enumerate(bank.topics):
        text = squeezed(HOSTILE[topic.id])
        one = number % len(topic.questions)
        for question in topic.questions if full else topic.questions[one : one + 1]:
            for side in ("front", "back"):
                viewer.show(hostile.side(question.id, side))
                stem = squeezed(" ".join(viewer.texts(".stem")))
                assert text in stem, (question.id, side)
                assert viewer.page.evaluate("window.hacked") is None
                assert viewer.too_wide() == 0, (question.id, side)
                assert viewer.page.evaluate("document.querySelectorAll('.sq').length") == 1
                assert squeezed("".join(viewer.texts(".setting"))) == text, (question.id, side)
            for part in (".explanation", ".beyond > span:not(.reference)", ".beyond a"):
                assert squeezed("".join(viewer.texts(part))) == text, (question.id, part)


def test_each_hostile_option_is_one_option(hostile: Deck, view: Open) -> None:
    viewer = view(ANKIDROID)
    for name, text in HOSTILE.items():
        viewer.show(hostile.side(f"{name}-0", "front"))
        wanted = {squeezed(option) for option in (text, f"other {text[:40]}", "plain")}
        assert {squeezed(option) for option in viewer.texts(".options > li > .text")} == wanted


def test_a_hostile_typed_answer_is_right(hostile: Deck, view: Open) -> None:
    viewer = view(DESKTOP)
    names = ["field", "sound", "mathjax", "emoji"]
    if "&lt;" in hostile.profile.col.compare_answer("&lt;", "<"):  # Anki before 25.02 shows what was typed as HTML
        names += ["script", "comment"]
    for name in names:
        viewer.show(hostile.side(f"{name}-3", "back", typed=HOSTILE[name]))
        assert viewer.texts(".verdict") == ["✓ Right"], name


def test_nothing_plays_and_nothing_is_media(hostile: Deck) -> None:
    cards = hostile.profile.cards()
    assert len(cards) > 100
    for card in cards:
        assert card.question_av_tags() == []
        assert card.answer_av_tags() == []
    assert hostile.profile.is_sound()


def test_the_texts_survive_the_round_trip(hostile: Deck) -> None:
    """After the import the real Anki has what was written, decoded."""
    for name, text in HOSTILE.items():
        kept = hostile.profile.note(f"{name}-0")["Prompt"].replace("<br>", "\n")
        assert squeezed(unescape(kept)) == squeezed(text), name


def test_titles_become_single_decks(hostile: Deck) -> None:
    names = [deck.name for deck in hostile.profile.col.decks.all_names_and_ids(skip_empty_default=True)]
    assert len(names) == len(HOSTILE) + 1
    assert all(name.count("::") == 1 for name in names if name != "Hostile")


def test_hundreds_of_options(profile: Profile, view: Open, tmp_path: Path) -> None:
    fields = {"id": "many", "type": "single_choice", "prompt": "Which?", "answer": "0", "level": "remember"}
    question = KINDS["single_choice"].model_validate({**fields, "distractors": [f"option {n}" for n in range(1, 300)]})
    deck = deck_of(Bank("many", "Many", (Topic("t", "T", (question,)),)), profile, tmp_path / "many.apkg")
    viewer = view(DESKTOP, width=320)
    viewer.show(deck.side("many", "front"))
    front = viewer.texts(".options > li > .text")
    assert len(set(front)) == 300
    viewer.show(deck.side("many", "back"))
    assert viewer.texts(".options > li > .text") == front


def test_tags_with_spaces_stay_one_tag(profile: Profile, tmp_path: Path) -> None:
    """Loading refuses such tags; a bank that was not loaded has them escaped."""
    fields = {"id": "tags", "type": "short_answer", "prompt": "Who?", "answer": "He", "level": "remember"}
    question = KINDS["short_answer"].model_validate(fields).model_copy(update={"tags": tuple(TAGS)})
    deck = deck_of(Bank("b", "B", (Topic("t", "T", (question,)),)), profile, tmp_path / "tags.apkg")
    tags = [tag for tag in deck.profile.note("tags").tags if tag.startswith("tag::")]
    names = ("a-b", "a::b", "new-line", "no-break", "none", "quoted", "tab-here", "wide-space")
    assert sorted(tags) == [f"tag::{name}" for name in names]


REFUSED = {
    "\\x1f": "U+001F",
    "\\0": "U+0000",
    "\\x08": "U+0008",
    "\\x7f": "U+007F",
    "\\uD800": "is not the code of a character",
}


@pytest.mark.parametrize("escape", REFUSED)
def test_what_anki_cannot_store_is_refused_with_its_position(tmp_path: Path, escape: str) -> None:
    path = tmp_path / "topic.yaml"
    question = f'  - id: one\n    type: short_answer\n    level: remember\n    prompt: "Who{escape}?"\n    answer: He\n'
    path.write_text(f"topic: T\nquestions:\n{question}", "utf-8")
    (problem,) = read_bank(path).problems
    assert problem.place.line == 6
    assert REFUSED[escape] in problem.message
