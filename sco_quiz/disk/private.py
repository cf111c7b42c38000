"""Files of the program that nobody else may change: what it keeps to start faster."""

import os
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path


def read_private(path: Path, most: int) -> bytes | None:
    """Return the content of a file; None unless it is a regular file of this user that only this user can write.

    Neither a link nor a file of more than `most` bytes is read. It then counts as used now.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or found.st_size > most or not _is_own(found):
                return None
            data = file.read(found.st_size + 1)  # room for `most` is not there on a small computer
        os.utime(path)
    except OSError:
        return None
    return data if len(data) == found.st_size else None


if sys.platform == "win32":

    def _is_own(found: os.stat_result) -> bool:
        """Whether a file belongs to this user: Windows protects the folders of users."""
        return True

else:

    def _is_own(found: os.stat_result) -> bool:
        """Whether a file belongs to this user, and nobody else can write it."""
        return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def write_private(path: Path, data: bytes) -> bool:
    """Write a file that only this user can read, in a folder that only this user can open; return whether it worked.

    An existing folder is used only if it belongs to this user and nobody else can write in it.
    """
    new = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    draft = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(path.parent.lstat()):
            return False
        # it need not survive a power failure, since a damaged one is noticed
        with open(os.open(draft, new, 0o600), "wb") as file:
            file.write(data)
        os.replace(draft, path)
    except OSError:
        _remove(draft)
        return False
    return True


def size_of(folder: Path) -> int:
    """Return how many bytes the files in a folder have; 0 if it cannot be read."""
    try:
        return sum(entry.stat(follow_symlinks=False).st_size for entry in os.scandir(folder))
    except OSError:
        return 0


def keep_newest(folder: Path, names: re.Pattern[str], most_files: int, most_bytes: int) -> None:
    """Delete the files with such names that were not used for longest, beyond these numbers; all others stay."""
    try:
        listed = [(entry.stat(follow_symlinks=False), Path(entry)) for entry in os.scandir(folder)]
    except OSError:
        return
    own = [(found.st_mtime, found.st_size, path) for found, path in listed if names.fullmatch(path.name)]
    size = 0
    for number, (_, length, path) in enumerate(sorted(own, reverse=True)):
        size += length
        if number >= most_files or size > most_bytes:
            _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
