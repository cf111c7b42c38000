"""`sco-quiz history import anki`."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sco_quiz.anki.package import write_deck
from sco_quiz.core.review import Memory, Progress, Rating, Review, State
from sco_quiz.loading.load import load_bank
from tests.command import sco_quiz
from tests.conftest import ROOT

DAY = 86_400_000
FIRST = 1_790_000_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a bank whose second question is withdrawn, and a deck with three reviews of two of its questions."""
    kinds = (ROOT / "tests" / "terminal" / "eight-kinds.yaml").read_text(encoding="utf-8")
    text = kinds.replace("- id: members\n", "- id: members\n    status: retired\n    reason: asked twice\n")
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "bank.yaml").write_text("id: life\ntitle: Life\n", encoding="utf-8")
    (folder / "kinds.yaml").write_text(text, encoding="utf-8")
    bank = load_bank(folder)
    memory = Memory(State.REVIEW, 10, 5, FIRST + 12 * DAY, FIRST + 2 * DAY)
    asked = ("seat", Rating.AGAIN), ("members", Rating.GOOD), ("seat", Rating.EASY)
    reviews = tuple(Review(name, FIRST + day * DAY, rating) for day, (name, rating) in enumerate(asked))
    progress = Progress(reviews, {"seat": memory, "members": memory})
    return write_deck(bank, tmp_path / "mine.apkg", FIRST // 1000, progress).path


def imported(file: Path, *arguments: str) -> list[str]:
    done = sco_quiz("history", "import", "anki", str(file), "--bank", str(file.with_name("bank")), *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.replace(f"{file.parent}/", "").splitlines()


def test_it_reports_and_writes_nothing_twice(file: Path) -> None:
    report = "mine.apkg: 3 reviews of 2 questions of life (1 retired); ignored 0 reviews of other cards"
    output = file.with_name("reviews.jsonl")
    kept, there = (f"Saved with your answers: {new} new, {3 - new} already there" for new in (3, 0))
    assert imported(file) == [report, kept]
    assert not output.exists()
    assert imported(file, "-o", str(output)) == [report, there, "reviews.jsonl: 3 new, 0 already there"]
    written = output.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in written.splitlines()]
    assert [(line["question"], line["rating"], line["at"]) for line in lines] == [
        ("seat", 1, FIRST),
        ("members", 3, FIRST + DAY),
        ("seat", 4, FIRST + 2 * DAY),
    ]
    assert imported(file, "-o", str(output)) == [report, there, "reviews.jsonl: 0 new, 3 already there"]
    output.write_text(written.splitlines()[1] + "\n", encoding="utf-8")
    assert imported(file, "-o", str(output))[2] == "reviews.jsonl: 2 new, 1 already there"
    assert sorted(output.read_text(encoding="utf-8").splitlines()) == sorted(written.splitlines())


def test_statistics_count_them(file: Path) -> None:
    imported(file)
    done = sco_quiz("stats", "--bank", str(file.with_name("bank")))
    assert done.stdout.startswith("Life\n3 answers in ")
    assert "No answers yet" not in done.stdout
    values = json.loads(sco_quiz("stats", "--json", "--bank", str(file.with_name("bank"))).stdout)
    assert (values["longest_streak"], [day["given"] for day in values["days"]]) == (3, [1, 1, 1])
    assert values["retention"] == {"recalled": 1, "reviews": 1}


def test_a_deck_without_reviews_says_what_to_tick(file: Path) -> None:
    bank = load_bank(file.with_name("bank"))
    write_deck(bank, file.with_name("plain.apkg"), FIRST // 1000)
    assert imported(file.with_name("plain.apkg")) == [
        "plain.apkg: 0 reviews of 0 questions of life; ignored 0 reviews of other cards",
        "The deck has no reviews: check “Include scheduling information” when you export it.",
    ]
    write_deck(replace(bank, id="other"), file.with_name("other.apkg"), FIRST // 1000)
    assert len(imported(file.with_name("other.apkg"))) == 1


def test_an_error_is_reported_in_one_line(file: Path) -> None:
    bank = "--bank", str(file.with_name("bank"))
    text = file.with_name("bank") / "kinds.yaml"
    done = sco_quiz("history", "import", "anki", str(text), *bank)
    assert (done.returncode, done.stdout) == (1, "")
    message = "is not a file that Anki exported: choose an .apkg or .colpkg"
    assert done.stderr == f"Error: {text} {message}\n"
    output = Path(shutil.copy(text, file.with_name("reviews.jsonl")))
    before = output.read_bytes()
    done = sco_quiz("history", "import", "anki", str(file), *bank, "-o", str(output))
    assert done.returncode == 1
    assert done.stderr == f"Error: {output}:1: this line is not a review of sco-quiz\n"
    output.write_bytes(b"\xff\xfe{\0")
    done = sco_quiz("history", "import", "anki", str(file), *bank, "-o", str(output))
    assert done.returncode == 1
    assert done.stderr.endswith(f"Error: cannot add reviews to {output}\n")
    assert output.read_bytes() != before
