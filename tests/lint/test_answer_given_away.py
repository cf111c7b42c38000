"""`answer-given-away` reads each prompt once, however many answers are in it."""

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import ShortAnswer
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rules import answer_given_away
from sco_quiz.lint.tokens import tokens

NAMES = [f"{first} {last}" for first in ("Ann", "Boris", "Carla", "Dora") for last in ("Ivanova", "Petrov", "Rossi")]


def asked(name: str, prompt: str, answer: str) -> ShortAnswer:
    return ShortAnswer(id=name, type="short_answer", prompt=prompt, answer=answer, level="remember")


def test_prompts_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asking = [asked(f"who-{at}", f"Who led the port authority in {1990 + at}?", name) for at, name in enumerate(NAMES)]
    everybody = ", ".join(NAMES)
    naming = [asked(f"where-{at}", f"Where in {1890 + at} did {everybody} meet?", f"City {at}") for at in range(10)]
    read: list[str] = []
    monkeypatch.setattr(answer_given_away, "tokens", lambda text: read.append(text) or tokens(text))
    bank = Bank("talks", "Talks", (Topic("first", "First", (*asking, *naming)),))
    assert list(answer_given_away.check_bank(BankFacts(bank))) == []  # more than two prompts name each
    assert sorted(read) == sorted({*NAMES, *(question.prompt for question in naming)})
