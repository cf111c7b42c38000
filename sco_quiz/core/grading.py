"""Grade one answer without a session."""

from collections.abc import Sequence

from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.interaction import Choice
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.responses import named_options
from sco_quiz.core.selection import question_of
from sco_quiz.core.verdict import Response, Unreadable, Verdict


def grade(bank: Bank, question_id: str, answer: str | Sequence[str]) -> Verdict:
    """Grade an answer to a question of the bank.

    `answer` is a string (typed words, the words of an option, or `true`) or a sequence of strings: the chosen options,
    the right sides in the order of the pairs, the items in their order, one string per gap. Raise SelectionError for
    an unknown id or an answer that cannot be read.
    """
    question = question_of(bank, question_id)
    if isinstance(answer, str):
        parsed = _parsed(question, answer)
        if isinstance(parsed, Unreadable):
            raise SelectionError(parsed.message)
        return question.grade(parsed, bank.vocabulary)
    return question.grade(tuple(answer), bank.vocabulary)


def _parsed(question: AnyQuestion, answer: str) -> Response | Unreadable:
    """Read an answer; that of a choice has no numbers of options, since none are shown."""
    interaction = question.interaction()
    if not isinstance(interaction, Choice):
        return question.parse_answer(answer, ())
    options = tuple(option.text for option in interaction.options)
    return named_options(interaction, answer, options) or question.parse_answer(answer, options)
