"""The rules of an exam, and its result."""

from dataclasses import dataclass

from sco_quiz.app.recorder import Settings
from sco_quiz.core.exam import ExamResult
from sco_quiz.core.session import Session


@dataclass(frozen=True, slots=True)
class ExamRules:
    """The pass mark in per cent, and the time limit in s; None: no limit."""

    pass_mark: int
    time_limit: float | None = None

    @property
    def settings(self) -> Settings:
        """The rules as the progress file has them, so that a resumed exam follows its own."""
        limit = {"time_limit": self.time_limit} if self.time_limit else {}
        return {"pass_mark": self.pass_mark} | limit

    def result(self, ended: Session, used: int) -> ExamResult:
        """Return the result of an exam that took `used` ms."""
        limit = int(self.time_limit) if self.time_limit else None
        return ExamResult(ended, self.pass_mark, used // 1000, limit)


def rules_from(settings: Settings) -> ExamRules:
    """Return the rules in the settings of a saved exam."""
    return ExamRules(int(settings["pass_mark"]), settings.get("time_limit"))
