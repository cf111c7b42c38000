"""Automatic numbers of paragraphs in a document of Word: its lists, with counters for each level."""

import re
from dataclasses import dataclass, field

from sco_quiz.formats.exchange.xml_tree import Element

_ALPHABETS = {
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianUpper": "АБВГДЕЖЗИКЛМН",
    "russianLower": "абвгдежзиклмн",
}
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_LOWER = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how it counts, from which number, and the character after the number."""

    form: str
    start: int
    end: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document by their id, and how far each has counted."""

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[tuple[str, int], tuple[int, str]] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _restarted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> "Numbering":
        """Return the lists that the parts of a document describe."""
        made = cls()
        if numbering:
            abstract = {each.attributes.get("abstractNumId", ""): each for each in numbering.elements("abstractNum")}
            restarted = set()
            for number in numbering.elements("num"):
                name, found = number.attributes.get("numId", ""), number.find("abstractNumId")
                kind = found.attributes.get("val", "") if found else ""
                overrides = number.elements("lvlOverride")
                levels = _levels(abstract.get(kind)) | {
                    index: level for each in overrides for index, level in _levels(each).items()
                }
                made.lists[name] = (kind, levels)
                if any(each.find("startOverride") for each in overrides):
                    restarted.add(name)
            made._restarted = frozenset(restarted)
        for style in styles.elements("style") if styles else ():
            if listed := _list_of(style.find("pPr")):
                made.styles[style.attributes.get("styleId", "")] = listed
        return made

    def label(self, properties: Element | None) -> str:
        """Return the number that Word shows before a paragraph, and count it; empty without one."""
        style = properties.find("pStyle") if properties else None
        listed = _list_of(properties) or self.styles.get(style.attributes.get("val", "") if style else "")
        if not listed or listed[0] not in self.lists:
            return ""
        name, index = listed
        kind, levels = self.lists[name]
        level = levels.get(index)
        if level is None or level.form == "none":
            return ""
        return _shown(level, self._count(name, kind, index, level), index)

    def _count(self, name: str, kind: str, index: int, level: Level) -> int:
        if name in self._restarted and name not in self._seen:
            self._counts = {key: counted for key, counted in self._counts.items() if key[0] != kind}
        self._seen.add(name)
        before, _ = self._counts.get((kind, index), (level.start - 1, ""))
        is_question = level.form == "decimal" and index == 0
        # what is deeper begins again; at a question, so do letters, which some authors let run on
        self._counts = {
            key: counted
            for key, counted in self._counts.items()
            if (key[0] != kind or key[1] <= index) and not (is_question and (key[1] or counted[1] != "decimal"))
        }
        self._counts[kind, index] = before + 1, level.form
        return before + 1


def _levels(element: Element | None) -> dict[int, Level]:
    levels = {}
    for level in element.elements("lvl") if element else ():
        text = _value(level, "lvlText", "%1.")
        start = _value(level, "start", "1")
        index = _number(level.attributes.get("ilvl", "0"))
        levels[index] = Level(_value(level, "numFmt", "decimal"), _number(start), text.rpartition("%")[2][1:2])
    return levels


def _value(element: Element, name: str, default: str) -> str:
    found = element.find(name)
    return found.attributes.get("val", default) if found else default


def _number(text: str) -> int:
    return int(text) if _COUNT.fullmatch(text) else 0


def _list_of(properties: Element | None) -> tuple[str, int] | None:
    """Return the list of a paragraph or style, and the level in it."""
    listed = properties.find("numPr") if properties else None
    number = listed.find("numId") if listed else None
    if not listed or not number:
        return None
    return number.attributes.get("val", ""), _number(_value(listed, "ilvl", "0"))


def _shown(level: Level, count: int, index: int) -> str:
    """Return a number as it is shown. Bullets, Roman numbers and numbers inside a list become letters of options."""
    end = level.end if level.end in (".", ")") else ")"
    if level.form.startswith("decimal") and index == 0:
        return f"{count}{end}"
    alphabet = _ALPHABETS.get(level.form, _LOWER)
    return f"{alphabet[(count - 1) % len(alphabet)]}{end}"
