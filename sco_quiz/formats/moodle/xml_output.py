"""Write XML text that is well-formed for any text."""

import re
from html import escape

# what XML 1.0 cannot hold, even as a reference
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_escape(text: str) -> str:
    """Escape text for an element; characters that XML does not allow become replacement characters.

    >>> xml_escape('a < "b" & ]]>\\x00')
    'a &lt; "b" &amp; ]]&gt;�'
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", escape(text, quote=False))


def element(tag: str, inside: str, /, **attributes: str) -> str:
    """Return an element with XML inside it."""
    written = "".join(f' {key}="{_attribute(value)}"' for key, value in attributes.items())
    return f"<{tag}{written}>{inside}</{tag}>"


def text_element(name: str, text: str) -> str:
    """Return an element with text inside it."""
    return element(name, xml_escape(text))


def _attribute(text: str) -> str:
    return xml_escape(text).replace('"', "&quot;")
