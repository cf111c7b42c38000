"""`sco-quiz doctor`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.app.shell import in_this_shell
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option
from sco_quiz.cli.output import print_text, print_wrapped
from sco_quiz.cli.progress_file import progress_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sco_quiz.app.diagnostics import Diagnosis


@click.command(context_settings=HELP)
@click.option("--repair", is_flag=True, help="Repair the progress file.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array instead.")
@progress_option
@bank_option
@click.pass_context
def command(ctx: click.Context, /, repair: bool, as_json: bool, progress: Path | None, bank: Path | None) -> None:
    """Print facts that help to find a fault: versions, paths, the terminal, and the state of the progress file.

    --repair sets a damaged progress file aside and recovers what can be read, reschedules questions whose schedule
    does not match their answers, and frees unused space. Exit code 1 if something is wrong.

    \b
    Examples:
      sco-quiz doctor
      sco-quiz doctor --repair
    """
    import json
    from dataclasses import asdict

    from sco_quiz.app.progress_file import progress_path

    path = progress_path(progress)
    if repair:
        _repair(path, as_json)
    found = []
    for diagnosis in _diagnose(bank, path):
        found.append(diagnosis)
        if not as_json:  # at once: checking a large progress file takes a while
            print_text(f"{diagnosis.state:>7}  {diagnosis.what}: {in_this_shell(diagnosis.words)}")
    if as_json:
        print_text(json.dumps([asdict(diagnosis) for diagnosis in found], ensure_ascii=False, indent=2))
    ctx.exit(int(any(diagnosis.state == "wrong" for diagnosis in found)))


def _repair(path: Path, as_json: bool) -> None:
    from sco_quiz.app.diagnostics import repair_all
    from sco_quiz.cli.progress_bar import progress_bar

    with progress_bar("Scheduling") as on_progress:
        repair_all(path, lambda text: print_wrapped(text, err=as_json), on_progress)


def _diagnose(bank: Path | None, path: Path) -> "Iterator[Diagnosis]":
    from functools import partial

    from sco_quiz.app.cache_folder import words_of_cache
    from sco_quiz.app.diagnostics import Diagnosis, diagnose_bank, diagnose_progress, diagnose_versions

    yield from diagnose_versions()
    yield from _diagnose_terminal()
    yield diagnose_bank(bank)
    yield Diagnosis("ok", "cache", words_of_cache())
    yield from diagnose_progress(path, partial(print_wrapped, err=True))


def _diagnose_terminal() -> "Iterator[Diagnosis]":
    import locale
    import os
    import shutil
    import sys

    from sco_quiz.app.diagnostics import Diagnosis
    from sco_quiz.cli.display import draws
    from sco_quiz.cli.options import PLAIN_VARIABLE
    from sco_quiz.cli.progress_file import PROGRESS_VARIABLE
    from sco_quiz.core.constants import BANK_VARIABLE

    size = shutil.get_terminal_size()
    manner = "panels and single keys" if draws() and sys.stdin.isatty() else "plain lines"
    names = ("TERM", "COLORTERM", "NO_COLOR", PLAIN_VARIABLE, PROGRESS_VARIABLE, BANK_VARIABLE)
    found = ", ".join(f"{name}={os.environ[name]}" for name in names if name in os.environ)
    yield Diagnosis("ok", "terminal", f"{size.columns} by {size.lines}, {manner}; {found or 'no variables set'}")
    encoding = sys.stdout.encoding
    able = encoding.casefold().replace("-", "") in ("utf8", "utf16", "utf32")
    words = f"{encoding}, locale {locale.getlocale()[0]}" + ("" if able else "; some characters become `?`")
    yield Diagnosis("ok" if able else "warning", "encoding", words)
