"""A bank whose question has a setting, and adds something from outside the article."""

from datetime import date

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.reference import Reference
from sco_quiz.loading.writing.source_record import make_source


def bank_beyond(**fields: object) -> Bank:
    """Return a bank of one question with a setting and with what goes beyond the article."""
    values = {
        "id": "members",
        "type": "short_answer",
        "setting": "Muratbek Imanaliev,\nFebruary 2010",
        "prompt": "Who had applied?",
        "answer": "Iran",
        "explanation": "It had applied in 2008.",
        "beyond": {"text": "It joined in 2023.", "references": ["by-day", "by-year"]},
        "level": "remember",
        **fields,
    }
    source = make_source("Title\n\nIran had applied.\n", "Title", date(2010, 2, 3))
    references = {
        "by-day": Reference(title="Iran joins", publisher="SCO", date="2023-07-04", url="https://a.example/b?c#d"),
        "by-year": Reference(title="A history", publisher="Press", date="2024"),
    }
    given = {name: value for name, value in values.items() if value is not None}
    question = KINDS[str(given["type"])].model_validate(given)
    return Bank("b", "B", (Topic("t", "T", (question,)),), source=source.model_copy(update={"references": references}))
