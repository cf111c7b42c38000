"""How the time to read hostile text grows with its length: `python -m tests.bench.growth [LENGTH]`.

Text twice as long takes about twice the time; were it to grow with the square of the length, four times.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sco_quiz.anki.notes import plan_note
from sco_quiz.core.gap_syntax import find_gaps, likely_gap
from sco_quiz.core.markup.formulas import formula_text, mathml
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.markup.tex.parse import parse_tex
from sco_quiz.loading.diagnosis.suggestions import as_list, as_pairs
from tests.anki.test_hostile_markup import bank_of as marked_bank
from tests.bench.measure import Row, here, in_turn
from tests.core.markup.test_formulas import FORMULAS
from tests.core.markup.test_markdown import UNITS as MARKS
from tests.lint.builders import bank_of, run, single
from tests.lint.test_edges import UNITS as PROSE

LENGTH = 16_000
FEWEST = 0.02  # seconds; less is noise


def markdown(text: str) -> None:
    for gaps in (False, True):
        parse_content(text, gaps, "markdown")


def gaps(text: str) -> None:
    find_gaps(text)
    find_gaps(text.replace("{", "`"), marked_up=True)
    find_gaps(text.replace("[", "```\n"), marked_up=True)
    likely_gap(text)


def rules(text: str) -> None:
    asked = f"Which is it? {text}"
    question = single(f"a {asked}", "b", "c", prompt=asked, explanation=asked)
    run(bank_of(question, markup="plain"))
    run(bank_of(question, markup="markdown"))


def card(text: str) -> None:
    bank = marked_bank({"long": text})
    plan_note(bank, bank.questions[0])


def suggestions(text: str) -> None:
    as_list("answers", text)
    as_pairs("pairs", text)


READERS: dict[str, tuple[Callable[[str], object], Iterable[str]]] = {
    "Markdown": (markdown, MARKS),
    "gaps": (gaps, ("[", "{", "{c1", "{:", "{{a ", "{{c1::")),
    "rules": (rules, PROSE),
    "a card": (card, ("*", "[", "](", "$x", "**many** words and `no` end of them, ", "![a](media/live.svg)")),
    "suggestions": (suggestions, (" ", "-", "a ")),
}


def rows(_: int, length: int = LENGTH) -> Iterator[Row]:
    """Yield of each reader the text whose time grows most, and the mean of the formulas of the tests."""
    for name, (read, units) in READERS.items():
        yield max((grown(name, read, unit, length) for unit in units), key=lambda row: row.ratio)
    (seconds,) = in_turn(here(formulas))
    yield Row("a formula", seconds / len(FORMULAS), 0.1, 1, "the longest that is good enough")


def grown(name: str, read: Callable[[str], object], unit: str, length: int) -> Row:
    """Return the time for a text beside twice the time for its half."""
    half, whole = (unit * (size // len(unit)) for size in (length, 2 * length))
    first, second = in_turn(here(partial(afresh, read, half)), here(partial(afresh, read, whole)))
    return Row(f"{name}: twice the text", second, max(2 * first, FEWEST), 1.5, f"its halves; {unit!r}")


def afresh(read: Callable[[str], object], text: str) -> None:
    """Read text as if for the first time."""
    parse_content.cache_clear()
    read(text)


def formulas() -> None:
    for cached in (parse_tex, mathml, formula_text):
        cached.cache_clear()
    for formula in FORMULAS:
        mathml(formula.tex)
        formula_text(formula.tex)


def main() -> None:
    length = int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH
    for name, (read, units) in READERS.items():
        for unit in units:
            row = grown(name, read, unit, length)
            print(f"{name:<12} {row.today:8.3f} s {row.ratio:6.2f}  {unit!r}", flush=True)


if __name__ == "__main__":
    main()
