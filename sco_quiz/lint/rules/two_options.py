"""A choice has only two options, or only judges a statement.

Half of the guesses are right (in a multiple_choice question one in three). Add a second distractor. If the options
judge what the prompt says, use a true_false question: the rule reports options that are only true and false, one that
is only yes or no, and "true or false" at the start of a sentence or at the end of the prompt, unless the prompt asks
which, what, who, when, where or how.

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
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.judgments import judges
from sco_quiz.lint.rule import Finding

NAME = "two-options"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a choice between two options, or between true and false."""
    if len(facts.keys) == 1 and judges(facts):
        # a true_false question also has a correction and its own keys
        yield Finding("this is a true_false question in disguise", ("type",), "use `type: true_false`")
    elif (len(facts.keys), len(facts.wrong)) == (1, 1):
        yield Finding("there is only one distractor", facts.wrong_path, "add a second plausible distractor")
