"""How banks are named to a reader, and how paths stand in a command to be typed."""

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.core.constants import BANK_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_quiz.core.bank import Bank
    from sco_quiz.core.errors import SelectionError

COMES_ALONG = "the bank that comes along"


def quoted(word: str | Path) -> str:
    """A word of a command as it must be typed: in quotes when it holds blanks or signs of the shell."""
    text = str(word)
    if os.name != "nt":
        return shlex.quote(text)
    return f'"{text}"' if not text or set(text) & set(" &|<>^()%!;,'`$@") else text


def bank_option_for(path: Path | None) -> str:
    """What a printed command needs so that it reads the same bank: a blank and `--bank PATH`, or nothing."""
    return f" --bank {quoted(path)}" if path else ""


def named(bank: "Bank", path: Path | None) -> str:
    """The bank that was read, in words."""
    return str(path) if path else f"{bank.id}, {COMES_ALONG}"


def missing_bank(path: str) -> str:
    """That the environment names a bank that is not there."""
    return f"{BANK_VARIABLE} names `{path}`, which does not exist; it is looked up from {Path.cwd()}"


def demand_questions(paths: "Iterable[Path]") -> None:
    """Raise UsageError for a file that cannot be one of questions."""
    from sco_quiz.loading.files import SUFFIXES

    for path in paths:
        if path.is_file() and path.suffix.lower() not in SUFFIXES:
            raise click.UsageError(f"{path} is not a file of questions: its name does not end in .yaml.")


def copy_here() -> str:
    """A sentence on the folder `questions` of a checkout, where it is not the bank that comes along; or nothing."""
    from sco_quiz.loading.files import BANK_FILE, shipped_bank

    here, shipped = Path("questions") / BANK_FILE, shipped_bank() / BANK_FILE
    if not here.is_file() or (shipped.is_file() and here.samefile(shipped)):
        return ""
    same = shipped.is_file() and here.read_bytes() == shipped.read_bytes()
    return f"the folder `questions` here is another {'copy of this bank' if same else 'bank'}: add `--bank questions`"


def unknown_question(bank: "Bank", question_id: str, path: Path | None) -> "SelectionError":
    """That no question has the id: in which bank, what was probably meant, and how to name another bank."""
    from difflib import get_close_matches

    from sco_quiz.core.errors import SelectionError

    close = get_close_matches(question_id, [question.id for question in bank.questions], 1)
    hint = f"did you mean `{close[0]}`?" if close else f"`sco-quiz list{bank_option_for(path)}` lists them all."
    if path is None:
        more = copy_here() or "name yours with `--bank`"
        hint += f" {more[0].upper()}{more[1:]}."
    return SelectionError(f"no question has the id `{question_id}` in {named(bank, path)}; {hint}")
