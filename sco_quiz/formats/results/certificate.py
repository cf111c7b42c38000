"""The result of an exam as a page to print: a certificate and the answers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from html import escape
from itertools import chain
from pathlib import Path
from string import Template

from sco_quiz.core.content import Content
from sco_quiz.core.exam import ExamRecord
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.markup.mathml_style import STYLE
from sco_quiz.core.markup.page_html import page_renderer
from sco_quiz.core.nodes import Paragraph
from sco_quiz.core.response_content import key_contents, response_contents
from sco_quiz.core.session import outcomes_in_words
from sco_quiz.core.verdict import Outcome

_WORDS = {
    Outcome.RIGHT: "right",
    Outcome.ALMOST: "right (almost)",
    Outcome.PARTLY: "partly right",
    Outcome.WRONG: "wrong",
}


def render(record: ExamRecord) -> str:
    """Return the page; the HTML needs no other file."""
    page = Path(__file__).with_name("certificate.html").read_text("utf-8")
    result = record.result
    return Template(page).substitute(
        math_style=STYLE.strip(),
        title=escape(result.title or record.bank.title),
        name=escape(record.student),
        outcome="Passed" if result.passed else "Not passed",
        points=_number(result.points),
        most=_number(result.most),
        mark=f". Mark: {escape(result.mark)}" if result.mark else "",
        percent=result.percent,
        pass_mark=result.pass_mark,
        outcomes=outcomes_in_words(result.session),
        day=f"{record.at:%Y-%m-%d}",
        time=result.time_in_words,
        rows="\n".join(_rows(record)),
    )


def _number(points: Fraction) -> str:
    """Return points with at most two decimals: 2.5 rather than 2.50, 3 rather than 3.00."""
    return f"{float(points):.2f}".rstrip("0").rstrip(".")


def _rows(record: ExamRecord) -> Iterator[str]:
    html = replace(page_renderer(record.bank.pictures), escape=escape)  # line feeds stay, and the style shows them
    for item in record.result.results:
        question, interaction = item.question, item.question.interaction()
        judged = _WORDS[item.verdict.outcome] if item.verdict else "not answered"
        if record.result.worth:
            judged += f"; {_number(record.result.earned(item))} of {_number(record.result.points_of(question))}"
        setting = html.content(question.content(question.setting))
        above = f'<p class="setting" dir="auto">{setting}</p>' if setting else ""
        cells = (
            above + html.content(question.stem),
            _answers(html, ((content,) for content in response_contents(interaction, item.response or ()))),
            judged,
            _answers(html, key_contents(interaction)),
        )
        yield "<tr>" + "".join(f'<td dir="auto">{cell}</td>' for cell in cells) + "</tr>"


def _answers(html: HtmlRenderer, answers: Iterable[tuple[Content, ...]]) -> str:
    """Join answers by semicolons, or give each a line of its own if one has more than words."""
    listed = list(answers)
    shown = [" = ".join(map(html.content, sides)) for sides in listed]
    if all(map(_is_words, chain.from_iterable(listed))):
        return "; ".join(shown)
    return "".join(f"<div>{answer}</div>" for answer in shown)


def _is_words(content: Content) -> bool:
    return not content.images and all(isinstance(block, Paragraph) for block in content.blocks)
