"""What is done to the tree of HTML before it becomes Markdown: wrappers and styles go, what has no place is named."""

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from sco_quiz.formats.rich_text.mathml import tex_of

_JOINED = ("strong", "em", "sub", "sup")
_QUIET = ("style", "head", "title", "meta", "link", "base", "xml", "template", "noscript", "colgroup", "rp")
_NAMED = {
    **{
        "audio": "a recording (audio)",
        "video": "a video",
        "iframe": "an embedded page",
        "object": "an embedded object",
    },
    **{"embed": "an embedded object", "script": "a script", "canvas": "a drawing", "frame": "an embedded page"},
    **{"input": "a form", "select": "a form", "textarea": "a form", "button": "a form", "svg": "picture: a drawing"},
}
_DECORATION = {
    **{"u": "underlining", "ins": "underlining", "s": "strikethrough", "strike": "strikethrough"},
    **{"del": "strikethrough", "mark": "highlighting", "blockquote": "a quotation", "marquee": "movement"},
}
_NO_MARKS = (
    "s",
    "strike",
    "del",
    "ins",
    "u",
    "mark",
    "font",
    "small",
    "big",
    "abbr",
    "acronym",
    "nobr",
    "label",
    "bdi",
)
_RENAMED = {
    **dict.fromkeys(_NO_MARKS, "span"),
    **{"tt": "code", "kbd": "code", "samp": "code", "cite": "em", "dfn": "em", "var": "em", "i": "em", "b": "strong"},
    **{"dt": "p", "dd": "p", "center": "div", "figure": "div", "figcaption": "p", "dl": "div", "fieldset": "div"},
    **{"legend": "p", "address": "p", "main": "div", "nav": "div", "header": "div", "footer": "div", "aside": "div"},
    **{
        "s": "span",
        "strike": "span",
        "del": "span",
        "details": "div",
        "summary": "p",
        "form": "div",
        "blockquote": "div",
        "body": "div",
        "html": "div",
    },
}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|400)", re.IGNORECASE)
_STYLES = {
    "strong": _BOLD,
    "em": re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE),
    "sub": re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE),
    "sup": re.compile(r"vertical-align\s*:\s*super\b", re.IGNORECASE),
}
_UNDERLINED = re.compile(r"text-decoration[\w-]*\s*:[^;]{0,200}(underline|line-through)", re.IGNORECASE)
_COLOR = re.compile(r"(?<![\w-])(background-color|background|color)\s*:\s*([^;!]+)", re.IGNORECASE)
_NO_COLOR = re.compile(
    r"black|gr[ae]y|inherit|initial|unset|auto|currentcolor|windowtext|transparent|none|white|var\(.*|",
    re.IGNORECASE,
)
_DELIMITER = re.compile(r"\\|\$\$?|\\[()\[\]]|")
_MAX_JOINED = 2000
"""With more elements and text, text beside text is not joined, which takes quadratic time."""
_DARK = 80
"""Below this, of 255, a color looks black."""


def clean(soup: BeautifulSoup) -> tuple[str, ...]:
    """Change a tree to elements that Markdown has, and return what is lost, a few words each."""
    names = {tag.name for tag in soup.find_all(True)}
    lost = dict.fromkeys(_formulas(soup) if names & {"script", "math", "img"} else ())
    lost |= dict.fromkeys(_without_parts(soup))
    everything = len("".join(soup.get_text().split()))
    for tag in soup.find_all(True):
        lost |= dict.fromkeys(_decoration(tag, everything))
        _restyle(soup, tag)
    _unwrap(soup)
    if names & {"ol", "ul", "table"}:
        _lists(soup)
        lost |= dict.fromkeys(_tables(soup))
    return tuple(lost)


def _without_parts(soup: BeautifulSoup) -> Iterator[str]:
    """Remove elements that are not text, and yield those that a reader would miss."""
    for node in list(soup.descendants):
        if isinstance(node, PreformattedString):
            node.extract()  # a comment, a declaration and the like
        elif isinstance(node, Tag) and not node.decomposed and (node.name in _QUIET or node.name in _NAMED):
            if node.name in _NAMED:
                yield _NAMED[node.name]
            node.decompose()


def _unwrap(soup: BeautifulSoup) -> None:
    """Remove wrappers, and join what editors divide."""
    tags = soup.find_all(True)
    for tag in filter(_is_wrapper, tags):
        tag.unwrap()
    for tag in tags:
        if tag.name in _JOINED:
            _join(tag)
    if sum(1 for _ in soup.descendants) < _MAX_JOINED:
        soup.smooth()


def _formulas(soup: BeautifulSoup) -> Iterator[str]:
    """Put formulas that are elements into text."""
    for tag in soup.find_all("script", type=re.compile("^math/tex")):
        tag.replace_with(_tex(tag.get_text(), "display" in str(tag["type"])))
    for tag in soup.find_all("math"):
        written = tag.find("annotation", encoding=re.compile("tex", re.IGNORECASE))
        tex = written.get_text() if isinstance(written, Tag) else str(tag.get("alttext") or "")
        tex = tex if tex.strip() else tex_of(tag)
        if not tex.strip():
            yield "a formula in MathML, which became text"
        tag.replace_with(_tex(tex, tag.get("display") == "block") if tex.strip() else tag.get_text(" ", strip=True))
    for tag in soup.find_all("img"):
        classes = str(tag.get("class") or "")
        tex = str(tag.get("data-equation-content") or "")
        if not tex and "equation_image" in classes:
            tex = str(tag.get("alt") or "").removeprefix("LaTeX:")
        if tex.strip():
            tag.replace_with(_tex(tex, False))
        elif "mwe-math-fallback" in classes:
            tag.decompose()  # the picture of a formula that is there, too


def _tex(tex: str, display: bool) -> NavigableString:
    tex = " ".join(tex.split())
    return NavigableString(f"\\[{tex}\\]" if display else f"\\({tex}\\)")


def _decoration(tag: Tag, everything: int) -> Iterator[str]:
    """Yield what a mark without a place in Markdown may mean; around the whole text, it means nothing."""
    if "multilang" in str(tag.get("class") or ""):
        yield "the choice of a language"
    said = set(filter(None, (_DECORATION.get(tag.name), *_style_meanings(tag))))
    if said and (tag.name == "blockquote" or 0 < len("".join(tag.get_text().split())) < everything):
        yield from sorted(said)


def _style_meanings(tag: Tag) -> Iterator[str]:
    style = ";".join((str(tag.get("style") or ""), f"color:{tag.get('color') or ''}"))
    if len(style) <= len(";color:") or tag.name in ("table", "td", "th", "tr", "img", "a", "code", "pre"):
        return
    for found in _UNDERLINED.finditer(style):
        yield "underlining" if found[1].lower() == "underline" else "strikethrough"
    for name, color in _COLOR.findall(style):
        if not _NO_COLOR.fullmatch(color.strip()) and not _is_plain(color, name.lower() == "color"):
            yield "color" if name.lower() == "color" else "highlighting"


def _is_plain(color: str, of_text: bool) -> bool:
    """Whether a color in numbers is nearly black, gray or white, as text is by default and what is behind it."""
    digits = re.findall(r"[0-9a-f]{2}" if len(color.strip()) > 4 else "[0-9a-f]", color, re.IGNORECASE)
    is_hex = color.strip().startswith("#")
    values = [int((each * 2)[:2], 16) for each in digits] if is_hex else [int(n) for n in re.findall(r"\d{1,9}", color)]
    values = values[:3]
    if len(values) < 3:
        return False
    return max(values) - min(values) < 10 or (max(values) < _DARK if of_text else min(values) > 255 - _DARK)


def _restyle(soup: BeautifulSoup, tag: Tag) -> None:
    """Give an element the name of what its style means."""
    style = str(tag.get("style") or "")
    if style and tag.name in ("b", "strong") and _NOT_BOLD.search(style):
        tag.name = "span"
    tag.name = _RENAMED.get(tag.name, tag.name)
    if tag.name == "rt":
        tag.insert(0, "(")
        tag.append(")")
    if style and tag.name in ("span", "font", "p", "div"):
        for name in (name for name, pattern in _STYLES.items() if pattern.search(style)):
            inner = soup.new_tag(name)
            inner.extend(list(tag.contents))
            tag.append(inner)


def _is_wrapper(tag: Tag) -> bool:
    """Whether an element means nothing; what divides the delimiter of a formula does."""
    return (tag.name == "span" or ":" in tag.name or "-" in tag.name) and not _DELIMITER.fullmatch(tag.get_text())


def _join(tag: Tag) -> None:
    """Join marks of the same kind that follow each other."""
    while tag.parent and isinstance(after := tag.next_sibling, Tag) and after.name == tag.name:
        tag.extend(list(after.contents))
        after.extract()


def _lists(soup: BeautifulSoup) -> None:
    """Say at each item of a list what its marker is; the markers of a list differ from those of the one before."""
    for each in soup.find_all(["ol", "ul"]):
        before = _tag_before(each)
        other = before is not None and before.name == each.name and before.get("marker") != "other"
        each["marker"] = "other" if other else "usual"
        start = str(each.get("start") or "1")
        number = int(start) if re.fullmatch(r"\d{1,8}", start) else 1
        for at, item in enumerate(each.find_all("li", recursive=False), number):
            item["marker"] = f"{at}{'.)'[other]}" if each.name == "ol" else "-+"[other]


def _tag_before(tag: Tag) -> Tag | None:
    before = tag.previous_sibling
    while isinstance(before, NavigableString) and not before.strip():
        before = before.previous_sibling
    return before if isinstance(before, Tag) else None


def _tables(soup: BeautifulSoup) -> Iterator[str]:
    """Unwrap tables of one column, which only place text; what Markdown has no tables for is named."""
    for table in soup.find_all("table"):
        own = _inside(table)
        for caption in filter(own, table.find_all("caption")):
            caption.name = "p"
            table.insert_before(caption.extract())
        rows = [list(filter(own, row.find_all(["td", "th"]))) for row in filter(own, table.find_all("tr"))]
        if all(len(cells) <= 1 for cells in rows):
            parts = filter(own, table.find_all(["tr", "td", "th", "tbody", "thead", "tfoot"]))
            for tag in [*parts, table]:
                tag.name = "div"
            continue
        cells = [cell for row in rows for cell in row]
        if any(str(cell.get(span) or "1") != "1" for cell in cells for span in ("colspan", "rowspan")):
            yield "merged cells of a table"
        if any(cell.find(["table", "ul", "ol", "pre"]) for cell in cells):
            yield "lists, code blocks or tables in the cells of a table"


def _inside(table: Tag) -> Callable[[Tag], bool]:
    """Return whether an element belongs to this table, and not to one in its cells."""
    return lambda tag: tag.find_parent("table") is table
