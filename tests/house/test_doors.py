"""Rooms import only what they may, and the check finds bad imports."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.house.doors import faults, modules


@pytest.mark.parametrize(("start", "folder"), [("room of `sco_quiz`", "."), ("room of `formats`", "formats")])
def test_the_guide_names_each_room(start: str, folder: str) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = guide.split(f"| {start} |")[1].split("\n\n")[0]
    named = {name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    rooms = {path.name for path in (ROOT / "sco_quiz" / folder).iterdir() if path.is_dir() and any(path.glob("[!_]*"))}
    assert named == rooms - {"__pycache__", "questions"}


def test_no_arrow_goes_through_a_wall() -> None:
    assert len(modules(ROOT / "sco_quiz")) > 40
    assert faults(ROOT / "sco_quiz") == []


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("core/a.py", "import os", "os has no place here"),
        ("core/a.py", "def f():\n    from sco_quiz.loading import b", "no door from core to loading"),
        ("lint/a.py", "from sco_quiz.loading.b import x", "no door from lint to loading"),
        ("loading/c.py", "import yaml", "yaml has no place here"),
        (
            "terminal/a.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import sco_quiz.loading.b",
            "no door",
        ),
        ("anki/notes.py", "import genanki", "genanki has no place here"),
        ("anki/review_import.py", "import sqlite3", "sqlite3 has no place here"),
        ("anki/package.py", "from backports import zstd", "backports has no place here"),
        ("anki/package.py", "from anki.collection import Collection", "anki has no place here"),
        ("core/a.py", "from . import b", "relative import"),
        ("loading/b.py", "import sco_quiz.loading.c", "circle of files: "),
        ("core/b.py", "import sco_quiz.loading.c", "circle of rooms: "),
        ("loading/inside/a.py", "import sco_quiz.loading.beside.b", "circle of rooms: "),
        ("app/a.py", "import click", "click has no place here"),
        ("app/a.py", "def f():\n    from rich.text import Text", "rich has no place here"),
        ("app/a.py", "import sco_quiz.terminal.b", "no door from app to terminal"),
        ("app/a.py", "from sco_quiz.cli import b", "no door from app to cli"),
        ("loading/d.py", "import sco_quiz.app.b", "no door from loading to app"),
        ("terminal/a.py", "import sco_quiz.app.b", "no door from terminal to app"),
        ("core/b.py", "import sco_quiz", "no door from core to "),
        ("elsewhere/a.py", "import sco_quiz.core.a", "no door from elsewhere to core"),
        ("disk/a.py", "import sco_quiz.core.a", "no door from disk to core"),
        ("core/b.py", "from sco_quiz.disk import a", "no door from core to disk"),
        ("loading/d.py", "import os", "os has no place here"),
        ("cli/a.py", "def f(path):\n    path.write_text('')", "write_text writes a file past the room disk"),
        ("formats/a.py", "def f(os, name):\n    os.open(name, 1)", "os.open has no place here"),
        ("app/a.py", "import os\n\nos.replace('a', 'b')", "os.replace has no place here"),
        ("cli/a.py", "import os\n\nos.unlink('a')", "os.unlink has no place here"),
        ("app/a.py", "import shutil\n\nshutil.move('a', 'b')", "shutil.move has no place here"),
        ("cli/a.py", "def f(path):\n    path.open('wb')", "open writes a file past the room disk"),
        ("cli/a.py", "open('name', mode='x')", "open writes a file past the room disk"),
        ("cli/a.py", "def f(mode):\n    open('name', mode)", "open writes a file past the room disk"),
        ("formats/a.py", "def f(path):\n    path.unlink()", "unlink writes a file past the room disk"),
        ("core/a.py", "import numpy", "numpy has no place here"),
        ("loading/d.py", "from ruamel.yaml import YAML", "ruamel has no place here"),
        ("core/a.py", "import shutil", "shutil has no place here"),
        ("core/a.py", "from pathlib import Path", "pathlib has no place here"),
        ("core/a.py", "from importlib import import_module", "importlib has no place here"),
        ("core/a.py", "__import__('sco_quiz.cli.b')", "__import__ has no place here"),
        ("core/a.py", "open('name')", "open has no place here"),
        ("loading/d.py", "def f(path):\n    path.read_text()", ".read_text has no place here"),
        ("app/a.py", "def f(path):\n    return path.exists()", ".exists has no place here"),
        ("cli/a.py", "def f(path):\n    return (path / 'a').is_dir()", ".is_dir has no place here"),
        ("app/a.py", "def f(path):\n    return path.stat().st_size", ".stat has no place here"),
        ("formats/a.py", "def f(path):\n    return list(path.iterdir())", ".iterdir has no place here"),
        ("lint/a.py", "from datetime import date\n\nNOW = date.today()", "date.today has no place here"),
        ("core/a.py", "import random\n\nrandom.random()", "random.random has no place here"),
        ("app/a.py", "print('x')", "print has no place here"),
    ],
)
def test_the_guard_bites(tmp_path: Path, file: str, text: str, fault: str) -> None:
    package = tmp_path / "sco_quiz"
    tree = {
        "__init__.py": "",
        "core/a.py": "",
        "disk/a.py": "",
        "loading/b.py": "",
        "loading/c.py": "import sco_quiz.loading.b, sco_quiz.core.a",
        "loading/beside/b.py": "import sco_quiz.loading.inside.b",
        "loading/inside/b.py": "",
        "app/b.py": "",
        "cli/b.py": "",
        "terminal/b.py": "",
    }
    write_tree(package, tree)
    assert faults(package) == []
    write_tree(package, {file: text})
    assert any(fault in found for found in faults(package))


def write_tree(package: Path, tree: dict[str, str]) -> None:
    for name, content in tree.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def test_the_guard_must_see_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no module"):
        faults(tmp_path)
