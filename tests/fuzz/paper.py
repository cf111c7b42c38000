"""Tests for Word that somebody changed: they are read without a failure, and no question vanishes silently."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from io import BytesIO
from random import Random

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from sco_quiz.core.exam_form import ExamForm, FormItem
from sco_quiz.core.problem import Severity
from sco_quiz.formats import format_named
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import sheet_of
from sco_quiz.formats.paper.word import write_docx
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT

NAME, FULL = "paper", 100
_TEXTS = ("", " ", "1.", "A)", "12. What?", "☒ B) x", "____ 1) y", "1 C, 2 A", "\ue0101\ue011", "1/2", "99999. z", "→")


@cache
def _written() -> bytes:
    bank = load_bank(ROOT / "tests" / "marked_up")
    settings = PaperSettings(key="after", one_file=True, answer_sheet=True)
    items = tuple(map(FormItem, bank.questions[::2]))  # of each kind
    forms = {"A": 1, "B": 2}
    sheets = [sheet_of(bank, ExamForm("Test", items, seed), settings, label) for label, seed in forms.items()]
    return write_docx(sheets, settings).files["test.docx"]


def cases(seed: int) -> Iterator[bytes]:
    """Yield a document with a few of its paragraphs changed."""
    random = Random(seed)
    document = docx.Document(BytesIO(_written()))
    for _ in range(random.randint(1, 12)):
        _change(document, random)
    file = BytesIO()
    document.save(file)
    yield file.getvalue()


def _change(document: Document, random: Random) -> None:
    one, other = random.choices(document.paragraphs, k=2)
    runs = random.choice(document.paragraphs).runs
    match random.randrange(7):
        case 0:
            one._p.getparent().remove(one._p)
        case 1:
            one._p.addnext(deepcopy(other._p))
        case 2:
            one._p.addnext(other._p)
        case 3:
            one._p.style = other._p.style
        case 4 if runs:
            random.choice(runs).text = random.choice(_TEXTS)
        case 5 if runs:
            random.choice(runs)._r.style = random.choice(("RightAnswer", "Gap", "GapHint", "AnswerUnit", None))
        case _:
            one.add_run(random.choice(_TEXTS))


def run(seed: int) -> None:
    """Read a changed test; each paragraph that begins a question is a draft, or has a problem at its place."""
    for data in cases(seed):
        form = format_named("list")
        assert form
        reading = form.read(data, "test.docx")
        begun = sum(_begins(each) for each in docx.Document(BytesIO(data)).paragraphs)
        refused = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
        assert len(reading.drafts) + len(refused) >= begun, f"{begun} questions, {len(reading.drafts)} drafts"


def _begins(paragraph: Paragraph) -> bool:
    number = paragraph.text.partition(".")[0].strip()
    return paragraph._p.style == "Question" and number.isdigit() and len(number) <= 5
