"""One of several articles behind a bank: what it is, and where its paragraphs begin."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pydantic import Field

from sco_quiz.core.kinds.field_types import Frozen, OptionalText, Text
from sco_quiz.core.reference import WebAddress

Day = date  # a name of its own, for a field is called date


class Article(Frozen):
    """An article whose paragraphs follow those of the articles before it."""

    first: int = Field(ge=1, description="The number of its first paragraph.", examples=[12])
    title: Text = Field(description="The article's title.", examples=["An Advancing Alliance"])
    speaker: OptionalText = Field(default="", description="Who speaks in it.", examples=["Muratbek Imanaliev"])
    publication: OptionalText = Field(default="", description="Where it was published.", examples=["Beijing Review"])
    issue: OptionalText = Field(default="", description="The issue or edition.", examples=["2010, no. 7"])
    date: Day | None = Field(
        default=None, description="The day on which its statements were true.", examples=["2010-02-03"]
    )
    url: WebAddress | None = Field(default=None, description="Its address on the web.", examples=["https://a.org/b"])

    @property
    def citation(self) -> str:
        """Title, publication and issue on one line."""
        return citation_of(self.title, self.publication, self.issue)


class Cited(NamedTuple):
    """An article with the paragraphs of it that a question cites."""

    citation: str
    numbers: tuple[int, ...]


def citation_of(*parts: str) -> str:
    """Return title, publication and issue on one line, without empty ones."""
    return ", ".join(filter(None, parts))


def by_article(articles: Iterable[Article], numbers: Iterable[int]) -> list[Cited]:
    """Return the articles that have some paragraphs, each with the numbers of these."""
    found: dict[int, tuple[str, list[int]]] = {}
    known = list(articles)
    for number in numbers:
        article = max((each for each in known if each.first <= number), key=lambda each: each.first, default=known[0])
        found.setdefault(article.first, (article.citation, []))[1].append(number)
    return [Cited(citation, tuple(cited)) for _, (citation, cited) in sorted(found.items())]
