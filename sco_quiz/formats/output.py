"""OutputFormat: a name and a module for a report or a result that the program writes."""

from dataclasses import dataclass
from importlib import import_module
from typing import Literal

Subject = Literal["report", "exam", "class", "analysis", "statistics"]
"""What is written: the `Report` of a check, an `ExamRecord`, `ClassResults`, a `ClassAnalysis`, or `Statistics`."""


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """How to write one subject. `name` is what users type, `title` a noun phrase for help.

    `module`, below sco_quiz/formats, has a function `render` that takes the subject and returns text, or bytes.
    """

    subject: Subject
    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str

    def render(self, value: object) -> str:
        """Return a value of the subject as text in this format."""
        text = self._rendered(value)
        assert isinstance(text, str)
        return text

    def data(self, value: object) -> bytes:
        """Return a value of the subject as the content of a file."""
        rendered = self._rendered(value)
        return rendered.encode() if isinstance(rendered, str) else rendered

    def _rendered(self, value: object) -> str | bytes:
        # imported late, so that a list of formats for `--help` needs no heavy package
        rendered = import_module(f"sco_quiz.formats.{self.module}").render(value)
        assert isinstance(rendered, str | bytes)
        return rendered
