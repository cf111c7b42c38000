"""What the loop of a quiz plays on: a display, and one who keeps what is done."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted
from sco_quiz.core.review import Rating
from sco_quiz.core.saving import NotSaved, Saved, Saving
from sco_quiz.core.session import Event, Session, step
from sco_quiz.terminal.blocks import Block, Line, Style

Choices = Sequence[tuple[str, str]]
"""What can be said after a verdict: the key, and what it does."""


class OutOfTime(Exception):
    """The time limit is over."""


class Display(Protocol):
    """Where blocks are shown and answers come from. Each `ask_…` may raise EOFError, KeyboardInterrupt, OutOfTime."""

    def show(self, block: Block) -> None:
        """Draw a block."""

    def ask_answer(self, question: AnyQuestion, options: tuple[str, ...]) -> str:
        """An answer as text, or a command's letter."""

    def ask_next(self, choices: Choices) -> str:
        """Wait after a verdict; what was chosen, or nothing."""

    def ask_line(self, prompt: str) -> str:
        """A line of text."""

    def wait(self) -> None:
        """Hide what is shown, until the learner goes on."""


class Recorder(Protocol):
    """Who keeps what the learner does."""

    def begin(self, session: Session) -> None:
        """A round begins."""

    def asked(self) -> None:
        """A question is shown: its time runs."""

    def changed(self, before: Session, event: Event, after: Session) -> Saving | None:
        """Save what an event changed; None if there is nothing to save."""

    def intervals(self) -> Mapping[Rating, int]:
        """For each rating of the last answer, in how many ms its question would be due; empty when nobody knows."""

    def flag(self, question: AnyQuestion, note: str) -> Saving:
        """Save a note about a question."""

    def pause(self) -> AbstractContextManager[None]:
        """Time inside does not count."""

    def end(self, finished: bool) -> None:
        """The round is over; one that is not finished can go on another time."""


class NullRecorder:
    """Keeps nothing."""

    def begin(self, session: Session) -> None:
        """Nothing."""

    def asked(self) -> None:
        """Nothing."""

    def changed(self, before: Session, event: Event, after: Session) -> None:
        """Nothing."""

    def intervals(self) -> Mapping[Rating, int]:
        """Nobody knows."""
        return {}

    def flag(self, question: AnyQuestion, note: str) -> Saving:
        """Say that nothing is saved."""
        return NotSaved("there is no progress file", retry=False)

    def pause(self) -> AbstractContextManager[None]:
        """Nothing."""
        return nullcontext()

    def end(self, finished: bool) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Stage:
    """All that the loop needs besides the session."""

    bank: Bank
    display: Display
    recorder: Recorder

    def say(self, text: str, style: Style = "note") -> None:
        """Show one line."""
        self.display.show(Block("", (Line(text, style),)))

    def move(self, session: Session, event: Event) -> Session:
        """The state after an event, which is kept before anything of it is shown."""
        after = step(session, event)
        saving = self.recorder.changed(session, event, after)
        if saving:
            self.say_saving(saving)
        return after

    def say_saving(self, saving: Saving) -> None:
        """Show that a change was not saved, or that delayed ones were."""
        match saving:
            case NotSaved(reason, waiting, retry):
                hint = " It is tried again with your next answer." if retry else ""
                self.say(f"{'Still not' if waiting else 'Not'} saved: {reason}.{hint}", "wrong")
            case Saved(delayed) if delayed:
                self.say(f"Saved, including {counted(delayed, 'earlier change')}.")
