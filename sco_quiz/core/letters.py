"""Letters: one form for each, however it was typed; and which of their marks are optional."""

import re
import unicodedata

# before compatibility forms, which would take some of these apart
QUOTES = (
    dict.fromkeys("‘’‚‛ʻʼʽʾʿ′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−⁻₋", "-")
    | {"゛": "\u3099", "゜": "\u309a", "\u2044": "/", "\u0640": ""}
)
JOINED = {"ß": "ss", "æ": "ae", "ǣ": "ae", "ǽ": "ae", "œ": "oe", "ς": "σ", "i\u0307": "i"}
STROKES = {"ł": "l", "ø": "o", "đ": "d", "ı": "i"}
# vowels that are also written with two letters: Müller is Mueller, Århus is Aarhus
WRITTEN_OUT = dict(zip("äöüøåÄÖÜØÅ", ["ae", "oe", "ue", "oe", "aa", "Ae", "Oe", "Ue", "Oe", "Aa"], strict=True))
# the digit zero of scripts with digits of their own; the other nine follow
ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐"
# soft hyphens, joiners, directions, shapes of emoji: no editor shows them
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
# marks that are not part of a letter: in Latin and Greek; in Cyrillic stress; Hebrew and Arabic points
ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff"
_ACCENT = re.compile(f"(?:(?<=[A-Za-z\u00c0-\u02af\u0370-\u03ff])|(?<!\\S))[{ACCENTS}]+")
POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670"
_POINT = re.compile(f"(?<=[\u0400-\u04ff])[\u0300\u0301]|[{POINTS}]")

CHARACTERS = QUOTES | {chr(ord(zero) + value): str(value) for zero in ZEROS for value in range(10)}
_CHARACTERS = str.maketrans(CHARACTERS)
_STROKES = str.maketrans(STROKES)
_WRITTEN_OUT = str.maketrans(WRITTEN_OUT)
_JOINED = re.compile("|".join(JOINED))


def as_written(text: str) -> str:
    """Return text with one form for each character; case and accents stay.

    >>> as_written("“Ｂｅｉｊｉｎｇ”  – Ötzi’s")
    '"Beijing" - Ötzi\\'s'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text.translate(_CHARACTERS))).translate(_CHARACTERS)
    return " ".join(text.replace("`", "'").split())


def written_out(text: str) -> str:
    """Return text with vowels such as ü as they are written without them.

    >>> written_out("Müller"), written_out("Århus")
    ('Mueller', 'Aarhus')
    """
    return as_written(text).translate(_WRITTEN_OUT)


def lower(text: str) -> str:
    """Return text in lower case, with its accents."""
    text = as_written(text).lower()
    return text if text.isascii() else _JOINED.sub(lambda match: JOINED[match[0]], text)


def without_accents(text: str) -> str:
    """Return lower-case text without the marks that are optional.

    >>> without_accents("łódź"), without_accents("мой"), without_accents("がく"), without_accents("हिन्दी")
    ('lodz', 'мой', 'がく', 'हिन्दी')
    """
    if text.isascii():
        return text
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", text.translate(_STROKES)))
    return _POINT.sub("", unicodedata.normalize("NFC", bare))


def fold(text: str) -> str:
    """Fold case, accents, quotes, dashes, compatibility forms and spacing.

    >>> fold("“Café”  –  Ötzi")
    '"cafe" - otzi'
    """
    if text.isascii():  # as most text is: the same in one step
        return " ".join(text.replace("`", "'").split()).lower()
    return without_accents(lower(text))
