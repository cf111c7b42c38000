"""The prompt does not ask anything.

Learners should know the task before they read the options. The rule reports a prompt without a question mark, without a
colon or gap at its end and without a verb that sets a task. It also reports a prompt with fewer than two content words
(one below a `setting`), unless items to match or to order show the subject. It does not apply to true/false statements
and clozes.

Example:

    - type: single_choice
      prompt: Finance ministers of six countries
      answer: met in Almaty
      distractors: [met in Moscow, met in Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

import re
from collections.abc import Iterator

from sco_quiz.core.interaction import Match, Order
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import phrases

NAME = "unfocused-prompt"
SEVERITY = Severity.INFO

MIN_WORDS = 2

# read from the end, where it takes one step for each character
_GAP_AT_END = re.compile(r"\W*?[:_…]")
# a task starts a sentence or a clause: "From first to last, order the meetings"
_FIRST = re.compile(r"(?:^|[.!;:,]\s+|\bthen )(\w+)")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a prompt without a question, a gap at the end, or a task."""
    if not facts.asks:
        return
    asks = "?" in facts.prose or _GAP_AT_END.match(facts.prose[::-1])
    if not (asks or phrases("imperatives") & set(_FIRST.findall(facts.folded_stem))):
        yield Finding("the prompt asks nothing", hint="ask a question that learners understand without the options")
    # the rows or items of other prompts name the subject
    elif len(facts.subject) + bool(facts.setting) < MIN_WORDS and not isinstance(facts.interaction, Match | Order):
        yield Finding("the prompt hardly says what it is about", hint="name the subject")
