"""Interfaces of the quiz loop: where it shows and asks, and what records what the learner does."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, Protocol

from sco_quiz.core.bank import Bank
from sco_quiz.core.figures import ONE_POINT
from sco_quiz.core.interaction import Interaction
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted
from sco_quiz.core.review import Rating
from sco_quiz.core.saving import NotSaved, Saved, Saving
from sco_quiz.core.session import Event, Session, step
from sco_quiz.terminal.blocks import Block, Line, Style
from sco_quiz.terminal.status import Status, status_of

Choices = Sequence[tuple[str, str]]
"""What can be entered after a verdict: each key with its effect."""


class OutOfTime(Exception):
    """The time limit is over."""


class Display(Protocol):
    """Shows blocks and reads answers. Each `ask_…` may raise EOFError, KeyboardInterrupt or OutOfTime."""

    def opened(self) -> AbstractContextManager[None]:
        """Return a context in which the terminal is the display's own."""

    def show(self, block: Block) -> None:
        """Show a block; one without a title is a remark on the question."""

    def begin(self, block: Block, status: Status) -> None:
        """Show a question."""

    def update(self, block: Block, status: Status, spoken: Block) -> None:
        """Redraw the question as it is now; where nothing is redrawn, say only what is new."""

    def consult(self, block: Block) -> None:
        """Show a block for reference, until the learner returns to the question."""

    def ask_answer(self, interaction: Interaction, options: tuple[str, ...], typed: str = "") -> str:
        """Return an answer as text, or the letter of a command; what was typed before can be changed."""

    def ask_next(self, choices: Choices, otherwise: str = "next") -> str:
        """Wait, as after a verdict; return what was chosen, or an empty string for what is done `otherwise`."""

    def ask_key(self, prompt: str, keys: str) -> str:
        """Return one of the keys, or an empty string for Enter; where lines are typed, any line."""

    def ask_line(self, prompt: str, keys: str = "") -> str:
        """Return a line of text, or at once one of the keys, where single keys are read."""

    def ask_note(self, prompt: str) -> str:
        """Return a line of text; an empty one after Ctrl-C, which ends nothing but the note."""

    def wait(self) -> None:
        """Hide the screen until the learner continues."""

    def tell(self, text: str) -> None:
        """Show at once what the program does before it continues."""


class Viewer(Protocol):
    """Shows pictures outside of the terminal."""

    def show_picture(self, file: str) -> str:
        """Open a picture, named by its file in the bank; return what became of it as a sentence."""


class Recorder(Protocol):
    """Records what the learner does."""

    def begin(self, session: Session) -> Saving | None:
        """Begin a round; return whether that was saved, if it was to be."""

    def asked(self) -> None:
        """Start the time of a question that was just shown."""

    def changed(self, before: Session, event: Event, after: Session) -> Saving | None:
        """Save what an event changed; None if there is nothing to save."""

    def intervals(self) -> Mapping[Rating, int]:
        """Return for each rating of the last answer when its question would be due, in ms; empty when unknown."""

    def due_today(self) -> int | None:
        """Return how many questions are due today besides those answered here; None if that is unknown."""

    def flag(self, question: AnyQuestion, note: str) -> Saving:
        """Save a note about a question."""

    def pause(self) -> AbstractContextManager[None]:
        """Stop the clock inside the context."""

    def end(self, finished: bool) -> None:
        """End the round; one that is not finished can be resumed."""


class NullRecorder:
    """Records nothing."""

    def begin(self, session: Session) -> None:
        """Do nothing."""

    def asked(self) -> None:
        """Do nothing."""

    def changed(self, before: Session, event: Event, after: Session) -> None:
        """Return that there is nothing to save."""

    def intervals(self) -> Mapping[Rating, int]:
        """Return no intervals."""
        return {}

    def due_today(self) -> None:
        """Return that nothing is known."""

    def flag(self, question: AnyQuestion, note: str) -> Saving:
        """Return that nothing is saved."""
        return NotSaved("there is no progress file", retry=False)

    def pause(self) -> AbstractContextManager[None]:
        """Return an empty context."""
        return nullcontext()

    def end(self, finished: bool) -> None:
        """Do nothing."""


class Stage(NamedTuple):
    """Everything that the loop needs besides the session; `worth` is that of `ExamResult`."""

    bank: Bank
    display: Display
    recorder: Recorder
    worth: Mapping[str, Fraction] = MappingProxyType({})

    def points(self, question: AnyQuestion) -> Fraction | None:
        """Return what a question counts; None where all count one point."""
        return self.worth.get(question.first_id, ONE_POINT) if self.worth else None

    def say(self, text: str, style: Style = "note") -> None:
        """Show one line."""
        self.display.show(Block("", (Line(text, style),)))

    def status(self, session: Session, number: int) -> Status:
        """Return the status of a session at the question with this number."""
        return status_of(session, number, None if session.exam else self.recorder.due_today())

    def move(self, session: Session, event: Event) -> Session:
        """Return the session after an event, which is recorded before anything of it is shown."""
        after = step(session, event)
        # an answer whose verdict was seen must survive a crash
        self.say_saving(self.recorder.changed(session, event, after))
        return after

    def say_saving(self, saving: Saving | None) -> None:
        """Show that a change was not saved, or that delayed ones were."""
        match saving:
            case NotSaved(reason, waiting, retry):
                hint = " It stays in memory, and is tried again with your next answer." if retry else ""
                self.say(f"{'Still not' if waiting else 'Not'} saved: {reason}.{hint}", "wrong")
            case Saved(delayed) if delayed:
                self.say(f"Saved, including {counted(delayed, 'earlier change')}.")
