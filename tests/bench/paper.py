"""How long a test on paper takes in each format: `python -m tests.bench.paper [SIZE…]`.

The questions are those of the built-in bank, with new ids, and those with formulas, tables and pictures of
tests/marked_up: one of each in turn. A row has the seconds of CPU for one version with its key, and for three.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, cycle, islice

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.exam_form import ExamForm, FormItem
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.formats.package import Package
from sco_quiz.formats.paper.markdown import write_markdown
from sco_quiz.formats.paper.pdf import write_pdf
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet, sheet_of
from sco_quiz.formats.paper.word import write_docx
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT

Writer = Callable[[Sequence[Sheet], PaperSettings], Package]
WRITERS: tuple[Writer, ...] = (write_pdf, write_docx, write_markdown)
SIZES = (30, 300)
VERSIONS = (1, 3)


def bank_of(size: int) -> Bank:
    """Return `size` questions of both banks in turn."""
    plain, marked = load_bank(), load_bank(ROOT / "tests" / "marked_up")
    mixed = chain.from_iterable(zip(cycle(plain.questions), cycle(marked.questions), strict=False))
    numbered = enumerate(islice(mixed, size), start=1)
    questions: list[AnyQuestion] = [each.model_copy(update={"id": f"q{number}"}) for number, each in numbered]
    topics = (Topic("all", "All", tuple(questions)),)
    return replace(plain, topics=topics, pictures={**plain.pictures, **marked.pictures})


def seconds(write: Writer, bank: Bank, versions: int) -> float:
    """Return the seconds of CPU that one format takes."""
    settings = PaperSettings(key="after")
    begin = time.process_time()
    forms = (ExamForm("Test", tuple(map(FormItem, bank.questions)), seed) for seed in range(versions))
    write([sheet_of(bank, form, settings, "ABC"[form.seed]) for form in forms], settings)
    return time.process_time() - begin


def main() -> None:
    """Print a row for each format and size."""
    print(f"{'questions':>9}  {'writer':<14}  " + "  ".join(f"{each} version{'s' * (each > 1)}" for each in VERSIONS))
    for size in [int(each) for each in sys.argv[1:]] or SIZES:
        bank = bank_of(size)
        for write in WRITERS:
            write([sheet_of(bank, ExamForm("Test", ()), PaperSettings())], PaperSettings())  # loads its packages
            row = "  ".join(f"{seconds(write, bank, each):8.2f} s" for each in VERSIONS)
            print(f"{size:>9}  {write.__name__:<14}  {row}")


if __name__ == "__main__":
    main()
