"""What the repository may contain."""

import re
import subprocess

from tests.conftest import ROOT, absent

TOPS = {
    ".ci",
    ".github",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "decks",
    "pyproject.toml",
    "questions",
    "sco_quiz",
    "tests",
}


def tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        absent("git, or a checkout of it")
    return done.stdout.splitlines()


def test_the_top_level_stays_small() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOPS


def test_no_file_contains_a_path_of_a_machine() -> None:
    files = [name for name in tracked() if not name.endswith((".apkg", ".png", ".gz"))]
    assert len(files) > 100
    homes = re.compile(r"(?<![\w.])/" + r"(?:home|root|Users|work)/\w")
    assert homes.search("in /" + "home/someone/x")
    found = [
        name for name in files if (ROOT / name).is_file() and homes.search((ROOT / name).read_text("utf-8", "replace"))
    ]
    assert found == []
