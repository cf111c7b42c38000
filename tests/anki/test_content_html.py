"""Content and interactions as HTML, which depend on neither a kind nor an app."""

from collections.abc import Iterator
from fractions import Fraction
from html import unescape

import pytest

from sco_quiz.anki.content_html import FIELD_HTML, field_renderer
from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.media import MediaFile
from sco_quiz.anki.notes import PlannedNote, plan_notes
from sco_quiz.card.content import card_content
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.content import Content, literal
from sco_quiz.core.interaction import Choice, Interaction, Option, TextEntry, TextGap
from sco_quiz.core.kinds import KINDS, Question, ShortAnswer
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.parts import Part
from sco_quiz.core.picture import Picture
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Response, Verdict, by_credit
from sco_quiz.core.words.language import ENGLISH


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
    assert FIELD_HTML.content(content) == html


def test_spaces_around_part_of_a_line_are_preserved() -> None:
    assert FIELD_HTML.blocks(literal(" a & b ").blocks) == " a &amp; b "


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
    card = card_content(ninth(), frozenset(), ENGLISH, FIELD_HTML)
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
    options = card_content(KINDS["matching"].model_validate(fields), NO_WORDS, ENGLISH, FIELD_HTML).options
    assert ('<ol class="rights" data-fixed>' in options) == fixed
    assert options.count("<li") == 6


def test_words_for_gaps_outside_the_prompt_are_on_the_back(monkeypatch: pytest.MonkeyPatch) -> None:
    gaps = tuple(TextGap((literal(word),)) for word in ("one", "two"))
    monkeypatch.setattr(Ninth, "interaction", lambda self: TextEntry(gaps))
    card = card_content(ninth(), frozenset(), ENGLISH, FIELD_HTML)
    assert card.answer == '<p class="given" dir="auto">one</p><p class="given" dir="auto">two</p>'


def test_a_card_says_what_is_strict_and_judges_by_it() -> None:
    fields = {"id": "year", "type": "short_answer", "prompt": "Which word?", "level": "remember", "answer": "año"}
    card = card_content(ShortAnswer.model_validate({**fields, "strict": "accents"}), NO_WORDS, ENGLISH, FIELD_HTML)
    assert card.task == "Type the answer. Accents count."
    assert '"strict": ["accents"]' in unescape(card.key)
    assert card_content(ShortAnswer.model_validate(fields), NO_WORDS, ENGLISH, FIELD_HTML).task == "Type the answer"


def marked(source: str, gaps: bool = False) -> Content:
    content = parse_content(source, gaps=gaps, markup="markdown")
    assert isinstance(content, Content)
    return content


FORMULA = '<span class="math tex2jax_process mathjax_process" dir="ltr" data-words="{}">{}</span>'
FIELDS_OF = [
    ("$a<{b}$", FORMULA.format("a is less than b", r"\(a&lt;&#123;b&#125;\)")),
    ("so $$a$$", "so " + FORMULA.format("a", r"\(a\)")),
    (
        "$$[a,\nb]$$",
        FORMULA.format("open bracket a, b close bracket", r"\[&#91;a, b]\]").replace("math ", "math display ", 1),
    ),
    ("{{c1::$a::b$::h}}", "{{c1::" + FORMULA.format("a colon colon b", r"\(a&#58;&#58;b\)") + "::h}}"),
    ("$$\na\\\n$$", FORMULA.format("a &#92;", r"\[a&#92; \]").replace("math ", "math display ", 1)),
    (r"$\href{javascript:x}{y}$", '<code dir="ltr">&#92;href&#123;javascript&#58;x&#125;&#123;y&#125;</code>'),
    ("`{{c1::a::b}}` x", '<code dir="ltr">{{c1::a::b}}</code> x'),
    ("{{c1::[a](https://a.example/b)}}", '{{c1::<a href="https&#58;//a.example/b" rel="noopener">a</a>}}'),
    ("![a: {b}](x.png)", "&#91;a&#58; &#123;b&#125;]"),
    (r"\\(a\\) [sound:x]", "&#92;(a&#92;) &#91;sound:x]"),
]


@pytest.mark.parametrize(("source", "html"), FIELDS_OF, ids=lambda value: value[:20])
def test_only_formulas_and_gaps_are_live_in_a_field(source: str, html: str) -> None:
    assert FIELD_HTML.content(marked(source, gaps=True)) == html


@pytest.mark.parametrize(("language", "words"), [("", "x squared"), ("en-GB", "x squared"), ("ru", "x²")])
def test_a_formula_is_named_for_the_voice_of_the_card(language: str, words: str) -> None:
    html = field_renderer({}, {}, language)
    assert html.content(marked("$x^2$")) == FORMULA.format(words, r"\(x^2\)")


def test_a_picture_has_its_name_in_anki() -> None:
    picture = Picture("media/a b.png", "image/png", 3, lambda: b"png", width=30, height=20)
    html = field_renderer({picture.file: picture}, {picture.file: MediaFile("bank-a-b-1.png", b"png")})
    content = marked('![what: it "shows"](<media/a b.png>)')
    assert html.content(content) == (
        '<img src="bank-a-b-1.png" alt="what&#58; it &quot;shows&quot;" width="30" height="20">'
    )


def question_of(kind: str, **fields: object) -> Question:
    values = {"id": "q", "type": kind, "prompt": "Which `x`?", "level": "remember", **fields}
    return KINDS[kind].model_validate(values, context={"markup": "markdown"})


def test_every_field_of_a_question_is_rendered() -> None:
    successor = question_of("cloze", id="next", prompt="It is {{c1::*x*::a *hint*}}, `y`.")
    old = question_of(
        "single_choice",
        setting="*s*",
        answer="`a`",
        distractors=[{"**b**": "*note*"}],
        hint="*h*",
        explanation="*e*",
        beyond={"text": "*w*", "references": ["r"]},
        status="retired",
        reason="*r*",
        successor="next",
    )
    bank = Bank("b", "B", (Topic("t", "T", (old, successor)),))  # type: ignore[arg-type]
    values = dict(zip(FIELDS, plan_notes(bank).notes[0].fields, strict=True))
    assert values["Prompt"] == 'Which <code dir="ltr">x</code>?'
    assert (values["Setting"], values["Hint"], values["Explanation"]) == ("<em>s</em>", "<em>h</em>", "<em>e</em>")
    assert '<code dir="ltr">a</code></li>' in values["Options"]
    assert "<strong>b</strong></li>" in values["Options"]
    assert values["Answer"] == '<ul class="plain"><li dir="auto"><code dir="ltr">a</code></li></ul>'
    assert '<b><strong>b</strong></b> <span class="note"><em>note</em></span>' in values["Feedback"]
    assert values["Beyond"] == '<span dir="auto"><em>w</em></span>'
    assert values["AnswerLine"] == "a"
    assert values["Retired"] == (
        '<em>r</em> <span class="successor" data-id="next">Replaced by: '
        '<bdi>It is &#91;a *hint*], <code dir="ltr">y</code>.</bdi> (next)</span>'
    )


def test_blocks_are_in_no_paragraph() -> None:
    """A browser would end it where they begin."""
    code = "```\nx\n```\n"
    typed = card_content(
        question_of("short_answer", answer=f"See\n{code}", accept=["*y*"]), NO_WORDS, ENGLISH, FIELD_HTML
    )
    assert typed.answer == (
        '<div class="given" dir="auto">See<pre dir="ltr"><code>x</code></pre></div>'
        '<p class="also" dir="auto">Also right: <em>y</em></p>'
    )
    false = question_of("true_false", prompt=f"It is *x*:\n{code}", answer="false", correction={"*x*": "`z`"})
    assert card_content(false, NO_WORDS, ENGLISH, FIELD_HTML).answer == (
        '<ul class="plain"><li dir="auto">False</li></ul><div class="corrected" dir="auto">It is <del><em>x</em></del> '
        '<ins><code dir="ltr">z</code></ins>:<pre dir="ltr"><code>x</code></pre></div>'
    )


def test_other_forms_name_the_gap_as_the_prompt_shows_it() -> None:
    cloze = question_of("cloze", prompt="It is {{c1::$x^2$}}.", accept={"x^2": ["`x*x`"]})
    formula = FORMULA.format("x squared", r"\(x^2\)")
    assert card_content(cloze, NO_WORDS, ENGLISH, FIELD_HTML).answer == (
        f'<p class="also" dir="auto">Also right for <b>{formula}</b>: <code dir="ltr">x*x</code></p>'
    )


def test_rejected_forms_with_markup_have_their_notes() -> None:
    card = card_content(
        question_of("short_answer", answer="x", reject=["y", {"`z`": "*no*"}]), NO_WORDS, ENGLISH, FIELD_HTML
    )
    assert card.feedback == (
        '<ul><li data-k="1" dir="auto"><b><code dir="ltr">z</code></b> <span class="note"><em>no</em></span></li></ul>'
    )
