"""Render an HTML page with the cards of one question: in light and dark mode, on a phone and on a desktop."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from string import Template

from sco_quiz.anki.content_html import FIELD_HTML
from sco_quiz.anki.ids import FIELDS, Family
from sco_quiz.anki.notes import PlannedNote
from sco_quiz.anki.notetype import NoteType
from sco_quiz.anki.template_renderer import Side, render_side
from sco_quiz.card.escape import gap_html
from sco_quiz.core.markup.html import HtmlRenderer, attribute
from sco_quiz.core.markup.mathml_style import STYLE
from sco_quiz.core.markup.page_html import page_renderer
from sco_quiz.core.picture import Picture

MODES = {"light": "", "dark": " nightMode night_mode"}  # the classes of all of Anki's programs
WIDTHS = {"phone": 360, "desktop": 800}

# what would end a gap or begin a field
_LIVE = str.maketrans({"{": "&#123;", "}": "&#125;", ":": "&#58;"})

# In its sandbox, a side cannot reach the page or the network. It reports its height, which the page cannot measure.
_FRAME = """<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>{css}</style></head><body class="card card{number}{classes}"><div id="qa">{html}</div>
<script>
function reportHeight() {{
  parent.postMessage(document.body.getBoundingClientRect().height, "*");
}}
reportHeight();
new ResizeObserver(reportHeight).observe(document.body);
</script></body></html>"""


def preview_renderer(pictures: Mapping[str, Picture]) -> HtmlRenderer:
    """Return the renderer of a note for its preview: fields as in Anki, but with formulas and pictures in the page."""
    pages = page_renderer(pictures)

    def math(tex: str, display: bool) -> str:
        from sco_quiz.core.markup.formulas import formula_words

        # as for MathJax: its words are what the scripts of the card read
        names, words = f"math{' display' * display}", attribute(gap_html, formula_words(tex))
        shown = pages.math(tex, display).translate(_LIVE)
        return f'<span class="{names}" dir="ltr" data-words="{words}">{shown}</span>'

    return replace(FIELD_HTML, math=math, image=lambda image: pages.image(image).translate(_LIVE))


def render_preview(page: str, note: PlannedNote, kinds: Mapping[Family, NoteType]) -> str:
    """Fill the template `page` with $title and $sections; the HTML needs no other file."""
    sections = "\n".join(_sections(note, kinds[note.family]))
    return Template(page).substitute(title=escape(note.question), sections=sections)


def _sections(note: PlannedNote, kind: NoteType) -> Iterator[str]:
    for number, ordinal in enumerate(note.cards, start=1):
        card = f"Card {number} of {len(note.cards)}, " if len(note.cards) > 1 else ""
        for mode in MODES:
            rows = "\n".join(_row(note, kind, ordinal, mode, device) for device in WIDTHS)
            heading = f"{card}{mode} mode"
            yield f'<section class="{mode}">\n<h2>{heading[0].upper()}{heading[1:]}</h2>\n{rows}\n</section>'


def _row(note: PlannedNote, kind: NoteType, ordinal: int, mode: str, device: str) -> str:
    """Return the front and the back side by side."""
    sides: dict[Side, str] = {"front": kind.front, "back": kind.back}
    figures = []
    for side, template in sides.items():
        html = render_side(template, dict(zip(FIELDS, note.fields, strict=True)), side, ordinal)
        css = f"{kind.css}{STYLE}" if "<math" in html else kind.css
        inside = _FRAME.format(css=css, number=ordinal + 1, classes=MODES[mode], html=html)
        name = f"{side.capitalize()}, {device}"
        figures.append(
            f"<figure><figcaption>{name}</figcaption>"
            f'<iframe title="{name}, {mode}" sandbox="allow-scripts" style="width: {WIDTHS[device]}px" '
            f'srcdoc="{escape(inside)}"></iframe></figure>'
        )
    return '<div class="sides">\n' + "\n".join(figures) + "\n</div>"
