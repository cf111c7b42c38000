"""Errors of usage, with what to type instead."""

from pathlib import Path

import pytest

from tests.cli.test_check import GOOD
from tests.command import ok, sco_quiz

ARTICLE = "The Mill of Pellan\n\nIn 1820 the harbour town of Pellan built a mill.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article and a bank whose name contains a space."""
    bank = tmp_path / "Meine Bank"
    bank.mkdir()
    (bank / "bank.yaml").write_text("id: b\ntitle: B\n")
    (bank / "one.yaml").write_text(GOOD.format(id="one"))
    (tmp_path / "my-bank.yaml").write_text(GOOD.format(id="two"))
    (tmp_path / "article.txt").write_text(ARTICLE)
    return tmp_path


INIT = ("init", "mill", "--article", "article.txt", "--date")


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (["quiz", "Meine Bank"], 1, "`Meine Bank` is a folder, not a topic: write `--bank 'Meine Bank'`"),
        (["list", "my-bank.yaml"], 1, "`my-bank.yaml` is a file, not a topic: write `--bank my-bank.yaml`"),
        (["stats", "Meine Bank"], 1, "`Meine Bank` is a folder, not a topic: write `--bank 'Meine Bank'`"),
        (["--bank", "Meine Bank", "quiz", "-n", "3"], 2, "write --bank after the command: "
         "`sco-quiz quiz -n 3 --bank 'Meine Bank'`"),
        (["--bank=x", "quiz"], 2, "write --bank after the command: `sco-quiz quiz --bank=x`"),
        (["quiz", "--bank", "Meine Bank", "--bank=my-bank.yaml"], 2, "give --bank once: a command works on one bank"),
        (["source", "add", "article.txt", "--bank=x", "--bank=y"], 2, "give --bank once: a command works on one bank"),
        (["import", "x.gift", "--bank=x", "--bank=y"], 2, "give --bank once: a command works on one bank"),
        (["quiz", "--topic", "economy"], 2, "write topics without an option: `sco-quiz quiz economy`"),
        (["list", "--topics=a b"], 2, "write topics without an option: `sco-quiz list 'a b'`"),
        (["quiz", "--topic"], 2, "write topics without an option: `sco-quiz quiz economy`"),
        (["quiz", "--type", "cloze"], 2, "No such option: --type. Did you mean --kind?"),
        (["quiz", "-n", "zehn"], 2, "-n needs a whole number, such as 10"),
        (["review", "--days", "x"], 2, "--days needs a whole number, such as 10"),
        ([*INIT, "31.01.2026"], 2, "`31.01.2026` is not a date; write year-month-day: 2026-01-31"),
        ([*INIT, "1. 2. 2026"], 2, "`1. 2. 2026` is not a date; write year-month-day: 2026-02-01"),
        ([*INIT, "01/02/2026"], 2, "`01/02/2026` is not a date; write year-month-day: 2026-01-31"),
        (["source", "add", "article.txt", "--date", "2026-13-01"], 2,
         "`2026-13-01` is not a date; write year-month-day: 2026-01-31"),
        (["source", "add", "article.txt", "--date", "2026-01-31"], 1,
         "no bank.yaml here; name the folder of the bank: `--bank my-bank`"),
    ],
)  # fmt: skip
def test_the_error_says_what_to_type(folder: Path, typed: list[str], code: int, said: str) -> None:
    before = sorted(folder.rglob("*"))
    done = sco_quiz(*typed, cwd=folder)
    last = done.stderr.split("\nError: ")[-1].removeprefix("Error: ").rstrip("\n")
    assert (done.returncode, done.stdout) == (code, "")
    assert last == said
    assert [path for path in sorted(folder.rglob("*")) if path.suffix != ".sqlite"] == before


def test_a_number_out_of_range_is_reported() -> None:
    assert "0 is not in the range 1<=x<=1000000" in sco_quiz("quiz", "-n", "0").stderr


def test_help_and_version_are_commands_too() -> None:
    assert ok("help") == ok("--help")
    assert ok("help", "quiz") == ok("quiz", "--help")
    assert ok("help", "export", "anki") == ok("export", "anki", "--help")
    assert ok("version") == ok("--version")
    assert "Did you mean 'quiz'?" in sco_quiz("help", "qiz").stderr


def test_the_list_of_commands_says_what_import_and_source_do() -> None:
    lines = {line.split()[0]: line for line in ok("--help").split("Commands:\n")[1].splitlines()}
    assert "questions of other programs" in lines["import"]  # reviews are imported by `history import anki`
    assert "what no question asks" in lines["source"]


def test_days_are_asked_for_in_the_help() -> None:
    for command in (["init"], ["source", "add"]):
        assert "--date DAY" in ok(*command, "--help")


def test_printed_commands_can_be_typed(folder: Path) -> None:
    said = sco_quiz("init", "Neue Bank", "--article", "article.txt", "--date", "2026-01-31", cwd=folder)
    assert "`sco-quiz quiz --bank 'Neue Bank'` asks them." in said.stdout
    lines = ["Why?", "He", "", "", "Because.", "remember", "", "why", "y", ""]
    said = sco_quiz("new", "one", "--kind", "short_answer", "--bank", "Meine Bank", cwd=folder, given="\n".join(lines))
    assert said.stdout.endswith("why appended. `sco-quiz check 'Meine Bank'` reports how to improve it.\n")


def test_retired_questions_are_counted(folder: Path) -> None:
    path = folder / "Meine Bank" / "one.yaml"
    retired = GOOD.format(id="gone").split("questions:\n")[1] + "    status: retired\n    reason: It was too easy.\n"
    path.write_text(path.read_text() + retired)
    bank = ["--bank", str(path.parent)]
    assert ok("list", *bank).endswith("\n1 question, 1 retired\n")
    assert ok("list", "--kind", "cloze", *bank) == "0 questions\n"
    assert "\nretired: It was too easy.\n" in ok("show", "gone", *bank)
    assert "retired" not in ok("show", "one", *bank)
    assert "quiz with 1 of 1 question;" in ok("quiz", *bank, given="q\n")


def test_the_sound_questions_of_a_bank_with_errors_are_asked(folder: Path) -> None:
    path = folder / "Meine Bank" / "one.yaml"
    wrong = GOOD.format(id="wrong").split("questions:\n")[1].replace("short_answer", "shortanswer")
    path.write_text(path.read_text() + wrong)
    bank = ["--bank", str(path.parent)]
    notice = f"has 1 error. Skipped: `wrong`. `sco-quiz check '{path.parent}'` shows more."
    for command in (["quiz"], ["review"], ["show", "one"], ["preview", "one"], ["list"], ["stats"]):
        said = sco_quiz(*command, *bank)
        assert said.returncode == 0, said.stderr
        assert notice in " ".join(said.stderr.split())
        assert "Question 1 of 1, " in said.stdout or command[0] != "quiz"
    assert "exam with 1 of 1 question" in sco_quiz("quiz", "--exam", *bank).stdout
    assert sco_quiz("flags", *bank).returncode == 0
    assert sco_quiz("check", str(path.parent)).returncode == 1
    # a deck or a file without them would claim to be complete
    for command in (["export", "anki"], ["export", "json"], ["list", "--json"]):
        assert sco_quiz(*command, *bank).returncode == 1


def test_a_bank_without_a_sound_question_is_not_asked(folder: Path) -> None:
    path = folder / "Meine Bank" / "one.yaml"
    path.write_text(path.read_text().replace("short_answer", "shortanswer"))
    said = sco_quiz("quiz", "--bank", str(path.parent))
    assert (said.returncode, said.stdout) == (1, "")
    assert "unknown-type" in said.stderr
