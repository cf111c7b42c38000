"""What files of other programs do not hold, in terms that all writers share."""

from collections.abc import Collection, Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice, Interaction, partly_right
from sco_quiz.core.kinds import Question
from sco_quiz.core.parts import Part
from sco_quiz.core.place import KeyPath
from sco_quiz.formats.draft import UNSTATED_LEVEL
from sco_quiz.formats.package import Loss

# what every format says: a question by its id, and its kind
_ALWAYS = frozenset({"id", "type", "prompt", "status", "reason", "successor"})


def field_losses(question: Question, held: Collection[str], target: str) -> Iterator[Loss]:
    """Yield a loss for each common field that is set and that a target, such as "GIFT", does not hold."""
    for name, field in Question.model_fields.items():
        unset = UNSTATED_LEVEL if name == "level" else field.get_default()
        if name not in _ALWAYS and name not in held and getattr(question, name) != unset:
            yield Loss(question.id, (name,), "lost-field", f"{target} has no place for `{name}`")


def retired_losses(bank: Bank) -> Iterator[Loss]:
    """Yield a loss for each retired question, since only active ones are written."""
    for question in bank.questions:
        if question.status == "retired":
            yield Loss(question.id, ("status",), "lost-field", "a retired question is not written")


def scoring_losses(interaction: Interaction, target: str) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield what is lost where a target counts a question in its own way: the field, the name, and why."""
    if partly_right(interaction):
        yield ("partial",), "partial-credit", f"in {target}, an answer that is partly right counts as wrong"
    if isinstance(interaction, Choice) and interaction.penalty:
        yield ("penalty",), "other-scoring", f"{target} decides itself what a wrong choice takes off"


def picture_losses(question: Question, target: str) -> Iterator[Loss]:
    """Yield a loss for each text with a picture, for a target that has no pictures."""
    for part in question.parts():
        if part.content.images:
            yield Loss(question.id, part.path, "lost-picture", f"{target} has no pictures: their words are written")


def markup_loss(question: Question, part: Part, where: str) -> Loss | None:
    """Return a loss for text whose plain form is written, if it has markup; `where` says what has none."""
    if part.content.is_literal or part.content.source == part.content.plain:
        return None
    return Loss(question.id, part.path, "lost-markup", f"{where} are plain text: `{part.content.plain}`")
