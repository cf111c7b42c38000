"""`sco-quiz schema`."""

from pathlib import Path

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.output import print_text

RESULT = "result"


@click.command(context_settings=HELP)
@click.argument("bank", default=".", metavar="[BANK|result]")
def command(bank: str) -> None:
    """Write the JSON Schemas of this version into BANK/schema, so that editors complete and validate fields.

    Editors find them by the first line of a file, such as `# yaml-language-server: $schema=schema/questions.json`.
    `result` prints the schema of result files instead; a bank in a folder of that name is `./result`.

    \b
    Examples:
      sco-quiz schema my-bank/
      sco-quiz schema result
    """
    if bank == RESULT:
        _print_result_schema()
    else:
        _write_schemas(click.Path(exists=True, file_okay=False, path_type=Path).convert(bank, None, None))


def _print_result_schema() -> None:
    import json

    from sco_quiz.core.result_file import result_schema

    print_text(json.dumps(result_schema(), ensure_ascii=False, indent=2))


def _write_schemas(bank: Path) -> None:
    from sco_quiz.loading.files import write_text
    from sco_quiz.loading.writing.json_schema import FOLDER, SCHEMAS, first_line, render_schema

    folder = bank / FOLDER
    for kind in SCHEMAS:
        print_text(f"{write_text(folder / f'{kind}.json', render_schema(kind), bank)}: {first_line(kind)}")
