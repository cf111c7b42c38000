"""Commands as they must be typed in the shell that started the program."""

import os
import re
import shlex
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "sco-quiz"
_COMMAND = re.compile(f"(?<=[`'])(?:{NAME}|pip)(?= )|(?<=^      ){NAME}(?= )|(?<=^  ){NAME}(?= )", re.MULTILINE)


def quoted(word: "str | Path") -> str:
    """Return a word of a command as it must be typed: in quotes if it has spaces or special characters."""
    text = str(word)
    if os.name != "nt":
        return shlex.quote(text)
    # Double quotes work in both cmd and PowerShell; single quotes do not.
    return f'"{text}"' if not text or set(text) & set(" &|<>^()%!;,'`$@") else text


def bank_option_for(path: "Path | None") -> str:
    """Return what a printed command needs to read the same bank: ` --bank PATH`, or nothing."""
    return f" --bank {quoted(path)}" if path else ""


def in_this_shell(text: str) -> str:
    """Return text in which every command starts as the user started this program, or finds its `pip`.

    A command is in quotes, or in a line of its own, as an example.
    """
    return _COMMAND.sub(lambda found: program() if found[0] == NAME else _pip(), text)


def program() -> str:
    """Return how the user started this program: by name, by path or with `python -m`."""
    started = sys.argv[0]
    folder, name = os.path.split(started)
    if name == "__main__.py" and os.path.basename(folder) == "sco_quiz":
        return f"{quoted(_from_here(sys.orig_argv[0]))} -m sco_quiz"
    if _without_suffix(name) != NAME:  # another program uses this one as a library
        return NAME
    found = shutil.which(NAME)
    return NAME if found and _same_file(found, started) else quoted(_from_here(started))


def _pip() -> str:
    """Return how to start the pip of this environment."""
    found = shutil.which("pip")
    own = os.path.dirname(sys.executable)
    beside = found and os.path.normcase(os.path.dirname(found)) == os.path.normcase(own)
    return "pip" if beside else f"{quoted(_from_here(sys.executable))} -m pip"


def _from_here(path: str) -> str:
    """Return an absolute path below the current folder as a relative one, which is shorter to type."""
    try:
        here = os.path.join(os.getcwd(), "")
    except OSError:  # the current folder was deleted
        return path
    short = path.removeprefix(here)
    # a shell looks for a bare name elsewhere
    return short if os.path.dirname(short) or short == path else os.path.join(os.curdir, short)


def _same_file(one: str, other: str) -> bool:
    return _without_suffix(os.path.realpath(one)) == _without_suffix(os.path.realpath(other))


def _without_suffix(path: str) -> str:
    # The launcher on Windows passes its own path without `.exe`, in any case.
    root, suffix = os.path.splitext(os.path.normcase(path))
    return root if suffix == ".exe" else os.path.normcase(path)
