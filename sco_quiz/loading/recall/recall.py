"""Load a bank from the cache if nothing has changed since it was stored, else from its files."""

from collections.abc import Mapping
from functools import cache as cache_result
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import JsonValue

from sco_quiz.core.bank import Bank
from sco_quiz.core.collector import without_collector
from sco_quiz.core.problem import Problem
from sco_quiz.disk.reading import is_folder
from sco_quiz.loading.files import shipped_bank
from sco_quiz.loading.recall.files import BankFiles
from sco_quiz.loading.recall.fingerprint import fingerprint_of
from sco_quiz.loading.recall.stored import Values, revived, stored

if TYPE_CHECKING:
    from sco_quiz.core.kinds import AnyQuestion
    from sco_quiz.loading.load import LoadedBank

BANK = "questions"


def recall_sound(path: Path | None, cache: Path | None) -> tuple[Bank, tuple[Problem, ...]]:
    """Return what `load_sound` returns; the folder of a sound bank is read only once, then remembered in a folder.

    Raises BankError as `load_sound` does.
    """
    return _recall(path, cache, whole=False)


def recall_bank(path: Path | None, cache: Path | None) -> Bank:
    """Return what `load_bank` returns, remembered like that of `recall_sound`. Raises BankError as `load_bank` does."""
    return _recall(path, cache, whole=True)[0]


def _recall(path: Path | None, cache: Path | None, whole: bool) -> tuple[Bank, tuple[Problem, ...]]:
    folder = path or shipped_bank()
    with without_collector():
        state = fingerprint_of(folder) if cache and is_folder(folder) else None
        if cache is None or state is None:
            return _read(folder, None, whole)
        files = BankFiles(cache, folder, state)
        data = files.read(BANK)
        known = revived(data, folder, cache_result(lambda: _read(folder, files, whole)[0])) if data else None
        return (known.remembering(files.derive), ()) if known else _read(folder, files, whole)


def _read(folder: Path, files: BankFiles | None, whole: bool) -> tuple[Bank, tuple[Problem, ...]]:
    """Read a bank from its files, and store it if it is sound."""
    # what is remembered needs neither YAML nor its messages
    from sco_quiz.loading.load import read_bank, sound_part, unusable

    loaded = read_bank(folder)
    if whole and loaded.errors:
        raise unusable(folder, loaded)
    bank, errors = sound_part(folder, loaded)
    # what was read while somebody saved it may be of no state at all
    if errors or files is None or fingerprint_of(folder) != files.fingerprint:
        return bank, errors
    files.write(BANK, _stored(loaded))
    return bank.remembering(files.derive), ()


def _stored(loaded: "LoadedBank") -> bytes:
    from sco_quiz.loading.yaml_nodes import to_data

    def values(question: "AnyQuestion") -> Values:
        written: Values = to_data(loaded.located[question.id].origin.node)
        inherited = question.model_fields_set - written.keys()
        return {**written, **{name: _plain(getattr(question, name)) for name in inherited}}

    head: Mapping[str, Values] = to_data(loaded.head.node) if loaded.head else {}
    return stored(loaded.bank, values, _source(loaded), head.get("exam"))


def _plain(value: str | tuple[str, ...]) -> JsonValue:
    """Return a field that a question has from its file or bank: text, or a list of words."""
    return value if isinstance(value, str) else [*value]


def _source(loaded: "LoadedBank") -> Values | None:
    """Return the record of the article as in its file, with the hashes and summaries in its paragraphs."""
    from sco_quiz.loading.yaml_nodes import to_data

    if not (loaded.source and loaded.bank.source):
        return None
    record = to_data(loaded.source.node)
    record.pop("fingerprints", None)
    for entry, paragraph in zip(record["paragraphs"], loaded.bank.source.paragraphs, strict=True):
        entry["fingerprint"] = " ".join(sorted(paragraph.fingerprint))
        entry["runs"] = " ".join(sorted(paragraph.runs))
        entry["summary"] = paragraph.summary
    found: Values = record
    return found
