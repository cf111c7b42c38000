"""Two questions ask the same and give different answers.

One of the two keys must be wrong. Reported are two questions of one kind whose prompts have the same content words,
in any order, and whose keys differ.

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

Measured: exact by construction, up to questions that differ in function words alone. On the 137 questions that come
along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.pairs import same_key, similar_pairs
from sco_quiz.lint.rule import Finding

NAME = "contradiction"
SEVERITY = Severity.ERROR


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Compare prompts that share a rare word."""
    for one, other, share in similar_pairs(facts):
        if share == 1 and not same_key(one, other):
            message = f"`{one.question.id}` asks the same and has another answer"
            yield Finding(message, hint="mend the wrong one", question=other.question.id)
