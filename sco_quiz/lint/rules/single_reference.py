"""One reference alone confirms what a question adds from outside the article.

The rules cannot trace what is under `beyond`, since the article does not contain it, and a single source may be wrong
or copied from another. Confirm each fact in two publications that do not depend on each other, and name both.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      beyond:
        text: They met again in 2010, in Astana.
        references: [minutes-of-2010]

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      beyond:
        text: They met again in 2010, in Astana.
        references: [minutes-of-2010, report-on-the-talks]
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "single-reference"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Report a `beyond` with one reference."""
    names = set(facts.question.references)
    if len(names) == 1:
        message = f"only `{names.pop()}` confirms what goes beyond the article"
        yield Finding(message, ("beyond", "references", 0), "add a second, independent reference")
