"""Each fuzzer tries a few of its cases; `pytest --fuzz 10000` tries as many of each, and --full as many as it says."""

from pathlib import Path
from random import Random

import pytest

from sco_quiz.loading.load import read_bank
from tests.fuzz import files
from tests.fuzz.__main__ import attempt
from tests.fuzz.fuzzers import Fuzzer, fuzzers

FUZZERS = fuzzers()
PARTS = 10  # so that processors share the cases of one fuzzer


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("name", [name for name, fuzzer in FUZZERS.items() if not fuzzer.timed])
def test_no_case_breaks_an_invariant(name: str, part: int, full: bool, request: pytest.FixtureRequest) -> None:
    fuzzer = FUZZERS[name]
    count = int(request.config.getoption("--fuzz") or (fuzzer.full if full else max(PARTS, fuzzer.full // 300)))
    for seed in range(part, count, PARTS):
        try:
            fuzzer.run(seed)
        except Exception as error:
            error.add_note(f"again: python -m tests.fuzz {name} 1 --first {seed}")
            raise


def test_a_failure_is_counted_and_named_by_its_seed(capsys: pytest.CaptureFixture[str]) -> None:
    def run(seed: int) -> None:
        assert seed % 3

    assert attempt(Fuzzer("thirds", run, 1), range(10, 20)) == 3
    printed = capsys.readouterr()
    assert "thirds: 10 cases, 3 failed" in printed.out
    assert printed.err.count("--- thirds, seed") == 1
    assert "--- thirds, seed 12" in printed.err


def test_most_damage_to_files_is_reported(tmp_path: Path) -> None:
    for head, text in files.HEADS.items():
        (tmp_path / head).write_text(text, encoding="utf-8")
    assert sum(bool(files.damage_questions(tmp_path, Random(seed)).problems) for seed in range(30)) > 15


def test_a_lost_question_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    file.write_bytes(files.FILES[0].read_bytes())
    loaded = read_bank(file)
    assert files.lost(file.read_bytes() + b"\n  - id: forgotten\n    type: cloze\n", loaded) == ["forgotten"]
