"""The sessions for a reader without the article: what they show, and what not."""

from sco_quiz.core.bank import Bank
from tests.blind import render, session_of


def test_sessions_show_no_keys(bank: Bank) -> None:
    text = render(bank, 2)
    assert text == render(bank, 2)
    asked = [question for seed in (1, 2) for question in session_of(bank, seed).questions]
    assert len(asked) == 20
    for question in asked:
        assert question.stem.plain in text
        assert question.explanation not in text
    assert "KEYS" not in text
    assert all(question.key[0] in render(bank, 2, keys=True) for question in asked)
