"""From paths and choices to a report: loading and rules together."""

import gc
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from sco_quiz.cli.bank_names import COMES_ALONG, missing_bank
from sco_quiz.cli.rule_pages import FROM_ALLOW, all_pages
from sco_quiz.core.constants import BANK_VARIABLE
from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.problem import Problem, Severity, in_order
from sco_quiz.core.report import Report
from sco_quiz.lint.engine import lint
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE, bank_folder, shipped_bank
from sco_quiz.loading.load import LoadedBank, read_bank


def check_paths(paths: Iterable[Path], select: Collection[str] = (), ignore: Collection[str] = ()) -> Report:
    """Check banks and files. `select` and `ignore` choose among warnings and suggestions: errors are always reported.

    A file that lies in a bank is checked with the rest of it, and the report is cut to the files asked for. Without
    paths it is the bank that nobody named, and the report says which one that is.
    """
    with _without_collector():
        return _check(tuple(paths), select, ignore)


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


def _check(paths: tuple[Path, ...], select: Collection[str], ignore: Collection[str]) -> Report:
    wanted: dict[Path, set[str]] = {}
    for path in paths or default_paths():
        wanted.setdefault(bank_folder(path) or path, set()).add(str(path))
    problems: list[Problem] = []
    questions, loaded = 0, None
    for root, files in wanted.items():
        loaded = read_bank(root)
        found = [*loaded.problems, *_findings(loaded, select, ignore)]
        whole = str(root) in files
        problems += [problem for problem in found if whole or problem.place.file in files]
        questions += loaded.count_in(root) if whole else sum(loaded.count_in(Path(file)) for file in files)
    kept = in_order([problem for problem in problems if _is_kept(problem, select, ignore)])
    report = Report(kept, questions, all_pages(), _unread(kept, loaded) if len(wanted) == 1 else ())
    if loaded and not paths:
        return replace(report, subject=_unnamed(loaded))
    return replace(report, instead=_record(paths[0], loaded)) if loaded and len(paths) == 1 else report


def _unread(problems: Iterable[Problem], loaded: LoadedBank | None) -> tuple[str, ...]:
    """The files of questions with errors of which no question is left."""
    files = dict.fromkeys(problem.place.file for problem in problems if problem.severity is Severity.ERROR)
    paths = [path for path in map(Path, files) if path.is_file() and path.name not in (BANK_FILE, SOURCE_FILE)]
    return tuple(str(path) for path in paths if loaded and not loaded.count_in(path))


def _unnamed(loaded: LoadedBank) -> str:
    """The bank that was checked though nobody typed its path."""
    variable = os.environ.get(BANK_VARIABLE)
    return f"{variable} ({BANK_VARIABLE})" if variable else f"{loaded.bank.id} ({COMES_ALONG})"


def _record(path: Path, loaded: LoadedBank) -> str:
    """What a file of a bank holds, when that is no question."""
    if bank_folder(path) and path.name == BANK_FILE:
        return f"{path}:"
    if bank_folder(path) and path.name == SOURCE_FILE:
        count = len(loaded.bank.source.paragraphs) if loaded.bank.source else 0
        return f"{path}: {count} paragraph{'s' * (count != 1)},"
    return ""


def _findings(loaded: LoadedBank, select: Collection[str], ignore: Collection[str]) -> list[Problem]:
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
    variable = os.environ.get(BANK_VARIABLE)
    if variable and not Path(variable).exists():
        raise click.UsageError(missing_bank(variable))
    return (Path(variable) if variable else shipped_bank(),)
