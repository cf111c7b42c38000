"""How long the README's second command takes, from a virtual environment that is there: `python -m tests.bench.suite`.

It is the time of a clock, in which other programs count, too.
"""

import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.measure import Row
from tests.conftest import ROOT

LONGEST = 240


def rows(_: int) -> Iterator[Row]:
    """Yield the tests beside the longest time that is good enough."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pytest", "-q"], cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    seconds = time.perf_counter() - began
    yield Row("the tests of README.md, by the clock", seconds, LONGEST, 1, "the longest that is good enough")


def main() -> None:
    """Print the figure."""
    for row in rows(0):
        print(f"{row.what}: {row.today:.0f} s of {row.floor} s")


if __name__ == "__main__":
    main()
