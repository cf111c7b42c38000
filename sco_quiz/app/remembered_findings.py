"""Findings of single questions that are remembered from the last check, in the folder in which banks are."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from sco_quiz.core.enemies.clues import SHOWN
from sco_quiz.core.enemies.reading import shown_by
from sco_quiz.core.outline import Derived
from sco_quiz.core.problem import Severity
from sco_quiz.core.source import Source
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.remembered import Find, Found, given_with, key_of
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.recall.files import BankFiles
from sco_quiz.loading.recall.fingerprint import fingerprint_with

PART = "findings"
ROOMS = ("core", "lint", "loading")


class _Known(NamedTuple):
    """One question: the words that it shows before the answer, and what its rules found."""

    shown: str
    found: Found


class RememberedFindings:
    """What all rules for single questions found in those of one bank."""

    def __init__(self, cache: Path, bank: Path, source: Source | None) -> None:
        state = fingerprint_with(ROOMS, given_with(source))
        self._files = BankFiles(cache, bank, state) if state else None
        self._known = _revived(self._files.read(PART)) if self._files else {}
        self._asked: dict[str, _Known] = {}

    def recall(self, questions: Sequence[Facts], find: Find) -> Sequence[Found]:
        """Return what was found in each of some questions; find it now where it is not known."""
        keys = list(map(key_of, questions))
        new = {key: item for key, item in zip(keys, questions, strict=True) if key not in self._known}
        shown = (" ".join(sorted(shown_by(item.question))) for item in new.values())
        known = self._known | dict(zip(new, map(_Known, shown, find(list(new.values()))), strict=True))
        self._asked |= {key: known[key] for key in keys}
        return [known[key].found for key in keys]

    def derive(self, name: str, kind: type[Derived], find: Callable[[], Derived]) -> Derived:
        """Return what follows from the whole bank; the words that questions show are known once rules were asked."""
        if name != SHOWN:
            return find()
        return cast(Derived, Counter(word for known in self._asked.values() for word in known.shown.split()))

    def keep(self) -> None:
        """Write what was asked for, unless it is as before: no more than the bank has."""
        if self._files and self._asked.keys() != self._known.keys():
            self._files.write(PART, _stored(self._asked))


def _stored(known: dict[str, _Known]) -> bytes:
    values = {key: (shown, [(name, *_values(one)) for name, one in found]) for key, (shown, found) in known.items()}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _values(found: Finding) -> tuple[object, ...]:
    return found.message, found.path, found.hint, found.severity, found.part


def _revived(data: bytes | None) -> dict[str, _Known]:
    """Return what was stored; nothing if it is damaged."""
    try:
        values = json.loads((data or b"{}").decode("utf-8", "surrogatepass"))
        return {
            key: _Known(shown + "", tuple(_finding(*each) for each in found)) for key, (shown, found) in values.items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _finding(
    rule: str, message: str, path: Sequence[str | int], hint: str, severity: str | None, part: str
) -> tuple[str, Finding]:
    texts = (message, hint, part, *path)
    if rule not in RULES or not all(isinstance(text, str | int) for text in texts):
        raise ValueError("a finding of a rule")
    found = Finding(message, tuple(path), hint, severity=Severity(severity) if severity else None, part=part)
    return rule, found
