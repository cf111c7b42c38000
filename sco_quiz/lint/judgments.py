"""Choices whose options only judge what the prompt says: true or false, yes or no."""

import re

from sco_quiz.lint.clauses import asking_clause
from sco_quiz.lint.facts import TRUTHS, Facts

_JUDGMENTS = (TRUTHS, {"yes", "no"}, {"right", "wrong"}, {"correct", "incorrect"})
# "True or false: …", "State whether … is true or false."
_TRUE_OR_FALSE = re.compile(
    r"(?:^|[.:?!]\s)\W{0,20}(?:(?:answer|choose|decide|mark|say|state) )?true(?: or |/)false\b"
    r"|\btrue(?: or |/)false\W{0,20}$"
)
# one of these is in every such pair, and in the words of `_TRUE_OR_FALSE`
_JUDGING = {"true", "yes", "no", "right", "correct"}
_YES_OR_NO = re.compile(r"(?:are|can|could|did|do|does|had|has|have|is|may|should|was|were|will|would)\b")


def judges(facts: Facts) -> bool:
    """Return whether the options of a choice only judge what the prompt says."""
    if not facts.mentions(_JUDGING):
        return False
    bare = {folded.strip(" .!") for _, _, folded in facts.folded}
    if bare in _JUDGMENTS:
        return True
    judged = bare >= TRUTHS or bare & {"yes", "no"} or _TRUE_OR_FALSE.search(facts.folded_stem)
    # "Which value is printed?" may well have such options, among others
    asks = asking_clause(facts.folded_question) and not _YES_OR_NO.match(facts.folded_question)
    return bool(facts.placed and judged and not asks)
