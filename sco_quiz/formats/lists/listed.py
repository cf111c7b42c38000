"""A question as it is in a list, and the reader that finds questions line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sco_quiz.formats.lists.labels import Label, label_at, labels_in, labels_within
from sco_quiz.formats.lists.text import Line
from sco_quiz.formats.lists.words import answer_in, explanation_at, is_key_heading, key_pairs, number_in

_HEADING = 80  # characters: longer lines are not headings
_AHEAD = 12  # lines in which the second option or the answer must follow the first option


@dataclass(slots=True)
class ListedOption:
    """An option: its label, its lines, and whether it is marked as right."""

    label: Label
    lines: list[Line]
    marked: bool


@dataclass(slots=True)
class Listed:
    """What a list says about a question; `answer` is None without a line for it."""

    number: int | None
    stem: list[Line]
    options: list[ListedOption] = field(default_factory=list)
    answer: str | None = None
    answer_line: Line | None = None
    explanation: list[Line] = field(default_factory=list)
    style: str = ""
    from_key: bool = False

    @property
    def lines(self) -> Iterator[Line]:
        """Its lines, the first one first."""
        yield from self.stem
        for option in self.options:
            yield from option.lines
        if self.answer_line:
            yield self.answer_line

    @property
    def is_heading(self) -> bool:
        """Whether it is a line without a number that does not read like a question."""
        text = self.stem[0].text.strip() if self.stem else ""
        return self.number is None and len(self.stem) == 1 and len(text) <= _HEADING and text[-1:] not in ".?!:…؟？。"


def read_list(lines: Sequence[Line], numbered: bool = True) -> list[Listed]:
    """Return the questions of a list, with the answers of a key at its end; `numbered` says that numbers are labels."""
    scanner = _Scanner(lines, numbered)
    scanner.scan()
    for question in scanner.questions:
        if question.answer is None and question.number in scanner.key:
            question.answer, question.answer_line = scanner.key[question.number]
            question.from_key = True
    return scanner.questions


@dataclass(slots=True)
class _Scanner:
    lines: Sequence[Line]
    numbered: bool
    questions: list[Listed] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    key: dict[int, tuple[str, Line]] = field(default_factory=dict)
    blank: bool = False
    in_key: bool = False
    awaits_answer: bool = False
    explains: bool = False

    def scan(self) -> None:
        for index, line in enumerate(self.lines):
            if line.is_blank:
                self.blank, self.explains = True, False
                continue
            if not self._of_key(line):
                self._of_question(index, line)
            self.blank = False

    @property
    def current(self) -> Listed | None:
        return self.questions[-1] if self.questions else None

    @property
    def open(self) -> Listed | None:
        """The question that has no answer yet."""
        return self.current if self.current and self.current.answer is None else None

    def _of_key(self, line: Line) -> bool:
        """Take answers from a line of a key at the end of the list."""
        text = line.text.strip()
        if not self.numbered:
            return False
        if self.questions and not self.in_key and is_key_heading(text):
            self.in_key = True
            return True
        pairs = key_pairs(text) if text[:1].isdigit() else []
        known = all(number in self.numbers for number, _ in pairs)
        if not pairs or not known or (len(pairs) == 1 and not self.in_key):
            self.in_key = False
            return False
        self.key |= {number: (letters, line) for number, letters in pairs}
        return True

    def _of_question(self, index: int, line: Line) -> None:
        text = line.text.strip()
        said = answer_in(text) if self.current else None
        self.awaits_answer &= not self.blank
        if self.awaits_answer and self.current:
            self._answer(self.current, text, line)
        elif said is not None:
            self.awaits_answer = not said
            if said:
                self._answer(self.open or self._begin(None, []), said, line)
        elif self.current and (start := explanation_at(line.text)):
            self.explains = True
            self.current.explanation.append(line.cut(start))
        elif labels := self._options(index, line.text):
            self._add_options(labels, line)
        else:
            self._of_text(line)

    def _of_text(self, line: Line) -> None:
        bare = line.cut(0)
        number, end = (number_in(bare.text) if self.numbered else None) or (0, 0)
        if not end or not self._begins(number):
            self._continue(line)
            return
        question = self._begin(number, [bare.cut(end)])
        question.style = bare.text[:end].strip()[-1:]
        self.numbers.add(number)

    def _answer(self, question: Listed, said: str, line: Line) -> None:
        self.awaits_answer = False
        question.answer, question.answer_line = said, line

    def _begin(self, number: int | None, stem: list[Line]) -> Listed:
        self.explains = False
        self.questions.append(Listed(number, []))
        for line in stem:
            self._ask(self.questions[-1], line)
        return self.questions[-1]

    def _ask(self, question: Listed, line: Line) -> None:
        """Add a line to what a question asks, and the options that follow in the same line."""
        labels = labels_within(line.text)
        asked = line.cut(0, labels[0].begin) if labels else line
        question.stem += [] if asked.is_blank else [asked]
        if labels:
            self._add_options(labels, line)

    def _begins(self, number: int) -> bool:
        """Return whether a numbered line begins a question, and is not a part of one."""
        if self.open is None or self.open.options or self.open.number is None:
            return True
        return number == self.open.number + 1

    def _options(self, index: int, text: str) -> list[Label]:
        """Return the labels of the options that a line has."""
        labels = labels_in(text)
        if not labels:
            return []
        options = self.open.options if self.open else []
        first = labels[0]
        if options:
            last = options[-1].label
            following = last.index < first.index <= last.index + 2 and last.is_digit == first.is_digit
            return labels if following and (not first.is_digit or first.style == last.style) else []
        if first.index or not (len(labels) > 1 or self._followed(index, first)):
            return []
        return labels if not first.is_digit or self._digits_are_options(index, first) else []

    def _followed(self, index: int, first: Label) -> bool:
        """Return whether a second option or an answer follows the line of the first option."""
        for line in self.lines[index + 1 : index + _AHEAD]:
            label = label_at(line.text)
            if label and label.is_digit == first.is_digit and label.index < 2:
                return label.index == 1
            if answer_in(line.text.strip()) is not None:
                return True
        return False

    def _digits_are_options(self, index: int, first: Label) -> bool:
        """Return whether lines with numbers are options, and not questions."""
        if self.open is None:
            return False
        if self.open.number is not None:
            return self.open.style != first.style[-1:]
        for line in self.lines[index + 1 : index + _AHEAD]:
            if (said := answer_in(line.text.strip())) is not None:
                return bool(re.fullmatch(r"\d\.?", said))
            label = label_at(line.text)
            if not label or not label.is_digit:
                return False
        return False

    def _add_options(self, labels: list[Label], line: Line) -> None:
        question = self.open or self._begin(None, [])
        for label in labels:
            text = line.cut(label.start, label.end)
            question.options.append(ListedOption(label, [text], label.marked or text.is_key))

    def _continue(self, line: Line) -> None:
        """Take a line without a label for a part of what is before it, or for a question of its own."""
        current = self.current
        if current is None or (current.answer is not None and not self.explains):
            self._begin(None, [line])
        elif self.explains:
            current.explanation.append(line)
        elif current.options and not self.blank:
            current.options[-1].lines.append(line)
        elif current.options or (self.blank and current.is_heading):
            self._begin(None, [line])
        else:
            self._ask(current, line)
