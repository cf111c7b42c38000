"""Output and exit codes of commands; none ends with a traceback."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.loading.catalog import WARNINGS
from tests.command import ok, program, sco_quiz
from tests.conftest import ROOT
from tests.loading.test_bad import CASES, name_of

KEYS = {"id", "type", "topic", "prompt", "options", "answers", "explanation", "source", "level", "difficulty", "tags"}


def test_the_public_list() -> None:
    listed = json.loads(ok("list", "--json"))
    assert len(listed) >= 110
    for question in listed:
        assert set(question) >= KEYS
        assert isinstance(question["prompt"], str)
        assert all(isinstance(option, str) for option in question["options"])
        assert question["answers"]
        assert all(isinstance(answer, str) for answer in question["answers"])
        assert all(isinstance(number, int) for number in question["source"])
    by_kind = {question["type"]: question for question in listed}
    assert set(by_kind["single_choice"]["answers"]) < set(by_kind["single_choice"]["options"])
    assert by_kind["true_false"]["options"] == ["true", "false"]
    assert by_kind["short_answer"]["options"] == by_kind["cloze"]["options"] == by_kind["numeric"]["options"] == []
    assert " = " in by_kind["matching"]["answers"][0]
    assert sorted(by_kind["ordering"]["answers"]) == sorted(by_kind["ordering"]["options"])
    assert by_kind["ordering"]["answers"] != by_kind["ordering"]["options"]
    assert "{{" not in by_kind["cloze"]["prompt"]


@pytest.mark.parametrize("by", ["topic", "kind", "level", "source", "tag"])
def test_groupings(by: str) -> None:
    shown = ok("list", "--by", by)
    assert "rats-city" in shown
    if by == "source":
        assert [line.split()[1] for line in shown.splitlines() if line.startswith("¶ ")] == [
            str(n) for n in range(1, 42)
        ]


def test_list_filters() -> None:
    listed = json.loads(ok("list", "security", "--kind", "cloze", "--json"))
    assert listed
    assert {(question["topic"], question["type"]) for question in listed} == {("security", "cloze")}
    assert ok("list", "--tag", "no-such-tag").endswith("0 questions\n")


def test_show() -> None:
    shown = ok("show", "rats-city")
    assert "Right answer: Tashkent" in shown
    assert "paragraph 19" in shown
    missing = sco_quiz("show", "rats-cty")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr == (
        "Error: no question has the id `rats-cty` in sco-2010, the built-in bank; did you mean `rats-city`? "
        "Name yours with `--bank`.\n"
    )


def test_a_quiz_without_a_terminal() -> None:
    shown = ok("quiz", "--seed", "4", "-n", "3")
    assert "--seed 4" in shown
    assert "Question 1 of 3, topic " in shown
    assert "No questions answered." in shown
    assert ok("quiz", "--seed", "4", "-n", "3") == shown


def test_the_command_that_repeats_a_quiz_is_printed() -> None:
    words = ("quiz", "security", "energy", "--kind", "cloze", "--kind", "short_answer", "-n", "3")
    shown = ok(*words, given="s\ns\ns\n")
    ((again, _),) = re.findall(r"^`(sco-quiz quiz .*(--seed \d+))` repeats this quiz\.$", shown, re.MULTILINE)
    assert again.startswith("sco-quiz quiz security energy --kind cloze --kind short_answer -n 3 --seed ")
    assert ok(*shlex.split(again)[1:], given="s\ns\ns\n") == shown


def test_the_command_that_repeats_an_exam_has_the_time_limit_as_typed() -> None:
    _, shown, _ = sco_quiz("quiz", "--exam", "--time-limit", "5", "-n", "1", "--seed", "1", given="s\n\n")
    assert re.search(r"`sco-quiz quiz .*--time-limit 5 .*` repeats this exam\.", shown)


def test_a_second_quiz_asks_other_questions_and_cannot_be_repeated() -> None:
    first, second, third = (ok("quiz", "-n", "30", given="s\n" * 30) for _ in range(3))
    asked = [re.findall(r"^Question .*\n(?:Setting.*\n)?(.*)$", shown, re.MULTILINE) for shown in (first, second)]
    assert [len(prompts) for prompts in asked] == [30, 30]
    assert not {*asked[0]} & {*asked[1]}
    # after two, chance alone hardly ever draws none of the questions that were asked
    assert ("repeats this quiz" in first, "repeats this quiz" in third) == (True, False)


def test_unknown_names_are_usage_or_suggestions() -> None:
    assert (
        sco_quiz("quiz", "securty").stderr == "Error: `securty` is not a topic of this bank; did you mean `security`?\n"
    )
    assert sco_quiz("quiz", "securty").returncode == 1
    wrong = sco_quiz("quiz", "--kind", "clze")
    assert (wrong.returncode, "cloze" in wrong.stderr) == (2, True)
    wrong = sco_quiz("qiz")
    assert (wrong.returncode, "Did you mean 'quiz'?" in wrong.stderr) == (2, True)
    assert sco_quiz("quiz", "--bank", "no/such/folder").returncode == 2


def test_another_bank_by_option_and_by_environment() -> None:
    bank = str(ROOT / "tests" / "terminal" / "eight-kinds.yaml")
    assert len(json.loads(ok("list", "--json", "--bank", bank))) == 8
    done = sco_quiz("list", "--json", SCO_QUIZ_BANK=bank)
    assert len(json.loads(done.stdout)) == 8


@pytest.mark.parametrize("path", [path for path in CASES if path.parent.name not in WARNINGS][::20], ids=name_of)
def test_broken_files_end_with_1_and_no_traceback(path: Path) -> None:
    checked = sco_quiz("check", str(path))
    assert checked.returncode == 1
    assert "Traceback" not in checked.stderr + checked.stdout
    assert f"[{path.parent.name}]" in checked.stdout
    for command in ("list", "quiz"):  # which take what is left
        done = sco_quiz(command, "--bank", str(path))
        assert bool(done.returncode) == (done.stdout == "")
        assert "sco-quiz check" in done.stderr or "Error: the bank in" in done.stderr
        assert "Traceback" not in done.stderr


FIRST = {path.parent: path for path in reversed(CASES)}
SPECIMENS = [pytest.param(path, marks=() if path in FIRST.values() else pytest.mark.full) for path in CASES]


@pytest.mark.parametrize("path", SPECIMENS, ids=name_of)
def test_check_ends_with_1_on_every_specimen(path: Path) -> None:
    done = sco_quiz("check", "--strict", str(path))
    assert done.returncode == 1
    assert f"[{path.parent.name}]" in done.stdout


def test_check_of_the_shipped_bank() -> None:
    known = re.match(r"the built-in bank: (\d+) questions checked: no problems found\.\n$", ok("check"))
    assert known
    assert int(known[1]) > 100
    assert "no problems found." in ok("check", "--strict")
    assert "no problems found." in ok("check", "questions")
    one = ok("check", "questions/security.yaml")
    assert one.endswith("questions checked: no problems found.\n")
    assert int(one.split()[0]) < 30


def test_warnings_fail_only_when_strict(tmp_path: Path) -> None:
    text = (ROOT / "tests" / "terminal" / "eight-kinds.yaml").read_text()
    file = tmp_path / "some.yaml"
    file.write_text(text)
    relaxed = sco_quiz("check", str(file))
    assert relaxed.returncode == 0
    assert "8 questions checked: 8 warnings." in relaxed.stdout
    assert sco_quiz("check", str(file), "--strict").returncode == 1


def test_source_add(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("A Title\n\nThe first of two paragraphs.\n\nWhy?\n", encoding="utf-8")
    bank = tmp_path / "bank"
    arguments = ["source", "add", str(article), "--bank", str(bank), "--date", "2010-02-03"]
    assert "3 paragraphs" in ok(*arguments)
    record = (bank / "source.yaml").read_text(encoding="utf-8")
    assert 'title: "A Title"' in record
    again = sco_quiz(*arguments)
    assert (again.returncode, "exists; use --replace" in again.stderr) == (1, True)
    summaries = bank / "summaries.yaml"
    summaries.write_text(summaries.read_text(encoding="utf-8").replace('""', '"Mine."'), encoding="utf-8")
    ok(*arguments, "--replace")
    assert summaries.read_text(encoding="utf-8").count("Mine.") == 3
    (bank / "source.yaml").write_text("title: [", encoding="utf-8")
    damaged = sco_quiz(*arguments, "--replace")
    assert damaged.returncode == 1
    assert (bank / "source.yaml").read_text(encoding="utf-8") == "title: ["


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"caf\xe9"])
def test_source_add_refuses_what_it_cannot_read(tmp_path: Path, content: bytes) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes(content)
    done = sco_quiz("source", "add", str(article), "--bank", str(tmp_path / "b"), "--date", "2010-02-03")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    assert "_SCO_QUIZ_COMPLETE" in ok("completion", shell)


def complete(words: str, position: int) -> str:
    return sco_quiz(_SCO_QUIZ_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(position)).stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such file names")
def test_completion_offers_no_control_characters(tmp_path: Path) -> None:
    copytree(ROOT / "questions", tmp_path, dirs_exist_ok=True)
    (tmp_path / "economy.yaml").rename(tmp_path / "\x1b[31meconomy.yaml")
    shown = complete(f"sco-quiz quiz --bank {tmp_path} ", 4)
    assert "plain,security" in shown
    assert "economy" not in shown


def test_completion_knows_topics_and_ids() -> None:
    assert "plain,security" in complete("sco-quiz quiz sec", 2)
    assert "plain,rats-city" in complete("sco-quiz show rats", 2)
    assert "plain,quiz" in complete("sco-quiz q", 1)


def test_output_survives_a_terminal_without_unicode() -> None:
    done = program("quiz", "-n", "1", "--seed", "1", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Question 1 of 1, topic " in done.stdout


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m sco_quiz list | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=ROOT)
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


def test_version() -> None:
    from importlib.metadata import version

    assert ok("--version") == f"sco-quiz, version {version('sco-quiz')}\n"
