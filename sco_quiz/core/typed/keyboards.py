"""Letters that a hand confuses in scripts other than Latin: neighbors on the keyboard, and final forms.

The rows are those of the standard layouts: Russian, Ukrainian, Greek, Hebrew (SI 1452) and Arabic (101 keys).
"""

from collections.abc import Iterator
from itertools import pairwise

# each row starts half a key to the right of the one above; a space is a key that has another character
_LAYOUTS = (
    ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    ("йцукенгшщзхї", "фівапролджє", "ячсмитьбю"),
    (" ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"),
    ("  קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"),
    ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤر ىةوزظ"),
)
FINAL_FORMS = dict(zip("כמנפצךםןףץσς", "ךםןףץכמנפצςσ", strict=True))


def _neighboring_keys() -> Iterator[tuple[str, str]]:
    for rows in _LAYOUTS:
        for row in rows:
            yield from pairwise(row)
        for above, below in pairwise(rows):
            yield from zip(below, above, strict=False)
            yield from zip(below, above[1:], strict=False)


def _neighbors() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for one, other in _neighboring_keys():
        if " " not in (one, other):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {letter: "".join(sorted(others)) for letter, others in sorted(found.items())}


NEIGHBORS = _neighbors()
