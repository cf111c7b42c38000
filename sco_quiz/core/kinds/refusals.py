"""Checks of a whole question; each error has the name of a problem and the key path of its cause."""

from collections.abc import Iterable, Mapping

from pydantic_core import PydanticCustomError

from sco_quiz.core.constants import MAX_ENTRIES
from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Option, TextGap
from sco_quiz.core.letters import lower
from sco_quiz.core.place import KeyPath
from sco_quiz.core.typed import is_as_typed, same_form

Placed = tuple[KeyPath, Content]
"""Text of a question under its key path."""


def refusal(name: str, message: str, at: KeyPath = (), **context: object) -> PydanticCustomError:
    """Return a validation error of the whole question that points at the value under a key path."""
    return PydanticCustomError(name, message, {**context, "at": at})


def refuse_repeats(placed: Iterable[Placed], name: str = "duplicate-option") -> None:
    """Raise a validation error when two of them look the same but for case and spacing."""
    seen: dict[tuple[str, ...], tuple[str, KeyPath]] = {}
    for path, content in placed:
        looks = looks_of(content)
        if looks in seen:
            first, at = seen[looks]
            message = "`{first}` and `{second}` are the same"
            # the common mistake has a message of its own: the key was copied into the list of wrong options
            if path[0] == "distractors" and at[0] in ("answer", "answers"):
                message = "`{first}` is both the answer and a distractor"
            raise refusal(name, message, path, first=first, second=content.source)
        seen[looks] = (content.source, path)


def looks_of(content: Content) -> tuple[str, ...]:
    """Return what must differ between two entries: in code and formulas, also capitals and spaces."""
    if content.is_literal:
        return (lower(content.source), "words")  # fast, since loading a bank compares every option
    plain = lower(content.plain) if content.notation == "words" else content.plain
    return (plain, content.notation, *(image.file for image in content.images))


def refuse_fewer(field: str, count: int, minimum: int) -> None:
    """Raise a validation error when a list is too short."""
    if count < minimum:
        message = "too few {field}: {count} given, minimum {minimum}"
        raise refusal("too-few-options", message, (field,), field=field, count=count, minimum=minimum)


def refuse_many(values: Mapping[str, object], *outer: str) -> None:
    """Raise a validation error when a list or mapping is too long; look into mappings, too."""
    for field, value in values.items():
        if isinstance(value, list | tuple | dict) and len(value) > MAX_ENTRIES:
            message = "`{field}` has {count} entries; the maximum is {limit}"
            context = {"field": field, "count": len(value), "limit": MAX_ENTRIES}
            raise refusal("too-many-entries", message, (*outer, field), **context)
        if isinstance(value, dict):
            refuse_many(value, *outer, field)


def refuse_accepted(accepted: Iterable[Content], rejected: Iterable[Option]) -> None:
    """Raise a validation error when a rejected form is an accepted one; it may be one that would be forgiven."""
    accepted = tuple(accepted)
    for index, option in enumerate(rejected):
        if _is_one_of(option.content.plain, accepted):
            message = "`{text}` is both accepted and rejected"
            raise refusal("accepted-and-rejected", message, ("reject", index), text=option.text)


def refuse_partly_right(gap: TextGap) -> None:
    """Raise a validation error when a partly right form is also right, rejected, or there twice."""
    rejected = [option.content for option in gap.rejected]
    for index, option in enumerate(gap.partial):
        text, path, plain = option.text, ("partial", option.text), option.content.plain
        for forms, what in ((gap.accepted, "accepted"), (rejected, "rejected")):
            if _is_one_of(plain, forms):
                message = "`{text}` is both {what} and partly right"
                raise refusal("accepted-and-rejected", message, path, at_key=True, text=text, what=what)
        if twin := next((each for each in gap.partial[:index] if _is_one_of(plain, [each.content])), None):
            message = "`{first}` and `{second}` are the same"
            raise refusal("duplicate-form", message, path, at_key=True, first=twin.text, second=text)


def _is_one_of(plain: str, forms: Iterable[Content]) -> bool:
    return any(same_form(plain, form.plain) if form.notation == "words" else is_as_typed(plain, form) for form in forms)
