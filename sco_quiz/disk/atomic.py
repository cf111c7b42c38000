"""Write a file completely or not at all; the program writes all files of a user this way."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that replaces `path` when the block ends; after an exception the old file is untouched.

    Missing folders are created, the mode is preserved, and a symbolic link stays one. Raises OSError.
    """
    if path.exists() and not path.is_file():  # a device or pipe has no content to lose; renaming would destroy it
        with path.open("wb") as file:
            yield file
        return
    from secrets import token_hex  # slow to import, and a quiz writes no file

    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    # in the same folder, since a rename is atomic only within one file system; cut, since names have a maximum length
    draft = target.with_name(f".{target.name[:40]}.{token_hex(8)}.part")
    try:
        with draft.open("xb") as file:  # exclusive: never through a link that someone else has put there
            if target.exists():  # before the first byte: what was private is never readable by others
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())  # else a power failure may leave the new name with nothing in it
        os.replace(draft, target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
