"""The pictures of a bank as files that are embedded in Moodle XML."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from sco_quiz.core.nodes import Image
from sco_quiz.core.picture import Picture
from sco_quiz.formats.exchange.xml_output import element
from sco_quiz.formats.moodle.texts import PLUGINFILE


def address_of(image: Image) -> str:
    """Return the address that a picture has in text."""
    return f"{PLUGINFILE}{quote(_path(image.file))}"


def files_of(images: Iterable[Image], pictures: Mapping[str, Picture]) -> tuple[dict[str, str], list[str]]:
    """Return the files for the pictures of some text by their name in the bank, and those that cannot be read."""
    written: dict[str, str] = {}
    missing = []
    for image in images:
        try:
            written[image.file] = _file(image.file, pictures[image.file].read())
        except (OSError, KeyError):
            missing.append(image.file)
    return written, missing


def _file(file: str, data: bytes) -> str:
    folder, _, name = _path(file).rpartition("/")
    return element("file", b64encode(data).decode("ascii"), name=name, path=f"{folder}/", encoding="base64")


def _path(file: str) -> str:
    """Return the path of a picture among the files of Moodle."""
    return str(PurePosixPath("/", file.removeprefix("media/")))
