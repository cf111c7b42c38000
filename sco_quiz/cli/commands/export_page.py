"""`sco-quiz export page` and `sco-quiz export scorm`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import FILE, bank_option, form_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sco_quiz.core.bank import Bank
    from sco_quiz.core.exam_form import ExamForm

FORMS = 30
"""Forms of a test that is drawn for each pupil; the seed of a pupil chooses one."""

_no_key = click.option("--no-key", is_flag=True, help="Leave all answers out of the test: you judge, not the page.")
_answers = click.option(
    "--answers",
    type=click.Choice(("after", "never")),
    default="after",
    show_default=True,
    help="When a test shows the right answers.",
)
_dry_run = click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")


@click.command("page", context_settings=HELP)
@bank_option
@click.option("-o", "--output", type=FILE, help="File to write. Default: <id of the bank>.html.")
@click.option("--test", is_flag=True, help="A test in one go, without feedback before its end. Default: practice.")
@_no_key
@_answers
@click.option("--inline", is_flag=True, help="Write a part of a page, to paste into a page of your own.")
@_dry_run
@form_options
def page(
    bank: Path | None,
    output: Path | None,
    test: bool,
    no_key: bool,
    answers: str,
    inline: bool,
    dry_run: bool,
    **options: Any,
) -> None:
    """Write a page for the class, as one HTML file.

    It needs no installation, no server and no network. Pupils practice on it, with hints and feedback; the page repeats
    what they miss, and spaces questions as `review` does. With --test they take a test and hand in a result file, which
    `sco-quiz class results` reads.

    The questions are all that match. A test has those of --blueprint, else of `exam:` in bank.yaml.

    \b
    Examples:
      sco-quiz export page --bank my-bank/
      sco-quiz export page --bank my-bank/ --test -n 10
      sco-quiz export page --bank my-bank/ --test --no-key --blueprint test-1.yaml -o test-1.html
    """
    from sco_quiz.formats.page.settings import PageSettings
    from sco_quiz.formats.page.writer import page_html

    if not test and (no_key or answers == "never"):
        raise click.UsageError("use --no-key and --answers with --test: practice shows the answers")
    settings = PageSettings("test" if test else "practice", not no_key, answers == "after", inline)
    loaded, forms = _drawn(bank, options, test)
    _write(
        output or Path(f"{loaded.id}.html"),
        page_html(loaded, forms, settings).encode(),
        forms,
        _how_to_give(settings.inline, test, no_key),
        dry_run,
    )


@click.command("scorm", context_settings=HELP)
@bank_option
@click.option("-o", "--output", type=FILE, help="File to write. Default: <id of the bank>-scorm.zip.")
@_no_key
@_answers
@_dry_run
@form_options
def scorm(bank: Path | None, output: Path | None, no_key: bool, answers: str, dry_run: bool, **options: Any) -> None:
    """Write a test as a SCORM 1.2 package.

    Moodle and most other platforms put its score into their gradebook. It is the page of `sco-quiz export page --test`,
    which also reports answers, score and time to the platform.

    For practice, add the page of `sco-quiz export page` to your course as a file: practice has no score to report.

    \b
    Examples:
      sco-quiz export scorm --bank my-bank/ -n 10
      sco-quiz export scorm --bank my-bank/ --blueprint test-1.yaml -o test-1.zip
    """
    from sco_quiz.formats.page.settings import PageSettings
    from sco_quiz.formats.scorm.writer import scorm_package

    loaded, forms = _drawn(bank, options, test=True)
    package = scorm_package(loaded, forms, PageSettings("test", not no_key, answers == "after"))
    told = "Upload it as a SCORM package; its score goes from 0 to 100."
    if no_key:
        told = "Upload it as a SCORM package. It reports answers without a score: you judge them."
    _write(output or Path(f"{loaded.id}-scorm.zip"), package, forms, told, dry_run)


def _drawn(bank: Path | None, options: dict[str, Any], test: bool) -> "tuple[Bank, Sequence[ExamForm]]":
    """Return the bank and the forms of a page. Raises SelectionError or BankError."""
    from sco_quiz.cli.exam_forms import forms_of, selects
    from sco_quiz.cli.sound_bank import whole_bank

    loaded = whole_bank(bank)
    if not (test or options["blueprint"] or selects(options)):
        options = options | {"everything": True}  # `exam:` is for tests
    return loaded, forms_of(loaded, options, each=FORMS)


def _write(path: Path, data: bytes, forms: "Sequence[ExamForm]", told: str, dry_run: bool) -> None:
    """Write a page or package, and print what it has and what to do with it."""
    from sco_quiz.app.result_file import write_bytes
    from sco_quiz.cli.output import print_text, print_wrapped
    from sco_quiz.core.plural import counted

    questions = counted(len(forms[0].items), "question")
    what = f"{questions} in each of {len(forms)} forms" if len(forms) > 1 else questions
    size = f"{what}, {len(data) / 1000:,.0f} kB"
    if dry_run:
        print_wrapped(f"Nothing was written. Without `--dry-run`: {path} ({size})")
        return
    print_text(f"{write_bytes(path, data)}: {size}.")
    print_wrapped(told)


def _how_to_give(inline: bool, test: bool, no_key: bool) -> str:
    """Return how a page comes to the class, and how its results come back."""
    if inline:
        given = "Paste it into the HTML of your page, which must allow scripts and styles within it."
    else:
        given = "Give it to your class as a file, or put it on any web site: it needs no installation and no network."
    if not test:
        return given
    hidden = "" if no_key else " Its source contains the answers; with `--no-key` it does not."
    return f"{given}{hidden} `sco-quiz class results FOLDER` reads the result files that pupils hand in."
