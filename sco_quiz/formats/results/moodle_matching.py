"""Match the columns of Moodle's report “Responses” with the questions of a bank.

A cell with the question or its right answer shows which one it is, in each row another one where the quiz draws them.
If the teacher did not choose these columns, the responses of all pupils show it, or the order of the columns does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice, Match, Order
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.letters import fold
from sco_quiz.formats.results.moodle_response_text import NO_ANSWER, read_response, read_whole
from sco_quiz.formats.sheets.grid import Row

_SAMPLE = 200  # responses of a column


@dataclass(frozen=True, slots=True)
class Column:
    """The columns of one question; `asked` and `right` are None if they were not chosen."""

    number: int
    asked: int | None
    response: int
    right: int | None


class Matcher:
    """Finds the questions of a bank; each cell is read once."""

    def __init__(self, bank: Bank) -> None:
        self._questions = bank.questions
        lists = (bank.questions, *(topic.questions for topic in bank.topics))
        self._lists = [[question for question in each if question.status == "active"] for each in lists]
        self._known: dict[tuple[str, str], AnyQuestion | None] = {}

    def has_prompt(self, cell: str) -> bool:
        """Whether a cell has the prompt of a question."""
        return bool(self._by_prompt(cell))

    def of_row(self, column: Column, row: Row) -> AnyQuestion | None:
        """Return the one question that the cells of a row show; None if there is none, or several."""
        cells = tuple("" if at is None else row[at] for at in (column.asked, column.right))
        if cells not in self._known:
            asked, right = self._by_prompt(cells[0]), None
            if len(asked) != 1 and cells[1]:
                right = [each for each in self._by_key(cells[1]) if not asked or each in asked]
            found = right or asked
            self._known[cells[0], cells[1]] = found[0] if len(found) == 1 else None
        return self._known[cells[0], cells[1]]

    def by_responses(self, columns: Sequence[Column], rows: Sequence[Row]) -> dict[Column, AnyQuestion]:
        """Return the one question whose options are all the responses of a column."""
        found: dict[Column, AnyQuestion] = {}
        for column in columns:
            fit = self._by_options(row[column.response] for row in rows)
            if len(fit) == 1 and fit[0] not in found.values():
                found[column] = fit[0]
        return found

    def by_order(self, columns: Sequence[Column], known: Mapping[Column, AnyQuestion]) -> dict[Column, AnyQuestion]:
        """Return the questions of the other columns, if they are all of the bank or of a topic in their order.

        It says something only with as many questions, and where the known ones do not contradict it.
        """
        for exported in self._lists if known else ():
            if len(columns) == len(exported):
                pairs = dict(zip(columns, exported, strict=True))
                if all(pairs[column] == question for column, question in known.items()):
                    return {column: question for column, question in pairs.items() if column not in known}
        return {}

    @cached_property
    def _prompts(self) -> list[tuple[str, AnyQuestion]]:
        prompts = ((_letters(question.stem.plain), question) for question in self._questions)
        return sorted((each for each in prompts if each[0]), key=lambda each: -len(each[0]))

    def _by_prompt(self, cell: str) -> list[AnyQuestion]:
        """Return the questions with the longest prompt that a cell has; the options may follow it."""
        text = _letters(cell)
        found: list[AnyQuestion] = []
        longest = 0
        for prompt, question in self._prompts if text else ():
            if len(prompt) < longest:
                break
            if prompt in text:
                longest = len(prompt)
                found.append(question)
        return found

    def _by_key(self, cell: str) -> list[AnyQuestion]:
        """Return the questions whose right answer a cell has; true or false alone says too little."""
        asked = ((question, question.interaction()) for question in self._questions)
        told = ((q, each) for q, each in asked if not (isinstance(each, Choice) and each.by_key))
        return [q for q, each in told if (response := read_response(each, cell)) and q.grade(response).credit == 1]

    def _by_options(self, cells: Iterable[str]) -> list[AnyQuestion]:
        """Return the questions whose options make up all responses."""
        given = {cell for cell in cells if cell not in ("", NO_ANSWER)}
        sample = sorted(given)[:_SAMPLE]
        return [
            question
            for question in (self._lists[0] if sample else ())
            if isinstance(each := question.interaction(), Choice | Match | Order)
            and not (isinstance(each, Choice) and each.by_key)
            and all(read_whole(each, cell) for cell in sample)
        ]


def _letters(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
