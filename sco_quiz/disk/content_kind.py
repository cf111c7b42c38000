"""What a file is, by its content: an output replaces only a file of its own kind."""

import re
import zipfile
from pathlib import Path
from typing import NamedTuple

HEAD = 4096  # bytes
_YAML = (".yaml", ".yml")
_DATABASE = b"SQLite format 3\0"
_LOGS = ("-wal", "-shm", "-journal")  # what SQLite names after a database
_ARCHIVES = {
    "word/": "a Word document",
    "xl/": "an Excel workbook",
    "ppt/": "a presentation",
    "mimetype": "an OpenDocument or EPUB file",
    "collection.": "an Anki file",
    "imsmanifest.xml": "a package of a learning platform",
}
"""How the name of a member of a zip archive begins, and what the archive then is."""
_STARTS = (
    (re.compile(rb"%PDF-"), "a PDF document"),
    (re.compile(rb"#!"), "a script"),
    (re.compile(rb"\s*<\?xml|\s*<!DOCTYPE (?!html)", re.IGNORECASE), "an XML file"),
    (re.compile(rb"\s*<svg", re.IGNORECASE), "an SVG picture"),
    (re.compile(rb"\s*<[!a-z]", re.IGNORECASE), "an HTML page"),
    (re.compile(rb'\{"bank": "[^"]*", "deck": '), "the record of an Anki deck"),
    (re.compile(rb"\s*(?:\[\s*)?(?:\{\s*[\"}]|\])"), "a JSON file"),
)


class ContentKind(NamedTuple):
    """What a file is, in words; `mark` tells apart what the same words describe."""

    words: str
    mark: str = ""

    def refusal(self, new: "ContentKind | None") -> str:
        """Return why an output of a kind (None: unknown yet) does not replace a file of this kind; empty if it does."""
        if new == self or (new is None and self not in (DATABASE, YAML)):
            return ""
        other = f", not {new.words}" if new and new.words != self.words else ""
        return f"it is {self.words}{other}; name another file"


DATABASE = ContentKind("a database")
YAML = ContentKind("a YAML file, perhaps of questions")
"""No output is of these kinds."""


def kind_of_file(path: Path) -> ContentKind | None:
    """Return what a regular file is; None for an empty one, which has nothing to lose. Raises OSError."""
    base = next((path.with_name(path.name.removesuffix(end)) for end in _LOGS if path.name.endswith(end)), path)
    if (base != path and base.exists()) or any(path.with_name(path.name + end).exists() for end in _LOGS[::2]):
        return DATABASE
    if not path.stat().st_size:
        return None
    if path.suffix.lower() in _YAML:
        return YAML
    with path.open("rb") as file:
        head = file.read(HEAD)
    return _archive(path) if head.startswith(b"PK\3\4") else kind_of(head)


def kind_of(head: bytes) -> ContentKind:
    """Return what a file is that begins with these bytes; archives need their list of members."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(_DATABASE):
        return DATABASE
    for start, words in _STARTS:
        if start.match(head):
            return ContentKind(words)
    # a character may be cut at the end
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")[:-1]
    if "\0" in text or "\ufffd" in text:
        return ContentKind("a binary file", head[:8].hex())
    return ContentKind("a text file")


def _archive(path: Path) -> ContentKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return ContentKind("a damaged archive")
    words = (words for start, words in _ARCHIVES.items() if any(name.startswith(start) for name in names))
    return ContentKind(next(words, "an archive"))
