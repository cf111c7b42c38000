"""Findings of single questions that are remembered from the last check, in the folder in which banks are."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sco_quiz.core.problem import Severity
from sco_quiz.core.source import Source
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.features import Features
from sco_quiz.lint.remembered import Find, Found, given_with, key_of
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.recall.files import BankFiles
from sco_quiz.loading.recall.fingerprint import fingerprint_with

PART = "findings"
ROOMS = ("core", "lint", "loading")


class RememberedFindings:
    """What all rules for single questions found in those of one bank."""

    def __init__(self, cache: Path, bank: Path, source: Source | None) -> None:
        state = fingerprint_with(ROOMS, given_with(source))
        self._files = BankFiles(cache, bank, state) if state else None
        self._known = _revived(self._files.read(PART)) if self._files else {}
        self._asked: dict[str, Found] = {}

    def recall(self, questions: Sequence[Facts], find: Find) -> Sequence[Found]:
        """Return what was found in each of some questions; find it now where it is not known."""
        keys = list(map(key_of, questions))
        new = {key: item for key, item in zip(keys, questions, strict=True) if key not in self._known}
        known = self._known | dict(zip(new, find(list(new.values())), strict=True))
        self._asked |= {key: known[key] for key in keys}
        return [known[key] for key in keys]

    def keep(self) -> None:
        """Write what was asked for, unless it is as before: no more than the bank has."""
        if self._files and self._asked.keys() != self._known.keys():
            self._files.write(PART, _stored(self._asked))


def _stored(known: Mapping[str, Found]) -> bytes:
    values = {
        key: (list(map(_plain, features)), [(name, *_values(one)) for name, one in findings])
        for key, (features, findings) in known.items()
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _values(found: Finding) -> tuple[object, ...]:
    return found.message, found.path, found.hint, found.severity, found.part


def _revived(data: bytes | None) -> dict[str, Found]:
    """Return what was stored; nothing if it is damaged."""
    try:
        values = json.loads((data or b"{}").decode("utf-8", "surrogatepass"))
        return {
            key: Found(_features(*features), tuple(_finding(*each) for each in found))
            for key, (features, found) in values.items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _features(
    stem: str,
    spaced: str,
    compared: Sequence[str],
    truth: str,
    markup: str,
    single_keys: Sequence[str],
    key: Sequence[str],
    lengths: Sequence[int],
    seen: str,
    later: str,
    answers: Sequence[str],
) -> Features:
    if not all(
        isinstance(text, str) for text in (stem, spaced, truth, markup, seen, later, *compared, *single_keys, *answers)
    ):
        raise ValueError("the features of a question")
    return Features(
        stem,
        spaced,
        frozenset(compared),
        truth,
        markup,
        tuple(single_keys),
        frozenset(key),
        tuple(map(int, lengths)),
        seen,
        later,
        tuple(answers),
    )


def _finding(
    rule: str, message: str, path: Sequence[str | int], hint: str, severity: str | None, part: str
) -> tuple[str, Finding]:
    texts = (message, hint, part, *path)
    if rule not in RULES or not all(isinstance(text, str | int) for text in texts):
        raise ValueError("a finding of a rule")
    found = Finding(message, tuple(path), hint, severity=Severity(severity) if severity else None, part=part)
    return rule, found
