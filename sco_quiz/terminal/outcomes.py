"""How outcomes look: a symbol and a style, never a color alone."""

from sco_quiz.core.verdict import Outcome
from sco_quiz.terminal.blocks import Style

SYMBOLS = {Outcome.RIGHT: "✓", Outcome.PARTLY: "◐", Outcome.ALMOST: "≈", Outcome.WRONG: "✗"}
STYLES: dict[Outcome, Style] = {
    Outcome.RIGHT: "right",
    Outcome.PARTLY: "partly",
    Outcome.ALMOST: "almost",
    Outcome.WRONG: "wrong",
}
