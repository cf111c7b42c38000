"""Typographic characters and spaces where YAML needs plain ones."""

import re

_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# only where YAML needs an ordinary space: within text, typography may require one of these
UNUSUAL_SPACE = re.compile(rf"^ *(?:- *)?([{_SPACE}])|^ *(?:- )?[a-z_]+:([{_SPACE}])|^ *-([{_SPACE}])", re.MULTILINE)
TYPOGRAPHIC = re.compile(
    r"^ *(?:- )?(?:(?P<quoted>[“”„‟«‘’‚][\w ]+[“”»‘’])\s*:|[a-z_]+(?P<colon>：)|(?P<dash>[–—•]) ?[a-z_]+:)",
    re.MULTILINE,
)


def looks_stray(text: str) -> bool:
    """Return whether text, where it begins a line of a file, looks as if it had such a character by mistake."""
    return not text.isascii() and bool(UNUSUAL_SPACE.search(text) or TYPOGRAPHIC.search(text))
