"""Characters that a file has only as escapes; typographic ones and spaces where YAML needs plain ones."""

import re

# with the line ends that libyaml counts and editors do not: U+0085, U+2028 and U+2029
CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
INVISIBLE = "\ufeff\u200b\u2060"
_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# only where YAML needs an ordinary space: within text, typography may require one of these
UNUSUAL_SPACE = re.compile(rf"^ *(?:- *)?([{_SPACE}])|^ *(?:- )?[a-z_]+:([{_SPACE}])|^ *-([{_SPACE}])", re.MULTILINE)
TYPOGRAPHIC = re.compile(
    r"^ *(?:- )?(?:(?P<quoted>[“”„‟«‘’‚][\w ]+[“”»‘’])\s*:|[a-z_]+(?P<colon>：)|(?P<dash>[–—•]) ?[a-z_]+:)",
    re.MULTILINE,
)


_NOT_RAW = re.compile(f"[\r{CONTROL}{INVISIBLE}]")
_ESCAPES = {"\r": r"\r", "\u2028": r"\L", "\u2029": r"\P"}


def needs_escapes(text: str) -> bool:
    """Return whether text has characters that a file has only as escapes, in double quotes."""
    return _NOT_RAW.search(text) is not None


def with_escapes(text: str) -> str:
    r"""Return text for double quotes, with these characters as escapes.

    >>> print(with_escapes("a\u200bb\u2028"))
    a\u200Bb\L
    """
    return _NOT_RAW.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}", text)


def looks_stray(text: str) -> bool:
    """Return whether text, where it begins a line of a file, looks as if it had such a character by mistake."""
    return not text.isascii() and bool(UNUSUAL_SPACE.search(text) or TYPOGRAPHIC.search(text))
