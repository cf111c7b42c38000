"""The digest of a bank as text to read."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from sco_quiz.core.digest import Digest, Section
from sco_quiz.core.plural import counted
from sco_quiz.core.text import long_date
from sco_quiz.terminal.sanitize import one_line, sanitize

WIDTH = 76  # columns of a line that is easy to read


def render_digest(digest: Digest, width: int, styled: bool, spoken: bool) -> str:
    """Render a digest as lines of at most `width` columns; `spoken` is for screen readers."""
    screen = StringIO()
    # not the terminal itself, since the text may go through a pager or into a file
    console = Console(file=screen, width=min(width, WIDTH), force_terminal=styled, highlight=False)
    for text in _paragraphs(digest, spoken):
        console.print(text)
    return "".join(f"{line.rstrip()}\n" for line in screen.getvalue().splitlines())


def _paragraphs(digest: Digest, spoken: bool) -> Iterator[Text]:
    yield _text(digest.title, "bold")
    yield _text("What the article says, retold. A number is the paragraph of the article.", "dim")
    yield _text("")
    yield _text(f"Article: {digest.citation}")
    if digest.speaker:
        yield _text(f"Speaker: {digest.speaker}")
    day = f"As of {long_date(digest.date)}; " if digest.date else ""
    yield _text(f"{day}{counted(digest.minutes, 'minute')} to read")
    for section in digest.sections:
        yield _text("")
        yield _text(section.topic.title, "bold")
        yield _told(section, spoken)


def _told(section: Section, spoken: bool) -> Text:
    """Return the summaries of a section as one running text, each followed by the number of its paragraph."""
    told = Text()
    for paragraph in section.paragraphs:
        told.append(sanitize(one_line(paragraph.summary)))
        told.append(f" (paragraph {paragraph.number}) " if spoken else f"[{paragraph.number}] ", "dim")
    told.rstrip()
    return told


def _text(text: str, style: str = "") -> Text:
    # not a string, in which rich would read "[red]" as markup
    return Text(sanitize(one_line(text)), style)
