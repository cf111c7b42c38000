"""Read XML into a small tree whose elements know their line and column; refuse what is damaged or made to do harm."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from html.entities import html5
from xml.parsers import expat

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.encoding import text_of
from sco_quiz.formats.exchange.reasons import named_problem

MAX_BYTES = 100_000_000  # pictures are embedded, but a file beyond it would fill the memory
MAX_DEPTH = 100
MAX_ELEMENTS = 2_000_000  # tens of thousands of questions; each takes 300 bytes of memory
_MAX_SHOWN = 1000  # some programs write a whole file on one line, which nobody wants to see in a report
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
# after blank lines, which other programs ignore, it is no longer XML
_LATE_DECLARATION = re.compile(r"\A\s+<\?xml[^>]{0,300}\?>")
# names that are encodings of text; Python also knows others, such as punycode, which can be slow to read
_READABLE = re.compile(
    r"utf[-_]?8|us-ascii|(iso|windows|cp|mac|koi8|latin|gb|big5|shift|euc|tis)[\w.-]*", re.IGNORECASE
)
_ENTITY = re.compile(r"&(\w{1,30});")
_UNKNOWN_ENTITY, _WRONG_TAG, _NO_ELEMENT = 11, 7, 3


@dataclass(slots=True, eq=False)
class Element:
    """An element: its name and attributes without prefixes, and its elements and strings in their order."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: "list[Element | str]" = field(default_factory=list, repr=False)
    source: "_Source | None" = field(default=None, repr=False)

    @property
    def place(self) -> Place:
        """Where its tag starts."""
        return self.source.place(self.line, self.column) if self.source else Place("")

    @property
    def text(self) -> str:
        """Its own text, without that of the elements inside."""
        return "".join(child for child in self.children if isinstance(child, str))

    @property
    def all_text(self) -> str:
        """Its text with that of all elements inside."""
        return "".join(child if isinstance(child, str) else child.all_text for child in self.children)

    @property
    def markup(self) -> str:
        """What is inside it as HTML: elements that are not escaped in the file become tags again."""
        if not any(isinstance(child, Element) for child in self.children):
            return self.text
        return "".join(_text_html(child) if isinstance(child, str) else child._html() for child in self.children)

    def _html(self) -> str:
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        return f"<{self.name}{attributes}>{''.join(self._inside())}</{self.name}>"

    def _inside(self) -> Iterator[str]:
        for child in self.children:
            yield _text_html(child) if isinstance(child, str) else child._html()

    def elements(self, *names: str) -> "list[Element]":
        """Return the elements right inside it, only those of some names if any are given."""
        return [child for child in self.children if isinstance(child, Element) and (not names or child.name in names)]

    def find(self, *path: str) -> "Element | None":
        """Return the first element at a path of names, or None."""
        found: Element | None = self
        for name in path:
            found = found._first(name) if found else None
        return found

    def _first(self, name: str) -> "Element | None":
        for child in self.children:
            if isinstance(child, Element) and child.name == name:
                return child
        return None

    def value(self, *path: str) -> str:
        """Return the text of the first element at a path, without the space around it; empty without one."""
        found = self.find(*path)
        return found.text.strip() if found else ""

    def walk(self) -> "Iterator[Element]":
        """Yield the element and all those inside it in the order of the file."""
        waiting = [self]
        while waiting:  # generators inside each other would take twice the time
            yield (element := waiting.pop())
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


def _text_html(text: str) -> str:
    return escape(text, quote=False)


@dataclass(frozen=True, slots=True)
class _Source:
    file: str
    lines: list[str]

    def place(self, line: int, column: int, width: int = 1) -> Place:
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return Place(self.file, line, column, width, text if len(text) <= _MAX_SHOWN else "")


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def parse_xml(data: bytes, name: str, options: ReadOptions) -> Element | Problem:
    """Return the root of a file, or why it cannot be read."""
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data) // 10**6} million bytes; the maximum is {MAX_BYTES // 10**6} million"
        return _too_large(message, Place(name))
    text = text_of(data, name, replace(options, encoding=options.encoding or _encoding(data)))
    if isinstance(text, Problem):
        return text
    return _Builder(_Source(name, text.split("\n"))).read(_LATE_DECLARATION.sub(_blank, text, count=1))


def _too_large(message: str, place: Place) -> Problem:
    return Problem("file-too-large", message, place, "divide its questions among several files")


def _blank(declaration: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", declaration[0])


def declares_xml(data: bytes) -> bool:
    """Return whether a file starts like XML."""
    start = data[:400].replace(b"\0", b"").removeprefix(codecs.BOM_UTF8).lstrip(b"\xff\xfe \t\r\n")
    return start.startswith((b"<?xml", b"<!--", b"<!DOCTYPE", b"<quiz", b"<questestinterop"))


def _encoding(data: bytes) -> str:
    """Return the encoding that a file declares, or shows by its byte order mark; empty for UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    found = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    declared = found[1].decode("ascii", "replace") if found else ""
    # declared UTF-16 in a line that can be read as ASCII: the file was converted, and the line was not changed
    usable = _READABLE.fullmatch(declared) and not data.startswith(codecs.BOM_UTF8)
    return declared if usable and not _is_utf8(data) else ""


def name_encoding(data: bytes, name: str, options: ReadOptions) -> Iterator[Problem]:
    """Yield a problem for a file that declares another encoding than that of its text."""
    found = _DECLARED.match(data)
    declared = found[1].decode("ascii", "replace") if found and not options.encoding else "utf-8"
    if declared.casefold().replace("_", "-") not in ("utf-8", "utf8", "us-ascii", "ascii") and _is_utf8(data):
        message = f"the file declares the encoding `{declared}`, but its text is UTF-8; it is read as UTF-8"
        yield named_problem("doubtful-text", message, Place(name, 1), "change the first line")


def _is_utf8(data: bytes) -> bool:
    """Return whether text has letters beyond ASCII in UTF-8: in another encoding, hardly any text looks like it."""
    try:
        return not data.isascii() and bool(data.decode())
    except UnicodeDecodeError:
        return False


class _Builder:
    """Builds the tree from the events of expat."""

    def __init__(self, source: _Source) -> None:
        self._source = source
        self._top = Element("", {}, 1, 1)
        self._open = [self._top]
        self._count = 0
        # the text is decoded already, so what the file declares is ignored
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.specified_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def read(self, text: str) -> Element | Problem:
        try:
            self._parser.Parse(text.encode(), True)
        except expat.ExpatError as error:
            return self._damaged(error)
        except UnicodeEncodeError:
            return Problem("not-utf8", "the file has half of a character", Place(self._source.file))
        except _Refused as refused:
            return refused.problem
        return self._top.elements()[0]

    def _here(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line, column = self._here()
        if len(self._open) > MAX_DEPTH:
            message = f"elements are nested more than {MAX_DEPTH} deep"
            raise _Refused(Problem("unsafe-file", message, self._source.place(line, column)))
        self._count += 1
        if self._count > MAX_ELEMENTS:
            message = f"the file has more than {MAX_ELEMENTS // 10**6} million elements"
            raise _Refused(_too_large(message, self._source.place(line, column)))
        local = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(name), local, line, column, source=self._source)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _entity(self, name: str, *_rest: object) -> None:
        message = f"the file declares the entity `{name}`, which can be made to read other files or fill the memory"
        place = self._source.place(*self._here())
        raise _Refused(Problem("unsafe-file", message, place, "delete the declaration, and write what it stands for"))

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        raise _Refused(self._unknown_entity(name, *self._here()))

    def _damaged(self, error: expat.ExpatError) -> Problem:
        """Say what is wrong where expat stopped, in words that say what to change."""
        line, column = error.lineno, error.offset + 1
        text = self._source.lines[line - 1] if line <= len(self._source.lines) else ""
        if error.code == _UNKNOWN_ENTITY and (entity := _ENTITY.match(text, column - 1)):
            return self._unknown_entity(entity[1], line, column)
        if error.code == _WRONG_TAG:
            message = f"`</{self._open[-1].name}>` is expected here, since `<{self._open[-1].name}>` is open"
            return self._problem(message, line, column, "close each element, the innermost first")
        if error.code == _NO_ELEMENT:
            names = " ".join(f"</{element.name}>" for element in reversed(self._open[1:]))
            message = f"the file ends before {names}" if names else "the file has no element"
            return self._problem(message, line, column, "export it again: a part of it is missing")
        ampersand = text.rfind("&", 0, column)
        if ampersand >= 0 and ";" not in text[ampersand : column - 1]:
            hint = "write `&amp;` instead, or put the text into `<![CDATA[…]]>`"
            return self._problem("a bare `&` is not allowed in XML", line, ampersand + 1, hint)
        return self._invalid_token(text, line, column, expat.ErrorString(error.code))

    def _invalid_token(self, text: str, line: int, column: int, says: str) -> Problem:
        if 0 < column <= len(text) and ord(text[column - 1]) < ord(" "):
            code = f"U+{ord(text[column - 1]):04X}"
            return self._problem(f"control character {code} is not allowed in XML", line, column, "delete it")
        if column > 1 and text[column - 2 : column - 1] == "<":
            return self._problem("a bare `<` is not allowed in XML", line, column - 1, "write `&lt;` instead")
        return self._problem(f"this is not XML: {says}", line, column)

    def _unknown_entity(self, name: str, line: int, column: int) -> Problem:
        meant = html5.get(f"{name};", "")
        code = "".join(f"&#{ord(character)};" for character in meant) or f"&amp;{name};"
        hint = f"write `{code}` instead, or put the text into `<![CDATA[…]]>`"
        return self._problem(f"XML does not know `&{name};`, so no question was read", line, column, hint)

    def _problem(self, message: str, line: int, column: int, hint: str = "") -> Problem:
        return Problem("damaged-file", message, self._source.place(line, column), hint)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
