"""Write the pages, pictures and lists that commands make."""

from collections.abc import Iterable
from pathlib import Path

from sco_quiz.core.errors import ExportError
from sco_quiz.disk.atomic import Output, replacing, try_to_write
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.formats.package import Package


def write_result(path: Path, lines: Iterable[str], like: bytes = b"") -> Path:
    """Write a file line by line and return its path; line ends are written as given.

    A file of another kind is not overwritten; `like` is how this one begins (default: as its first line). Raises
    ExportError when the file cannot be written.
    """
    with os_errors_as(ExportError, f"{path} cannot be written"), replacing(path, seen=Output(like)) as file:
        # a name from the command line may have bytes that are not UTF-8
        file.writelines(line.encode("utf-8", "replace") for line in lines)
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
    with os_errors_as(ExportError, f"{path} cannot be written"), replacing(path) as file:
        file.write(data)
    return path


def try_result(path: Path, like: bytes = b"") -> None:
    """Raise ExportError if `write_result` would, as far as that is known before there is a result."""
    with os_errors_as(ExportError, f"{path} cannot be written"):
        try_to_write(path, like)
