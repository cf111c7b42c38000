"""Keys and lines from a terminal; no key is lost when they come fast."""

import sys
from contextlib import suppress

if sys.platform == "win32":
    import msvcrt
    from time import monotonic, sleep

    from click import getchar as _getchar

    def read_key(seconds: float | None = None) -> str:
        """One key; "" when none came in so many seconds. Raises EOFError at the end of input, KeyboardInterrupt on
        Ctrl-C."""
        end = None if seconds is None else monotonic() + seconds
        while end is not None and not msvcrt.kbhit():
            if monotonic() > end:
                return ""
            sleep(0.02)
        return _getchar()

else:
    import os
    import termios
    import tty
    from select import select

    def read_key(seconds: float | None = None) -> str:
        """One key, an arrow or function key as its whole escape sequence; "" when none came in so many seconds.

        Raises EOFError at the end of input (Ctrl-D too), KeyboardInterrupt on Ctrl-C. What was typed ahead is
        kept, unlike with a reader that flushes the terminal's queue when it changes mode.
        """
        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal, termios.TCSADRAIN)
            if seconds is not None and not select([terminal], [], [], seconds)[0]:
                return ""
            key = _character(terminal)
            while key[0] == "\x1b" and select([terminal], [], [], 0.02)[0]:
                key += _character(terminal)
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
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
    with suppress(ImportError):
        import readline

        for setting in (
            "disable-completion on",
            "bell-style none",
            f"enable-bracketed-paste {'on' if redraw else 'off'}",
        ):
            readline.parse_and_bind(f"set {setting}")
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        print()
        raise
