"""Write the pages, pictures and lists that commands make."""

from collections.abc import Iterable
from pathlib import Path

from sco_quiz.core.errors import ExportError
from sco_quiz.disk.atomic import replacing
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.formats.package import Package
from sco_quiz.loading.files import SUFFIXES


def write_result(path: Path, lines: Iterable[str]) -> Path:
    """Write a file line by line and return its path; line ends are written as given.

    Raises ExportError, rather than overwrite a file of questions, and when the file cannot be written.
    """
    _refuse_questions(path)
    with os_errors_as(ExportError, f"{path} cannot be written"), replacing(path) as file:
        file.writelines(line.encode() for line in lines)
    return path


def write_package(package: Package, output: Path | None) -> list[Path]:
    """Write the files of a format, a single one under the name that is given, and return their paths.

    Several files go into a folder of that name. Raises ExportError like `write_result`.
    """
    named = dict(package.files)
    if output and len(named) == 1:
        return [write_bytes(output, data) for data in named.values()]
    return [write_bytes((output or Path()) / name, data) for name, data in named.items()]


def write_bytes(path: Path, data: bytes) -> Path:
    """Write a file and return its path. Raises ExportError like `write_result`."""
    _refuse_questions(path)
    with os_errors_as(ExportError, f"{path} cannot be written"), replacing(path) as file:
        file.write(data)
    return path


def _refuse_questions(path: Path) -> None:
    if path.suffix.lower() in SUFFIXES and path.exists():
        raise ExportError(f"{path} may be a file of questions and was not overwritten; name another file")
