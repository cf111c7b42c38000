"""Checks of a whole question; each error has the name of a problem and the key path of its cause."""

from collections.abc import Iterable

from pydantic_core import PydanticCustomError

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Option
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


def refuse_accepted(accepted: Iterable[Content], rejected: Iterable[Option]) -> None:
    """Raise a validation error when a rejected form is an accepted one; it may be one that would be forgiven."""
    accepted = tuple(accepted)
    words = [form.plain for form in accepted if form.notation == "words"]
    exact = [form for form in accepted if form.notation != "words"]
    for index, option in enumerate(rejected):
        plain = option.content.plain
        if any(same_form(plain, form) for form in words) or any(is_as_typed(plain, form) for form in exact):
            message = "`{text}` is both accepted and rejected"
            raise refusal("accepted-and-rejected", message, ("reject", index), text=option.text)
