"""Read XML of any version: the names of QTI 3, such as `qti-simple-choice`, become those of QTI 2, `simpleChoice`."""

import re
from dataclasses import replace

from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.xml_tree import Element, parse_xml

_PREFIX = "qti-"
_HYPHEN = re.compile("-([a-z])")


def parse_qti(data: bytes, name: str, options: ReadOptions) -> Element | Problem:
    """Return the root of a file of questions in the names of QTI 2, or why it cannot be read."""
    root = parse_xml(data, name, options)
    return root if isinstance(root, Problem) or not root.name.startswith(_PREFIX) else _renamed(root)


def _renamed(element: Element) -> Element:
    children = [child if isinstance(child, str) else _renamed(child) for child in element.children]
    if not element.name.startswith(_PREFIX):  # HTML, or a formula
        return replace(element, children=children)
    attributes = {_joined(name): value for name, value in element.attributes.items()}
    return replace(element, name=_joined(element.name.removeprefix(_PREFIX)), attributes=attributes, children=children)


def _joined(name: str) -> str:
    return _HYPHEN.sub(lambda found: found[1].upper(), name)
