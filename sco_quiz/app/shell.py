"""Words of a command as they must be typed."""

import os
import shlex
from pathlib import Path


def quoted(word: str | Path) -> str:
    """Return a word of a command as it must be typed: in quotes if it has spaces or special characters."""
    text = str(word)
    if os.name != "nt":
        return shlex.quote(text)
    # Double quotes work in both cmd and PowerShell; single quotes do not.
    return f'"{text}"' if not text or set(text) & set(" &|<>^()%!;,'`$@") else text


def bank_option_for(path: Path | None) -> str:
    """Return what a printed command needs to read the same bank: ` --bank PATH`, or nothing."""
    return f" --bank {quoted(path)}" if path else ""
