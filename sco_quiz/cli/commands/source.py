"""`sco-quiz source`."""

from datetime import datetime
from pathlib import Path

import click

from sco_quiz.cli.options import HELP, Day, bank_option, one_bank
from sco_quiz.cli.output import print_text, print_wrapped
from sco_quiz.core.plural import counted


@click.group(context_settings=HELP)
def command() -> None:
    """Create the record of an article, which questions cite, and list what no question asks yet."""


@command.command("add", context_settings=HELP)
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--bank",
    type=click.Path(file_okay=False, path_type=Path),
    multiple=True,
    callback=one_bank,
    help="Folder of the bank. Default: the current folder.",
)
@click.option("--title", help="Title of the article. Default: its first paragraph.")
@click.option("--date", "day", type=Day(), help="The day on which the article was true; none for history.")
@click.option("--replace", is_flag=True, help="Recreate an existing record; summaries, facts and date stay.")
def add(article: Path, bank: Path | None, title: str | None, day: datetime | None, replace: bool) -> None:
    """Write source.yaml for ARTICLE, a text file with blank lines between paragraphs.

    The record has hashes of the article's words, not its text. --replace saves the previous record as
    source.yaml.before.

    \b
    Examples:
      sco-quiz source add article.txt --date 2010-02-03
      sco-quiz source add article.txt --bank my-bank/ --replace
    """
    from sco_quiz.core.errors import BankError
    from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE, save_previous, write_text
    from sco_quiz.loading.load import read_source
    from sco_quiz.loading.writing.article import read_article
    from sco_quiz.loading.writing.json_schema import FOLDER, first_line
    from sco_quiz.loading.writing.source_record import changes, make_source, render_source

    # Without --bank, a record could end up in any folder where the command happens to run.
    if bank is None and not Path(BANK_FILE).is_file():
        raise BankError(f"no {BANK_FILE} here; name the folder of the bank: `--bank my-bank`")
    bank = bank or Path()
    target = bank / SOURCE_FILE
    if target.exists() and not replace:
        raise BankError(f"{target} exists; use --replace to recreate it")
    former = read_source(bank)  # before it is replaced: its summaries and its title go into the new record
    text, title, _ = read_article(article, title or (former.title if former else None))
    former_day = former.date if former else None
    record = make_source(text, title, day.date() if day else former_day, former)
    after = render_source(record, first_line("source") if (bank / FOLDER).is_dir() else "")
    if (kept := save_previous(target, after)) and former:
        print_text(f"{kept}: the previous record, with your comments")
        for change in changes(former, record):
            print_text(change)
    write_text(target, after)
    missing = sum(not paragraph.summary for paragraph in record.paragraphs)
    todo = f"Add a summary to {'each' if missing == len(record.paragraphs) else missing}, in your own words."
    count = counted(len(record.paragraphs), "paragraph")
    print_text(f"{target}: {count}. {todo if missing else 'Each has a summary.'}")


@command.command("coverage", context_settings=HELP)
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array instead, with what is asked, too.")
@bank_option
def coverage_command(article: Path, as_json: bool, bank: Path | None) -> None:
    """List the numbers, dates and names of ARTICLE that no active question asks, paragraph by paragraph.

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
    found = coverage(loaded, read_article_of(loaded.source, article))
    if as_json:
        print_text(render_json(found))
    else:
        print_wrapped(render_coverage(found), nl=False)
