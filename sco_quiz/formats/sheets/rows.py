"""Turn the rows of a sheet, whose columns are known, into items."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.item import (
    NO_TEXT,
    Answer,
    Body,
    ChoiceBody,
    Item,
    NumberAnswer,
    NumberBody,
    RichText,
    TextBody,
    TruthBody,
)
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.sheets.cell_text import rich
from sco_quiz.formats.sheets.columns import Columns
from sco_quiz.formats.sheets.grid import Row, Sheet, letter_of
from sco_quiz.formats.sheets.headings import normalized
from sco_quiz.formats.sheets.keys import SHOWN, Style, folded, right_options, style_of
from sco_quiz.formats.sheets.kinds import SheetKind, is_truth_pair, kind_of, truth_of

_SEPARATORS = "\n|;,"
_FORMS = re.compile(r"(?:(?<!\s)\s+)?[\n|]\s*")
_NUMBER = re.compile(r"[-+−]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?")
_EVERY = frozenset("12345")
_DIFFICULTY = {
    **dict.fromkeys(
        ("easy", "facil", "leicht", "einfach", "facile", "konnyu", "makkelijk", "latwy", "легкий", "简单"), "2"
    ),
    **dict.fromkeys(("medium", "medio", "mittel", "media", "intermedio", "moyen", "средний", "中等"), "3"),
    **dict.fromkeys(
        ("hard", "difficult", "dificil", "schwer", "difficile", "nehez", "moeilijk", "trudny", "困难"), "4"
    ),
}


@dataclass
class RowReader:
    """Reads the rows of one sheet; `problems` are found on the way.

    In a sheet of a known program, text is `literal`, and the style of its keys is `given`.
    """

    sheet: Sheet
    columns: Columns
    problems: list[Problem] = field(default_factory=list)
    literal: bool = False
    given: Style | None = None

    def __post_init__(self) -> None:
        self.rows = self.sheet.rows[self.columns.first :]
        self.types = self._has_types()
        self.separator = self._separator()
        self.style = self.given or style_of((self._key(row), self.options(row)) for row in self.rows)
        # `no` and `V` are true or false only among others: they may be answers to type
        self.all_truths = all(truth_of(self._key(row)) is not None for row in self.rows if self._key(row))

    def items(self) -> Iterator[Item]:
        """Yield an item for each row with a question; a row that is not read is a problem."""
        for row in self.rows:
            if row[self.columns.question]:
                if (body := self._body(row)) is not None:
                    self._warn_of_lost(row)
                    yield self._item(row, body)
            elif any(row[column] for column in (*self.columns.options, *self.columns.keys, *self.columns.wrong)):
                self._report("unreadable-question", "this row has no question", row, self.columns.question)

    def options(self, row: Row) -> tuple[str, ...]:
        """Return the options of a row by their numbers; missing ones are empty."""
        if self.columns.listed is not None:
            cell = row[self.columns.listed]
            return tuple(option.strip() for option in cell.split(self.separator)) if cell else ()
        return tuple(row[column] for column in self.columns.options)

    def _separator(self) -> str:
        """Return what divides the options in a cell: the one that makes the key an option in most rows."""
        if self.columns.listed is None:
            return ""
        cells = [(folded(self._key(row)), row[self.columns.listed]) for row in self.rows]

        def explained(separator: str) -> tuple[int, int]:
            divided = [(key, list(map(folded, cell.split(separator)))) for key, cell in cells]
            return sum(key in options for key, options in divided), sum(len(options) > 1 for _, options in divided)

        return max(_SEPARATORS, key=explained)

    def _has_types(self) -> bool:
        """Return whether the column for types has kinds of question, rather than names of topics."""
        named = [kind_of(name) for row in self.rows if (name := self.columns.text(row, "type"))]
        return sum(kind is not None for kind in named) * 2 > len(named)

    def _key(self, row: Row) -> str:
        several = self.columns.text(row, "several")
        return several or next((row[column] for column in self.columns.keys if row[column]), "")

    def _key_column(self, row: Row) -> int:
        keys = self.columns.rest.get("several", ()) + self.columns.keys
        return next((column for column in keys if row[column]), keys[0] if keys else self.columns.question)

    def _kind(self, row: Row) -> SheetKind | None:
        return kind_of(self.columns.text(row, "type")) if self.types else ""

    def _body(self, row: Row) -> Body | None:
        kind = self._kind(row)
        if kind is None or kind == "unsupported":
            name = self.columns.text(row, "type")
            self._report("unsupported-kind", f"questions of the kind `{name}` are not read", row, self._first("type"))
            return None
        if self.columns.wrong and any(row[column] for column in self.columns.wrong):
            return self._beside_wrong(row)
        options = self.options(row)
        if kind == "short" and any(options) and not self._key(row):  # of Wayground: each is accepted
            return TextBody(tuple(Answer(self.rich(option), Fraction(1)) for option in options if option))
        if any(options) and kind not in ("short", "number"):
            return self._choice(row, options, kind)
        if not self._key(row):
            self._report("no-right-answer", "this row has no right answer", row, self._key_column(row))
            return None
        return self._typed(row, kind)

    def _beside_wrong(self, row: Row) -> Body | None:
        """Return the body of a row whose right and wrong answers have columns of their own."""
        right = [row[column] for column in self.columns.keys if row[column]]
        wrong = [row[column] for column in self.columns.wrong if row[column]]
        if not right:
            self._report("no-right-answer", "this row has no right answer", row, self._key_column(row))
            return None
        self._doubt_dates(row, (*self.columns.keys, *self.columns.wrong))
        if len(right) == 1 and is_truth_pair([*right, *wrong]):
            return TruthBody(bool(truth_of(right[0])))
        texts = [self.rich(text) for text in (*right, *wrong)]
        return choice_of(texts, range(len(right)), len(right) == 1)

    def _choice(self, row: Row, options: Sequence[str], kind: SheetKind) -> Body | None:
        key = self._key(row)
        if not key:
            self._report("no-right-answer", "this row does not say which option is right", row, self._key_column(row))
            return None
        right = right_options(key, options, self.style.style)
        given = [option for option in options if option]
        if not right and is_truth_pair(given) and truth_of(key) is not None:
            return TruthBody(bool(truth_of(key)))
        if not right:
            expected = SHOWN[self.style.style]
            message = f"the key `{key}` does not match any of the {len(given)} options; expected {expected}"
            self._report("key-not-an-option", message, row, self._key_column(row))
            return None
        self._doubt_key(row, key, options, right)
        self._doubt_dates(row, self.columns.options)
        if len(right) == 1 and is_truth_pair(given):
            return TruthBody(bool(truth_of(options[right[0]])))
        notes = {number: self.rich(row[column]) for number, column in self.columns.notes.items()}
        return choice_of([self.rich(option) for option in options], right, len(right) == 1 and kind != "several", notes)

    def rich(self, cell: str) -> RichText:
        """Return the text of a cell in the form that it has."""
        if self.sheet.markdown:
            return RichText(cell, "markdown")
        return RichText(cell) if self.literal else rich(cell)

    def _typed(self, row: Row, kind: SheetKind) -> Body | None:
        """Return the body of a row without options: what is in the column of the key is the answer."""
        key = self._key(row)
        truth = truth_of(key)
        if truth is not None and (kind == "truth" or (kind == "" and self.all_truths)):
            return TruthBody(truth)
        self._doubt_dates(row, self.columns.keys)
        number = number_of(key)
        if number is not None and kind in ("number", ""):
            return NumberBody((NumberAnswer(number),))
        if kind in ("number", "truth"):
            message = f"`{key}` is not {'a number' if kind == 'number' else 'true or false'}"
            self._report("unreadable-question", message, row, self._key_column(row))
            return None
        return TextBody(tuple(Answer(self.rich(form), Fraction(1)) for form in _FORMS.split(key) if form))

    def _item(self, row: Row, body: Body) -> Item:
        text = self.columns.text
        topics = [row[column] for column in self.columns.rest.get("topic", ()) if row[column]]
        if not self.types:
            topics = [*topics, *filter(None, [text(row, "type")])]
        feedback = "\n\n".join(filter(None, (text(row, "explanation"), text(row, "feedback"))))
        return Item(
            self.sheet.place(row, self.columns.question),
            self.rich(row[self.columns.question]),
            body,
            name=text(row, "name"),
            idnumber=text(row, "id"),
            category="/".join(topic.replace("/", "-") for topic in topics),
            feedback=self.rich(feedback) if feedback else NO_TEXT,
            hints=(self.rich(hint),) if (hint := text(row, "hint")) else (),
            tags=tuple(tag.strip() for tag in re.split("[,;|\n]", text(row, "tags")) if tag.strip()),
            extra={"difficulty": level} if (level := _difficulty(text(row, "difficulty"))) else {},
        )

    def _warn_of_lost(self, row: Row) -> None:
        """Report what the row says and a question of ours has no place for."""
        if address := self.columns.text(row, "picture"):
            what = "downloaded" if "://" in address else "in this file"
            self._report("lost-picture", f"the picture `{address}` is not {what}", row, self._first("picture"))
        level = self.columns.text(row, "difficulty")
        if level and not _difficulty(level):
            message = f"the difficulty `{level}` is not read; expected 1 (easy) to 5 (hard)"
            self._report("lost-setting", message, row, self._first("difficulty"))
        penalty = number_of(self.columns.text(row, "penalty") or "0")
        if penalty:
            self._report("penalty", "a wrong answer takes no points", row, self._first("penalty"))

    def warn_of_points(self) -> None:
        """Report points that differ from row to row: each question counts the same."""
        column = self._first("points")
        counts = Counter(row[column] for row in self.rows if row[column]) if column >= 0 else Counter()
        usual = counts.most_common(1)[0][0] if counts else ""
        for row in self.rows if len(counts) > 1 else ():
            if row[column] not in (usual, ""):
                message = f"{row[column]} points are not read: every question counts the same"
                self._report("other-scoring", message, row, column)

    def _doubt_key(self, row: Row, key: str, options: Sequence[str], right: tuple[int, ...]) -> None:
        rival = self.style.rival
        other = right_options(key, options, rival) if rival else ()
        if rival and other and other != right:
            how, meant = SHOWN[self.style.style], options[other[0]]
            message = f"the key `{key}` is read as {how}, `{options[right[0]]}`; it may also mean `{meant}`"
            self._report("doubtful-key", message, row, self._key_column(row))

    def _doubt_dates(self, row: Row, columns: Sequence[int]) -> None:
        for column in columns:
            if column in row.dates:
                message = (
                    f"`{row[column]}` is a date in the file; the program of the sheet may have made it of other text"
                )
                self._report("doubtful-text", message, row, column)

    def _first(self, meaning: str) -> int:
        return next((c for name, columns in self.columns.rest.items() if name == meaning for c in columns), -1)

    def _report(self, name: str, message: str, row: Row, column: int) -> None:
        where = f"row {row.number}, column {letter_of(max(column, 0))}: {message}"
        self.problems.append(named_problem(name, where, self.sheet.place(row, max(column, 0))))


def choice_of(
    options: Sequence[RichText], right: Sequence[int], single: bool, notes: Mapping[int, RichText] | None = None
) -> ChoiceBody:
    """Return options. Each right one gives its share; sheets do not say what a wrong one costs."""
    share = Fraction(1, len(right))
    fractions = [share if at in right else Fraction(0) if single else -share for at in range(len(options))]
    feedback = [(notes or {}).get(at, NO_TEXT) for at in range(len(options))]
    answers = zip(options, fractions, feedback, strict=True)
    return ChoiceBody(tuple(Answer(*each) for each in answers if each[0]), single)


def number_of(text: str) -> Decimal | None:
    """Return text as a number if it is one alone."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text.replace("−", "-").replace(",", "."))
    except InvalidOperation:
        return None


def _difficulty(text: str) -> str:
    return text if text in _EVERY else _DIFFICULTY.get(normalized(text), "")
