"""The item analysis of a class as text."""

from collections.abc import Iterator

from sco_quiz.core.figures import percent
from sco_quiz.core.item_analysis.analysis import ClassAnalysis, ItemAnalysis
from sco_quiz.core.item_analysis.warnings import class_warnings, item_warnings
from sco_quiz.core.item_analysis.wording import with_interval
from sco_quiz.core.plural import counted
from sco_quiz.core.shorten import shorten
from sco_quiz.terminal.sanitize import one_line

NARROW = 72
"""Below this many columns, the figures of a question have a line of their own."""


def render_analysis(analysis: ClassAnalysis, width: int) -> str:
    """Render the class, then each question with its figures, its options and remarks."""
    lines = [*_summary(analysis), ""]
    for place, item in enumerate(analysis.items, 1):
        lines += [*_item(place, item, width), *_options(item, width)]
        lines += [f"  ! {one_line(text)}" for text in item_warnings(item, analysis.pupils)]
    return "\n".join(lines) + "\n"


def _summary(analysis: ClassAnalysis) -> Iterator[str]:
    yield one_line(analysis.title)
    yield f"{counted(analysis.pupils, 'pupil')}, {counted(len(analysis.items), 'question')}"
    if analysis.mean is not None and analysis.median is not None:
        yield f"Score: mean {percent(analysis.mean)}, median {percent(analysis.median)}"
    yield f"Reliability, {analysis.coefficient}: {with_interval(analysis.reliability)}"
    yield f"Measurement error, in points: {with_interval(analysis.error)}"
    yield from class_warnings(analysis)


def _item(place: int, item: ItemAnalysis, width: int) -> Iterator[str]:
    yield shorten(f"{place}. {one_line(item.question.id)}", width)
    figures = item.figures
    both = (
        f"facility {with_interval(figures.facility)}",
        f"discrimination {with_interval(figures.discrimination)}",
    )
    yield from [f"  {each}" for each in both] if width < NARROW else [f"  {', '.join(both)}"]


def _options(item: ItemAnalysis, width: int) -> Iterator[str]:
    for option in item.options:
        if option.thirds:
            low, _, high = map(percent, option.thirds)
            mark = "+" if option.right else "-"
            chosen = f"{percent(option.share)} ({low} of the weakest, {high} of the strongest)"
            text = shorten(one_line(option.content.plain), max(8, width - 6 if width < NARROW else width - 55))
            yield f"  {mark} {text}" + (
                f"\n    {percent(option.share)} ({low} → {high})" if width < NARROW else f": {chosen}"
            )
