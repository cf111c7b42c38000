"""Report why a question is not read, or what is lost of it."""

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.exchange.xml_tree import Element


class Refused(Exception):
    """A question cannot be read: `name` is a key of REASONS."""

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.name, self.message, self.hint = name, message, hint

    def problem(self, item: Element) -> Problem:
        """Return it as a problem of an item."""
        return warning(self.name, self.message, item, self.hint)


def warning(name: str, message: str, item: Element, hint: str = "") -> Problem:
    """Return what is lost of an item that is read."""
    return named_problem(name, _about(title_of(item), message), item.place, hint)


def title_of(item: Element) -> str:
    """Return the title of an item, on one line."""
    return " ".join(item.attributes.get("title", "").split())


def _about(title: str, message: str) -> str:
    return f"`{title}`: {message}" if title else message
