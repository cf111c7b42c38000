"""How long `check` takes on 10 000 questions, compared with libyaml's compose and Pydantic alone on the same files.

Run by `python -m tests.bench.check [SIZE…]`; it prints figures and asserts nothing about time.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import yaml

from sco_quiz.app.check import check_paths
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.report import Report
from sco_quiz.core.selection import Filter, select
from sco_quiz.loading.files import topic_files
from sco_quiz.loading.load import load_bank
from tests.bench.large_bank import SHIPPED, make_bank
from tests.bench.measure import Row, here, in_turn
from tests.conftest import ROOT

SIZES = (2_500, 5_000, 10_000)
ROUNDS = 3


def floor(folder: Path) -> int:
    """Compose each file by libyaml and validate each question by Pydantic; return the number of questions."""
    count = 0
    for path in topic_files(folder):
        with path.open(encoding="utf-8") as file:
            root = yaml.compose(file.read(), Loader=yaml.CSafeLoader)
        for question in plain(root)["questions"]:
            KINDS[question["type"]].model_validate(question)
            count += 1
    return count


def plain(node: Any) -> Any:
    """Convert a composed node to strings, lists and dicts."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return {key.value: plain(value) for key, value in node.value}


def timed(work: Any, folder: Path) -> tuple[float, Any]:
    began = time.perf_counter()
    result = work(folder)
    return time.perf_counter() - began, result


def checked(folder: Path) -> Report:
    return check_paths([folder])


def loaded(folder: Path) -> object:
    from sco_quiz.loading.load import read_bank

    return read_bank(folder)


def peak(folder: Path) -> int:
    """Return the largest resident size, in kilobytes (Linux), of a process that checks the bank."""
    code = (
        "import resource, sys; from pathlib import Path; from tests.bench.check import checked;"
        "checked(Path(sys.argv[1])); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return int(done.stdout)


def enemies(folder: Path) -> str:
    """Return how long the enemies of a bank take: for the first session, and for all pairs."""
    bank = load_bank(folder)
    session, _ = timed(lambda _: select(bank, Filter(), 10, Random(1)), folder)
    rest, clues = timed(lambda _: bank.enemies.clues, folder)
    return f"enemies: a session {1000 * session:.0f} ms, the whole bank {1000 * rest:.0f} ms, {len(clues)} clues"


def rows(size: int) -> Iterator[Row]:
    """Yield `check` beside its floor, and a bank of five times the size beside five times the smaller one."""
    with tempfile.TemporaryDirectory() as temporary:
        small, large = (make_bank(Path(temporary) / str(count), count) for count in (size, 5 * size))
        base, whole = in_turn(here(partial(floor, small)), here(partial(checked, small)))
        yield Row(f"check, {size} questions", whole, base, 1.6, "libyaml's compose and Pydantic")
        (five,) = in_turn(here(partial(checked, large)), rounds=1)
        yield Row(f"check, {5 * size} questions", five, 5 * whole, 1.2, f"five times {size} questions")


def main() -> None:
    sizes = tuple(sorted(map(int, sys.argv[1:]))) or SIZES
    with tempfile.TemporaryDirectory() as temporary:
        banks = {size: make_bank(Path(temporary) / str(size), size) for size in sizes}
        for size, folder in banks.items():  # first, because a process inherits the peak of the one that started it
            kilobytes = peak(folder)
            print(f"{size} questions: {kilobytes / 1024:.0f} MB at most, {kilobytes / size:.1f} KB each")
        largest = banks[sizes[-1]]
        for _ in range(ROUNDS):  # side by side, since a machine's speed changes from minute to minute
            base, count = timed(floor, largest)
            reading, _ = timed(loaded, largest)
            whole, report = timed(checked, largest)
            assert count == sizes[-1] == report.questions
            print(
                f"{count} questions: floor {base:.2f} s, loading {reading:.2f} s ({reading / base:.2f}x), "
                f"check {whole:.2f} s ({whole / base:.2f}x), {len(report.problems)} problems"
            )
        print(f"bundled bank: {enemies(SHIPPED)}")
        for size, folder in banks.items():
            print(f"{size} questions: check {timed(checked, folder)[0]:.2f} s; {enemies(folder)}")


if __name__ == "__main__":
    main()
