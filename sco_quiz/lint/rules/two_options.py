"""A choice question has only two options.

Half of the guesses are right (in a multiple_choice question one in three). If the two options are true and false, or
yes and no, use a true_false question. Otherwise add a second distractor.

Example:

    - type: single_choice
      prompt: Did finance ministers of six countries meet in Almaty in 2009?
      answer: "Yes"
      distractors: ["No"]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "two-options"
SEVERITY = Severity.WARNING

_TRUTH = ({"true", "false"}, {"yes", "no"}, {"right", "wrong"})


def check(facts: Facts) -> Iterator[Finding]:
    """Report a choice between two options."""
    if (len(facts.keys), len(facts.wrong)) != (1, 1):
        return
    # a true_false question also has a correction and its own keys
    if {fold(text) for text in facts.options} in _TRUTH:
        yield Finding("this is a true_false question in disguise", ("type",), "use `type: true_false`")
    else:
        yield Finding("there is only one distractor", facts.wrong_path, "add a second plausible distractor")
