"""Revisions: short hashes that change when the content of a question, or of any in a bank, changes."""

import json
from collections.abc import Callable
from hashlib import blake2b

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.response_content import option_contents

_BYTES = 8
# what is about a question, and shown to no learner who answers it
_ABOUT = {
    "id",
    "formerly",
    "source",
    "level",
    "difficulty",
    "tags",
    "status",
    "reason",
    "successor",
    "allow",
    "as_of",
    "review_by",
    "never_with",
}


def question_revision(question: AnyQuestion) -> str:
    """Return 16 hexadecimal digits for what a question asks, accepts and tells, and for how its text is read."""
    values = question.model_dump(mode="json", exclude=_ABOUT, exclude_defaults=True)
    return _hash(json.dumps([question.markup, values], ensure_ascii=False, sort_keys=True))


def shown_revision(question: AnyQuestion) -> str:
    """Return 16 hexadecimal digits for what a learner sees before the answer; no key can be found from them."""
    interaction = question.interaction()
    shown = [question.type, question.markup, question.setting, question.stem.plain]
    return _hash(*map(str, shown), *sorted(content.source for content in option_contents(interaction)))


def shown_id(bank: Bank, question: AnyQuestion) -> str:
    """Return the id of a question where its own, which may tell the answer, is not shown."""
    return _hash(bank.id, question.first_id)


def bank_revision(bank: Bank, revision_of: Callable[[AnyQuestion], str] = question_revision) -> str:
    """Return 16 hexadecimal digits for all questions of a bank; their order and topics do not count."""
    parts = sorted(f"{question.first_id}={revision_of(question)}" for question in bank.questions)
    return _hash(bank.id, *parts)


def _hash(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=_BYTES).hexdigest()
