"""The disk: which files make a bank, their text, and writing without loss."""

import os
import tempfile
from pathlib import Path

from sco_quiz.core.errors import BankError
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document

PACKAGE = Path(__file__).resolve().parent.parent
DATA = PACKAGE / "data"
BANK_FILE = "bank.yaml"
SOURCE_FILE = "source.yaml"

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def shipped_bank() -> Path:
    """The folder of the bank that comes with the program: inside the package, or beside it in a checkout."""
    inside = PACKAGE / "questions"
    return inside if inside.is_dir() else PACKAGE.parent / "questions"


def topic_files(folder: Path) -> list[Path]:
    """The files of questions of a bank, by name."""
    names = (path for pattern in ("*.yaml", "*.yml") for path in folder.glob(pattern))
    return sorted(path for path in names if path.name not in (BANK_FILE, SOURCE_FILE) and path.is_file())


def read_document(path: Path, name: str) -> tuple[Document | None, list[Problem]]:
    """Read a file as UTF-8 (with or without a byte order mark)."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return None, [Problem("unreadable-file", f"the file cannot be read: {reason}", Place(name))]
    try:
        return Document(name, data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8 (in the editor's or spreadsheet's “save as”)"
        if data.startswith(_UTF16):
            return None, [Problem("not-utf8", "the file is written in UTF-16", Place(name, 1, 1), hint)]
        before = data[: error.start].decode("utf-8-sig")
        place = Document(name, before + "\N{REPLACEMENT CHARACTER}").place_at(len(before))
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        return None, [Problem("not-utf8", message, place, hint)]


def write_text(path: Path, text: str) -> Path:
    """Replace a file's text at one stroke: a temporary file beside it, flushed to the disk, then renamed.

    Raises BankError when the disk refuses; the former file is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as file:
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
                file.close()
                os.chmod(file.name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
                os.replace(file.name, path)
            except BaseException:
                file.close()
                os.unlink(file.name)
                raise
    except OSError as error:
        raise BankError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
    return path
