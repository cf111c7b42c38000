"""Run a command as a guide prints it."""

import shlex
from pathlib import Path

from tests.command import sco_quiz


def run(line: str, folder: Path) -> None:
    """Run a command in a folder: it must succeed, and write the files that it names."""
    program, *arguments = shlex.split(line)
    assert program == "sco-quiz"
    done = sco_quiz(*arguments, cwd=folder)
    assert done.returncode == 0, (line, done.stdout, done.stderr)
    if "-o" in arguments:
        # several files have the name with a letter behind it
        written = [*folder.glob(f"{Path(arguments[arguments.index('-o') + 1]).stem}*")]
        assert written, line
        assert all(file.stat().st_size > 20 for file in written), line
