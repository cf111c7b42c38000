"""Read a file from the disk into a tree, or into the problems that make it unreadable."""

from pathlib import Path

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.diagnose import diagnose
from sco_quiz.loading.diagnosis.raw_text import scan
from sco_quiz.loading.files import read_document
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.yaml_tree import Scalar, Tree, parse


def read_tree(path: Path) -> tuple[Origin | None, list[Problem]]:
    """Read a file that must have content; return its text with its tree, and what is wrong with it as YAML."""
    document, problems = read_document(path, str(path))
    if document is None:
        return None, problems
    if problems := scan(document):
        return None, problems  # of a file of another format, say, YAML would report nonsense
    parsed = parse(document.text)
    problems = diagnose(document, parsed)
    root = parsed.root if isinstance(parsed, Tree) else None
    if root is None or (isinstance(root, Scalar) and root.bare):
        return None, problems or [_empty(path)]
    return Origin(document, root), problems


def _empty(path: Path) -> Problem:
    return Problem("empty-file", "the file is empty", Place(str(path), 1, 1), "add content or delete the file")
