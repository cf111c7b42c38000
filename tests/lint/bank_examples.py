"""Examples of rules that count over a whole bank: a bank with the flaw and one without, as lists of questions."""

from tests.lint.builders import Questions, choices, levels, statements, typed

TEN = [f"answer {n}" for n in range(10)]
SPREAD = [{**question, "source": [2 + n % 4]} for n, question in enumerate(typed(TEN))]

BANK_EXAMPLES: dict[str, tuple[Questions, Questions]] = {
    "longest-is-often-right": (choices(11, 12), choices(4, 12)),
    "true-false-imbalance": (statements(6, 2), statements(4, 4)),
    "one-answer-everywhere": (typed(["Almaty"] * 4 + TEN[:6]), typed(["Almaty"] * 3 + TEN[:7])),
    "uncovered-paragraph": (typed(TEN, source=[2]), SPREAD),
    "missing-summary": (typed(TEN, source=[2]), typed(TEN, source=[])),
    "mostly-recall": (levels(10, 10), levels(7, 10)),
}
