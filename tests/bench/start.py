"""How long the program takes to start: `python -m tests.bench.start [SIZE]`.

The first question is compared with a script that imports what it needs, validates the same questions and prints one.
Its bank is either remembered from the run before, or read from its files.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

from tests.bench.large_bank import make_bank
from tests.bench.measure import Row, in_turn, ours, run
from tests.conftest import ROOT

ROUNDS = 7
SIZE = 10_000
LONGEST = 0.4
FLOOR = """
import sys
from pathlib import Path
from typing import Any
import click, yaml
from pydantic import BaseModel, ConfigDict

class Asked(BaseModel):
    model_config = ConfigDict(extra="allow")
    id: str
    type: str
    prompt: str
    explanation: str = ""
    source: Any = ()
    level: str

files = [path for path in sorted(Path(sys.argv[1]).glob("*.yaml")) if path.name not in ("bank.yaml", "source.yaml")]
read = [yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader).get("questions") or [] for path in files]
questions = [Asked.model_validate(question) for listed in read for question in listed]
click.echo(questions[0].prompt)
"""


def script(code: str, *arguments: str | Path) -> Callable[[], float]:
    """Return the work of running a script; it returns processor seconds."""
    return lambda: run([sys.executable, "-c", code, *arguments])[0]


def within(variables: Mapping[str, str], work: Callable[[], float]) -> Callable[[], float]:
    """Return work that is done with some environment variables."""

    def done() -> float:
        with patch.dict(os.environ, variables):
            # modules are compiled once, as where the program is installed
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            return work()

    return done


def rows(size: int) -> Iterator[Row]:
    """Yield the list of commands and the first question beside their floors."""
    with tempfile.TemporaryDirectory() as temporary:
        many = make_bank(Path(temporary) / "bank", size)
        quiz = ("quiz", "--progress", Path(temporary) / "progress.sqlite")
        remembered = {"SCO_QUIZ_CACHE": f"{temporary}/cache"}
        works = script("import click"), ours("--help"), script(FLOOR, ROOT / "questions"), ours(*quiz)
        click, commands, floor, cold = in_turn(
            *(within({"SCO_QUIZ_CACHE": "off"}, work) for work in works), rounds=ROUNDS
        )
        warm, large = in_turn(
            within(remembered, ours(*quiz)), within(remembered, ours(*quiz, "--bank", many)), rounds=ROUNDS
        )
    yield Row("--help", commands, click, 1.3, "import click")
    beside = "click, yaml, pydantic; the same questions"
    yield Row("first question, bank remembered", warm, floor, 1.2, beside)
    yield Row("first question, bank read", cold, floor, 1.2, beside)
    yield Row(f"first of {size} questions, bank remembered", large, LONGEST, 1, "the longest that is good enough")


def main() -> None:
    """Print the figures of one size."""
    for row in rows(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE):
        print(f"{row.what}: {row.today:.3f} s, {row.beside} {row.floor:.3f} s ({row.ratio:.2f}x)", flush=True)


if __name__ == "__main__":
    main()
