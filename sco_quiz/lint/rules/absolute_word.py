"""Some options contain an absolute word.

Options with "always", "never" or "only" are rarely right, and learners rule them out without reading them. The rule
reports such options when others contain no absolute word. "All of the above" and other options about options do not
count.

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
from sco_quiz.lint.option_references import refers_to_options
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "absolute-word"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Report options with an absolute word, unless all have one."""
    found = pattern("absolute")
    if not any(found.search(folded) for _, _, folded in facts.folded):
        return
    # that "all of the above" contains `all` is the subject of another rule
    real = [(path, found.search(folded)) for path, _, folded in facts.folded if not refers_to_options(folded)]
    # a word in every option gives no hint at the right one
    if all(match for _, match in real):
        return
    for path, match in real:
        if match:
            yield Finding(f"this option says `{match[0]}`", path, "remove the word, or use it in every option")
