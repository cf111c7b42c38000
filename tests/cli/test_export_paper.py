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


@pytest.mark.parametrize("wrong", [["-o", "t.odt"], ["--key", "--only-key"]])
def test_options_that_do_not_fit_are_refused(wrong: list[str], tmp_path: Path) -> None:
    done = sco_quiz("export", "paper", *wrong, cwd=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
