"""Draw blocks with Rich: as panels, with the option that a learner is at."""

from collections.abc import Iterable, Iterator

from rich.box import ROUNDED
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.style import Style
from rich.table import Table
from rich.text import Text

from sco_quiz.terminal.blocks import Block, Line, pictures_of
from sco_quiz.terminal.blocks import Style as LineStyle
from sco_quiz.terminal.content_drawing import DrawPicture, Gallery, draw_content
from sco_quiz.terminal.option_picker import Picker
from sco_quiz.terminal.page import Row
from sco_quiz.terminal.sanitize import one_line, sanitize
from sco_quiz.terminal.shown import shown
from sco_quiz.terminal.status import Status

COLORS: dict[LineStyle, str] = {
    "": "",
    "strong": "bold",
    "dim": "dim",
    "key": "bold cyan",
    "right": "green",
    "partly": "yellow",
    "almost": "yellow",
    "wrong": "red",
    "note": "cyan",
}
MAX_WIDTH = 100  # longer lines are hard to read
CURRENT = "❯"
MIN_BAR = 5


def draw(
    block: Block, picker: Picker | None = None, compact: bool = False, pictures: DrawPicture | None = None
) -> RenderableType:
    """Draw a block as a panel; as lines when it has no title. A `compact` one has no blank lines."""
    content = Group(*_spaced(block, picker, compact, Gallery(pictures_of(block), pictures)))
    if not block.title:
        return content
    # Text, here and below: rich would read "[red]" in a string as markup
    title = Text(sanitize(one_line(block.title)), overflow="ellipsis")
    return Panel(content, title=title, title_align="left", border_style=COLORS[block.style], box=ROUNDED)


def draw_status(status: Status, width: int) -> Text:
    """Draw the status in one line, in the longest form that leaves room for a bar."""
    forms = [(f"{place} ", f" {facts}".rstrip()) for place, facts in status.forms()]
    before, after = next((form for form in forms if cell_len("".join(form)) + MIN_BAR <= width), forms[-1])
    room = max(0, width - cell_len(before + after))
    filled = room * status.done // max(1, status.total)
    bar = (("━" * filled, "cyan"), ("─" * (room - filled), "dim"))
    return Text.assemble((before, "bold"), *bar, after, no_wrap=True, overflow="ellipsis")


def print_blocks(blocks: Iterable[Block], console: Console | None = None, pictures: DrawPicture | None = None) -> None:
    """Print blocks one below the other, no wider than is easy to read."""
    console = console or Console(highlight=False)  # rich would color every number in a question
    for block in blocks:
        console.print(draw(block, pictures=pictures), width=page_width(console.width))


def page_width(window: int) -> int:
    """Return how wide a page is: as the window, if that is not too wide to read."""
    return min(window, MAX_WIDTH)


def rows_of(console: Console, drawn: Iterable[RenderableType], window: int) -> list[Row]:
    """Render what was drawn as the rows of a page."""
    options = console.options.update(width=page_width(window))
    return [tuple(line) for part in drawn for line in console.render_lines(part, options, pad=False)]


def _spaced(block: Block, picker: Picker | None, compact: bool, pictures: Gallery) -> Iterator[RenderableType]:
    """Draw the lines, with a blank line after each section."""
    for line in block.lines:
        yield _draw_line(line, picker, pictures)
        if line.ends_section and not compact:
            yield ""


def _draw_line(line: Line, picker: Picker | None, pictures: Gallery) -> RenderableType:
    if picker and line.row is not None:
        line = picker.fill(line)
    current = picker is not None and line.option is not None and line.option == picker.current
    style = Style.parse(COLORS[line.style]) + Style(bold=current or None)
    content = draw_content(shown(line.words).blocks, style, pictures)
    if not line.label and not line.mark:
        return content
    # a table keeps the second and later lines of a long option clear of its number
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")  # a long address or word is not cut
    mark = CURRENT if current else line.mark or " " * (line.option is not None)
    label = Text(f" {sanitize(line.label)}" if line.label else "", style=COLORS["key"])
    box = f" {picker.box(line.option)}" if picker and picker.several and line.option is not None else ""
    grid.add_row(Text.assemble((mark, "bold cyan" if current else COLORS[line.style]), label, box), content)
    return grid
