"""The item analysis of a class as an HTML page with charts; each chart also has a table."""

from collections.abc import Iterator

from sco_quiz.core.figures import percent
from sco_quiz.core.item_analysis.analysis import ClassAnalysis, ItemAnalysis
from sco_quiz.core.item_analysis.warnings import class_warnings, item_warnings
from sco_quiz.core.item_analysis.wording import FIGURES, number, with_interval
from sco_quiz.formats.results.analysis_charts import histogram, items_chart, options_chart
from sco_quiz.formats.results.page_parts import Cell, escaped, hidden, page, table

THIRDS = ("#Weakest third", "#Middle third", "#Strongest third")


def render(analysis: ClassAnalysis) -> str:
    """Return the page; it needs no other file and no script."""
    return page("Item analysis", analysis.title, _sections(analysis))


def _sections(analysis: ClassAnalysis) -> Iterator[tuple[str, str]]:
    remarks = "".join(f"<p><strong>{escaped(text)}</strong></p>" for text in class_warnings(analysis))
    yield "Summary", remarks + table(("", "#"), _summary(analysis))
    bins = histogram(analysis.scores)
    yield "Scores", bins.drawn + hidden(table(("Score", "#Pupils"), bins.rows))
    yield "Difficulty and discrimination", items_chart(analysis.items) + table(_HEADS, _rows(analysis))
    yield "Questions", "".join(_question(place, item, analysis.pupils) for place, item in enumerate(analysis.items, 1))
    yield "What the figures mean", table(("Figure", "Definition", "Source"), FIGURES)


def _summary(analysis: ClassAnalysis) -> Iterator[tuple[Cell, ...]]:
    yield "Pupils", analysis.pupils
    yield "Questions", len(analysis.items)
    yield "Mean score", "–" if analysis.mean is None else percent(analysis.mean)
    yield "Median score", "–" if analysis.median is None else percent(analysis.median)
    yield "Standard deviation", "–" if analysis.spread is None else percent(analysis.spread)
    yield "Skewness", number(analysis.skewness)
    yield f"Reliability ({analysis.coefficient})", with_interval(analysis.reliability)
    yield "Standard error of measurement, in points", with_interval(analysis.error)


_HEADS = ("#", "Question", "#Answers", "#Facility", "#Discrimination", "#Upper–lower", "#Efficiency", "#Without")


def _rows(analysis: ClassAnalysis) -> Iterator[tuple[Cell, ...]]:
    for place, item in enumerate(analysis.items, 1):
        figures = item.figures
        short = (number(each.value) for each in (figures.upper_lower, figures.efficiency, item.alpha_without))
        yield (
            place,
            item.question.id,
            figures.answers,
            with_interval(figures.facility),
            with_interval(figures.discrimination),
            *short,
        )


def _question(place: int, item: ItemAnalysis, pupils: int) -> str:
    """Return the options of a question, and the remarks about it; nothing if there are neither."""
    remarks = "".join(f"<li>{escaped(text)}</li>" for text in item_warnings(item, pupils))
    if not remarks and not item.options:
        return ""
    rows = (
        (
            option.content,
            "right" if option.right else "",
            option.count,
            percent(option.share),
            number(option.mean_rest),
            *map(percent, option.thirds),
        )
        for option in item.options
        if option.thirds
    )
    heads = ("Option", "", "#Chosen", "#Share", "#Mean rest score", *THIRDS)
    options = options_chart(item.options) + table(heads, rows) if item.options else ""
    heading = f"<h3>{place}. {escaped(item.question.id)}</h3><p>{escaped(item.question.prompt)}</p>"
    return heading + (f"<ul>{remarks}</ul>" if remarks else "") + options
