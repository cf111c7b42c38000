"""Parts of pages of figures: the page, tables, and the frame of a chart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from string import Template

from sco_quiz.core.content import Content
from sco_quiz.core.markup.page_html import page_renderer

Cell = str | int | Content
WIDE = 640


def page(subject: str, title: str, sections: Iterable[tuple[str, str]]) -> str:
    """Return a page of sections, each with a heading; it needs no other file and no script."""
    template = Path(__file__).with_name("figures_page.html").read_text("utf-8")
    inside = "\n".join(f"<section>\n<h2>{name}</h2>\n{body}\n</section>" for name, body in sections)
    return Template(template).substitute(subject=subject, title=escape(title), sections=inside)


def table(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table; a heading that starts with # is for numbers."""
    number = [' class="number"' if head.startswith("#") else "" for head in heads]
    top = "".join(f'<th scope="col"{n}>{escape(h.lstrip("#"))}</th>' for h, n in zip(heads, number, strict=True))
    body = "\n".join(
        "<tr>" + "".join(f'<td dir="auto"{n}>{escaped(c)}</td>' for c, n in zip(row, number, strict=True)) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>\n{body}\n</tbody></table>"


def escaped(cell: Cell) -> str:
    """Return text or content as HTML."""
    if isinstance(cell, Content):
        return replace(page_renderer({}), escape=escape).content(cell)  # a picture is its alternative text
    return escape(str(cell))


def hidden(inside: str) -> str:
    """Return a table that opens on demand, below its chart."""
    # a screen reader and a printout cannot read the numbers from a chart
    return f"<details><summary>As a table</summary>{inside}</details>"


def svg(title: str, high: int, inside: Iterable[str]) -> str:
    """Return a chart as a picture with a title."""
    return (
        f'<svg viewBox="0 0 {WIDE} {high}" role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>'
        + "".join(inside)
        + "</svg>"
    )
