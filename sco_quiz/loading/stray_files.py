"""Report files of questions that a bank does not read, and that it has none."""

import re
from collections.abc import Sequence
from pathlib import Path

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.loading.files import BANK_FILE, banks_below, misnamed_files, questions_below
from sco_quiz.loading.hints import slugify


def stray_files(folder: Path, paths: Sequence[Path], is_bank: bool) -> list[Problem]:
    """Report files under a wrong name or in a subfolder, and that there is no file of questions."""
    misnamed = misnamed_files(folder)
    problems = [_misnamed(path) for path in misnamed]
    if is_bank:  # else the folder may be one of banks, or of everything
        problems += map(_below, questions_below(folder))
    named_elsewhere = not is_bank and banks_below(folder)  # the hint there names the banks
    if not paths and not misnamed and not named_elsewhere:
        problems.append(Problem("no-questions", "the folder has no file of questions", Place(str(folder))))
    return problems


def _misnamed(path: Path) -> Problem:
    stem = re.split(r"\.ya?ml|\.txt$", path.name, maxsplit=1, flags=re.IGNORECASE)[0]
    message = "ignored: the file name does not end in .yaml or .yml"
    return Problem("wrong-file-name", message, Place(str(path)), f"rename it to {slugify(stem)}.yaml")


def _below(path: Path) -> Problem:
    hint = f"move it beside {BANK_FILE}; if these are drafts, begin the name of their folder with a dot"
    return Problem(
        "questions-in-subfolder", "ignored: the file is in a subfolder", Place(str(path)), hint, Severity.WARNING
    )
