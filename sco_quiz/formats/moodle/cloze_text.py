r"""Moodle's text with embedded answers (Cloze): `{1:SHORTANSWER:=Oslo#right~%50%Christiania}`.

`}` and `#` in an answer are written `\}` and `\#`. A `\~` does not end an answer, but its backslash stays in it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sco_quiz.core.character_references import decoded
from sco_quiz.formats.exchange.item import (
    Answer,
    ChoiceBody,
    GapsBody,
    NumberAnswer,
    NumberBody,
    RichText,
    TextBody,
    TextForm,
)
from sco_quiz.formats.exchange.item import marker as marker_of
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.moodle.findings import Findings
from sco_quiz.formats.moodle.numbers import number_of
from sco_quiz.formats.moodle.our_marks import take_hint

_NUMERICAL = ("NUMERICAL", "NM")
_WORDS = ("SHORTANSWER", "SA", "MW")
_WORDS_IN_CASE = ("SHORTANSWER_C", "SAC", "MWC")
_ONE = ("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH")
_ONE_SHUFFLED = ("MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS")
_SEVERAL = ("MULTIRESPONSE", "MR", "MULTIRESPONSE_H", "MRH")
_SEVERAL_SHUFFLED = ("MULTIRESPONSE_S", "MRS", "MULTIRESPONSE_HS", "MRHS")
_NAMES = (*_NUMERICAL, *_WORDS, *_WORDS_IN_CASE, *_ONE, *_ONE_SHUFFLED, *_SEVERAL, *_SEVERAL_SHUFFLED)
GAP_START = re.compile(rf"\{{(\d{{0,6}}):({'|'.join(sorted(_NAMES, key=len, reverse=True))}):")
_LIKE_START = re.compile(r"\{ ?\d* ?: ?[A-Za-z_]{2,20} ?:")
_FRACTION = re.compile(r"=|%(-?\d{1,9}(?:[.,]\d{0,30})?)%", re.ASCII)
_END_OF_ANSWER = re.compile(r"(?<!\\)(?<!&)(?<!&amp;)[~#}]")
_END_OF_FEEDBACK = re.compile(r"(?<!\\)[~}]")

Gap = ChoiceBody | TextBody | NumberBody


class _Alternative(NamedTuple):
    answer: str
    share: Fraction
    is_explicit: bool
    feedback: RichText


def read_cloze(text: str, findings: Findings) -> tuple[str, GapsBody]:
    """Return the text with markers in place of its gaps, and the gaps. Raise QuestionError where Moodle refuses it."""
    parts: list[str] = []
    gaps: list[tuple[Gap, Fraction]] = []
    end = 0
    for start in GAP_START.finditer(text):
        if start.start() < end:
            continue  # inside the answer of the gap before
        found = _alternatives(text, start.end())
        if found is None:
            break  # what follows has no end of a gap either
        alternatives, stop = found
        gap = _gap(start[2], alternatives, findings, len(gaps) + 1)
        hint, stop = take_hint(text, stop)
        if hint and isinstance(gap, TextBody):
            gap = replace(gap, hint=hint)
        gaps.append((gap, Fraction(int(start[1] or 1))))
        parts += [text[end : start.start()], marker_of(len(gaps))]
        end = stop
    parts.append(text[end:])
    if not gaps:
        hint = "write one as in {1:SHORTANSWER:=Oslo}"
        raise QuestionError("unreadable-question", "the text has no gap that Moodle understands", hint)
    prompt = "".join(parts)
    _name_leftovers(prompt, findings)
    return prompt, GapsBody(tuple(gaps))


def _name_leftovers(prompt: str, findings: Findings) -> None:
    if left := _LIKE_START.search(prompt):
        message = f"`{prompt[left.start() : left.start() + 30]}` looks like a gap, but Moodle shows it as text"
        findings.warn("doubtful-text", message, "check its type, and that it ends with }")


def _alternatives(text: str, at: int) -> tuple[list[_Alternative], int] | None:
    """Return the answers from an offset on and the offset after the gap; None if the gap does not end."""
    found: list[_Alternative] = []
    at += text.startswith("~", at)  # many programs write one before the first answer, too
    while True:
        fraction = _FRACTION.match(text, at)
        answer_at = fraction.end() if fraction else at
        end = _END_OF_ANSWER.search(text, answer_at)
        if end is None:
            return None
        answer, at = text[answer_at : end.start()], end.end()
        feedback = ""
        if end[0] == "#":
            end = _END_OF_FEEDBACK.search(text, at)
            if end is None:
                return None
            feedback, at = text[at : end.start()], end.end()
        found.append(_alternative(answer, fraction, feedback))
        if end[0] == "}":
            return found, at


def _alternative(answer: str, fraction: re.Match[str] | None, feedback: str) -> _Alternative:
    share = Fraction(0)
    if fraction:
        share = Fraction(fraction[1].replace(",", ".")) / 100 if fraction[1] else Fraction(1)
    explicit = bool(fraction and fraction[1] and fraction[1] != "0")
    return _Alternative(answer.strip(), share, explicit, RichText(_unescaped(feedback), "html"))


def _unescaped(text: str) -> str:
    return decoded(text).replace(r"\}", "}").replace(r"\#", "#")


def _gap(kind: str, alternatives: list[_Alternative], findings: Findings, number: int) -> Gap:
    _refuse_broken(kind, alternatives, number)
    if kind in _NUMERICAL:
        return NumberBody(tuple(_numbers(alternatives, findings)))
    answers = tuple(_answers(kind, alternatives, findings))
    if kind in _WORDS or kind in _WORDS_IN_CASE:
        return TextBody(answers, kind in _WORDS_IN_CASE, wildcards=True)
    return ChoiceBody(answers, kind in (*_ONE, *_ONE_SHUFFLED), kind in (*_ONE_SHUFFLED, *_SEVERAL_SHUFFLED))


def _refuse_broken(kind: str, alternatives: list[_Alternative], number: int) -> None:
    """Raise QuestionError where Moodle refuses a gap."""
    several = kind in (*_SEVERAL, *_SEVERAL_SHUFFLED)
    given = [alternative for alternative in alternatives if alternative.answer]
    if len(given) < len(alternatives):
        hint = "write an answer before the next ~ or }"
        raise QuestionError("unreadable-question", f"gap {number} has an empty answer", hint)
    if len(given) < 2 and kind not in (*_NUMERICAL, *_WORDS, *_WORDS_IN_CASE):
        raise QuestionError("too-few-options", f"gap {number} has one option; a choice needs two", "add an option")
    if not any(each.share == 1 or (several and each.share > 0) for each in given):
        raise QuestionError("no-right-answer", f"no answer of gap {number} gives 100 %", "write = before the right one")


def _answers(kind: str, alternatives: list[_Alternative], findings: Findings) -> Iterator[Answer]:
    form: TextForm = "plain" if kind in (*_WORDS, *_WORDS_IN_CASE) else "html"
    shares = [alternative.share for alternative in alternatives]
    if kind in (*_SEVERAL, *_SEVERAL_SHUFFLED):
        shares = _shares_of_several(alternatives)
    for alternative, share in zip(alternatives, shares, strict=True):
        answer = _unescaped(alternative.answer.replace(r"\~", "~"))
        if r"\~" in alternative.answer:
            findings.warn("doubtful-key", rf"`{answer[:40]}`: Moodle keeps a backslash before ~, here it is dropped")
        yield Answer(RichText(answer, form), share, alternative.feedback)


def _shares_of_several(alternatives: list[_Alternative]) -> list[Fraction]:
    """Return shares that add up to 1; without percentages, a wrong option cancels a right one."""
    total = sum((each.share for each in alternatives if each.share > 0), Fraction(0))
    explicit = any(each.is_explicit for each in alternatives)
    wrong = [each.share if explicit else -1 / total for each in alternatives]
    return [each.share / total if each.share > 0 else wrong[n] for n, each in enumerate(alternatives)]


def _numbers(alternatives: list[_Alternative], findings: Findings) -> Iterator[NumberAnswer]:
    for alternative in alternatives:
        if alternative.answer == "*":
            name_any_number(alternative.share, alternative.feedback, findings)
            continue
        value, _, tolerance = alternative.answer.partition(":")
        within = abs(number_of(tolerance, findings)) if tolerance else Decimal(0)
        yield NumberAnswer(number_of(value, findings), within, alternative.share, alternative.feedback)


def name_any_number(share: Fraction, feedback: RichText, findings: Findings) -> None:
    """Report what the file says about any other number."""
    if share > 0:
        findings.warn(
            "partial-credit", f"any other number gives {float(share * 100):.4g} % of the points there, none here"
        )
    if feedback:
        findings.warn("lost-feedback", f"the feedback on any other number is not imported: `{feedback.source[:60]}`")
