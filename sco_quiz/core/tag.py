"""Tags of questions: words in any language, with levels as Anki has them, such as `history::founding`."""

import unicodedata

MAX_TAG = 100
SEPARATOR = "::"


def is_tag(value: str) -> bool:
    """Return whether a string is a tag: words of letters, digits, `_`, `.` and `-`, with `::` between its levels.

    >>> is_tag("Geschichte::20._Jh."), is_tag("foreign policy"), is_tag("a:b"), is_tag("::a")
    (True, True, False, False)
    """
    return len(value) <= MAX_TAG and all(map(_is_level, value.split(SEPARATOR)))


def tag_like(text: str) -> str:
    """Return the nearest tag to some text: hyphens instead of spaces, without other symbols.

    >>> tag_like("Foreign Policy: Asia & Europe")
    'Foreign-Policy-Asia-Europe'
    """
    levels = ("".join(each if _allowed(each) else " " for each in level).split() for level in text.split(SEPARATOR))
    return SEPARATOR.join("-".join(words) for words in levels if words)[:MAX_TAG].rstrip(":-")


def includes(tag: str, other: str) -> bool:
    """Return whether another tag is the same, without regard to case, or on a level below.

    >>> includes("History", "history::founding"), includes("history::founding", "history"), includes("his", "history")
    (True, False, False)
    """
    above, below = _folded(tag), _folded(other)
    return below == above or below.startswith(above + SEPARATOR)


def _is_level(text: str) -> bool:
    return all(word.isalnum() or (word and all(map(_allowed, word))) for word in text.split(" "))


def _folded(tag: str) -> str:
    return unicodedata.normalize("NFC", tag).casefold()


def _allowed(character: str) -> bool:
    # marks, too: vowels of Hindi are
    return character in "_.-" or unicodedata.category(character)[0] in "LMN"
