"""Turn what the parser found into problems: refused YAML, text that YAML cut or joined, a syntax error."""

import re
from typing import assert_never

from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.loading.diagnosis.folded_items import folded_items
from sco_quiz.loading.diagnosis.hash_comments import hidden_by_comments
from sco_quiz.loading.diagnosis.open_quotes import open_quote, unclosed_quote
from sco_quiz.loading.diagnosis.syntax_errors import IN_QUOTES, starts_with_gap, syntax_problem, too_deep
from sco_quiz.loading.document import Document
from sco_quiz.loading.yaml_nodes import Mapping
from sco_quiz.loading.yaml_tree import Fault, Refusal, RepeatedKey, SyntaxStop, Tree, Unreadable

_GAP = re.compile(r" *(?:- +)*(?:[a-z_]+: +)(\{\{)")


def diagnose(document: Document, parsed: Tree | Unreadable) -> list[Problem]:
    """Return what is wrong with a file as YAML; the problem at which reading stopped comes last."""
    problems = [_fault(document, fault) for fault in parsed.faults]
    problems += hidden_by_comments(document, parsed.scalars)
    problems += folded_items(document, parsed.scalars)
    if isinstance(parsed, Tree):
        return problems
    quote = open_quote(document, parsed.scalars)
    last = unclosed_quote(document, quote) if quote else _stop(document, parsed.stop)
    # what is further down in the file than the mistake follows from it
    return [*(problem for problem in problems if problem.place.line < last.place.line), last]


def _stop(document: Document, stop: SyntaxStop | Refusal) -> Problem:
    return syntax_problem(document, stop) if isinstance(stop, SyntaxStop) else _refused(document, stop)


def _fault(document: Document, fault: Fault) -> Problem:
    if isinstance(fault, RepeatedKey):
        return _repeated(document, fault)
    node = fault.node
    if isinstance(node, Mapping) and (gap := _GAP.fullmatch(document.lines[node.line][: node.column + 1])):
        return starts_with_gap(document, node.line, gap.start(1))
    message, hint = "expected the name of a field", "put text that starts with [ or { in quotes"
    return document.problem("key-not-text", message, node.line, node.column, node.width, hint)


def _repeated(document: Document, fault: RepeatedKey) -> Problem:
    key, first = fault.key, f"the first is in line {fault.first.line + 1}"
    hint = f"{first}; remove one of them"
    if key.value == "id":
        hint = f"{first}; if a new question starts here, put a dash before it: `- id:`"
    message = f"`{shorten(key.value, 40)}` occurs twice"
    return document.problem("duplicate-key", message, key.line, key.column, key.width, hint)


def _refused(document: Document, refusal: Refusal) -> Problem:
    """Name a feature of YAML that no bank uses; most often it is text that only looks like it."""
    _, line, column, anchor = refusal
    match refusal.feature:
        case "depth":
            return too_deep(document, line, column)
        case "tag":
            name, message = "yaml-tag", "text that starts with ! needs quotes"
            hint = f"{IN_QUOTES}; tags of YAML are not supported"
        case "anchor":
            name, message = "yaml-alias", f"text that starts with & needs quotes: `&{anchor}`"
            hint = f"{IN_QUOTES}; anchors of YAML are not supported, so write each value out"
        case "alias":
            name, message = "yaml-alias", f"text that starts with * needs quotes: `*{anchor}`"
            hint = f"{IN_QUOTES}; aliases of YAML are not supported, so write the value out"
        case "second document":
            name, message = "several-documents", "a second document starts here"
            hint = "remove the line `---`: a file of a bank is one document"
        case other:
            assert_never(other)
    return document.problem(name, message, line, column, 1, hint)
