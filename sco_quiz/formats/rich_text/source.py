"""What is done to HTML before it is parsed: a `<` that begins no tag becomes text, as its author meant it."""

import re
from collections.abc import Callable
from functools import cache

from sco_quiz.formats.rich_text.marks import ALL, SPACE

_NAMES = (
    "a abbr acronym address annotation annotation-xml area article aside audio b base basefont bdi bdo bgsound big "
    "blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn "
    "dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math meta meter nav "
    "nobr noframes noscript object ol optgroup option output p param path picture pre progress q rb rp rt rtc ruby s "
    "samp script section select semantics small source span strike strong style sub summary sup svg table tbody td "
    "template textarea tfoot th thead time title tr track tt u ul var video wbr xml "
    "mi mn mo ms mtext mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder "
    "mover munderover mmultiscripts mprescripts none mtable mtr mtd maction mspace maligngroup malignmark mlabeledtr "
    "rect circle line polyline polygon text tspan defs use symbol desc"
)
_ELEMENTS = frozenset(_NAMES.split())
_ATTRIBUTES = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+"
_TAG = re.compile(rf"<(?:!--(?:(?!<!--).)*?-->|[!?][^<>]*>|/?([A-Za-z][^\s<>/]*+)({_ATTRIBUTES})>|)", re.DOTALL)
# `if a <b and c> d`: words, but no attribute
_NO_ATTRIBUTES = re.compile(r"\s(?=[^=/]*\w)[^=/]*")
_FORMATTING = frozenset("abipqsu")
# elements that no text leaves open: without their end, text is about them
_CLOSED_NAMES = (
    "html head body title style script template noscript table form select textarea button header footer nav main "
    "section article aside canvas object iframe audio video svg xml code pre ul ol"
)
_CLOSED = frozenset(_CLOSED_NAMES.split())
# an element alone, without an end and values: an option about it
_ALONE = re.compile(r"\s*<[/?]?(?!(?:br|p|hr|div)\b)[a-z][^<>=@/]*>\s*", re.IGNORECASE)
_NBSP = re.compile(r"&nbsp;?", re.IGNORECASE)
_BESIDE_TAG = re.compile(r">[\r\n]+|(?<![\r\n])[\r\n]+<")


def tidy_html(source: str) -> tuple[str, tuple[str, ...]]:
    """Return HTML in which a `<` that begins no tag is escaped, and what browsers take for a tag and do not show.

    `&nbsp;` becomes a character of its own.

    >>> tidy_html("<p>vector<int> if a < b")
    ('<p>vector&lt;int> if a &lt; b', ('<int>',))
    """
    hidden: dict[str, None] = {}
    source = ALL.sub("\N{REPLACEMENT CHARACTER}", source)
    lower, alone = source.lower(), bool(_ALONE.fullmatch(source))
    left_open = cache(lambda name: f"</{name}" not in lower)  # it searches the whole text

    def tag_or_text(found: re.Match[str]) -> str:
        if not alone and _is_tag(found, left_open):
            return found[0]
        if len(found[0]) > 1 and not found[0].startswith("</"):
            hidden[found[0]] = None
        return f"&lt;{found[0][1:]}"

    return _NBSP.sub(SPACE, _TAG.sub(tag_or_text, source)), tuple(hidden)


def _is_tag(found: re.Match[str], left_open: Callable[[str], bool]) -> bool:
    """Whether a match is meant as a tag, in HTML where elements of some names have no end."""
    name = (found[1] or "").lower()
    if len(found[0]) == 1:
        return False
    if not name or ":" in name:
        return True
    if name in _CLOSED and not found[2].strip() and left_open(name):
        return False
    return "-" in name or (name in _ELEMENTS and not _is_comparison(name, found[2]))


def _is_comparison(name: str, rest: str) -> bool:
    return name in _FORMATTING and bool(_NO_ATTRIBUTES.fullmatch(rest))


def with_line_breaks(source: str) -> str:
    """Return Moodle's own format as HTML: a line feed is a line break, unless a tag is beside it."""
    joined = _BESIDE_TAG.sub(lambda found: found[0].replace("\r", " ").replace("\n", " "), source.strip())
    return joined.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")
