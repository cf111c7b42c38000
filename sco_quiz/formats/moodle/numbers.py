"""Numbers as Moodle's files have them."""

import re
from decimal import Decimal

from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.moodle.findings import Findings

_NUMBER = re.compile(r"([+-]?)(\d*(?:[.,]\d*)?|\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?)(?:e([+-]?\d{1,3}))?", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


def number_of(text: str, findings: Findings) -> Decimal:
    """Return a number; one with a comma is reported. Raise QuestionError for anything else."""
    found = _NUMBER.fullmatch(text.strip().replace("\N{MINUS SIGN}", "-"))
    if not found or not any(map(str.isdigit, found[2])):
        hint = "write a number such as -1.234 or 3e8, or `*`"
        raise QuestionError("unreadable-question", f"`{text.strip()[:40]}` is not a number", hint)
    sign, digits, exponent = found.groups()
    return Decimal(f"{sign}{_without_comma(digits, findings)}e{exponent or 0}")


def _without_comma(digits: str, findings: Findings) -> str:
    if "," not in digits:
        return digits.replace(" ", "")
    as_point = digits.replace(",", ".") if not _THOUSANDS.fullmatch(digits) else digits.replace(",", "")
    message = f"`{digits}` is read as {as_point}; Moodle in English ignores the comma"
    findings.warn("doubtful-key", message, "write numbers with a decimal point")
    return as_point.replace(" ", "")
