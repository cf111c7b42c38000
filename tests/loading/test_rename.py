"""Renaming changes the lines that name the question and nothing else, and decks follow."""

from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.core.errors import BankError, SelectionError
from sco_quiz.loading.files import replace_text
from sco_quiz.loading.load import load_bank, read_bank
from sco_quiz.loading.writing.rename import plan_renaming
from tests.conftest import ROOT

HEAD = "topic: T  # a comment\nquestions:\n"
ID = "id: seat  # the first\n"
ONE = f"  - {ID}    type: short_answer\n    prompt: Where is it?\n    answer: Here\n    level: remember\n"
TWO = ONE.replace("seat", "old-seat").replace("Where is", "Where was") + "    status: retired\n    successor: seat\n"


def renamed(text: str, old: str, new: str, folder: Path) -> str:
    path = folder / "topic.yaml"
    path.write_bytes(text.encode())
    for name, (before, after) in plan_renaming(read_bank(path), old, new).items():
        replace_text(Path(name), before, after)
    assert read_bank(path).errors == ()
    return path.read_bytes().decode()


def test_only_the_lines_that_name_it_change(tmp_path: Path) -> None:
    after = renamed(HEAD + ONE + TWO, "seat", "office", tmp_path)
    assert after == (
        HEAD
        + ONE.replace("id: seat  # the first\n", "id: office  # the first\n    formerly: [seat]\n")
        + TWO.replace("successor: seat", "successor: office")
    )


def test_other_questions_name_it_by_its_new_id(tmp_path: Path) -> None:
    text = HEAD + ONE + TWO.replace("status", "never_with: [seat]\n    status")
    after = renamed(text, "seat", "office", tmp_path)
    assert after.endswith("never_with: [office]\n    status: retired\n    successor: office\n")


def test_facts_name_the_new_id(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\n")
    (tmp_path / "topic.yaml").write_text(HEAD + ONE + TWO)
    before = (
        "title: T  # mine\ndate: 2010-02-03\nparagraphs:\n- number: 1\n  facts:\n"
        "  - 'It: here': [old-seat, 'seat',\n      seat]  # twice\n  - seat: seat\n  - Nobody asks it\n"
        "fingerprints: [{number: 1, words: 0123abcd}]\n"
    )
    (tmp_path / "source.yaml").write_text(before)
    plan = plan_renaming(read_bank(tmp_path), "seat", "office")
    assert plan[str(tmp_path / "source.yaml")] == (
        before,
        before.replace("'seat',\n      seat]", "office,\n      office]").replace("seat: seat", "seat: office"),
    )
    for file, (old, new) in plan.items():
        replace_text(Path(file), old, new)
    assert read_bank(tmp_path).errors == ()


def test_the_exam_of_the_bank_names_the_new_id(tmp_path: Path) -> None:
    before = (
        "id: b\ntitle: B\nexam:\n  sections:\n  - questions: seat  # one\n"
        "  - questions: [old-seat, 'seat']\n  - questions:\n    - seat\n"
    )
    (tmp_path / "bank.yaml").write_text(before)
    (tmp_path / "topic.yaml").write_text(HEAD + ONE + TWO.split("    status")[0])
    plan = plan_renaming(read_bank(tmp_path), "seat", "office")
    after = (
        before.replace("questions: seat", "questions: office").replace("'seat'", "office").replace("- seat", "- office")
    )
    assert plan[str(tmp_path / "bank.yaml")] == (before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("formerly: [chair]", "formerly: [chair, seat]"),
        ("formerly: [chair,\n      'stool' ]", "formerly: [chair,\n      'stool', seat ]"),
        (
            "formerly:\n      - chair\n      - stool  # odd",
            "formerly:\n      - chair\n      - stool  # odd\n      - seat",
        ),
    ],
)
def test_the_history_grows(tmp_path: Path, before: str, after: str) -> None:
    text = HEAD + ONE + f"    {before}\n"
    assert renamed(text, "seat", "office", tmp_path) == text.replace("id: seat", "id: office").replace(before, after)


def test_line_ends_and_a_mark_stay(tmp_path: Path) -> None:
    text = "\ufeff" + (HEAD + ONE).replace("\n", "\r\n").rstrip()
    after = renamed(text, "seat", "office", tmp_path)
    wanted = "\ufeff" + (HEAD + ONE.replace(ID, "id: office  # the first\n    formerly: [seat]\n"))
    assert after.rstrip() == wanted.replace("\n", "\r\n").rstrip()
    assert "\n" not in after.replace("\r\n", "")


def test_back_and_forth_the_first_id_stays(tmp_path: Path) -> None:
    path = tmp_path / "topic.yaml"
    text = HEAD + ONE
    for old, new in (("seat", "office"), ("office", "bureau"), ("bureau", "seat"), ("seat", "office")):
        text = renamed(text, old, new, tmp_path)
    bank = read_bank(path).bank
    question = bank.questions[0]
    assert (question.id, question.formerly, question.first_id) == ("office", ("seat", "office", "bureau"), "seat")
    assert bank.find("bureau") is question


def test_what_cannot_be_done_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "topic.yaml"
    path.write_text(HEAD + ONE + "    formerly: [chair]\n" + TWO)
    loaded = read_bank(path)
    for old, new, error, message in (
        ("saet", "x", SelectionError, "did you mean `seat`"),
        ("zzz", "x", SelectionError, "see `sco-quiz list`"),
        ("seat", "The Seat", SelectionError, "`The Seat` is not an id"),
        ("seat", "old-seat", BankError, "`old-seat` already names the question at "),
        ("old-seat", "chair", BankError, "`chair` already names the question at "),
    ):
        with pytest.raises(error, match=message):
            plan_renaming(loaded, old, new)
    path.write_text(HEAD + "  - {id: seat, type: short_answer, prompt: Where?, answer: Here, level: remember}\n")
    with pytest.raises(BankError, match="is on one line"):
        plan_renaming(read_bank(path), "seat", "office")


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "topic.yaml"
    path.write_text(HEAD + ONE)
    plan = plan_renaming(read_bank(path), "seat", "office")
    path.write_text(HEAD + ONE + "# more\n")
    with pytest.raises(BankError, match="has changed since it was read"):
        replace_text(path, *plan[str(path)])
    assert path.read_text() == HEAD + ONE + "# more\n"


def test_every_shipped_question_can_be_renamed(tmp_path: Path, full: bool) -> None:
    folder = copytree(ROOT / "questions", tmp_path / "bank")
    ids = [question.id for question in load_bank(folder).questions]
    for number, name in enumerate(ids):
        if number % (10 if full else 40) == 0:
            for file, (before, after) in plan_renaming(read_bank(folder), name, f"new-{number}").items():
                replace_text(Path(file), before, after)
    assert [q.first_id for q in load_bank(folder).questions] == ids


def in_braces(folder: Path, formerly: str) -> Path:
    """Write a question in braces on several lines, one of which looks like an item of a list."""
    file = folder / "t.yaml"
    fields = f"type: true_false, prompt: 'a\n\n        - b'{formerly}, answer: true, level: apply"
    file.write_text(f"topic: T\nquestions: [{{\n        id: one, {fields}}}]\n")
    return file


def test_a_question_in_braces_whose_id_shares_its_line(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="is on one line"):
        plan_renaming(read_bank(in_braces(tmp_path, "")), "one", "two")


def test_a_question_in_braces_that_had_another_id(tmp_path: Path) -> None:
    file = in_braces(tmp_path, ", formerly: [three]")
    file.write_text(plan_renaming(read_bank(file), "one", "two")[str(file)][1])
    (question,) = read_bank(file).bank.questions
    assert (question.id, question.formerly) == ("two", ("three", "one"))
