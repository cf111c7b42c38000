"""Doing something again whenever a file of a bank is saved."""

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.loading.files import SUFFIXES

CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def repeat_on_save(paths: Iterable[Path], act: Callable[[], object]) -> None:
    """Act now and after each save below the paths, until Ctrl-C; the screen is cleared only on a terminal.

    Raises ScoQuizError when the package for watching is missing. Editors replace a file as often as they write
    into it, so folders are watched even where one file is meant. Every second the files are looked at, too: a save
    while the watch begins, or on a drive that tells of none, is seen a little later.
    """
    try:
        from watchfiles import Change, watch
    except ImportError as error:
        raise ScoQuizError("--watch needs the package watchfiles: pip install 'sco-quiz[teach]'") from error

    def is_question_file(change: Change, file: str) -> bool:
        return file.endswith(SUFFIXES)

    folders = {path if path.is_dir() else path.parent for path in paths}
    missing = sorted(str(folder) for folder in folders if not folder.is_dir())
    if missing:
        raise ScoQuizError(f"there is no folder {missing[0]} to watch")
    with suppress(KeyboardInterrupt):
        seen = _stamps(folders)
        _act(act)
        for _ in watch(
            *folders, watch_filter=is_question_file, raise_interrupt=True, debounce=200,
            rust_timeout=1000, yield_on_timeout=True, recursive=False,
        ):  # fmt: skip
            now = _stamps(folders)
            if now != seen:
                seen = now
                _act(act)


def _stamps(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """When each file of questions was last changed (ns), and its size in bytes; what was just removed has none."""
    stamps = {}
    for folder in folders:
        with suppress(OSError):
            for path in (path for path in folder.iterdir() if path.suffix in SUFFIXES):
                with suppress(OSError):
                    status = path.stat()
                    stamps[path] = status.st_mtime_ns, status.st_size
    return stamps


def _act(act: Callable[[], object]) -> None:
    if sys.stdout.isatty():
        click.echo(CLEAR, nl=False)
    act()
    click.echo(f"\nChecked at {datetime.now():%H:%M:%S}. Watching for changes; Ctrl-C ends.", err=True)
    sys.stdout.flush()
