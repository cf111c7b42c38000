"""`sco-quiz export paper`."""

from pathlib import Path

import pytest

from tests.command import sco_quiz


@pytest.mark.parametrize("suffix", ["pdf", "docx", "md"])
def test_the_name_of_the_file_says_the_format(suffix: str, tmp_path: Path) -> None:
    done = sco_quiz("export", "paper", "-n", "3", "--forms", "2", "--key", "-o", f"t.{suffix}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    names = [f"t-A.{suffix}", f"t-B.{suffix}", f"t-key.{suffix}"]
    assert [line for line in done.stdout.splitlines() if line in names] == names
    assert all((tmp_path / name).stat().st_size for name in names)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    done = sco_quiz("export", "paper", "-n", "3", "--format", "md", "--dry-run", "-o", "t.txt", cwd=tmp_path)
    assert (done.returncode, "t.txt" in done.stdout, list(tmp_path.iterdir())) == (0, True, [])


@pytest.mark.parametrize("wrong", [["-o", "t.odt"], ["--key", "--only-key"], ["--answers-apart", "--one-file"]])
def test_options_that_do_not_fit_are_refused(wrong: list[str], tmp_path: Path) -> None:
    done = sco_quiz("export", "paper", *wrong, cwd=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


def test_versions_by_name_are_those_of_the_same_draw(tmp_path: Path) -> None:
    def written(folder: str, *options: str) -> dict[str, bytes]:
        (tmp_path / folder).mkdir()
        done = sco_quiz("export", "paper", "-n", "4", "-o", f"{folder}/t.md", *options, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}

    three = {name: data for name, data in written("all", "--forms", "3").items() if name.startswith("t-")}
    assert sorted(three) == ["t-A.md", "t-B.md", "t-C.md"]
    assert written("b", "--form", "B")["t.md"] == three["t-B.md"]
    assert written("a", "--form", "a", "--forms", "3")["t.md"] == three["t-A.md"]
    both = written("ac", "--form", "A,C")
    assert [both["t-A.md"], both["t-C.md"]] == [three["t-A.md"], three["t-C.md"]]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--form", "B", "--forms", "1"], "--forms 1 has no version B"),
        (["--form", "1"], "expected letters of versions"),
    ],
)
def test_a_version_that_does_not_exist_is_refused(options: list[str], message: str, tmp_path: Path) -> None:
    done = sco_quiz("export", "paper", *options, cwd=tmp_path)
    assert (done.returncode, message in done.stderr) == (2, True)


def test_answer_sheets_can_have_a_file_of_their_own(tmp_path: Path) -> None:
    done = sco_quiz("export", "paper", "-n", "2", "--forms", "2", "--answers-apart", "-o", "t.md", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    texts = {path.name: path.read_text("utf-8") for path in tmp_path.glob("t-*")}
    assert {name: text.count("Answer sheet") for name, text in texts.items()} == {
        **{"t-A.md": 0, "t-B.md": 0},
        "t-answers.md": 2,
    }
