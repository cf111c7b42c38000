"""`sco-quiz init`."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.app.shell import quoted
from sco_quiz.cli.articles import details_of_articles, read_articles
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.output import print_text, print_wrapped
from sco_quiz.cli.values import TEXT
from sco_quiz.core.plural import counted
from sco_quiz.disk.reading import is_present

if TYPE_CHECKING:
    from sco_quiz.loading.writing.source_record import ArticleText

PREVIEW_WIDTH = 60
"""How many characters of each paragraph are printed, so that a teacher recognizes it. None is written to a file."""

RANDOM_BYTES = 3
"""How many random bytes tell the ids of banks with one title apart: enough for all banks of such a title."""


def _valid_id(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    from sco_quiz.core.kinds.field_types import MAX_SLUG, NOT_AN_ID, is_id

    if value is not None and not is_id(value):
        raise click.BadParameter(NOT_AN_ID.format(value=value, limit=MAX_SLUG))
    return value


@click.command(context_settings=HELP)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--article",
    "articles",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The article as a text file, with blank lines between paragraphs; repeatable.",
)
@details_of_articles
@click.option(
    "--title", type=TEXT, help="Title of the bank. Default: the first paragraph of the article, or the folder's name."
)
@click.option("--id", "bank_id", callback=_valid_id, help="Permanent id. Default: the title and a random part.")
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path,
    articles: tuple[Path, ...],
    days: tuple[datetime, ...],
    urls: tuple[str, ...],
    title: str | None,
    bank_id: str | None,
) -> None:
    """Start a bank in FOLDER, which must be new or empty.

    The bank gets a record of the article (hashes of its words, not its text), a file for summaries, a first topic with
    an example of each kind of question to replace, schemas and settings for editors, and a workflow that checks the
    bank on every change.
    Without an article, it has no record, and its questions cite no paragraphs; `source add` creates the record later.
    Paragraphs of several articles are numbered on from one to the next.

    Anki and progress identify the bank by its id: two banks with one id would overwrite each other's cards.

    \b
    Examples:
      sco-quiz init my-bank --article article.txt --date 2026-01-31
      sco-quiz init my-bank --article the-fall-of-the-bridge.txt
      sco-quiz init my-bank --article fall.txt --article inquiry.txt
      sco-quiz init my-bank --title "Sums"      without an article
    """
    if (days or urls) and not articles:
        raise click.UsageError(f"use {'--date' if days else '--url'} only with --article", ctx)
    from secrets import token_hex

    from sco_quiz.core.errors import BankError
    from sco_quiz.core.kinds.field_types import text_or
    from sco_quiz.loading.files import read_starter, write_texts
    from sco_quiz.loading.writing.new_bank import new_bank_id, starter_files

    texts = read_articles(articles, title, days, urls)
    title = texts[0].title if texts else title or text_or(folder.absolute().name, "unnamed")
    # Even hidden files count: a bank must not be mixed into something else.
    if is_present(folder) and (found := sorted(path.name for path in folder.iterdir())):
        raise BankError(f"{folder} is not empty: it has {', '.join(found[:5])}{' …' if len(found) > 5 else ''}")
    bank_id = bank_id or new_bank_id(title, token_hex(RANDOM_BYTES))
    files = starter_files(bank_id, title, texts, read_starter())
    write_texts(files, folder)
    for name in files:
        print_text(str(folder / name))
    _print_next(folder, texts)


def _print_next(folder: Path, articles: "list[ArticleText]") -> None:
    """Print the numbered paragraphs, by which summaries are written, and what to do next."""
    from sco_quiz.core.shorten import shorten
    from sco_quiz.core.source import split_paragraphs
    from sco_quiz.loading.files import SUMMARIES_FILE

    print_text("")
    paragraphs = [paragraph for each in articles for paragraph in split_paragraphs(each.text)]
    for number, paragraph in enumerate(paragraphs, start=1):
        print_text(f"  {number:>3} {shorten(paragraph, PREVIEW_WIDTH)}")
    summaries = f"write a summary of each into {folder / SUMMARIES_FILE}, then "
    first = f"\n{counted(len(paragraphs), 'paragraph')}. Next: {summaries}" if articles else "Next: "
    print_wrapped(
        f"{first}replace the questions in {folder / 'first-topic.yaml'}. "
        f"`sco-quiz quiz --bank {quoted(folder)}` asks them."
    )
