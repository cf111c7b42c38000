"""The files of a test on paper, and the parts of each: questions, answer sheets and keys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a page of its own; a key is that of all forms, one after the other."""

    what: Literal["questions", "answers", "key"]
    sheets: tuple[Sheet, ...]


def files_of(
    sheets: Sequence[Sheet], settings: PaperSettings, name: str, suffix: str
) -> Iterator[tuple[str, list[Part]]]:
    """Yield the name of each file with its parts: one for each form and one for the keys, or all in one."""
    printed = sheets if settings.key != "only" else ()
    tests = {sheet.label: list(_parts(sheet, settings)) for sheet in printed}
    keys = [Part("key", tuple(sheets))] if settings.key != "none" else []
    if settings.one_file:
        yield f"{name}{suffix}", [*chain.from_iterable(tests.values()), *keys]
        return
    for label, parts in tests.items():
        yield f"{name}-{label}{suffix}" if label else f"{name}{suffix}", parts
    if keys:
        yield f"{name}-key{suffix}", keys


def _parts(sheet: Sheet, settings: PaperSettings) -> Iterator[Part]:
    yield Part("questions", (sheet,))
    if settings.answer_sheet:
        yield Part("answers", (sheet,))
