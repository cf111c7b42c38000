"""Hostile files are diagnosed in few steps: patterns that match in one way only, and bounded reports."""

from sco_quiz.loading.diagnosis import raw_text
from sco_quiz.loading.diagnosis.raw_text import scan
from sco_quiz.loading.document import Document


def document(text: str) -> Document:
    return Document("t.yaml", text)


def test_each_repetition_in_the_pattern_of_a_table_is_possessive() -> None:
    # one that gives back characters takes the square of the number of spaces, or twice as long with each column
    greedy = raw_text._TABLE.pattern.replace("++", "").replace("*+", "")
    assert set("*+").isdisjoint(greedy)


def test_a_table_is_recognized() -> None:
    for text in ("prompt,answer,wrong\n", '"prompt"; "answer"; "wrong"\nx', "\n a\tb\t\n", "prompt, answer, a b, \n"):
        assert [problem.name for problem in scan(document(text))] == ["not-yaml"], text
    for text in ("prompt, answer, 3!\n", "prompt,\n", "- id: a, b, c\n"):
        assert "CSV" not in "".join(problem.message for problem in scan(document(text))), text


def test_many_conflict_markers_are_counted() -> None:
    found = scan(document("questions:\n" + "<<<<<<< a\n" * 1_000))
    assert len(found) == 30
    assert found[-1].message.endswith("nor at 970 more markers")
