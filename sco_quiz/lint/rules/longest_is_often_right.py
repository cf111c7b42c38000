"""The longest option is the right one in too many questions.

Learners who always pick the longest option score without knowing the answers. The rule counts single choices with one
strictly longest option. If there are at least ten, it compares how often this option is right with chance. By chance, a
question with n options contributes 1/n. The rule reports a result that would occur by chance in fewer than one of a
hundred banks (binomial tail P(X ≥ x) with the mean chance, below 0.01).

Instead: shorten right options, or say more in distractors; vary both. `sco-quiz list --kind single_choice` lists these
questions.
"""

from collections.abc import Iterator
from math import exp, fsum, lgamma, log, log1p

from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "longest-is-often-right"
SEVERITY = Severity.WARNING

MINIMUM, RISK = 10, 0.01


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report a number of longest right options that chance does not explain."""
    chances, hits = [], 0
    for item in facts.questions:
        lengths = item.single_lengths
        # of two longest options neither draws attention
        if lengths and lengths.count(max(lengths)) == 1:
            chances.append(1 / len(lengths))
            hits += lengths[0] == max(lengths)
    if len(chances) >= MINIMUM and binomial_tail(hits, len(chances), sum(chances) / len(chances)) < RISK:
        message = f"the longest option is right in {hits} of {len(chances)} questions, by chance in {sum(chances):.0f}"
        yield Finding(message, ("topics",), "shorten right options, or say more in distractors")


def binomial_tail(least: int, count: int, chance: float) -> float:
    """Return P(X >= least) for a binomial X: `count` draws of probability `chance`, summed from logarithms.

    >>> round(binomial_tail(8, 10, 0.5), 6), round(binomial_tail(0, 5000, 0.25), 6)
    (0.054688, 1.0)
    """
    # binomial coefficients of a large bank are too large for a float, their logarithms are not
    logs = (_log_choose(count, k) + k * log(chance) + (count - k) * log1p(-chance) for k in range(least, count + 1))
    return fsum(map(exp, logs))


def _log_choose(count: int, k: int) -> float:
    return lgamma(count + 1) - lgamma(k + 1) - lgamma(count - k + 1)
