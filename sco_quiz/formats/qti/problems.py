"""Problems with the items of a package."""

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.exchange.xml_tree import Element


def problem_of(name: str, message: str, item: Element, hint: str = "") -> Problem:
    """Return a problem with an item: why it is not read, or what is lost of it."""
    return named_problem(name, _about(title_of(item), message), item.place, hint)


def title_of(item: Element) -> str:
    """Return the title of an item, on one line."""
    return " ".join(item.attributes.get("title", "").split())


def _about(title: str, message: str) -> str:
    return f"`{title}`: {message}" if title else message
