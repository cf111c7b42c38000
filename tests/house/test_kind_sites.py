"""Outside `core/kinds`, little code depends on one kind of question; a new place needs a reason here."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.house.kind_sites import kind_sites

# the kinds of 0.1.0: a later one needs no such place
EIGHT = ["single_choice", "multiple_choice", "true_false", "short_answer", "numeric", "cloze", "matching", "ordering"]
FAMILY = "the name of a note type in Anki: cloze notes are made of gaps, whatever kind has them"
MOODLE = "Moodle has kinds and a format of these names"
REASONS = {
    ("__init__.py", "matching"): "the old name of filter_questions",
    ("card/content.py", *EIGHT): "the scripts of cards choose by these names, which are in students' notes",
    ("anki/ids.py", "cloze"): FAMILY,
    ("anki/notes.py", "cloze"): FAMILY,
    ("anki/notetype.py", "cloze"): FAMILY,
    ("anki/note_parts.py", "true_false"): "a name of card_content.py, read from students' notes",
    ("anki/package.py", "cloze"): FAMILY,
    ("anki/replaced_notes.py", "cloze"): FAMILY,
    ("anki/template_renderer.py", "cloze"): "a filter of Anki's templates",
    **{
        (f"formats/drafting/{module}.py", *kinds): "the kinds that questions of other programs become"
        for module, kinds in {
            "choices": EIGHT[:3],
            "words": EIGHT[3:4],
            "numbers": EIGHT[4:5],
            "gaps": EIGHT[5:6],
            "pairs": EIGHT[6:],
        }.items()
    },
    ("formats/__init__.py", "cloze"): MOODLE,
    ("formats/moodle/xml_bodies.py", "cloze", "matching", "ordering"): MOODLE,
    ("formats/moodle/xml_reader.py", "cloze", "matching", "ordering"): MOODLE,
    ("formats/qti/kinds.py", "numeric"): "what other programs call a question with a number",
    ("loading/decode.py", "numeric"): "only its numbers may be ambiguous, such as 1.000",
    ("loading/foreign_choice.py", *EIGHT[:2]): "what a choice that was written for another program becomes",
    ("loading/synonyms.py", *EIGHT): "names of other programs for these kinds",
    ("loading/writing/json_schema.py", "short_answer"): "the example of a file",
}
ALLOWED = {f"{file}: name {name!r}": reason for (file, *names), reason in REASONS.items() for name in names} | {
    "lint/rules/number_not_in_source.py: isinstance Numeric": "only a number has a derivation",
    "loading/hints.py: isinstance Cloze": "only a cloze has its answers in the prompt",
}


def test_no_new_code_depends_on_one_kind() -> None:
    assert set(kind_sites(ROOT / "sco_quiz")) == set(ALLOWED)


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("isinstance(q, Cloze | ShortAnswer)", "isinstance Cloze | ShortAnswer"),
        ("isinstance(q, kinds.Cloze)", "isinstance Cloze"),
        ("match q:\n    case Matching(pairs=p):\n        pass", "case Matching"),
        ("q.type == 'numeric'", ".type against 'numeric'"),
        ("q.question.type not in ('cloze', 'numeric')", ".type against ('cloze', 'numeric')"),
        ("LABELS = {'true_false': 1}", "name 'true_false'"),
    ],
)
def test_the_search_finds_each_form(tmp_path: Path, text: str, site: str) -> None:
    (tmp_path / "core" / "kinds").mkdir(parents=True)
    for name in ("core/kinds/a.py", "b.py"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert kind_sites(tmp_path) == [f"b.py: {site}"]


def test_the_search_needs_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no module"):
        kind_sites(tmp_path)
