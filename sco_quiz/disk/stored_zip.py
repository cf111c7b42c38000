"""A zip archive with the same bytes on every Python and system."""

import zipfile
from collections.abc import Iterable
from typing import BinaryIO

Member = tuple[str, int, Iterable[bytes | memoryview]]
"""The name of a member, its size, and the parts of its content."""

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def write_stored(file: BinaryIO, members: Iterable[Member]) -> None:
    """Write members as they are: zlib and its successors compress differently."""
    with zipfile.ZipFile(file, "w") as archive:
        for name, size, content in members:
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = _UNIX
            info.external_attr = 0o644 << 16
            info.file_size = size
            with archive.open(info, "w") as member:
                member.writelines(content)
