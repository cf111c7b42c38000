"""How long `check` takes on 10 000 questions, compared with libyaml's compose and Pydantic alone on the same files.

Run by `python -m tests.bench.check [SIZE…]`; it prints figures and asserts nothing about time.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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
from tests.bench.measure import Row, in_turn
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


def checked(folder: Path, cache: Path | None = None) -> Report:
    return check_paths([folder], cache=cache)


def change(folder: Path) -> None:
    """Change a question of a bank, each time in another way."""
    path = topic_files(folder)[0]
    text = path.read_text(encoding="utf-8")
    start, field, rest = text.partition("\n    difficulty: ")
    path.write_text(f"{start}{field}{int(rest[0]) % 5 + 1}{rest[1:]}", encoding="utf-8")


def loaded(folder: Path) -> object:
    from sco_quiz.loading.load import read_bank

    return read_bank(folder)


def apart(work: Callable[..., object], *paths: Path) -> tuple[float, float]:
    """Return the seconds and the megabytes (Linux) of work in a process of its own, which knows no words yet."""
    code = (
        "import resource, sys; from functools import partial; from pathlib import Path;"
        f"from tests.bench.check import {work.__name__} as work; from tests.bench.measure import here;"
        "seconds = here(partial(work, *map(Path, sys.argv[1:])))();"
        "print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, *paths], capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


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
        cache = Path(temporary) / "cache"

        def first() -> float:
            shutil.rmtree(cache, ignore_errors=True)
            return apart(checked, small, cache)[0]

        def later() -> float:
            change(small)
            return apart(checked, small, cache)[0]

        def same() -> float:
            return apart(checked, small, cache)[0]

        base, whole, again, unchanged = in_turn(lambda: apart(floor, small)[0], first, later, same)
        beside = "libyaml's compose and Pydantic"
        yield Row(f"check, {size} questions, first time", whole, base, 1.6, beside)
        yield Row(f"check, {size} questions, one changed since", again, base, 1.6, beside)
        yield Row(f"check, {size} questions, nothing changed since", unchanged, base, 1, beside)
        five, megabytes = apart(checked, large, cache)
        memory = f"{megabytes:.0f} MB at most"
        yield Row(f"check, {5 * size} questions", five, 5 * whole, 1.2, f"five times {size} questions", peers=memory)


def main() -> None:
    sizes = tuple(sorted(map(int, sys.argv[1:]))) or SIZES
    with tempfile.TemporaryDirectory() as temporary:
        banks = {size: make_bank(Path(temporary) / str(size), size) for size in sizes}
        for size, folder in banks.items():  # first, because a process inherits the peak of the one that started it
            megabytes = apart(checked, folder)[1]
            print(f"{size} questions: {megabytes:.0f} MB at most, {1024 * megabytes / size:.1f} KB each")
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
