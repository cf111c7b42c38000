"""The program's texts are in plain, modern, American English."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.house.vocabulary import BRITISH, DIALECT, files, found_in, hits


def test_the_search_reads_every_kind_of_text() -> None:
    seen = [path.relative_to(ROOT).as_posix() for path in files()]
    assert len(seen) > 250
    assert {"README.md", "questions/README.md", "decks/README.md", "CHANGELOG.md"} <= set(seen)
    for start in (
        "sco_quiz/cli/",
        "sco_quiz/lint/rules/",
        "sco_quiz/data/pages/",
        "sco_quiz/data/starter/",
        "tests/bad/",
    ):
        assert any(name.startswith(start) for name in seen), start


@pytest.mark.parametrize("place", ["sco_quiz", "tests", "questions", "decks", ""])
def test_no_text_uses_the_old_words(place: str) -> None:
    chosen = [path for path in files() if path.relative_to(ROOT).as_posix().rpartition("/")[0].split("/")[0] == place]
    assert chosen
    found = [str(hit) for path in chosen for hit in hits(path, path.relative_to(ROOT).as_posix())]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "a blank is missing after",
        "nothing to mend",
        "the bank that\ncomes along",
        "2 pieces of advice",
        "64 signs at most",
        "The last answer is taken back.",
        "Any key goes on.",
        "its time stands still",
        "Id, which stays for ever",
        "Whoever chose it is told so.",
        "no quiz waits to go on",
        "the disk refuses",
        "a slip of the keyboard",
        "the file of none",
        "one learner at least",
        "the colour of a grey centre",
        "what was learnt",
        "an organisation recognised it",
    ],
)
def test_the_search_finds_old_words(text: str) -> None:
    assert list(found_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "at most 64 characters",
        "return None where the value is None",
        "a minus sign; sign in first",
        "there is no bank here",
        "read `this blank` as it is",
        "the rule typo-away, and no-blank-here",
        "leave a blank line between items",
        "the license of the program",
        "exercise, otherwise, comprise, advise, revise",
        "the forgetting curve fits on the screen",
    ],
)
def test_good_english_is_left_in_peace(text: str) -> None:
    assert list(found_in(text)) == []


def test_positions_are_exact(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text('"""Fine.\n\nThis one stands\n"""\nx = f"{1} amiss"  # anew\ncolour = 1\n', encoding="utf-8")
    assert sorted((hit.line, hit.found) for hit in hits(file)) == [
        (3, "stands"),
        (5, "amiss"),
        (5, "anew"),
        (6, "colour"),
    ]


def test_the_list_names_what_to_say() -> None:
    assert len(DIALECT) > 40
    assert len(BRITISH) > 8
    assert all(word.say for word in (*DIALECT, *BRITISH))


def test_it_runs_on_paths() -> None:
    command = [sys.executable, "-m", "tests.house.vocabulary", "sco_quiz/core/verdict.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert "in 1 files" in done.stderr
