"""Two questions ask nearly the same.

Learners remember a fact better if questions ask for it from several angles. Two questions in the same words waste time,
and learners confuse the two cards. The rule reports two questions of one kind with the same answer whose prompts share
at least 60 % of their content words (numbers, negations and words with symbols included). Similar questions with
different answers, such as one about each of two cities, do not count. With different settings, the words of setting and
prompt together count, too.

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
"""

from collections.abc import Iterator
from itertools import chain

from sco_quiz.core.figures import percent
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.pairs import same_prompts, similar_pairs
from sco_quiz.lint.rule import Finding

NAME = "near-duplicate"
SEVERITY = Severity.WARNING


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report pairs with similar prompts and the same answer."""
    # similar prompts with different answers are a series, not a repetition
    same = (pair for pair in same_prompts(facts) if pair.one.folded_key == pair.other.folded_key)
    similar = similar_pairs(facts)
    for one, other, share in chain(same, similar.pairs):
        message = f"the prompt is nearly that of `{one.question.id}`: they share {percent(share)} of their words"
        if one.stem == other.stem or fold(one.stem) == fold(other.stem):
            message = f"`{one.question.id}` has the same prompt and the same answer"
        yield Finding(message, ("prompt",), "ask from another angle, or delete one of them", other.question.id)
    if similar.partly:
        many = f"{counted(len(similar.partly), 'prompt')} with too many similar ones: only some pairs are listed"
        yield Finding(many, ("prompt",), "ask from other angles, or delete some", similar.partly[0].question.id)
