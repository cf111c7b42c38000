"""`sco-quiz export paper`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import FILE, bank_option, form_options
from sco_quiz.cli.values import TEXT

if TYPE_CHECKING:
    from sco_quiz.formats.package import Package
    from sco_quiz.formats.paper.settings import PaperSettings
    from sco_quiz.formats.paper.sheet import Sheet

_KINDS = ("pdf", "docx", "md")
_LABELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@click.command("paper", context_settings=HELP)
@bank_option
@click.option("-o", "--output", type=FILE, help="File to write. Default: <id of the bank>.pdf.")
@click.option("--format", "kind", type=click.Choice(_KINDS), help="Default: that of the name of the file, else pdf.")
@click.option(
    "--forms",
    type=click.IntRange(1, len(_LABELS)),
    help="Number of versions, called A, B, C … Default: 1, or as many as --form names.",
)
@click.option(
    "--form",
    "names",
    metavar="LETTERS",
    callback=lambda _ctx, _param, value: _letters(value),
    help="Write these versions only, such as B or A,C.",
)
@click.option("--key", is_flag=True, help="Write the answer key, too, into a file of its own.")
@click.option("--only-key", is_flag=True, help="Write the answer key alone.")
@click.option("--one-file", is_flag=True, help="Write all versions and the key into one file.")
@click.option("--answer-sheet", is_flag=True, help="Add a page for the answers, which is quick to mark.")
@click.option("--answers-apart", is_flag=True, help="Write these pages into a file of their own.")
@click.option("--large-print", "large", is_flag=True, help="Large type, for pupils with low vision.")
@click.option("--dyslexia", is_flag=True, help="Plain type with wide spacing, and no italics.")
@click.option("--tinted", is_flag=True, help="Cream paper.")
@click.option("--paper", "page", type=click.Choice(("a4", "letter")), default="a4", show_default=True)
@click.option(
    "--header", type=TEXT, metavar="FIELDS", help="Fields to fill in, separated by commas. Default: name, class, date."
)
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@form_options
def paper(bank: Path | None, output: Path | None, kind: str | None, dry_run: bool, **options: Any) -> None:
    """Write a test on paper, as a PDF file, a document of Word or Markdown.

    The questions are those of --blueprint, else of `exam:` in bank.yaml, else all that match. Versions have the same
    questions in other orders, unless the blueprint draws them for each pupil; --seed draws a version again.

    PDF and Word need two packages more: `pip install python-docx typst`.

    \b
    Examples:
      sco-quiz export paper --bank my-bank/ -n 10 --key
      sco-quiz export paper --bank my-bank/ --forms 3 --key --answer-sheet -o class-test.pdf
      sco-quiz export paper --bank my-bank/ --forms 3 --form B -o class-test.pdf
      sco-quiz export paper --bank my-bank/ --blueprint test-1.yaml -o class-test.docx
    """
    from sco_quiz.cli.exam_forms import forms_of
    from sco_quiz.cli.sound_bank import whole_bank
    from sco_quiz.formats.paper.sheet import sheet_of

    kind, settings = kind or _kind_of(output), _settings(options)
    loaded = whole_bank(bank)
    labels = _labels(options["forms"], options["names"])
    drawn = dict(zip(labels, forms_of(loaded, options, len(labels)), strict=True))
    wanted = options["names"] or labels
    sheets = [sheet_of(loaded, drawn[label], settings, label) for label in wanted]
    path = output or Path(f"{loaded.id}.{kind}")
    _write(_package(kind, sheets, settings, path.stem), path, dry_run)


def _letters(value: str | None) -> list[str]:
    """Return the letters of versions in `A,C` or `ac`, in their order. Raises BadParameter for anything else."""
    letters = sorted({*(value or "").upper()} - {*", "})
    if any(each not in _LABELS for each in letters) or (value is not None and not letters):
        raise click.BadParameter(f"expected letters of versions such as B or A,C, found {value!r}")
    return letters


def _labels(forms: int | None, names: Sequence[str]) -> Sequence[str]:
    """Return the labels of all versions that are drawn; a single one has none. Raises UsageError for a missing one."""
    # version A alone is that of two: a test without versions has its questions in another order
    count = forms or (max(2, _LABELS.index(names[-1]) + 1) if names else 1)
    labels = _LABELS[:count] if count > 1 else [""]
    if missing := [each for each in names if each not in labels]:
        raise click.UsageError(f"--forms {count} has no version {missing[0]}")
    return labels


def _kind_of(output: Path | None) -> str:
    """Return the format that the name of a file has. Raises UsageError for another one."""
    kind = output.suffix.lower().lstrip(".") if output else _KINDS[0]
    if kind not in _KINDS:
        raise click.UsageError(f"the name of {output} must end in .pdf, .docx or .md; or add --format")
    return kind


def _settings(options: Mapping[str, Any]) -> "PaperSettings":
    from sco_quiz.formats.paper.settings import PaperSettings

    if options["key"] and options["only_key"]:
        raise click.UsageError("use --key or --only-key, not both")
    if options["answers_apart"] and options["one_file"]:
        raise click.UsageError("use --answers-apart or --one-file, not both")
    header = options["header"]
    return PaperSettings(
        header=None if header is None else tuple(filter(None, map(str.strip, header.split(",")))),
        key="only" if options["only_key"] else "after" if options["key"] else "none",
        answer_sheet=options["answer_sheet"] or options["answers_apart"],
        **{name: options[name] for name in ("answers_apart", "page", "large", "dyslexia", "tinted", "one_file")},
    )


def _package(kind: str, sheets: "Sequence[Sheet]", settings: "PaperSettings", name: str) -> "Package":
    match kind:
        case "pdf":
            from sco_quiz.formats.paper.pdf import write_pdf as write
        case "docx":
            from sco_quiz.formats.paper.word import write_docx as write
        case _:
            from sco_quiz.formats.paper.markdown import write_markdown as write
    return write(sheets, settings, name)


def _write(package: "Package", path: Path, dry_run: bool) -> None:
    """Write one file as `path`, several beside it, and print their names."""
    from sco_quiz.app.result_file import write_package
    from sco_quiz.cli.format_export import loss_lines
    from sco_quiz.cli.output import print_text, print_wrapped

    for line in loss_lines(package.losses, dry_run):
        print_wrapped(line, err=True)

    if dry_run:
        names = [str(path)] if len(package.files) == 1 else [str(path.parent / name) for name in package.files]
        print_wrapped(f"Nothing was written. Without `--dry-run`: {', '.join(names)}")
        return
    for written in write_package(package, path if len(package.files) == 1 else path.parent):
        print_text(str(written))
