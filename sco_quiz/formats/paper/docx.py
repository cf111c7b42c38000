"""The parts of sheets in a document of Word: questions with room to answer, answer sheets and keys."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import assert_never

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_LEADER
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from sco_quiz.core.content import Content
from sco_quiz.formats.exchange import word_styles as styles
from sco_quiz.formats.exchange.word_styles import BLANK
from sco_quiz.formats.exchange.xml_output import xml_text
from sco_quiz.formats.package import Loss
from sco_quiz.formats.paper.answer_space import AnswerSpace, Boxes, Gaps, Lettered, MatchBoxes, NumberBoxes
from sco_quiz.formats.paper.answer_space import Line as WritingLine
from sco_quiz.formats.paper.docx_content import ContentWriter
from sco_quiz.formats.paper.docx_layout import Layout
from sco_quiz.formats.paper.files import Part
from sco_quiz.formats.paper.key import Key, Line
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet, SheetItem

_CIRCLE, _BOX = "○", "☐"
_SHORT_LINE = Cm(9)


def document_of(parts: Sequence[Part], settings: PaperSettings) -> tuple[bytes, list[Loss]]:
    """Return a document in which each part begins on a page of its own, numbered from 1, and what it does not hold."""
    losses: list[Loss] = []
    first = parts[0].sheets[0]
    layout = Layout(first.title, first.lang, settings)
    pages = [(part, sheet) for part in parts for sheet in part.sheets]
    for at, (part, sheet) in enumerate(pages):
        name = " · ".join(filter(None, (sheet.title, sheet.version)))
        layout.begin(name, WD_SECTION.NEW_PAGE if at else None, alone=len(pages) == 1)
        writer = _SheetWriter(layout, sheet, settings)
        match part.what:
            case "questions":
                writer.add_questions()
            case "answers":
                writer.add_answer_sheet()
            case "key":
                writer.add_key()
            case _:
                assert_never(part.what)
        if part.what == "key" and len(part.sheets) > 1 and sheet is part.sheets[-1]:
            _add_comparison(layout, part.sheets)
        losses += writer.losses
    return layout.saved(), losses


class _SheetWriter:
    """Adds a sheet to a document."""

    def __init__(self, layout: Layout, sheet: Sheet, settings: PaperSettings) -> None:
        self._layout, self._sheet = layout, sheet
        self._apart = settings.answer_sheet
        self.losses: list[Loss] = []
        self._content = ContentWriter(layout.document, sheet.pictures, not settings.dyslexia, layout.indent)

    def add_questions(self) -> None:
        """Add the head of a sheet and its questions."""
        self._add_head(styles.TEST_TITLE)
        if not self._apart:
            self._add_fields()
        for section in self._sheet.sections:
            if section.title:
                self._layout.add(f"{section.title} ({section.points})", "Heading2")
            for item in section.items:
                with self._layout.kept_together(), self._losses_of(item):
                    self._add_question(item)

    def add_answer_sheet(self) -> None:
        """Add the page on which learners write their answers."""
        self._add_head(styles.SHEET_TITLE, "answer_sheet")
        self._add_fields()
        self._layout.add(self._word("bubbles"), styles.INSTRUCTIONS)
        rows = ((str(item.number), _room(item.space)) for item in self._sheet.items)
        self._layout.add_table((self._word("question"), self._word("answer")), rows)

    def add_key(self) -> None:
        """Add what a teacher marks by."""
        self._add_head(styles.KEY_TITLE, "answer_key")
        for mark, least in self._sheet.scale:
            self._layout.add(f"{mark}: ≥ {least}", styles.INSTRUCTIONS)
        for item in self._sheet.items:
            with self._layout.kept_together(), self._losses_of(item):
                self._add_key(item)

    def _add_key(self, item: SheetItem) -> None:
        key, answer = item.key, self._numbered(item, styles.KEY_ANSWER)
        self._add_line_of_key(answer, key, key.answer)
        answer.add_run(f" ({item.points})")
        for line in key.accepted:
            self._add_line_of_key(self._layout.add("", styles.KEY_ACCEPTED), key, line)
        for style, lines in ((styles.KEY_NOTE, key.lines), (styles.KEY_SCORING, key.scoring)):
            for line in lines:
                self._content.add_inlines(self._layout.add("", style), line)
        if key.explanation:
            self._add(key.explanation, styles.EXPLANATION)

    def _add_line_of_key(self, to: Paragraph, key: Key, line: Line) -> None:
        for node in line:
            self._content.add_inlines(to, (node,), frozenset({"right"} if key.is_right(node) else ()))

    @contextmanager
    def _losses_of(self, item: SheetItem) -> Iterator[None]:
        self._content.lost.clear()
        yield
        for file in sorted(self._content.lost):
            message = f"the picture `{file}` cannot be drawn; its alternative text is written"
            self.losses.append(Loss(item.question_id, (file,), "lost-picture", message))

    def _word(self, name: str) -> str:
        return self._sheet.words.word(name)

    def _add_head(self, style: str, what: str = "") -> None:
        names = (self._sheet.title, self._sheet.version, self._word(what) if what else "")
        self._layout.add(" – ".join(filter(None, names)), style)
        self._layout.add(" · ".join(self._sheet.facts), styles.INSTRUCTIONS)

    def _add_fields(self) -> None:
        for field in self._sheet.header:
            self._add_line(self._layout.add(f"{field}: ", styles.INSTRUCTIONS))
        marks = f"{BLANK}    {self._word('mark')}: {BLANK}" if self._sheet.scale else ""
        self._layout.add(f"{self._word('points')}: {BLANK} / {self._sheet.most}    {marks}", styles.INSTRUCTIONS)

    def _add_question(self, item: SheetItem) -> None:
        if item.setting:
            self._layout.add(item.setting.label, styles.SETTING_LABEL)
            self._add(item.setting.content, styles.SETTING)
        self._add(item.prompt, styles.ITEM, self._numbered(item, styles.QUESTION))
        self._layout.add(f"{item.task} ({item.points})".strip(), styles.TASK)
        self._add_space(item.space)

    def _numbered(self, item: SheetItem, style: str) -> Paragraph:
        numbered = self._layout.add("", style)
        numbered.add_run(f"{item.number}.\t").bold = True
        return numbered

    def _add(self, content: Content, style: str, first: Paragraph | None = None) -> None:
        with self._layout.styled(style):
            self._content.add_blocks(content.blocks, first)

    def _add_space(self, space: AnswerSpace) -> None:
        match space:
            case Boxes(options, several, in_line):
                mark = "" if self._apart else _BOX if several else _CIRCLE
                if in_line:
                    self._layout.add(
                        "    ".join(f"{mark} {each.content.plain}".strip() for each in options), styles.TASK
                    )
                else:
                    self._add_options(options, mark)
            case WritingLine(long, unit):
                self._add_writing_line(long, unit)
            case Gaps(count, inline):
                if not inline and not self._apart:
                    self._layout.add("    ".join(f"{at} ________" for at in range(1, count + 1)), styles.TASK)
            case MatchBoxes(rows, options):
                self._add_options(
                    (Lettered(str(at), row) for at, row in enumerate(rows, 1)), "" if self._apart else BLANK
                )
                self._add_options(options, "")
            case NumberBoxes(items):
                self._add_options(items, "" if self._apart else BLANK)
            case _:
                assert_never(space)

    def _add_options(self, options: Iterable[Lettered], mark: str) -> None:
        for option in options:
            line = self._layout.add(f"{mark} " if mark else "", styles.OPTION)
            line.add_run(f"{option.letter}) ").bold = True
            self._add(option.content, styles.ITEM, line)

    def _add_writing_line(self, long: bool, unit: str) -> None:
        if self._apart and not unit:
            return
        line = self._layout.add("", styles.TASK)
        if not self._apart:
            self._add_line(line, None if long else _SHORT_LINE).add_run(" ")
        if unit:
            line.add_run(xml_text(unit))._r.style = styles.UNIT

    def _add_line(self, paragraph: Paragraph, end: Cm | None = None) -> Paragraph:
        """Draw a line as far as a place, by default the margin."""
        paragraph.paragraph_format.tab_stops.add_tab_stop(end or self._layout.width, leader=WD_TAB_LEADER.LINES)
        paragraph.add_run("\t")
        return paragraph


def _room(space: AnswerSpace) -> str:
    """Return the room to answer on an answer sheet."""
    match space:
        case Boxes(options, in_line=True):
            return "    ".join(f"{_CIRCLE} {each.content.plain}" for each in options)
        case Boxes(options):
            return "    ".join(f"{_CIRCLE} {each.letter}" for each in options)
        case WritingLine(unit=unit):
            return f"{BLANK * 5} {unit}".strip()
        case Gaps(count):
            return "    ".join(f"{at} {BLANK * 2}" for at in range(1, count + 1))
        case MatchBoxes(rows):
            return "    ".join(f"{at} {BLANK}" for at in range(1, len(rows) + 1))
        case NumberBoxes(items):
            return "    ".join(f"{each.letter} {BLANK}" for each in items)
    assert_never(space)


def _add_comparison(layout: Layout, sheets: Sequence[Sheet]) -> None:
    """Add which numbers a question has in the versions, with its answer where versions differ in letters."""
    layout.add(sheets[0].words.word("versions_compared"), "Heading2")
    rows = (tuple(_twin(item.question_id, sheet) for sheet in sheets) for item in sheets[0].items)
    layout.add_table([sheet.version for sheet in sheets], rows)


def _twin(question_id: str, sheet: Sheet) -> str:
    item = next((each for each in sheet.items if each.question_id == question_id), None)
    if item is None:
        return "–"
    lettered = item.key.chosen or isinstance(item.space, MatchBoxes | NumberBoxes)
    return f"{item.number}  {item.key.short}" if lettered else str(item.number)
