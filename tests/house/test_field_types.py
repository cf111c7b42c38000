"""Every text of a bank has a type that says what it may be: what `check` passes, each command can show and store."""

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from sco_quiz.core.blueprint.model import Blueprint
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.source import Source
from sco_quiz.loading.records import BankFile, SummariesFile, TopicFile

ROOTS = (BankFile, TopicFile, SummariesFile, Source, Blueprint, *KINDS.values())


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and those in its fields."""
    yield model
    for hint in get_type_hints(model).values():
        for part in parts(hint):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from models(part)


def parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from parts(part)


def has_bare_text(hint: Any) -> bool:
    """Return whether a hint has `str` without a check."""
    if get_origin(hint) is Annotated:
        return False
    return hint is str or any(has_bare_text(part) for part in get_args(hint))


def test_no_text_is_unchecked() -> None:
    every = {each for root in ROOTS for each in models(root)}
    assert len(every) > 14
    # `type` is narrowed by each kind; ClassVar are no fields
    bare = {
        f"{model.__name__}.{name}"
        for model in every
        for name, hint in get_type_hints(model, include_extras=True).items()
        if name in model.model_fields and has_bare_text(hint)
    }
    assert bare == set()


def test_a_bare_text_is_noticed() -> None:
    class Bad(BaseModel):
        some: dict[str, tuple[int, ...]]

    assert has_bare_text(get_type_hints(Bad, include_extras=True)["some"])
