"""The guide to other systems is true: its files are read, its commands run in the order of the page."""

import re
import shlex
from pathlib import Path

from sco_quiz.formats import FORMATS
from tests.command import sco_quiz
from tests.conftest import ROOT

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
            program, *arguments = shlex.split(line)
            assert program == "sco-quiz"
            done = sco_quiz(*arguments, cwd=tmp_path)
            assert done.returncode == 0, (line, done.stdout, done.stderr)
            if "-o" in arguments:
                assert (tmp_path / arguments[arguments.index("-o") + 1]).stat().st_size > 20, line
            ran.append(line)
    assert len(ran) >= 13
    written = (tmp_path / "my-bank" / "bridges.yaml").read_text(encoding="utf-8")
    assert written.count("- id: ") == 3
    assert "  - id: tay-designer\n" in written


def test_every_format_to_write_is_shown() -> None:
    written = {form.name for form in FORMATS if form.writer} - {"json", "csv"}
    assert {name for name in written if f"sco-quiz export {name}" in TEXT} == written


def test_the_guide_is_linked() -> None:
    assert "](questions/exchange.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "](exchange.md)" in (GUIDE.parent / "README.md").read_text(encoding="utf-8")
