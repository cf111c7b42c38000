"""Functions are short and files small."""

import ast

from tests.conftest import ROOT
from tests.house.doors import modules


def test_functions_and_files_stay_small() -> None:
    lengths = {}
    for name, path in modules(ROOT / "sco_quiz").items():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") < 300, name
        assert ast.get_docstring(ast.parse(text)), f"{name} has no docstring"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                lengths[f"{name}.{node.name}"] = node.end_lineno - node.lineno + 1 if node.end_lineno else 0
    assert len(lengths) > 150
    assert {name: length for name, length in lengths.items() if length > 50} == {}
    assert sum(length < 20 for length in lengths.values()) >= 0.85 * len(lengths)
