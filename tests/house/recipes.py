"""Follow the recipes of CONTRIBUTING.md: read their code blocks, and apply them to a copy of the project."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

# `New file `a.py`:`, or `In `a.py`, after the line `x`:`, before a code block
_STEP = re.compile(
    r"(?:New\s+file\s+`(?P<new>[^`]+)`"
    r"|In\s+`(?P<file>[^`]+)`,\s+(?P<where>after|before|instead\s+of)\s+the\s+line"
    r"(?P<starts>\s+that\s+starts\s+with)?\s+(?:``\s?(?P<double>.+?)\s?``|`(?P<anchor>[^`]+)`))"
    r":\n\n(?P<block> *```\w+\n.*?^ *```$)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Step:
    """One code block of a recipe: a new file, or lines put at a line of an existing file."""

    file: str
    text: str
    where: str = "new"
    anchor: str = ""
    starts: bool = False

    def apply(self, root: Path) -> None:
        """Change the file under `root`. Raises ValueError unless the anchor is exactly one line."""
        path = root / self.file
        if self.where == "new":
            if path.exists():
                raise ValueError(f"{self.file} exists already")
            path.write_text(self.text, encoding="utf-8")
            return
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        found = [number for number, line in enumerate(lines) if self._matches(line)]
        if len(found) != 1:
            raise ValueError(f"{self.file} has the line {self.anchor!r} {len(found)} times")
        first = found[0] + (self.where == "after")
        lines[first : found[0] + (self.where != "before")] = [self.text]
        path.write_text("".join(lines), encoding="utf-8")

    def _matches(self, line: str) -> bool:
        return line.startswith(self.anchor) if self.starts else line.rstrip("\n") == self.anchor


def _code(block: str) -> str:
    """The text between the fences, without the indentation of the list item."""
    margin = len(block) - len(block.lstrip(" "))
    lines = block.split("\n")[1:-1]
    return "".join(line[margin:] + "\n" for line in lines)


def recipe(heading: str, text: str | None = None) -> list[Step]:
    """The steps under a heading of CONTRIBUTING.md. Raises ValueError when a code block is not a step."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8") if text is None else text
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    if not section:
        raise ValueError(f"there is no section {heading!r}")
    steps = [
        Step(
            found["new"] or found["file"],
            _code(found["block"]),
            "new" if found["new"] else " ".join(found["where"].split()),
            found["anchor"] or found["double"] or "",
            bool(found["starts"]),
        )
        for found in _STEP.finditer(section[1])
    ]
    blocks = len(re.findall(r"^ *```\w", section[1], re.MULTILINE))
    if len(steps) != blocks:
        raise ValueError(f"{heading!r} has {blocks} code blocks and {len(steps)} of them say where they go")
    return steps


def copy_of_project(folder: Path) -> Path:
    """A copy of what the recipes touch and their tests read."""
    skip = shutil.ignore_patterns("*.pyc.*", ".*_cache")  # compiled modules that another process is just writing
    for name in ("sco_quiz", "questions", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=skip)
    for name in ("pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


def follow(heading: str, folder: Path) -> list[str]:
    """Apply a recipe to a fresh copy of the project; the names of the files that it touched."""
    copy_of_project(folder)
    steps = recipe(heading)
    for step in steps:
        step.apply(folder)
    return sorted({step.file for step in steps})
