"""The pictures that text of other programs shows: embedded in a file, or in the text itself."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Mapping
from urllib.parse import unquote

from sco_quiz.core.picture import SUFFIXES, MediaType

_DATA = re.compile(r"data:image/[\w.+-]+(?:;[\w=.-]+)*;base64,(.*)", re.DOTALL | re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"^(?:@@PLUGINFILE@@|\$IMS[-_]CC[-_]FILE_?BASE\$|\$CANVAS_OBJECT_REFERENCE\$)/*|[?#].*$", re.DOTALL
)
_UNSAFE = re.compile(r"[^\w.-]+|^[.-]+")
_STARTS: dict[bytes, MediaType] = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
_MAX_NAME = 60


class Pictures:
    """Finds pictures by the names that text gives them, and collects those that it shows."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.media: dict[str, bytes] = {}

    def place(self, address: str) -> str:
        """Return the path in the bank for the picture at an address; empty if the file has no such picture."""
        found = _DATA.fullmatch(address.strip())
        name, data = ("picture", _decoded(found[1])) if found else self._find(address)
        suffix = _suffix(name, data)
        if not data or not suffix:
            return ""
        stem = _UNSAFE.sub("-", name.rpartition(".")[0] or name).strip("-.")[:_MAX_NAME] or "picture"
        path, number = f"media/{stem}{suffix}", 2
        while self.media.setdefault(path, data) != data:
            path, number = f"media/{stem}-{number}{suffix}", number + 1
        return path

    def _find(self, address: str) -> tuple[str, bytes]:
        """Return the name and the bytes of a picture that the file has: by its whole path, or by its name alone."""
        path = _PLACEHOLDER.sub("", unquote(address.strip()))
        name = re.split(r"[/\\]", path)[-1]
        if re.match(r"[a-z]+:|//", path, re.IGNORECASE) and address not in self._files:
            return name, b""
        for known in (address, path, path.lstrip("./"), name):
            if known in self._files:
                return name, self._files[known]
        ends = (data for known, data in self._files.items() if re.split(r"[/\\]", unquote(known))[-1] == name)
        return name, next(ends, b"")


def stem_of(address: str) -> str:
    """Return what a picture without alternative text is called: its file without folder and suffix."""
    name = re.split(r"[/\\]", _PLACEHOLDER.sub("", unquote(address.strip())))[-1]
    return "" if address.startswith("data:") else re.sub(r"\.\w{1,5}$", "", name)


def _decoded(encoded: str) -> bytes:
    try:
        return b64decode("".join(unquote(encoded).split()), validate=True)
    except (Error, ValueError):
        return b""


def _suffix(name: str, data: bytes) -> str:
    """Return the suffix for the bytes of a picture: its own if that is right; empty for other bytes."""
    kind = next((kind for start, kind in _STARTS.items() if data.startswith(start)), None)
    if kind is None and b"<svg" in data[:1000]:
        kind = "image/svg+xml"
    own = name[name.rfind(".") :].lower() if "." in name else ""
    return "" if kind is None else own if own in SUFFIXES[kind] else SUFFIXES[kind][0]
