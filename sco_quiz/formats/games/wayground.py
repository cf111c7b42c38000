"""Write the choices of a bank in the layout of Wayground, which was Quizizz."""

from sco_quiz.formats.exchange.plain_choices import PlainChoice, Target
from sco_quiz.formats.games.table import SECONDS, Cells, Layout, padded

_HEADINGS = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in (1, 2, 3, 4, 5)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)


def _cells(_: int, choice: PlainChoice) -> Cells:
    question = choice.question
    kind = "Checkbox" if len(choice.right) > 1 else "Multiple Choice"
    explanation = question.content(question.explanation).plain
    return (choice.prompt, kind, *padded(choice.options, 5), choice.key, SECONDS, "", explanation)


write = Layout(Target("Wayground", options=5, held=frozenset({"explanation"})), [_HEADINGS], _cells).write
