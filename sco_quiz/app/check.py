"""From a bank or paths to a report: loading and rules together."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sco_quiz.app.outcome import Outcome, recall_outcome
from sco_quiz.app.remembered_findings import RememberedFindings
from sco_quiz.app.rule_pages import FROM_ALLOW, all_pages, page_of
from sco_quiz.core.bank import Bank
from sco_quiz.core.collector import without_collector
from sco_quiz.core.place import KeyPath, Place
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem, Severity, in_files, in_order
from sco_quiz.core.report import Report
from sco_quiz.disk.reading import is_file
from sco_quiz.lint.engine import PlaceOf, lint
from sco_quiz.lint.rule import Rule
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE, SUMMARIES_FILE, whole_bank
from sco_quiz.loading.load import LoadedBank, read_bank
from sco_quiz.loading.recall.sound_files import SoundFiles

Names = Collection[str]


def check(bank: Bank | str | Path, select: Names = (), ignore: Names = ()) -> Report:
    """Check a bank: a folder, a file of questions, or a Bank in memory.

    Of a path, every problem is reported at its line and column. Of a Bank in memory, whose values are valid, only
    rules report, and the file of a place names question and field. `select` and `ignore` name rules; errors are
    always reported. Raises SelectionError for an unknown name.
    """
    for name in (*select, *ignore):
        page_of(name)
    if not isinstance(bank, Bank):
        return check_paths((Path(bank),), select, ignore)
    found = lint(bank, _address, _chosen(select, ignore), today=date.today())
    return Report(_selected(found, select, ignore), len(bank.questions), all_pages())


def check_paths(paths: Iterable[Path], select: Names = (), ignore: Names = (), cache: Path | None = None) -> Report:
    """Check banks and files. `select` and `ignore` choose among warnings and suggestions: errors are always reported.

    A file inside a bank is checked with the rest of the bank; the report is then cut to the files in `paths`. What is
    found in a bank, and in its single questions, is remembered in the folder `cache`.
    """
    # walking trees of YAML nodes again and again takes a third of the time
    with without_collector():
        return _check_paths(tuple(paths), select, ignore, cache)


class _Checked(NamedTuple):
    """What was found in a bank, or in some of its files, and how many valid questions are there."""

    outcome: Outcome
    problems: tuple[Problem, ...]
    questions: int


def _check_paths(paths: tuple[Path, ...], select: Names, ignore: Names, cache: Path | None) -> Report:
    wanted: dict[Path, set[Path]] = {}
    for path in paths:
        wanted.setdefault(whole_bank(path), set()).add(path)
    checked = [_check_bank(root, asked, _chosen(select, ignore), cache) for root, asked in wanted.items()]
    problems = _selected((problem for bank in checked for problem in bank.problems), select, ignore)
    report = Report(problems, sum(bank.questions for bank in checked), all_pages())
    if len(checked) != 1:
        return report
    (bank,) = checked
    instead = _checked_instead(paths[0], bank.outcome) if len(paths) == 1 else ""
    return replace(report, unread=_unread(problems, bank.outcome), instead=instead)


def _check_bank(root: Path, asked: Collection[Path], rules: Sequence[Rule], cache: Path | None) -> _Checked:
    def find() -> Outcome:
        return _outcome(root, rules, cache)

    # what is remembered is what all rules find
    all_rules = len(rules) == len(RULES)
    outcome = recall_outcome(root, cache, date.today(), find) if cache and all_rules else find()
    if root in asked:
        return _Checked(outcome, outcome.problems, outcome.count_in(root))
    problems = in_files(outcome.problems, {str(path) for path in asked})
    return _Checked(outcome, problems, sum(map(outcome.count_in, asked)))


def _outcome(root: Path, rules: Sequence[Rule], cache: Path | None) -> Outcome:
    # what is remembered of questions, and of places in files, is what all rules find
    cache = cache if all(rule in rules for rule in RULES.values() if rule.check) else None
    sound = SoundFiles(cache, root) if cache else None
    loaded = read_bank(root, sound)
    problems = (*loaded.problems, *_run_rules(root, loaded, rules, cache))
    if sound:
        sound.keep()
    source = loaded.bank.source
    return Outcome(problems, dict(loaded.counts), len(source.paragraphs) if source else 0)


def _unread(problems: Iterable[Problem], outcome: Outcome) -> tuple[str, ...]:
    """Return the question files with errors that left no usable question."""
    files = dict.fromkeys(problem.place.file for problem in problems if problem.severity is Severity.ERROR)
    records = (BANK_FILE, SOURCE_FILE, SUMMARIES_FILE)
    paths = [path for path in map(Path, files) if is_file(path) and path.name not in records]
    return tuple(str(path) for path in paths if not outcome.count_in(path))


def _checked_instead(path: Path, outcome: Outcome) -> str:
    """Return what was checked if the file is not one of questions: bank.yaml or source.yaml."""
    if whole_bank(path) == path:
        return ""
    if path.name == BANK_FILE:
        return f"{path}:"
    if path.name in (SOURCE_FILE, SUMMARIES_FILE):
        return f"{path}: {counted(outcome.paragraphs, 'paragraph')},"
    return ""


def _chosen(select: Names, ignore: Names) -> Sequence[Rule]:
    # Only a rule that ran can tell whether it is allowed in vain, so `unused-allow` needs all of them.
    every = not select or not FROM_ALLOW.keys().isdisjoint(select)
    return [rule for rule in RULES.values() if (every or rule.name in select) and rule.name not in ignore]


def _run_rules(root: Path, loaded: LoadedBank, rules: Sequence[Rule], cache: Path | None) -> list[Problem]:
    run = partial(lint, place_of=_places(loaded), rules=rules, complete=not loaded.errors, today=date.today())
    if cache is None or not loaded.bank.questions:
        return run(loaded.bank)
    remembered = RememberedFindings(cache, root, loaded.bank.source)
    found = run(loaded.bank, recall=remembered.recall)
    remembered.keep()
    return found


def _places(loaded: LoadedBank) -> PlaceOf:
    return lambda question_id, path, part: loaded.place_of(question_id, *path, part=part)


def _address(question_id: str, path: KeyPath, _: str) -> Place:
    """Return a place for a value in memory: its question and field, such as `most-urgent.distractors[1]`."""
    keys = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return Place(f"{question_id or 'bank'}{keys}")


def _selected(problems: Iterable[Problem], select: Names, ignore: Names) -> tuple[Problem, ...]:
    def wanted(problem: Problem) -> bool:
        if problem.severity is Severity.ERROR:
            return True
        return (not select or problem.name in select) and problem.name not in ignore

    return in_order([problem for problem in problems if wanted(problem)])
