"""The prompt of another question gives the answer away.

Learners who see both questions have just read the answer. A quiz keeps such enemies apart; in Anki they may be due on
one day. The rule reports a right answer of up to six words that occurs in the prompt of another question about the
same subject, as `sco-quiz check --enemies` shows it. An answer that occurs in more than one prompt in twenty-five (in a
small bank: in more than two), or in its own prompt, does not count. If you cannot reword one of the prompts, name one
question in `never_with` of the other: the rule does not report such pairs.

Example:

    - type: short_answer
      prompt: In which city did finance ministers of six countries meet in 2009?
      answer: Almaty
    - type: short_answer
      prompt: What did finance ministers of six countries hold in Almaty in 2009?
      answer: a meeting
      allow: {answer-not-in-source: invented}

Instead:

    - type: short_answer
      prompt: In which city did finance ministers of six countries meet in 2009?
      answer: Almaty
    - type: numeric
      prompt: From how many countries did the finance ministers come who met in December 2009?
      answer: 6
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import words
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.tokens import occurs, tokens
from sco_quiz.lint.word_lists import subject_of

NAME = "answer-given-away"
SEVERITY = Severity.WARNING

MAX_WORDS = 6
# the share of prompts that may contain a key, as one in …; two prompts always may
HOLDERS, MINIMUM = 25, 2


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report prompts that contain the answer to another question about the same subject."""
    index: dict[str, list[Facts]] = defaultdict(list)
    for item in facts.questions:
        for word in set(words(item.shown)):
            index[word].append(item)
    maximum = max(MINIMUM, len(facts.questions) // HOLDERS)
    for item in facts.questions:
        for key in item.single_keys:
            for other in _holders(item, key, index, maximum):
                if not _written(item, other) and facts.bank.enemies.clue(other.question.id, item.question.id):
                    message = f"this prompt gives away the answer to `{item.question.id}`: `{key}`"
                    hint = "reword one of the two prompts, or write `never_with`"
                    yield Finding(message, ("prompt",), hint, other.question.id)


def _holders(item: Facts, key: str, index: Mapping[str, Sequence[Facts]], maximum: int) -> list[Facts]:
    """Return the other questions with an answer in their prompts, unless they are many."""
    wanted = words(key)
    phrase = f" {' '.join(wanted)} "
    # an answer of function words occurs everywhere; one in its own prompt is the subject of answer-in-prompt
    if not 0 < len(wanted) <= MAX_WORDS or not subject_of(key) or phrase in item.spaced_stem:
        return []
    # a prompt with the whole answer contains its rarest word, too, and that list is the shortest
    rarest = min((index.get(word, ()) for word in wanted), key=len)
    if len(wanted) == 1 and len(rarest) > maximum:
        return []
    telling = [other for other in rarest if other is not item and phrase in other.spaced_stem]
    # C is another word than C++; numbers are the same in words and digits
    if not any(word[0].isdigit() for word in wanted):
        telling = [other for other in telling if occurs(tokens(key), tokens(other.shown))]
    # an answer that many prompts contain, such as the name of the organization, does not help
    return telling if len(telling) <= maximum else []


def _written(one: Facts, other: Facts) -> bool:
    """Whether one of two questions names the other as its enemy."""
    return other.question.id in one.question.never_with or one.question.id in other.question.never_with
