"""How much memory the questions of a bank take: `python -m tests.bench.memory [SIZE]` (Linux).

Measured is what a process holds after it has read a large bank with the place of every value, beyond what it held
after it had read the built-in one.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.large_bank import make_bank
from tests.bench.measure import Row
from tests.conftest import ROOT

SIZE = 10_000
MOST = 12  # kB
READING = """
import gc, resource, sys
from pathlib import Path
from sco_quiz.loading.files import shipped_bank
from sco_quiz.loading.load import read_bank

def held():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()

read_bank(shipped_bank())
before = held()
loaded = read_bank(Path(sys.argv[1]))
print((held() - before) / 1000 / len(loaded.bank.questions))
"""


def rows(size: int) -> Iterator[Row]:
    """Yield the memory of a question beside the goal."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_bank(Path(temporary) / "bank", size)
        command = [sys.executable, "-c", READING, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    yield Row(
        f"memory of a question, bank of {size}", float(done.stdout), MOST, 1, "the most that is good enough", "kB"
    )


def main() -> None:
    """Print the figure of one size."""
    for row in rows(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE):
        print(f"{row.what}: {row.today:.1f} kB of {row.floor} kB")


if __name__ == "__main__":
    main()
