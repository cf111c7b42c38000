"""Render content as HTML for the fields of a note: formulas for MathJax, gaps in the notation of Anki's cloze cards."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from sco_quiz.anki.media import MediaFile
from sco_quiz.card.escape import gap_html, inline_html
from sco_quiz.core.markup.html import HtmlRenderer, attribute, image_html, open_gap
from sco_quiz.core.nodes import GapMark, Image
from sco_quiz.core.picture import Picture


def field_renderer(pictures: Mapping[str, Picture], media: Mapping[str, MediaFile], language: str = "") -> HtmlRenderer:
    """Return the renderer of fields, given pictures and their files in Anki by the names that questions use.

    A screen reader speaks `language`, a tag such as `pt-BR`: a formula has English words in English alone.
    """
    in_words = language.lower().split("-")[0] in ("", "en")
    return HtmlRenderer(partial(_math, in_words), partial(_image, pictures, media), inline_html, _gap)


def with_open_gaps(html: HtmlRenderer) -> HtmlRenderer:
    """Return a renderer that shows gaps open, for fields that are not the prompt: there, Anki fills none."""
    return replace(html, gap=open_gap)


def _gap(html: HtmlRenderer, gap: GapMark) -> str:
    inside = replace(html, escape=gap_html)
    hint = f"::{gap_html(gap.hint)}" if gap.hint else ""
    return f"{{{{c{gap.number}::{inside.inline(gap.hidden)}{hint}}}}}"


# Formulas and pictures may be inside gaps, and are escaped for these everywhere.
def _math(in_words: bool, tex: str, display: bool) -> str:
    # most decks have no formula
    from sco_quiz.core.markup.formulas import formula_problem, formula_text, formula_words

    if formula_problem(tex):  # MathJax would obey commands such as \href, which may run a script
        return f'<code dir="ltr">{gap_html(tex)}</code>'
    start, end = (r"\[", r"\]") if display else (r"\(", r"\)")
    line = gap_html(" ".join(tex.splitlines()))  # in a gap, Anki deletes the <br> of other lines, and joins words
    line += " " * line.endswith("&#92;")  # else the end would be another command
    classes = f"math {'display ' * display}tex2jax_process mathjax_process"
    # MathJax replaces the formula: its words are what the scripts of the card read
    words = attribute(gap_html, formula_words(tex) if in_words else formula_text(tex))
    return f'<span class="{classes}" dir="ltr" data-words="{words}">{start}{line}{end}</span>'


def _image(pictures: Mapping[str, Picture], media: Mapping[str, MediaFile], image: Image) -> str:
    if image.file not in media:
        return gap_html(f"[{image.alt}]")
    picture = pictures[image.file]
    return image_html(image, media[image.file].name, gap_html, (picture.width, picture.height))


FIELD_HTML = field_renderer({}, {})
"""Shows the alternative text of a picture instead of it."""
