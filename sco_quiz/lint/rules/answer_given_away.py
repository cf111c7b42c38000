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

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sco_quiz.core.enemies.graph import Enemies
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
    sought = [(item, key) for item in facts.questions for key in item.single_keys]
    index = _index(facts.questions, frozenset(word for _, key in sought for word in words(key)))
    maximum = max(MINIMUM, len(facts.questions) // HOLDERS)
    holding = {key: _holding(key, index, maximum) for key in dict.fromkeys(key for _, key in sought)}
    holders: dict[str, Sequence[Facts]] = {}
    enemies = facts.bank.enemies
    for item, key in sought:
        # one in its own prompt is the subject of answer-in-prompt
        if not holding[key] or _phrase(key) in item.spaced_stem or not enemies.may_be_given_away(item.question.id):
            continue
        if key not in holders:
            holders[key] = _holders(key, holding[key], maximum)
        for other in holders[key]:
            if not _written(item, other) and _gives_away(other, item.question.id, enemies):
                message = f"this prompt gives away the answer to `{item.question.id}`: `{key}`"
                hint = "reword one of the two prompts, or write `never_with`"
                yield Finding(message, ("prompt",), hint, other.question.id)


def _index(questions: Iterable[Facts], wanted: frozenset[str]) -> Mapping[str, Sequence[Facts]]:
    """Return the questions with each of some words in their prompts."""
    index: dict[str, list[Facts]] = {}
    for item in questions:
        for word in wanted.intersection(item.spaced_stem.split()):
            index.setdefault(word, []).append(item)
    return index


def _holding(key: str, index: Mapping[str, Sequence[Facts]], maximum: int) -> Sequence[Facts]:
    """Return the questions with the words of an answer in their prompts, unless a single word is in many."""
    wanted = words(key)
    # an answer of function words occurs everywhere
    if not 0 < len(wanted) <= MAX_WORDS or not subject_of(key):
        return ()
    # a prompt with the whole answer contains its rarest word, too, and that list is the shortest
    telling = min((index.get(word, ()) for word in wanted), key=len)
    if len(wanted) > 1:
        phrase = _phrase(key)
        return [other for other in telling if phrase in other.spaced_stem]
    return telling if len(telling) <= maximum else ()


def _holders(key: str, holding: Sequence[Facts], maximum: int) -> Sequence[Facts]:
    """Return those with the answer itself, unless they are many."""
    # C is another word than C++; numbers are the same in words and digits
    if not any(word[0].isdigit() for word in words(key)):
        sequence = tokens(key)
        holding = [other for other in holding if occurs(sequence, tokens(other.shown))]
    # an answer that many prompts contain, such as the name of the organization, does not help
    return holding if len(holding) <= maximum else ()


def _gives_away(other: Facts, given: str, enemies: Enemies) -> bool:
    may = enemies.may_give_away(other.told, other.answers, given)
    return may and enemies.clue(other.question.id, given) is not None


def _phrase(key: str) -> str:
    return f" {' '.join(words(key))} "


def _written(one: Facts, other: Facts) -> bool:
    """Whether one of two questions names the other as its enemy."""
    return other.question.id in one.question.never_with or one.question.id in other.question.never_with
