"""What a learner does, kept in the progress file the moment it is done."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from time import time

from sco_quiz.cli.clock import Clock
from sco_quiz.core.answer import Answer, Mode, answer_to
from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import Flag
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.review import Memory, Rating
from sco_quiz.core.session import Answered, Claimed, Event, Rated, Session, Skipped, Undone
from sco_quiz.history import saved_sessions
from sco_quiz.history.database import Database
from sco_quiz.history.flags import add_flag
from sco_quiz.history.saved_sessions import SavedSession
from sco_quiz.history.store import store_of
from sco_quiz.terminal.blocks import Line


def now() -> int:
    """The moment, in ms since 1970 (UTC)."""
    return int(time() * 1000)


class ProgressRecorder:
    """A recorder that writes into a progress file. What the disk refuses is tried again with the next change.

    The first round of a quiz or exam is kept as a session that can go on; `begun` is one that does.
    """

    def __init__(
        self, bank: Bank, database: Database, mode: Mode, clock: Clock, begun: SavedSession | None = None
    ) -> None:
        self._bank, self._database, self._clock = bank, database, clock
        self.mode: Mode = mode
        self.store = store_of(database)
        self.settings: dict[str, float] = {}
        self._session = begun.id if begun else None
        self._kept: list[list[Answer]] = [[answer] for answer in self.store.answers_in(begun.id)] if begun else []
        self._rounds = 0
        self._shown = 0
        self._before: Memory | None = None
        self._undone: list[Callable[[], None]] = []

    @property
    def can_go_on(self) -> bool:
        """Whether a first round that is broken off can go on another time: something of it was answered and kept."""
        return self._session is not None and bool(self._kept) and not self.unsaved

    @property
    def unsaved(self) -> int:
        """How many changes are not on disk."""
        return len(self._undone)

    def begin(self, session: Session) -> None:
        """Note down the first round of a quiz or exam; later rounds are practice."""
        self._rounds += 1
        answered = {result.question.first_id for result in session.results}
        self._kept = [entry for entry in self._kept if entry[0].question in answered]
        if self._rounds > 1:
            self._session, self.mode, self._kept = None, "practice", []
        elif self._session is None and self.mode in ("quiz", "exam"):
            self._try(lambda: self._begin(session))

    def _begin(self, session: Session) -> None:
        questions = tuple(question.first_id for question in session.questions)
        place = self._database, self._bank.id, self.mode, session.seed, questions, now()
        self._session = saved_sessions.begin(*place, self.settings)

    def asked(self) -> None:
        """The time of a question begins."""
        self._shown = self._clock.used()

    def changed(self, before: Session, event: Event, after: Session) -> Sequence[Line]:
        """Keep the answer, or what became of it."""
        if after is before or (isinstance(event, Undone) and len(before.results) == len(after.results)):
            return ()
        match event:
            case Answered() | Skipped():
                return self._answered(after)
            case Undone():
                entry = self._kept.pop()
                return self._try(lambda: self.store.remove(entry[0]))
            case Claimed() | Rated():
                return self._changed(after)
            case _:
                return ()

    def flag(self, question: AnyQuestion, note: str) -> Line:
        """Keep a doubt."""
        flag = Flag(self._bank.id, question.first_id, now(), note)
        return (self._try(lambda: add_flag(self._database, flag)) or (Line("The flag is kept.", "note"),))[-1]

    def pause(self) -> AbstractContextManager[None]:
        """The clock stands still."""
        return self._clock.paused()

    def end(self, finished: bool) -> None:
        """Keep the time spent, and whether nothing is left to go on with."""
        if self._session is None:
            return
        session = self._session
        self._try(lambda: saved_sessions.spend(self._database, session, self._clock.used()))
        if finished:
            self._try(lambda: saved_sessions.end(self._database, session, now()))

    def _answered(self, after: Session) -> Sequence[Line]:
        assert after.last
        duration = self._clock.used() - self._shown
        entry = [answer_to(after.last, self._bank.id, now(), duration, self.mode)]
        self._kept.append(entry)
        if after.review:
            self._try(lambda: self._look_up(entry[0]))
        lines = self._try(lambda: self._save(entry))
        if self._session is not None and not self.unsaved:
            session = self._session
            self._try(lambda: saved_sessions.spend(self._database, session, self._clock.used()))
        return lines

    def _look_up(self, answer: Answer) -> None:
        self._before = self.store.memory(answer.bank, answer.question)

    def _save(self, entry: list[Answer]) -> None:
        entry[0] = self.store.save(entry[0], self._session)

    def _changed(self, after: Session) -> Sequence[Line]:
        assert after.last
        entry = self._kept[-1]
        old = entry[0]
        entry[0] = answer_to(after.last, old.bank, old.at, old.duration, old.mode)
        return self._try(lambda: self.store.change(entry[0]))

    def intervals(self) -> Mapping[Rating, int]:
        """For each rating of the last answer, in how many ms its question would be due."""
        return self.store.schedule.intervals(self._before, self._kept[-1][0].at) if self._kept else {}

    def _try(self, change: Callable[[], None]) -> Sequence[Line]:
        """Make a change, after those that the disk refused before; what to tell when it refuses again."""
        waiting = self.unsaved
        self._undone.append(change)
        try:
            while self._undone:
                self._undone[0]()
                del self._undone[0]
        except HistoryError as error:
            again = "Still not saved" if waiting else "This could not be saved"
            return (Line(f"{again}: {error}. It is tried again with your next answer.", "wrong"),)
        return (Line(f"Saved now, with {waiting} that waited.", "note"),) if waiting else ()
