"""Turn text of another program into our Markdown: wrappers without meaning are dropped, what has no place is named."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import normalize

from sco_quiz.core.character_references import decoded, within_unicode
from sco_quiz.core.content import Content
from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.html_tags import without_tags
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.nodes import Image, Math, Plain, walk
from sco_quiz.core.packages import install_line
from sco_quiz.formats.exchange.item import RichText
from sco_quiz.formats.rich_text.literal import escaped
from sco_quiz.formats.rich_text.marks import ESCAPE, FORMULA, GAP, ITEM, LANGUAGE, SPACE
from sco_quiz.formats.rich_text.source import tidy_html, with_line_breaks

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

MAX_NESTED = 60
"""How deep elements may be nested: beyond it, they are what a broken program wrote."""
MAX_TAGS = 50_000
"""How many tags one text may have."""

# most text has no other elements
_SIMPLE_TAG = re.compile(
    r"<(?:/?p(?:\s+(?:(?:dir|lang|class|id)=\"[^\"]*\"|style=\"text-align: ?(?:left|start);?\"))*\s*|(br) ?/?)>",
    re.IGNORECASE,
)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_FORMULA = re.compile(rf"([^\W_]?){FORMULA}([^{FORMULA}]*){FORMULA}(?=(\d?))")
_BLOCKS = ("br", "p", "div", "li", "tr", "pre", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Converted:
    """Markdown, its pictures by their path in the bank (`media/map.png`), and what had no place, a few words each.

    `unseen` are sentences about pictures that do not come with it. `hidden` is what browsers take for tags, and what
    is text here.
    """

    markdown: str
    media: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    lost: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def to_markdown(text: RichText) -> Converted:
    """Return text as Markdown that says the same. Raises ScoQuizError for HTML without the packages to read it."""
    gaps = GAP in text.source
    if text.form == "plain":
        return Converted(escaped(text.source, gaps))
    if text.form == "markdown":
        from sco_quiz.formats.rich_text.other_markdown import html_of_markdown

        html = html_of_markdown(text.source)
        return _converted(html, text.files, gaps) if html else Converted(text.source.strip())
    html = with_line_breaks(text.source) if text.form == "moodle" else text.source
    simple = _simple(html)
    return _converted(html, text.files, gaps) if simple is None else Converted(escaped(simple, gaps))


def _simple(html: str) -> str | None:
    """Return the text of HTML that has only paragraphs and line breaks, and no formula; None for any other."""
    text = _SIMPLE_TAG.sub(lambda tag: "\n" if tag[1] else "\n\n", _WHITE.sub(" ", html))
    if "<" in text or "\\" in text or "$" in text or "&nbsp;&nbsp;" in text or LANGUAGE in text:
        return None
    if "&" in text:
        text = decoded(text.replace("&nbsp;", " "))
    if "\\" in text or "$" in text:
        return None
    return re.sub(r" *\n *", "\n", text) if "\n" in text else text


def _converted(html: str, files: Mapping[str, bytes], gaps: bool) -> Converted:
    try:
        from bs4 import BeautifulSoup  # slow to import

        from sco_quiz.formats.rich_text.cleaning import clean
        from sco_quiz.formats.rich_text.converter import Converter
    except ImportError as error:
        message = f"text in HTML needs two packages more: {install_line('exchange')}"
        raise ScoQuizError(message) from error

    html, hidden = tidy_html(html)
    pictures = ("the pictures of this text are not imported",) if "<img" in html.lower() else ()
    if html.count("<") > MAX_TAGS:
        words = escaped(without_tags(html), gaps)
        return Converted(words, lost=("all markup, since there is too much",), unseen=pictures)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # bs4 doubts text that looks like XML or the name of a file
        soup = BeautifulSoup(within_unicode(html), "html.parser")
    if _is_deep(soup):
        words = escaped(_text_of(soup), gaps)
        return Converted(words, lost=("all markup, since it is nested too deeply",), unseen=pictures)
    lost = clean(soup)
    for emphasis in ("*", "_", ""):
        converter = Converter(files, emphasis, gaps)
        markdown = _finished(converter.convert_soup(soup))
        if _says(markdown, converter.leaves):
            more = () if emphasis else ("bold or italic type",)
            lost = (*lost, *converter.lost, *more)
            return Converted(markdown, converter.pictures.media, lost, (*converter.unseen,), hidden)
    lost = (*lost, "all markup, since it cannot be written in Markdown")
    return Converted(escaped(_text_of(soup), gaps), lost=lost, unseen=pictures, hidden=hidden)


def _finished(markdown: str) -> str:
    """Return Markdown in which only text of several lines has lists, and escapes at the start of lines."""
    markdown = markdown.replace(SPACE, " ").strip(" \n")
    several = "\n" in markdown
    if not several and markdown.startswith(ITEM):
        markdown = markdown.partition(" ")[2]
    markdown = _FORMULA.sub(_apart, markdown)
    return markdown.replace(ESCAPE, "\\" if several else "").replace(ITEM, "")


def _apart(found: re.Match[str]) -> str:
    """Return a formula in dollars that count as such: not those before a digit, and none right behind a letter."""
    before, formula, after = found.groups()
    dollars = "$" if after and not formula.startswith("$$") else ""
    return f"{before}{' ' * bool(before)}{dollars}{formula}{dollars}"


def _says(markdown: str, leaves: Iterable[str]) -> bool:
    """Whether Markdown has exactly these words."""
    content = parse_content(markdown, markup="markdown")
    return isinstance(content, Content) and _bare("".join(_leaves(content))) == _bare("".join(leaves))


def _leaves(content: Content) -> Iterable[str]:
    for node in walk(content.inlines):
        match node:
            case Plain(text) | Math(text):
                yield text
            case Image(alt=alt):
                yield alt


def _bare(text: str) -> str:
    return "".join(normalize("NFKC", text.replace(SPACE, " ")).split())


def _is_deep(soup: "BeautifulSoup") -> bool:
    depths = {id(soup): 0}
    for tag in soup.find_all(True):
        depth = depths[id(tag)] = depths[id(tag.parent)] + 1
        if depth > MAX_NESTED:
            return True
    return False


def _text_of(soup: "BeautifulSoup") -> str:
    """Return the text of HTML, a line for each block."""
    lines = (" ".join(line.split()) for line in "".join(_strings(soup)).replace(SPACE, " ").split("\n"))
    return "\n".join(filter(None, lines))


def _strings(soup: "BeautifulSoup") -> Iterator[str]:
    """Yield the strings of HTML, and a line feed at the end of each block: adding them to the tree is quadratic."""
    from bs4.element import CData, NavigableString, Tag

    above: list[Tag] = [soup]
    for node in soup.descendants:
        while above[-1] is not node.parent:
            if above.pop().name in _BLOCKS:
                yield "\n"
        if isinstance(node, Tag):
            above.append(node)
            if node.name == "img":
                yield f"[{node.get('alt') or 'picture'}]"
        elif type(node) in (NavigableString, CData):  # neither comments nor scripts
            yield str(node)
