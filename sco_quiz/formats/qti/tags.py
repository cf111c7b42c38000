"""Write the elements of XML, with any text in them."""

import re
from html import escape

_START = '<?xml version="1.0" encoding="UTF-8"?>\n'
# XML has no way to write these characters
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def document(root: str) -> bytes:
    """Return a file; characters that XML cannot hold become replacement characters."""
    return (_START + _NO_XML.sub("\ufffd", root) + "\n").encode()


def text(value: str) -> str:
    """Return text as XML."""
    return escape(value, quote=False)


def tag(element: str, *inside: str, **attributes: str) -> str:
    """Return an element with XML inside it; the names of attributes are those of QTI, which have no hyphens."""
    shown = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{element}{shown}>{''.join(inside)}</{element}>" if inside else f"<{element}{shown}/>"


def material(value: str, *, html: bool = True) -> str:
    """Return text that a question shows: HTML, or plain."""
    return tag("material", tag("mattext", text(value), texttype="text/html" if html else "text/plain"))


def field(label: str, entry: str) -> str:
    """Return a field of the metadata."""
    return tag("qtimetadatafield", tag("fieldlabel", text(label)), tag("fieldentry", text(entry)))
