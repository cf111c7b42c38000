"""Compare a question of a file with its state in the bank: what the file has and the bank does not."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from sco_quiz.app.import_drafts import Incoming
from sco_quiz.core.kinds import AnyQuestion, OptionNote

_ANY_ORDER = frozenset({"distractors", "answers", "accept", "reject"})
_ADDED_TO = frozenset({"tags"})
_EMPTY: tuple[object, ...] = ("", (), {}, None)
_NEVER = frozenset({"id", "formerly", "status", "successor"})


@dataclass(frozen=True, slots=True)
class ChangedQuestion:
    """A question of the bank, what it becomes, and the fields that are written or removed."""

    before: AnyQuestion
    after: AnyQuestion
    values: dict[str, Any]
    removed: tuple[str, ...] = ()


def change_of(before: AnyQuestion, incoming: Incoming) -> ChangedQuestion | None:
    """Return what a question becomes; None if the file has nothing new. Fields that only the bank has stay."""
    other = incoming.question
    names = [name for name in incoming.fields if name not in _NEVER and getattr(other, name) not in _EMPTY]
    shared = type(before).model_fields.keys() & type(other).model_fields
    values = {
        name: _merged(name, getattr(before, name), getattr(other, name)) if name in shared else getattr(other, name)
        for name in names
        if name not in shared or not _is_same(name, getattr(before, name), getattr(other, name), before)
    }
    if not values:
        return None
    if before.type == other.type:
        after = before.model_copy(update=values)
        if "partial" in values or not getattr(before, "partial", {}) or _is_valid(after):
            return ChangedQuestion(before, after, values)
        # shares of answers that the file no longer has would be an error
        return ChangedQuestion(before, after.model_copy(update={"partial": {}}), values, ("partial",))
    kept = {name: getattr(before, name) for name in shared if name not in values}
    removed = tuple(name for name in type(before).model_fields if name not in shared)
    return ChangedQuestion(before, other.model_copy(update=kept | values), values, removed)


def _is_valid(question: AnyQuestion) -> bool:
    values = {name: getattr(question, name) for name in question.model_fields_set}
    try:
        type(question).model_validate(values, context={"markup": question.markup})
    except ValueError:  # the base of Pydantic's error, which only `core` and `loading` import
        return False
    return True


def _is_same(name: str, old: Any, new: Any, question: AnyQuestion) -> bool:
    if old == new:
        return True
    if name in _ADDED_TO:
        return set(new) <= set(old)
    shuffled = name in _ANY_ORDER and getattr(question, "order", "shuffled") == "shuffled"
    if shuffled and isinstance(old, tuple) and isinstance(new, tuple):
        return _counted(_with_notes(old, old), question) == _counted(_with_notes(old, new), question)
    return _meaning(old, question) == _meaning(_with_notes(old, new) if isinstance(new, tuple) else new, question)


def _counted(items: tuple[Any, ...], question: AnyQuestion) -> Counter[Hashable]:
    return Counter(_meaning(item, question) for item in items)


def _meaning(value: Any, question: AnyQuestion) -> Hashable:
    """Return what a value says, however its Markdown is written."""
    match value:
        case str():
            return question.content(value).blocks
        case OptionNote():
            return question.content(value.text).blocks, question.content(value.note).blocks
        case dict():
            return frozenset((_meaning(key, question), _meaning(item, question)) for key, item in value.items())
        case tuple():
            return tuple(_meaning(item, question) for item in value)
        case _:
            return str(value)


def _merged(name: str, old: Any, new: Any) -> Any:
    """Return the new value with what only the bank has: tags, and notes of options."""
    if name in _ADDED_TO:
        return (*old, *(tag for tag in new if tag not in old))
    return _with_notes(old, new) if isinstance(new, tuple) and isinstance(old, tuple) else new


def _with_notes(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    notes = {option.text: option.note for option in old if isinstance(option, OptionNote)}
    return tuple(
        option.model_copy(update={"note": notes.get(option.text, "")})
        if isinstance(option, OptionNote) and not option.note
        else option
        for option in new
    )
