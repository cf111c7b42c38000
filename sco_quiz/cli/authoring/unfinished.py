"""A question that is not finished: placeholders stand for the fields that are not given yet."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.kinds.fields import Kind, placeholders
from sco_quiz.loading.validate_values import make_question


@dataclass(frozen=True, slots=True)
class Draft:
    """The values given so far by field; the kind is under `type`.

    `pictures` is the folder of the bank if its text is marked up, and None where text is plain.
    """

    values: Mapping[str, Any]
    pictures: Path | None = None

    @property
    def kind(self) -> Kind:
        """The class of the question."""
        return KINDS[self.values["type"]]

    @property
    def marked_up(self) -> bool:
        """Whether its text is Markdown."""
        return self.pictures is not None

    def having(self, field: str, value: object) -> "Draft":
        """Return the draft with another value; an empty one removes the field."""
        others = {name: given for name, given in self.values.items() if name != field}
        return replace(self, values={**others, field: value} if value else others)

    def faults_of(self, field: str, value: object) -> list[str]:
        """Return what would be wrong with a value of one field."""
        draft = replace(self, values={**self.values, field: value})
        _, found = make_question(draft._completed(), self.pictures)
        return [message for name, message in found if name == field]

    def question(self) -> tuple[AnyQuestion | None, list[tuple[str, str]]]:
        """Return the finished question, or each invalid field with a message."""
        return make_question(self.values, self.pictures)

    def completed(self) -> AnyQuestion:
        """Return the question with placeholders for what is missing; the values given must be valid."""
        question, found = make_question(self._completed(), self.pictures)
        assert question, found
        return question

    def _completed(self) -> dict[str, Any]:
        return {**placeholders(self.kind), **self.values}
