"""Write XML that is well-formed with any text in it."""

import re
from html import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# what XML 1.0 cannot hold, even as a reference
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_escape(text: str, quote: bool = False) -> str:
    """Escape text for an element, or with `quote` for an attribute; what XML does not allow is replaced.

    >>> xml_escape('a < "b" & ]]>\\x00')
    'a &lt; "b" &amp; ]]&gt;�'
    """
    return xml_text(escape(text, quote))


def xml_text(text: str) -> str:
    """Return text with the characters replaced that XML does not allow."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def element(tag: str, /, *inside: str, **attributes: str) -> str:
    """Return an element with XML inside it.

    >>> element("answer", element("text"), fraction="100")
    '<answer fraction="100"><text/></answer>'
    """
    written = "".join(f' {name}="{xml_escape(value, quote=True)}"' for name, value in attributes.items())
    return f"<{tag}{written}>{''.join(inside)}</{tag}>" if inside else f"<{tag}{written}/>"


def text_element(tag: str, text: str, /, **attributes: str) -> str:
    """Return an element with text inside it."""
    return element(tag, xml_escape(text), **attributes)
