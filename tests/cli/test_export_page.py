"""`sco-quiz export page` and `sco-quiz export scorm`: what they write and print."""

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.command import sco_quiz

BANK = """\
id: b
title: The bank
{exam}"""
EXAM = """\
exam:
  title: Class test 1
  draw: each
  time_limit: 5
  sections:
    - number: 2
"""
TOPIC = """\
topic: First topic
questions:
  - id: staff
    type: numeric
    prompt: How many members of staff had it?
    answer: 30
    level: remember
  - id: year
    type: numeric
    prompt: In which year did it open?
    answer: 2004
    level: remember
    explanation: It opened in January.
  - id: halls
    type: numeric
    prompt: How many halls did it have?
    answer: 12
    level: remember
"""
GIVE = "Give it to your class as a file, or put it on any web site: it needs no installation and no network."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a bank of three questions and an exam of two of them."""
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "bank.yaml").write_text(BANK.format(exam=EXAM), "utf-8")
    (tmp_path / "bank" / "first.yaml").write_text(TOPIC, "utf-8")
    return tmp_path


def printed(folder: Path, *arguments: str) -> list[str]:
    done = sco_quiz("export", *arguments, "--bank", "bank", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" class="data">(.+?)</script>', html)
    assert found
    return dict(json.loads(found[1]))


def test_practice_has_all_questions(folder: Path) -> None:
    first, second = printed(folder, "page")
    assert re.fullmatch(r"b\.html: 3 questions, \d+ kB\.", first)
    assert second == GIVE
    data = data_of((folder / "b.html").read_text("utf-8"))
    assert [len(form) for form in data["forms"]] == [3]
    assert (data["rules"]["test"], data["bank"]["id"]) == (False, "b")


def test_a_test_has_the_forms_of_the_exam(folder: Path) -> None:
    first, second = printed(folder, "page", "--test", "--answers", "never", "-o", "test.html")
    assert re.fullmatch(r"test\.html: 2 questions in each of 30 forms, \d+ kB\.", first)
    assert second == (
        f"{GIVE} Its source contains the answers; with `--no-key` it does not. "
        "`sco-quiz class results FOLDER` reads the result files that pupils hand in."
    )
    data = data_of((folder / "test.html").read_text("utf-8"))
    assert [len(form) for form in data["forms"]] == [2] * 30
    assert (data["rules"]["answers"], data["rules"]["timeLimit"]) == (False, 300)
    assert data["exam"] == "Class test 1"


def test_options_choose_the_questions_of_a_test(folder: Path) -> None:
    assert printed(folder, "page", "--test", "-n", "1", "--seed", "3")[0].startswith("b.html: 1 question, ")
    assert printed(folder, "page", "--test", "--all")[0].startswith("b.html: 3 questions, ")


def test_a_test_without_a_key_names_no_answers(folder: Path) -> None:
    lines = printed(folder, "page", "--test", "--no-key")
    assert "source" not in lines[1]
    text = (folder / "b.html").read_text("utf-8")
    assert "It opened in January." not in text
    assert "2004" not in text


def test_an_inline_page_is_a_part_of_a_page(folder: Path) -> None:
    lines = printed(folder, "page", "--inline", "-o", "part.html")
    assert lines[1] == "Paste it into the HTML of your page, which must allow scripts and styles within it."
    text = (folder / "part.html").read_text("utf-8")
    assert "<html" not in text
    assert text.startswith("<style>")


def test_practice_has_no_options_of_a_test(folder: Path) -> None:
    for option in (["--no-key"], ["--answers", "never"]):
        done = sco_quiz("export", "page", *option, "--bank", "bank", cwd=folder)
        assert done.returncode == 2
        assert "use --no-key and --answers with --test: practice shows the answers" in done.stderr


def test_nothing_is_written_with_dry_run(folder: Path) -> None:
    for name, file in (("page", "b.html"), ("scorm", "b-scorm.zip")):
        (line,) = printed(folder, name, "--dry-run")
        assert line.startswith(f"Nothing was written. Without `--dry-run`: {file} (")
        assert not (folder / file).exists()


def test_a_package_is_written_for_a_platform(folder: Path) -> None:
    first, second = printed(folder, "scorm")
    assert re.fullmatch(r"b-scorm\.zip: 2 questions in each of 30 forms, \d+ kB\.", first)
    assert second == "Upload it as a SCORM package; its score goes from 0 to 100."
    with ZipFile(folder / "b-scorm.zip") as archive:
        assert data_of(archive.read("index.html").decode())["rules"]["test"] is True
    assert "without a score: you judge them" in printed(folder, "scorm", "--no-key")[1]
