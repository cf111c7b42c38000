"""The pictures of a bank: find the files that text shows in its folder media/, and check that they can be shown."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from sco_quiz.core.kinds import Question
from sco_quiz.core.picture import SUFFIXES, MediaType, Picture
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.shorten import shorten
from sco_quiz.core.suggest import suggest
from sco_quiz.disk.os_errors import reason_of
from sco_quiz.disk.reading import files_below, is_file, is_folder, is_inside, read_file
from sco_quiz.loading.picture_types import MAX_PIXELS, MEDIA_TYPES, Pixels, type_of

MEDIA = "media"
MAX_BYTES = 2_000_000  # students download them all, and a phone must show them
_ADDRESS = re.compile(r"//|[a-z][a-z0-9+.-]+:", re.IGNORECASE)  # a single letter is a drive
_SVG: MediaType = "image/svg+xml"
_SHRINK = "scale it to at most 1600 pixels on the longer side"


class Flaw(NamedTuple):
    """Why a picture cannot be shown: the name of the problem, a message and a hint."""

    name: str
    message: str
    hint: str


class PictureFolder:
    """The folder media/ of a bank. It is listed when the first picture is asked for, and each is read once.

    `added` are pictures that are about to be written, by their file.
    """

    def __init__(self, bank: Path, added: Mapping[str, bytes] | None = None) -> None:
        # not `added or {}`: pictures may be added later
        self._bank, self._added = bank, {} if added is None else added
        self._found: dict[str, Picture | Flaw] = {}

    def find(self, file: str) -> Picture | Flaw:
        """Return the picture that text names, or why it cannot be shown."""
        if file not in self._found:
            self._found[file] = self._find(file)
        return self._found[file]

    def reader(self, file: str) -> Callable[[], bytes]:
        """Return what reads a picture that was found before; raise KeyError if it is there no longer."""
        return partial(read_file, self._files[unicodedata.normalize("NFC", file)], MAX_BYTES)

    def shown_in(self, questions: Iterable[Question]) -> dict[str, Picture]:
        """Return the pictures in the text of questions by their files, in reading order."""
        marked_up = (question for question in questions if question.markup == "markdown")
        images = (image for question in marked_up for part in question.parts() for image in part.content.images)
        found = ((image.file, self.find(image.file)) for image in images)
        return {file: picture for file, picture in found if isinstance(picture, Picture)}

    def unused(self) -> Iterator[Problem]:
        """Report each picture that no text has asked for, and those beside the files of questions."""
        used = {unicodedata.normalize("NFC", file) for file in self._found}
        for file, path in self._files.items():
            if file not in used and path.suffix.lower() in MEDIA_TYPES:
                hint = f"show it with `![what it shows]({_written(file)})`, or delete it"
                yield _unused(path, "no question shows this picture", hint)
        for path in sorted(self._bank.iterdir()):
            if path.suffix.lower() in MEDIA_TYPES and is_file(path):
                file = f"{MEDIA}/{path.name}"
                hint = f"move it to {file}, and show it with `![what it shows]({_written(file)})`"
                yield _unused(path, f"pictures belong in the folder {MEDIA}/", hint)

    @cached_property
    def _files(self) -> dict[str, Path]:
        """The files by the names that text must write: `media/`, then the path, with accents composed."""
        # through its list, since some systems find `media` under the name of `Media`, and others do not
        inside = self._bank.iterdir() if is_folder(self._bank) else ()  # a new bank has no folder yet
        listed = [path for path in inside if path.name == MEDIA and is_folder(path) and self._has(path)]
        shown = (path for folder in listed for path in files_below(folder) if not path.name.startswith("."))
        return {unicodedata.normalize("NFC", path.relative_to(self._bank).as_posix()): path for path in shown}

    def _find(self, file: str) -> Picture | Flaw:
        if (data := self._added.get(file)) is not None:
            return _checked(file, len(data), lambda: data)
        path = self._files.get(unicodedata.normalize("NFC", file))
        if path is None and (elsewhere := _elsewhere(file)):
            return elsewhere
        if not self._has(path or self._bank / file):
            return Flaw("picture-outside-bank", f"`{file}` is a link to a file outside of the bank", _copy(file))
        if path is None:
            return self._missing(file)
        try:
            return _read(file, path)
        except OSError as error:
            return Flaw("unreadable-file", f"`{file}` cannot be read: {reason_of(error)}", "")

    def _has(self, path: Path) -> bool:
        """Return whether a file or folder is in the bank, also where links lead."""
        return is_inside(path, self._bank)

    def _missing(self, file: str) -> Flaw:
        """Say what was probably meant instead of a file that does not exist under this name."""
        from urllib.parse import unquote  # only a mistake needs it

        plain = PurePosixPath(unquote(file).replace("\\", "/"))
        near = f"{MEDIA}/{plain.name}" if plain.parts[:1] != (MEDIA,) else plain.as_posix()
        folded = {name.casefold(): name for name in self._files}
        if (other := folded.get(near.casefold())) and file.casefold() == other.casefold():
            return Flaw("wrong-letter-case", f"the file is named `{other}`, not `{file}`", f"write `{_written(other)}`")
        message = f"there is no picture `{file}`" if file else "the picture has no file"
        otherwise = f"save the picture as {near} in the bank" if file else f"write its path, such as `{MEDIA}/map.svg`"
        if near in self._files:
            return Flaw("missing-picture", message, f"write `{_written(near)}`")
        if file and is_file(self._bank / file):
            return Flaw(
                "missing-picture", f"`{file}` is not in the folder {MEDIA}/", f"move it to {near}, and write that"
            )
        return Flaw("missing-picture", message, suggest(near, self._files, otherwise))


def _elsewhere(file: str) -> Flaw | None:
    """Explain a path that leads out of the bank, or to no file at all."""
    if _ADDRESS.match(file):
        hint = f"download the picture, save it as {MEDIA}/{_name(file)}, and write that: students may be offline"
        return Flaw("web-picture", f"`{shorten(file)}` is an address, not a file of the bank", hint)
    if PurePosixPath(file).is_absolute() or PureWindowsPath(file).anchor or ".." in re.split(r"[/\\]", file):
        return Flaw("picture-outside-bank", f"`{file}` leads out of the bank", _copy(file))
    return None


def _copy(file: str) -> str:
    return f"copy the picture to {MEDIA}/{_name(file)}, and write that"


def _name(file: str) -> str:
    """Return the name of a file on any system or address; a placeholder when there is none."""
    name = PureWindowsPath(re.split(r"[?#,;]", file)[0]).name
    return name if PurePosixPath(name).suffix.lower() in MEDIA_TYPES else "picture.png"


def _written(file: str) -> str:
    """Return a file as Markdown has to write it: in angle brackets, if it has spaces or parentheses."""
    return f"<{file}>" if re.search(r"[\s()]", file) else file


def _read(file: str, path: Path) -> Picture | Flaw:
    return _checked(file, path.stat().st_size, lambda: read_file(path, MAX_BYTES))


def _checked(file: str, size: int, read: Callable[[], bytes]) -> Picture | Flaw:
    """Check the type, the size and the content of a picture."""
    media_type = MEDIA_TYPES.get(PurePosixPath(file).suffix.lower())
    if not media_type:
        message = f"`{file}` is of a type that not every student can see"
        return Flaw("unknown-picture-type", message, "save the picture as PNG, JPEG, GIF, WebP or SVG")
    if size > MAX_BYTES:
        shrink = "simplify its paths, or save it as PNG" if media_type == _SVG else f"{_SHRINK}, or save it as WebP"
        message = f"`{file}` has {size / 10**6:.1f} MB; the maximum is {MAX_BYTES // 10**6} MB"
        return Flaw("picture-too-large", message, shrink)
    data = read()
    pixels = _svg_pixels(file, data) if media_type == _SVG else _raster_pixels(file, media_type, data)
    if isinstance(pixels, Flaw):
        return pixels
    return Picture(file, media_type, size, read, *pixels)


def _svg_pixels(file: str, data: bytes) -> Pixels | Flaw:
    from sco_quiz.loading.svg import NotSvg, Unsafe, read_svg  # only a bank with pictures needs it

    if kind := type_of(data):
        return _mismatch(file, f"a {kind.name} picture", kind.media_type)
    match read_svg(data):
        case Unsafe(found, hint):
            return Flaw("unsafe-svg", f"`{file}` contains {found}, which is not allowed", hint)
        case NotSvg(reason):
            message = f"`{file}` is not an SVG picture: {reason}"
            return Flaw("picture-type-mismatch", message, "save the picture again as plain SVG or as PNG")
        case pixels:
            return pixels


def _raster_pixels(file: str, media_type: MediaType, data: bytes) -> Pixels | Flaw:
    kind = type_of(data)
    if kind is None:
        if b"<svg" in data[:1000]:
            return _mismatch(file, "an SVG picture", _SVG)
        message = f"`{file}` is not a {media_type.partition('/')[2].upper()} picture"
        return Flaw("picture-type-mismatch", message, "save the picture again; the file may be damaged")
    if kind.media_type != media_type:
        return _mismatch(file, f"a {kind.name} picture", kind.media_type)
    width, height = kind.pixels(data)
    if not width * height:
        message = f"`{file}` is damaged: it has no width and height"
        return Flaw("picture-type-mismatch", message, "save the picture again")
    if width * height > MAX_PIXELS:
        message = f"`{file}` has {width} × {height} pixels; the maximum is {MAX_PIXELS // 10**6} million"
        return Flaw("picture-too-large", message, _SHRINK)
    return width, height


def _mismatch(file: str, what: str, media_type: MediaType) -> Flaw:
    right = str(PurePosixPath(file).with_suffix(SUFFIXES[media_type][0]))
    return Flaw("picture-type-mismatch", f"`{file}` is {what}", f"rename it to {right}, and write that")


def _unused(path: Path, message: str, hint: str) -> Problem:
    return Problem("unused-picture", message, Place(str(path)), hint, Severity.WARNING)
