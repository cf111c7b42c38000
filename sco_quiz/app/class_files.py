"""Read what a class handed in: files, folders and archives of result files and of Moodle's reports."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import ExportError
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.submission import Submission
from sco_quiz.disk.os_errors import reason_of
from sco_quiz.disk.reading import TooLargeError, entries_below, is_folder, read_file
from sco_quiz.formats.exchange.archive import is_zip, read_archive
from sco_quiz.formats.results.moodle_responses import SUFFIXES, parse_responses
from sco_quiz.formats.results.submission_json import MAX_BYTES, parse_result

MAX_FILES = 10_000
MAX_REPORT_BYTES = 100_000_000
_SUFFIX = ".json"


def read_files(paths: Iterable[Path], bank: Bank) -> Iterator[Submission | Problem]:
    """Yield what each file says, and what is wrong with files. Raises ExportError for too many."""
    for count, (name, content, chosen) in enumerate(_contents(paths)):
        if count >= MAX_FILES:
            raise ExportError(f"there are more than {MAX_FILES} files; name the folder of one class")
        if isinstance(content, Problem):
            yield content
        elif PurePosixPath(name).suffix.casefold() in SUFFIXES:
            # a folder may also have grades that were written before
            yield from parse_responses(content, name, bank, sure=chosen)
        else:
            yield parse_result(content, name)


def _contents(paths: Iterable[Path]) -> Iterator[tuple[str, bytes | Problem, bool]]:
    """Yield the name and the content of each file, once, and whether it was named itself; unpack archives."""
    seen = set()
    for path in paths:
        files, errors = entries_below(path) if is_folder(path) else ([path], [])
        yield from (("", _unreadable(error, _shown(error.filename)), False) for error in errors)
        for file in files:
            if (file != path and not _may_be(file.name)) or (target := os.path.realpath(file)) in seen:
                continue
            seen.add(target)
            name = _shown(file.relative_to(path) if file != path else file.name)
            data = _read(file, name)
            if isinstance(data, bytes) and is_zip(data) and file.suffix.casefold() not in SUFFIXES:
                yield from ((member, content, False) for member, content in _unpacked(data, name))
            else:
                yield name, data, file == path


def _may_be(name: str) -> bool:
    return name.casefold().endswith((_SUFFIX, ".zip", *SUFFIXES)) and not name.startswith(".")


def _shown(path: Path | str) -> str:
    """Return a name as text: it need not be Unicode."""
    return os.fsencode(path).decode("utf-8", "replace")


def _read(file: Path, name: str) -> bytes | Problem:
    try:
        return read_file(file, MAX_REPORT_BYTES)
    except TooLargeError as error:
        message = f"this file has {error.size // 10**6} MB; a result has at most {MAX_BYTES // 10**6} MB"
        return Problem("unsafe-file", message, Place(name))
    except OSError as error:
        return _unreadable(error, name)


def _unreadable(error: OSError, name: str) -> Problem:
    return Problem("damaged-file", f"it cannot be read: {reason_of(error)}", Place(name))


def _unpacked(data: bytes, name: str) -> Iterator[tuple[str, bytes | Problem]]:
    archive = read_archive(data, name)
    if isinstance(archive, Problem):
        yield name, archive
        return
    for member in archive.members:
        own = PurePosixPath(member).name
        if _may_be(own) and not own.casefold().endswith(".zip"):
            yield f"{name}/{member}", archive.read(member)
