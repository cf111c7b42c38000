"""The files of a bank in the cache: each names the state of the bank that it has, and is whole or ignored."""

import re
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from sco_quiz.core.outline import Derived
from sco_quiz.disk.private import keep_newest, read_private, write_private
from sco_quiz.disk.reading import real_path

MOST_BYTES = 200_000_000  # of one file: a bank of a hundred thousand questions
MOST_FILES = 60  # of all banks; each has up to nine
MOST_OF_ALL = 400_000_000
SUFFIX = ".bank"
NAMES = re.compile(rf"\.?[0-9a-f]{{32}}-.+\{SUFFIX}(\.[0-9a-f]{{16}}\.part)?")
"""Those of the files and of their drafts: the user may keep others in the folder."""
_FORMAT = "sco-quiz bank 1"


class BankFiles(NamedTuple):
    """The files of one bank in a folder, in a state that is known by its fingerprint."""

    folder: Path
    bank: Path
    fingerprint: str

    def read(self, part: str) -> bytes | None:
        """Return what was written under a name for this state of the bank; None if nothing, or if it is damaged."""
        data = read_private(self._path(part), MOST_BYTES)
        head, _, body = (data or b"").partition(b"\n")
        return body if head == self._head(part, body) else None

    def write(self, part: str, body: bytes) -> None:
        """Write under a name, in place of what belongs to an earlier state; nothing happens if it cannot be written."""
        if write_private(self._path(part), self._head(part, body) + b"\n" + body):
            keep_newest(self.folder, NAMES, MOST_FILES, MOST_OF_ALL)

    def recall(self, name: str, kind: type[Derived]) -> Derived | None:
        """Return what was remembered under a name; None if nothing, or if it is damaged."""
        try:
            return TypeAdapter(kind).validate_json(self.read(name) or b"")
        except ValueError:
            return None

    def remember(self, name: str, kind: type[Derived], found: Derived) -> None:
        """Remember what was found, under a name."""
        with suppress(ValueError):  # YAML can write half of a surrogate pair, and JSON in UTF-8 cannot
            self.write(name, TypeAdapter(kind).dump_json(found))

    def derive(self, name: str, kind: type[Derived], find: Callable[[], Derived]) -> Derived:
        """Return what was found under a name; find it now and write it if it is not known."""
        if (known := self.recall(name, kind)) is not None:
            return known
        found = find()
        self.remember(name, kind, found)
        return found

    def _path(self, part: str) -> Path:
        name = blake2b(str(real_path(self.bank)).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        return self.folder / f"{name}-{part}{SUFFIX}"

    def _head(self, part: str, body: bytes) -> bytes:
        return f"{_FORMAT} {part} {self.fingerprint} {blake2b(body, digest_size=20).hexdigest()}".encode()
