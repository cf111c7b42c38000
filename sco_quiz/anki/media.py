"""The pictures of a deck as media files of Anki.

Each name has a hash of the content. Anki copies a file only with a note that it imports: a changed picture has another
name, so that the notes that show it are changed, too.
"""

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import PurePosixPath
from unicodedata import normalize

from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import ExportError
from sco_quiz.core.picture import SUFFIXES, Picture
from sco_quiz.disk.os_errors import os_errors_as

LONGEST_STEM = 40  # Anki stores names of at most 120 bytes, and the id of a bank has up to 64

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
# the names of this program in the fields that it writes
_SHOWN = re.compile(r'<img src="([a-z0-9.-]+)"')


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file in the package: its name in Anki, and its bytes."""

    name: str
    content: bytes = field(repr=False)


def deck_media(bank: Bank) -> dict[str, MediaFile]:
    """Read the pictures of a bank, by file as questions name it; equal pictures are one.

    Raise ExportError for a picture that cannot be read.
    """
    found: dict[str, MediaFile] = {}
    by_content: dict[bytes, MediaFile] = {}
    for file, picture in sorted(bank.pictures.items()):
        with os_errors_as(ExportError, f"the picture {file} cannot be read"):
            content = picture.read()
        first = by_content.setdefault(content, MediaFile(media_name(bank.id, picture, content), content))
        found[file] = first
    return found


def media_name(bank_id: str, picture: Picture, content: bytes) -> str:
    """Return a name such as `sco-2010-map-1a2b3c4d.svg`, which every system can store."""
    stem = _plain(PurePosixPath(picture.file).stem)[:LONGEST_STEM].strip("-")
    words = filter(None, (_plain(bank_id), stem, blake2b(content, digest_size=4).hexdigest()))
    return "-".join(words) + SUFFIXES[picture.media_type][0]


def _plain(text: str) -> str:
    ascii_text = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_PLAIN.sub("-", ascii_text).strip("-")


def shown_in(html: str) -> tuple[str, ...]:
    """Return the names of the pictures that the fields of a note show, in reading order."""
    return tuple(_SHOWN.findall(html)) if "<img" in html else ()
