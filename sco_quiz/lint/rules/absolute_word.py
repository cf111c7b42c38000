"""Some options hold a word that allows no exception.

"Always", "never", "only" and their like are rarely right, and learners strike such options out unread. Reported are
options with such a word where others have none; "all of the above" and other options about options do not count.

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

Measured: published precision 0.25 to 0.4, so this is advice. On the 137 questions that come along it reported 2, of
which 2 were mended.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.option_references import is_meta
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "absolute-word"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the words of the list."""
    found = pattern("absolute")
    if not any(found.search(folded) for _, _, folded in facts.folded):
        return
    real = [(path, found.search(folded)) for path, _, folded in facts.folded if not is_meta(folded)]
    if all(match for _, match in real):
        return
    for path, match in real:
        if match:
            yield Finding(f"this option says `{match[0]}`", path, "say it without the word, or in every option")
