"""Two questions ask the same and have different answers.

One of the two answers must be wrong. The rule reports two questions of one kind with the same prompt, whose answers
differ: no accepted form of one is right in the other, or what is right in one choice is wrong in the other. Prompts are
the same if they have the same words and symbols in the same order; a phrase may move from the end to the start, and
capitals, articles and the words of, in, on and at do not count.

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

from collections.abc import Iterable, Iterator

from sco_quiz.core.interaction import Choice, Match, Order
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.core.typed import counts_as
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.pairs import same_prompts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.tokens import same_question

NAME = "contradiction"
SEVERITY = Severity.ERROR


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report questions that ask the same as an earlier one and have another answer."""
    for one, other, *_ in same_prompts(facts):
        if same_question(one.stem, other.stem) and _contradict(one, other):
            message = f"`{one.question.id}` asks the same and has a different answer"
            yield Finding(message, hint="correct the wrong answer", question=other.question.id)


def _contradict(one: Facts, other: Facts) -> bool:
    """Whether what is right in one question is wrong in the other."""
    match one.interaction, other.interaction:
        case Match(pairs), Match(others):
            # a prompt such as "Match each city" may be asked again, of other cities
            known = {row.source: right.source for row, right in pairs}
            return any(known.get(row.source, right.source) != right.source for row, right in others)
        case Order(), Order():
            return one.key != other.key and sorted(one.key) == sorted(other.key)
        case Choice() as choice, Choice() if not choice.by_key:
            return bool(_folded(one.keys) & _folded(other.wrong) or _folded(other.keys) & _folded(one.wrong))
    return not any(counts_as(left, right) for left in one.key for right in other.key)


def _folded(texts: Iterable[str]) -> set[str]:
    return set(map(fold, texts))
