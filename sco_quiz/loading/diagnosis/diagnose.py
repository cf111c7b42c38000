"""Turn what the parser found into problems: refused YAML, texts cut or joined by YAML, a syntax error."""

import re
from typing import assert_never

from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.loading.diagnosis.folded_items import folded_items
from sco_quiz.loading.diagnosis.hash_comments import hidden_by_comments
from sco_quiz.loading.diagnosis.syntax_errors import starts_with_gap, syntax_problem, too_deep
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_tree import Fault, Mapping, Refusal, RepeatedKey, SyntaxStop, Tree, Unreadable

_GAP = re.compile(r" *(?:- +)*(?:[a-z_]+: +)(\{\{)")


def diagnose(document: Document, parsed: Tree | Unreadable) -> list[Problem]:
    """Return what is wrong with a file as YAML; the problem at which reading stopped comes last."""
    problems = [_fault(document, fault) for fault in parsed.faults]
    problems += hidden_by_comments(document, parsed.scalars)
    problems += folded_items(document, parsed.scalars)
    if isinstance(parsed, Tree):
        return problems
    last = _stop(document, parsed.stop)
    # what comes later in the file than the mistake follows from it
    return [*(problem for problem in problems if problem.place.line < last.place.line), last]


def _stop(document: Document, stop: SyntaxStop | Refusal) -> Problem:
    return syntax_problem(document, stop) if isinstance(stop, SyntaxStop) else _refused(document, stop)


def _fault(document: Document, fault: Fault) -> Problem:
    if isinstance(fault, RepeatedKey):
        return _repeated(document, fault)
    node = fault.node
    if isinstance(node, Mapping) and (gap := _GAP.fullmatch(document.lines[node.line][: node.column + 1])):
        return starts_with_gap(document, node.line, gap.start(1))
    message = "the name of a field is missing, or something in brackets stands for it"
    hint = "put a text that starts with [ or { into quotes"
    return document.problem("key-not-text", message, node.line, node.column, node.width, hint)


def _repeated(document: Document, fault: RepeatedKey) -> Problem:
    key, first = fault.key, fault.first.line + 1
    hint = f"the first stands in line {first}; keep one of them"
    if key.value == "id":
        hint = f"the first stands in line {first}; if a new question starts here, put a dash before it: `- id:`"
    message = f"`{shorten(key.value)}` is given a second time"
    return document.problem("duplicate-key", message, key.line, key.column, key.width, hint)


def _refused(document: Document, refusal: Refusal) -> Problem:
    """Name a feature of YAML that no bank uses, and how to write a text that only looks like it."""
    _, line, column, anchor = refusal
    match refusal.feature:
        case "depth":
            return too_deep(document, line, column)
        case "tag":
            name, message = "yaml-tag", "a tag (a word starting with !) stands before this value"
            hint = "if a text starts with !, put it into quotes"
        case "anchor":
            name, message = "yaml-alias", f"`&{anchor}` marks this value for repetition"
            hint = "write each value out; if a text starts with &, put it into quotes"
        case "alias":
            name, message = "yaml-alias", f"`*{anchor}` repeats another part of the file"
            hint = "write the value out; if a text starts with *, put it into quotes"
        case "second document":
            name, message = "several-documents", "a second document starts here"
            hint = "a bank file holds one document; remove the line `---`"
        case other:
            assert_never(other)
    return document.problem(name, message, line, column, 1, hint)
