"""Read the paragraphs of a document of Word (.docx), with automatic numbers, formats of characters and pictures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.archive import Archive, read_archive
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.exchange.xml_tree import Element, parse_xml
from sco_quiz.formats.lists.linear_math import linear
from sco_quiz.formats.lists.numbering import Numbering
from sco_quiz.formats.lists.text import Line, Run

_BODY = "word/document.xml"
_MARKS = {"b": "b", "i": "i"}
_HEIGHTS = {"subscript": "sub", "superscript": "sup"}
# what other elements repeat, or what was deleted while changes were tracked
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "pPr", "rPr", "instrText"})
_OFF = frozenset({"0", "false", "none", "off"})
# the ink of ordinary text; other colors mark the key
_INK = frozenset({"auto", "000000"})


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a document, and what in it could not be read."""

    lines: list[Line]
    problems: tuple[Problem, ...] = ()


def read_document(data: bytes, name: str) -> Document | Problem:
    """Return the lines of a document, or why it cannot be read."""
    archive = read_archive(data, name)
    if isinstance(archive, Problem):
        return archive
    if _BODY not in archive.members:
        hint = "save it as a document of Word (.docx)"
        return Problem("unknown-format", "this is not a document of Word", Place(name), hint)
    parts = [_part(archive, part) for part in (_BODY, "word/numbering.xml", "word/styles.xml", _relations(_BODY))]
    for part in parts:
        if isinstance(part, Problem):
            return part
    body, numbering, styles, relations = (part if isinstance(part, Element) else None for part in parts)
    reader = _Reader(name, archive, Numbering.of(numbering, styles), _targets(relations))
    lines = [line for paragraph in _paragraphs(body) for line in reader.lines(paragraph)]
    return Document(lines, tuple(reader.problems))


def _relations(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _part(archive: Archive, member: str) -> Element | Problem | None:
    if member not in archive.members:
        return None
    data = archive.read(member)
    return data if isinstance(data, Problem) else parse_xml(data, archive.name, GUESS)


def _targets(relations: Element | None) -> dict[str, str]:
    """Return the files in the archive by the ids that the text uses."""
    if relations is None:
        return {}
    inside = (each for each in relations.elements("Relationship") if each.attributes.get("TargetMode") != "External")
    return {each.attributes.get("Id", ""): f"word/{each.attributes.get('Target', '')}" for each in inside}


def _paragraphs(element: Element | None) -> Iterator[Element]:
    """Yield the paragraphs of a document in their order, those in tables, too."""
    for child in element.elements() if element else ():
        if child.name == "p":
            yield child
        elif child.name not in _SKIPPED:
            yield from _paragraphs(child)


@dataclass(slots=True)
class _Reader:
    """Turns paragraphs into lines; a line of a file is the number of its paragraph."""

    file: str
    archive: Archive
    numbering: Numbering
    targets: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)
    number: int = 0

    def lines(self, paragraph: Element) -> Iterator[Line]:
        """Yield a paragraph as lines: more than one if it has line breaks."""
        self.number += 1
        properties = paragraph.find("pPr")
        style = properties.find("pStyle") if properties else None
        label = self.numbering.label(properties)
        runs = [Run(f"{label} ")] if label else []
        runs += self._runs(paragraph)
        text = "".join(run.text for run in runs)
        place = Place(self.file, self.number, 1, max(len(text.split("\n")[0]), 1), text.split("\n")[0])
        for at, line in enumerate(_split(runs)):
            files = {run.picture: self._picture(run.picture, place) for run in line if run.picture}
            kept = tuple(run for run in line if not run.picture or files[run.picture])
            name = style.attributes.get("val", "") if style and not at else ""
            yield Line(kept, place, {name: data for name, data in files.items() if data}, name)

    def _runs(self, element: Element) -> Iterator[Run]:
        for child in element.elements():
            match child.name:
                case name if name in _SKIPPED:
                    pass
                case "r":
                    yield from self._formatted(child)
                case "oMath":
                    yield from self._formula(child)
                case _:
                    yield from self._runs(child)

    def _formatted(self, run: Element) -> Iterator[Run]:
        elements, key = _format(run.find("rPr"))
        style = _style_of(run)
        for child in run.elements():
            match child.name:
                case "t":
                    yield Run(child.text, elements, key=key, style=style)
                case "tab":
                    yield Run("\t", elements, key=key, style=style)
                case "br" | "cr":
                    yield Run("\n", elements, key=key, style=style)
                case "noBreakHyphen":
                    yield Run("\u2011", elements, key=key, style=style)
                case name if name not in _SKIPPED:
                    alt = next((each.attributes.get("descr", "") for each in child.walk() if each.name == "docPr"), "")
                    yield from (Run("", picture=picture, alt=alt) for picture in self._pictures(child))

    def _formula(self, formula: Element) -> Iterator[Run]:
        """Yield the characters of a formula, which lose their arrangement."""
        text = linear(formula)
        message = f"a formula became plain text: `{text}`"
        place = Place(self.file, self.number, 1)
        self.problems.append(named_problem("lost-markup", message, place, "write it again, as in $x^2$"))
        yield Run(text, style=next((_style_of(each) for each in formula.walk() if each.name == "r"), ""))

    def _pictures(self, element: Element) -> Iterator[str]:
        """Yield the files of the pictures in an element."""
        for each in element.walk():
            if each.name in ("blip", "imagedata"):
                target = self.targets.get(each.attributes.get("embed") or each.attributes.get("id") or "", "")
                yield target or "picture"

    def _picture(self, target: str, place: Place) -> bytes:
        """Return a picture of the archive; empty if it cannot be read."""
        data = self.archive.read(target) if target in self.archive.members else None
        if isinstance(data, bytes):
            return data
        self.problems.append(named_problem("lost-picture", "a picture is not in this file", place))
        return b""


def _style_of(run: Element) -> str:
    """Return the style of characters; a formula has properties of two kinds."""
    styles = (properties.find("rStyle") for properties in run.elements("rPr"))
    return next((style.attributes.get("val", "") for style in styles if style), "")


def _format(properties: Element | None) -> tuple[tuple[str, ...], bool]:
    """Return the HTML elements of characters, and whether they stand out as a key does."""
    found = {each.name: each.attributes.get("val", "") for each in properties.elements()} if properties else {}
    on = {name for name, value in found.items() if value.casefold() not in _OFF}
    elements = [_MARKS[name] for name in ("b", "i") if name in on]
    elements += [_HEIGHTS[value] for value in (found.get("vertAlign", ""),) if value in _HEIGHTS]
    colored = found.get("color", "auto") not in _INK
    return tuple(elements), bool(on & {"b", "highlight", "u"}) or colored


def _split(runs: Iterable[Run]) -> list[list[Run]]:
    """Return runs as lines, divided at line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=other)] for other in others]
    return lines
