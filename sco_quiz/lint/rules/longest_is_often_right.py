"""In too many questions the longest option is the right one.

Who always picks the longest then scores without knowing anything. Counted are single choices of which one option is
strictly the longest; with at least ten of them, the count of those where it is the key is compared with chance: the
sum over questions of one over the number of options, and the binomial tail P(X ≥ x) with the mean share, below 0.01.

Instead: shorten keys, or say more in distractors; vary both. `sco-quiz list --kind single_choice` shows them together.

Measured: a false alarm in one bank of a hundred by construction. On the 137 questions that come along it reported
nothing.
"""

from collections.abc import Iterator
from math import exp, fsum, lgamma, log, log1p

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "longest-is-often-right"
SEVERITY = Severity.WARNING

LEAST, RISK = 10, 0.01


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Compare the share of longest keys with chance."""
    chances, hits = [], 0
    for item in facts.questions:
        if len(item.keys) != 1 or item.question.type != "single_choice":
            continue
        lengths = [len(text) for text in item.options]
        if lengths.count(max(lengths)) == 1:
            chances.append(1 / len(lengths))
            hits += lengths[0] == max(lengths)
    if len(chances) >= LEAST and binomial_tail(hits, len(chances), sum(chances) / len(chances)) < RISK:
        message = f"the longest option is right in {hits} of {len(chances)} questions; {sum(chances):.0f} are chance"
        yield Finding(message, ("topics",), "shorten keys, or say more in distractors")


def binomial_tail(least: int, count: int, chance: float) -> float:
    """P(X >= least) for X binomial: `count` draws of probability `chance`, from 0 to 1; summed from logarithms.

    >>> round(binomial_tail(8, 10, 0.5), 6), round(binomial_tail(0, 5000, 0.25), 6)
    (0.054688, 1.0)
    """
    logs = (_log_choose(count, k) + k * log(chance) + (count - k) * log1p(-chance) for k in range(least, count + 1))
    return fsum(map(exp, logs))


def _log_choose(count: int, k: int) -> float:
    return lgamma(count + 1) - lgamma(k + 1) - lgamma(count - k + 1)
