"""The kinds of question, one per file; KINDS has their classes, each imported when it is first asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.field_types import Distractor, OptionNote
from sco_quiz.core.nodes import GapMark

if TYPE_CHECKING:
    from sco_quiz.core.kinds.cloze import Cloze
    from sco_quiz.core.kinds.matching import Matching
    from sco_quiz.core.kinds.multiple_choice import MultipleChoice
    from sco_quiz.core.kinds.numeric import Numeric
    from sco_quiz.core.kinds.ordering import Ordering
    from sco_quiz.core.kinds.short_answer import ShortAnswer
    from sco_quiz.core.kinds.single_choice import SingleChoice
    from sco_quiz.core.kinds.true_false import TrueFalse

    AnyQuestion = SingleChoice | MultipleChoice | TrueFalse | ShortAnswer | Numeric | Cloze | Matching | Ordering
else:
    AnyQuestion = Question

_CLASS_OF = {name: name.title().replace("_", "") for name in KIND_NAMES}


class _Kinds(Mapping[str, type[AnyQuestion]]):
    """The classes of the kinds by name; building all takes longer than starting a quiz."""

    def __getitem__(self, name: str) -> type[AnyQuestion]:
        if name not in _CLASS_OF:
            raise KeyError(name)
        found: type[AnyQuestion] = getattr(import_module(f"sco_quiz.core.kinds.{name}"), _CLASS_OF[name])
        return found

    def __contains__(self, name: object) -> bool:
        return name in _CLASS_OF

    def __iter__(self) -> Iterator[str]:
        return iter(_CLASS_OF)

    def __len__(self) -> int:
        return len(_CLASS_OF)


KINDS = _Kinds()


def __getattr__(name: str) -> Any:
    for kind, class_name in _CLASS_OF.items():
        if name == class_name:
            return KINDS[kind]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "KINDS",
    "AnyQuestion",
    "Cloze",
    "Distractor",
    "GapMark",
    "Matching",
    "MultipleChoice",
    "Numeric",
    "OptionNote",
    "Ordering",
    "Question",
    "ShortAnswer",
    "SingleChoice",
    "TrueFalse",
]
