"""What is shown below an answer: what goes beyond the article, and where the answer is in it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sco_quiz.card.escape import attribute_html, inline_html
from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.source import Source
from sco_quiz.core.words.language import Language


def beyond_html(bank: Bank, question: Question, language: Language, html: HtmlRenderer) -> str:
    """Return what goes beyond the article, then each reference, whose title is a link if it has an address."""
    if question.beyond is None:
        return ""
    lines = [f'<span dir="auto">{html.content(question.content(question.beyond.text))}</span>']
    for _, reference in bank.references_of(question):
        title = inline_html(reference.title)
        linked = f'<a href="{attribute_html(reference.url)}">{title}</a>' if reference.url else title
        rest = inline_html(reference.citation_in(language).removeprefix(reference.title))
        lines.append(f'<span class="reference" dir="auto">{linked}{rest}</span>')
    return "".join(lines)


def source_line(source: Source | None, numbers: Sequence[int], language: Language) -> str:
    """Return where the answer is: the article and the cited paragraphs, whose summaries are folded."""
    where = []
    if source:
        citation = "; ".join(citation for citation, _ in source.cited(numbers)) if numbers else source.citation
        where = [f'<span class="cite" dir="auto">{inline_html(citation)}</span>']
    if numbers:
        listed = language.word("comma").join(map(str, numbers))
        where.append(f"<span>{language.word('cited', n=len(numbers), numbers=listed)}</span>")
    line, summaries = " · ".join(where), "".join(_summaries(source, numbers, language)) if source else ""
    return f"<details><summary>{line}</summary>{summaries}</details>" if summaries else line


def _summaries(source: Source, numbers: Iterable[int], language: Language) -> Iterator[str]:
    for number in numbers:
        if (paragraph := source.paragraph(number)) and paragraph.summary:
            line = language.word("paragraph_summary", n=number, summary=_summary(paragraph.summary))
            yield f'<span class="paragraph" dir="auto">{line}</span>'


@lru_cache(maxsize=1024)  # many questions cite the same paragraph
def _summary(text: str) -> str:
    return inline_html(text)
