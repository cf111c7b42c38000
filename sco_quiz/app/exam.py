"""The rules of an exam, and its result."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from sco_quiz.app.sessions import seen_session
from sco_quiz.app.stopwatch import Stopwatch, time_away
from sco_quiz.core.bank import Bank
from sco_quiz.core.exam import ExamRecord, ExamResult
from sco_quiz.core.exam_form import ExamForm
from sco_quiz.core.figures import ONE_POINT
from sco_quiz.core.saved_session import DEFAULT_PASS_MARK, SavedSession, Settings, fractions_in
from sco_quiz.core.session import Session
from sco_quiz.history.database import Database
from sco_quiz.history.saved_sessions import latest_exam


@dataclass(frozen=True, slots=True)
class ExamRules:
    """The pass mark in percent, the time limit in s (None: no limit), where the result is written, and the student.

    The clock of an exam that began in version 0.1.0 stops while the program is closed. `title`, `worth` and `scale` are
    those of an exam with a blueprint, as `ExamResult` has them.
    """

    pass_mark: int
    time_limit: float | None = None
    result_file: Path | None = None
    student: str = ""
    clock_stops: bool = False
    title: str = ""
    worth: Mapping[str, Fraction] = field(default_factory=dict)
    scale: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        """The rules as the progress file has them, so that a resumed exam follows its own."""
        values = {
            "time_limit": self.time_limit,
            # it may be resumed from another folder
            "result_file": str(self.result_file.absolute()) if self.result_file else "",
            "student": self.student,
            "clock_runs": not self.clock_stops,
            "title": self.title,
            "worth": _written(self.worth),
            "scale": _written(self.scale),
        }
        return {"pass_mark": self.pass_mark} | {name: value for name, value in values.items() if value}

    def stopwatch(self, saved: SavedSession | None) -> Stopwatch:
        """Return the stopwatch of a new or resumed exam."""
        if saved is None:
            return Stopwatch(self.time_limit)
        return Stopwatch(self.time_limit, saved.used, saved.started, stops=self.clock_stops)

    def result(self, ended: Session, used: int, away: int) -> ExamResult:
        """Return the result of an exam that took `used` ms, while the learner was also `away` for some."""
        limit = int(self.time_limit) if self.time_limit else None
        return ExamResult(
            ended,
            self.pass_mark,
            used // 1000,
            limit,
            away // 1000,
            self.clock_stops,
            self.title,
            self.worth,
            self.scale,
        )


def rules_for(form: ExamForm, pass_mark: int | None, time_limit: float | None) -> ExamRules:
    """Return the rules of a form, with another pass mark and time limit (s) if they were given."""
    rules = form.rules
    worth = {item.question.first_id: item.points for item in form.items if item.points != ONE_POINT}
    return ExamRules(
        rules.pass_mark if pass_mark is None else pass_mark,
        rules.time_limit if time_limit is None else time_limit,
        title=form.title,
        worth=worth,
        scale=rules.scale,
    )


def rules_from(settings: Settings) -> ExamRules:
    """Return the rules in the settings of a saved exam."""
    limit, file = settings.get("time_limit"), settings.get("result_file")
    return ExamRules(
        int(settings.get("pass_mark", DEFAULT_PASS_MARK)),
        float(limit) if limit else None,
        Path(str(file)) if file else None,
        str(settings.get("student", "")),
        clock_stops=not settings.get("clock_runs"),
        title=str(settings.get("title", "")),
        worth=fractions_in(str(settings.get("worth", ""))),
        scale=fractions_in(str(settings.get("scale", ""))),
    )


def _written(values: Mapping[str, Fraction]) -> str:
    """Return fractions by name as the progress file has them; empty for none."""
    return json.dumps({name: str(value) for name, value in values.items()}) if values else ""


def finished_exam(bank: Bank, database: Database) -> tuple[ExamRecord, ExamRules] | None:
    """Return the last exam of a bank with the rules it had; None if it has not ended, or there is none."""
    saved = latest_exam(database, bank.id)
    if saved is None or saved.ended is None:
        return None
    rules = rules_from(saved.settings)
    away = time_away(saved.ended - saved.started, saved.used)
    result = rules.result(seen_session(bank, database, saved), saved.used, away)
    at = datetime.fromtimestamp(saved.ended / 1000).astimezone()
    return ExamRecord(bank, result, at, rules.student), rules
