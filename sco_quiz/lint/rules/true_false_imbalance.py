"""True and false statements are out of balance.

If two in three statements are true, "true" is the best guess. If true statements are longer, their length gives them
away. The rule reports a bank of at least eight statements if fewer than 35 % or more than 65 % are true, or if true
statements are on average less than 0.8 or more than 1.25 times as long as false ones.

Instead: add statements with the rarer answer, or reverse some statements.
"""

from collections.abc import Iterator
from statistics import mean

from sco_quiz.core.figures import percent
from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "true-false-imbalance"
SEVERITY = Severity.WARNING

MINIMUM = 8
MIN_SHARE, MAX_SHARE = 0.35, 0.65
MIN_RATIO, MAX_RATIO = 0.8, 1.25


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report an imbalance in the number or the length of true and false statements."""
    lengths: dict[str, list[int]] = {"true": [], "false": []}
    for item in facts.questions:
        if item.truth:
            lengths[item.truth].append(len(item.stem))
    true, false = lengths["true"], lengths["false"]
    if len(true) + len(false) < MINIMUM:
        return
    share = len(true) / (len(true) + len(false))
    if not MIN_SHARE <= share <= MAX_SHARE:
        message = f"{percent(share)} of the statements are true, expected {percent(MIN_SHARE)} to {percent(MAX_SHARE)}"
        yield Finding(message, ("topics",), "bring the share near one half")
    elif not MIN_RATIO <= (ratio := mean(true) / mean(false)) <= MAX_RATIO:
        message = f"true statements are {ratio:.2f} times as long as false ones"
        yield Finding(message, ("topics",), "make their lengths similar")
