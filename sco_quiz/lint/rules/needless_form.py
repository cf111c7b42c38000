"""An accepted form is right without being listed.

The grader ignores case, accents, articles and hyphens, and understands number words and dates. Forms that it accepts
anyway hide the forms that matter, such as a short name or another spelling. Of more than a hundred forms, only the
first hundred are compared with those after them.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      accept: [the almaty]

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      accept: [Alma-Ata]
"""

from collections.abc import Iterator

from sco_quiz.core.interaction import TextEntry, TextGap
from sco_quiz.core.parts import Role
from sco_quiz.core.problem import Severity
from sco_quiz.core.typed import accepts
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "needless-form"
SEVERITY = Severity.WARNING

COMPARED = 100  # each is compared with every form after it


def check(facts: Facts) -> Iterator[Finding]:
    """Report each form that the forms before it already cover."""
    match facts.interaction:
        case TextEntry(gaps=(gap,), inline=False):
            for index, (path, form) in enumerate(facts.placed_as(Role.ACCEPTED), start=1):
                # only the forms before it: of two forms that cover each other, one has to stay; code covers nothing
                before = gap.accepted[: min(index, COMPARED)] if gap.accepted[index].notation == "words" else ()
                if accepts(TextGap(before).words, form):
                    yield Finding(f"`{form}` is right without being listed", path, "remove it")
