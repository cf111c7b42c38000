"""Find dashes, questions and fields in another column than similar ones."""

from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.field_shapes import LIST_FIELDS
from sco_quiz.loading.diagnosis.line_scanner import Row, is_start, read_row, read_rows, starts
from sco_quiz.loading.diagnosis.malformed_lines import malformed, starts_with_bullet
from sco_quiz.loading.document import Document

_List = tuple[int, int]  # the column of the field above a list, and that of its dashes


def misplaced(document: Document, first: int, last: int) -> Problem | None:
    """Return the problem of the first line, from one to another, that cannot be right where it is."""
    earlier = starts(document, last + 1)
    column = read_row(document, earlier[0]).indent if earlier else -1
    lists: list[_List] = [(-1, column)] if earlier else []  # from the outermost; the questions themselves are one
    names: set[str] = set()
    for row, before in read_rows(document, first, last):
        if is_start(row) and (not before or before.key not in LIST_FIELDS or not before.bare):
            problem = _question(document, row, column)
            lists, names = lists[:1], set()
        elif row.dash:
            problem = _dash(document, row, before, lists)
        elif row.key and not (len(lists) > 1 and starts_with_bullet(row.key)):  # `• Paris: a note` is an item
            first_question = before is not None and before.key == "questions" and before.bare
            problem = _field(document, row, row.indent if first_question else column, lists)
        else:
            problem = malformed(document, row, before, names, in_list=len(lists) > 1)
        if problem:
            return problem
        names.add(row.key)
    return None


def _question(document: Document, row: Row, column: int) -> Problem | None:
    if not any(line.startswith("questions:") for line in document.lines[: row.line]):
        message = "missing line `questions:` above this one"
        hint = "write `questions:` on a line of its own, below the topic"
        return document.problem("missing-field", message, row.line, row.indent, 1, hint)
    if row.indent == column:
        return None
    message = f"this question starts in column {row.indent + 1}, the others in column {column + 1}"
    width = len(document.lines[row.line].rstrip()) - row.indent
    return document.problem("wrong-indent", message, row.line, row.indent, width, _hint_to_move(document, row, column))


def _hint_to_move(document: Document, row: Row, column: int) -> str:
    """Say how to bring a question to the column of the others: all of it, when its lines are indented like its dash."""
    # a few lines are enough to see how the question is indented
    below = [line for line in document.lines[row.line + 1 : row.line + 9] if line.strip()]
    whole = below and len(below[0]) - len(below[0].lstrip(" ")) == row.start
    if not whole:
        return _indent_by(column)
    if column > row.indent:
        return f"select all its lines and indent each by {counted(column - row.indent, 'more space')}"
    return f"select all its lines and remove {counted(row.indent - column, 'space')} at the start of each"


def _indent_by(column: int) -> str:
    return f"indent it by {counted(column, 'space')}" if column else "do not indent it"


def _dash(document: Document, row: Row, before: Row | None, lists: list[_List]) -> Problem | None:
    """Judge a dash by the lists that are open, and open or close lists by it."""
    if before and before.bare and before.key:
        if row.indent < before.start and before.key in LIST_FIELDS:
            message = f"this dash is too far to the left for an item of `{before.key}`"
            return _wrong(document, row, message, f"start every dash of the list in column {before.start + 3}")
        lists.append((before.start, row.indent))
        return None
    if lists and lists[0] == (-1, row.indent) and not row.key:
        message = "this list item is at question level but does not start a question"
        return _wrong(document, row, message, "indent list items, and lines that continue text, more than their field")
    if not lists or any(row.indent == column for _, column in lists):
        while lists and lists[-1][1] != row.indent:
            lists.pop()
        return None
    column = lists[-1][1]
    if len(lists) == 1 and lists[0][0] < 0:
        return None
    message = f"this dash starts in column {row.indent + 1}, the one above in column {column + 1}"
    return _wrong(document, row, message, f"{_indent_by(column)}, like the other dashes of the list")


def _field(document: Document, row: Row, column: int, lists: list[_List]) -> Problem | None:
    """Find a question without its dash; close the lists that end before a field."""
    if row.key == "id" and row.indent == column:
        hint = f"start every question with a dash: `- id: {row.value[:40]}`"
        return document.problem("missing-dash", "missing dash before `id`", row.line, row.indent, 2, hint)
    while lists and lists[-1][0] >= row.indent:
        lists.pop()
    return None


def _wrong(document: Document, row: Row, message: str, hint: str) -> Problem:
    return document.problem("wrong-indent", message, row.line, row.indent, 1, hint)
