"""Write the choices of a bank in the layout of Blooket."""

from sco_quiz.formats.exchange.plain_choices import PlainChoice, Target
from sco_quiz.formats.games.table import SECONDS, Cells, Layout, padded

_HEADINGS = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)


def _cells(number: int, choice: PlainChoice) -> Cells:
    return (number, choice.prompt, *padded(choice.options, 4), SECONDS, choice.key)


write = Layout(Target("Blooket", options=4), [padded(["Blooket\nImport Template"], 8), _HEADINGS], _cells).write
