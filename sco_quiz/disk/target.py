"""Where a path that users name leads to: a file to replace, or a stream to write into."""

import errno
import os
import re
import stat
import sys
from io import BufferedWriter, FileIO, UnsupportedOperation
from pathlib import Path
from typing import BinaryIO, NoReturn

from sco_quiz.disk.os_errors import RefusedError

NOT_REGULAR = "it is not a regular file"
_DESCRIPTOR = re.compile(r"/dev/(?:fd/(\d+)|std(out|err))|/proc/self/fd/(\d+)")


class _Stream(BufferedWriter):
    """A file that is only written from its first byte to its last: devices say that they have a position, and lie."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> NoReturn:
        raise UnsupportedOperation

    def seek(self, offset: int, whence: int = 0, /) -> NoReturn:
        raise UnsupportedOperation


def stream_of(path: Path) -> BinaryIO | None:
    """Return an open pipe, terminal or other device; None for a path that is, or may become, a regular file.

    Raises OSError for a folder, a disk, a pipe that no program reads, and a link that leads to itself.
    """
    if found := _DESCRIPTOR.fullmatch(str(path)):
        number = found[1] or found[3] or {"out": 1, "err": 2}[found[2]]
        # a copy of it, which continues where the shell has opened a file; opening the name would overwrite that file
        return _Stream(FileIO(os.dup(int(number)), "wb"))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not (stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)):
        raise RefusedError(NOT_REGULAR)
    return _opened(path)


if sys.platform == "win32":

    def _opened(path: Path) -> BinaryIO:
        return path.open("wb")  # devices there, such as NUL, wait for nobody

else:

    def _opened(path: Path) -> BinaryIO:
        try:
            # without O_NONBLOCK, opening waits for a reader, perhaps without end
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError as error:
            if error.errno == errno.ENXIO:
                raise RefusedError("no program reads from this pipe or device") from error
            raise
        os.set_blocking(descriptor, True)
        return _Stream(FileIO(descriptor, "wb"))


def file_of(path: Path, inside: Path | None = None) -> Path:
    """Return the file that a path leads to, through links. Raises OSError if it is not a place for a regular file.

    With `inside`, links must not lead out of that folder, and only a regular file may be replaced.
    """
    target = Path(os.path.realpath(path))
    if inside is None:
        return target
    if not target.is_relative_to(os.path.realpath(inside)):
        raise RefusedError(f"it is a link to a file outside of {inside}")
    try:
        if not stat.S_ISREG(target.lstat().st_mode):
            raise RefusedError(NOT_REGULAR)
    except FileNotFoundError:
        pass
    return target
