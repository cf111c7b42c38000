"""Addresses that may become links: those of web pages and mailboxes."""

import re

WEB = r"https?://[\w.-]+(?::\d+)?(?:[/?#][^\s<>\"]*)?"
MAX_LENGTH = 500
_SAFE = rf"{WEB}|mailto:[\w.+-]+@[\w.-]+"


def is_safe(url: str) -> bool:
    """Return whether an address may become a link: it is one of the web or of a mailbox, and shows where it leads.

    >>> is_safe("https://example.org/a?b#c"), is_safe("mailto:ann@example.org"), is_safe("javascript:alert(1)")
    (True, True, False)
    """
    # printable: no invisible character may change where a link seems to lead
    return len(url) <= MAX_LENGTH and url.isprintable() and re.fullmatch(_SAFE, url, re.IGNORECASE) is not None
