"""Find code outside `core/kinds` that depends on one kind of question."""

import ast
from collections.abc import Iterator
from pathlib import Path

from sco_quiz.core.constants import KIND_NAMES

CLASSES = {"".join(word.capitalize() for word in name.split("_")) for name in KIND_NAMES}


def kind_sites(package: Path) -> list[str]:
    """Each place as `file: code`, once per file and code. Raises ValueError when there is no file."""
    files = [path for path in sorted(package.rglob("*.py")) if "kinds" not in path.relative_to(package).parts]
    if not files:
        raise ValueError(f"no module under {package}")
    return sorted({f"{path.relative_to(package).as_posix()}: {code}" for path in files for code in _sites(path)})


def _sites(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, classes]) if _kinds(classes):
                yield f"isinstance {' | '.join(sorted(_kinds(classes)))}"
            case ast.MatchClass(cls=pattern) if _kinds(pattern):
                yield f"case {ast.unparse(pattern)}"
            case ast.Compare(left=ast.Attribute(attr="type")) if _is_literal(node.comparators[0]):
                yield f".type against {ast.unparse(node.comparators[0])}"
            case ast.Constant(value=str(name)) if name in KIND_NAMES:
                yield f"name {name!r}"


def _kinds(node: ast.AST) -> set[str]:
    """The classes of kinds that an expression names."""
    names = {part.id if isinstance(part, ast.Name) else part.attr for part in ast.walk(node)
             if isinstance(part, ast.Name | ast.Attribute)}  # fmt: skip
    return names & CLASSES


def _is_literal(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Constant) and part.value in KIND_NAMES for part in ast.walk(node))
