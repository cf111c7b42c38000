"""Problems point at the words that they are about."""

from pathlib import Path

import pytest

from sco_quiz.lint.engine import lint
from sco_quiz.loading.load import read_bank
from tests.fuzz.places import CHOICE, HEAD, LAST, QUESTIONS

PROMPT = "    prompt: Where is the other one?\n"


def places(path: Path, old: str, new: str, rule: str) -> list[tuple[int, str]]:
    """Return the lines and marked words of the findings of a rule, in a file that was changed."""
    (path / "topic.yaml").write_text((HEAD + QUESTIONS + CHOICE + LAST).replace(old, new, 1), encoding="utf-8")
    (path / "bank.yaml").write_text("id: b\ntitle: B\n", encoding="utf-8")
    loaded = read_bank(path)
    found = lint(loaded.bank, lambda name, at, part: loaded.place_of(name, *at, part=part))
    here = (each.place for each in (*loaded.problems, *found) if each.name == rule)
    return [(place.line, place.text[place.column - 1 : place.column - 1 + place.width]) for place in here]


@pytest.mark.parametrize(
    ("rule", "old", "new", "expected"),
    [
        ("negative-prompt", PROMPT, "    prompt: >-\n      Which notary\n      is Not here?\n", (12, "Not")),
        ("context-bound", PROMPT, "    prompt: 'It''s in\n      this article, is it?'\n", (11, "this article")),
        (
            "context-bound",
            "    prompt: Where is the o",
            "    setting: In\n      this\n      text\n    prompt: X o",
            (11, "this"),
        ),
        ("absolute-word", "      - Wrong\n", '      - "It is alw\\u0061ys \\\n        wrong"\n', (13, "alw\\u0061ys")),
        ("control-character", "      - Wrong\n", '      - "Wro\\ang": note\n', (13, "\\a")),
        ("control-character", "      - Wrong\n", '      - Wrong: "no\\ate"\n', (13, "\\a")),
        ("control-character", "topic: T\n", 'topic: "T\n  \\vT"\n', (2, "\\v")),
    ],
)
def test_words_are_found(tmp_path: Path, rule: str, old: str, new: str, expected: tuple[int, str]) -> None:
    assert places(tmp_path, old, new, rule) == [expected]
