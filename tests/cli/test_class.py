"""`sco-quiz class`: results of files, folders and archives, judged by the bank and not by the files."""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from sco_quiz.app.class_files import MAX_REPORT_BYTES
from sco_quiz.app.class_results import ClassRules, read_class
from sco_quiz.core.durations import in_words
from sco_quiz.core.revision import bank_revision, question_revision
from sco_quiz.loading.load import load_bank
from tests.command import sco_quiz

BANK = """\
topic: cells
questions:
- id: energy
  type: single_choice
  prompt: Which molecule carries energy?
  answer: ATP
  distractors: [DNA, Water]
  level: remember
- id: organelle
  formerly: [power]
  type: short_answer
  prompt: Which organelle makes ATP?
  answer: the mitochondrion
  level: remember
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    (tmp_path / "cells.yaml").write_text(BANK, "utf-8")
    (tmp_path / "in").mkdir()
    return tmp_path


def hand_in(school: Path, file: str, student: str, given: dict[str, list[str] | None], **changes: Any) -> None:
    bank = load_bank(school / "cells.yaml")
    answers = [{"id": name, "given": response, "credit": 1} for name, response in given.items()]
    values = {"bank": bank.id, "at": "2026-03-02T09:41:00+01:00", "student": student, "mode": "test"}
    values |= {"revision": bank_revision(bank), "used": 300, "time_limit": 600, "answers": answers} | changes
    (school / "in" / file).write_text(json.dumps(values), "utf-8")


def results(school: Path, *options: str, path: str = "in") -> tuple[int, str, str]:
    return sco_quiz("class", "results", str(school / path), "--bank", str(school / "cells.yaml"), *options)


def test_two_pupils_of_one_name_can_be_told_apart(school: Path) -> None:
    hand_in(school, "a.json", "Ada Miller", {"energy": ["ATP"]})
    hand_in(school, "b.json", "ada  miller", {"energy": ["DNA"]}, at="2026-03-02T09:43:00+01:00")
    code, out, _ = results(school)
    said = (
        "ada miller handed in 2 times in the same minutes; b.json counts (--keep last); if these are several pupils, "
    )
    assert f'a.json is set aside: {said}add --apart "ada miller"\n' in out
    assert set(pupils(school, "--apart", "ADA MILLER")) == {"Ada Miller (a.json)", "ada miller (b.json)"}
    assert "No pupil is called “Eda”, the name of --apart." in results(school, "--apart", "Eda")[1]
    hand_in(school, "b.json", "Ada Miller", {"energy": ["DNA"]}, at="2026-03-02T19:43:00+01:00")
    assert "handed in 2 times; b.json counts" in results(school)[1]
    assert code == 0


REPORT = """\
Last name,First name,Email address,Status,Started,Completed,Duration,Grade/1.00,Question 1,Response 1
Noether,Emmy,e@example.org,Finished,-,2 March 2026 9:51 AM,-,1,Which molecule carries energy?,ATP
"""


def test_an_archive_may_have_a_report_and_each_file_counts_once(school: Path) -> None:
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"]})
    with ZipFile(school / "in" / "moodle.zip", "w") as archive:
        archive.writestr("quiz.csv", REPORT)
        archive.writestr("grades.csv", "Name,Points\nAda,1\n")
    words = ("--bank", str(school / "cells.yaml"))
    code, out, err = sco_quiz("class", "results", str(school / "in"), str(school / "in" / "a.json"), *words)
    assert (code, err, "set aside" in out) == (0, "", False)
    assert re.findall(r"^(\S.*?)  +1/1", out, re.MULTILINE) == ["Ada", "Emmy Noether"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"]})
    (school / "in" / "b.json").write_bytes(b"")
    with (school / "in" / "huge.csv").open("wb") as file:
        file.truncate(MAX_REPORT_BYTES + 1)
    os.mkfifo(school / "in" / "pipe.zip")
    (school / "in" / "gone.json").symlink_to("nowhere")
    opened = os.open

    def refused(path: Path, flags: int) -> int:
        if path.name == "b.json":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refused)
    found, problems = read_class([school / "in"], load_bank(school / "cells.yaml"), ClassRules())
    assert [pupil.name for pupil in found.pupils] == ["Ada"]
    assert [(each.place.file, each.name) for each in problems] == [
        ("b.json", "damaged-file"),
        ("gone.json", "damaged-file"),
        ("huge.csv", "unsafe-file"),
        ("pipe.zip", "damaged-file"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse the name")
def test_a_file_name_need_not_be_unicode(school: Path) -> None:
    hand_in(school, "a.json", "", {"energy": ["ATP"]})
    (school / "in" / "a.json").rename(os.fsdecode(os.fsencode(school / "in") + b"/\xff\x1b.json"))
    assert set(pupils(school)) == {"\ufffd"}
    assert results(school, "-o", str(school / "out.xlsx"))[0] == 0
    assert results(school, "-o", str(school / "out.csv"))[0] == 0


def test_points_near_zero_do_not_divide_by_zero(school: Path) -> None:
    for name in ("Ada", "Eda"):
        hand_in(school, f"{name}.json", name, {"energy": ["ATP"], "organelle": ["x"]})
        values = json.loads((school / "in" / f"{name}.json").read_text("utf-8"))
        values["answers"] = [answer | {"points": 1e-9} for answer in values["answers"]]
        (school / "in" / f"{name}.json").write_text(json.dumps(values), "utf-8")
    assert sco_quiz("class", "analysis", str(school / "in"), "--bank", str(school / "cells.yaml"))[0] == 0


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        ("A=90,A=80", "`A=80` repeats a mark or its lowest percentage"),
        ("A=90,B=90", "`B=90` repeats a mark or its lowest percentage"),
        ("A=101", "`A=101` is not a mark with its lowest percentage"),
        ("=90", "`=90` is not a mark"),
        ("A=", "`A=` is not a mark"),
        ("A=-1", "`A=-1` is not a mark"),
        ("A=٣", "`A=٣` is not a mark"),
        ("A=" + "9" * 5000, "is not a mark with its lowest percentage"),
        ("A" + "=" * 200_000, "is not a mark"),
        ("A" * 3000 + " " * 3000, "is not a mark"),
    ],
)
def test_a_scale_that_says_no_marks_is_refused(school: Path, scale: str, said: str) -> None:
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"]})
    code, _, err = results(school, "--scale", scale)
    assert code == 2
    assert said in " ".join(err.split())
    assert len(err) < 500


def test_the_per_cent_never_reach_a_mark_that_was_missed(school: Path) -> None:
    """One of two questions with credits of thirds: 66.7 percent are shown as 67, but not beside a missed mark."""
    third = BANK.replace("answer: ATP\n  distractors: [DNA, Water]", "answers: [ATP, GTP, CTP]\n  distractors: [Water]")
    (school / "cells.yaml").write_text(third.replace("single_choice", "multiple_choice"), "utf-8")
    hand_in(school, "a.json", "Ada", {"energy": ["ATP", "GTP"]})
    assert pupils(school)["Ada"]["percent"] == 67
    found = pupils(school, "--scale", "A=67,B=66.5,F=0")["Ada"]
    assert (found["percent"], found["mark"]) == (66, "B")


def test_wide_letters_do_not_shift_columns(school: Path) -> None:
    for file, name in (("a.json", "Ada"), ("b.json", "王小明")):
        hand_in(school, file, name, {"energy": ["ATP"]})
    assert "Ada        1/1  100" in (out := results(school)[1])
    assert "王小明     1/1  100" in out


def test_what_is_escaped_does_not_shift_columns(school: Path) -> None:
    hand_in(school, "a.json", "Ada", {"organelle": ["Wh\u202eat"]})
    hand_in(school, "b.json", "Bo", {"organelle": ["plain"]})
    hand_in(school, "c.json", "Cy", {"organelle": ["Wh\u202eat"]})
    assert "%  Wrong answer" in (out := results(school)[1])
    assert "0  Wh\\u202eat    2×" in out


def pupils(school: Path, *options: str) -> dict[str, Any]:
    file = school / "out.json"
    results(school, "-o", str(file), *options)
    return {pupil["name"]: pupil for pupil in json.loads(file.read_text("utf-8"))["pupils"]}


def test_answers_are_judged_by_the_bank_and_false_claims_are_named(school: Path) -> None:
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"], "organelle": ["mitochondrion"]})
    hand_in(school, "b.json", "Ben", {"energy": ["DNA"], "organelle": None})
    code, out, _ = results(school, "--scale", "A=90,B=50,F=0")
    assert code == 0
    rows = [line.split() for line in out.splitlines()]
    assert ["Ada", "2/2", "100", "A", "5", "✓", "✓"] in rows
    assert ["Ben", "0/2", "0", "F", "5", "✗", "–"] in rows
    assert "Ben: the file claims another score for energy, organelle (b.json)" in out
    assert "Ada: the file" not in out
    assert "DNA           1×" in out


def test_what_cannot_count_is_excluded_or_set_aside_and_named(school: Path) -> None:
    bank = load_bank(school / "cells.yaml")
    revision = question_revision(bank.questions[1])
    old = [{"id": "power", "given": ["mitochondria"], "revision": "0" * 16}, {"id": "gone", "given": ["x"]}]
    hand_in(school, "a.json", "Ada", {}, answers=[*old, {"id": "energy", "given": ["RNA"]}], used=700)
    hand_in(school, "b.json", "Ben", {}, answers=[{"id": "organelle", "given": None, "revision": revision}])
    hand_in(school, "c.json", "Cai", {"energy": ["ATP"]}, mode="practice")
    hand_in(school, "d.json", "Dee", {"energy": ["ATP"]}, bank="other")
    hand_in(school, "e.json", "", {"energy": ["ATP"]})
    (school / "in" / "f.json").write_text('{"bank": ', "utf-8")
    code, out, err = results(school)
    assert code == 1
    assert "not-a-result" in err
    assert "f.json" in err
    assert "Ada: `gone` does not count: it is not in the bank" in out
    assert "Ada: `energy` does not count: the question no longer has this answer" in out
    assert "Ada: answered before a change of organelle" in out
    assert "Ben: answered before" not in out
    assert f"Ada: {in_words(100)} over the time limit" in out
    assert "c.json is set aside: it is practice, not a test" in out
    assert "d.json is set aside: it is for the bank `other`" in out
    assert "1 result without a name" in out
    assert list(pupils(school)) == ["Ada", "Ben", "e"]


def test_practice_counts_where_there_is_nothing_else_and_is_named(school: Path) -> None:
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"]}, mode="practice", began=None, used=None)
    hand_in(school, "b.json", "Ben", {"energy": ["DNA"]}, mode="practice", began=None, used=None)
    code, out, _ = results(school)
    assert code == 0
    assert "This is practice, with hints and feedback, not a test" in out
    assert {name: pupil["points"] for name, pupil in pupils(school).items()} == {"Ada": 1, "Ben": 0}
    hand_in(school, "c.json", "Cai", {"energy": ["ATP"]})
    code, out, _ = results(school)
    assert "This is practice" not in out
    assert "a.json is set aside: it is practice, not a test" in out
    assert list(pupils(school)) == ["Cai"]


@pytest.mark.parametrize(("keep", "points"), [("last", 0), ("first", 1), ("best", 1)])
def test_of_two_results_one_counts(school: Path, keep: str, points: int) -> None:
    hand_in(school, "a.json", "Ada  Lovelace", {"energy": ["ATP"]})
    hand_in(school, "b.json", "ada lovelace", {"energy": ["DNA"]}, at="2026-03-02T09:50:00+01:00")
    assert [pupil["points"] for pupil in pupils(school, "--keep", keep).values()] == [points]
    assert len(pupils(school, "--keep", "all")) == 2


def test_an_archive_is_read_and_the_gradebook_runs_no_formula(school: Path) -> None:
    hand_in(school, "a.json", "=cmd|' /C calc'!A0", {"energy": ["ATP"]})
    with ZipFile(school / "in.zip", "w") as archive:
        archive.write(school / "in" / "a.json", "class/a.json")
    code, out, _ = results(school, "-o", str(school / "grades.csv"), path="in.zip")
    assert (code, "1 result is in" in out) == (0, True)
    heading, row = (school / "grades.csv").read_text("utf-8-sig").splitlines()
    assert heading == "Name,Email,Points,Maximum,Percent,Mark,Minutes,File,energy"
    assert row == "'=cmd|' /C calc'!A0,,1,1,100,,5,in.zip/class/a.json,1"


def test_wrong_marks_and_an_empty_folder_are_refused(school: Path) -> None:
    assert "there is no result" in results(school)[2]
    code, _, err = results(school, "--scale", "A=high")
    assert (code, "write A=90,B=80,C=70,F=0" in err) == (2, True)


def test_the_analysis_is_of_the_judged_answers(school: Path) -> None:
    for number in range(4):
        hand_in(school, f"{number}.json", f"Pupil {number}", {"energy": ["ATP" if number else "DNA"]})
    bank = ("--bank", str(school / "cells.yaml"))
    code, _, _ = sco_quiz("class", "analysis", str(school / "in"), "-o", str(school / "a.json"), *bank)
    assert code == 0
    assert '"energy"' in (school / "a.json").read_text("utf-8")
    assert "1. energy\n  facility 0.75 (0.30 to 0.95)" in sco_quiz("class", "analysis", str(school / "in"), *bank)[1]


def test_the_workbook_has_a_sheet_of_pupils_and_one_of_questions(school: Path) -> None:
    hand_in(school, "a.json", "=1+1", {"energy": ["DNA"], "organelle": ["mitochondrion"]})
    results(school, "-o", str(school / "grades.xlsx"))
    book = load_workbook(school / "grades.xlsx")
    pupils, questions = ([[cell.value for cell in row] for row in sheet] for sheet in book)
    assert pupils[1] == ["=1+1", None, 1, 2, 50, None, 5, "a.json", 0, 1]
    assert book["Pupils"]["A2"].data_type == "s"  # a formula would be f
    assert questions[1:] == [
        ["energy", "Which molecule carries energy?", 1, 0, "DNA", 1],
        ["organelle", "Which organelle makes ATP?", 1, 100, None, None],
    ]


def test_the_page_has_tables_of_pupils_and_questions_and_what_to_look_at(school: Path) -> None:
    hand_in(school, "a.json", "<b>Ada</b>", {"energy": ["DNA"], "organelle": None})
    results(school, "-o", str(school / "grades.html"), "--scale", "A=90,F=0")
    page = (school / "grades.html").read_text("utf-8")
    text = re.sub(r"<[^>]+>", " ", page.partition("<main>")[2]).split()
    shown = " ".join(text)
    assert "&lt;b&gt;Ada&lt;/b&gt; 0/2 0 F 5" in shown
    assert "1 Which molecule carries energy? 1 0 DNA 1" in shown
    assert "the file claims another score for energy, organelle (a.json)" in shown
    assert ("<script" in page, page.count("<table")) == (False, 3)


@pytest.mark.parametrize(
    ("command", "names"), [("results", ".csv, .xlsx, .html or .json"), ("analysis", ".json or .html")]
)
def test_a_file_of_another_format_is_refused_with_those_there_are(school: Path, command: str, names: str) -> None:
    code, _, err = sco_quiz("class", command, str(school), "-o", "grades.ods", "--bank", str(school / "cells.yaml"))
    assert (code, f"the name of grades.ods must end in {names}" in " ".join(err.split())) == (2, True)


def test_the_schema_of_result_files_is_printed_and_holds(school: Path) -> None:
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"]})
    code, out, _ = sco_quiz("schema", "result")
    validator = Draft202012Validator(json.loads(out))
    good = json.loads((school / "in" / "a.json").read_text("utf-8"))
    assert code == 0
    assert validator.is_valid(good)
    assert not validator.is_valid(good | {"at": None})
    code, _, err = sco_quiz("schema", "no-such-folder")
    assert (code, "no-such-folder" in err) == (2, True)


def test_an_edited_first_id_makes_no_answer_to_another_question(school: Path) -> None:
    edited = {"id": "organelle", "first_id": "energy", "given": ["ATP"]}
    renamed = {"id": "power", "first_id": "power", "given": ["mitochondrion"]}
    hand_in(school, "a.json", "Ada", {}, answers=[edited, renamed])
    (ada,) = pupils(school).values()
    assert list(ada["answers"]) == ["organelle"]
    (excluded,) = ada["excluded"]
    assert excluded["question"] == "organelle"
    assert "`energy`, which is another question" in excluded["reason"]


def test_points_of_files_count_only_where_all_agree(school: Path) -> None:
    def answers(points: int) -> list[dict[str, Any]]:
        return [{"id": "energy", "given": ["ATP"], "points": points}, {"id": "organelle", "given": None}]

    for name in ("Ada", "Ben"):
        hand_in(school, f"{name}.json", name, {}, answers=answers(3))
    assert [(each["points"], each["most"]) for each in pupils(school).values()] == [(3, 4)] * 2
    hand_in(school, "Ben.json", "Ben", {}, answers=answers(100))
    assert [(each["points"], each["most"]) for each in pupils(school).values()] == [(1, 2)] * 2
    assert "The files disagree on the points of questions" in results(school)[1]
    (school / "test.yaml").write_text("sections: [{questions: [energy], points: 5}]\n", "utf-8")
    by_blueprint = pupils(school, "--blueprint", str(school / "test.yaml"))
    assert [(each["points"], each["most"]) for each in by_blueprint.values()] == [(5, 6)] * 2


def test_a_retired_question_does_not_count(school: Path) -> None:
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"], "organelle": ["mitochondrion"]})
    retired = BANK.replace("  formerly: [power]", "  formerly: [power]\n  status: retired")
    (school / "cells.yaml").write_text(retired, "utf-8")
    (ada,) = pupils(school).values()
    assert (ada["points"], ada["most"]) == (1, 1)
    assert ada["excluded"] == [{"question": "organelle", "reason": "it is retired"}]


def test_a_damaged_archive_and_too_many_files_are_refused(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"]})
    (school / "in" / "b.zip").write_bytes(b"PK\x03\x04 and no more")
    code, out, err = results(school)
    assert (code, "b.zip" in err, "Ada" in out) == (1, True, True)
    monkeypatch.setattr("sco_quiz.app.class_files.MAX_FILES", 1)
    assert "there are more than 1 files" in results(school)[2]


def test_a_report_of_moodle_counts_beside_files(school: Path) -> None:
    head = "Last name,First name,Email address,Status,Started,Completed,Duration,Grade/10.00,Question 1,Response 1"
    row = "Noether,Emmy,e@example.org,Finished,2 March 2026 9:41 AM,2 March 2026 9:51 AM,10 mins,10.00"
    prompt = "Which molecule carries energy?"
    (school / "in" / "quiz.csv").write_text(f"{head}\n{row},{prompt},DNA\n", "utf-8")
    (school / "in" / "grades.csv").write_text("Name,Email,Points\nAda,,1\n", "utf-8")
    hand_in(school, "a.json", "Ada", {"energy": ["ATP"]})
    assert {name: each["points"] for name, each in pupils(school).items()} == {"Ada": 1, "Emmy Noether": 0}
    code, _, err = results(school, path="in/grades.csv")
    assert (code, "this is not a report “Responses” of Moodle" in err) == (1, True)


def test_suggestions_change_the_bank(school: Path) -> None:
    for number in range(24):
        hand_in(school, f"{number}.json", f"Pupil {number}", {"energy": ["ATP"]})
    bank = school / "cells.yaml"
    bank.write_text(BANK.replace("  answer: ATP\n", "  answer: ATP\n  difficulty: 4\n"), "utf-8")
    code, out, _ = sco_quiz("class", "analysis", str(school / "in"), "--bank", str(bank), "--suggest", "--yes")
    assert (code, "-  difficulty: 4" in out) == (0, True)
    assert "  difficulty: 1\n" in bank.read_text("utf-8")
