"""Random damage to the shipped files never ends in a traceback, and never loses a question without a report."""

import re
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sco_quiz.lint.engine import lint
from sco_quiz.loading.files import topic_files
from sco_quiz.loading.load import LoadedBank, read_bank
from sco_quiz.terminal.problem_view import render_problem
from tests.conftest import ROOT, record_without_facts
from tests.fuzz.damage import damaged

NAME, FULL = "files", 4000
SHIPPED = ROOT / "questions"
FILES = topic_files(SHIPPED)
HEADS = {"bank.yaml": "id: fuzz\ntitle: Fuzz\n", "source.yaml": record_without_facts()}
_START = re.compile(r"""^[ \t]*-[ \t]+["']?id["']?[ \t]*:[ \t]*(.*?)[ \t]*$""")
_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]")


def run(seed: int) -> None:
    """Damage a file of questions; in one of ten cases bank.yaml or source.yaml."""
    rng = Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for head, text in HEADS.items():
            (folder / head).write_text(text, encoding="utf-8")
        if rng.random() < 0.1:
            damage_head(folder, rng)
        else:
            damage_questions(folder, rng)


def damage_questions(folder: Path, rng: Random) -> LoadedBank:
    """Damage a file of questions in a bank; no question may be lost without a report. Return what was loaded."""
    data = damaged(rng.choice(FILES).read_text(encoding="utf-8"), rng)
    (folder / "topic.yaml").write_bytes(data)
    loaded = checked(folder / "topic.yaml")
    assert lost(data, loaded) == []
    types = len(re.findall(rb"^ *(?:- )?type:", data, re.MULTILINE))
    assert loaded.problems or len(loaded.bank.questions) >= types
    return loaded


def damage_head(folder: Path, rng: Random) -> None:
    """Damage bank.yaml or source.yaml: the questions are still all read."""
    name = rng.choice(list(HEADS))
    (folder / "topic.yaml").write_bytes(FILES[0].read_bytes())
    whole = FILES[0].read_text("utf-8").count("\n  - id: ")
    (folder / name).write_bytes(damaged((SHIPPED / name).read_text(encoding="utf-8"), rng))
    assert len(checked(folder).bank.questions) == whole > 10


def checked(path: Path) -> LoadedBank:
    """Load a file, run the rules, render every problem; return what was loaded."""
    loaded = read_bank(path)
    findings = lint(loaded.bank, lambda question, at, part: loaded.place_of(question, *at, part=part))
    shown = "\n".join(map(render_problem, [*loaded.problems, *findings]))
    assert not _HIDDEN.search(shown)
    return loaded


def lost(data: bytes, loaded: LoadedBank) -> list[str]:
    """Return the ids of questions in the damaged text that are neither in the bank nor in a problem.

    A question is accounted for when the bank has it, when a problem names it or is in its lines, or when an error
    kept the whole file from being read.
    """
    if loaded.errors and not loaded.bank.questions:
        return []
    rows = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = [(line, found[1]) for line, row in enumerate(rows, start=1) if (found := _START.match(row))]
    kept = {question.id for question in loaded.bank.questions}
    ends = [line for line, _ in starts[1:]] + [len(rows) + 1]
    named = {problem.question for problem in loaded.problems}
    placed = [problem.place.line for problem in loaded.problems]
    return [
        name
        for (line, name), end in zip(starts, ends, strict=True)
        if not ({name, name.strip("\"'")} & (kept | named) or any(line <= at < end for at in placed))
    ]
