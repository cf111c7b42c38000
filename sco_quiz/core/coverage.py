"""What questions use of an article: each number, date and name of its paragraphs."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sco_quiz.core.source import Paragraph

Kind = Literal["name", "date", "number"]
Use = Literal["asked", "shown", "unused"]


class Usage(NamedTuple):
    """A number, date or name as the article has it: asked for, only shown to learners, or unused."""

    kind: Kind
    text: str
    use: Use


@dataclass(frozen=True, slots=True)
class ParagraphCoverage:
    """What was found in one paragraph."""

    paragraph: Paragraph
    found: tuple[Usage, ...]

    def texts(self, use: Use, kind: Kind | None = None) -> tuple[str, ...]:
        """Return what the questions use in one way, of one kind or of all."""
        return tuple(each.text for each in self.found if each.use == use and kind in (None, each.kind))
