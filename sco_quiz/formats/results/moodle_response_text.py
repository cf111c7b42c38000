"""Read a response as Moodle sums it up in a cell of text; what joins its parts may also be in them."""

import re
from typing import assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.fitting import NO_SIDE
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.letters import fold
from sco_quiz.core.response_content import option_contents
from sco_quiz.core.verdict import Response
from sco_quiz.core.words.language import TRUE_FALSE
from sco_quiz.core.words.languages import LANGUAGES

NO_ANSWER = "-"
_JOINT = "; "
_ARROW = fold("a -> b")[1:-1]


def read_response(interaction: Interaction, cell: str) -> Response | None:
    """Return a response in the bank's own terms; the text itself if it cannot be one, None without an answer."""
    if cell.strip() in ("", NO_ANSWER):
        return None
    return read_whole(interaction, cell) or (" ".join(cell.split()),)


def read_whole(interaction: Interaction, cell: str) -> Response:
    """Return a response in the bank's own terms; empty if it cannot be one."""
    text = " ".join(cell.split())
    match interaction:
        case Choice() | Order():
            return _sequence(fold(text), _names(interaction))
        case Match():
            return _rows(interaction, fold(text))
        case TextEntry(gaps):
            return _parts(text, len(gaps))
        case NumberEntry():
            return (text,)
    assert_never(interaction)


def _names(interaction: Interaction) -> dict[str, str]:
    """Return the sources of options by their text; true and false in all languages."""
    contents = option_contents(interaction)
    names = {_folded(content): content.source for content in contents}
    for source in {content.source for content in contents} & TRUE_FALSE:
        names |= {fold(language.word(source)): source for language in LANGUAGES.values()}
    return names


def _folded(content: Content) -> str:
    return fold(" ".join(content.plain.split()))


def _sequence(text: str, names: dict[str, str]) -> Response:
    """Return the options that make up a string, each once; none if they do not."""
    if text in names:
        return (names[text],)
    for name, source in names.items():
        start = name + _JOINT
        if text.startswith(start):
            others = {other: each for other, each in names.items() if each != source}
            if rest := _sequence(text[len(start) :], others):
                return (source, *rest)
    return ()


def _rows(match: Match, text: str) -> Response:
    """Return the right side of each row; none if the text has another one. Rows without one are ignored in it."""
    sides = _names(match)
    labels = [f"{_folded(row)}{_ARROW}" for row in match.rows]
    starts = sorted((at, label) for label in labels if (at := f"{_JOINT}{text}".find(_JOINT + label)) >= 0)
    if not starts:
        return ()
    chosen = {}
    for (at, label), (end, _) in zip(starts, [*starts[1:], (len(text) + len(_JOINT), "")], strict=True):
        side = text[at + len(label) : end - len(_JOINT)]
        if side not in sides:
            return ()
        chosen[label] = sides[side]
    return tuple(chosen.get(label, NO_SIDE) for label in labels)


def _parts(text: str, gaps: int) -> Response:
    """Return the words of each gap; Moodle numbers them, in the language of the user."""
    marks = [re.search(rf"(?:^|; )[^\W\d]+ {number}:(?: |$|(?=;))", text) for number in range(1, gaps + 1)]
    if not marks[0]:
        return (text,)
    words = []
    for at, mark in enumerate(marks):
        later = [other.start() for other in marks[at + 1 :] if other]
        words.append(text[mark.end() : later[0] if later else None].strip() if mark else "")
    return tuple(words)
