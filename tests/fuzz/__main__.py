"""Try cases of a fuzzer: `python -m tests.fuzz NAME NUMBER [--first SEED]`; `all` tries each fuzzer in turn.

A case that breaks an invariant is reported with its seed, and the next one is tried.
"""

import os
import sys
import time
import traceback
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.fuzzers import Fuzzer, fuzzers


def main() -> int:
    """Run the fuzzers that the command line names; return the exit code."""
    known = fuzzers()
    parser = ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("name", choices=["all", *known], metavar="NAME", help=f"all, or one of: {', '.join(known)}")
    parser.add_argument("number", type=int, metavar="NUMBER", help="how many cases to try")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the seed of the first case (default: 0)")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        # never the progress of the person who runs it
        os.environ["SCO_QUIZ_PROGRESS"] = str(Path(folder) / "progress.sqlite")
        names = known if chosen.name == "all" else [chosen.name]
        failed = sum(attempt(known[name], range(chosen.first, chosen.first + chosen.number)) for name in names)
    return 1 if failed else 0


def attempt(fuzzer: Fuzzer, seeds: range) -> int:
    """Try cases; print each cause of a failure once, and the figures; return how many failed."""
    started = time.process_time()
    causes: Counter[str] = Counter()
    for seed in seeds:
        try:
            fuzzer.run(seed)
        except Exception as error:
            cause = _cause(error)
            causes[cause] += 1
            if causes[cause] == 1:
                print(f"--- {fuzzer.name}, seed {seed}", file=sys.stderr)
                traceback.print_exception(error)
    seconds = time.process_time() - started
    print(f"{fuzzer.name}: {len(seeds)} cases, {causes.total()} failed, {seconds:.1f} s of processor time", flush=True)
    for cause, number in causes.most_common():
        print(f"  {number:6} {cause}", flush=True)
    return causes.total()


def _cause(error: Exception) -> str:
    """Name an error by its type and the last lines of the program that it passed."""
    frames = [f"{Path(at.filename).name}:{at.lineno}" for at in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} {' '.join(frames[-3:])}"


if __name__ == "__main__":
    sys.exit(main())
