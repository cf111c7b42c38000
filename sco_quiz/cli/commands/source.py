"""`sco-quiz source`."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.articles import details_of_articles, read_articles
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option, one_bank
from sco_quiz.cli.output import print_text, print_wrapped
from sco_quiz.cli.values import TEXT
from sco_quiz.core.plural import counted
from sco_quiz.disk.reading import is_file, is_folder, is_present

if TYPE_CHECKING:
    from sco_quiz.core.source import Source


@click.group(context_settings=HELP)
def command() -> None:
    """Create the record of an article, which questions cite, and list what no question asks yet."""


@command.command("add", context_settings=HELP)
@click.argument("articles", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--bank",
    type=click.Path(file_okay=False, path_type=Path),
    multiple=True,
    callback=one_bank,
    help="Folder of the bank. Default: the current folder.",
)
@click.option("--title", type=TEXT, help="Title of the first article. Default: its first paragraph.")
@details_of_articles
@click.option("--replace", is_flag=True, help="Recreate an existing record; summaries, facts and date stay.")
def add(
    articles: tuple[Path, ...],
    bank: Path | None,
    title: str | None,
    days: tuple[datetime, ...],
    urls: tuple[str, ...],
    replace: bool,
) -> None:
    """Write source.yaml and summaries.yaml for ARTICLES, text files with blank lines between paragraphs.

    The record has hashes of the words, not the text. Paragraphs of several articles are numbered on from one to the
    next. --replace saves the previous record as source.yaml.before; to add an article, name all of them.

    \b
    Examples:
      sco-quiz source add article.txt --date 2010-02-03
      sco-quiz source add article.txt --bank my-bank/ --replace
      sco-quiz source add article.txt inquiry.txt --bank my-bank/ --replace
    """
    from sco_quiz.core.errors import BankError
    from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE
    from sco_quiz.loading.load import read_source
    from sco_quiz.loading.writing.source_record import make_record

    # Without --bank, a record could end up in any folder where the command happens to run.
    if bank is None and not is_file(Path(BANK_FILE)):
        raise BankError(f"no {BANK_FILE} here; name the folder of the bank: `--bank my-bank`")
    folder = bank or Path()
    target = folder / SOURCE_FILE
    if is_present(target) and not replace:
        raise BankError(f"{target} exists; use --replace to recreate it")
    former = read_source(folder)  # before it is replaced: its summaries and its title go into the new record
    texts = read_articles(articles, title or (former.title if former else None), days, urls)
    if former and not days:
        texts[0] = texts[0]._replace(day=former.date)
    record = make_record(texts, former)
    _write_record(folder, record, former)
    missing = sum(not paragraph.summary for paragraph in record.paragraphs)
    todo = f"Add a summary to {'each' if missing == len(record.paragraphs) else missing}, in your own words."
    count = counted(len(record.paragraphs), "paragraph")
    print_text(f"{target}: {count}. {todo if missing else 'Each has a summary.'}")


def _write_record(folder: Path, record: "Source", former: "Source | None") -> None:
    """Write the record; save the files that it replaces, and report what changes."""
    from sco_quiz.loading.files import SOURCE_FILE, summaries_path, write_texts
    from sco_quiz.loading.writing.json_schema import FOLDER, first_line
    from sco_quiz.loading.writing.new_bank import record_files
    from sco_quiz.loading.writing.source_record import changes, render_source

    schema = is_folder(folder / FOLDER)
    files = record_files(record, schema)
    # the summaries of an older record stay where their author has them
    if former and not summaries_path(folder):
        files = {SOURCE_FILE: render_source(record, first_line("source") if schema else "")}
    saved = write_texts(files, folder, copies=True)
    for path in saved:
        print_text(f"{path}: the previous record, with your comments")
    for change in changes(former, record) if former and saved else ():
        print_text(change)


@command.command("coverage", context_settings=HELP)
@click.argument("articles", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array instead, with what is asked, too.")
@bank_option
def coverage_command(articles: tuple[Path, ...], as_json: bool, bank: Path | None) -> None:
    """List the numbers, dates and names of ARTICLES that no active question asks, paragraph by paragraph.

    Something is asked if it is in a prompt or in a right answer; it is only shown if it is in a wrong option, a note,
    a hint, an explanation or a setting. A name or date counts wherever it is used, a number only in questions that
    cite its paragraph. Headings and archive data are skipped.

    \b
    Examples:
      sco-quiz source coverage article.txt --bank my-bank/
    """
    from sco_quiz.core.errors import BankError
    from sco_quiz.formats.reports.coverage_json import render_coverage as render_json
    from sco_quiz.lint.coverage import coverage
    from sco_quiz.loading.load import load_bank
    from sco_quiz.loading.writing.article import read_article_of
    from sco_quiz.terminal.coverage_view import render_coverage

    loaded = load_bank(bank)
    if loaded.source is None:
        raise BankError("the bank has no source record; `sco-quiz source add` creates it")
    found = coverage(loaded, read_article_of(loaded.source, articles))
    if as_json:
        print_text(render_json(found))
    else:
        print_wrapped(render_coverage(found), nl=False)
