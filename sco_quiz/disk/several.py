"""Write several files of a folder, all or none, also if the program is killed in between."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sco_quiz.disk.atomic import Content, content_of, write
from sco_quiz.disk.lock import locked
from sco_quiz.disk.os_errors import ChangedError, RefusedError
from sco_quiz.disk.target import file_of

JOURNAL = ".sco-quiz.journal"
"""The file that has the previous content of all files of a folder while they are written."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of the folder: its content before, and the hash of its new content."""

    name: str
    before: Content
    after: str


@contextmanager
def writing(files: Mapping[Path, bytes], folder: Path, seen: Mapping[Path, Content]) -> Iterator[None]:
    """Write files; when the block raises an exception, or one of them cannot be written, all are as before.

    `seen` is the content from which the new one was made. Missing folders are created. Raises OSError; ChangedError if
    a file is no longer as it was seen.
    """
    created = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with locked(folder), _undoable(files, folder, seen):
            yield
    except BaseException:
        _remove_empty(created)
        raise


@contextmanager
def _undoable(files: Mapping[Path, bytes], folder: Path, seen: Mapping[Path, Content]) -> Iterator[None]:
    if undo_interrupted(folder):
        raise ChangedError  # what was seen may be a part of what is undone
    entries = [
        _Entry(str(path.relative_to(folder)), seen[path] if path in seen else content_of(path), _hash(data))
        for path, data in files.items()
    ]
    created = [parent for path in files for parent in path.parents if not parent.exists()]
    write(folder / JOURNAL, _rendered(entries, folder), seen=None, inside=folder)
    try:
        for entry, (path, data) in zip(entries, files.items(), strict=True):
            write(path, data, seen=entry.before, inside=folder)
        yield
    except BaseException:
        _undo(entries, folder)
        _remove_empty(created)
        raise
    (folder / JOURNAL).unlink()


def undo_interrupted(folder: Path) -> bool:
    """Undo what a killed program was writing in a folder; return whether there was anything. Raises OSError."""
    journal = folder / JOURNAL
    if not journal.is_file():
        return False
    with locked(folder):  # its owner holds the lock while it lives
        if (content := content_of(journal)) is None:
            return False
        _undo(_read(content, folder), folder)
    return True


def _undo(entries: list[_Entry], folder: Path) -> None:
    """Restore each file that still has its new content; one that was saved since stays, and what is elsewhere."""
    for entry in reversed(entries):
        path = folder / entry.name
        try:
            file_of(path, folder)
        except RefusedError:  # nor was it written
            continue
        content = content_of(path)
        if content is None or _hash(content) != entry.after or content == entry.before:
            continue
        if entry.before is None:
            path.unlink(missing_ok=True)
        else:
            write(path, entry.before, seen=content, inside=folder)
    (folder / JOURNAL).unlink(missing_ok=True)


def _rendered(entries: list[_Entry], folder: Path) -> bytes:
    rows = [
        (each.name, None if each.before is None else b64encode(each.before).decode(), each.after) for each in entries
    ]
    return json.dumps({"folder": folder.stat().st_ino, "files": rows}).encode()


def _read(journal: bytes, folder: Path) -> list[_Entry]:
    """Return the entries of a journal, which is complete or does not exist. Raises OSError if it is not of this folder.

    Who sends a bank cannot know the number of the folder that it will be in: no journal of theirs changes anything.
    """
    try:
        found = json.loads(journal)
        entries = [
            _Entry(name, None if text is None else b64decode(text), after) for name, text, after in found["files"]
        ]
        if found["folder"] == folder.stat().st_ino and all(_is_below(each.name) for each in entries):
            return entries
    except (ValueError, TypeError, LookupError, RecursionError):
        pass
    raise RefusedError(f"{JOURNAL} says how to undo a change of another folder; delete it if the files here are right")


def _is_below(name: str) -> bool:
    path = Path(name)
    return not (path.anchor or ".." in path.parts or "\0" in name)


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _remove_empty(folders: list[Path]) -> None:
    for folder in sorted(set(folders), key=lambda each: -len(each.parts)):
        with suppress(OSError):  # it is not empty, or does not exist
            folder.rmdir()
