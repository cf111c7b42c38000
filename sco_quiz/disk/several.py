"""Write several files, all or none."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sco_quiz.disk.atomic import replacing


@contextmanager
def writing(files: Mapping[Path, bytes]) -> Iterator[None]:
    """Write files; when the block raises an exception, or one of them cannot be written, all are as before.

    Missing folders are created. Raises OSError.
    """
    undo: list[Callable[[], None]] = []
    try:
        for path, data in files.items():
            _write(path, data, undo)
        yield
    except BaseException:
        for step in reversed(undo):
            step()
        raise


def _write(path: Path, data: bytes, undo: list[Callable[[], None]]) -> None:
    before = path.read_bytes() if path.exists() else None
    missing = [folder for folder in path.parents if not folder.exists()]
    undo += [lambda folder=folder: _remove_empty(folder) for folder in reversed(missing)]  # type: ignore[misc]
    undo.append(lambda: _restore(path, before))
    with replacing(path) as file:
        file.write(data)


def _restore(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != before:
        with replacing(path) as file:
            file.write(before)


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
