"""Two questions ask the same and have different answers.

One of the two answers must be wrong. The rule reports two questions of one kind whose prompts have the same content
words, in any order, and whose answers differ.

Example:

    - id: here
      type: short_answer
      prompt: In which city did finance ministers of six countries meet in December 2009?
      answer: Almaty
    - id: there
      type: short_answer
      prompt: In December 2009, in which city did finance ministers of six countries meet?
      answer: Astana

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
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.pairs import same_key, similar_pairs
from sco_quiz.lint.rule import Finding

NAME = "contradiction"
SEVERITY = Severity.ERROR


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report pairs with the same content words and different answers."""
    for one, other, share in similar_pairs(facts):
        # a single different word may make it another question
        if share == 1 and not same_key(one, other):
            message = f"`{one.question.id}` asks the same and has a different answer"
            yield Finding(message, hint="correct the wrong answer", question=other.question.id)
