"""Text of a question as Markdown, and how it is put into lists."""

from textwrap import indent

from sco_quiz.core.content import Content
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.gap_syntax import find_gaps
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.parse import Markup
from sco_quiz.formats.rich_text.gaps import escaped_gaps
from sco_quiz.formats.rich_text.literal import escaped, escaped_part

_LINE = "______"


def source_of(content: Content, markup: Markup) -> str:
    """Return content as Markdown."""
    return content.source if markup == "markdown" else escaped(content.source)


def prompt_of(question: Question) -> str:
    """Return a prompt as Markdown, each gap as a line to write on, with its hint."""
    return prompt_text(question.stem, question.markup)


def prompt_text(stem: Content, markup: Markup) -> str:
    """Return a prompt as Markdown, each gap as a line to write on, with its hint."""
    if not stem.gaps:
        return source_of(stem, markup)
    prompt = stem.source if markup == "markdown" else escaped_gaps(stem.source)
    gaps = find_gaps(prompt, marked_up=True)
    assert not isinstance(gaps, MarkupError)  # the question was validated
    parts, end = [], 0
    for gap, shown in zip(gaps, stem.gaps, strict=True):
        # a hint is plain text, in code as it is
        line = f"{_LINE} ({gap.hint})" if gap.hint else _LINE
        parts += [prompt[end : gap.start], line if shown.in_code else escaped_part(line)]
        end = gap.end
    return "".join([*parts, prompt[end:]])


def item(mark: str, text: str) -> str:
    """Return an item of a list; its further lines are indented as far as its text.

    >>> item("- ", "one\\ntwo")
    '- one\\n  two'
    """
    return mark + indent(text.strip("\n"), " " * len(mark)).lstrip(" ")


def option(number: int, text: str) -> str:
    """Return an option with its letter; text of several lines, which may be a table, is below the letter."""
    lines = text.strip("\n")
    if "\n" not in lines:
        return f"- **{letter(number)}** {lines.strip()}"
    return f"- **{letter(number)}**\n\n{indent(lines, '  ')}"


def letter(number: int) -> str:
    """Return the letter of an option, counted from 0; behind Z, a number."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)
