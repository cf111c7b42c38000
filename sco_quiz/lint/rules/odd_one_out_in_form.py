"""Only the right option has a different form.

A single period, initial capital, quotation mark or number among words draws attention to one option. If this option is
the right one, its form gives it away.

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
"""

from collections.abc import Callable, Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import read_number
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "odd-one-out-in-form"
SEVERITY = Severity.WARNING

_FORMS: dict[str, Callable[[str], bool]] = {
    "ends with a period": lambda text: text.endswith((".", "!")),
    "starts with a capital": lambda text: text[:1].isupper(),
    "is a number": lambda text: read_number(text) is not None,
    "starts with a quotation mark": lambda text: text.startswith(('"', "'", "“", "‘", "«")),
}


def check(facts: Facts) -> Iterator[Finding]:
    """Report a form that only the right option has, or only the right option lacks."""
    # of two options each has a form of its own
    if len(facts.keys) != 1 or len(facts.wrong) <= 1:
        return
    for what, has in _FORMS.items():
        right = has(facts.keys[0])
        if all(has(text) is not right for text in facts.wrong):
            message = f"only the right option {what}" if right else f"every option but the right one {what}"
            yield Finding(message, facts.placed[0][0], "give all options the same form")
