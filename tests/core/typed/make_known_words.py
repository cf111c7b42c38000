"""Make sco_quiz/data/known_words.txt.gz from the English dictionaries of SCOWL.

Unpack the Debian packages wamerican-large, wbritish-large, wamerican-insane and wbritish-insane (2020.12.07-2) into
a folder, and from the root of the repository run

    python -m tests.core.typed.make_known_words FOLDER

The list has every word of size 70, and those of size 95 that add a regular ending or beginning to such a word: a typo
is seldom a word of size 95, unless it is one that a writer forms without a dictionary. Run again, it makes the same
file.
"""

import gzip
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from sco_quiz.core.text import fold
from sco_quiz.core.typed.word_list import group_words

TARGET = Path(__file__).parents[3] / "sco_quiz" / "data" / "known_words.txt.gz"
SHORTEST = 3
# newer than the dictionaries
NAMES = ("burkina", "dagestan", "eswatini", "hongkong", "kyiv", "noginsk", "uygur")
ENDINGS = """
    s es ed d ing er r ers rs or ors est st ly ness nesses able ability less ful ment ments y al ally ity ies ier iest
    ish ism ist ists ize izes ized izing izer izers ise ises ised ising ation ations ion ions ive like ship hood ic
    ically
"""
BEGINNINGS = """
    un re pre non mis over under out sub super inter multi anti counter de dis co semi micro macro auto pseudo post
    in im
"""


def read_dictionaries(folder: Path, size: str) -> set[str]:
    """Return the folded words of a size, of the United States and of Britain, without possessives."""
    names = [("american", "wamerican"), ("british", "wbritish")]
    paths = [next(folder.rglob(f"{name}-english-{size}")) for name, _ in names]
    lines = [line.strip() for path in paths for line in path.read_text("utf-8").splitlines() if "'" not in line]
    words = map(fold, lines)
    return {word for word in words if word.isascii() and word.isalpha() and len(word) >= SHORTEST}


def is_derived(word: str, known: Collection[str]) -> bool:
    """Whether a word is a known one with a regular ending or beginning, or with both."""
    bare = (word[len(start) :] for start in BEGINNINGS.split() if word.startswith(start) and len(word) - len(start) > 3)
    return has_ending(word, known) or any(rest in known or has_ending(rest, known) for rest in bare)


def has_ending(word: str, known: Collection[str]) -> bool:
    """Whether a word is a known one with a regular ending."""
    return any(stem in known for stem in stems(word))


def stems(word: str) -> Iterator[str]:
    """Yield what a word may be made from: `stopp`, `stop` and `stoppe` from `stopped`."""
    for ending in ENDINGS.split():
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST:
            continue
        yield stem
        if stem.endswith("i"):
            yield stem[:-1] + "y"
        if ending == "ly":
            yield stem + "le"
        if ending[0] in "aeiouy":
            yield stem + "e"
            if len(stem) > SHORTEST and stem[-1] == stem[-2]:
                yield stem[:-1]


def main() -> None:
    """Write the list."""
    folder = Path(sys.argv[1])
    common = read_dictionaries(folder, "large") | set(NAMES)
    derived = {word for word in read_dictionaries(folder, "insane") - common if is_derived(word, common)}
    TARGET.write_bytes(gzip.compress(group_words(common | derived).encode("ascii"), mtime=0))
    print(f"{len(common)} common and {len(derived)} derived words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
