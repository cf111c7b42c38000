"""The colors of code: those of the terminal that are legible on a dark and on a light background."""

from pygments.token import Comment, Keyword, Name, Number, Operator, String
from rich.style import Style
from rich.syntax import ANSISyntaxTheme

THEME = ANSISyntaxTheme(
    {
        Comment: Style(dim=True, italic=True),
        Keyword: Style(color="magenta"),
        Operator.Word: Style(color="magenta"),
        Name.Builtin: Style(color="cyan"),
        Name.Function: Style(color="cyan"),
        Name.Class: Style(color="cyan"),
        Name.Tag: Style(color="magenta"),
        String: Style(color="green"),
        Number: Style(color="yellow"),
    }
)
