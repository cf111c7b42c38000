"""Sheets as Markdown, with pictures beside it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from sco_quiz.core.markup.parse import Markup
from sco_quiz.formats.markdown_sheet.text import item as list_item
from sco_quiz.formats.markdown_sheet.text import prompt_text, source_of
from sco_quiz.formats.package import Package
from sco_quiz.formats.paper.answer_space import AnswerSpace, Boxes, Gaps, Lettered, Line, MatchBoxes, NumberBoxes
from sco_quiz.formats.paper.files import Part, files_of
from sco_quiz.formats.paper.markdown_content import BLANK, markdown_line
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet, SheetItem
from sco_quiz.formats.rich_text.literal import escaped
from sco_quiz.formats.rich_text.no_html import without_html


def write_markdown(sheets: Sequence[Sheet], settings: PaperSettings, name: str = "test") -> Package:
    """Return Markdown files: all in one, or one for each form and its key, and the pictures that they show."""
    texts = {
        file: without_html("\n\n".join(text for part in parts for text in _part(part))) + "\n"
        for file, parts in files_of(sheets, settings, name, ".md")
    }
    pictures = {file: picture.read() for sheet in sheets for file, picture in sheet.pictures.items()}
    return Package({file: text.encode() for file, text in texts.items()} | pictures)


def _part(part: Part) -> Iterator[str]:
    for sheet in part.sheets:
        match part.what:
            case "questions":
                yield from _questions(sheet)
            case "answers":
                yield from _head(sheet, sheet.words.word("answer_sheet"))
                yield from _fields(sheet)
                yield from (f"{each.number}. {BLANK}" for each in sheet.items)
            case "key":
                yield from _head(sheet, sheet.words.word("answer_key"))
                yield from map(_key, sheet.items)
            case _:
                assert_never(part.what)


def _head(sheet: Sheet, what: str = "") -> Iterator[str]:
    yield "# " + escaped(" – ".join(filter(None, (sheet.title, sheet.version, what))))
    yield escaped(" · ".join(sheet.facts))


def _fields(sheet: Sheet) -> Iterator[str]:
    yield from (f"{escaped(field)}: {BLANK}" for field in sheet.header)
    yield f"{sheet.words.word('points')}: {BLANK} / {sheet.most}"


def _questions(sheet: Sheet) -> Iterator[str]:
    yield from _head(sheet)
    yield from _fields(sheet)
    for section in sheet.sections:
        if section.title:
            yield f"## {escaped(section.title)} ({section.points})"
        yield from map(_question, section.items)


def _question(item: SheetItem) -> str:
    setting = [f"*{escaped(item.setting.label)}*", source_of(item.setting.content, item.markup)] if item.setting else []
    told = escaped(f"{item.task} ({item.points})".strip())
    return list_item(
        f"{item.number}. ",
        _paragraphs(*setting, prompt_text(item.prompt, item.markup), told, *_space(item.space, item.markup)),
    )


def _space(space: AnswerSpace, markup: Markup) -> Iterator[str]:
    match space:
        case Boxes(options, in_line=True):
            yield " / ".join(f"**{escaped(each.content.plain)}**" for each in options)
        case Boxes(options) | NumberBoxes(options):
            yield _lettered(options, markup)
        case MatchBoxes(rows, options):
            yield _lettered((Lettered(str(at), row) for at, row in enumerate(rows, 1)), markup)
            yield _lettered(options, markup)
        case Line(unit=unit):
            yield f"{BLANK} {escaped(unit)}".strip()
        case Gaps(count, inline):
            if not inline:
                yield "  ".join(f"{at} {BLANK}" for at in range(1, count + 1))
        case _:
            assert_never(space)


def _lettered(options: Iterable[Lettered], markup: Markup) -> str:
    return "\n".join(list_item("- ", _option(each.letter, source_of(each.content, markup))) for each in options)


def _option(letter: str, text: str) -> str:
    between = "\n\n" if "\n" in text else " "
    return f"**{letter}**{between}{text}"


def _key(item: SheetItem) -> str:
    lines = map(markdown_line, item.key.notes)
    explanation = source_of(item.key.explanation, item.markup) if item.key.explanation else ""
    answer = f"{markdown_line(item.key.answer)} ({item.points})"
    return list_item(f"{item.number}. ", _paragraphs(answer, *lines, explanation))


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text.strip("\n") for text in texts if text)
