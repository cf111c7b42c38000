"""Read keys and lines from a terminal; no key is lost, however fast they come."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic

from sco_quiz.terminal.interrupts import interruptible
from sco_quiz.terminal.keys import ENTER

REST = 0.4
"""For how many seconds keys are ignored after a verdict was drawn: a key that bounced must not dismiss or rate it."""

Clock = Callable[[], float]
clock: Clock = monotonic
"""The seconds of a clock that nobody sets."""

if sys.platform == "win32":
    import msvcrt
    from time import sleep

    from click import getchar as _getchar

    @contextmanager
    def single_keys() -> Iterator[None]:
        """Do nothing: a Windows console needs no other mode."""
        yield

    def read_key(seconds: float) -> str:
        """Return one key; "" when none was pressed within that many seconds.

        Raises EOFError at the end of input, KeyboardInterrupt on Ctrl-C.
        """
        end = monotonic() + seconds
        with interruptible():
            while not msvcrt.kbhit():
                if monotonic() > end:
                    return ""
                sleep(0.02)
            return _getchar()

    @contextmanager
    def bracketed_paste() -> Iterator[None]:
        """Do nothing: a Windows console marks no paste."""
        yield

else:
    import os
    import termios
    import tty
    from select import select

    ESCAPE = "\x1b"

    @contextmanager
    def single_keys() -> Iterator[None]:
        """Have the terminal pass on each key and echo none; restore its mode at the end.

        Not after each key: one that comes in between would be echoed, and Backspace would be lost.
        """
        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        tty.setcbreak(terminal, termios.TCSADRAIN)
        try:
            yield
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)

    def read_key(seconds: float) -> str:
        """Return one key, an arrow or function key as its whole escape sequence; "" when none was pressed in time.

        Only within `single_keys`. Raises EOFError at the end of input (Ctrl-D too), KeyboardInterrupt on Ctrl-C.
        """
        terminal = sys.stdin.fileno()
        # for every key: a shell sets its own mode when it suspends the program; the default mode of setcbreak would
        # discard what was typed ahead
        tty.setcbreak(terminal, termios.TCSADRAIN)
        with interruptible():
            if not select([terminal], [], [], seconds)[0]:
                return ""
            key = _character(terminal)
            return _sequence(terminal) if key == ESCAPE else key

    @contextmanager
    def bracketed_paste() -> Iterator[None]:
        """Have the terminal mark what is pasted, so that a line feed in it does not answer."""
        sys.stdout.write("\x1b[?2004h")
        sys.stdout.flush()
        try:
            yield
        finally:
            sys.stdout.write("\x1b[?2004l")
            sys.stdout.flush()

    def _sequence(terminal: int) -> str:
        """Return the sequence that an escape begins (ECMA-48, section 5.4), without the key that follows."""
        key = ESCAPE
        while select([terminal], [], [], 0.05)[0]:  # after the Escape key alone, nothing follows
            key += _character(terminal)
            begins = key in (ESCAPE + "[", ESCAPE + "O", ESCAPE + "[[")  # the last one comes from the Linux console
            if not begins and (len(key) == 2 or "@" <= key[-1] <= "~"):
                break
        return key

    def _character(terminal: int) -> str:
        data = os.read(terminal, 1)
        # Ctrl-D, or the 0 that Linux keeps for a Ctrl-D pressed between two questions, while lines were read
        if not data or data[0] in (0, 4):
            raise EOFError
        lead = data[0]
        for _ in range((lead >= 0xC0) + (lead >= 0xE0) + (lead >= 0xF0)):
            data += os.read(terminal, 1)
        return data.decode("utf-8", "replace")


class Rest:
    """A short time in which keys are ignored; a key that is held down extends it."""

    def __init__(self, held: str, clock: Clock = clock) -> None:
        self._held, self._clock = held, clock
        self._until = clock() + REST

    @property
    def left(self) -> float:
        """How many seconds it still lasts."""
        return self._until - self._clock()

    def repeats(self, key: str) -> bool:
        """Return whether this key comes from one that was pressed twice or is held down; "" means that none was."""
        repeated = bool(key) and self.left > 0 and (key == self._held or {key, self._held} <= ENTER)
        if repeated:
            self._until = self._clock() + REST
        return repeated


def read_line(prompt: str) -> str:
    """Return a line, edited with the usual keys. Raises EOFError at the end of input, KeyboardInterrupt on Ctrl-C.

    No control codes are written that a screen reader may spell.
    """
    _set_editing()
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        print()
        raise


def _set_editing() -> None:
    """Configure readline; a Windows console edits lines by itself."""
    if sys.platform != "win32":
        with suppress(ImportError):
            import readline

            for setting in ("disable-completion on", "bell-style none", "enable-bracketed-paste off"):
                readline.parse_and_bind(f"set {setting}")
            # what Linux keeps of a Ctrl-D pressed before the line is asked for
            readline.parse_and_bind(r'"\C-@": "\C-d"')
