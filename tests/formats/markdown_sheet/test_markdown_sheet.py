"""The Markdown file to read and print: what it shows of each interaction, and what it leaves behind."""

import re

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.formats import format_named
from sco_quiz.formats.package import Package
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT

VALUES = (
    {"type": "single_choice", "answer": "2*3*x", "distractors": ["*b*"], "order": "fixed", "explanation": "So."},
    {"type": "true_false", "prompt": "It is hot.", "answer": "false", "correction": {"hot": "cold"}},
    {"type": "cloze", "prompt": "{{c1::a::letter}} and {{c2::b}}", "accept": {"a": ["A"]}},
    {"type": "numeric", "answer": 5, "unit": "km", "tolerance": 1},
    {"type": "matching", "pairs": {"x": "y", "z": "w"}, "distractors": ["v"]},
    {"type": "ordering", "items": ["one", "two", "three"], "setting": "Long ago"},
    {"type": "short_answer", "answer": "a", "status": "retired"},
)
EXPECTED = r"""# Small

## One

1. Which?

   - **A** 2*3*x
   - **B** \*b\*

2. It is hot.

   **True** / **False**

3. \_\_\_\_\_\_ (letter) and \_\_\_\_\_\_

4. Which?

5. Which?

   1. x
   2. z

   - **A** 1
   - **B** 2
   - **C** 3

6. Long ago

   Which?

   - **A** 4
   - **B** 5
   - **C** 6

## Answers

1. - **A** 2*3*x

   So.

2. **False**: hot → cold

3. a (or A); b

4. 5 km. Right within ± 1.

5. 7

6. 8
"""


def write(bank: Bank) -> Package:
    form = format_named("markdown")
    assert form
    return form.write(bank)


def small() -> Bank:
    questions = tuple(
        KINDS[str(each["type"])].model_validate(
            {"id": f"q-{at}", "prompt": "Which?", "level": "remember", **each}, context={"markup": "plain"}
        )
        for at, each in enumerate(VALUES)
    )
    return Bank("small", "Small", (Topic("one", "One", questions),))


def test_each_interaction_with_its_answer() -> None:
    text = write(small()).files["small.md"].decode()
    # the order of what is shuffled depends on the id of the question: compared below
    options = dict(re.findall(r"(?m)^   - \*\*([A-C])\*\* (y|w|v)$", text))
    items = dict(re.findall(r"(?m)^   - \*\*([A-C])\*\* (one|two|three)$", text))
    assert sorted(options.values()) == ["v", "w", "y"]
    letters = {text: mark for mark, text in options.items()}
    order = {text: mark for mark, text in items.items()}
    meant = EXPECTED
    for sign, shown in zip(
        "123456", [*(options[mark] for mark in "ABC"), *(items[mark] for mark in "ABC")], strict=True
    ):
        meant = re.sub(rf"(?m)^(   - \*\*[A-C]\*\* ){sign}$", rf"\g<1>{shown}", meant)
    meant = meant.replace("5. 7", f"5. 1 {letters['y']}, 2 {letters['w']}")
    meant = meant.replace("6. 8", "6. " + ", ".join(order[name] for name in ("one", "two", "three")))
    assert text == meant


def test_what_is_left_behind_is_named() -> None:
    losses = {(loss.question, loss.path) for loss in write(small()).losses}
    assert losses == {("q-6", ("status",))}


def test_marked_up_text_stays_and_pictures_are_beside_the_file() -> None:
    bank = load_bank(ROOT / "tests" / "marked_up")
    package = write(bank)
    text = package.files["marked-up.md"].decode()
    assert package.files.keys() == {"marked-up.md", *bank.pictures}
    assert all(f"]({file})" in text for file in bank.pictures)
    assert "   ![A square with a line from one corner to the opposite one](media/square.webp)" in text
    assert "     ______ { y: " in text  # a line to write on in code needs no backslashes
    assert "$$\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}$$" in text


def test_text_of_several_lines_is_below_its_letter() -> None:
    text = write(load_bank(ROOT / "tests" / "hostile_bank")).files["hostile.md"].decode()
    assert re.search(r"\n    - \*\*[A-C]\*\*\n\n      ```python\n      while n:\n          n -= 1\n      ```\n", text)
    assert "{{c" not in text
