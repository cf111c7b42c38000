"""`sco-quiz source`."""

from datetime import datetime
from pathlib import Path

import click

from sco_quiz.cli.options import HELP, Day
from sco_quiz.cli.telling import tell


@click.group(context_settings=HELP)
def command() -> None:
    """Make the record of an article, so that questions can be traced to its paragraphs."""


@command.command("add", context_settings=HELP)
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--bank",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    show_default=True,
    help="Folder of the bank.",
)
@click.option("--title", help="Title of the article. Default: its first paragraph.")
@click.option("--date", "day", type=Day(), required=True, help="The day for which it speaks.")
@click.option("--replace", is_flag=True, help="Make an existing record anew; notes on unchanged paragraphs are kept.")
def add(article: Path, bank: Path, title: str | None, day: datetime, replace: bool) -> None:
    """Write source.yaml for ARTICLE, a text file whose paragraphs are set apart by blank lines.

    The record holds hashes of the article's words, not its text.

    \b
    Examples:
      sco-quiz source add article.txt --date 2010-02-03
      sco-quiz source add article.txt --date 2010-02-03 --bank my-bank/ --replace
    """
    from sco_quiz.core.errors import BankError
    from sco_quiz.loading.article import read_article
    from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE, write_text
    from sco_quiz.loading.load import read_source
    from sco_quiz.loading.record import make_source, render_source
    from sco_quiz.loading.schema import FOLDER, first_line

    target = bank / SOURCE_FILE
    if bank == Path(".") and not (bank / BANK_FILE).is_file():
        raise BankError(f"there is no {BANK_FILE} here; name the folder of the bank: `--bank my-bank`")
    if target.exists() and not replace:
        raise BankError(f"{target} exists; give --replace to make it anew")
    former = read_source(bank)
    text, title, _ = read_article(article, title or (former.title if former else None))
    record = make_source(text, title, day.date(), former)
    write_text(target, render_source(record, first_line("source") if (bank / FOLDER).is_dir() else ""))
    tell(f"{target}: {len(record.paragraphs)} paragraphs. Add a summary to each, in your own words.")
