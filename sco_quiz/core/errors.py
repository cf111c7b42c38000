"""Exceptions that abort a command. A fault in a user's file is a Problem, which is a value."""

from sco_quiz.core.problem import Problem


class ScoQuizError(Exception):
    """A message for the user; the command line turns it into exit code 1."""


class BankError(ScoQuizError):
    """A bank cannot be used; `problems` has the reasons with their positions."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class SelectionError(ScoQuizError):
    """No question of the bank matches the filter."""


class UnknownTopicError(SelectionError):
    """The bank has no such topic."""

    def __init__(self, message: str, topic: str) -> None:
        super().__init__(message)
        self.topic = topic


class ExportError(ScoQuizError):
    """A deck or file cannot be written."""


class ReviewsError(ScoQuizError):
    """A file of reviews cannot be used."""


class HistoryError(ScoQuizError):
    """The file of a student's progress cannot be used."""
