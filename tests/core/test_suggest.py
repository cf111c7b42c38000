"""A misspelled word is explained by the nearest known one."""

import pytest

from sco_quiz.core import suggest


def test_of_very_many_misspelled_words_only_the_first_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggest, "_MOST_COMPARED", 5)
    names = suggest.Names(["economy", "security"])
    assert names.suggest("secuirty", "see the list") == "did you mean `security`?"
    assert names.suggest("secuirty", "see the list", but="security") == "see the list"
    assert names.suggest("secuirty", "see the list") == "see the list"
