"""The lines that were meant by a list or by pairs on one line."""

import pytest

from sco_quiz.loading.diagnosis.suggestions import as_list, as_pairs, list_items


@pytest.mark.parametrize(
    ("given", "items"),
    [
        ("one; two", ["one", "two"]),
        ("one, two", ["one", "two"]),
        ("one, and a half; two", ["one, and a half", "two"]),
        ("(one, two)", ["one", "two"]),
        ("• one • two", ["one", "two"]),
        ("- one - two", ["one", "two"]),
        ("half-way house", ["half-way house"]),
        ("• one", ["one"]),
        ({"• one": "", "two": "note"}, ["one", "two: note"]),
        (7, ["…"]),
    ],
)
def test_items_of_one_text(given: object, items: list[str]) -> None:
    assert list_items(given) == items


def test_a_list() -> None:
    assert as_list("items", "one, two") == "items:\n  - one\n  - two"
    assert as_list("tags", "History of bridges; Élan") == "tags:\n  - History-of-bridges\n  - Élan"
    assert as_list("items", ",".join("abcdefgh")).endswith("\n  - f\n  - …")


@pytest.mark.parametrize(
    ("field", "given", "expected"),
    [
        ("pairs", "Paris -> France", "write one `left: right` line for each pair:\npairs:\n  Paris: France"),
        (
            "pairs",
            [{"Paris": "France"}, {"Rome": "Italy"}],
            "remove the dashes:\npairs:\n  Paris: France\n  Rome: Italy",
        ),
        ("pairs", "Paris", "write one `left: right` line for each pair, below `pairs:`"),
    ],
)
def test_pairs(field: str, given: object, expected: str) -> None:
    assert as_pairs(field, given) == expected


def test_a_correction() -> None:
    assert as_pairs("correction", "Beijing").endswith("\ncorrection:\n  wrong words: Beijing")
    assert as_pairs("correction", ["x"]).endswith("\ncorrection:\n  wrong words: the right words")


@pytest.mark.parametrize("given", [" " * 100_000 + "x", "a" + " " * 100_000 + "b", "-" * 100_000])
def test_only_the_start_of_a_long_text_is_searched(given: str) -> None:
    assert len(as_list("answers", given)) < 1000
    assert len(as_pairs("pairs", given)) < 1000
