"""The notes of a text file that Anki exported: a note a line, in newer versions below lines like `#separator:tab`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from sco_quiz.core.problem import Problem
from sco_quiz.formats.anki_notes.collection import Note, NoteType
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.encoding import text_of
from sco_quiz.formats.sheets.delimited import sheet_of
from sco_quiz.formats.sheets.grid import Row

_HEADER = re.compile(r"#([a-z ]{1,20}):(.*)")
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"}
# without a header: two fields with a tab between them, and HTML in one
_HTML = re.compile(r"<(?:br|div|b|i|u|img|span|ul|ol|li|p)\b[^<>]{0,2000}>|&(?:nbsp|lt|gt|amp|quot);", re.IGNORECASE)
_NAME = re.compile(r"[^{}:#^/]+")
_GAP = re.compile(r"\{\{c\d{1,9}::")
_SAMPLE = 100_000
_SHARE = 0.9  # of the lines that a tab divides
_NAMES = ("Front", "Back")
_COLUMNS = ("notetype", "deck", "tags", "guid")


def is_plain(data: bytes, name: str) -> bool:
    """Return whether a file looks like notes in text."""
    text = text_of(data[:_SAMPLE], name, ReadOptions())
    if isinstance(text, Problem):
        return False
    lines = [line for line in text.split("\n")[:-1] or [text] if line.strip()]
    divided = sum(line.count("\t") == 1 for line in lines)
    return text.startswith("#separator:") or bool(divided >= _SHARE * len(lines) and divided and _HTML.search(text))


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first lines say: their number, the separator, and each setting by its name."""

    lines: int
    separator: str = "\t"
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def special(self) -> dict[int, str]:
        """What is in the columns beside those of the fields."""
        places = {self.settings.get(f"{name} column", "").strip(): name for name in _COLUMNS}
        return {int(place) - 1: name for place, name in places.items() if place.isascii() and place.isdecimal()}

    @property
    def names(self) -> list[str]:
        """The names of the columns, if the file says them."""
        return self.settings["columns"].split(self.separator) if "columns" in self.settings else []


def read_plain(data: bytes, name: str, options: ReadOptions) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Return the notes of a file, and what cannot be read."""
    text = text_of(data, name, options)
    if isinstance(text, Problem):
        return (), (text,)
    header = _header(text)
    body = "\n" * header.lines + text.split("\n", header.lines)[-1] if header.lines else text
    sheet = sheet_of(body, name, header.separator)
    return tuple(_note(row, header) for row in sheet.rows), sheet.problems


def _header(text: str) -> _Header:
    settings: dict[str, str] = {}
    count = 0
    for line in text.split("\n"):
        found = _HEADER.fullmatch(line.rstrip("\r"))
        if not found:
            break
        count += 1
        settings[found[1]] = found[2]
    told = settings.get("separator", "tab")
    separator = _SEPARATORS.get(told.strip().casefold(), told if len(told) == 1 else "\t")
    return _Header(count, separator, settings)


def _note(row: Row, header: _Header) -> Note:
    special = header.special
    extra = {what: row[at] for at, what in special.items()}
    values = [cell for at, cell in enumerate(row.cells) if at not in special]
    if header.settings.get("html", "true").strip().casefold() != "true":
        values = [escape(value, quote=False).replace("\n", "<br>") for value in values]
    kind = extra.get("notetype") or header.settings.get("notetype", "")
    cloze = bool(values and _GAP.search(values[0]))
    names = [name for at, name in enumerate(header.names) if at not in special]
    fields = dict(zip(_named(len(values), names), values, strict=False))
    tags = f"{extra.get('tags', '')} {header.settings.get('tags', '')}".split()
    deck = extra.get("deck") or header.settings.get("deck", "Default")
    return Note(_type(kind, cloze, tuple(fields)), fields, tuple(tags), deck, line=row.line)


def _named(count: int, names: list[str]) -> Iterator[str]:
    """Yield a name for each of the fields; one that is there twice, or that no template could name, is replaced."""
    used = set[str]()
    for at in range(count):
        known = names[at].strip() if at < len(names) else ""
        usual = _NAMES[at] if at < len(_NAMES) and not names else f"Field {at + 1}"
        name = known if known not in used and _NAME.fullmatch(known) else usual
        used.add(name)
        yield name


def _type(kind: str, cloze: bool, fields: tuple[str, ...]) -> NoteType:
    """Return a type whose card has the first field in front and the others behind: the file describes no cards."""
    front, *others = (f"{{{{{name}}}}}" for name in fields or _NAMES)
    cards = [(front, " ".join(others))]
    if "reversed" in kind.casefold() and "optional" not in kind.casefold():
        cards.append((" ".join(others), front))
    return NoteType(kind, cloze, fields, tuple(cards))
