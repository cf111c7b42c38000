"""Every goal of speed and memory in one table: `python -m tests.bench [--size QUESTIONS] [NAME…]`.

A module of this folder that takes part offers `rows(size)`, which yields a `Row` as soon as it is measured; `size` is
the number of questions of a large bank (10 000 unless given). NAME chooses modules. Nothing fails when a goal is
missed: the table says so.
"""

import argparse
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.bench.measure import Row

SIZE = 10_000
COLUMNS = f"{'what':<52} {'today':>9} {'floor':>9} {'ratio':>6} {'goal':>5}       floor; peers"


def modules() -> list[str]:
    """Return the names of the modules that have rows."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("__"))
    return [name for name in names if hasattr(import_module(f"tests.bench.{name}"), "rows")]


def line(row: Row) -> str:
    """Return a line of the table."""
    met = "yes" if row.ratio <= row.goal else "NO"
    figures = " ".join(f"{value:>6.3g} {row.unit:<2}" for value in (row.today, row.floor))
    notes = "; ".join(filter(None, (row.beside, row.peers)))
    return f"{row.what:<52} {figures} {row.ratio:>6.2f} {row.goal:>5.4g} {met:<4}  {notes}"


def measured(names: list[str], size: int) -> Iterator[Row]:
    for name in names:
        yield from import_module(f"tests.bench.{name}").rows(size)


def main() -> None:
    """Print the table, line by line."""
    parser = argparse.ArgumentParser(description="Measure speed and memory beside floors of the same minute.")
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], *modules()], default=[])
    parser.add_argument("--size", type=int, default=SIZE, help="number of questions of the large bank")
    arguments = parser.parse_args()
    print(COLUMNS)
    for row in measured(arguments.names or modules(), arguments.size):
        print(line(row), flush=True)


if __name__ == "__main__":
    main()
