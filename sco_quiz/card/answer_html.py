"""The right answer, what else is right, and the notes on wrong options, as HTML for the back of a card."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from sco_quiz.card.direction import direction_of
from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Option
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.nodes import Inline, Paragraph, Plain
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.place import KeyPath
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.words.language import Language


def given(content: Content, html: HtmlRenderer) -> str:
    """Return an answer that was to be typed."""
    return _paragraph("given", content, html)


def corrected(question: Question, html: HtmlRenderer) -> str:
    """Return a false statement with its wrong words crossed out and the right ones beside them."""
    if not question.corrections:
        return ""
    return _paragraph("corrected", question.corrected or question.content(question.statement), html)


def _paragraph(name: str, content: Content, html: HtmlRenderer) -> str:
    # a browser ends a <p> where a list, a table or code begins
    element = "p" if all(isinstance(block, Paragraph) for block in content.blocks) else "div"
    return f'<{element} class="{name}" dir="auto">{html.content(content)}</{element}>'


def answer_list(element: str, items: Iterable[str]) -> str:
    """Return the answer for a reader without scripts, such as Anki's own preview."""
    inside = "".join(f'<li dir="auto">{item}</li>' for item in items)
    return f'<{element} class="plain">{inside}</{element}>'


def answer_pair(left: Content, right: Content, html: HtmlRenderer) -> str:
    """Return a row with its right side."""
    # the arrow points in the direction of the line, which is left to right unless the item says otherwise
    backward = direction_of(f"{left.plain} {right.plain}") == "rtl"
    item, arrow = ('<li dir="rtl">', "←") if backward else ("<li>", "→")
    sides = html.blocks(left.blocks), html.blocks(right.blocks)
    return f'{item}<span dir="auto">{sides[0]}</span> {arrow} <b dir="auto">{sides[1]}</b></li>'


def also_right(question: Question, language: Language, html: HtmlRenderer) -> str:
    """List the other accepted forms, those of each gap apart: in their key path is what it hides."""
    accepted = (part for part in question.parts() if part.role is Role.ACCEPTED)
    hidden = {plain_text(gap.hidden): gap.hidden for gap in question.stem.gaps}
    return "".join(
        _forms(path, hidden, parts, language, html)
        for path, parts in groupby(accepted, key=lambda part: part.path[1:-1])
    )


def _forms(
    path: KeyPath,
    hidden: Mapping[str, tuple[Inline, ...]],
    parts: Iterable[Part],
    language: Language,
    html: HtmlRenderer,
) -> str:
    forms = " · ".join(html.inline(part.content.inlines) for part in parts)
    names = [str(name) for name in path]
    gap = "".join(f"<b>{html.inline(hidden.get(name, (Plain(name),)))}</b>" for name in names)
    sentence = language.word("also_right_for" if gap else "also_right", gap=gap, forms=forms)
    return f'<p class="also" dir="auto">{sentence}</p>'


def feedback(options: Iterable[Option], number: Mapping[str, str], language: Language, html: HtmlRenderer) -> str:
    """List the notes on wrong options, each under the number of its option."""
    noted = ((option, _note(option, language, html)) for option in options)
    items = "".join(
        f'<li data-k="{number[option.text]}" dir="auto"><b>{html.content(option.content)}</b> '
        f'<span class="note">{note}</span></li>'
        for option, note in noted
        if note
    )
    return f"<ul>{items}</ul>" if items else ""


def _note(option: Option, language: Language, html: HtmlRenderer) -> str:
    """Return the note on an option, after what it gives if it is partly right."""
    note = html.content(option.note) if option.note else ""
    partly = language.word("partly_right", share=option.partial) if option.partial else ""
    return language.sentences(partly, note)
