"""Elements that the writer of Moodle XML adds for fields that Moodle does not have, and how the reader finds them."""

import re
from html import escape

from sco_quiz.core.character_references import decoded

BEYOND = "sco-quiz-beyond"
CORRECTION = "sco-quiz-correction"
DESCRIPTION = "sco-quiz-description"
_HINT = re.compile(r' ?<span class="sco-quiz-hint">\((.*?)\)</span>', re.DOTALL)


def element_of(mark: str, html: str) -> str:
    """Return HTML inside an element by which the reader knows it again."""
    return f'<div class="{mark}">{html}</div>'


def take_element(mark: str, html: str) -> tuple[str, str]:
    """Return what is inside the marked element of some text, empty without one, and the text without the element."""
    opening = f'<div class="{mark}">'
    start = html.find(opening)
    if start < 0:
        return "", html
    inside = start + len(opening)
    end = _closing(html, inside)
    return html[inside:end].strip(), (html[:start] + html[end + len("</div>") :]).strip()


def _closing(html: str, start: int) -> int:
    """Return the offset of the tag that closes a `div`."""
    depth = 1
    for tag in re.finditer(r"<(/?)div\b[^>]*>", html[start:]):
        depth += -1 if tag[1] else 1
        if not depth:
            return start + tag.start()
    return len(html)


def hint_element(hint: str) -> str:
    """Return the hint of a gap, which is shown behind it."""
    return f' <span class="sco-quiz-hint">({escape(hint)})</span>'


def take_hint(html: str, start: int) -> tuple[str, int]:
    """Return the hint of the gap that ends at an offset, empty without one, and the offset after it."""
    found = _HINT.match(html, start)
    return (decoded(found[1]), found.end()) if found else ("", start)
