"""Grading one answer without a session."""

from collections.abc import Sequence

from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.verdict import Unreadable, Verdict


def grade(bank: Bank, question_id: str, answer: str | Sequence[str]) -> Verdict:
    """Grade an answer to a question of the bank.

    `answer` is a text (typed words, an option's words, or `true`) or a sequence of texts: the options chosen, the
    right sides in the order of the pairs, the parts in their order, one text per gap. Raises SelectionError for an
    unknown id or an answer that cannot be read.
    """
    question = bank.find(question_id)
    if question is None:
        raise SelectionError(f"no question has the id `{question_id}`")
    if isinstance(answer, str):
        options = question.texts() if question.type in ("single_choice", "multiple_choice") else ()
        parsed = question.parse_answer(answer, options)
        if isinstance(parsed, Unreadable):
            raise SelectionError(parsed.message)
        return question.grade(parsed, bank.vocabulary)
    return question.grade(tuple(answer), bank.vocabulary)
