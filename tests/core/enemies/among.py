"""The enemies among questions that are in no bank."""

from collections.abc import Iterable, Mapping

from sco_quiz.core.enemies.graph import Enemies
from sco_quiz.core.kinds import AnyQuestion


def among(
    questions: Iterable[AnyQuestion], context: Iterable[str] = (), renamed: Mapping[str, str] | None = None
) -> Enemies:
    """Return the enemies among some questions."""
    by_id = {question.id: question for question in questions}
    return Enemies(by_id.values(), lambda: context, renamed or {}, by_id.__getitem__)
