"""The files of a bank and of the package: find, read and replace them."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from itertools import chain, count, islice
from pathlib import Path

from sco_quiz.core.errors import BankError
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.suggest import did_you_mean, nearest
from sco_quiz.disk.atomic import content_of, write
from sco_quiz.disk.os_errors import ChangedError, os_errors_as, reason_of
from sco_quiz.disk.reading import TooLargeError, is_file, is_folder, is_present, is_there, read_file, reading, real_path
from sco_quiz.loading.document import QUESTION_START, Document
from sco_quiz.loading.encoding import decode_bytes
from sco_quiz.loading.line_ends import with_ends_of, with_line_feeds

PACKAGE = real_path(Path(__file__)).parent.parent
DATA = PACKAGE / "data"
BANK_FILE = "bank.yaml"
SOURCE_FILE = "source.yaml"
SUMMARIES_FILE = "summaries.yaml"
SUFFIXES = (".yaml", ".yml")
MAX_BYTES = 50_000_000  # a hundred times a large file: what is larger is something else, and would fill the memory
MAX_BELOW = 1000  # files in subfolders
BOM = "\ufeff"

_MISNAMED = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)


def shipped_bank() -> Path:
    """Return the folder of the built-in bank: inside the package, or beside it in a checkout."""
    inside = PACKAGE / "questions"  # where the wheel puts it
    return inside if is_folder(inside) else PACKAGE.parent / "questions"


def topic_files(folder: Path) -> list[Path]:
    """Return what is named like a file of questions of a bank, by name, also what cannot be read. Raises OSError."""
    if not is_there(folder):  # a bank that is about to be created
        return []
    records = (folder / BANK_FILE, folder / SOURCE_FILE, summaries_path(folder))
    # Emacs marks a file that it edits by a link of this name, which leads nowhere
    named = (path for path in folder.iterdir() if path.name.endswith(SUFFIXES) and not path.name.startswith(".#"))
    return sorted(
        (path for path in named if path not in records), key=lambda path: (path.stem, path.suffix)
    )  # by stem: `people` before its copy `people - Kopie`, so that the copy is reported


def summaries_path(folder: Path) -> Path | None:
    """Return the file of summaries of a bank, also of one that lacks its source record; None where there is none."""
    path = folder / SUMMARIES_FILE
    if not is_there(path):
        return None
    try:
        text = with_line_feeds(read_file(path, MAX_BYTES).decode("utf-8", "replace"))
    except OSError:  # reading it as summaries reports that; without a record, reading it as questions does
        return path if is_there(folder / SOURCE_FILE) else None
    # 0.1.0 read a file of this name as questions
    return None if QUESTION_START.search(text) else path


def topic_path(folder: Path, topic: str) -> Path:
    """Return the file of a topic, existing or new."""
    return next((path for path in topic_files(folder) if path.stem == topic), folder / f"{topic}.yaml")


def formattable(path: Path) -> list[Path]:
    """Return the files of a path that people write by hand: bank.yaml and the files of questions."""
    if not is_folder(path):
        return [path]
    # not source.yaml, which a command writes
    return [*(file for file in (path / BANK_FILE,) if is_there(file)), *topic_files(path)]


def whole_bank(path: Path) -> Path:
    """Return the folder of the bank that a YAML file is in; for anything else the path itself.

    Ids and citations of a file can only be checked together with the rest of its bank.
    """
    inside = path.suffix in SUFFIXES and not is_folder(path) and is_there(path) and is_there(path.parent / BANK_FILE)
    return path.parent if inside else path


def may_have_questions(name: str) -> bool:
    """Return whether a file of this name is a file of a bank, or is taken for one under a wrong name."""
    return name.lower().endswith((*SUFFIXES, ".txt")) or bool(_MISNAMED.search(name))


def misnamed_files(folder: Path) -> list[Path]:
    """Return files that look like files of questions but are ignored, since they do not end in .yaml or .yml."""
    names = (path for path in folder.iterdir() if path.suffix not in SUFFIXES)
    return sorted(path for path in names if _MISNAMED.search(path.name) or _has_questions(path, (".txt",)))


def questions_below(folder: Path) -> list[Path]:
    """Return files of questions in the subfolders of a bank, which are ignored; not those of hidden folders or banks.

    Only a limited number of files is checked: a bank may have been started in a folder of everything.
    """
    folders = [path for path in sorted(folder.iterdir()) if is_folder(path) and not path.name.startswith(".")]
    below = chain.from_iterable(_entries(path) for path in folders if not is_there(path / BANK_FILE))
    return sorted(path for path in islice(below, MAX_BELOW) if _has_questions(path, SUFFIXES))


def _entries(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from folder.iterdir()


def _has_questions(path: Path, suffixes: Collection[str]) -> bool:
    """Whether a text file starts like a file of questions."""
    if path.suffix.lower() not in suffixes:
        return False
    try:
        with reading(path) as file:
            text = with_line_feeds(file.read(20_000).decode("utf-8", "replace"))
    except OSError:
        return False
    return bool(QUESTION_START.search(text)) and "prompt:" in text


def banks_below(folder: Path) -> list[Path]:
    """Return the banks in the subfolders of a folder."""
    return sorted(path for path in _entries(folder) if is_file(path / BANK_FILE))


def nearest_path(path: Path) -> str:
    """Suggest an existing path in place of one that does not exist; empty when none is near."""
    if not is_folder(path.parent):
        return ""
    names = [near.name for near in _entries(path.parent) if not near.name.startswith(".")]
    close = nearest(path.name, names)
    return did_you_mean(str(path.with_name(close)) if close else "")


# from data/starter to a new bank; there, files have names without a dot, since packaging drops dot files
STARTER = {
    "first-topic.yaml": "first-topic.yaml",
    "vscode-settings.json": ".vscode/settings.json",
    "editorconfig": ".editorconfig",
    "workflow.yml": ".github/workflows/questions.yml",
}


def read_starter() -> dict[str, str]:
    """Return the starter files of a new bank by relative path."""
    return {target: (DATA / "starter" / name).read_text("utf-8") for name, target in STARTER.items()}


def read_known_words() -> str:
    """Return folded English words and names, in the lines of `group_words`."""
    import gzip  # few answers are compared with these words

    return gzip.decompress((DATA / "known_words.txt.gz").read_bytes()).decode("ascii")


def read_page(name: str) -> str:
    """Return the manual page of a problem."""
    return (DATA / "pages" / f"{name}.md").read_text("utf-8")


def read_document(path: Path, name: str) -> tuple[Document | None, list[Problem]]:
    """Read a file as UTF-8, with or without a byte order mark."""
    try:
        return decode_bytes(name, read_file(path, MAX_BYTES))
    except TooLargeError as error:
        hint = "divide its questions among several files"
        return None, [Problem("file-too-large", reason_of(error), Place(name), hint)]
    except OSError as error:
        return None, [unreadable(name, error)]


def unreadable(name: str, error: OSError) -> Problem:
    """Return the problem that a file or folder cannot be read."""
    return Problem("unreadable-file", f"it cannot be read: {reason_of(error)}", Place(name))


def read_yaml(path: Path) -> tuple[Document | None, list[Problem]]:
    """Read a file of a bank. A link out of its folder must lead to another YAML file, not to somebody's secrets."""
    target = real_path(path)
    if target.suffix in SUFFIXES or target.is_relative_to(real_path(path.parent)):
        return read_document(path, str(path))
    message = f"it cannot be read: it is a link to {target}, which is not a YAML file"
    return None, [Problem("unreadable-file", message, Place(str(path)))]


def replace_text(path: Path, before: str, after: str) -> Path:
    """Replace the text of a file that was read before; a byte order mark stays.

    Raises BankError, and leaves the file untouched, when it has changed since or cannot be written.
    """
    with os_errors_as(BankError, f"{path} cannot be written"):
        seen = seen_content(path, before)
        write(path, as_saved(seen, after), seen=seen, inside=path.parent)
    return path


def seen_content(path: Path, text: str) -> bytes:
    """Return the content of a file that was read as this text. Raises OSError if it has another one by now."""
    data = content_of(path)
    if data is None or with_line_feeds(data.decode("utf-8", "replace").removeprefix(BOM)) != text:
        raise ChangedError
    return data


def as_saved(before: bytes, text: str) -> bytes:
    """Return text as the content of a file, with the byte order mark and the line ends that the file has."""
    # some editors need the mark to recognize UTF-8
    old = before.decode("utf-8", "replace")
    mark = BOM if old.startswith(BOM) else ""
    return f"{mark}{with_ends_of(old.removeprefix(BOM), text)}".encode()


def replace_texts(texts: Mapping[Path, tuple[str, str]], folder: Path) -> None:
    """Replace the text of each file of a folder, all or none, like `replace_text`; the values are before and after."""
    from sco_quiz.disk.several import writing

    with os_errors_as(BankError, f"the bank in {folder} cannot be written"):
        seen = {path: seen_content(path, before) for path, (before, _) in texts.items()}
        with writing({path: as_saved(seen[path], after) for path, (_, after) in texts.items()}, folder, seen):
            return


def write_texts(texts: Mapping[str, str], folder: Path, copies: bool = False) -> list[Path]:
    """Write files of a folder by their names, all or none; with `copies`, save what they replace, and return where.

    Raises BankError when a file cannot be written.
    """
    from sco_quiz.disk.several import writing

    with os_errors_as(BankError, f"the bank in {folder} cannot be written"):
        files = {folder / name: text.encode() for name, text in texts.items()}
        seen = {path: content_of(path) for path in files}
        replaced = {path: data for path, data in seen.items() if data is not None and data != files[path]}
        saved = {_free_copy(path): data for path, data in replaced.items()} if copies else {}
        with writing(saved | files, folder, dict.fromkeys(saved) | seen):
            return list(saved)


def _free_copy(path: Path) -> Path:
    """Return a free name beside a file that is about to be replaced."""
    names = (f"{path.name}.before{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(free for name in names if not is_present(free := path.with_name(name)))


def write_text(path: Path, text: str, folder: Path | None = None) -> Path:
    """Replace any text that a file of a folder has; raise BankError, and leave it untouched, if it cannot be written.

    Links that lead out of the folder (default: that of the file) are refused.
    """
    inside = folder or path.parent
    with os_errors_as(BankError, f"{path} cannot be written"):
        write(path, text.encode(), seen=content_of(path), inside=inside)
    return path
