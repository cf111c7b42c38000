"""Options about the articles of a bank, and what their files contain."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.options import Command, Day

if TYPE_CHECKING:
    from sco_quiz.loading.writing.source_record import ArticleText


def _web_addresses(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return the addresses. Raises UsageError for one that a browser would not open."""
    from sco_quiz.core.reference import is_web_address

    for address in value:
        if not is_web_address(address):
            raise click.UsageError(f"`{address}` is not the address of a web page: it starts with https://", ctx)
    return value


def details_of_articles(command: Command) -> Command:
    """Add --date and --url, which may be given once for each article."""
    about_url = "The address of the article on the web; once for each article."
    about_date = "The day on which the article was true, once for each article; none for history."
    url = click.option("--url", "urls", multiple=True, callback=_web_addresses, help=about_url)
    return click.option("--date", "days", multiple=True, type=Day(), help=about_date)(url(command))


def read_articles(
    paths: Sequence[Path], title: str | None, days: Sequence[datetime], urls: Sequence[str]
) -> "list[ArticleText]":
    """Read articles; the title is that of the first one. Raises UsageError for days or addresses of some of them."""
    from sco_quiz.loading.writing.article import read_article
    from sco_quiz.loading.writing.source_record import ArticleText

    for name, given in (("--date", days), ("--url", urls)):
        if given and len(given) != len(paths):
            raise click.UsageError(f"give {name} once for each of the {len(paths)} articles, or not at all")
    read = [read_article(path, None if index else title) for index, path in enumerate(paths)]
    return [
        ArticleText(text, name, days[index].date() if days else None, urls[index] if urls else None)
        for index, (text, name, _) in enumerate(read)
    ]
