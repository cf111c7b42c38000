"""What was found in single questions, remembered by everything that a rule for one question can see."""

import json
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from sco_quiz.core.source import Source
from sco_quiz.core.values import values_of
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.features import Features
from sco_quiz.lint.rule import Finding


class Found(NamedTuple):
    """What was read in one question, and what all its rules find, allowed or not: names of rules with findings."""

    features: Features
    findings: tuple[tuple[str, Finding], ...]


Find = Callable[[Sequence[Facts]], Sequence[Found]]
Recall = Callable[[Sequence[Facts], Find], Sequence[Found]]
"""Returns what is found in each of some questions: remembered, or else found now."""


def find_now(questions: Sequence[Facts], find: Find) -> Sequence[Found]:
    """Find without remembering anything."""
    return find(questions)


def key_of(item: Facts) -> str:
    """Return a hash of what rules see of a question itself."""
    digest = blake2b(values_of(item.question), digest_size=16)
    digest.update(f" {item.shares_setting}".encode())
    return digest.hexdigest()


def given_with(source: Source | None) -> bytes:
    """Return what rules see beside each question of a bank: the record of the article."""
    record = source.model_dump() if source else None
    # hashes are in sets, which every process orders in another way
    return json.dumps(record, default=lambda each: sorted(each) if isinstance(each, frozenset) else str(each)).encode()
