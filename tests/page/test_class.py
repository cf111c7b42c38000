"""A class takes a test on pages in a real browser; its results are those of a count by hand."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from html import escape
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import jsonschema
import pytest
from openpyxl import load_workbook

from sco_quiz.core.bank import Bank
from sco_quiz.core.blueprint.draw import draw_forms, whole_form
from sco_quiz.core.exam_form import ExamForm
from sco_quiz.core.responses import correct_response
from sco_quiz.core.result_file import result_schema
from sco_quiz.core.revision import shown_id
from sco_quiz.core.selection import Filter
from sco_quiz.core.submission import Submission
from sco_quiz.core.verdict import Response
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.results.submission_json import parse_result
from sco_quiz.loading.load import load_bank
from tests.command import sco_quiz
from tests.conftest import ROOT, first
from tests.page.class_players import seated

CLASS_BANK = ROOT / "tests" / "page" / "class_bank"
HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
# answers to each question, and what they are worth by the rules in questions/README.md
ANSWERS: dict[str, dict[Response, Fraction | int]] = {
    "gas": {("Carbon dioxide",): 1, ("Neon",): 0},
    "light": {("Light",): 1, ("A <fast> car & its driver",): 0},
    "planets": {("Mars", "Venus", "Earth"): 1, ("Mars", "Venus"): 2 * THIRD, ("Sun", "Venus", "Mars"): THIRD},
    "metals": {("Copper", "Iron"): 1, ("Copper", "Glass"): HALF, ("Wood",): 0},
    "star": {("true",): 1, ("false",): 0},
    "moon": {("false",): 1, ("true",): 0},
    "gravity": {("Newton",): 1, ("Kepler",): HALF, ("Einstein",): 0},
    "organ": {("haert",): 1, ("the liver",): 0},
    "boiling": {("100.5",): 1, ("212",): 0, ("hot",): 0},
    "states": {("ice", "steam"): 1, ("ice", "fog"): HALF, ("", "smoke"): 0},
    "senses": {("Eye", "Ear", "Nose"): 1, ("Eye", "Ear", "Knee"): 2 * THIRD, ("Ear", "Nose", "Knee"): 0},
    "sizes": {("atom", "cell", "mouse", "whale"): 1, ("whale", "mouse", "cell", "atom"): 0},
}
POINTS = {name: 2 if name in ("light", "metals", "moon", "states", "senses", "sizes") else 1 for name in ANSWERS}
NAMES = (
    "Ada",
    "Ben O'Neil",
    "Айгуль Сейткали",
    "王小明",
    "محمد علي",
    "=cmd|' /C calc'!A0",
    "",
    "Élodie",
    "-Nils",
    "@Ola",
)
PUPILS = (*NAMES, *(f"Pupil {number:02}" for number in range(len(NAMES) + 1, 26)))


@dataclass
class School:
    """A bank, the folder of files that were handed in, and the answers of each pupil."""

    folder: Path
    answers: dict[str, dict[str, Response | None]]

    @property
    def bank_folder(self) -> Path:
        return self.folder / "bank"

    @property
    def bank(self) -> Bank:
        return load_bank(self.bank_folder)

    def results(self, *options: str, files: str = "in") -> tuple[int, str, str]:
        return sco_quiz("class", "results", str(self.folder / files), "--bank", str(self.bank_folder), *options)

    def judged(self, files: str = "in") -> dict[str, Any]:
        self.results("-o", str(self.folder / "out.json"), files=files)
        return dict(json.loads((self.folder / "out.json").read_text("utf-8")))


def forms_of(bank: Bank, count: int = 1) -> tuple[ExamForm, ...]:
    assert bank.exam
    return draw_forms(bank, bank.exam, bank.exam.seed, count)


def answers_of(number: int) -> dict[str, Response | None]:
    """Return what a pupil answers whose skill grows with the number."""
    rng, skill = Random(number), (number + 1) / len(PUPILS)
    given: dict[str, Response | None] = {}
    for name, worth in ANSWERS.items():
        right, *others = worth
        given[name] = right if rng.random() < skill else rng.choice([*others, None])
    return given


def worth(answers: Mapping[str, Response | None]) -> Fraction:
    return sum((POINTS[name] * Fraction(ANSWERS[name][given]) for name, given in answers.items() if given), Fraction(0))


@pytest.fixture(scope="module")
def school(browser: Any, tmp_path_factory: pytest.TempPathFactory, full: bool) -> School:
    """Pupils take the test with the key in the page (`in`), some or all also without it (`keyless`)."""
    folder = tmp_path_factory.mktemp("school")
    copytree(CLASS_BANK, folder / "bank")
    pupils = PUPILS if full else PUPILS[: len(NAMES) + 1]
    school = School(folder, {name: answers_of(number) for number, name in enumerate(pupils)})
    bank = school.bank
    for files, settings in {"in": PageSettings("test"), "keyless": PageSettings("test", key=False)}.items():
        (folder / files).mkdir()
        with seated(browser, bank, forms_of(bank), folder / "page.html", settings) as players:
            for number, (name, answers) in enumerate(school.answers.items()):
                if files == "keyless" and number % 4 and not full:
                    continue
                players.take(name, answers, folder / files, seed=number)
    return school


def submissions(folder: Path) -> Iterator[Submission]:
    for file in sorted(folder.iterdir()):
        found = parse_result(file.read_bytes(), file.name)
        assert isinstance(found, Submission)
        yield found


@pytest.mark.parametrize("files", first(["in", "keyless"]))
def test_a_class_has_the_points_of_its_answers(school: School, files: str) -> None:
    code, out, err = school.results("-o", str(school.folder / "grades.csv"), files=files)
    handed_in = len(list((school.folder / files).iterdir()))
    assert (code, out.startswith(f"{handed_in} results are in"), err) == (0, True, "")
    rows = list(csv.DictReader((school.folder / "grades.csv").open(encoding="utf-8-sig")))
    names = {f"'{name}" if name and name[0] in "=-@" else name: name for name in PUPILS}
    assert len(rows) == handed_in
    for row in rows:
        answers = school.answers[names.get(row["Name"], "")]
        assert abs(Fraction(row["Points"]) - worth(answers)) <= Fraction(1, 100)
        share = worth(answers) * 100 / sum(POINTS.values())
        assert row["Maximum"] == "18"
        assert row["Mark"] == ("A" if share >= 90 else "B" if share >= 70 else "C" if share >= 50 else "F")


def test_the_workbook_and_the_page_name_every_pupil(school: School) -> None:
    files = [school.folder / "grades.xlsx", school.folder / "grades.html"]
    assert [school.results("-o", str(file))[0] for file in files] == [0, 0]
    rows = list(load_workbook(files[0]).worksheets[0].values)
    column = rows[0].index("Name")
    named = {name for name in school.answers if name}
    assert named <= {str(row[column]).removeprefix("'") for row in rows}
    shown = files[1].read_text("utf-8")
    assert all(escape(name) in shown for name in named)


@pytest.mark.parametrize("files", ["in", "keyless"])
def test_each_file_is_valid_and_claims_what_the_bank_says(school: School, files: str) -> None:
    schema, bank = result_schema(), school.bank
    hidden = {shown_id(bank, question): question for question in bank.questions}
    for submission in submissions(school.folder / files):
        jsonschema.validate(json.loads((school.folder / files / submission.file).read_text("utf-8")), schema)
        assert len(submission.answers) == len(ANSWERS)
        for answer in submission.answers:
            question = bank.find(answer.id) if files == "in" else hidden[answer.id]
            assert question
            given = school.answers[submission.student][question.id]
            assert answer.response == given or sorted(answer.response or ()) == sorted(given or ())
            credit = question.grade(given, bank.vocabulary).credit if given else 0
            assert answer.claimed == (credit if files == "in" else None)
            assert answer.points == POINTS[question.id]


def test_no_page_without_a_key_tells_an_answer(school: School) -> None:
    page = (school.folder / "page.html").read_text("utf-8")
    assert "Which gas do plants take in?" in page
    for secret in ("Newton", "Kepler", "the heart", '"key":["', "steam"):
        assert secret not in page


def test_the_analysis_finds_what_the_pupils_knew(school: School) -> None:
    file = school.folder / "analysis.json"
    words = ("class", "analysis", str(school.folder / "in"), "--bank", str(school.bank_folder), "-o", str(file))
    assert sco_quiz(*words).returncode == 0
    found = json.loads(file.read_text("utf-8"))
    items = {item["id"]: item for item in found["questions"]}
    for name, values in ANSWERS.items():
        credits = [Fraction(values[given]) if (given := each[name]) else 0 for each in school.answers.values()]
        assert items[name]["facility"]["value"] == pytest.approx(float(sum(credits) / len(credits)), abs=1e-4)


def test_files_that_cannot_count_as_they_are_show_why(school: School, browser: Any, tmp_path: Path) -> None:
    """One is damaged, one double, one edited, one of another bank, one of an older revision, one of the terminal."""
    folder = school.folder / "odd"
    folder.mkdir()
    right = {name: next(iter(values)) for name, values in ANSWERS.items()}
    nothing: dict[str, Response | None] = {}
    with seated(browser, school.bank, forms_of(school.bank), tmp_path / "page.html") as players:
        players.take("Ben", right, folder, 1)
        damaged = players.take("Damaged", nothing, folder, 2)
        edited = players.take("Cheat", nothing, folder, 3)
        players.page.clock.install(time="2040-01-01")  # the next one is a later one by the clock
        players.take(" BEN  ", right | {"gas": ("Neon",)}, folder, 4)
    damaged.write_bytes(damaged.read_bytes()[:-200])
    edited.write_text(edited.read_text("utf-8").replace('"credit": 0,', '"credit": 1,'), "utf-8")
    older = older_bank(tmp_path / "older")
    with seated(browser, older, forms_of(older), tmp_path / "older.html") as players:
        players.take("Olga", right | {"boiling": ("212",), "apple": ("Newton",), "pluto": ("true",)}, folder, 5)
    with seated(browser, replace(older, id="other"), forms_of(older), tmp_path / "other.html") as players:
        players.take("Stranger", nothing, folder, 6)
    (tmp_path / "one.yaml").write_text("sections: [{questions: organ}]\n", "utf-8")
    exam = ("quiz", "--exam", "--bank", str(school.bank_folder), "--blueprint", str(tmp_path / "one.yaml"))
    words = (*exam, "--name", "Terminal", "--result", str(folder / "exam.json"))
    assert sco_quiz(*words, given="heart\n\n").returncode == 0

    code, out, err = school.results(files="odd")
    assert (code, "not-a-result" in err, damaged.name in err) == (1, True, True)
    assert "it is for the bank `other`, not `science`" in out
    assert "handed in 2 times" in out
    assert "Cheat: the file claims another score" in out
    assert "Olga: `pluto` does not count: it is retired" in out
    pupils = {pupil["name"]: pupil for pupil in school.judged("odd")["pupils"]}
    assert sorted(pupils) == ["BEN", "Cheat", "Olga", "Terminal"]
    assert {name: pupil["points"] for name, pupil in pupils.items()} == {
        "BEN": 17,
        "Cheat": 0,
        "Olga": 17,
        "Terminal": 1,
    }
    changed = {name for name, answer in pupils["Olga"]["answers"].items() if answer["other_revision"]}
    assert "boiling" in changed
    assert pupils["Olga"]["answers"]["boiling"]["differs"]
    assert pupils["Olga"]["answers"]["gravity"]["credit"] == 1


def older_bank(folder: Path) -> Bank:
    """Return the bank before one question was corrected, one renamed, and one withdrawn."""
    copytree(CLASS_BANK, folder)
    file = folder / "science.yaml"
    text = file.read_text("utf-8").replace("id: gravity, formerly: [apple]", "id: apple")
    text = text.replace("does water boil?, answer: 100,", "does water boil?, answer: 212,")
    file.write_text(re.sub(r", status: retired.*}", "}", text), "utf-8")
    return load_bank(folder)


def test_forms_drawn_for_each_pupil_are_those_of_python(browser: Any, tmp_path: Path) -> None:
    copytree(CLASS_BANK, tmp_path / "bank")
    exam = tmp_path / "bank" / "bank.yaml"
    text = exam.read_text("utf-8").replace("  sections:", "  draw: each\n  seed: 7\n  sections:")
    exam.write_text(text.replace("title: Facts,", "title: Facts, number: 3,"), "utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    bank = load_bank(tmp_path / "bank")
    forms = forms_of(bank, 30)
    assert len({tuple(question.id for question in form.questions) for form in forms}) > 5
    with seated(browser, bank, forms, tmp_path / "page.html") as players:
        for seed in (0, 29, 30, 4_294_967_295):
            players.take(f"Seed {seed}", {name: next(iter(ANSWERS[name])) for name in ANSWERS}, folder, seed)
    for submission in submissions(folder):
        form = draw_forms(bank, bank.exam, 7, 30)[submission.form]
        assert submission.form == submission.seed % 30
        assert [(each.id, each.points) for each in submission.answers] == [
            (item.question.id, item.points) for item in form.items
        ]
    school = School(tmp_path, {})
    assert [(pupil["points"], pupil["most"]) for pupil in school.judged()["pupils"]] == [(15, 15)] * 4


@pytest.mark.full
def test_the_built_in_bank_is_judged_as_its_page_claims(browser: Any, bank: Bank, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    rng, form = Random(2010), whole_form(bank, Filter())
    given: dict[str, Response | None] = {}
    for question in form.questions:
        right = correct_response(question.interaction())
        options = question.shown_options(rng)
        given[question.id] = rng.choice([right, tuple(options[: len(right)]) or ("7",) * len(right), None])
    with seated(browser, bank, [form], tmp_path / "page.html") as players:
        file = players.take("Whole bank", given, folder, 12)
    jsonschema.validate(json.loads(file.read_text("utf-8")), result_schema())
    (submission,) = submissions(folder)
    claims = {answer.id: answer.claimed for answer in submission.answers}
    assert claims == {
        question.id: question.grade(answer, bank.vocabulary).credit if (answer := given[question.id]) else 0
        for question in form.questions
    }
    assert len(set(claims.values())) > 3
