"""Check that an SVG picture only draws: no script, no event handler, nothing from outside, no work without end."""

import re
from base64 import b64decode
from collections import Counter, defaultdict
from collections.abc import Mapping
from math import prod
from typing import NamedTuple
from xml.parsers import expat

from sco_quiz.loading.picture_types import MAX_PIXELS, Pixels, type_of

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# what editors leave in their files; browsers ignore it
_INERT = (
    "http://sodipodi.sourceforge.net/",
    "http://www.inkscape.org/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
)
_NAMES = """
svg g defs symbol use switch title desc metadata style a view image
path rect circle ellipse line polyline polygon text tspan textPath
linearGradient radialGradient stop pattern clipPath mask marker
filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile
"""
_ELEMENTS = frozenset(_NAMES.split())
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]*)")
_ADDRESSES = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]*)", re.IGNORECASE)
# a backslash could spell any of the others
_LIVE_STYLE = re.compile(r"@import|(?:image-set|\bsrc)\s*\(|expression\s*\(|javascript:|\\", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d+)?)(?:px)?\s*")
_PLAIN = "remove it, or save the picture as PNG"
_MAX_DEPTH = 100
_MAX_DRAWN = 100_000


class Unsafe(NamedTuple):
    """Why an SVG picture is refused: what was found, and what to do."""

    found: str
    hint: str


class NotSvg(NamedTuple):
    """Why a file is not an SVG picture."""

    reason: str


def read_svg(data: bytes) -> Pixels | Unsafe | NotSvg:
    """Return the width and height of a safe SVG picture (0: unknown), or why it cannot be used."""
    reader = _Reader()
    try:
        reader.read(data)
    except _Refused as refused:
        return refused.reason
    except expat.ExpatError as error:
        return NotSvg(f"line {error.lineno}: {expat.ErrorString(error.code)}")
    except (LookupError, ValueError):  # of Python, for an encoding that it cannot read
        return NotSvg("unknown encoding")
    if reader.drawn() > _MAX_DRAWN:
        return Unsafe("too many repeated parts", "draw fewer copies with `<use>` and `<pattern>`")
    return reader.pixels


class _Refused(Exception):
    """Carries the reason out of the parser."""

    def __init__(self, reason: Unsafe | NotSvg) -> None:
        self.reason = reason


class _Reader:
    """Reads the elements of a file; refuses any that does more than draw."""

    def __init__(self) -> None:
        self.pixels: Pixels = (0, 0)
        self._open: list[tuple[str, str]] = [("", "")]  # of the elements around: the name, and the nearest id
        self._style = ""
        # by the nearest id ("": none): how many elements there are, and which others they contain or refer to
        self._count: Counter[str] = Counter()
        self._draws: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def read(self, data: bytes) -> None:
        """Parse the file; raises _Refused and ExpatError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(data, True)

    def drawn(self) -> int:
        """Return how many elements are drawn when each reference draws its target again: too many in a circle."""
        known: dict[str, int] = {}

        def weight(name: str, above: frozenset[str]) -> int:
            if name in above or len(above) > _MAX_DEPTH:
                return _MAX_DRAWN + 1
            if name not in known:
                inner = sum(times * weight(each, above | {name}) for each, times in self._draws[name].items())
                known[name] = min(self._count[name] + inner, _MAX_DRAWN + 1)
            return known[name]

        return weight("", frozenset())

    def _doctype(self, _name: str, _address: str | None, _public: str | None, has_own_rules: int) -> None:
        # many programs write one that only names the standard: nobody loads it
        if has_own_rules:
            raise _Refused(Unsafe("`<!DOCTYPE` with rules", "delete it, from <!DOCTYPE to ]>, and all entities"))

    def _instruction(self, target: str, _: str) -> None:
        raise _Refused(Unsafe(f"`<?{target}`", "delete this line"))

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        if len(self._open) == 1:
            self._root(space, element, attributes)
        if not (element in _ELEMENTS if space == _SVG else space.startswith(_INERT)):
            raise _Refused(Unsafe(f"`<{element}>`", _PLAIN))
        if len(self._open) > _MAX_DEPTH:
            raise _Refused(Unsafe("elements nested too deeply", _PLAIN))
        outer = self._open[-1][1]
        nearest = attributes.get("id") or outer
        if nearest != outer:
            self._draws[outer][nearest] += 1
        self._open.append((element, nearest))
        self._count[nearest] += 1
        for attribute, value in attributes.items():
            space, _, name = attribute.rpartition(" ")
            self._attribute(space, name, value)

    def _root(self, space: str, element: str, attributes: Mapping[str, str]) -> None:
        if (space, element) != (_SVG, "svg"):
            raise _Refused(NotSvg(f'it starts with <{element}>, not with <svg xmlns="{_SVG}">'))
        self.pixels = _size(attributes)

    def _attribute(self, space: str, name: str, value: str) -> None:
        if name.lower().startswith("on"):
            raise _Refused(Unsafe(f"the event handler `{name}`", _PLAIN))
        if space == _XML and name == "base":
            raise _Refused(Unsafe("`xml:base`", _PLAIN))
        if space in ("", _XLINK) and name == "href":
            self._refer(value.strip())
        elif not space and not name.startswith(("data-", "aria-")):
            self._check_style(value)  # most attributes can be written in a style, too

    def _refer(self, address: str) -> None:
        """Note the element that an address of the same file leads to; refuse any other that is not a picture inside."""
        if address.startswith("#"):
            self._draws[self._open[-1][1]][address[1:]] += 1
        elif embedded := _EMBEDDED.fullmatch(address):
            if not _is_small(embedded[1]):
                raise _Refused(Unsafe("an embedded picture that is damaged or too large", "embed a smaller one"))
        elif address:
            shown = address if len(address) <= 40 else f"{address[:39]}…"
            raise _Refused(Unsafe(f"a reference to `{shown}`", "embed what it refers to, or remove it"))

    def _check_style(self, style: str) -> None:
        if live := _LIVE_STYLE.search(style):
            raise _Refused(Unsafe(f"`{live[0]}` in a style", _PLAIN))
        for address in _ADDRESSES.findall(style):
            self._refer(address)

    def _characters(self, text: str) -> None:
        if self._open[-1][0] == "style":
            self._style += text  # the parser may deliver it in pieces

    def _end(self, name: str) -> None:
        self._check_style(self._style)
        self._style = ""
        self._open.pop()


def _is_small(base64: str) -> bool:
    """Return whether an embedded picture can be decoded in reasonable memory."""
    try:
        data = b64decode(base64)
    except ValueError:
        return False
    kind = type_of(data)
    return kind is not None and 0 < prod(kind.pixels(data)) <= MAX_PIXELS


def _size(attributes: Mapping[str, str]) -> Pixels:
    """Return the size that a picture gives itself in pixels, else that of its drawing area."""
    lengths = [_length(attributes.get(name, "")) for name in ("width", "height")]
    area = attributes.get("viewBox", "").replace(",", " ").split()[2:]
    if not all(lengths) and len(area) == 2:
        lengths = [_length(part) for part in area]
    return (lengths[0], lengths[1]) if all(lengths) else (0, 0)


def _length(text: str) -> int:
    found = _LENGTH.fullmatch(text)
    return round(float(found[1])) if found else 0
