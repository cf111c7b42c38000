"""Find code outside `core/kinds` that depends on one kind of question."""

import ast
from collections.abc import Iterator
from pathlib import Path

from sco_quiz.core.constants import KIND_NAMES

CLASSES = {"".join(word.capitalize() for word in name.split("_")) for name in KIND_NAMES}
TABLES = ("core/kinds/", "core/constants.py")


def kind_sites(package: Path) -> list[str]:
    """Return each place as `file: code`, once per file and code. Raises ValueError when there is no file."""
    files = {path.relative_to(package).as_posix(): path for path in package.rglob("*.py")}
    if not files:
        raise ValueError(f"no module under {package}")
    return sorted(
        {f"{name}: {code}" for name, path in files.items() if not name.startswith(TABLES) for code in _sites(path)}
    )


def _sites(path: Path) -> Iterator[str]:
    compared: set[int] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, classes]) if found := _classes(
                classes
            ):
                yield f"isinstance {' | '.join(sorted(found))}"
            case ast.MatchClass(cls=pattern) if _classes(pattern):
                yield f"case {ast.unparse(pattern)}"
            case ast.Compare(left=ast.Attribute(attr="type"), comparators=[right, *_]) if literals := _names(right):
                compared |= literals
                yield f".type against {ast.unparse(right)}"
            case ast.Constant(value=str(name)) if name in KIND_NAMES and id(node) not in compared:
                yield f"name {name!r}"


def _classes(node: ast.AST) -> set[str]:
    """Return the names of kind classes in an expression."""
    parts = list(ast.walk(node))
    names = [part.id for part in parts if isinstance(part, ast.Name)]
    return {*names, *(part.attr for part in parts if isinstance(part, ast.Attribute))} & CLASSES


def _names(node: ast.AST) -> set[int]:
    """Return the identities of the literals in an expression that are names of kinds."""
    return {id(part) for part in ast.walk(node) if isinstance(part, ast.Constant) and part.value in KIND_NAMES}
