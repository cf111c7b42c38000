"""Checks of a whole question; each error has the name of a problem and the key path of its cause."""

from collections.abc import Iterable

from pydantic_core import PydanticCustomError

from sco_quiz.core.kinds.field_types import OptionNote
from sco_quiz.core.letters import lower
from sco_quiz.core.place import KeyPath
from sco_quiz.core.typed import same_form


def refusal(name: str, message: str, at: KeyPath = (), **context: object) -> PydanticCustomError:
    """Return a validation error of the whole question that points at the value under a key path."""
    return PydanticCustomError(name, message, {**context, "at": at})


def entries(field: str, texts: Iterable[str | OptionNote]) -> list[tuple[KeyPath, str]]:
    """Return the strings of a list with their key paths."""
    return [((field, i), text if isinstance(text, str) else text.text) for i, text in enumerate(texts)]


def refuse_repeats(placed: Iterable[tuple[KeyPath, str]], name: str = "duplicate-option") -> None:
    """Raise a validation error when two strings are the same but for case and spacing."""
    seen: dict[str, tuple[str, KeyPath]] = {}
    for path, text in placed:
        folded = lower(text)
        if folded in seen:
            first, at = seen[folded]
            message = "`{first}` and `{second}` are the same"
            # the common mistake has a message of its own: the key was copied into the list of wrong options
            if path[0] == "distractors" and at[0] in ("answer", "answers"):
                message = "`{first}` is both the answer and a distractor"
            raise refusal(name, message, path, first=first, second=text)
        seen[folded] = (text, path)


def refuse_fewer(field: str, count: int, minimum: int) -> None:
    """Raise a validation error when a list is too short."""
    if count < minimum:
        message = "too few {field}: {count} given, minimum {minimum}"
        raise refusal("too-few-options", message, (field,), field=field, count=count, minimum=minimum)


def refuse_accepted(accepted: Iterable[str], reject: Iterable[OptionNote]) -> None:
    """Raise a validation error when a rejected form is an accepted one; it may be one that would be forgiven."""
    accepted = tuple(accepted)
    for index, rejected in enumerate(reject):
        if any(same_form(rejected.text, form) for form in accepted):
            message = "`{text}` is both accepted and rejected"
            raise refusal("accepted-and-rejected", message, ("reject", index), text=rejected.text)
