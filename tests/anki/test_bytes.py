"""The same bank and the same previous deck give the same bytes: on every Python, SQLite, hash seed and time zone."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.conftest import ROOT, absent

# prints the hash of a first deck, and that of the next deck, in which one question has changed
SCRIPT = """
import hashlib, sys
from pathlib import Path
from sco_quiz import load_bank, write_deck
from dataclasses import replace
bank, path = load_bank(sys.argv[1]), Path(sys.argv[2])
hashes = []
for step in range(2):
    write_deck(bank, path, 1_790_000_000 + step)
    hashes.append(hashlib.sha256(path.read_bytes()).hexdigest())
    first, *others = bank.topics
    changed = first.questions[0].model_copy(update={"prompt": "Changed?"})
    bank = replace(bank, topics=(replace(first, questions=(changed, *first.questions[1:])), *others))
print(*hashes)
"""
CHECK_SQLITE = "import sqlite3; print(sqlite3.sqlite_version)"


def printed(python: str, *arguments: str, **environment: str) -> str:
    """Return what a Python prints in its own environment."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", **environment}
    run = subprocess.run([python, *arguments], check=False, env=variables, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout


def hashes(tmp_path: Path, python: str = sys.executable, **environment: str) -> list[str]:
    path = tmp_path / "deck.apkg"
    path.unlink(missing_ok=True)
    found = printed(python, "-c", SCRIPT, str(ROOT / "questions"), str(path), **environment).split()
    assert len(set(found)) == 2
    return found


def test_hash_seed_and_time_zone_make_no_difference(tmp_path: Path) -> None:
    first = hashes(tmp_path)
    assert hashes(tmp_path, PYTHONHASHSEED="1", TZ="Asia/Tashkent") == first


def test_another_sqlite_makes_no_difference(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux") or find_spec("pysqlite3") is None:
        absent("pysqlite3, which brings another SQLite")
    library = find_spec("pysqlite3._sqlite3")
    assert library
    assert library.origin
    here, other = (printed(sys.executable, "-c", CHECK_SQLITE, LD_PRELOAD=name) for name in ("", library.origin))
    assert here != other
    assert hashes(tmp_path, LD_PRELOAD=library.origin) == hashes(tmp_path)


def test_another_python_makes_no_difference(tmp_path: Path) -> None:
    """SCO_QUIZ_PYTHONS lists other versions of Python that have the requirements installed."""
    pythons = [path for path in os.environ.get("SCO_QUIZ_PYTHONS", "").split(os.pathsep) if path]
    if not pythons:
        absent("another Python (SCO_QUIZ_PYTHONS)")
    first = hashes(tmp_path)
    for python in pythons:
        assert printed(python, "-c", "import sys; print(sys.version_info[:2])") != f"{sys.version_info[:2]}\n"
        assert hashes(tmp_path, python) == first
