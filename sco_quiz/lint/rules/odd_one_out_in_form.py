"""The right option alone differs from the others in form.

A lone full stop, a lone capital, lone quotes or the only number among words draw the eye to one option, and when it
is the key they give it away.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty.
      distractors: [Astana, Moscow, Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Callable, Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import read_number
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "odd-one-out-in-form"
SEVERITY = Severity.WARNING

_FORMS: dict[str, Callable[[str], bool]] = {
    "ends with a full stop": lambda text: text.endswith((".", "!")),
    "starts with a capital": lambda text: text[0].isupper(),
    "is a number": lambda text: read_number(text) is not None,
    "stands in quotes": lambda text: text[0] in "\"'“‘«",
}


def check(facts: Facts) -> Iterator[Finding]:
    """Compare the key with the distractors, form by form."""
    if len(facts.keys) != 1 or len(facts.wrong) < 2:
        return
    for what, has in _FORMS.items():
        right, wrong = has(facts.keys[0]), {has(text) for text in facts.wrong}
        if wrong == {not right}:
            message = f"the right option alone {what}" if right else f"every option but the right one {what}"
            yield Finding(message, facts.placed[0][0], "give all options one form")
