"""Pictures of an import get names that no other picture has."""

import pytest

from sco_quiz.app import import_drafts


def test_a_picture_of_many_questions_is_not_hashed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of questions may show the same large picture."""
    media = import_drafts.Media(None)
    other = media.name_for("media/a.png", b"1"), media.name_for("media/A.png", b"2")
    assert other[0] == "media/a.png"
    assert other[1].startswith("media/A-")
    monkeypatch.delattr(import_drafts, "sha256")
    assert media.name_for("media/a.png", b"1") == media.name_for("media/A.PNG", b"1") == "media/a.png"
    assert list(media.added) == [*other]
