"""Read a test that `export paper` wrote for Word, which teachers may have changed: its styles say what is what."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sco_quiz.core.place import Place
from sco_quiz.formats.exchange import word_styles as styles
from sco_quiz.formats.exchange.item import NO_TEXT, RichText, marker
from sco_quiz.formats.lists.labels import Label
from sco_quiz.formats.lists.listed import ListedOption
from sco_quiz.formats.lists.text import Line, Run, rich

_NUMBER = re.compile(r"\s*(\d{1,5})\.\s*")
_NUMBERS = re.compile(r"\d{1,5}")
_OPTION = re.compile(r"\s*+(?P<mark>[○◯☐□☒☑]|_{2,})?\s*+\(?(?P<letter>[^\W_]{1,3})[).]\s*")


@dataclass(slots=True)
class KeyEntry:
    """The key of a question: the right answers in their order, and the other forms of each by its number."""

    answers: list[str]
    others: dict[int, list[str]] = field(default_factory=dict)
    explanation: list[Line] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class WrittenQuestion:
    """A question of a test; `hints` are those of its gaps, `rows` what is matched, `key` is None without one."""

    number: int
    stem: list[Line]
    setting: RichText = NO_TEXT
    hints: list[str] = field(default_factory=list)
    options: list[ListedOption] = field(default_factory=list)
    rows: list[ListedOption] = field(default_factory=list)
    unit: str = ""
    key: KeyEntry | None = None

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.stem[0].place


def is_written_test(lines: Iterable[Line]) -> bool:
    """Return whether a document has the styles of a test."""
    return {styles.QUESTION, styles.KEY_ANSWER} & {line.style for line in lines} != set()


def read_written_test(lines: Sequence[Line]) -> list[WrittenQuestion]:
    """Return the questions of all versions in a document, each with its key if that is in the document."""
    reader = _Reader()
    for line in lines:
        if line.style or not line.is_blank:
            reader.take(line)
    for version, key in zip(reader.versions, reader.keys, strict=False):
        for question in version:
            question.key = key.get(question.number)
    return [question for version in reader.versions for question in version]


@dataclass(slots=True)
class _Reader:
    """Takes line by line; `target` is what a line without a style of its own continues."""

    versions: list[list[WrittenQuestion]] = field(default_factory=list)
    keys: list[dict[int, KeyEntry]] = field(default_factory=list)
    target: list[Line] | None = None
    entry: KeyEntry | None = None
    setting: list[Line] = field(default_factory=list)
    told: tuple[int, int] = (0, -1)

    def take(self, line: Line) -> None:
        match line.style:
            case styles.TEST_TITLE:
                self.versions.append([])
                self.target = None
            case styles.KEY_TITLE:
                self.keys.append({})
                self.target = None
            case styles.SETTING_LABEL:
                numbers = [int(each) for each in _NUMBERS.findall(line.text)] or [0]
                self.setting, self.told = [], (numbers[0], numbers[-1])
                self.target = self.setting
            case styles.QUESTION:
                self._begin(line)
            case styles.OPTION:
                self._add_option(line)
            case styles.KEY_ANSWER | styles.KEY_ACCEPTED | styles.KEY_NOTE | styles.EXPLANATION:
                self._take_key(line)
            case styles.TASK:
                self._take_task(line)
            case styles.SHEET_TITLE | styles.INSTRUCTIONS | styles.KEY_SCORING | "Heading2":
                self.target = None
            case _ if self.target is not None:
                self.target.append(_with_markers(_unlettered(line), self._asked))

    @property
    def _asked(self) -> WrittenQuestion | None:
        """The question whose prompt is being read."""
        question = self.versions[-1][-1] if self.versions and self.versions[-1] else None
        return question if question and self.target is question.stem else None

    def _begin(self, line: Line) -> None:
        number = _NUMBER.match(line.text)
        if number is None:  # such as a prompt that continues after the Enter key
            if self.target is not None:
                self.target.append(line)
            return
        if not self.versions:
            self.versions.append([])
        at, (first, last) = int(number[1]), self.told
        question = WrittenQuestion(at, [], rich(self.setting) if first <= at <= last else NO_TEXT)
        self.versions[-1].append(question)
        self.target = question.stem
        self.target.append(_with_markers(line.cut(number.end()), question))

    def _add_option(self, line: Line) -> None:
        found = _OPTION.match(line.text)
        question = self.versions[-1][-1] if self.versions and self.versions[-1] else None
        if found is None or question is None:
            if self.target is not None:
                self.target.append(line)
            return
        begin, end = found.span("letter")
        label = Label(found["letter"], begin, found.end(), end, found["mark"] in ("☒", "☑"), strict=False, style="")
        option = ListedOption(label, [line.cut(found.end())], False)
        (question.rows if label.is_digit else question.options).append(option)
        self.target = option.lines

    def _take_task(self, line: Line) -> None:
        if self.versions and self.versions[-1]:
            self.versions[-1][-1].unit += "".join(run.text for run in line.runs if run.style == styles.UNIT).strip()
        self.target = None

    def _take_key(self, line: Line) -> None:
        number = _NUMBER.match(line.text)
        if line.style == styles.KEY_ANSWER and number:
            self.entry = KeyEntry(_right(line))
            self.keys = self.keys or [{}]
            self.keys[-1][int(number[1])] = self.entry
        elif self.entry is None:
            return
        elif line.style == styles.KEY_ACCEPTED:
            gap = _NUMBERS.match(line.text)
            self.entry.others[int(gap[0]) if gap else 1] = _right(line)
        elif line.style == styles.EXPLANATION:
            self.entry.explanation.append(line)
            self.target = self.entry.explanation
            return
        elif line.style == styles.KEY_NOTE:
            self.entry.unread.append(line)
        self.target = None


def _unlettered(line: Line) -> Line:
    """Return an item of a list with a dash: as bullets have no number, they were read as letters of options."""
    return replace(line, runs=(Run("- "), *line.runs[1:])) if line.style.startswith("ListBullet") else line


def _right(line: Line) -> list[str]:
    """Return the right answers in a line of a key: runs side by side are one."""
    found: list[str] = []
    before = ""
    for run in line.runs:
        if run.style == styles.RIGHT:
            found += [run.text] if before != styles.RIGHT else [found.pop() + run.text]
        before = run.style
    return [text.strip() for text in found]


def _with_markers(line: Line, question: WrittenQuestion | None) -> Line:
    """Return a line with a marker for each gap; the hints of gaps become those of the question."""
    return replace(line, runs=tuple(_marked_runs(line.runs, question))) if question else line


def _marked_runs(runs: Iterable[Run], question: WrittenQuestion) -> Iterator[Run]:
    for run in runs:
        if run.style == styles.GAP:
            question.hints.append("")
            yield replace(run, text=marker(len(question.hints)))
        elif run.style == styles.GAP_HINT and question.hints:
            question.hints[-1] = run.text.strip().removeprefix("(").removesuffix(")")
        else:
            yield run
