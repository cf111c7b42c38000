"""Exchange two files in one step, so that nothing is between looking at a file and replacing it."""

import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: relative names start in the current folder
_SWAP = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS
_UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Exchange two files; return False if the system or the file system cannot. Raises OSError if one is missing."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        import ctypes  # slow to import, and some Pythons are built without it

        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = library.renamex_np(*names, _SWAP)
        else:
            failed = library.renameat2(_HERE, names[0], _HERE, names[1], _SWAP)
    except (ImportError, TypeError, OSError, AttributeError):  # Windows, or a C library without the function
        return False
    number = ctypes.get_errno()
    if failed and number not in _UNABLE:
        raise OSError(number, os.strerror(number), str(other))
    return not failed
