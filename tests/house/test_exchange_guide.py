"""The guide to other systems is true: its files are read, its commands run in the order of the page."""

import re
from pathlib import Path

import pytest

from sco_quiz.cli.commands import import_
from sco_quiz.formats import FORMATS, format_named
from tests.conftest import ROOT
from tests.house.guide_commands import run

GUIDE = ROOT / "questions" / "exchange.md"
TEXT = GUIDE.read_text(encoding="utf-8")
# a file that the page shows, or commands to run
STEP = re.compile(r"as\s`([\w.]+)`:\n\n```text\n(.*?)^```$|^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_file_is_read_and_every_command_runs(tmp_path: Path) -> None:
    ran = []
    for step in STEP.finditer(TEXT):
        if step[1]:
            (tmp_path / step[1]).write_text(step[2], encoding="utf-8")
            continue
        for line in step[3].splitlines():
            run(line, tmp_path)
            ran.append(line)
    assert len(ran) >= 13
    written = (tmp_path / "my-bank" / "bridges.yaml").read_text(encoding="utf-8")
    assert written.count("- id: ") == 3
    assert "  - id: tay-designer\n" in written


def test_every_format_to_write_is_shown() -> None:
    written = {form.name for form in FORMATS if form.writer} - {"json", "csv"}
    assert {name for name in written if f"sco-quiz export {name}" in TEXT} == written


def test_the_table_has_every_format(update: bool) -> None:
    written = {"anki", *(form.name for form in FORMATS if form.writer)}  # the deck is written by a command of its own
    start, head, _ = TEXT.partition("|---|---|---|---|---|\n")
    rows = (
        (
            *(f"`{form.name}`", form.title, " ".join(form.suffixes)),
            *("yes" * bool(form.reader), "yes" * (form.name in written)),
        )
        for form in FORMATS
    )
    fresh = start + head + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    if update:
        GUIDE.write_text(fresh, encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize("text", [TEXT, import_.command.help])
def test_commands_name_a_format_or_a_file(text: str) -> None:
    named = re.findall(r"sco-quiz (?:im|ex)port ([a-z][\w.-]*)", text)
    assert named
    assert [name for name in named if "." not in name and not format_named(name)] == []


def test_lines_are_not_too_long() -> None:
    assert [line for line in TEXT.splitlines() if len(line) > 120 and not line.startswith("|")] == []


def test_the_guide_is_linked() -> None:
    assert "](questions/exchange.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "](exchange.md)" in (GUIDE.parent / "README.md").read_text(encoding="utf-8")
