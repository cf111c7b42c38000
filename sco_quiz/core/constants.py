"""Names that commands and models share. No imports here: `--help` must stay fast."""

KIND_NAMES = (
    "single_choice",
    "multiple_choice",
    "true_false",
    "short_answer",
    "numeric",
    "cloze",
    "matching",
    "ordering",
)

# Bloom's taxonomy as revised by Anderson & Krathwohl (2001), without "create", which no fixed key can grade.
LEVEL_NAMES = ("remember", "understand", "apply", "analyze", "evaluate")

MAX_ENTRIES = 500
"""Of a list of a question: far beyond a card or screen; work on pairs of them grows with the square."""

BANK_VARIABLE = "SCO_QUIZ_BANK"
