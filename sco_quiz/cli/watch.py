"""Run something again whenever a file of a bank is saved."""

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path

from sco_quiz.cli.output import print_text, print_verbatim
from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.packages import install_line
from sco_quiz.disk.reading import files_below, is_folder, is_inside
from sco_quiz.loading.files import SUFFIXES
from sco_quiz.loading.picture_types import MEDIA_TYPES
from sco_quiz.loading.pictures import MEDIA

_WATCHED = (*SUFFIXES, *MEDIA_TYPES)
CLEAR = "\x1b[2J\x1b[3J\x1b[H"  # the screen and what was scrolled off; then the cursor goes home


def repeat_on_save(paths: Iterable[Path], act: Callable[[], object]) -> None:
    """Act now and after each save in the folders of the paths, until Ctrl-C.

    Raises ScoQuizError if a folder or the package watchfiles is missing.
    """
    try:
        from watchfiles import Change, watch
    except ImportError as error:
        raise ScoQuizError(f"--watch needs the package watchfiles: {install_line('teach')}") from error

    def is_watched(change: Change, file: str) -> bool:
        return file.lower().endswith(_WATCHED)

    # Folders even for a single file: most editors replace a file instead of writing into it.
    folders = {path if is_folder(path) else path.parent for path in paths}
    missing = sorted(str(folder) for folder in folders if not is_folder(folder))
    if missing:
        raise ScoQuizError(f"no such folder to watch: {missing[0]}")
    with suppress(KeyboardInterrupt):
        seen = _stamps(folders)
        _act(act)
        # Stamps are compared each second, too: network drives report no changes.
        every_second = partial(watch, rust_timeout=1000, yield_on_timeout=True, raise_interrupt=True)
        with_pictures = (*folders, *(folder / MEDIA for folder in folders if is_folder(folder / MEDIA)))
        for _ in every_second(*with_pictures, watch_filter=is_watched, debounce=200, recursive=False):
            now = _stamps(folders)
            if now != seen:
                seen = now
                _act(act)


def _stamps(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return the modification time (ns) and size (bytes) of each YAML file and picture."""
    stamps = {}
    for folder in folders:
        with suppress(OSError):  # a folder can disappear briefly, for instance when git changes branches
            media = files_below(folder / MEDIA) if is_inside(folder / MEDIA, folder) else ()
            for path in chain(folder.iterdir(), media):
                if path.suffix.lower() not in _WATCHED:
                    continue
                with suppress(OSError):  # deleted since it was listed
                    status = path.stat()
                    stamps[path] = status.st_mtime_ns, status.st_size
    return stamps


def _act(act: Callable[[], object]) -> None:
    if sys.stdout.isatty():
        print_verbatim(CLEAR, nl=False)
    act()
    print_text(f"\nChecked at {datetime.now():%H:%M:%S}. Watching for changes; press Ctrl-C to stop.", err=True)
    sys.stdout.flush()  # a log file gets each report at once
