"""Content and interactions as HTML, which depend on neither a kind nor an app."""

from collections.abc import Iterator
from fractions import Fraction
from html import unescape

import pytest

from sco_quiz.anki.card_content import card_content
from sco_quiz.anki.content_html import content_html, inline_content_html
from sco_quiz.anki.notes import PlannedNote, plan_notes
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.content import Content, literal
from sco_quiz.core.interaction import Choice, Interaction, Option, TextEntry, TextGap
from sco_quiz.core.kinds import KINDS, Question, ShortAnswer
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.parts import Part
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict, by_credit


def with_gaps(source: str) -> Content:
    content = parse_content(source, gaps=True)
    assert isinstance(content, Content)
    return content


@pytest.mark.parametrize(
    ("content", "html"),
    [
        (literal(" a < b \n"), "a &lt; b"),
        (literal("{{c1::x}}\n[y]"), "&#123;&#123;c1::x&#125;&#125;<br>&#91;y]"),
        (with_gaps(" {{c1::x}} & y "), "{{c1::x}} &amp; y"),
        (with_gaps("{{c2::a:b::<h>}}{{c1::c}}"), "{{c2::a&#58;b::&lt;h&gt;}}{{c1::c}}"),
        (with_gaps(r"{{c1::\frac{a}{b}}}"), "{{c1::&#92;frac&#123;a&#125;&#123;b&#125;}}"),
        (with_gaps(r"{{c1::std\:\:map}}"), "{{c1::std&#58;&#58;map}}"),
        (with_gaps("{{c1::x}}\n"), "{{c1::x}}<br>"),
    ],
)
def test_content_is_escaped_but_for_its_gaps(content: Content, html: str) -> None:
    assert content_html(content) == html


def test_spaces_around_part_of_a_line_are_preserved() -> None:
    assert inline_content_html(literal(" a & b ")) == " a &amp; b "


YES_OR_NO = Choice((Option(literal("yes"), keys=("y",)), Option(literal("no"), right=True, keys=("n",))), order="fixed")


class Ninth(Question):
    """A kind that the card was not written for."""

    def answer_parts(self) -> Iterator[Part]:
        yield from ()

    def interaction(self) -> Interaction:
        return YES_OR_NO

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        return by_credit(Fraction(0))


def ninth() -> Ninth:
    return Ninth(id="ninth", type="ninth", prompt="Is it?", level="remember")


def test_a_choice_by_key_names_its_own_options() -> None:
    card = card_content(ninth(), frozenset())
    assert (card.behavior, card.task) == ("true_false", "Yes or no?")
    assert card.options == (
        '<ol class="options" data-fixed><li data-k="0" dir="auto">Yes</li><li data-k="1" dir="auto">No</li></ol>'
    )
    assert card.key == '<i data-f="key">1</i>'


def test_the_note_of_another_kind_behaves_like_its_interaction() -> None:
    bank = Bank("b", "B", (Topic("t", "T", (ninth(),)),))  # type: ignore[arg-type]
    (note,) = plan_notes(bank).notes
    assert isinstance(note, PlannedNote)
    assert note.family == "standard"
    assert note.fields[1] == "true_false"
    assert "kind::ninth" in note.tags


@pytest.mark.parametrize(("years", "fixed"), [(("2001", "2004", "2009"), False), (("2004", "2001", "2009"), True)])
def test_right_sides_in_the_order_of_the_rows_are_shuffled(years: tuple[str, ...], fixed: bool) -> None:
    """Numbers are shown in ascending order, unless that is the answer."""
    pairs = {f"event {number}": year for number, year in enumerate(years)}
    fields = {"id": "years", "type": "matching", "prompt": "When?", "level": "remember", "pairs": pairs}
    options = card_content(KINDS["matching"].model_validate(fields), NO_WORDS).options
    assert ('<ol class="rights" data-fixed>' in options) == fixed
    assert options.count("<li") == 6


def test_words_for_gaps_outside_the_prompt_are_on_the_back(monkeypatch: pytest.MonkeyPatch) -> None:
    gaps = tuple(TextGap((literal(word),)) for word in ("one", "two"))
    monkeypatch.setattr(Ninth, "interaction", lambda self: TextEntry(gaps))
    card = card_content(ninth(), frozenset())
    assert card.answer == '<p class="given" dir="auto">one</p><p class="given" dir="auto">two</p>'


def test_a_card_says_what_is_strict_and_judges_by_it() -> None:
    fields = {"id": "year", "type": "short_answer", "prompt": "Which word?", "level": "remember", "answer": "año"}
    card = card_content(ShortAnswer.model_validate({**fields, "strict": "accents"}), NO_WORDS)
    assert card.task == "Type the answer. Accents count."
    assert '"strict": ["accents"]' in unescape(card.key)
    assert card_content(ShortAnswer.model_validate(fields), NO_WORDS).task == "Type the answer"
