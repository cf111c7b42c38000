"""Which column of a sheet means what: by its headings, by its content, or as the user says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sco_quiz.formats.sheets.grid import Row, Sheet, letter_of
from sco_quiz.formats.sheets.headings import Heading, Meaning, headings_in
from sco_quiz.formats.sheets.keys import right_options, style_of

_TITLES = 12  # how many rows may be above the headings; Kahoot has seven
_SAMPLE = 300  # rows
MAX_GUESSED = 40  # columns
_SHARE = 0.9  # of the rows that a guess must explain


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet, from 0. `options` are those with an option each, `listed` the one with all of them.

    `keys` say which options are right, or have the right answer itself beside columns with `wrong` ones. `rest` are
    all others that are read, by meaning. `first` is the position of the first row with a question among the rows.
    """

    question: int
    options: tuple[int, ...] = ()
    listed: int | None = None
    keys: tuple[int, ...] = ()
    wrong: tuple[int, ...] = ()
    notes: Mapping[int, int] = field(default_factory=dict)  # by the number of an option
    rest: Mapping[Meaning, tuple[int, ...]] = field(default_factory=dict)
    first: int = 0
    header: Row | None = None

    @property
    def lacks_key(self) -> bool:
        """Whether there are options, but no column says which are right."""
        return (bool(self.options) or self.listed is not None) and not self.keys and "several" not in self.rest

    @property
    def used(self) -> frozenset[int]:
        """The columns that are read."""
        listed = () if self.listed is None else (self.listed,)
        rest = (column for columns in self.rest.values() for column in columns)
        return frozenset((self.question, *self.options, *listed, *self.keys, *self.wrong, *self.notes.values(), *rest))

    def text(self, row: Row, meaning: Meaning) -> str:
        """Return the first cell with a meaning that has text, or an empty string."""
        return next((row[column] for column in self.rest.get(meaning, ()) if row[column]), "")


def by_headings(sheet: Sheet) -> Columns | None:
    """Return the columns as a row of headings names them; None if there is no such row among the first."""
    for at, row in enumerate(islice(sheet.rows, _TITLES)):
        headings = headings_in(row.cells)
        if _are_headings(headings, row):
            return columns_of(headings, sheet.rows[at + 1 :], at + 1, row)
    return None


def _are_headings(headings: Mapping[int, Heading], row: Row) -> bool:
    meanings = {heading.meaning for heading in headings.values()}
    named = sum(1 for cell in row.cells if cell.strip())
    numbers = {heading.number for heading in headings.values() if heading.meaning == "option"}
    if {"question", "key"} <= meanings and {0, 1} <= numbers:
        return True  # a table may note much else about its questions
    if len(headings) < 2 or len(headings) * 2 < named or meanings.isdisjoint(("option", "options", "key", "wrong")):
        return False
    # a row of data may have `a` and `b`, or `true` and `false`, in its cells
    numbered = any(heading.number >= 0 for heading in headings.values())
    return "question" in meanings or (numbered and not meanings.isdisjoint(("key", "wrong")))


def columns_of(headings: Mapping[int, Heading], rows: Sequence[Row], first: int, header: Row | None) -> Columns | None:
    """Return the columns that headings name; of several that mean the same, the rows decide."""
    by_meaning: dict[Meaning, list[int]] = {}
    for column, heading in headings.items():
        by_meaning.setdefault(heading.meaning, []).append(column)
    question = _longest(by_meaning.pop("question", []) or _unnamed(headings, header), rows)
    if question is None:
        return None
    options = by_meaning.pop("option", [])
    listed = next(iter(by_meaning.pop("options", [])), None)
    keys, wrong = by_meaning.pop("key", []), by_meaning.pop("wrong", [])
    notes = {headings[c].number: c for c in by_meaning.get("feedback", []) if headings[c].number >= 0}
    if (
        not keys
        and len(bare := [column for column in options if headings[column].number < 0]) == 1
        and len(options) > 2
    ):
        keys = bare  # `Answer` beside `Option A`, `Option B`
        options.remove(bare[0])
    if len(keys) > 1 and not wrong:
        keys, longer = _shortest_first(keys, rows)
        by_meaning.setdefault("explanation", []).extend(longer)
    if len(options) == 1 and wrong and not keys:
        keys, options = options, []
    if len(options) == 1 and not wrong:  # all options in a cell, or the answer itself
        listed, keys, options = (options[0], keys, []) if keys else (listed, options, [])
    if options and len(wrong) == 1:
        wrong = []  # the numbers of the wrong options: what is not right
    rest = {meaning: tuple(c for c in found if c not in notes.values()) for meaning, found in by_meaning.items()}
    rest = {meaning: found for meaning, found in rest.items() if meaning not in ("other", "row") and found}
    return Columns(question, tuple(options), listed, tuple(keys), tuple(wrong), notes, rest, first, header)


def _unnamed(headings: Mapping[int, Heading], header: Row | None) -> list[int]:
    return [at for at in range(len(header.cells)) if at not in headings] if header else []


def _length(column: int, rows: Iterable[Row]) -> int:
    return sum(len(row[column]) for row in islice(rows, _SAMPLE))


def _longest(columns: Sequence[int], rows: Sequence[Row]) -> int | None:
    return max(columns, key=lambda column: _length(column, rows), default=None)


def _shortest_first(columns: Sequence[int], rows: Sequence[Row]) -> tuple[list[int], list[int]]:
    key, *longer = sorted(columns, key=lambda column: _length(column, rows))
    return [key], longer


def by_content(sheet: Sheet) -> Columns | None:
    """Return the columns of a sheet without headings: a question, options, and a key that always means one of them."""
    rows = sheet.rows[:_SAMPLE]
    filled = [c for c in range(sheet.width) if sum(bool(row[c]) for row in rows) * 2 > len(rows)]
    if not 2 <= len(filled) <= MAX_GUESSED:  # trying each as the key takes time
        return None
    question = _question_among(filled, rows)
    others = [column for column in filled if column > question]
    if len(others) == 1:
        return Columns(question, keys=(others[0],))
    explained = {key: _explained(key, [c for c in others if c != key], rows) for key in others} if others else {}
    key = max(explained, key=lambda column: explained[column], default=None)
    if key is None or len(others) < 3 or explained[key] < _SHARE:
        return None
    later = [c for c in range(question + 1, sheet.width) if c != key and any(row[c] for row in rows)]
    before = [column for column in later if column < key]
    # what is behind a key to the options before it may be a topic, but not an option
    if len(before) > 1 and _explained(key, before, rows) >= explained[key]:
        later = before
    return Columns(question, tuple(later), keys=(key,))


def _question_among(filled: Sequence[int], rows: Sequence[Row]) -> int:
    """Return the first column whose text is about as long as that of any other."""
    lengths = {column: _length(column, rows) for column in filled}
    asked = {column: sum("?" in row[column] for row in rows) for column in filled}
    if max(asked.values()) * 2 > len(rows):
        return max(filled, key=lambda column: asked[column])
    return next(column for column in filled if lengths[column] * 2 >= max(lengths.values()))


def _explained(key: int, options: Sequence[int], rows: Sequence[Row]) -> float:
    keyed = [(row[key], [row[column] for column in options]) for row in rows]
    style = style_of(keyed).style
    return sum(bool(right_options(*each, style)) for each in keyed) / len(keyed)


def shown_columns(columns: Sequence[int], header: Row | None) -> str:
    """Return columns as people name them: `column B "Question"`, `columns C-F`."""
    if len(columns) > 1:
        return f"columns {_range(columns, ', ')}"
    heading = header[columns[0]] if header else ""
    return f'column {_range(columns)} "{heading}"' if heading else f"column {_range(columns)}"


def _range(columns: Sequence[int], separator: str = ",") -> str:
    """Return the letters of columns: `C`, `C-F`, `C,E`."""
    letters = [letter_of(column) for column in columns]
    if len(columns) > 1 and list(columns) == list(range(columns[0], columns[-1] + 1)):
        return f"{letters[0]}-{letters[-1]}"
    return separator.join(letters)


def spec_of(columns: Columns) -> str:
    """Return the main columns as `--columns` takes them: `question=B, options=C-F, key=G`."""
    listed = () if columns.listed is None else (columns.listed,)
    named = {
        "question": (columns.question,),
        "options": columns.options or listed,
        "key": columns.keys,
        "wrong": columns.wrong,
        "explanation": columns.rest.get("explanation", ())[:1],
    }
    return ", ".join(f"{name}={_range(found)}" for name, found in named.items() if found)
