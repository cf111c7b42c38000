"""Examples of rules that count over a whole bank: a bank with the flaw and one without, as lists of questions."""

from typing import Any

Questions = list[dict[str, Any]]


def numbered(count: int, **fields: Any) -> Questions:
    """Questions that differ in a number; `{n}` stands for it in texts."""
    return [
        {"id": f"q{n}", **{name: v.replace("{n}", str(n)) if isinstance(v, str) else v for name, v in fields.items()}}
        for n in range(count)
    ]


def choices(longest_right: int, count: int) -> Questions:
    """Single choices, in the first of which the key is the longest option."""
    made = numbered(
        count, type="single_choice", prompt="Which is number {n}?", answer="{n} cities", distractors=["x", "y"]
    )
    for question in made[longest_right:]:
        question["distractors"] = ["no city at all", "y"]
    return made


def statements(true: int, false: int, longer: str = "") -> Questions:
    """True statements and false ones; `longer` is added to the true ones."""
    made = numbered(true + false, type="true_false", prompt="Statement {n} is this.", answer="true")
    for question in made[:true]:
        question["prompt"] += longer
    for question in made[true:]:
        question["answer"] = "false"
    return made


def typed(answers: list[str], **fields: Any) -> Questions:
    """Short answers."""
    made = numbered(len(answers), type="short_answer", prompt="What is thing number {n}?", **fields)
    return [{**question, "answer": answer} for question, answer in zip(made, answers, strict=True)]


TEN = [f"answer {n}" for n in range(10)]
LEVELS = ["remember"] * 7 + ["understand"] * 3

MANY: dict[str, tuple[Questions, Questions]] = {
    "longest-is-often-right": (choices(11, 12), choices(4, 12)),
    "true-false-imbalance": (statements(6, 2), statements(4, 4)),
    "one-answer-everywhere": (typed(["Almaty"] * 4 + TEN[:6]), typed(["Almaty"] * 3 + TEN[:7])),
    "uncovered-paragraph": (typed(TEN, source=[2]), [
        {**question, "source": [2 + n % 4]} for n, question in enumerate(typed(TEN))
    ]),
    "missing-summary": (typed(TEN, source=[2]), typed(TEN, source=[])),
    "mostly-recall": (typed(TEN, level="remember"), [
        {**question, "level": level} for question, level in zip(typed(TEN), LEVELS, strict=True)
    ]),
}  # fmt: skip
