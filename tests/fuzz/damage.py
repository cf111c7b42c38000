"""Random damage to text: to its characters, lines, words and encoding."""

import re
from random import Random

SPICE = [
    *"\t:-#'\"[]{}&*!|>%@`,?\\~=\x00\x1b\x85\u00a0\u200b\u2028\u202e\ufeff\ud83dé文“” \n\r",
    "{{c1::", "}}", ": ", "- ", " #", "#x", "  ", "---\n", "...\n", "<<: ", ">-\n", "|\n", '"\n', "!!x ", "&a ", "*a ",
    "<<<<<<< HEAD\n", "- id: new\n", "\n\n", "\\x07", "null", "~", "=1+1", "1e999", "%YAML 1.3\n", "? ",
]  # fmt: skip


def damaged(text: str, rng: Random) -> bytes:
    """Return the text with one to three random changes, sometimes in another encoding."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        text = rng.choice((characters, characters, lines, lines, words, whole))(text or "\n", rng)
    encoding = rng.choices(("utf-8", "latin-1", "utf-16", "utf-16-le", "utf-8-sig"), (96, 1, 1, 1, 1))[0]
    return text.encode(encoding, "replace" if encoding == "latin-1" else "surrogatepass")


def characters(text: str, rng: Random) -> str:
    """Insert, delete, replace, swap or double characters."""
    at, few = rng.randrange(len(text)), rng.randrange(1, 9)
    before, here, after = text[:at], text[at : at + few], text[at + few :]
    match rng.randrange(5):
        case 0:
            return before + rng.choice(SPICE) + here + after
        case 1:
            return before + after
        case 2:
            return before + rng.choice(SPICE) + text[at + 1 :]
        case 3:
            return before + here[::-1] + after
        case _:
            return before + here + here + after


def lines(text: str, rng: Random) -> str:
    """Delete, double, swap, join, indent or outdent lines."""
    rows = text.split("\n")
    at, other = rng.randrange(len(rows)), rng.randrange(len(rows))
    match rng.randrange(7):
        case 0:
            del rows[at]
        case 1:
            rows.insert(other, rows[at])
        case 2:
            rows[at], rows[other] = rows[other], rows[at]
        case 3:
            rows[at : at + 2] = [" ".join(rows[at : at + 2])]
        case 4:
            rows[at] = " " * rng.randrange(1, 5) + rows[at]
        case 5:
            rows[at] = rows[at][rng.randrange(1, 5) :]
        case _:
            end = min(len(rows), at + rng.randrange(2, 12))
            rows[at:end] = ["  " + row for row in rows[at:end]]
    return "\n".join(rows)


def words(text: str, rng: Random) -> str:
    """Replace, delete, double or capitalize a word."""
    found = list(re.finditer(r"\w+", text))
    if not found:
        return text + "x"
    word, other = rng.choice(found), rng.choice(found)[0]
    put = rng.choice((other, "", f"{word[0]} {word[0]}", word[0].upper(), f'"{word[0]}"', f"{word[0]}:"))
    return text[: word.start()] + put + text[word.end() :]


def whole(text: str, rng: Random) -> str:
    """Cut the text off, double a part, or change its line ends or indentation throughout."""
    at, end = sorted((rng.randrange(len(text)), rng.randrange(len(text))))
    match rng.randrange(5):
        case 0:
            return text[:end]
        case 1:
            return text[:end] + text[at:]
        case 2:
            return text.replace("\n", "\r\n")
        case 3:
            return text[:at] + text[at:end].replace("\n", "\r\n") + text[end:]
        case _:
            return text.replace("    ", "\t") if rng.random() < 0.5 else text.replace("\n  ", "\n ")
