"""Some options contain an absolute word.

Options with "always", "never", "all" or "nothing" are rarely right, and learners rule them out without reading them.
The rule reports such options when others contain no absolute word, and an absolute word in the prompt of a choice
between true and false. "Almost all" and "not always" allow exceptions, "all day" and "at all" do not mean everything,
and "all of the above" is the subject of another rule: they do not count.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana every time, Moscow, Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.hedges import telling
from sco_quiz.lint.rule import Finding

NAME = "absolute-word"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Report options with an absolute word, unless all have one, and such a statement."""
    for path, word in telling(facts, "absolute"):
        this = "the statement" if path == ("prompt",) else "this option"
        hint = "remove the word" if path == ("prompt",) else "remove the word, or use it in every option"
        yield Finding(f"{this} says `{word}`", path, hint, part=word)
