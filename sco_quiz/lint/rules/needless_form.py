"""An accepted form is right without being listed.

The grader ignores case, accents, articles and hyphens, and understands number words and dates. Forms that it accepts
anyway hide the forms that matter, such as a short name or another spelling.

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


def check(facts: Facts) -> Iterator[Finding]:
    """Report each form that the forms before it already cover."""
    match facts.interaction:
        case TextEntry(gaps=(gap,), inline=False):
            for index, (path, form) in enumerate(facts.placed_as(Role.ACCEPTED), start=1):
                # only the forms before it: of two forms that cover each other, one has to stay; code covers nothing
                covering = TextGap(gap.accepted[:index]).words if gap.accepted[index].notation == "words" else ()
                if accepts(covering, form):
                    yield Finding(f"`{form}` is right without being listed", path, "remove it")
