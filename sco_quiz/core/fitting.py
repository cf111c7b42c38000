"""Whether a response can be one to a question as it is now: its options may have changed since."""

from collections.abc import Mapping
from typing import assert_never

from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.response_content import option_contents
from sco_quiz.core.verdict import Response

NO_SIDE = ""
"""What a response has for a row without a right side."""


def fitting(interaction: Interaction, given: Response) -> Response | None:
    """Return the response with the sources of options, also where it has their text alone; None if it cannot be."""
    sources = {content.source: content.source for content in option_contents(interaction)}
    names = {content.plain: content.source for content in option_contents(interaction)} | sources
    match interaction:
        case Choice(several=several):
            return _options(given, names) if given and (several or len(given) == 1) else None
        case Match(pairs):
            return _options(given, names | {NO_SIDE: NO_SIDE}, several=True) if len(given) == len(pairs) else None
        case Order(items):
            return _options(given, names) if len(given) == len(items) else None
        case TextEntry(gaps):
            return given if len(given) == len(gaps) else None
        case NumberEntry():
            return given if len(given) == 1 else None
    assert_never(interaction)


def _options(given: Response, names: Mapping[str, str], several: bool = False) -> Response | None:
    """Return the sources of options; None where one is unknown, or chosen twice unless `several` rows may have it."""
    if not all(text in names for text in given):
        return None
    found = tuple(names[text] for text in given)
    return found if several or len(set(found)) == len(found) else None
