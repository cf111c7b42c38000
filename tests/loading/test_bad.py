"""Each problem has specimens in tests/bad/<problem-name>/: a file or folder, with the exact report beside it."""

from pathlib import Path

import pytest

from sco_quiz.core.errors import BankError
from sco_quiz.loading.catalog import PROBLEMS, WARNINGS
from sco_quiz.loading.load import load_bank, read_bank
from sco_quiz.terminal.problem_view import render_problem

BAD = Path(__file__).parent.parent / "bad"
CASES = sorted(path for path in BAD.glob("*/*") if path.suffix != ".expected")
NOT_ON_DISK = {"no-such-file", "file-too-large"}  # cannot be in a repository; see below


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_there_are_specimens() -> None:
    assert len(CASES) >= 200


def test_catalog_and_specimens_match_both_ways() -> None:
    assert {path.parent.name for path in CASES} == set(PROBLEMS) - NOT_ON_DISK


@pytest.mark.parametrize("path", CASES, ids=name_of)
def test_the_report_is_exact(path: Path, update: bool) -> None:
    """The report contains the problem that the folder is named after; an error leaves no bank to use."""
    loaded = read_bank(path)
    report = "\n".join(render_problem(problem).replace(f"{path.parent}/", "") + "\n" for problem in loaded.problems)
    expected = path.parent / f"{path.stem}.expected"
    if update:
        expected.write_text(report, encoding="utf-8")
    assert report == expected.read_text(encoding="utf-8")
    assert {path.parent.name} <= {problem.name for problem in loaded.problems} <= set(PROBLEMS)
    assert all(str(path) in problem.place.file for problem in loaded.problems)
    assert bool(loaded.errors) == (path.parent.name not in WARNINGS)
    assert loaded.errors or loaded.bank.questions


@pytest.mark.parametrize("name", ["unknown-level/foreign.yaml", "missing-bank-file/none"])
def test_no_bank_comes_of_an_error(name: str) -> None:
    with pytest.raises(BankError) as caught:
        load_bank(BAD / name)
    assert caught.value.problems == read_bank(BAD / name).problems


def test_a_warning_leaves_the_bank_usable() -> None:
    for path in (path for path in CASES if path.parent.name in WARNINGS):
        assert load_bank(path).questions


def test_no_such_file(tmp_path: Path) -> None:
    (tmp_path / "nine.yaml").touch()
    (problem,) = read_bank(tmp_path / "none.yaml").problems
    assert (problem.name, problem.hint) == ("no-such-file", f"did you mean `{tmp_path / 'nine.yaml'}`?")


def test_file_too_large(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(60_000_000)
    (problem,) = read_bank(tmp_path / "huge.yaml").problems
    assert problem.message == "the file has 60 million bytes; the maximum is 50 million"


def test_one_bad_question_does_not_hide_the_others(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    good = (BAD / "unknown-level" / "foreign.yaml").read_text().replace("level: hard", "level: remember")
    bad = good.partition("questions:\n")[2].replace("id: seat", "id: other").replace("answer:", "answr:")
    file.write_text(good + bad + bad.replace("id: other", "id: third").replace("remember", "hard"))
    loaded = read_bank(file)
    assert [question.id for question in loaded.bank.questions] == ["seat"]
    assert {(problem.question, problem.name) for problem in loaded.problems} == {
        ("other", "unknown-field"),
        ("third", "unknown-field"),
        ("third", "unknown-level"),
    }


def test_all_files_are_reported_together(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.yaml").write_text((BAD / "unknown-type" / "misspelt.yaml").read_text())
    (tmp_path / "d.yaml").write_text("topic: [")
    files = [Path(problem.place.file).name for problem in read_bank(tmp_path).problems]
    assert files == [tmp_path.name, "a.yaml", "b.yaml", "c.yaml", "d.yaml"]
