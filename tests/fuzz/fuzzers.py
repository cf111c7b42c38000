"""The fuzzers of this folder, by name."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple


class Fuzzer(NamedTuple):
    """Random cases of one kind: `run` makes and tries the case of a seed, and raises when an invariant breaks.

    One that is `timed` measures how long cases take, and is no test.
    """

    name: str
    run: Callable[[int], None]
    full: int
    timed: bool = False


def fuzzers() -> dict[str, Fuzzer]:
    """Import and return all fuzzers by their names."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py") if not path.stem.startswith("test_"))
    modules = [import_module(f"tests.fuzz.{name}") for name in names]
    found = [
        Fuzzer(module.NAME, module.run, getattr(module, "FULL", 500), getattr(module, "TIMED", False))
        for module in modules
        if hasattr(module, "NAME")
    ]
    return {fuzzer.name: fuzzer for fuzzer in found}
