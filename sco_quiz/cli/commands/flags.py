"""`sco-quiz flags`."""

from pathlib import Path

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option
from sco_quiz.cli.output import print_text
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.core.plural import counted


@click.command(context_settings=HELP)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array instead.")
@click.option("--clear", is_flag=True, help="Delete the flags after listing them.")
@progress_option
@bank_option
def command(as_json: bool, clear: bool, progress: Path | None, bank: Path | None) -> None:
    """List the questions you flagged, with your notes, for a teacher.

    In a quiz or review, the key f flags a question.

    \b
    Examples:
      sco-quiz flags
      sco-quiz flags --json > flags.json
    """
    import json
    from datetime import datetime

    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.cli.sound_bank import sound_bank
    from sco_quiz.history.flags import clear_flags, flags

    loaded = sound_bank(bank)
    database = open_progress(progress, "write" if clear else "read").database
    found = flags(database, loaded.id)
    # A question that was deleted since is shown by its first id.
    rows = [
        {
            "question": loaded.by_first_id[flag.question].id if flag.question in loaded.by_first_id else flag.question,
            "at": datetime.fromtimestamp(flag.at / 1000).astimezone().isoformat(timespec="seconds"),
            "note": flag.note,
        }
        for flag in found
    ]
    if as_json:
        print_text(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print_text(f"{row['question']}  {row['at'][:10]}\n  {row['note']}")
        print_text(f"{counted(len(rows), 'flag')} in {loaded.title}.")
    if clear:  # last, so that no flag is lost when printing fails
        clear_flags(database, loaded.id)
