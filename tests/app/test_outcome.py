"""The remembered outcome of a check is that of a check without a memory, whatever was changed beside a question."""

from collections.abc import Callable
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.app import check as checking
from sco_quiz.app.check import check_paths
from sco_quiz.app.outcome import Outcome, recall_outcome
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.report import Report
from sco_quiz.loading.recall.sound_files import SoundFiles
from tests.conftest import ROOT

QUESTIONS = """topic: First
questions:
  - id: one
    type: single_choice
    prompt: Who met there in 2009?
    answer: All finance ministers
    distractors: [Presidents, None of the above]
    level: remember
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    made = copytree(ROOT / "tests/marked_up", tmp_path / "bank")
    (made / "plain.yaml").write_text(QUESTIONS, "utf-8")
    return made


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The banks that were read."""
    paths: list[Path] = []
    read = checking.read_bank

    def noted(path: Path, sound: SoundFiles) -> object:
        paths.append(path)
        return read(path, sound)

    monkeypatch.setattr(checking, "read_bank", noted)
    return paths


def alike(path: Path, cache: Path) -> Report:
    """Return what is found with a memory, twice, which is what is found without."""
    found = check_paths([path])
    for _ in range(2):
        again = check_paths([path], cache=cache)
        # also the key paths, which equal problems need not share
        assert repr(again) == repr(found)
        assert again == found
        assert (again.unread, again.instead) == (found.unread, found.instead)
    return found


def save(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


EDITS: dict[str, Callable[[Path], object]] = {
    "a new question file": lambda bank: save(bank / "second.yaml", QUESTIONS.replace("one", "two")),
    "the same id twice": lambda bank: save(bank / "second.yaml", QUESTIONS),
    "a copy under another name": lambda bank: (bank / "plain.yaml").rename(bank / "other.yaml"),
    "no file": lambda bank: (bank / "plain.yaml").unlink(),
    "a wrong name": lambda bank: save(bank / "second.txt", QUESTIONS),
    "a wrong ending": lambda bank: save(bank / "second.YAML", ""),
    "a question in a subfolder": lambda bank: save(bank / "drafts" / "second.yaml", QUESTIONS),
    "a picture beside questions": lambda bank: save(bank / "map.png", b""),
    "an unused picture": lambda bank: save(bank / "media" / "unused.png", b""),
    "pictures vanished": lambda bank: (bank / "media").rename(bank / "pictures"),
    "a damaged picture": lambda bank: save(next((bank / "media").glob("*.svg")), b"<svg"),
    "a byte order mark": lambda bank: save(bank / "plain.yaml", b"\xef\xbb\xbf" + QUESTIONS.encode() + b"    x: 1\n"),
    "line ends": lambda bank: save(bank / "plain.yaml", (QUESTIONS + "    x: 1\n").replace("\n", "\r\n")),
    "a line": lambda bank: save(bank / "plain.yaml", "\n" + QUESTIONS),
    "an anchor": lambda bank: save(bank / "plain.yaml", QUESTIONS.replace("topic: ", "topic: &a ")),
    "a key twice": lambda bank: save(bank / "plain.yaml", QUESTIONS + "    level: apply\n"),
    "a comment": lambda bank: save(bank / "plain.yaml", QUESTIONS.replace("Presidents", "Presidents #1")),
    "not UTF-8": lambda bank: save(bank / "plain.yaml", QUESTIONS.encode() + b"\xff"),
    "empty": lambda bank: save(bank / "plain.yaml", ""),
    "a half of a surrogate pair": lambda bank: save(
        bank / "plain.yaml", QUESTIONS.replace("Presidents", '"Presidents\\ud800"')
    ),
    "an unused allowance": lambda bank: save(bank / "plain.yaml", QUESTIONS + "    allow: {too-long: so}\n"),
    "no bank.yaml": lambda bank: (bank / "bank.yaml").unlink(),
    "a bank below": lambda bank: save(bank / "below" / "bank.yaml", "id: x\ntitle: X\n"),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_change_is_noticed(name: str, bank: Path, cache: Path) -> None:
    alike(bank, cache)
    EDITS[name](bank)
    alike(bank, cache)
    if (bank / "bank.yaml").exists():
        alike(bank / "bank.yaml", cache)
        alike(bank / "plain.yaml", cache)


def test_an_unchanged_bank_is_not_read(bank: Path, cache: Path, reads: list[Path]) -> None:
    first = check_paths([bank], cache=cache)
    assert reads == [bank]
    assert check_paths([bank], cache=cache) == first
    assert check_paths([bank / "plain.yaml"], cache=cache) == check_paths([bank / "plain.yaml"])
    assert reads == [bank, bank]
    # some rules only: what all rules found says nothing about allowances
    check_paths([bank], ["too-long"], cache=cache)
    assert len(reads) == 3


def test_paths_are_named_as_they_were_given(bank: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bank.parent)
    assert {problem.place.file for problem in alike(Path("bank"), cache).problems} >= {"bank/plain.yaml"}
    assert {problem.place.file for problem in alike(bank, cache).problems} >= {str(bank / "plain.yaml")}


def test_another_day_is_another_outcome(bank: Path, cache: Path) -> None:
    today, found = date(2026, 1, 1), []
    for day in (today, today, today + timedelta(days=1)):
        recall_outcome(bank, cache, day, lambda day=day: found.append(day) or Outcome((), {}, 0))  # type: ignore[misc]
    assert found == [today, today + timedelta(days=1)]


def test_what_was_saved_meanwhile_is_not_remembered(bank: Path, cache: Path) -> None:
    def find() -> Outcome:
        save(bank / "plain.yaml", QUESTIONS)
        return Outcome((), {}, 0)

    save(bank / "plain.yaml", "")
    recall_outcome(bank, cache, date(2026, 1, 1), find)
    assert not cache.exists()


def test_damage_is_ignored(bank: Path, cache: Path) -> None:
    expected = alike(bank, cache)
    (path,) = cache.glob("*-outcome.bank")
    whole = path.read_bytes()
    head, _, body = whole.partition(b"\n")
    forged = [b"", b"[]", b"7", b"[" * 100_000, body[:-1], body.replace(b'"info"', b'"grave"'), b"\xff"]
    fitting = [head[:-40] + blake2b(each, digest_size=20).hexdigest().encode() + b"\n" + each for each in forged]
    for data in (b"", whole[:-1], whole + b"x", *fitting):
        path.write_bytes(data)
        assert alike(bank, cache) == expected
        assert path.read_bytes() == whole


def test_every_field_of_a_problem_is_kept(bank: Path, cache: Path) -> None:
    place = Place("a.yaml", 2, 3, 4, "text")
    problem = Problem("x", "y", place, "z", Severity.INFO, "one", path=("answers", 0, "0"))
    for _ in range(2):
        outcome = recall_outcome(bank, cache, date(2026, 1, 1), lambda: Outcome((problem,), {"a.yaml": 1}, 5))
        assert repr(outcome) == repr(Outcome((problem,), {"a.yaml": 1}, 5))
