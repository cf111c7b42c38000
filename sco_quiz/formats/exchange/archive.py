"""Read zip archives of unknown origin: limits against zip bombs, and no names that lead out of the archive."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem

MAX_MEMBERS = 50_000  # some packages have one file for each question and picture
MAX_MEMBER = 100_000_000
MAX_TOTAL = 500_000_000
MAX_RATIO = 200  # XML of similar questions compresses 50 times, a bomb 1000 times
_SMALL = 1_000_000  # bytes: below it, no ratio does any harm

_ENCRYPTED = 0x1  # the bit of the flags in the header of a member
_DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Archive:
    """The files in an archive by their path with `/`; each is decompressed when it is read."""

    name: str
    members: Mapping[str, ZipInfo] = field(repr=False)
    _zip: ZipFile = field(repr=False)

    def read(self, member: str) -> bytes | Problem:
        """Return the content of a member, or why it cannot be read; raise KeyError for an unknown member."""
        info = self.members[member]
        try:
            return self._zip.read(info)  # never more than the size in its header, which was checked
        except _DAMAGE:
            hint = "save the file again with the program that made it, or download it again"
            return Problem("damaged-file", f"`{member}` in this archive is damaged", Place(self.name), hint)


def is_zip(data: bytes) -> bool:
    """Return whether data starts like a zip archive."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_archive(data: bytes, name: str) -> Archive | Problem:
    """Return the archive that a file contains, without reading its members, or why it is refused."""
    try:
        archive = ZipFile(BytesIO(data))
    except _DAMAGE:
        hint = "save or export it again, or download it again; the end of the file may be missing"
        return Problem("damaged-file", "this file is not a complete zip archive", Place(name), hint)
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if flaw := _too_large(infos) or next(filter(None, map(_unsafe, infos)), ""):
        hint = "read only files from people and programs that you trust; export the questions again"
        return Problem("unsafe-file", flaw, Place(name), hint)
    return Archive(name, {_path(info): info for info in infos}, archive)


def _too_large(infos: list[ZipInfo]) -> str:
    """Return what is wrong with the number of members or their total size, or nothing."""
    if len(infos) > MAX_MEMBERS:
        return f"this archive has {len(infos)} files; the maximum is {MAX_MEMBERS}"
    total = sum(info.file_size for info in infos)
    if total > MAX_TOTAL:
        return f"this archive has {total // 10**6} MB when decompressed; the maximum is {MAX_TOTAL // 10**6} MB"
    return ""


def _unsafe(info: ZipInfo) -> str:
    """Return what is wrong with a member, or nothing."""
    path = _path(info)
    if path.startswith("/") or ".." in path.split("/") or path[1:2] == ":":
        return f"`{info.filename}` leads out of the archive"
    if info.flag_bits & _ENCRYPTED:
        return f"`{info.filename}` is encrypted"
    if info.file_size > MAX_MEMBER:
        size, limit = info.file_size // 10**6, MAX_MEMBER // 10**6
        return f"`{info.filename}` has {size} MB when decompressed; the maximum is {limit} MB"
    if info.file_size > _SMALL and info.file_size > MAX_RATIO * info.compress_size:
        return f"`{info.filename}` is compressed more than {MAX_RATIO} times, as in a zip bomb"
    return ""


def _path(info: ZipInfo) -> str:
    return info.filename.replace("\\", "/")  # as some programs on Windows separate folders
