"""Turn what another program's file says into drafts of our kinds; name what has no place."""

from sco_quiz.formats.draft import Reading
from sco_quiz.formats.exchange.item import Parsed


def drafts_of(parsed: Parsed) -> Reading:
    """Return a draft for each item that fits one of our kinds, and a problem for each that does not."""
    return Reading(parsed.drafts, parsed.problems, parsed.guess)
