"""The files of a bank in the cache: each names the state of the bank that it has, and is whole or ignored."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from sco_quiz.core.outline import Counts
from sco_quiz.disk.private import keep_newest, read_private, write_private

MOST_BYTES = 200_000_000  # of one file: a bank of a hundred thousand questions
MOST_FILES = 60  # of all banks; each has up to five
MOST_OF_ALL = 400_000_000
SUFFIX = ".bank"
_FORMAT = "sco-quiz bank 1"


@dataclass(frozen=True, slots=True)
class BankFiles:
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
            keep_newest(self.folder, SUFFIX, MOST_FILES, MOST_OF_ALL)

    def derive(self, name: str, count: Callable[[], Counts]) -> Counts:
        """Return what was counted under a name; count it now and write it if it is not known."""
        known = _counts(self.read(name))
        if known is None:
            known = dict(count())
            self.write(name, json.dumps(known).encode())
        return known

    def _path(self, part: str) -> Path:
        name = blake2b(str(self.bank.resolve()).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        return self.folder / f"{name}-{part}{SUFFIX}"

    def _head(self, part: str, body: bytes) -> bytes:
        return f"{_FORMAT} {part} {self.fingerprint} {blake2b(body, digest_size=20).hexdigest()}".encode()


def _counts(data: bytes | None) -> dict[str, int] | None:
    try:
        found = json.loads(data or b"")
    except ValueError:
        return None
    sound = isinstance(found, dict) and all(type(count) is int and count > 0 for count in found.values())
    return found if sound else None
