"""The sections of an exam as text: what each wants, and what the bank has for it."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from sco_quiz.core.blueprint.draw import Filling
from sco_quiz.core.exam_form import ExamForm
from sco_quiz.core.figures import decimal, points_in_words
from sco_quiz.core.plural import counted
from sco_quiz.terminal.sanitize import one_line, sanitize

_HEADINGS = ("wanted", "match", "filled", "points each")
MIN_TITLE = 20
"""The least columns for titles in a table; in a narrower terminal each section is a few lines."""
_GAP = 2


def render_filling(sections: Sequence[Filling], width: int) -> str:
    """Return a table of sections, or in a narrow terminal one sentence each."""
    titles = [sanitize(one_line(section.title)) for section in sections]
    rows = [_figures(section) for section in sections]
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
    room = width - 1 - sum(widths) - _GAP * len(widths)
    if room < MIN_TITLE:
        return "".join(map(_stacked, titles, rows))
    room = min(room, max(map(cell_len, ("Section", *titles))))
    lines = [
        _row(title, row, room, widths) for title, row in zip(("Section", *titles), (_HEADINGS, *rows), strict=True)
    ]
    return "".join(f"{line}\n" for line in lines)


def _figures(section: Filling) -> tuple[str, ...]:
    wanted = "all" if section.wanted is None else str(section.wanted)
    filled = f"{section.filled}{' !' if section.short else ''}"
    return wanted, str(section.matching), filled, decimal(section.points)


def _row(title: str, figures: Sequence[str], room: int, widths: Sequence[int]) -> str:
    shown = title if cell_len(title) <= room else f"{set_cell_size(title, room - 1)}…"
    cells = (f"{figure:>{width + _GAP}}" for figure, width in zip(figures, widths, strict=True))
    return set_cell_size(shown, room) + "".join(cells)


def _stacked(title: str, figures: Sequence[str]) -> str:
    values = "\n".join(f"  {name}: {figure}" for name, figure in zip(_HEADINGS, figures, strict=True))
    return f"{title}\n{values}\n"


def outline(form: ExamForm) -> list[str]:
    """Return a line for each section of a form: its title, how many questions it has, and what each counts."""
    found: dict[str, list[str]] = {}
    for item in form.items:
        found.setdefault(item.section, []).append(points_in_words(item.points))
    return [
        f"{sanitize(one_line(title)) or 'Questions'}: {counted(len(points), 'question')}, {_each(points)}"
        for title, points in found.items()
    ]


def _each(points: Sequence[str]) -> str:
    first, number = points[0], len(points)
    if len(set(points)) > 1:
        return "with different points"
    return f"{first} each" if number > 1 else first
