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
from itertools import pairwise

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
    enemies, maximum = facts.bank.enemies, max(MINIMUM, len(facts.questions) // HOLDERS)
    holding = _holding(dict.fromkeys(key for _, key in sought), facts.questions, maximum)
    # one in its own prompt is the subject of answer-in-prompt
    apart = [(item, key) for item, key in sought if holding.get(key) and _phrase(key) not in item.spaced_stem]
    given = [(item, key) for item, key in apart if enemies.may_be_given_away(item.question.id)]
    holders = _holders({key: holding[key] for _, key in given}, facts.questions, maximum)
    for item, key in given:
        for other in holders[key]:
            if _gives_away(other, item.question.id, enemies) and not _written(item, other):
                message = f"this prompt gives away the answer to `{item.question.id}`: `{key}`"
                hint = "reword one of the two prompts, or write `never_with`"
                yield Finding(message, ("prompt",), hint, other.question.id)


def _holding(keys: Iterable[str], questions: Iterable[Facts], maximum: int) -> dict[str, Sequence[Facts]]:
    """Return the questions with the words of each answer in their prompts, unless a single word is in many."""
    # an answer of function words occurs everywhere
    sought = {key: words(key) for key in keys if 0 < len(words(key)) <= MAX_WORDS and subject_of(key)}
    index = _index(questions, {link for row in sought.values() for link in _links(row)})
    holding: dict[str, Sequence[Facts]] = {}
    for key, row in sought.items():
        # a prompt with the whole answer contains its rarest link, too, and that list is the shortest
        telling = min((index.get(link, ()) for link in _links(row)), key=len)
        if len(row) > 1 or len(telling) <= maximum:
            holding[key] = [other for other in telling if _phrase(key) in other.spaced_stem] if row[2:] else telling
    return holding


def _links(row: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Return each two words in a row; a single word as it is. Few prompts share two words in a row."""
    return pairwise(row) if row[1:] else [(*row,)]


def _index(questions: Iterable[Facts], wanted: set[tuple[str, ...]]) -> Mapping[tuple[str, ...], Sequence[Facts]]:
    """Return the questions with each of some words, alone or two in a row, in their prompts."""
    index: dict[tuple[str, ...], list[Facts]] = {}
    for item in questions:
        row = item.spaced_stem.split()
        for link in wanted.intersection({*zip(row), *pairwise(row)}):
            index.setdefault(link, []).append(item)
    return index


def _holders(
    holding: Mapping[str, Sequence[Facts]], questions: Iterable[Facts], maximum: int
) -> Mapping[str, Sequence[Facts]]:
    """Return those with each answer itself, unless they are many."""
    # C is another word than C++; numbers are the same in words and digits
    written = {key: tokens(key) for key in holding if not any(word[0].isdigit() for word in words(key))}
    keys: dict[Facts, list[str]] = {}
    for key, others in holding.items():
        for other in others:
            keys.setdefault(other, []).append(key)
    found: dict[str, list[Facts]] = {key: [] for key in holding}
    # question by question, so that the tokens of each are read once
    for other in filter(keys.__contains__, questions):
        shown = tokens(other.shown)
        for key in keys[other]:
            if key not in written or occurs(written[key], shown):
                found[key].append(other)
    # an answer that many prompts contain, such as the name of the organization, does not help
    return {key: others if len(others) <= maximum else () for key, others in found.items()}


def _gives_away(other: Facts, given: str, enemies: Enemies) -> bool:
    may = enemies.may_give_away(other.told, other.answers, given)
    return may and enemies.clue(other.question.id, given) is not None


def _phrase(key: str) -> str:
    return f" {' '.join(words(key))} "


def _written(one: Facts, other: Facts) -> bool:
    """Whether one of two questions names the other as its enemy."""
    return other.question.id in one.question.never_with or one.question.id in other.question.never_with
