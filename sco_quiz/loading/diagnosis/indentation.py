"""Dashes, questions and fields that stand in another column than those they belong with."""

from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.line_scanner import Row, is_start, read_row, read_rows, starts
from sco_quiz.loading.diagnosis.malformed_lines import LIST_FIELDS, is_signed, slip
from sco_quiz.loading.document import Document

_List = tuple[int, int]  # the column of the field above a list, and that of its dashes


def misplaced(document: Document, first: int, last: int) -> Problem | None:
    """The first line, from one to another, that cannot be right where it stands."""
    earlier = starts(document, last + 1)
    column = read_row(document, earlier[0]).indent if earlier else -1
    lists: list[_List] = [(-1, column)] if earlier else []
    names: set[str] = set()
    for row, before in read_rows(document, first, last):
        if is_start(row) and (not before or before.key not in LIST_FIELDS or not before.bare):
            problem = _question(document, row, column)
            lists, names = lists[:1], set()
        elif row.dash:
            problem = _dash(document, row, before, lists)
        elif row.key and not (len(lists) > 1 and is_signed(row.key)):
            problem = _field(document, row, column, lists)
        else:
            problem = slip(document, row, before, names, in_list=len(lists) > 1)
        if problem:
            return problem
        names.add(row.key)
    return None


def _question(document: Document, row: Row, column: int) -> Problem | None:
    if not any(line.startswith("questions:") for line in document.lines[: row.line]):
        return document.problem("missing-field", "the line `questions:` is missing above", row.line, row.indent, 1,
                                "write `questions:` on a line of its own, below the topic")  # fmt: skip
    if row.indent == column:
        return None
    message = f"this question starts in column {row.indent + 1}, the others in column {column + 1}"
    width = len(document.lines[row.line].rstrip()) - row.indent
    return document.problem("wrong-indent", message, row.line, row.indent, width, _moved(document, row, column))


def _moved(document: Document, row: Row, column: int) -> str:
    """How to bring a question to the column of the others: all of it, when its lines fit its own dash."""
    below = [line for line in document.lines[row.line + 1 : row.line + 9] if line.strip()]
    step = abs(column - row.indent)
    whole = below and len(below[0]) - len(below[0].lstrip(" ")) == row.start
    if not whole:
        return f"indent it with {_blanks(column)}"
    if column > row.indent:
        return f"select all its lines and indent each by {step} more blank{'s' * (step != 1)}"
    return f"select all its lines and take {_blanks(step)} away at the start of each"


def _blanks(count: int) -> str:
    return f"{count} blank{'s' * (count != 1)}" if count else "no blank"


def _dash(document: Document, row: Row, before: Row | None, lists: list[_List]) -> Problem | None:
    if before and before.bare and before.key:
        if row.indent < before.start and before.key in LIST_FIELDS:
            message = f"this dash stands too far to the left to belong to `{before.key}`"
            return _wrong(document, row, message, f"start it in column {before.start + 3}, as every dash of the list")
        lists.append((before.start, row.indent))
        return None
    if lists and lists[0] == (-1, row.indent) and not row.key:
        message = "this dash stands in the column of the questions, and starts none"
        return _wrong(document, row, message, "an item, or a text that goes on, is indented more than its field")
    if not lists or any(row.indent == column for _, column in lists):
        while lists and lists[-1][1] != row.indent:
            lists.pop()
        return None
    column = lists[-1][1]
    if len(lists) == 1 and lists[0][0] < 0:
        return None
    message = f"this dash starts in column {row.indent + 1}, the one above in column {column + 1}"
    return _wrong(document, row, message, f"indent it with {_blanks(column)}, as the other dashes of the list")


def _field(document: Document, row: Row, column: int, lists: list[_List]) -> Problem | None:
    if row.key == "id" and row.indent == column:
        return document.problem("missing-dash", "a dash is missing before `id`", row.line, row.indent, 2,
                                f"every question starts with a dash: `- id: {row.value[:40]}`")  # fmt: skip
    while lists and lists[-1][0] >= row.indent:
        lists.pop()
    return None


def _wrong(document: Document, row: Row, message: str, hint: str) -> Problem:
    return document.problem("wrong-indent", message, row.line, row.indent, 1, hint)
