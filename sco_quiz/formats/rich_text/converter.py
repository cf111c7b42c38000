"""The tree of HTML as Markdown of our dialect: markdownify, told our dialect."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from bs4.element import NavigableString, Tag
from markdownify import MarkdownConverter

from sco_quiz.core.markup.addresses import is_safe
from sco_quiz.core.markup.formulas import formula_problem
from sco_quiz.core.picture import describes
from sco_quiz.core.scripts import subscript, superscript
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.rich_text.around import ends_line, is_all_of_block, is_block, starts_line, text_beside
from sco_quiz.formats.rich_text.formulas import (
    Formula,
    has_gap_in_formula,
    is_like_prose,
    split_formulas,
    without_double_braces,
)
from sco_quiz.formats.rich_text.literal import doubled_braces, escaped_part, line_starts
from sco_quiz.formats.rich_text.marks import CELL, ESCAPE, FORMULA, ITEM, LANGUAGE, ROW, SPACE
from sco_quiz.formats.rich_text.pictures import Pictures, stem_of
from sco_quiz.formats.rich_text.pieces import code, fenced, language, marked, row, rule, trimmed

Parents = Collection[str]

_WHITE = re.compile(r"[ \t\r\n\f]+")
_LINES = re.compile(r"\s*\n\s*")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_DISPLAY = re.compile(r" *(\n\n\$\$[^\n]*\$\$\n\n) *")
_IN_SCRIPT = re.compile(r"([\s\\~^$`]|(?<=\w)[-+*/=](?=\w))")
_UNDESCRIBED = "picture without a description"
_ENDS = tuple(" .,;:!?\n")  # after a bracket, these begin no address of a link
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


class Converter(MarkdownConverter):
    """Converts one text. `leaves` are the words that its Markdown must have, `lost` what it has not.

    `unseen` says what is lost of pictures.
    """

    def __init__(self, files: Mapping[str, bytes], emphasis: str = "*", gaps: bool = False) -> None:
        super().__init__()
        self.pictures = Pictures(files)
        self.leaves: list[str] = []
        self.lost: dict[str, None] = {}
        self.unseen: dict[str, None] = {}
        self._emphasis = emphasis
        self._gaps = gaps

    # text

    def process_text(self, el: NavigableString, parent_tags: Parents = ()) -> str:
        """Return text with escapes, and its formulas."""
        text = str(el)
        if "pre" in parent_tags or "code" in parent_tags:
            self.leaves.append(text)
            return text.replace("\r\n", "\n") if "pre" in parent_tags else re.sub(r"[\r\n\t]+", " ", text)
        if has_gap_in_formula(text):
            self.lost["a formula with a gap in it, which became text"] = None
        if LANGUAGE in text:
            self.lost["the choice of a language"] = None
        pieces = [_collapsed(piece) for piece in split_formulas(text)]
        if starts_line(el):
            pieces[0] = _indented(str(pieces[0]), after_break=el.previous_sibling is not None)
        if ends_line(el.next_sibling) or (el.next_sibling is None and is_block(el.parent)):
            pieces[-1] = str(pieces[-1]).rstrip(f" {SPACE}")
        return _DISPLAY.sub(r"\1", "".join(self._written(pieces, el, parent_tags)))

    def _written(self, pieces: Sequence[str | Formula], el: NavigableString, parents: Parents) -> Iterator[str]:
        in_line = not {"_inline", "a", "sub", "sup"}.isdisjoint(parents)
        behind_mark = self._emphasis and not {"strong", "em", "a", *_HEADINGS}.isdisjoint(parents)
        at_start, alone = starts_line(el) and not behind_mark, len(pieces) == 1 and is_all_of_block(el)
        for piece in pieces:
            self.leaves.append(piece.tex if isinstance(piece, Formula) else piece)
            if isinstance(piece, Formula):
                yield self._formula(piece, in_line)
                at_start = piece.display and not in_line
            elif piece:
                text = piece.replace(SPACE, " ")
                yield self._literal(text.lstrip(" ") if at_start else text, at_start, alone, parents)
                at_start = False

    def _literal(self, text: str, at_start: bool, alone: bool, parents: Parents) -> str:
        start = next(line_starts(text), None) if at_start else None
        if start is not None:
            rest = self._literal(text[start:], False, alone, parents)
            return f"{text[:start]}{rest}" if rest.startswith("\\") else f"{text[:start]}{ESCAPE}{rest}"
        part = escaped_part(text, alone)
        part = doubled_braces(part) if self._gaps else part
        return _in_brackets(part) if "a" in parents else part

    def _formula(self, formula: Formula, in_line: bool) -> str:
        tex = without_double_braces(formula.tex) if self._gaps else formula.tex
        if "$" in re.sub(r"\\.", "", tex) or formula_problem(tex):
            self.lost[f"the formula {shorten(tex)}, which became code"] = None
            return code(tex)
        if formula.display:
            return f"$${tex}$$" if in_line else f"\n\n$${tex}$$\n\n"
        dollars = "$$" if is_like_prose(tex) else "$"
        return f"{FORMULA}{dollars}{tex}{dollars}{FORMULA}"

    # marks

    def convert_strong(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return bold text; in bold text, that is nothing."""
        return (
            text
            if not self._emphasis or "_noformat" in parent_tags or not {"strong", *_HEADINGS}.isdisjoint(parent_tags)
            else marked(el, text, "**")
        )

    def convert_em(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return text in italic type."""
        return (
            text
            if not self._emphasis or "_noformat" in parent_tags or "em" in parent_tags
            else marked(el, text, self._emphasis)
        )

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a heading as a bold paragraph."""
        return f"\n\n{marked(el, text, '**') if self._emphasis else text}\n\n" if text.strip() else ""

    def convert_sub(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a subscript."""
        return self._script(el, text, "~", parent_tags)

    def convert_sup(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a superscript."""
        return self._script(el, text, "^", parent_tags)

    def _script(self, el: Tag, text: str, mark: str, parents: Parents) -> str:
        words = " ".join(el.get_text().replace(SPACE, " ").split())
        if not words or "_noformat" in parents or {"sub", "sup"} & set(parents):
            return text
        before, after = text_beside(el)
        opens = before not in ("", *" \n([{~") if mark == "~" else before != "^"
        if opens and not after.isdigit() and after != mark:
            return mark + _IN_SCRIPT.sub(lambda found: f"\\{found[1]}", words) + mark
        raised = subscript(words) if mark == "~" else superscript(words)
        if raised[0] in "_^":
            self.lost["a subscript" if mark == "~" else "a superscript"] = None
            return text
        return raised

    def convert_q(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a quotation within a line."""
        self.leaves.append("“”")
        return f"“{text}”"

    # code

    def convert_code(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return code; on several lines, as a block."""
        if "_noformat" in parent_tags:
            return text
        text = text.replace(SPACE, " ")
        if "\n" in text and "_inline" not in parent_tags and "a" not in parent_tags:
            return fenced(text, language(el))
        return code(text.replace("\n", " ")) if text.strip() else text

    def convert_pre(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a block of code."""
        bare = isinstance(next(iter(el.contents), None), NavigableString)
        text = text.replace(SPACE, " ").removeprefix("\n" if bare else "")
        if not text.strip():
            return ""
        return code(" ".join(text.split())) if "_inline" in parent_tags else fenced(text, language(el))

    # links and pictures

    def convert_a(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a link; of one to an address that is not allowed, the words."""
        url = str(el.get("href") or "").strip()
        if "_noformat" in parent_tags or not text.strip() or not url or url.startswith("#"):
            return text
        if not is_safe(url):
            self.lost[f"the link to {shorten(url)}"] = None
            return text
        lead, core, trail = trimmed(text)
        address = f"<{url}>" if re.search(r"[()\\]", url) else url
        return f"{lead}[{_LINES.sub(' ', core)}]({address}){trail}"

    def convert_img(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a picture; its alternative text in brackets if the file does not have it."""
        address = str(el.get("src") or "")
        alt = " ".join(str(el.get("alt") or "").replace(SPACE, " ").split())
        path = self.pictures.place(address)
        if path:
            return self._shown(alt, stem_of(address), path)
        shown = alt or stem_of(address) or "picture"
        self.leaves.append(f"[{shown}]")
        self.unseen[f"the file does not contain the picture {shorten(address)}; words stand for it"] = None
        end = "" if text_beside(el)[1] in ("", *_ENDS) else "\\"
        return f"[{_in_brackets(escaped_part(shown))}{end}]"

    def _shown(self, alt: str, name: str, path: str) -> str:
        """Return a picture; if its alternative text does not describe it, other words replace it."""
        shown = next(filter(describes, (alt, name)), _UNDESCRIBED)
        if shown != alt:
            told = f"the alternative text `{shorten(alt)}`, which says nothing" if alt else "no alternative text"
            instead = "its file name" if shown == name else f"`{shown}`"
            self.unseen[f"the picture {path} has {told}; {instead} stands for it"] = None
        self.leaves.append(shown)
        return f"![{_in_brackets(escaped_part(shown))}]({path})"

    # blocks

    def convert_br(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a line break; more than two in a row are one blank line."""
        if "_inline" in parent_tags:
            return " "
        one = el.previous_sibling
        two = one.previous_sibling if isinstance(one, Tag) and one.name == "br" else None
        many = isinstance(two, Tag) and two.name == "br" and "pre" not in parent_tags
        return text if many else f"\n{text}"

    def convert_p(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a paragraph."""
        text = text.strip(" \t\n")
        return f" {text} " if "_inline" in parent_tags else f"\n\n{text}\n\n" if text else ""

    convert_div = convert_article = convert_section = convert_p

    def convert_hr(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a blank line for a rule."""
        return "\n\n"

    def convert_list(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a list; in a cell, its items in one line."""
        if "_inline" in parent_tags:
            return f" {text} "
        tight = "li" in parent_tags and re.match(rf"{ITEM}(?:-|1\.) +\S", text.lstrip("\n"))
        return f"{'' if tight else chr(10)}\n{text.strip(chr(10))}\n\n"

    convert_ul = convert_ol = convert_list

    def convert_li(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return an item of a list, its other lines below the first."""
        text = text.strip(" \n")
        if "_inline" in parent_tags:
            return f"{text}; " if el.find_next_sibling("li") else text
        marker = str(el.get("marker") or "-")
        indent = " " * (len(marker) + 1)
        return f"{ITEM}{marker} " + re.sub(r"\n(?!\n)", f"\n{indent}", text) + "\n"

    # tables

    def convert_td(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a cell on one line."""
        if "_inline" in parent_tags:
            return f"{text} "
        span = str(el.get("colspan") or "1")
        more = min(int(span[:3]), 50) - 1 if span.isdecimal() else 0
        return _LINES.sub(" ", text.strip()).replace("|", "\\|") + CELL * (1 + max(more, 0))

    convert_th = convert_td

    def convert_tr(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a row."""
        return text if "_inline" in parent_tags else text + ROW

    def convert_table(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Return a table, whose first row is its header."""
        if "_inline" in parent_tags:
            return f" {text} "
        rows = [each.strip("\n").split(CELL)[:-1] for each in text.split(ROW)]
        rows = [cells for cells in rows if cells]
        width = max(map(len, rows), default=0)
        if not width:
            return ""
        first = el.find("tr")
        heads = first.find_all(["td", "th"]) if isinstance(first, Tag) else []
        rules = [*map(rule, heads), *["---"] * width][:width]
        header, *others = (row([*cells, *[""] * (width - len(cells))]) for cells in rows)
        return "\n\n" + "\n".join([header, row(rules), *others]) + "\n\n"


def _collapsed(piece: str | Formula) -> str | Formula:
    return piece if isinstance(piece, Formula) else _WHITE.sub(" ", piece)


def _indented(text: str, after_break: bool) -> str:
    """Return text at the start of a line: an indent made of `&nbsp;` stays, other white space goes."""
    stripped = text.lstrip(f" {SPACE}")
    indent = text[: len(text) - len(stripped)].count(SPACE) if after_break and stripped else 0
    return "\N{NO-BREAK SPACE}" * indent + stripped


def _in_brackets(part: str) -> str:
    """Return Markdown for the words of a link or picture, in which brackets are literal."""
    return _BRACKET.sub(lambda each: each[0] if len(each[0]) > 1 else f"\\{each[0]}", part)
