"""What identifies a question of a file: its content, and the id that the file gives it."""

from collections.abc import Hashable

from sco_quiz.app.question_ids import name_id, slug, words_of
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.parts import Role
from sco_quiz.core.text import fold
from sco_quiz.formats.draft import Draft


def content_of(question: AnyQuestion) -> Hashable:
    """Return what two equal questions have in common; ids, notes and explanations may differ."""
    parts = (part for part in question.answer_parts() if part.role is not Role.NOTE)
    answers = frozenset((part.role, part.content.blocks) for part in parts)
    return question.type, fold(question.stem.plain), pictures_of(question), answers


def content_text(question: AnyQuestion) -> str:
    """Return what a question asks as text that is the same in every run of the program."""
    return "\n".join((question.type, question.stem.plain, *pictures_of(question), *sorted(question.texts())))


def pictures_of(question: AnyQuestion) -> tuple[str, ...]:
    """Return the pictures in the prompt of a question."""
    return tuple(image.file for image in question.stem.images)


def own_id(draft: Draft, question: AnyQuestion) -> str:
    """Return the id that the file itself gives a question: an id number, or a name of its own; empty for neither."""
    return slug(draft.idnumber) or name_id(draft.name, question.stem.plain)


def id_for(own: str, question: AnyQuestion) -> str:
    """Return the id that a new question should have; empty if its words have no Latin letters."""
    return own or words_of(question.stem)
