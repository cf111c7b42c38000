"""Read a lettered list of questions from a text file or a document of a word processor."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, in_order
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.archive import is_zip
from sco_quiz.formats.exchange.encoding import text_of
from sco_quiz.formats.exchange.item import Parsed, TextForm
from sco_quiz.formats.lists.document import read_document
from sco_quiz.formats.lists.items import item_of
from sco_quiz.formats.lists.listed import read_list
from sco_quiz.formats.lists.marked_down import LIKE, lettered
from sco_quiz.formats.lists.text import Line, Run
from sco_quiz.formats.lists.written_items import parsed_test
from sco_quiz.formats.lists.written_test import is_written_test, read_written_test

_ENOUGH = 20_000
_FIRST = r"^[ \t]*(?:[-+•]\s+)?(?:[*✓]\s*)?\(?{}\s*[).:]\s*\S[^\n]*"
_LIKE = re.compile(f"{_FIRST.format('[aAаА]')}(?:\\n[^\\n]*){{0,3}}?\\n{_FIRST.format('[bBбБ]')}", re.MULTILINE)


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file looks like a lettered list."""
    if is_zip(data):
        return name.lower().endswith(".docx")
    text = data[:_ENOUGH].decode(errors="ignore").lstrip("\ufeff \r\n\t").replace("\r\n", "\n")
    return not text.startswith(("<", "{", "[")) and bool(_LIKE.search(text) or LIKE.search(text))


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the questions of a list."""
    if is_zip(data):
        document = read_document(data, name)
        if isinstance(document, Problem):
            return Parsed((), (document,))
        parsed = _parsed_document(document.lines, name)
        return replace(parsed, problems=in_order([*document.problems, *parsed.problems]))
    text = text_of(data, name, options)
    return Parsed((), (text,)) if isinstance(text, Problem) else parse_lines(lines_of_text(text, name), name)


def _parsed_document(lines: Sequence[Line], name: str) -> Parsed:
    if not is_written_test(lines):
        return parse_lines(lines, name)
    questions = read_written_test(lines)
    return parsed_test(questions) if questions else Parsed((), (nothing_found(name),))


def lines_of_text(text: str, name: str) -> list[Line]:
    """Return the lines of a text file."""
    written = text.split("\n")
    read = lettered(written) if LIKE.search(text) else written
    form: TextForm = "markdown" if name.casefold().endswith((".md", ".markdown")) else "plain"
    return [
        Line((Run(line),), Place(name, number, 1, max(len(shown), 1), shown), form=form)
        for number, (shown, line) in enumerate(zip(written, read, strict=True), start=1)
    ]


def parse_lines(lines: Sequence[Line], name: str) -> Parsed:
    """Return the questions in lines or paragraphs."""
    items, problems = [], []
    for question in read_list(lines):
        item, found = item_of(question)
        problems += found
        items += [item] if item else []
    return Parsed(tuple(items), tuple(problems or ([] if items else [nothing_found(name)])))


def nothing_found(name: str) -> Problem:
    """Return the problem of a file without questions."""
    hint = "write questions with options `A) …` and a line `ANSWER: B`"
    return Problem("unknown-format", "no question was found in this file", Place(name), hint)
