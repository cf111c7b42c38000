"""Symbols and their names: π is pi, & is and, ² is 2."""

import re
from functools import lru_cache

_ALPHA_TO_OMEGA = """
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi
psi omega
"""
GREEK = tuple(_ALPHA_TO_OMEGA.split())
"""The names of the letters from α to ω, with the final sigma."""

# symbols that are typed as other ones
TYPED_AS = dict(zip("≤≥≠→⇒≈×⋅÷±♯", ("<=", ">=", "!=", "->", "=>", "~", "*", "*", "/", "+/-", "#"), strict=True))
# what a symbol is called where it stands alone; the first name is also used beside words
NAMES = {
    "&": ("and", "ampersand"),
    "&&": ("and", "double ampersand"),
    "@": ("at", "at sign"),
    "#": ("sharp", "hash", "number sign", "pound sign", "hashtag"),
    "~": ("tilde",),
    "*": ("star", "asterisk"),
    "+": ("plus", "plus sign"),
    "-": ("minus", "minus sign", "hyphen", "dash"),
    "/": ("slash", "forward slash"),
    "\\": ("backslash",),
    "|": ("pipe", "vertical bar"),
    "^": ("caret",),
    "_": ("underscore",),
    "%": ("percent", "percent sign"),
    "=": ("equals", "equals sign", "equal sign"),
    "<": ("less than", "less than sign"),
    ">": ("greater than", "greater than sign"),
    "<=": ("less than or equal", "less than or equal to"),
    ">=": ("greater than or equal", "greater than or equal to"),
    "!=": ("not equal", "not equal to"),
    "!": ("exclamation mark", "exclamation point"),
    "?": ("question mark",),
    ".": ("dot", "period", "full stop", "point"),
    ",": ("comma",),
    ":": ("colon",),
    ";": ("semicolon",),
    "'": ("apostrophe",),
    '"': ("quotation mark",),
    "$": ("dollar", "dollar sign"),
    "€": ("euro", "euro sign"),
    "£": ("pound", "pound sign"),
    "¥": ("yen", "yen sign"),
    "₹": ("rupee", "rupee sign"),
    "°": ("degree", "degree sign"),
    "§": ("section", "section sign"),
    "∞": ("infinity",),
    "√": ("root", "square root"),
    "♭": ("flat",),
    "♮": ("natural",),
}
# other words for the names that are used beside words
WORDS = {
    "negative": "minus",
    "positive": "plus",
    "hash": "sharp",
    "hashtag": "sharp",
    "asterisk": "star",
    "dollars": "dollar",
    "euros": "euro",
    "pounds": "pound",
    "degrees": "degree",
    "under": "less than",
    "below": "less than",
    "over": "greater than",
    "above": "greater than",
}

_POWER = re.compile("(?<=[0-9])([⁰¹²³⁴-⁹]+)(?![⁺⁻⁰¹²³⁴-⁹])|(⁻[⁰¹²³⁴-⁹]+)")
_CHARGE = re.compile(r"\^(?=\d*[+-](?!\w))|(?<=[^\W\d_])\^(?=\d)")
_FRACTION = re.compile("(?<=[0-9])(?=[¼-¾⅐-⅞])")
_RANGE = re.compile(r"(?<=\d)\s*\b(?:to|until|through)\b\s*(?=\d)", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?=\d+\s*[-–]\s*\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(\d+)\s+and\s+(?=\d)", re.IGNORECASE)
_TIMES = re.compile(r"(?<=\d)\s*x\s*(?=\d)", re.IGNORECASE)
# a letter by itself, not one of a word: with the accents that are a part of letters or behind them
_GREEK = "\u0300-\u036f\u0370-\u03ff\u1f00-\u1fff"
_LETTER = re.compile(f"(?<![{_GREEK}])[α-ωΑ-Ω](?![{_GREEK}])")
_AND = re.compile(r"(?<=\w)\s*&\s*(?=\w)")
_PERCENT = re.compile(r"(?<=\d)\s*%(?!\w)")
_DEGREE = re.compile(r"°(?=\s*[cfk]\b)|(°)", re.IGNORECASE)
_OWNED = re.compile(r"(?<=\S)(?:\s*[™®©℠])+")
_COMPARED = re.compile("[<>=≠≤≥¬±+*&%#$^|]")
_TYPED_AS = re.compile("[" + "".join(TYPED_AS) + "]")
_PLAIN = re.compile(r"[^&%°^\d\u00a9-\uffff]*")


@lru_cache(maxsize=8192)
def spelled(text: str) -> str:
    """Return text with the names of symbols that have one beside words, and powers with a caret.

    >>> spelled("R&D"), spelled("2πr"), spelled("21 %"), spelled("10⁻⁹"), spelled("1914 to 1918"), spelled("m²")
    ('R and D', '2 pi r', '21 percent', '10^-9', '1914-1918', 'm²')
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _POWER.sub(lambda match: f"^{(match[1] or match[2]).translate(_DIGITS)}", _FRACTION.sub(" ", text))
    text = _TYPED_AS.sub(lambda match: TYPED_AS[match[0]], _CHARGE.sub("", text))
    text = _RANGE.sub("-", _TIMES.sub("*", _OWNED.sub("", text)))
    text = _FROM.sub("", _BETWEEN.sub(r"\1-", text))
    text = _LETTER.sub(_name_of_letter, text)
    text = _DEGREE.sub(lambda match: " degree " if match[1] else " ", _PERCENT.sub(" percent", text))
    return " ".join(_AND.sub(" and ", text).split())


def _name_of_letter(match: re.Match[str]) -> str:
    """Return the name of a Greek letter, apart from the letters and digits around it."""
    around = (match.string[: match.start()][-1:], match.string[match.end() :][:1])
    before, after = (" " if character.isalnum() else "" for character in around)
    return f"{before}{GREEK[ord(match[0].lower()) - ord('α')]}{after}"


_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def is_compared(text: str) -> bool:
    """Whether a string has a symbol that makes more of a date or a duration: "> 1989", "< 24 hours"."""
    return bool(_COMPARED.search(text))


def names_of(symbols: str) -> tuple[str, ...]:
    """Return what symbols that stand alone are called; the names of each symbol where several have no name.

    >>> names_of("#")[:2], names_of("++"), names_of("☃")
    (('sharp', 'hash'), ('plus plus',), ())
    """
    if symbols in NAMES or any(symbol not in NAMES for symbol in symbols):
        return NAMES.get(symbols, ())
    return (" ".join(NAMES[symbol][0] for symbol in symbols),)
