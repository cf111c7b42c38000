"""Functions are short, files small, and comments few but present; `-s` prints the figures of each room."""

import ast
import io
import tokenize
from collections import Counter
from pathlib import Path

from tests.conftest import ROOT
from tests.house.doors import modules

MODULES = modules(ROOT / "sco_quiz")
SKIP = "# fmt: skip"


def lengths(path: Path) -> dict[str, int]:
    """Return the number of lines of each function of a module."""
    functions = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    return {f"{path}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1 for node in functions}


def comments(text: str) -> list[str]:
    """Return the comments of a module, including trailing ones, without instructions to tools."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    found = [token.string for token in tokens if token.type == tokenize.COMMENT]
    return [comment for comment in found if not comment.startswith((SKIP, "# noqa", "# type:", "# pragma"))]


def test_comments_are_counted() -> None:
    text = '"""# no"""\n# one\nx = "# no"  # two\ny = [  # fmt: skip\n]\n'
    assert comments(text) == ["# one", "# two"]


def test_files_stay_small_and_say_what_they_are() -> None:
    assert len(MODULES) > 150
    for name, path in MODULES.items():
        text = path.read_text("utf-8")
        assert text.count("\n") < 300, name
        assert ast.get_docstring(ast.parse(text)), f"{name} has no docstring"


def test_functions_stay_short() -> None:
    found = {name: length for path in MODULES.values() for name, length in lengths(path).items()}
    assert len(found) > 1000
    assert {name: length for name, length in found.items() if length > 50} == {}
    short = sum(length < 20 for length in found.values())
    print(f"{short} of {len(found)} functions have fewer than 20 lines")
    assert short >= 0.9 * len(found), {name: length for name, length in found.items() if length >= 20}


def test_comments_are_few_but_present() -> None:
    """Comments say why where a reader would wonder: on 2 to 4 lines of a hundred."""
    lines: Counter[str] = Counter()
    written: Counter[str] = Counter()
    for name, path in MODULES.items():
        room = name.split(".")[1] if name.count(".") else "roof"
        text = path.read_text("utf-8")
        lines[room] += text.count("\n")
        written[room] += len(comments(text))
    for room in sorted(lines):
        print(f"{room:10} {written[room]:4} comments, {100 * written[room] / lines[room]:.1f} % of {lines[room]} lines")
    share = written.total() / lines.total()
    print(f"all: {100 * share:.2f} % of {lines.total()}")
    assert 0.02 <= share <= 0.04


def test_the_formatter_is_seldom_switched_off() -> None:
    skipped = {
        str(path.relative_to(ROOT)): count
        for folder in ("sco_quiz", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if (count := path.read_text("utf-8").count(f"  {SKIP}\n"))
    }
    print(skipped)
    assert sum(skipped.values()) < 15
