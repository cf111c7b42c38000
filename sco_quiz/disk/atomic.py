"""Write a file completely or not at all. The program writes all files of users through this module."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from sco_quiz.disk.exchange import exchange
from sco_quiz.disk.lock import hold, is_abandoned, locked
from sco_quiz.disk.os_errors import ChangedError, RefusedError
from sco_quiz.disk.target import NOT_REGULAR, file_of, stream_of


class Output:
    """The content that an output replaces: any of its own kind. `like` is how the output begins, if that is known."""

    def __init__(self, like: bytes = b"") -> None:
        self.like = like


Content = bytes | None
"""The content of a file; None if it does not exist."""
Seen = Content | Output
"""The content that a file must still have when it is replaced."""
OUTPUT: Final = Output()
_DRAFT = re.compile(r"\..+\.[0-9a-f]{16}\.sco-quiz\.part", re.DOTALL)
_cleaned: set[Path] = set()


def write(path: Path, data: bytes, *, seen: Seen = OUTPUT, inside: Path | None = None) -> None:
    """Write a file like `replacing`."""
    with replacing(path, seen=seen, inside=inside) as file:
        file.write(data)


def content_of(path: Path) -> Content:
    """Return the content of a file. Raises OSError if it exists and cannot be read, or is not a regular file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise RefusedError(NOT_REGULAR)
        return path.read_bytes()
    except FileNotFoundError:
        return None


@contextmanager
def replacing(path: Path, *, seen: Seen = OUTPUT, inside: Path | None = None) -> Iterator[BinaryIO]:
    """Open a new file that replaces `path` when the block ends; after an exception the old file is untouched.

    Missing folders are created, the mode is preserved, and a symbolic link stays one; with `inside`, it must not lead
    out of that folder. A pipe or device is written directly, except `inside` a folder. Raises OSError; ChangedError if
    the file is no longer as `seen`.
    """
    if inside is None and (stream := stream_of(path)):
        with stream:
            yield stream
        return
    target = file_of(path, inside)
    _refuse(target, seen)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft, file = _new_draft(target)
    try:
        with file:
            with suppress(FileNotFoundError):
                # before the first byte: what was private is never readable by others
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())  # else a power failure may leave the new name with nothing in it
            with locked(target.parent):
                file.close()  # Windows renames no open file
                _refuse(target, seen, draft)
                _put(draft, target, seen)
    finally:
        draft.unlink(missing_ok=True)
    _sync(target.parent)


def try_to_write(path: Path, like: bytes = b"") -> None:
    """Raise OSError if an output that begins like this could not be written; leave everything as it is."""
    if stream := stream_of(path):
        stream.close()
        return
    target = file_of(path)
    _refuse(target, Output(like))
    folder = next(parent for parent in target.parents if parent.exists())
    draft, file = _new_draft(folder / target.name)
    file.close()
    draft.unlink()


def _refuse(target: Path, seen: Seen, draft: Path | None = None) -> None:
    """Raise OSError if the file is not what may be replaced. An output is of the kind of its draft."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise RefusedError(NOT_REGULAR)
    os.close(os.open(target, os.O_WRONLY))  # renaming would replace a file that its owner has protected
    if not isinstance(seen, Output):
        return
    from sco_quiz.disk.content_kind import kind_of, kind_of_file

    new = kind_of(seen.like) if seen.like else kind_of_file(draft) if draft else None
    old = kind_of_file(target)
    if old and (refusal := old.refusal(new)):
        raise RefusedError(refusal)


def _new_draft(target: Path) -> tuple[Path, BinaryIO]:
    """Create a file beside another one; remove those that killed programs left there."""
    from secrets import token_hex  # slow to import, and a quiz writes no file

    # in the same folder, since a rename is atomic only within one file system; cut, since names have a maximum length
    draft = target.with_name(f".{target.name[:40]}.{token_hex(8)}.sco-quiz.part")
    with locked(target.parent):
        if target.parent not in _cleaned:  # once: many pictures may be written into one folder
            _clean(target.parent)
            _cleaned.add(target.parent)
        file = draft.open("xb")  # exclusive: never through a link that someone else has put there
        hold(file.fileno())
    return draft, file


def _clean(folder: Path) -> None:
    with suppress(OSError), os.scandir(folder) as entries:
        for name in [entry.name for entry in entries if _DRAFT.fullmatch(entry.name)]:
            with suppress(OSError):
                if is_abandoned(folder / name):
                    (folder / name).unlink()


def _put(draft: Path, target: Path, seen: Seen) -> None:
    """Give the draft the name of the file, if that is still as it was seen; raise ChangedError if not."""
    if isinstance(seen, Output):
        os.replace(draft, target)
    elif seen is None:
        _create(draft, target)
    elif not target.is_file() or target.read_bytes() != seen:
        raise ChangedError
    else:
        _exchange(draft, target, seen)


def _exchange(draft: Path, target: Path, seen: bytes) -> None:
    """Replace a file that was just checked; editors take no lock, and may have saved it since."""
    if not exchange(draft, target):
        os.replace(draft, target)
    elif draft.read_bytes() != seen:
        exchange(draft, target)  # what the editor saved stays
        raise ChangedError


def _create(draft: Path, target: Path) -> None:
    try:
        os.link(draft, target)
    except FileExistsError:
        raise ChangedError from None
    except OSError:  # a file system without links
        if target.exists():
            raise ChangedError from None
        os.replace(draft, target)


def _sync(folder: Path) -> None:
    """Write a folder to the disk, so that the new name survives a power failure."""
    with suppress(OSError):  # not on Windows, and not on every network drive
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
