"""The layout of the sheet from which Kahoot imports a quiz: headings in row 8, columns B to H."""

from sco_quiz.formats.exchange.plain_choices import Target

KAHOOT = Target("Kahoot", options=4, prompt_limit=120, option_limit=75)
HEADER = 8
HEADINGS = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in (1, 2, 3, 4)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
SECONDS = 20
"""The time for a question, one of those in the heading: the one that Kahoot suggests."""
