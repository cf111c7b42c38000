"""Gaps in the notation of cloze questions, such as `{1:SHORTANSWER:=Oslo}`, which GIFT does not have."""

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.item import GapsBody, RichText
from sco_quiz.formats.gift.masked import Slice
from sco_quiz.formats.moodle.cloze_text import GAP_START, read_cloze
from sco_quiz.formats.moodle.findings import Findings

_DOUBT = "the gaps are in the notation of cloze questions, which GIFT does not have; Moodle reads another question"


def has_gaps(masked: str) -> bool:
    """Whether text has such a gap; escapes are masked in it."""
    return GAP_START.search(masked) is not None


def read_gaps(text: Slice, name: str, place: Place) -> tuple[RichText, GapsBody, list[Problem]]:
    """Return the prompt, its gaps, and what is doubtful about them. Raises QuestionError."""
    findings = Findings(place, name)
    findings.warn("doubtful-text", _DOUBT, "for Moodle, write it into a text file of its own, or as Moodle XML")
    prompt, gaps = read_cloze(text.source, findings)
    return Slice.of(prompt).cut(0).rich("moodle"), gaps, findings.problems
