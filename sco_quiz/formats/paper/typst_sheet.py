"""A sheet as data for the template of PDF files."""

from collections.abc import Mapping
from typing import assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.plain_text import plain_text
from sco_quiz.formats.paper.answer_space import AnswerSpace, Boxes, Gaps, Lettered, Line, MatchBoxes, NumberBoxes
from sco_quiz.formats.paper.key import Key
from sco_quiz.formats.paper.sheet import Sheet, SheetItem
from sco_quiz.formats.paper.typst_content import ContentData
from sco_quiz.formats.paper.typst_math import Data

Record = Mapping[str, Data]
"""An object of JSON."""

_WORDS = (
    *("answer_key", "answer_sheet", "versions_compared", "question", "answer", "points", "mark", "sum", "bubbles"),
    "picture",
)

_PAGE, _LINE, _GAP, _PICTURE = 700, 60, 20, 300
"""Fewer characters than a page in large print has, and at least as many as a line, a gap or a picture takes room of."""


def sheet_data(sheet: Sheet) -> Record:
    """Return all that a template needs to print a sheet, its answer sheet and its key."""
    return {
        "title": sheet.title,
        "label": sheet.label,
        "version": sheet.version,
        "header": [*sheet.header],
        "facts": [*sheet.facts],
        "most": sheet.most,
        "scale": [[mark, least] for mark, least in sheet.scale],
        "sections": [
            {
                "title": section.title,
                "points": section.points,
                "items": [item_data(item, sheet) for item in section.items],
            }
            for section in sheet.sections
        ],
        "words": {name: sheet.words.word(name) for name in _WORDS},
    }


def item_data(item: SheetItem, sheet: Sheet) -> Record:
    """Return a question with its room to answer and its key."""
    pictures = sheet.pictures
    setting, explanation = item.setting, item.key.explanation
    return {
        "id": item.question_id,
        "number": item.number,
        "points": item.points,
        "setting": [setting.label, ContentData(pictures).blocks(setting.content.blocks)] if setting else None,
        "prompt": ContentData(pictures, item.gaps).blocks(item.prompt.blocks),
        "task": item.task,
        "long": _is_long_item(item),
        "space": _space(item.space, sheet),
        "short": item.key.short,
        "lettered": bool(item.key.chosen) or isinstance(item.space, MatchBoxes | NumberBoxes),
        "answer": ContentData(pictures).inlines(item.key.answer),
        "lines": [ContentData(pictures).inlines(line) for line in item.key.notes],
        "long-key": _is_long_key(item.key),
        "explanation": ContentData(pictures).blocks(explanation.blocks) if explanation else None,
    }


def _space(space: AnswerSpace, sheet: Sheet) -> Data:
    match space:
        case Boxes(options, several, in_line):
            return ["two" if in_line else "several" if several else "one", _lettered(options, sheet)]
        case Line(long, unit):
            return ["line", long, unit]
        case Gaps(count, inline):
            return ["gaps", count, inline]
        case MatchBoxes(rows, options):
            pairs: Data = [[ContentData(sheet.pictures).blocks(row.blocks), _is_long(row)] for row in rows]
            return ["match", pairs, _lettered(options, sheet)]
        case NumberBoxes(items):
            return ["order", _lettered(items, sheet)]
    assert_never(space)


def _lettered(options: tuple[Lettered, ...], sheet: Sheet) -> Data:
    return [
        [each.letter, ContentData(sheet.pictures).blocks(each.content.blocks), _is_long(each.content)]
        for each in options
    ]


def _is_long_key(key: Key) -> bool:
    lines = sum(len(plain_text(line)) + _LINE for line in (key.answer, *key.notes))
    return lines + (_room(key.explanation) if key.explanation else 0) > _PAGE


def _is_long_item(item: SheetItem) -> bool:
    parts = [item.prompt, *([item.setting.content] if item.setting else [])]
    match item.space:
        case Boxes(options) | NumberBoxes(options):
            parts += [each.content for each in options]
        case MatchBoxes(rows, options):
            parts += [*rows, *(each.content for each in options)]
        case _:
            pass
    return sum(_room(each) + _LINE for each in parts) > _PAGE


def _is_long(content: Content) -> bool:
    """Return whether content may be longer than a page: only that is measured, which takes time."""
    return _room(content) > _PAGE


def _room(content: Content) -> int:
    """Return an upper bound of the room of content, in characters; rows of a formula are divided by two backslashes."""
    text = max(content.plain, content.source, key=len)
    rows = content.plain.count("\n") + content.source.count("\\\\")
    return len(text) + _LINE * rows + _GAP * len(content.gaps) + _PICTURE * len(content.images)
