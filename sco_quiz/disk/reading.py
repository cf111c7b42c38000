"""Read files of users: only plain files, without waiting, and never more than a limit."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
# of a shell, as in `sco-quiz import gift <(unzip -p questions.zip)`; a pipe by another name may have no writer
_OWN_PIPES = ("/dev/fd/", "/dev/stdin")
# a pipe would wait for its writer; a terminal would become that of the program; Windows would change line ends
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_CLOEXEC"))


class TooLargeError(OSError):
    """A file has more bytes than expected; `size` says how many, as far as it is known."""

    def __init__(self, path: Path, size: int, limit: int) -> None:
        shown, most = f"{size // 10**6} million bytes", f"the maximum is {limit // 10**6} million"
        super().__init__(errno.EFBIG, f"the file has {shown}; {most}", str(path))
        self.size = size


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file, or a pipe of the shell that started the program. Raises OSError for anything else."""
    if not _is_readable(path, mode := _look(path)):
        _refuse(path, mode)
    with open(os.open(path, _FLAGS), "rb") as file:
        mode = os.fstat(file.fileno()).st_mode
        if not _is_readable(path, mode):  # something else has taken its name meanwhile
            _refuse(path, mode)
        if sys.platform != "win32" and stat.S_ISFIFO(mode):
            os.set_blocking(file.fileno(), True)
        elif _is_of_system(file):
            _error(path, "it is a file of the operating system")
        yield file


def read_file(path: Path, limit: int) -> bytes:
    """Return the bytes of a file. Raises OSError; TooLargeError for more than `limit`."""
    with reading(path) as file:
        found = os.fstat(file.fileno())
        data = _content(file, found.st_size, limit) if found.st_size <= limit else b""
    if (size := max(found.st_size, len(data))) > limit:
        raise TooLargeError(path, size, limit)
    return data


def _content(file: BinaryIO, size: int, limit: int) -> bytes:
    """Return at most one byte more than the limit; reading sets aside memory for all that it is asked for."""
    data = file.read(size + 1)
    # the size of a file that is being written may be old, that of a pipe is unknown
    return data + file.read(limit + 1 - len(data)) if len(data) > size else data


def _is_of_system(file: BinaryIO) -> bool:
    """Return whether a file has content and no size, such as the secrets in /proc/self/environ; some never end."""
    if os.fstat(file.fileno()).st_size:
        return False
    try:
        first = os.read(file.fileno(), 1)
    except BlockingIOError:  # it waits for events
        return True
    file.seek(0)
    return bool(first) and not os.fstat(file.fileno()).st_size  # it may just be written


# the methods of Path raise some errors, and other ones in other versions of Python, such as in a locked folder
def is_present(path: Path) -> bool:
    """Return whether a path is known to lead to something, through links."""
    return os.path.exists(path)


def is_there(path: Path) -> bool:
    """Return whether a folder has an entry of this name, also if it is a link that leads nowhere."""
    return os.path.lexists(path)


def is_link(path: Path) -> bool:
    """Return whether a path is known to be a link."""
    return os.path.islink(path)


def is_file(path: Path) -> bool:
    """Return whether a path is known to be a plain file, or a link to one."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Return whether a path is known to be a folder, or a link to one."""
    return os.path.isdir(path)


def refuse_special(path: Path) -> None:
    """Raise OSError for a folder, pipe or device; there may also be nothing."""
    if is_present(path) and not is_file(path):
        _refuse(path, path.stat().st_mode)


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether a path leads to something in a folder, through links."""
    leads_to = real_path(path)
    # a link that leads to itself is still one
    return leads_to.is_relative_to(real_path(folder)) and not is_link(leads_to)


def real_path(path: Path) -> Path:
    """Return the absolute path without links; one that leads to itself stays."""
    return Path(os.path.realpath(path))


def entries(folder: Path) -> list[Path]:
    """Return what is in a folder, sorted; nothing if it cannot be opened."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def files_below(folder: Path) -> list[Path]:
    """Return the plain files in a folder and its subfolders, sorted; what cannot be opened has none."""
    return [path for path in entries_below(folder)[0] if is_file(path)]


def entries_below(folder: Path) -> tuple[list[Path], list[OSError]]:
    """Return all but folders in a folder and its subfolders, sorted, and why some of these cannot be opened."""
    errors: list[OSError] = []
    below = [Path(where) / name for where, _, names in os.walk(folder, onerror=errors.append) for name in names]
    return sorted(below), errors


def _look(path: Path) -> int:
    """Return the mode of a file."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            _error(path, f"it is a link to {os.readlink(path)}, which does not exist")
        raise
    except ValueError:  # a null character, say
        _error(path, "no file can have this name")


def _is_readable(path: Path, mode: int) -> bool:
    return stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and str(path).startswith(_OWN_PIPES))


def _refuse(path: Path, mode: int) -> NoReturn:
    _error(path, f"it is {_KINDS.get(stat.S_IFMT(mode), 'something else')}, not a file")


def _error(path: Path, reason: str) -> NoReturn:
    raise OSError(errno.EINVAL, reason, str(path))
