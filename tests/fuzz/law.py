"""Strange banks that `check` passes: every command takes them, and values are equal from one to another."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.problem import Severity
from sco_quiz.formats import FORMATS
from sco_quiz.lint.engine import lint
from sco_quiz.loading.load import read_bank
from tests.command import Finished, sco_quiz
from tests.fuzz.strange import write_bank

NAME, FULL = "law", 500
BANK = ("--bank", "bank")
TYPED = "1\nt\ns\n\n" * 40
WRITERS = [form.name for form in FORMATS if form.writer]
# what a command may say: a format has few kinds, and files that nobody writes by hand are not changed
REFUSALS = ("no question", "append it by hand", "is on one line", "formatting would change a value")
COMMANDS: list[tuple[str, ...]] = [
    ("list", *BANK),
    ("quiz", "--all", *BANK),
    ("quiz", "--exam", "--all", "--pass-mark", "0", *BANK, "--result", "result.json"),
    ("quiz", "--exam", "--all", "--pass-mark", "0", *BANK, "--result", "result.html"),
    ("review", *BANK),
    ("stats", *BANK),
    ("stats", "--html", "stats.html", *BANK),
    ("flags", *BANK),
    ("diff", "bank", "bank"),
    ("schema", "bank"),
    ("doctor", *BANK),
    ("export", "anki", "-o", "deck.apkg", *BANK),
    ("export", "page", "-o", "page.html", *BANK),
    ("export", "page", "--test", "--no-key", "-o", "page.html", *BANK),
    ("export", "scorm", "-o", "test.zip", *BANK),
    ("export", "paper", "-o", "test.md", *BANK),
    ("export", "paper", "-o", "test.docx", *BANK),
    *(("export", name, "-o", f"out/x.{name}", *BANK) for name in WRITERS),
]


def run(seed: int) -> None:
    """Write a strange bank; if it is valid, try some commands on it."""
    rng = Random(seed)
    with TemporaryDirectory() as name, patch.dict(os.environ, {"SCO_QUIZ_PROGRESS": f"{name}/progress.sqlite"}):
        folder = Path(name)
        values = write_bank(folder / "bank", rng)
        bank = sound(folder / "bank")
        if bank is None:
            return
        for question in bank.questions:
            written = values[question.id]
            if isinstance(written.get("answer"), bool):
                written["answer"] = str(written["answer"]).lower()
            said = KINDS[question.type].model_validate(written)
            assert not (differing := _differing(said, question)), f"{question.id}: {differing}"
        for command in rng.sample(COMMANDS, 3):
            taken(folder, *command)
        rng.choice(LAWS)(folder, bank, rng)


def sound(folder: Path) -> Bank | None:
    """Return a bank in which `check` finds no error; None for any other."""
    loaded = read_bank(folder)
    findings = lint(loaded.bank, lambda question, at, part: loaded.place_of(question, *at, part=part))
    errors = [problem for problem in (*loaded.problems, *findings) if problem.severity is Severity.ERROR]
    return None if errors else loaded.bank


def taken(folder: Path, *command: str, given: str = TYPED) -> Finished:
    """Run a command that must take the bank."""
    done = sco_quiz(*command, given=given, cwd=folder)
    refused = any(words in done.stderr for words in REFUSALS)
    assert done.returncode == 0 or refused, f"{command}: {done.returncode} {done.stdout[-500:]} {done.stderr[-500:]}"
    return done


def _dumped(question: AnyQuestion) -> dict[str, Any]:
    """Return the values of a question as written, without what its file and bank add."""
    said: dict[str, Any] = question.model_dump(exclude={"id", "type", "markup", "strict", "lang"})
    said.pop("setting", None)
    return said


def _differing(question: AnyQuestion, other: AnyQuestion) -> dict[str, tuple[Any, Any]]:
    """Return the fields in which two questions differ."""
    one, two = _dumped(question), _dumped(other)
    return {name: (one[name], two[name]) for name in one if one[name] != two[name]}


def _listed(folder: Path, *options: str) -> Any:
    return json.loads(taken(folder, "list", "--json", *options).stdout)


def _checked(folder: Path, bank: Bank, rng: Random) -> None:
    done = sco_quiz("check", "bank", cwd=folder)
    assert done.returncode in (0, 1)
    assert "error:" not in done.stdout + done.stderr


def _formatted(folder: Path, bank: Bank, rng: Random) -> None:
    before = _listed(folder, *BANK)
    taken(folder, "fmt", "bank")
    assert _listed(folder, *BANK) == before
    taken(folder, "fmt", "bank")  # the key of an explicit `? key` may need a second time
    taken(folder, "fmt", "--check", "bank")


def _shown(folder: Path, bank: Bank, rng: Random) -> None:
    question = rng.choice(bank.questions)
    taken(folder, "show", question.id, *BANK)
    taken(folder, "preview", question.id, *BANK)
    taken(folder, "preview", question.id, "--card", "-o", "card.html", *BANK)


def _renamed(folder: Path, bank: Bank, rng: Random) -> None:
    question = rng.choice(bank.questions)
    if taken(folder, "rename", question.id, "new-name", *BANK).returncode:
        return
    after = sound(folder / "bank")
    assert after
    found = after.find(question.id)
    assert found
    assert (found.id, found.first_id) == ("new-name", question.first_id)
    assert [_dumped(each) for each in after.questions if each.id != "new-name"] == [
        _dumped(each) for each in bank.questions if each.id != question.id
    ]


def _appended(folder: Path, bank: Bank, rng: Random) -> None:
    given = "Why so?\nt\n\n\n\nBecause.\nremember\n\nadded-one\ny\n\n\n"
    taken(folder, "new", bank.topics[0].id, "--kind", "true_false", *BANK, given=given)
    after = sound(folder / "bank")
    assert after
    assert {_text(each) for each in bank.questions} <= {_text(each) for each in after.questions}


def _text(question: AnyQuestion) -> str:
    return repr(_dumped(question))


def _remembered(folder: Path, bank: Bank, rng: Random) -> None:
    taken(folder, "quiz", "--all", *BANK)
    before = taken(folder, "history", "export").stdout
    (folder / "answers.jsonl").write_text(before, "utf-8")
    with patch.dict(os.environ, {"SCO_QUIZ_PROGRESS": str(folder / "other.sqlite")}):
        taken(folder, "history", "import", "answers.jsonl")
        assert taken(folder, "history", "export").stdout == before
        taken(folder, "stats", "--json", *BANK)
        taken(folder, "review", *BANK)
        taken(folder, "export", "anki", "--with-progress", "-o", "mine.apkg", *BANK)
        taken(folder, "history", "import", "anki", "mine.apkg", *BANK)


def _judged(folder: Path, bank: Bank, rng: Random) -> None:
    for name in ("a", "b"):
        taken(
            folder, "quiz", "--exam", "--all", "--pass-mark", "0", *BANK, "--result", f"in/{name}.json", "--name", name
        )
    for kind in ("csv", "xlsx", "html", "json"):
        taken(folder, "class", "results", "in", *BANK, "-o", f"grades.{kind}")
    taken(folder, "class", "analysis", "in", *BANK)


def _returned(folder: Path, bank: Bank, rng: Random) -> None:
    """What a table of all fields holds comes back as it was; text without markup with backslashes."""
    name = rng.choice(["csv", "xlsx"])
    taken(folder, "export", name, "-o", f"all.{name}", *BANK)
    taken(folder, "import", name, f"all.{name}", "--bank", "copy", "--yes")
    copy = sound(folder / "copy")
    assert copy
    for question in bank.questions:
        if question.status == "active":
            found = copy.find(question.id)
            assert found, question.id
            assert _shown_texts(found) == _shown_texts(question), question.id
            if question.markup == "markdown":
                assert not (differing := _differing(found, question)), f"{question.id}: {differing}"


def _shown_texts(question: AnyQuestion) -> list[str]:
    """Return the texts of a question; white space at the ends of lines is no part of Markdown."""
    return [" ".join(part.content.solved.split()) for part in question.parts()]


def _imported(folder: Path, bank: Bank, rng: Random) -> None:
    """What a format holds can be imported into a new bank."""
    name = rng.choice(["gift", "moodle", "qti", "aiken", "csv", "xlsx", "kahoot"])
    done = taken(folder, "export", name, "-o", f"out.{name}", *BANK)
    if done.returncode == 0 and (folder / f"out.{name}").is_file():
        done = sco_quiz("import", name, f"out.{name}", "--bank", "copy", "--yes", cwd=folder)
        assert done.returncode in (0, 1)
        assert not (folder / "copy").exists() or sound(folder / "copy") is not None


LAWS: list[Callable[[Path, Bank, Random], None]] = [
    _checked,
    _formatted,
    _shown,
    _renamed,
    _appended,
    _remembered,
    _judged,
    _returned,
    _imported,
]
