"""Examples of rules that count over a whole bank: a bank with the flaw and one without."""

from sco_quiz.core.bank import Bank
from sco_quiz.core.reference import Reference
from sco_quiz.core.source import Fact
from tests.lint.builders import SOURCE, Questions, bank_of, choices, levels, numbered, short, statements, typed

TEN = [f"answer {n}" for n in range(10)]
SPREAD = [{**question, "source": [2 + n % 4]} for n, question in enumerate(typed(TEN))]


def with_facts(*facts: Fact) -> Bank:
    """Return a bank of the questions q0 and q1, the second one retired, whose source lists facts."""
    title, text, *more = SOURCE.paragraphs
    listed = (title, text.model_copy(update={"facts": facts}), *more)
    asked, retired = typed(TEN[:2])
    return bank_of([asked, {**retired, "status": "retired"}], SOURCE.model_copy(update={"paragraphs": listed}))


def referring(*names: str) -> Bank:
    """Return a bank with the references `minutes` and `report`, of which a question names some."""
    known = {name: Reference(title=name, publisher="City", date="2010") for name in ("minutes", "report")}
    beyond = {"text": "They met again.", "references": names}
    return bank_of(short("Almaty", beyond=beyond), SOURCE.model_copy(update={"references": known}))


def both(bad: Questions, good: Questions) -> tuple[Bank, Bank]:
    return bank_of(bad), bank_of(good)


BANK_EXAMPLES: dict[str, tuple[Bank, Bank]] = {
    "longest-is-often-right": both(choices(11, 12), choices(4, 12)),
    "true-false-imbalance": both(statements(6, 2), statements(4, 4)),
    "one-answer-everywhere": both(typed(["Almaty"] * 4 + TEN[:6]), typed(["Almaty"] * 3 + TEN[:7])),
    "uncovered-paragraph": both(typed(TEN, source=[2]), SPREAD),
    "missing-summary": both(typed(TEN, source=[2]), typed(TEN, source=[])),
    "mostly-recall": both(levels(10, 10), levels(7, 10)),
    "repeated-phrase": both(
        numbered(5, type="short_answer", prompt="Who said {n} in February 2010?", answer="Ann"),
        numbered(5, type="short_answer", setting="February 2010", prompt="Who said {n}?", answer="Ann"),
    ),
    "unused-reference": (referring("minutes"), referring("minutes", "report")),
    "fact-not-asked": (
        with_facts(Fact(text="Ministers met in 2009"), Fact(text="They met in Almaty", questions=("q1",))),
        with_facts(Fact(text="They met in Almaty", questions=("q1", "q0"))),
    ),
}
