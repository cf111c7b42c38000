"""The word lists under words/, one word or phrase a line, and the search for whole ones."""

import re
from functools import cache
from importlib.resources import files

from sco_quiz.core.text import content_words


@cache
def phrases(name: str) -> frozenset[str]:
    """The words and phrases of a list."""
    text = files(__package__).joinpath("words", f"{name}.txt").read_text("utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Finds the words and phrases of a list, whole, in folded text; a part such as n't at the end of a word."""
    ordered = sorted(phrases(name), key=lambda phrase: (-len(phrase), phrase))
    whole = [("" if "'" in phrase else r"\b") + re.escape(phrase) for phrase in ordered]
    return re.compile(rf"(?:{'|'.join(whole)})\b")


def subject_words(text: str) -> tuple[str, ...]:
    """The content words of a text: numbers and names stay, function words and stock phrases go."""
    return content_words(text, phrases("stop"))
