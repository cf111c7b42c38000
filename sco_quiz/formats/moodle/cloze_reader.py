"""Read a text file with one question with embedded answers, Moodle's import format `Embedded answers (Cloze)`."""

import re

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.encoding import text_of
from sco_quiz.formats.exchange.item import Item, Parsed, RichText
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.moodle.cloze_text import read_cloze
from sco_quiz.formats.moodle.findings import Findings
from sco_quiz.formats.moodle.texts import plain_text

_GAP = re.compile(rb"\{\d*:[A-Z_]{2,20}:")


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file looks like text with embedded answers."""
    return bool(_GAP.search(data)) and not data.lstrip().startswith(b"<?xml")


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the question of a file."""
    text = text_of(data, name, options)
    if isinstance(text, Problem):
        return Parsed((), (text,))
    findings = Findings(Place(name, 1, 1, text=text.partition("\n")[0]))
    try:
        prompt, gaps = read_cloze(text.strip(), findings)
    except QuestionError as error:
        findings.refuse(error)
        return Parsed((), tuple(findings.problems))
    item = Item(findings.place, RichText(prompt, "moodle"), gaps, name=plain_text(prompt)[:50])
    return Parsed((item,), tuple(findings.problems))
