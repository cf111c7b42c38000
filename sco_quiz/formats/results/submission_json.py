"""Read a result file, which anyone may have edited: strict about types, bounded, and never a traceback."""

import unicodedata
from collections import Counter
from fractions import Fraction

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.result_file import AnswerFields, ResultFields, read_fields
from sco_quiz.core.submission import Submission, SubmittedAnswer

MAX_BYTES = 10_000_000
MAX_PARTS = 1000  # credits are fractions of at most that many gaps, pairs or items
_HINT = "ask for the file again, as the page or the program wrote it"


def parse_result(data: bytes, name: str) -> Submission | Problem:
    """Return what a result file says, or why it is refused; `name` is what problems call the file."""
    place = Place(name)
    if len(data) > MAX_BYTES:
        size = f"this file has {len(data) // 10**6} MB; a result has at most {MAX_BYTES // 10**6} MB"
        return Problem("unsafe-file", size, place, _HINT)
    try:
        fields = read_fields(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        return Problem("not-a-result", f"this is not a whole result file: {error}", place, _HINT)
    repeated, count = next(iter(Counter(answer.id for answer in fields.answers).most_common(1)), ("", 0))
    if count > 1:
        return Problem("not-a-result", f"this file has {count} answers to `{repeated}`", place, _HINT)
    return _submission(fields, name)


def clean_name(text: str) -> str:
    """Return a name without control characters and invisible ones, and with single spaces.

    >>> clean_name("  Ada\\n Lovelace\\x1b ")
    'Ada Lovelace'
    """
    seen = "".join(" " if char.isspace() else char for char in text if char.isspace() or _is_seen(char))
    return " ".join(seen.split())


def _is_seen(char: str) -> bool:
    # two joiners are part of names in Indic and Persian script
    return char in "\u200c\u200d" or unicodedata.category(char)[0] != "C"


def _submission(fields: ResultFields, name: str) -> Submission:
    return Submission(
        file=name,
        bank=fields.bank,
        student=clean_name(fields.student),
        at=fields.at,
        answers=tuple(map(_answer, fields.answers)),
        revision=fields.revision,
        exam=clean_name(fields.exam),
        form=fields.form,
        seed=fields.seed,
        mode=fields.mode,
        began=fields.began,
        used=None if fields.used is None else round(fields.used),
        time_limit=None if fields.time_limit is None else round(fields.time_limit),
    )


def _answer(fields: AnswerFields) -> SubmittedAnswer:
    # earlier versions wrote the text without markup alone
    given = fields.response if fields.given is None else fields.given
    return SubmittedAnswer(
        id=fields.id,
        first_id=fields.first_id or fields.id,
        response=None if given is None else tuple(given),
        claimed=None if fields.credit is None else Fraction(fields.credit).limit_denominator(MAX_PARTS),
        points=Fraction(fields.points).limit_denominator(MAX_PARTS) or Fraction(1, MAX_PARTS),
        revision=fields.revision,
        seconds=fields.seconds,
        hint_taken=fields.hint,
    )
