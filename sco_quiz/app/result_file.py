"""Write the pages, pictures and lists that commands make."""

from collections.abc import Iterable
from pathlib import Path

from sco_quiz.core.errors import ExportError
from sco_quiz.disk.atomic import replacing
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.loading.files import SUFFIXES


def write_result(path: Path, lines: Iterable[str]) -> Path:
    """Write a file line by line and return its path; line ends are written as given.

    Raises ExportError, rather than overwrite a file of questions, and when the file cannot be written.
    """
    if path.suffix.lower() in SUFFIXES and path.exists():
        raise ExportError(f"{path} may be a file of questions and was not overwritten; name another file")
    with os_errors_as(ExportError, f"{path} cannot be written"), replacing(path) as file:
        file.writelines(line.encode() for line in lines)
    return path
