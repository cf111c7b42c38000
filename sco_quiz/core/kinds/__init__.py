"""The kinds of question, one per file; KINDS is the table of them."""

from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.cloze import Cloze
from sco_quiz.core.kinds.field_types import Distractor, OptionNote
from sco_quiz.core.kinds.matching import Matching
from sco_quiz.core.kinds.multiple_choice import MultipleChoice
from sco_quiz.core.kinds.numeric import Numeric
from sco_quiz.core.kinds.ordering import Ordering
from sco_quiz.core.kinds.short_answer import ShortAnswer
from sco_quiz.core.kinds.single_choice import SingleChoice
from sco_quiz.core.kinds.true_false import TrueFalse
from sco_quiz.core.nodes import GapMark

AnyQuestion = SingleChoice | MultipleChoice | TrueFalse | ShortAnswer | Numeric | Cloze | Matching | Ordering

KINDS: dict[str, type[AnyQuestion]] = {
    "single_choice": SingleChoice,
    "multiple_choice": MultipleChoice,
    "true_false": TrueFalse,
    "short_answer": ShortAnswer,
    "numeric": Numeric,
    "cloze": Cloze,
    "matching": Matching,
    "ordering": Ordering,
}

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
