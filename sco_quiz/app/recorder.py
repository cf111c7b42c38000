"""Save what a learner does in the progress file, at once, and keep in memory what cannot be saved yet."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import assert_never

from sco_quiz.app.days import now
from sco_quiz.app.review import due_now
from sco_quiz.app.stopwatch import Stopwatch
from sco_quiz.app.write_queue import WriteQueue
from sco_quiz.core.answer import Answer, answer_to
from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import Flag
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.outline import outlines_of
from sco_quiz.core.review import Memory, Rating
from sco_quiz.core.saved_session import SavedSession, Settings
from sco_quiz.core.saving import Kept, Saving
from sco_quiz.core.session import (
    Answered,
    Claimed,
    Event,
    HintTaken,
    Rated,
    Result,
    Session,
    Skipped,
    Stopped,
    Undone,
    WentTo,
)
from sco_quiz.history import saved_sessions
from sco_quiz.history.database import Database
from sco_quiz.history.days import local_offset
from sco_quiz.history.flags import add_flag
from sco_quiz.history.store import store_of


@dataclass(slots=True, eq=False)
class _Entry:
    """An answer, and how it is `in_file`: saving may change its timestamp, and it may be saved late."""

    answer: Answer
    in_file: Answer | None = None
    undone: bool = False


class ProgressRecorder:
    """The recorder that writes into a progress file. A failed write is tried again with the next one.

    A database in memory replaces a file that cannot be written.

    The first round of a quiz or exam is saved as a session that can be resumed, with its `settings`; `saved` is one
    that is being resumed.
    """

    def __init__(
        self,
        bank: Bank,
        database: Database,
        stopwatch: Stopwatch,
        settings: Settings,
        saved: SavedSession | None = None,
    ) -> None:
        self._bank, self._database, self._stopwatch, self._settings = bank, database, stopwatch, settings
        self._saved = saved
        self._exam = False
        self._store = store_of(database)
        self._session = saved.id if saved else None
        self._entries = [_Entry(answer, answer) for answer in self._store.answers_in(saved.id)] if saved else []
        self._touched: dict[_Entry, None] = {}  # in this order
        self._flags: list[Flag] = []
        self._writes = WriteQueue()
        self._shown_at = 0
        self._memory_before: Memory | None = None
        # those of a resumed session, too: what it says is due does not jump
        self._answered_here = {entry.answer.question for entry in self._entries}

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk, and will be."""
        return self._database.is_file and not self._writes

    @property
    def can_resume(self) -> bool:
        """Whether an interrupted round can be resumed later: an answer of it is on disk, or it is an exam."""
        return self._session is not None and bool(self._entries or self._exam) and self.is_saved

    def kept(self) -> Kept:
        """Return what is in memory alone, after another attempt to save it."""
        if self._writes:
            self._writes.retry()
        new = (entry.answer for entry in self._touched if entry.in_file is None and not entry.undone)
        in_file = (entry for entry in self._touched if entry.in_file)
        changes = sum(entry.undone or entry.in_file != entry.answer for entry in in_file)
        return Kept(tuple(new), tuple(self._flags), changes)

    def begin(self, session: Session) -> Saving | None:
        """Save that a quiz or exam begins; a repetition of its missed questions is not saved as a session."""
        self._exam = session.exam
        # A resumed session drops answers to questions that the bank has no longer.
        answered = {result.question.first_id for result in session.results}
        self._entries = [entry for entry in self._entries if entry.answer.question in answered]
        if session.repeat:
            self._session = None
        elif self._saved:
            self._resume(self._saved, session)
        elif self._session is None and session.mode in ("quiz", "exam"):
            return self._writes.run(lambda: self._begin(session))
        return None

    def _resume(self, saved: SavedSession, session: Session) -> None:
        """Save what differs from the saved session: its settings, and the verdicts if they are judged again."""
        if self._settings and self._settings != saved.settings:
            self._writes.run(lambda: saved_sessions.change_settings(self._database, saved.id, self._settings))
        for entry, result in zip(self._entries, session.results, strict=True):
            verdict = result.verdict
            if verdict and (verdict.outcome, float(verdict.credit)) != (entry.answer.outcome, entry.answer.credit):
                self._judge(entry, result)

    def _begin(self, session: Session) -> None:
        questions = tuple(outline.first_id for outline in outlines_of(session.questions))
        place = self._database, self._bank.id, session.mode, session.seed, questions, now()
        self._session = saved_sessions.begin(*place, self._settings)

    def asked(self) -> None:
        """Start the time of a question."""
        self._shown_at = self._stopwatch.used()

    def changed(self, before: Session, event: Event, after: Session) -> Saving | None:
        """Save an answer or what an event changes about it; None if there is nothing to save."""
        if after.results == before.results:
            return None
        match event:
            case Answered() | Skipped():
                return self._answered(before, after)
            case Undone():
                entry = self._entries.pop()
                self._answered_here.discard(entry.answer.question)
                self._undo(entry)
                return self._writes.run(lambda: self._remove(entry))
            case Claimed() | Rated():
                return self._judged_again(after)
            case HintTaken() | WentTo() | Stopped():
                return None
        assert_never(event)

    def due_today(self) -> int | None:
        """Return how many questions of the bank are due today, besides those that were answered here.

        None if the file cannot be read, or lacks answers.
        """
        if self._writes:
            return None
        try:
            return due_now(self._bank, self._store, now(), self._answered_here)
        except HistoryError:
            return None

    def flag(self, question: AnyQuestion, note: str) -> Saving:
        """Save a student's note about a question."""
        flag = Flag(self._bank.id, question.first_id, now(), note)
        self._flags.append(flag)
        return self._writes.run(lambda: self._add_flag(flag))

    def _add_flag(self, flag: Flag) -> None:
        add_flag(self._database, flag)
        if self._database.is_file:
            self._flags.remove(flag)

    def pause(self) -> AbstractContextManager[None]:
        """Stop the stopwatch inside."""
        return self._stopwatch.paused()

    def end(self, finished: bool) -> None:
        """Save the time spent, and whether the session is over."""
        if (session := self._session) is None:
            return
        self._spend(session)
        if finished:
            self._writes.run(lambda: saved_sessions.end(self._database, session, now()))

    def intervals(self) -> Mapping[Rating, int]:
        """Return for each rating of the last answer in how many ms its question would be due."""
        if not self._entries:
            return {}
        last = self._entries[-1].answer
        return self._store.schedule.intervals(last.question, self._memory_before, last.at, last.utc_offset)

    def _answered(self, before: Session, after: Session) -> Saving:
        assert after.last
        names = [result.question.id for result in before.results]
        # one result more, unless the learner went back to a question: its entry then makes room for a new one
        replaced = self._entries.pop(names.index(after.last.question.id)) if len(after.results) == len(names) else None
        duration = self._stopwatch.used() - self._shown_at
        at = now()
        entry = _Entry(answer_to(after.last, self._bank.id, at, duration, after.recorded_mode, local_offset(at)))
        self._entries.append(entry)
        self._touched[entry] = None
        if replaced:
            self._undo(replaced)
        self._answered_here.add(entry.answer.question)
        saving = self._writes.run(lambda: self._save(entry, replaced))
        # The time matters only for resuming; it is not worth a place in the queue of a full disk.
        if self._session is not None and not self._writes:
            self._spend(self._session)
        return saving

    def _save(self, entry: _Entry, replaced: _Entry | None) -> None:
        with self._database.writing():  # both changes, or none
            if replaced:
                self._store.remove(replaced.answer)
            # The learner may change the rating later; its interval is then counted from this memory again.
            self._memory_before = self._store.memory(entry.answer.bank, entry.answer.question)
            entry.answer = self._store.save(entry.answer, self._session)
        self._is_written(entry)
        if replaced:
            replaced.in_file = None

    def _is_written(self, entry: _Entry) -> None:
        """Note that the progress file has an entry as it is, unless a database in memory replaces it."""
        if self._database.is_file:
            entry.in_file = entry.answer

    def _undo(self, entry: _Entry) -> None:
        entry.undone = True
        self._touched[entry] = None

    def _remove(self, entry: _Entry) -> None:
        self._store.remove(entry.answer)
        entry.in_file = None

    def _spend(self, session: int) -> None:
        self._writes.run(lambda: saved_sessions.spend(self._database, session, self._stopwatch.used()))

    def _judged_again(self, after: Session) -> Saving:
        assert after.last
        return self._judge(self._entries[-1], after.last)

    def _judge(self, entry: _Entry, result: Result) -> Saving:
        """Save the verdict and the rating of a result for its answer."""
        old = entry.answer
        entry.answer = answer_to(result, old.bank, old.at, old.duration, old.mode, old.utc_offset)
        self._touched[entry] = None
        return self._writes.run(lambda: self._change(entry))

    def _change(self, entry: _Entry) -> None:
        self._store.change(entry.answer)
        self._is_written(entry)
