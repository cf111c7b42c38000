"""Read files of other programs: guess their format, and report a file that cannot be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.disk.os_errors import reason_of
from sco_quiz.disk.reading import TooLargeError, read_file
from sco_quiz.formats import FORMATS, guess_format
from sco_quiz.formats.draft import Reading, ReadOptions
from sco_quiz.formats.format import Format

MAX_BYTES = 200_000_000  # a package with many pictures; what is larger is something else, and would fill the memory


@dataclass(frozen=True, slots=True)
class FileReading:
    """What one file says, and in which format; none if no format was recognized."""

    path: Path
    format: Format | None
    reading: Reading


def read_files(paths: Iterable[Path], form: Format | None, options: ReadOptions) -> tuple[FileReading, ...]:
    """Read files in a format, or each in the format that it seems to have. Raises ScoQuizError without a package."""
    return tuple(_read(path, form, options) for path in paths)


def _read(path: Path, form: Format | None, options: ReadOptions) -> FileReading:
    data = _data_of(path)
    if isinstance(data, Problem):
        return FileReading(path, form, Reading((), (data,)))
    form = form or guess_format(data, path.name)
    if form is None:
        tried = ", ".join(each.name for each in FORMATS if each.reader)
        hint = "name its format: `sco-quiz import FORMAT FILE`"
        problem = Problem("unknown-format", f"the file looks like none of the formats {tried}", Place(str(path)), hint)
        return FileReading(path, None, Reading((), (problem,)))
    return FileReading(path, form, form.read(data, str(path), options))


def _data_of(path: Path) -> bytes | Problem:
    try:
        return read_file(path, MAX_BYTES)
    except TooLargeError:
        message = f"the file has more than {MAX_BYTES // 10**6} million bytes"
        return Problem("file-too-large", message, Place(str(path)), "divide its questions among several files")
    except OSError as error:
        return Problem("unreadable-file", f"the file cannot be read: {reason_of(error)}", Place(str(path)))
