"""Write the choices of a bank in the layout of Gimkit: the right answer has a column of its own."""

from sco_quiz.formats.exchange.plain_choices import PlainChoice, Target
from sco_quiz.formats.games.table import Cells, Layout, padded

_HEADINGS = (
    "Question",
    "Correct Answer",
    "Incorrect Answer 1",
    "Incorrect Answer 2 (Optional)",
    "Incorrect Answer 3 (Optional)",
)


def _cells(_: int, choice: PlainChoice) -> Cells:
    (right,) = choice.right
    wrong = [text for at, text in enumerate(choice.options) if at != right]
    return (choice.prompt, choice.options[right], *padded(wrong, 3))


_TITLE = padded(["Gimkit Spreadsheet Import Template"], 5)
write = Layout(Target("Gimkit", options=4, several=False), [_TITLE, _HEADINGS], _cells).write
