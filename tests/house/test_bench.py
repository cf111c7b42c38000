"""The benchmarks can be started."""

from importlib import import_module

import pytest

from tests.bench.__main__ import line, modules
from tests.bench.measure import Row
from tests.conftest import ROOT

HELPERS = {"__init__", "measure", "large_bank"}
BENCHMARKS = sorted({path.stem for path in (ROOT / "tests" / "bench").glob("*.py")} - HELPERS)


def test_there_are_benchmarks() -> None:
    assert len(BENCHMARKS) >= 4


@pytest.mark.parametrize("name", BENCHMARKS)
def test_its_names_are_there(name: str) -> None:
    assert callable(import_module(f"tests.bench.{name}").main)


def test_the_table_has_all_goals() -> None:
    assert {"check", "commands", "deck", "history", "memory", "start", "suite"} <= set(modules())


def test_a_line_of_the_table() -> None:
    assert line(Row("a command", 3.0, 2.0, 1.25, "the floor", peers="another 9 s")).split() == (
        ["a", "command", "3", "s", "2", "s", "1.50", "1.25", "NO", "the", "floor;", "another", "9", "s"]
    )
    assert " yes " in line(Row("a command", 2.4, 2.0, 1.25, "the floor"))
