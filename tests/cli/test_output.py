"""Everything that commands print goes through one module, which sanitizes it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from sco_quiz.cli import output
from tests.conftest import ROOT

PRINTERS = {"echo", "secho", "print", "prompt", "confirm", "echo_via_pager"}


def printers_in(path: Path) -> Iterator[str]:
    """Yield each call that prints or asks past the module `output`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            owner = getattr(getattr(node.func, "value", None), "id", "")
            if name in PRINTERS and owner in ("", "click"):
                yield f"{path.name}:{node.lineno}: {name}"


def test_commands_print_only_through_output() -> None:
    paths = [path for path in (ROOT / "sco_quiz" / "cli").rglob("*.py") if path.name != "output.py"]
    assert len(paths) > 30
    own = {"confirm"}  # the one of `output` has the name of click's
    found = [call for path in paths for call in printers_in(path) if call.rpartition(" ")[2] not in own]
    assert found == []


def test_the_search_bites(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("import click\nclick.echo('x')\nprint('y')\nother.echo('z')\n")
    assert list(printers_in(bad)) == ["bad.py:2: echo", "bad.py:3: print"]


def test_control_characters_are_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_text("a\x1b[2Jb")
    output.print_wrapped("c\x07d", err=True)
    assert capsys.readouterr() == ("a\\u001b[2Jb\n", "c\\u0007d\n")
    output.print_verbatim("\x1b[2J", nl=False)
    assert capsys.readouterr().out == "\x1b[2J"


def test_lines_break_between_words_and_keep_their_indent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    text = "short\n  a line that is too long for it: /a/path/that/stays/whole/as/one/word"
    assert output.wrapped(text).split("\n") == [
        "short",
        "  a line that is too",
        "  long for it:",
        "  /a/path/that/stays/whole/as/one/word",
    ]


def test_no_line_ends_inside_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    assert output.wrapped("Next: `sco-quiz review --bank 'my bank'` asks what is due.").split("\n") == [
        "Next:",
        "`sco-quiz review --bank 'my bank'`",
        "asks what is due.",
    ]
