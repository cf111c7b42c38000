"""Grade one answer without a session."""

from collections.abc import Sequence

from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.interaction import Choice, Interaction
from sco_quiz.core.selection import question_of
from sco_quiz.core.verdict import Unreadable, Verdict


def grade(bank: Bank, question_id: str, answer: str | Sequence[str]) -> Verdict:
    """Grade an answer to a question of the bank.

    `answer` is a string (typed words, the words of an option, or `true`) or a sequence of strings: the chosen options,
    the right sides in the order of the pairs, the items in their order, one string per gap. Raise SelectionError for
    an unknown id or an answer that cannot be read.
    """
    question = question_of(bank, question_id)
    if isinstance(answer, str):
        parsed = question.parse_answer(answer, _options(question.interaction()))
        if isinstance(parsed, Unreadable):
            raise SelectionError(parsed.message)
        return question.grade(parsed, bank.vocabulary)
    return question.grade(tuple(answer), bank.vocabulary)


def _options(interaction: Interaction) -> tuple[str, ...]:
    """Return the options that can be named by their words."""
    return tuple(option.text for option in interaction.options) if isinstance(interaction, Choice) else ()
