"""True and false statements are out of balance.

If two in three statements are true, "true" is the best guess. If true statements are longer, their length gives them
away. The rule reports a bank of at least eight statements if fewer than 35 % or more than 65 % are true, or if true
statements are on average less than 0.8 or more than 1.25 times as long as false ones.

Instead: add statements with the rarer answer, or reverse some statements.
"""

from collections.abc import Iterator
from statistics import mean

from sco_quiz.core.kinds import TrueFalse
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "true-false-imbalance"
SEVERITY = Severity.WARNING

LEAST = 8
SHARES, LENGTHS = (0.35, 0.65), (0.8, 1.25)


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report an imbalance in the number or the length of true and false statements."""
    lengths: dict[str, list[int]] = {"true": [], "false": []}
    for item in facts.questions:
        if isinstance(item.question, TrueFalse):
            lengths[item.question.answer].append(len(item.question.prompt))
    true, false = lengths["true"], lengths["false"]
    if len(true) + len(false) < LEAST:
        return
    share = len(true) / (len(true) + len(false))
    if not SHARES[0] <= share <= SHARES[1]:
        message = f"{share:.0%} of the statements are true, expected {SHARES[0]:.0%} to {SHARES[1]:.0%}"
        yield Finding(message, ("topics",), "bring the share near one half")
    elif not LENGTHS[0] <= (ratio := mean(true) / mean(false)) <= LENGTHS[1]:
        message = f"true statements are {ratio:.2f} times as long as false ones"
        yield Finding(message, ("topics",), "make their lengths similar")
