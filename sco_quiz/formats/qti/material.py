"""Turn the material of QTI 1.2 into rich text: text, pictures and what else a question shows, in its order."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from sco_quiz.core.character_references import decoded
from sco_quiz.formats.exchange.item import NO_TEXT, RichText
from sco_quiz.formats.exchange.xml_tree import Element

FindPicture = Callable[[str], bytes | None]
"""Return the picture that an address means in its package, or None."""

_SOURCE = re.compile(r"""<img\b[^>]{0,2000}?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp", "response_extension")


class Piece(NamedTuple):
    """Text of a file, as HTML or plain; or a response, for which learners see a field."""

    text: str
    html: bool = False
    response: Element | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """Makes rich text; pictures are looked up in the package."""

    picture: FindPicture

    def of(self, *elements: Element) -> RichText:
        """Return all text in elements, without that of responses inside."""
        return self.join(piece for element in elements for piece in pieces(element) if piece.response is None)

    def join(self, parts: Iterable[Piece]) -> RichText:
        """Return pieces as one text: HTML if one of them is, and then the plain ones are escaped."""
        found = [piece for piece in parts if piece.text.strip()]
        if not any(piece.html for piece in found):
            return self.plain("".join(piece.text for piece in found))
        return self.html("".join(piece.text if piece.html else _escaped(piece.text) for piece in found))

    def html(self, source: str) -> RichText:
        """Return HTML with the pictures that it shows."""
        addresses = {decoded(match[1] or match[2] or "") for match in _SOURCE.finditer(source)}
        files = {address: data for address in sorted(addresses) if (data := self.picture(address)) is not None}
        return RichText(source.strip(), "html", files)

    @staticmethod
    def plain(source: str) -> RichText:
        """Return text without markup."""
        return RichText(source.strip(), "plain") if source.strip() else NO_TEXT


def responses(presentation: Element) -> list[Element]:
    """Return the responses of a question in the order of the file."""
    return [piece.response for piece in pieces(presentation) if piece.response is not None]


def pieces(element: Element) -> Iterator[Piece]:
    """Yield the text and the responses inside an element; materials are lines of their own."""
    before = False
    for found in _found(element):
        if isinstance(found, Piece):
            yield found
            before = False
            continue
        if before:
            yield Piece("<br>", True)
        yield from (line := list(_material(found)))
        before = bool(line)


def _found(element: Element) -> Iterator[Element | Piece]:
    """Yield the materials and the responses inside an element."""
    if element.name in ("material", "material_ref"):
        yield element
        return
    if element.name in _RESPONSES:
        yield Piece("", response=element)
        return
    for child in element.elements():
        yield from _found(child)


def _material(material: Element) -> Iterator[Piece]:
    for child in material.elements():
        match child.name:
            case "mattext" | "matemtext" | "mat_formattedtext":
                yield _text(child)
            case "mat_extension":
                yield from _material(child)
            case "matimage":
                address, label = child.attributes.get("uri", ""), child.attributes.get("label", "")
                yield Piece(f'<img src="{escape(address)}" alt="{escape(label)}">', True)
            case "matbreak":
                yield Piece("<br>", True)
            case "matapplication" | "matapplet" | "mataudio" | "matvideo":
                yield Piece(f'<embed src="{escape(child.attributes.get("uri", ""))}">', True)
            case "altmaterial":
                continue
            case _:  # such as MathML, which no namespace hides here
                yield Piece(f"<{child.name}>{child.markup}</{child.name}>", True)


def _text(element: Element) -> Piece:
    declared = element.attributes.get("texttype") or element.attributes.get("type") or ""
    is_html = "html" in declared.casefold() or bool(element.elements())
    return Piece(element.markup if is_html else element.text, is_html)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
