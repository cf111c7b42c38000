"""Charts of an item analysis: scores, difficulty against discrimination, options by thirds of the class."""

import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from sco_quiz.core.figures import percent
from sco_quiz.core.item_analysis.analysis import ItemAnalysis
from sco_quiz.core.item_analysis.options import OptionFigures
from sco_quiz.core.item_analysis.warnings import POOR
from sco_quiz.core.item_analysis.wording import number
from sco_quiz.formats.results.page_parts import WIDE, svg

_BINS = 10
_HIGH = 180
_LEFT, _BASE = 40, 24
_ROW = 22  # height of the two bars of a question


class Histogram(NamedTuple):
    """A chart of scores, and the rows of its table."""

    drawn: str
    rows: list[tuple[str, int]]


def histogram(scores: Sequence[float]) -> Histogram:
    """Return how many pupils have a score in each tenth; 100 % is in the last one."""
    places = [min(_BINS - 1, math.floor(score * _BINS + 1e-9)) for score in scores]
    rows = [(f"{10 * place} to {10 * place + 10} %", places.count(place)) for place in range(_BINS)]
    step, most = (WIDE - _LEFT) / _BINS, max((count for _, count in rows), default=0) or 1

    def drawn() -> Iterator[str]:
        for place, (name, count) in enumerate(rows):
            high = (_HIGH - 2 * _BASE) * count / most
            left, top = _LEFT + place * step, _HIGH - _BASE - high
            yield (
                f'<rect x="{left + 2:.1f}" y="{top:.1f}" width="{step - 4:.1f}" height="{high:.1f}">'
                f"<title>{name}: {count}</title></rect>"
            )
            yield _text(left + step / 2, top - 4, str(count or ""), "middle")
            yield _text(left, _HIGH - 6, f"{10 * place}", "middle")
        yield _text(WIDE - 2, _HIGH - 6, "100 %", "end")

    return Histogram(svg("Pupils by score", _HIGH, drawn()), rows)


def items_chart(items: Sequence[ItemAnalysis]) -> str:
    """Return difficulty (1 - facility) and discrimination of each question, as ShinyItemAnalysis draws them.

    The questions are ordered by difficulty; a line marks the least fair discrimination.
    """
    hardest = sorted(enumerate(items, 1), key=lambda pair: -(pair[1].figures.facility.value or 0))
    high = _ROW * len(hardest) + 2 * _BASE
    zero, unit = 150.0, WIDE - 190.0

    def drawn() -> Iterator[str]:
        for value in (0, 0.2, 0.4, 0.6, 0.8, 1):
            x, kind = zero + value * unit, ' class="low"' if value == POOR else ""
            yield f'<line{kind} x1="{x:.1f}" x2="{x:.1f}" y1="{_BASE}" y2="{high - _BASE}"/>'
            yield _text(x, high - 6, f"{value:g}", "middle")
        yield _legend(zero, "", "difficulty (1 − facility)") + _legend(zero + 190, "second", "discrimination")
        yield _legend(zero + 310, "poor", "below 0.2")
        for row, (place, item) in enumerate(hardest):
            yield from _item_bars(place, item, _BASE + row * _ROW, zero, unit)

    return svg("Difficulty and discrimination of each question", high, drawn())


def _item_bars(place: int, item: ItemAnalysis, top: float, zero: float, unit: float) -> Iterator[str]:
    figures = item.figures
    yield _text(zero - 28, top + 15, f"{place}. {_cut(item.question.id)}", "end")
    hard = 1 - (figures.facility.value or 0)
    yield _bar(zero, top + 3, hard * unit, "", f"{item.question.id}: difficulty {number(hard)}")
    if (found := figures.discrimination.value) is not None:
        left = zero + min(0, max(found, -0.05)) * unit  # a negative value needs no more than to be seen
        width = max(abs(zero - left), found * unit)
        kind = "second" if found >= POOR else "poor"
        yield _bar(left, top + 11, width, kind, f"{item.question.id}: discrimination {number(found)}")


def options_chart(options: Sequence[OptionFigures]) -> str:
    """Return which share of each third of the class chose each option: the right one rises, distractors fall."""
    high = 150.0
    xs = [_LEFT + 20 + (WIDE - 280) / 2 * third for third in range(3)]

    def drawn() -> Iterator[str]:
        for share in (0, 0.5, 1):
            y = _y(share, high)
            yield f'<line x1="{_LEFT}" x2="{xs[-1]:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
            yield _text(_LEFT - 4, y + 4, percent(share), "end")
        for x, name in zip(xs, ("weakest", "middle", "strongest"), strict=True):
            yield _text(x, high - 4, name, "middle")
        for letter, option in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", options, strict=False):
            yield from _option_line(letter, option, xs, high)

    return svg("Options by thirds of the class", round(high), drawn())


def _option_line(letter: str, option: OptionFigures, xs: Sequence[float], high: float) -> Iterator[str]:
    ys = [_y(share, high) for share in option.thirds]
    if not ys:
        return
    dash, kind = ("", "key") if option.right else (' stroke-dasharray="5 3"', "second")
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
    yield f'<polyline class="line-{kind}"{dash} points="{points}"/>'
    for x, y, share in zip(xs, ys, option.thirds, strict=True):
        title = escape(f"{option.content.plain}: {percent(share)}")
        yield f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{title}</title></circle>'
    mark = " ✓" if option.right else ""
    yield _text(WIDE - 172, 16 + 17 * (ord(letter) - ord("A")), f"{letter} {_cut(option.content.plain)}{mark}", "start")
    yield _text(xs[-1] + 8 + 12 * ((ord(letter) - ord("A")) % 3), ys[-1] + 4, letter, "start")


def _y(share: float, high: float) -> float:
    return 10 + (high - 36) * (1 - share)


def _cut(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"


def _bar(left: float, top: float, width: float, kind: str, title: str) -> str:
    named = f' class="{kind}"' if kind else ""
    return (
        f'<rect{named} x="{left:.1f}" y="{top:.1f}" width="{max(1, width):.1f}" height="7">'
        f"<title>{escape(title)}</title></rect>"
    )


def _legend(left: float, kind: str, name: str) -> str:
    return _bar(left, 6, 10, kind, name) + _text(left + 14, 14, name, "start")


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
