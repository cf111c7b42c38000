"""A hash of everything that a bank is read from, or that something was found out with."""

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from unicodedata import unidata_version

import pydantic
from pydantic import VERSION

from sco_quiz.disk.reading import files_below, is_file, is_folder, is_inside, read_file, real_path
from sco_quiz.loading.files import MAX_BYTES, PACKAGE, SUFFIXES, may_have_questions
from sco_quiz.loading.pictures import MEDIA

_READ = (*SUFFIXES, ".txt")  # a text file may hold questions under a wrong name
_ROOMS = ("core", "loading")
_PROGRAM = (".py", ".txt", ".gz")  # code, and lists of words

PACKAGES = Path(pydantic.__file__).parent.parent


def fingerprint_of(folder: Path) -> str | None:
    """Return a hash of the names and contents of a bank's files and of this program; None if they cannot be read.

    Times and sizes prove nothing: an editor, `git checkout` or a wrong clock can leave both as they were.
    """
    try:
        return _hash((*_program(_ROOMS), *_names(folder), *_contents(folder)))
    except (OSError, RuntimeError):  # a link that leads to itself, before Python 3.13
        return None


def fingerprint_with(rooms: Iterable[str], given: bytes) -> str | None:
    """Return a hash of some rooms of this program, of the packages that they use, and of what they were given."""
    try:
        # installing another version of a package changes the folder that it is in
        packages = os.stat(PACKAGES)
        beside = f"{PACKAGES} {packages.st_mtime_ns} {unidata_version}".encode()
        return _hash((*_program(rooms), beside, given))
    except OSError:
        return None


def _hash(parts: Iterable[bytes]) -> str:
    digest = blake2b(digest_size=20)
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return digest.hexdigest()


def _program(rooms: Iterable[str]) -> Iterator[bytes]:
    """Yield what differs between versions of the program, also while it is developed."""
    yield f"{PACKAGE} {VERSION}".encode()
    for room in rooms:
        for folder, _, names in os.walk(PACKAGE / room):
            for name in sorted(names):
                if name.endswith(_PROGRAM):
                    found = os.stat(os.path.join(folder, name))
                    yield f"{folder}/{name} {found.st_size} {found.st_mtime_ns}".encode()


def _names(folder: Path) -> Iterator[bytes]:
    """Yield the names in a bank that matter, each with what it is: a new file under a wrong name is a problem, too."""
    yield os.fsencode(real_path(folder))
    for path in sorted(folder.iterdir()):
        kind = b"file" if is_file(path) else b"folder" if is_folder(path) else b"other"
        if kind != b"file" or may_have_questions(path.name):  # not decks, lists and ledgers that were written there
            yield os.fsencode(path.name)
            yield kind


def _contents(folder: Path) -> Iterator[bytes]:
    """Yield each file that is read, with the place to which a link leads, and its content."""
    listed = [path for path in folder.iterdir() if path.suffix.lower() in _READ]
    # pictures are only read in the bank: a link may lead to a whole disk
    media = files_below(folder / MEDIA) if is_inside(folder / MEDIA, folder) else []
    for path in sorted([*filter(is_file, listed), *media]):
        yield from (os.fsencode(path), os.fsencode(real_path(path)), read_file(path, MAX_BYTES))
