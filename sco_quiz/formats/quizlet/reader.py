"""Read terms and definitions as Quizlet exports them: each pair becomes a question with an answer to type."""

from collections.abc import Iterator

from sco_quiz.core.place import Place
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.encoding import text_of
from sco_quiz.formats.exchange.item import Parsed
from sco_quiz.formats.sheets.columns import Columns
from sco_quiz.formats.sheets.columns_option import columns_from
from sco_quiz.formats.sheets.grid import Row, Sheet
from sco_quiz.formats.sheets.rows import RowReader

# what its users put between a term and its definition, the usual one first
_SEPARATORS = ("\t", " - ", " – ", " — ", " = ", ": ", "|", ";", ",")
_SHARE = 0.9  # of the lines that the separator must divide
_WORDS = 4  # of an average definition that explains its term: then the term is what learners type


def is_like(data: bytes, name: str) -> bool:
    """Return whether nearly all lines are two parts with a tab between them."""
    text = text_of(data, name, ReadOptions())
    return not isinstance(text, Problem) and _divided(text, "\t") >= _SHARE


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return a question for each line; `columns` can say which part is asked."""
    text = text_of(data, name, options)
    if isinstance(text, Problem):
        return Parsed((), (text,))
    separator = max(_SEPARATORS, key=lambda each: _divided(text, each))
    problems: list[Problem] = []
    sheet = Sheet(name, tuple(_rows(text, name, separator, problems)))
    columns = columns_from(options.columns, sheet) if options.columns else _columns(sheet)
    if isinstance(columns, Problem):
        return Parsed((), (columns,))
    reader = RowReader(sheet, columns, problems, literal=True)
    items = tuple(reader.items())
    return Parsed(items, tuple(problems), _guess(sheet, columns, separator))


def _columns(sheet: Sheet) -> Columns:
    """Return which part is asked: the term, unless definitions are explanations, much longer than their terms."""
    terms, definitions = (sum(len(row[at].split()) for row in sheet.rows) for at in (0, 1))
    questions = any(row[0].endswith("?") for row in sheet.rows)
    explained = definitions >= max(2 * terms, _WORDS * len(sheet.rows)) and not questions and sheet.rows
    return Columns(1, keys=(0,)) if explained else Columns(0, keys=(1,))


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _divided(text: str, separator: str) -> float:
    """Return the share of lines that a separator divides into two parts."""
    lines = _lines(text)
    return sum(_parts(line, separator) is not None for line in lines) / len(lines) if lines else 0.0


def _parts(line: str, separator: str) -> tuple[str, str] | None:
    term, found, definition = line.partition(separator)
    if not found or not term.strip() or not definition.strip() or "\t" in definition:
        return None
    return term, definition


def _rows(text: str, name: str, separator: str, problems: list[Problem]) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if parts := _parts(line, separator):
            yield Row(number, parts)
        elif line.strip():
            message = f"expected a term and its definition with one {_named(separator)} between them"
            hint = "write each pair on one line; a line that belongs to the one before it is not read"
            problems.append(Problem("unreadable-question", message, Place(name, number, 1, len(line), line), hint))


def _named(separator: str) -> str:
    return "tab" if separator == "\t" else f"`{separator}`"


def _guess(sheet: Sheet, columns: Columns, separator: str) -> tuple[str, ...]:
    first = f"{sheet.file}: {counted(len(sheet.rows), 'pair')}, with {_named(separator)} between the parts"
    asked, typed = ("term", "definition") if columns.question == 0 else ("definition", "term")
    other = "question=B, key=A" if columns.question == 0 else "question=A, key=B"
    return first, f'the {asked} is the question, the {typed} is the answer to type; else use `--columns "{other}"`'
