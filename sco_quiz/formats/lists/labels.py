"""Labels of options: `A)`, `b.`, `(C)`, `D -`, `*B)`, one on a line or several."""

import re
from bisect import bisect
from dataclasses import dataclass, replace

ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмн", "αβγδεζηθ", "123456789", "①②③④⑤⑥⑦⑧⑨")
_MARK = r"[*✓✔√→☒☑]|\[[xX]\]"
# *none* is emphasized, not marked
_AFTER = rf"(?!\*\*|\*[^\s*][^*]*+\*)(?:{_MARK})"
_LABEL = re.compile(
    rf"\s*+(?:[-+•○◯☐□]\s++(?=\S{{0,3}}[^\W_][).]))?(?P<mark>{_MARK})?\s*+(?:\((?P<inside>[^\W_])\s*\)|(?P<letter>[^\W_])\s*(?P<end>[).:：、．]|[-–—](?=\s))"
    rf"|(?P<circled>[①-⑨]))(?P<after>\s*{_AFTER}(?=\s*\S))?\s*"
)
_MARKED = re.compile(rf"\s*(?:{_MARK})")
_STRICT = re.compile(r"\s*[A-Z][.)]")
_LONGEST = 2000  # characters: options are not searched for beyond them
_BETWEEN = re.compile(r"(?<=\S)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Label:
    """The label of an option in a line: its letter, where it begins, where the text of the option begins and ends.

    `marked` says that a star or tick names the option as right, `strict` that Moodle reads the label in Aiken.
    """

    letter: str
    begin: int
    start: int
    end: int
    marked: bool
    strict: bool
    style: str

    @property
    def index(self) -> int:
        """Its position in its alphabet, from 0."""
        return index_of(self.letter)

    @property
    def is_digit(self) -> bool:
        """Whether it is a digit."""
        return self.letter.isdigit()


def index_of(letter: str) -> int:
    """Return the position of a letter in its alphabet, from 0; -1 without one."""
    return next((found for alphabet in ALPHABETS if (found := alphabet.find(letter.lower())) >= 0), -1)


def label_at(line: str, begin: int = 0) -> Label | None:
    """Return the label at an offset of a line."""
    found = _LABEL.match(line, begin)
    letter = found["inside"] or found["letter"] or found["circled"] if found else ""
    if not found or index_of(letter) < 0:
        return None
    marked = bool(found["mark"] or found["after"])
    case = "A" if letter.isupper() else "1" if letter.isdigit() else "a"
    style = f"{'(' if found['inside'] else ''}{case}{found['end'] or ''}"
    return Label(letter, begin, found.end(), len(line), marked, bool(_STRICT.match(line, begin)), style)


def is_marked(option: str) -> bool:
    """Return whether the text of an option begins with a star or tick that names it as right."""
    return bool(_MARKED.match(option))


def labels_within(line: str) -> list[Label]:
    """Return the labels of options that follow a question in the same line: at least two, from the first letter."""
    spaces = _BETWEEN.finditer(line, 0, 2 * _LONGEST)
    labels = [label for space in spaces if (label := label_at(line, space.end()))]
    seconds: dict[str, list[int]] = {}
    for label in labels:
        if label.index == 1:
            seconds.setdefault(label.style, []).append(label.begin)
    for first in labels:
        if first.index == 0 and not first.is_digit and first.begin < _LONGEST:
            places = seconds.get(first.style, [])
            after = bisect(places, first.start)
            if after < len(places) and places[after] < first.begin + _LONGEST:
                return labels_in(line, first.begin)
    return []


def labels_in(line: str, begin: int = 0) -> list[Label]:
    """Return the label at an offset of a line, and those that continue it in the line."""
    first = label_at(line, begin)
    if first is None:
        return []
    labels = [first]
    for space in _BETWEEN.finditer(line, first.start, min(len(line), begin + _LONGEST)):
        following = label_at(line, space.end())
        if following and following.style == first.style and following.index == labels[-1].index + 1:
            labels[-1] = replace(labels[-1], end=space.start())
            labels.append(following)
    return labels
