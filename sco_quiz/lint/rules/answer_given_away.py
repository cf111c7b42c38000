"""The prompt of another question gives the answer away.

Learners who see both questions have just read the answer. The rule reports a right answer of up to six words that
occurs in the prompt of another question, if the two prompts share rare content words: two or more give a warning, one a
suggestion. A word is rare when at most one prompt in twelve contains it. An answer that occurs in more than one prompt
in twenty-five (in a small bank: in more than two), or in its own prompt, does not count. The rule ignores the options
and explanations of other questions: an option may be wrong, and an explanation appears after the answer.

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
from sco_quiz.lint.facts import BankFacts, Facts, subject_of
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.tokens import occurs, tokens

NAME = "answer-given-away"
SEVERITY = Severity.WARNING

MAX_WORDS, MIN_SHARED = 6, 2
# the share of prompts that may contain a key, or a rare word, as one in …; two prompts always may
HOLDERS, BEARERS, MINIMUM = 25, 12, 2


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report prompts that contain the answer to another question about the same subject."""
    index: dict[str, list[Facts]] = defaultdict(list)
    for item in facts.questions:
        # keys are searched as written, subjects without plural endings: the index has both forms
        for word in item.subject | set(words(item.stem)):
            index[word].append(item)
    for item in facts.questions:
        for key in item.single_keys:
            yield from _given_away(item, key, index, len(facts.questions))


def _given_away(item: Facts, key: str, index: Mapping[str, Sequence[Facts]], count: int) -> Iterator[Finding]:
    wanted = words(key)
    phrase = f" {' '.join(wanted)} "
    # an answer of function words occurs everywhere; one in its own prompt is the subject of answer-in-prompt
    if not 0 < len(wanted) <= MAX_WORDS or not subject_of(key) or phrase in item.spaced_stem:
        return
    maximum = max(MINIMUM, count // HOLDERS)
    # a prompt with the whole answer contains its rarest word, too, and that list is the shortest
    rarest = min((index.get(word, ()) for word in wanted), key=len)
    if len(wanted) == 1 and len(rarest) > maximum:
        return
    telling = [other for other in rarest if other is not item and phrase in other.spaced_stem]
    # C is another word than C++; numbers are the same in words and digits
    if not any(word[0].isdigit() for word in wanted):
        telling = [other for other in telling if occurs(tokens(key), tokens(other.stem))]
    # an answer that many prompts contain, such as the name of the organization, does not help
    if len(telling) > maximum:
        return
    for other in telling:
        # two prompts that share only common words are about different things
        shared = (item.subject & other.subject) - subject_of(key)
        rare = sum(len(index[word]) <= max(MINIMUM, count // BEARERS) for word in shared)
        if rare:
            message = f"this prompt gives away the answer to `{item.question.id}`: `{key}`"
            severity = None if rare >= MIN_SHARED else Severity.INFO
            yield Finding(message, ("prompt",), "reword one of the two prompts", other.question.id, severity)
