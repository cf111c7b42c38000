"""The files of a test on paper, and the parts of each: questions, answer sheets and keys."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from sco_quiz.core.nodes import Plain
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet, SheetItem


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a page of its own; a key is that of all forms, one after the other."""

    what: Literal["questions", "answers", "key"]
    sheets: tuple[Sheet, ...]


def files_of(
    sheets: Sequence[Sheet], settings: PaperSettings, name: str, suffix: str
) -> Iterator[tuple[str, list[Part]]]:
    """Yield the name of each file with its parts: one for each form, one for the keys, or all in one.

    Answer sheets follow the questions of their form, unless they have a file of their own.
    """
    printed = sheets if settings.key != "only" else ()
    tests = {sheet.label: list(_parts(sheet, settings)) for sheet in printed}
    keys = [Part("key", tuple(_without_repeats(sheets)))] if settings.key != "none" else []
    if settings.one_file:
        yield f"{name}{suffix}", [*chain.from_iterable(tests.values()), *keys]
        return
    apart = [part for parts in tests.values() for part in parts if part.what == "answers" and settings.answers_apart]
    for label, parts in tests.items():
        yield f"{name}-{label}{suffix}" if label else f"{name}{suffix}", [each for each in parts if each not in apart]
    if apart:
        yield f"{name}-answers{suffix}", apart
    if keys:
        yield f"{name}-key{suffix}", keys


def _parts(sheet: Sheet, settings: PaperSettings) -> Iterator[Part]:
    yield Part("questions", (sheet,))
    if settings.answer_sheet:
        yield Part("answers", (sheet,))


def _without_repeats(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """Yield sheets whose keys explain each question once: further versions name the version and number to look at."""
    places: dict[str, str] = {}
    for sheet in sheets:
        sections = [replace(each, items=tuple(_once(item, places) for item in each.items)) for each in sheet.sections]
        yield replace(sheet, sections=tuple(sections))
        for item in sheet.items:
            places.setdefault(item.question_id, f"→ {sheet.version}, {item.number}")


def _once(item: SheetItem, places: Mapping[str, str]) -> SheetItem:
    key, place = item.key, places.get(item.question_id)
    if place is None or key.explanation is None:
        return item
    return replace(item, key=replace(key, explanation=None, scoring=(*key.scoring, (Plain(place),))))
