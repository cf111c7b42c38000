"""Character references of HTML, such as `&eacute;` or `&#233;`."""

import re
from html import unescape

# Python refuses to read numbers of thousands of digits; the last character of Unicode has seven
_LEADING_ZEROS = re.compile(r"(?<=&#)0+(?=[0-9])")
_BEYOND_UNICODE = re.compile(r"&#[0-9]{8,};?")


def decoded(html: str) -> str:
    """Return text with its references as characters; one beyond Unicode is U+FFFD, as in browsers.

    >>> decoded("caf&eacute; &#233; &lt;b&gt; &#99999999;")
    'caf\\xe9 \\xe9 <b> \\ufffd'
    """
    return unescape(within_unicode(html))


def within_unicode(html: str) -> str:
    """Return HTML with U+FFFD in place of references beyond Unicode, at which parsers raise ValueError."""
    return _BEYOND_UNICODE.sub("\ufffd", _LEADING_ZEROS.sub("", html)) if "&#" in html else html
