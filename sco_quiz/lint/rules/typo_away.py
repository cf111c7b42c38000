"""A rejected answer is one typo away from a right one.

The program rejects the right word if a learner mistypes one letter, or takes the wrong word for a typo. The rule
reports a rejected answer that the grader would otherwise accept as a typo of a right one. There is no need to reject
answers of other questions, names or common words: the grader never takes them for typos.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      reject: [Almata]

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      reject: [Astana]
"""

from collections.abc import Iterator, Sequence

from sco_quiz.core.interaction import TextEntry
from sco_quiz.core.parts import Role
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import content_words
from sco_quiz.core.typed import grade_typed
from sco_quiz.core.typed.typos import count_typos
from sco_quiz.core.verdict import Outcome
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "typo-away"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report rejected answers that the grader would take for a typo."""
    if not facts.placed_as(Role.REJECTED):
        return
    entry = facts.interaction
    # in code and formulas no typo is forgiven
    strict = {form.plain for gap in entry.gaps for form in gap.as_typed} if isinstance(entry, TextEntry) else set()
    for path, rejected in facts.placed_as(Role.REJECTED):
        words = content_words(rejected)
        # most forms need no grading
        forms = [form for form in facts.key if form not in strict and _is_one_typo_away(words, content_words(form))]
        verdict = grade_typed(rejected, forms)
        if verdict.outcome is Outcome.ALMOST:
            message = f"`{rejected}` is one typo away from `{verdict.nearest}`"
            yield Finding(message, path, "use a choice question, or remove the form if it is a common word")


def _is_one_typo_away(words: Sequence[str], form: Sequence[str]) -> bool:
    """Whether no word has two typos: a learner who makes them is nearer to the right word with one of them."""
    return len(words) == len(form) and all(map(_has_at_most_one_typo, words, form))


def _has_at_most_one_typo(word: str, meant: str) -> bool:
    return word == meant or count_typos(word, meant, 1) == 1
