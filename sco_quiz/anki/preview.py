"""Render an HTML page with the cards of one question: in light and dark mode, on a phone and on a desktop."""

from collections.abc import Iterator, Mapping
from html import escape
from string import Template

from sco_quiz.anki.ids import FIELDS, Family
from sco_quiz.anki.notes import PlannedNote
from sco_quiz.anki.notetype import NoteType
from sco_quiz.anki.template_renderer import Side, render_side

LIGHTS = {"day": "", "night": " nightMode night_mode"}
WIDTHS = {"phone": 360, "desktop": 800}

# In its sandbox, a side cannot reach the page or the network. It reports its height, which the page cannot measure.
_FRAME = """<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>{css}</style></head><body class="card card{number}{light}"><div id="qa">{html}</div>
<script>
function tellHeight() {{
  parent.postMessage(document.body.getBoundingClientRect().height, "*");
}}
tellHeight();
new ResizeObserver(tellHeight).observe(document.body);
</script></body></html>"""


def render_preview(page: str, note: PlannedNote, kinds: Mapping[Family, NoteType]) -> str:
    """Fill the template `page` with $title and $sections; the HTML needs no other file."""
    sections = "\n".join(_sections(note, kinds[note.family]))
    return Template(page).substitute(title=escape(note.question), sections=sections)


def _sections(note: PlannedNote, kind: NoteType) -> Iterator[str]:
    for place, ordinal in enumerate(note.cards, start=1):
        which = f"Card {place} of {len(note.cards)}, by " if len(note.cards) > 1 else "By "
        for light in LIGHTS:
            rows = "\n".join(_row(note, kind, ordinal, light, device) for device in WIDTHS)
            yield f'<section class="{light}">\n<h2>{which}{light}</h2>\n{rows}\n</section>'


def _row(note: PlannedNote, kind: NoteType, ordinal: int, light: str, device: str) -> str:
    """Return the front and the back side by side."""
    sides: dict[Side, str] = {"front": kind.front, "back": kind.back}
    figures = []
    for side, template in sides.items():
        html = render_side(template, dict(zip(FIELDS, note.fields, strict=True)), side, ordinal)
        inside = _FRAME.format(css=kind.css, number=ordinal + 1, light=LIGHTS[light], html=html)
        name = f"{side.capitalize()}, {device}"
        figures.append(
            f"<figure><figcaption>{name}</figcaption>"
            f'<iframe title="{name}, {light}" sandbox="allow-scripts" style="width: {WIDTHS[device]}px" '
            f'srcdoc="{escape(inside)}"></iframe></figure>'
        )
    return '<div class="sides">\n' + "\n".join(figures) + "\n</div>"
