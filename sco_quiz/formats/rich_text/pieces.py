"""Pieces of Markdown: text between marks, code, and rows of tables."""

import re
from collections.abc import Iterable
from unicodedata import category

from bs4.element import Tag

from sco_quiz.formats.rich_text.around import text_beside
from sco_quiz.formats.rich_text.marks import ITEM

_BACKTICKS = re.compile(r"`+")
# between paragraphs, and around lists, tables and code
_SEAM = re.compile(rf"(\n\s*\n|\n(?=[{ITEM}|])|(?<=\|)\n)")
_NOT_MARKED = re.compile(rf"\s*(?:$|[{ITEM}|]|```|\$\$)")
_LANGUAGE = re.compile(r"(?:language-|lang-|brush:\s*)([\w.+#-]+)")
_ALIGNMENT = re.compile(r"(?:text-align\s*:\s*|align-|^)(left|center|right)\b", re.IGNORECASE)
_RULES = {"left": ":---", "center": ":---:", "right": "---:"}


def row(cells: Iterable[str]) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"


def rule(cell: Tag) -> str:
    """Return how the alignment of a column is written."""
    told = " ".join((str(cell.get("align") or ""), str(cell.get("style") or ""), *map(str, cell.get("class") or ())))
    found = _ALIGNMENT.search(told.strip())
    return _RULES[found[1].lower()] if found else "---"


def trimmed(text: str) -> tuple[str, str, str]:
    """Return text and the white space before and after it: (before, text, after)."""
    core = text.strip()
    start = text.find(core)
    return text[:start], core, text[start + len(core) :]


def marked(el: Tag, text: str, mark: str) -> str:
    """Return text between marks; each paragraph has its own, lists and code have none."""
    before, after = text_beside(el)
    parts = _SEAM.split(text)
    return "".join(part if _NOT_MARKED.match(part) else _between(part, mark, before, after) for part in parts)


def _between(text: str, mark: str, before: str, after: str) -> str:
    """Return text between marks, without the punctuation beside which marks of Markdown do not work."""
    lead, core, trail = trimmed(text)
    lead, trail = "" if before.isspace() else lead, "" if after.isspace() else trail
    if not lead and _is_letter(before):
        while core and _is_bare_punctuation(core[0]):
            lead, core = lead + core[0], core[1:]
    if not trail and _is_letter(after):
        while core and _is_bare_punctuation(core[-1]) and core[-2:-1] != "\\":
            core, trail = core[:-1], core[-1] + trail
    return f"{lead}{mark}{core}{mark}{trail}" if core else text


def _is_letter(character: str) -> bool:
    """Whether marks do not work between this character and punctuation; beside Chinese and Japanese, they do."""
    return character.isalnum() and character < "\u2e80"


def _is_bare_punctuation(character: str) -> bool:
    """Whether a character is punctuation that marks nothing."""
    return category(character)[0] in "PS" and character not in "*_`~^$[]()<>!\\|"


def code(text: str) -> str:
    """Return code within a line."""
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    ticks = "`" * (longest + 1)
    padded = text.startswith("`") or text.endswith("`") or (text[:1] == text[-1:] == " " and text.strip())
    return f"{ticks} {text} {ticks}" if padded else f"{ticks}{text}{ticks}"


def fenced(text: str, language: str) -> str:
    """Return a block of code."""
    ticks = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    return f"\n\n{ticks}{language}\n{text.removesuffix(chr(10))}\n{ticks}\n\n"


def language(el: Tag) -> str:
    """Return the language that the classes of code name."""
    inner = el.find("code")
    tags = (el, inner) if isinstance(inner, Tag) else (el,)
    told = " ".join(str(name) for tag in tags for name in (tag.get("class") or ()))
    found = _LANGUAGE.search(told)
    return found[1] if found else ""
