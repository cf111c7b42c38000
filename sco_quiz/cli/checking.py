"""From paths and choices to a report: loading and rules together."""

import gc
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sco_quiz.cli.pages import FROM_ALLOW, all_pages
from sco_quiz.core.names import BANK_VARIABLE
from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem, Severity, in_order
from sco_quiz.core.report import Report
from sco_quiz.lint.engine import lint
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.files import bank_folder, shipped_bank
from sco_quiz.loading.load import Loaded, read_bank


def check_paths(paths: Iterable[Path], select: Collection[str] = (), ignore: Collection[str] = ()) -> Report:
    """Check banks and files. `select` and `ignore` choose among warnings and advice: errors are always told.

    A file that lies in a bank is checked with the rest of it, and the report is cut to the files asked for.
    """
    with _without_collector():
        return _check(paths, select, ignore)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the collector of circular garbage from walking trees that hold no circle: a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check(paths: Iterable[Path], select: Collection[str], ignore: Collection[str]) -> Report:
    wanted: dict[Path, set[str]] = {}
    for path in paths:
        wanted.setdefault(bank_folder(path) or path, set()).add(str(path))
    problems: list[Problem] = []
    questions = 0
    for root, files in wanted.items():
        loaded = read_bank(root)
        found = [*loaded.problems, *_findings(loaded, select, ignore)]
        whole = str(root) in files
        problems += [problem for problem in found if whole or problem.place.file in files]
        questions += loaded.count_in(root) if whole else sum(loaded.count_in(Path(file)) for file in files)
    kept = [problem for problem in problems if _is_kept(problem, select, ignore)]
    return Report(in_order(kept), questions, all_pages())


def _findings(loaded: Loaded, select: Collection[str], ignore: Collection[str]) -> list[Problem]:
    def place_of(question_id: str, at: KeyPath) -> Place:
        return loaded.place_of(question_id, *at)

    every = not select or not FROM_ALLOW.keys().isdisjoint(select)  # an allowance is unused when its rule is silent
    rules = [rule for rule in RULES.values() if (every or rule.name in select) and rule.name not in ignore]
    return lint(loaded.bank, place_of, rules, complete=not loaded.errors, today=date.today())


def _is_kept(problem: Problem, select: Collection[str], ignore: Collection[str]) -> bool:
    if problem.severity is Severity.ERROR:
        return True
    return (not select or problem.name in select) and problem.name not in ignore


def default_paths() -> tuple[Path, ...]:
    """The bank that the environment names, else the one that comes along."""
    named = os.environ.get(BANK_VARIABLE)
    return (Path(named) if named else shipped_bank(),)
