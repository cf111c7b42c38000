"""The standard streams: they may be closed or full, and their encoding may lack characters."""

import os
import sys
from contextlib import suppress
from typing import TextIO


def prepare_streams() -> None:
    """Let no stream fail on a character, and none be missing; standard output that is closed fails when it is used."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            stream = _instead_of(number)
            setattr(sys, name, stream)
        if hasattr(stream, "reconfigure"):  # tests and notebooks replace the streams
            stream.reconfigure(errors="replace")  # `?`, or U+FFFD in input


def _instead_of(number: int) -> TextIO:
    """Return a stream with the number of one that is closed, else the next file would get it, and what is printed."""
    # what is only readable cannot be written, as what is closed; messages for nobody are lost
    descriptor = os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)
    return os.fdopen(descriptor, "w" if number else "r", encoding="utf-8", closefd=False)


def output_error() -> OSError | None:
    """Write what standard output still holds; return why that is impossible. Nothing if its reader has left."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return None
    except OSError as error:
        return error
    return None


def abandon_streams() -> None:
    """Drop what cannot be written, as Python would try again at the end, and report that with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
