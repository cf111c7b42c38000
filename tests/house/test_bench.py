"""The benchmarks can be started."""

from importlib import import_module

import pytest

from tests.conftest import ROOT

BENCHMARKS = sorted(path.stem for path in (ROOT / "tests" / "bench").glob("*.py") if path.stem != "__init__")


def test_there_are_benchmarks() -> None:
    assert len(BENCHMARKS) >= 4


@pytest.mark.parametrize("name", BENCHMARKS)
def test_its_names_are_there(name: str) -> None:
    assert callable(import_module(f"tests.bench.{name}").main)
