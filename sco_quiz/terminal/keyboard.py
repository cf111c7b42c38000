"""Keys and lines from a terminal; no key is lost when they come fast."""

import sys
from contextlib import suppress

if sys.platform == "win32":
    import msvcrt
    from time import monotonic, sleep

    from click import getchar as _getchar

    def read_key(seconds: float) -> str:
        """One key; "" when none came in so many seconds. Raises EOFError at the end of input, KeyboardInterrupt on
        Ctrl-C."""
        end = monotonic() + seconds
        while not msvcrt.kbhit():
            if monotonic() > end:
                return ""
            sleep(0.02)
        return _getchar()

else:
    import os
    import termios
    import tty
    from select import select

    ESCAPE = "\x1b"

    def read_key(seconds: float) -> str:
        """One key, an arrow or function key as its whole escape sequence; "" when none came in so many seconds.

        Raises EOFError at the end of input (Ctrl-D too), KeyboardInterrupt on Ctrl-C. What was typed ahead is
        kept, unlike with a reader that flushes the terminal's queue when it changes mode. Whoever suspended the
        program and calls it back has the terminal in the mode of the shell until the next call.
        """
        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal, termios.TCSADRAIN)
            if not select([terminal], [], [], seconds)[0]:
                return ""
            key = _character(terminal)
            return _sequence(terminal) if key == ESCAPE else key
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)

    def _sequence(terminal: int) -> str:
        """The sequence that an escape begins (ECMA-48, section 5.4), and nothing of the key after it."""
        key = ESCAPE
        while select([terminal], [], [], 0.05)[0]:
            key += _character(terminal)
            begins = key in (ESCAPE + "[", ESCAPE + "O", ESCAPE + "[[")  # the last is of Linux's own console
            if not begins and (len(key) == 2 or "@" <= key[-1] <= "~"):
                break
        return key

    def _character(terminal: int) -> str:
        data = os.read(terminal, 1)
        lead = data[0] if data else 4
        if lead == 4:
            raise EOFError
        for _ in range((lead >= 0xC0) + (lead >= 0xE0) + (lead >= 0xF0)):
            data += os.read(terminal, 1)
        return data.decode("utf-8", "replace")


def read_line(prompt: str, redraw: bool = True) -> str:
    """A line, edited with the usual keys. Raises EOFError at the end of input, KeyboardInterrupt on Ctrl-C.

    Without `redraw` nothing but the line and its editing is written: no codes that a screen reader may spell.
    """
    _set_editing(redraw)
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        print()
        raise


def _set_editing(redraw: bool) -> None:
    """Settle how a line is edited; a Windows console edits by itself."""
    if sys.platform != "win32":
        with suppress(ImportError):
            import readline

            paste = "on" if redraw else "off"
            for setting in ("disable-completion on", "bell-style none", f"enable-bracketed-paste {paste}"):
                readline.parse_and_bind(f"set {setting}")
