"""The manual page of a problem or rule: what it means, why it matters, an example and a corrected version."""

from dataclasses import dataclass

from sco_quiz.core.problem import Severity


@dataclass(frozen=True, slots=True)
class Page:
    """A name with its severity and text; the first line of the text is one sentence that says it all."""

    name: str
    severity: Severity
    text: str

    @property
    def summary(self) -> str:
        """The first line."""
        return self.text.strip().partition("\n")[0]

    @property
    def body(self) -> str:
        """What follows the first line."""
        return self.text.strip().partition("\n")[2].strip()
