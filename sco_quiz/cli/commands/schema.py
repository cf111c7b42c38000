"""`sco-quiz schema`."""

from pathlib import Path

import click

from sco_quiz.cli.options import HELP
from sco_quiz.cli.output import print_text


@click.command(context_settings=HELP)
@click.argument("bank", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(bank: Path) -> None:
    """Write the JSON Schemas of this version into BANK/schema, so that editors complete and validate fields.

    Editors find them by the first line of a file, such as `# yaml-language-server: $schema=schema/questions.json`.

    \b
    Examples:
      sco-quiz schema my-bank/
    """
    from sco_quiz.loading.files import write_text
    from sco_quiz.loading.writing.json_schema import FOLDER, SCHEMAS, first_line, render_schema

    folder = bank / FOLDER
    for kind in SCHEMAS:
        print_text(f"{write_text(folder / f'{kind}.json', render_schema(kind))}: {first_line(kind)}")
