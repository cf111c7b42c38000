"""Render content for pages that need no other file and no script: formulas as MathML, pictures as data."""

from collections.abc import Mapping
from functools import partial

from sco_quiz.core.markup.html import HtmlRenderer, image_html, page_escape
from sco_quiz.core.nodes import Image
from sco_quiz.core.picture import Picture, data_url


def page_renderer(pictures: Mapping[str, Picture]) -> HtmlRenderer:
    """Return a renderer for pages; `pictures` are those of the bank, by file as questions name it."""
    return HtmlRenderer(page_math, partial(page_image, pictures))


def page_math(tex: str, display: bool) -> str:
    """Render a formula as MathML."""
    from sco_quiz.core.markup.formulas import mathml  # most pages have no formula

    return mathml(tex, display)


def page_image(pictures: Mapping[str, Picture], image: Image) -> str:
    """Render a picture as data; its alternative text stands for one that is gone."""
    picture = pictures.get(image.file)
    try:
        source = data_url(picture) if picture else ""
    except OSError:
        source = ""
    if not picture or not source:
        return page_escape(f"[{image.alt}]")
    return image_html(image, source, page_escape, (picture.width, picture.height))
