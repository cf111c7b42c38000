"""Show pictures of a bank with the program that the system has for them."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from sco_quiz.core.picture import SUFFIXES, Picture
from sco_quiz.disk.atomic import replacing
from sco_quiz.disk.os_errors import reason_of
from sco_quiz.disk.reading import is_present

_PATIENCE = 1.0
"""Seconds to wait for a failure; a program that runs longer shows the picture."""


class FileViewer:
    """Opens copies of pictures: under names of its own, which no other program can misread."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        self._pictures = pictures
        self._folder: TemporaryDirectory[str] | None = None

    def show_picture(self, file: str) -> str:
        """Open a picture, named by its file in the bank; return what became of it as a sentence."""
        picture = self._pictures.get(file)
        if picture is None:
            return f"The file {file} is missing."
        try:
            path = self._copy(picture)
        except OSError as error:
            return f"The file {file} cannot be opened: {reason_of(error)}."
        if opened(path):
            return f"Opened: {path}"
        return f"No program opens it; the picture is in {path}"

    def _copy(self, picture: Picture) -> Path:
        # removed when the program ends
        self._folder = self._folder or TemporaryDirectory(prefix="sco-quiz-", ignore_cleanup_errors=True)
        number = list(self._pictures).index(picture.file) + 1
        path = Path(self._folder.name, f"picture-{number}{SUFFIXES[picture.media_type][0]}")
        if not is_present(path):
            with replacing(path) as copy:
                copy.write(picture.read())
        return path


def opened(path: Path) -> bool:
    """Open a file with the program that the system has for it; return whether one was started."""
    from subprocess import TimeoutExpired

    try:
        return _start(path)
    except TimeoutExpired:
        return True
    except OSError:
        return False


if sys.platform == "win32":

    def _start(path: Path) -> bool:
        os.startfile(path)
        return True

else:

    def _start(path: Path) -> bool:
        from subprocess import DEVNULL, Popen

        # not click.launch: what the program writes would be in the middle of the page
        command = ["open" if sys.platform == "darwin" else "xdg-open", str(path)]
        process = Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
        return process.wait(_PATIENCE) == 0
