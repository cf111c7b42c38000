"""Read a file from the disk into a tree, or into the problems that make it unreadable."""

import re
from dataclasses import replace
from pathlib import Path

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.loading.diagnosis.diagnose import diagnose
from sco_quiz.loading.diagnosis.line_scanner import starts
from sco_quiz.loading.diagnosis.raw_text import scan
from sco_quiz.loading.document import Document
from sco_quiz.loading.files import read_yaml
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.yaml_nodes import Mapping, Scalar, Sequence
from sco_quiz.loading.yaml_tree import Tree, parse

MAX_BROKEN = 20  # questions of a file that are set aside: each needs another reading, and more are hardly typos
_WHOLE_FILE = ("several-documents", "merge-conflict")  # what follows may repeat questions, or be none
_ID = re.compile(r"""^[^\S\n]*(?:- +)?id: +["']?([a-z0-9-]+)""", re.MULTILINE)


def read_tree(path: Path) -> tuple[Origin | None, list[Problem]]:
    """Read a file that must have content; return its text with its tree, and what is wrong with it as YAML."""
    document, problems = read_yaml(path)
    return parse_document(document) if document else (None, problems)


def parse_questions(document: Document) -> tuple[Origin | None, list[Problem]]:
    """Parse the text of a file of questions; those that YAML cannot read are set aside, with a problem."""
    origin, problems = parse_document(document)
    if origin:
        return origin, problems
    return _without_broken(document, problems) or (None, problems)


def parse_document(document: Document) -> tuple[Origin | None, list[Problem]]:
    """Parse the text of a file that must have content; return its tree, and what is wrong with it as YAML."""
    if problems := scan(document):
        return None, problems  # of a file of another format, say, YAML would report nonsense
    parsed = parse(document.text)
    problems = diagnose(document, parsed)
    root = parsed.root if isinstance(parsed, Tree) else None
    if root is None or (isinstance(root, Scalar) and root.bare):
        return None, problems or [_empty(document)]
    return Origin(document, root), problems


def _without_broken(document: Document, problems: list[Problem]) -> tuple[Origin, list[Problem]] | None:
    """Empty the lines of each question that stops the reader, until the rest can be read; None if nothing is left."""
    first = starts(document, len(document.lines))
    lines, found = list(document.lines), []
    for _ in range(MAX_BROKEN):
        line = problems[-1].place.line - 1
        start = max((each for each in first if each <= line), default=None)
        if start is None or not any(lines[start : line + 1]) or problems[-1].name in _WHOLE_FILE:
            return None
        end = min((each for each in first if each > start), default=len(lines))
        names = _ID.findall("\n".join(lines[start : line + 1]))
        found += [
            replace(each, question=names[-1] if names else "") for each in problems if start < each.place.line <= end
        ]
        lines[start:end] = [""] * (end - start)
        origin, problems = parse_document(Document(document.name, "\n".join(lines)))
        if origin:
            return (origin, [*found, *problems]) if _has_questions(origin) else None
    return None


def _has_questions(origin: Origin) -> bool:
    listed = origin.node.entries.get("questions") if isinstance(origin.node, Mapping) else None
    return isinstance(listed, Sequence) and bool(listed.items)


def _empty(document: Document) -> Problem:
    return Problem("empty-file", "the file is empty", Place(document.name, 1, 1), "add content or delete the file")
