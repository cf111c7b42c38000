"""Tags with levels, in any language."""

import pytest

from sco_quiz.core.tag import MAX_TAG, is_tag, tag_like


@pytest.mark.parametrize(
    "tag", ["history", "History", "C-4.2_b", "2010", "Geschichte::20._Jh.", "历史", "हिन्दी", "a" * MAX_TAG]
)
def test_a_tag(tag: str) -> None:
    assert is_tag(tag)
    assert tag_like(tag) == tag


def test_a_tag_of_several_words() -> None:
    assert is_tag("Foreign Policy::Level 2")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("foreign  policy", "foreign-policy"),
        (" Foreign\tPolicy ", "Foreign-Policy"),
        ("a:b", "a-b"),
        ("a :: b", "a::b"),
        ("::a::", "a"),
        ("#exam!", "exam"),
        ('"quoted"', "quoted"),
        ("", ""),
        ("§", ""),
        ("a" * 101, "a" * MAX_TAG),
    ],
)
def test_what_was_meant_by_text_that_is_not_a_tag(text: str, meant: str) -> None:
    assert not is_tag(text)
    assert tag_like(text) == meant
