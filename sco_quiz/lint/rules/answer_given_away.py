"""Another question gives the answer away.

Learners who see both need not know the answer: they have just read it. Reported is a key of up to six words that
stands whole in the prompt of another question, while the two prompts share rare content words: two or more make a
warning, one advice. A word is rare when at most one prompt in twelve holds it; a key that more than one prompt in
twenty-five holds, or its own, is common ground and does not count. Options and explanations of other questions are
not looked at: they are shown with the answer, or stand among wrong ones.

Example:

    - type: short_answer
      prompt: In which city did finance ministers of six countries meet in 2009?
      answer: Almaty
    - type: short_answer
      prompt: What did finance ministers of six countries hold in Almaty in 2009?
      answer: a meeting
      allow: {answer-not-in-source: made up}

Instead:

    - type: short_answer
      prompt: In which city did finance ministers of six countries meet in 2009?
      answer: Almaty
    - type: numeric
      prompt: From how many countries did the finance ministers come who met in December 2009?
      answer: 6

Measured: of 81 raw hits on 216 items of a published set the shared words leave 8, nearly all real. On the 137
questions that come along it reported 8, of which 7 were mended and 1 cannot be avoided; a search of options and
explanations, too, found 316 places, mostly cities and states that serve as wrong options elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sco_quiz.core.kinds import ShortAnswer
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import words
from sco_quiz.lint.facts import BankFacts, Facts, subject_of
from sco_quiz.lint.rule import Finding

NAME = "answer-given-away"
SEVERITY = Severity.WARNING

MOST_WORDS = 6
HOLDERS, BEARERS, LEAST = 25, 12, 2  # one question in so many may hold the key, or a shared word; at least two may


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Look each key up among the words of all prompts, from its rarest word."""
    index: dict[str, list[Facts]] = defaultdict(list)
    for item in facts.questions:
        for word in item.subject | set(words(item.question.stem)):
            index[word].append(item)
    for item in facts.questions:
        for key in _keys(item):
            yield from _given_away(item, key, index, len(facts.questions))


def _keys(item: Facts) -> tuple[str, ...]:
    """The keys that another prompt could tell."""
    question = item.question
    if isinstance(question, ShortAnswer):
        return (question.answer,)
    return question.key if question.type in ("single_choice", "cloze") else ()


def _given_away(item: Facts, key: str, index: Mapping[str, Sequence[Facts]], count: int) -> Iterator[Finding]:
    wanted = words(key)
    phrase = f" {' '.join(wanted)} "
    if not 0 < len(wanted) <= MOST_WORDS or not subject_of(key) or phrase in item.spaced_stem:
        return
    most = max(LEAST, count // HOLDERS)
    rarest = min((index.get(word, ()) for word in wanted), key=len)
    if len(wanted) == 1 and len(rarest) > most:
        return
    telling = [other for other in rarest if other is not item and phrase in other.spaced_stem]
    if len(telling) > most:
        return
    for other in telling:
        shared = (item.subject & other.subject) - subject_of(key)
        rare = sum(len(index[word]) <= max(LEAST, count // BEARERS) for word in shared)
        if rare:
            message = f"this prompt tells that the answer to `{item.question.id}` is `{key}`"
            severity = None if rare > 1 else Severity.INFO
            yield Finding(message, ("prompt",), "reword one of them", other.question.id, severity)
