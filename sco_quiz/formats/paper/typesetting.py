"""Typst in a process of its own: some pictures take it hours, and no Ctrl-C reaches it."""

import json
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("typesetter.py")


class TypesetError(Exception):
    """Typst refuses something; `diagnostic` says where and why."""

    def __init__(self, message: str, diagnostic: str = "") -> None:
        super().__init__(message)
        self.diagnostic = diagnostic


class TooSlowError(TypesetError):
    """Typst takes longer than it may."""


def typeset(template: str, data: object, seconds: float, **options: object) -> bytes:
    """Return the file that Typst, which must be installed, makes of a template and the data that it reads.

    `options` are those of its compiler. Raises TypesetError, and TooSlowError after some seconds.
    """
    from subprocess import DEVNULL, PIPE, TimeoutExpired, run

    asked = json.dumps({"template": template, "options": options}) + "\n" + json.dumps(data)
    # -P: modules beside the program have names of libraries
    command = [sys.executable, "-P", str(PROGRAM)]
    try:
        done = run(command, input=asked.encode(), stdout=PIPE, stderr=DEVNULL, timeout=seconds, check=False)
    except TimeoutExpired as error:
        raise TooSlowError(f"it takes more than {seconds:.0f} seconds") from error
    if done.returncode == 1:
        raise TypesetError(**json.loads(done.stdout))
    if done.returncode:  # it was killed, or had too little memory
        raise TypesetError("Typst has ended early")
    return done.stdout
