"""What pupils hand in is hostile or damaged: each file counts, is set aside or is named, and every table is safe."""

import csv
import json
import re
from copy import deepcopy
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from sco_quiz.app.class_results import ClassRules, read_class
from sco_quiz.core.bank import Bank
from sco_quiz.core.class_results import ClassResults
from sco_quiz.core.errors import ExportError
from sco_quiz.core.item_analysis.from_class import analyze_class
from sco_quiz.core.item_analysis.suggestions import suggestions
from sco_quiz.core.responses import correct_response
from sco_quiz.core.revision import bank_revision, question_revision, shown_id
from sco_quiz.formats import outputs_of
from sco_quiz.formats.sheets.safe_cells import is_risky
from sco_quiz.loading.load import load_bank
from sco_quiz.terminal.analysis_view import render_analysis
from sco_quiz.terminal.class_view import class_lines
from tests.conftest import ROOT
from tests.fuzz.damage import damaged

NAME, FULL = "results", 3000
NAMES = [
    "Ada",
    "Ada",
    "ada ",
    "Айгуль",
    "王小明",
    "",
    "=1+1",
    "@x",
    "-2+3",
    "\x1b[2J",
    "<img src=x onerror=a()>",
    "a\u202eb",
]
HOSTILE: list[Any] = [
    *(None, True, -1, 0, 1, 0.5, 1e308, -1e-9, 10**400, "", "x" * 300, [], {}, [[]], {"a": []}, "\x00", "\u2028"),
    *("NaN", "2026-03-02T09:41:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "<script>a()</script>"),
]
HEAD = "Last name,First name,Email address,Status,Started,Completed,Duration,Grade/10.00"
ROW = "{0},{0},a{1}@example.org,Finished,2 March 2026 9:41 AM,2 März 2026 10:0{1},10 mins,8.00"


@cache
def bank() -> Bank:
    """Return a bank with every kind of question, and an exam with marks."""
    return load_bank(ROOT / "tests" / "page" / "class_bank")


def run(seed: int) -> None:
    """Hand in a few files and make every table of them."""
    rng = Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [_hand_in(folder, number, rng) for number in range(rng.randrange(1, 6))]
        keep = rng.choice(("last", "first", "best", "all"))
        rules = ClassRules(keep, {}, rng.choice((None, bank().exam)), rng.choice(((), ("Ada",))))
        try:
            results, problems = read_class([folder], bank(), rules)
        except ExportError:
            assert not any(file.endswith(".json") for file in files)
            return
    named = {pupil.file for pupil in results.pupils} | {aside.file for aside in results.set_aside}
    named |= {problem.place.file for problem in problems}
    assert not [file for file in files if file.endswith(".json") and file not in named]
    check_points(results)
    check_tables(results)


def _hand_in(folder: Path, number: int, rng: Random) -> str:
    """Write a file, most of them damaged; return its name."""
    kind = rng.choices(("json", "csv", "zip"), (7, 2, 1))[0]
    if kind == "csv":
        text = _report(rng)
        data = damaged(text, rng) if rng.random() < 0.7 else text.encode(rng.choice(("utf-8", "utf-8-sig", "utf-16")))
    else:
        data = _result(rng)
    name = f"{number}.{kind}"
    if kind == "zip":
        packed = BytesIO()
        with ZipFile(packed, "w") as archive:
            archive.writestr("a/../b.json", data)
        data = packed.getvalue()
    (folder / name).write_bytes(data)
    return name


def _result(rng: Random) -> bytes:
    """Return a result file, with hostile values or as damaged text."""
    asked = rng.sample(bank().questions, rng.randrange(1, len(bank().questions)))
    answers: list[Any] = []
    for question in asked:
        right = [*correct_response(question.interaction())]
        given = rng.choice((right, right[::-1], right[:1], None, [*right, "x"], ["0"]))
        hidden = rng.random() < 0.1
        answers.append(
            {
                "id": shown_id(bank(), question) if hidden else question.id,
                "first_id": "" if hidden else question.first_id,
                "revision": question_revision(question),
                "given": given,
                "credit": rng.choice((0, 1, 0.333333, None)),
                "points": rng.choice((1, 1, 2, 1e-9, 0.5, 1000)),
            }
        )
    values: Any = {
        "format": "sco-quiz result",
        "bank": bank().id,
        "student": rng.choice(NAMES),
        "mode": rng.choice(("test", "test", "test", "practice")),
        "at": f"2026-03-02T09:{rng.randrange(10, 60)}:00+01:00",
        "began": rng.choice((None, "2026-03-02T09:00:00+01:00")),
        "used": rng.choice((None, 60, 99_999_999)),
        "revision": bank_revision(bank()),
        "answers": answers,
    }
    for _ in range(rng.choice((0, 0, 1, 1, 3))):
        _spoil(values, rng)
    text = json.dumps(values, ensure_ascii=False)
    return damaged(text, rng) if rng.random() < 0.3 else text.encode("utf-8", "surrogatepass")


def _spoil(values: Any, rng: Random) -> None:
    """Replace, delete or add a value somewhere in a tree."""
    while True:
        key = rng.choice([*values] if isinstance(values, dict) else range(len(values)))
        if not (isinstance(values[key], dict | list) and values[key]) or rng.random() < 0.3:
            break
        values = values[key]
    match rng.randrange(4):
        case 0:
            del values[key]
        case 1 if isinstance(values, list):
            values.append(deepcopy(values[key]))
        case _:
            values[key] = deepcopy(rng.choice(HOSTILE))


def _report(rng: Random) -> str:
    """Return a report of Moodle, with some of its columns."""
    asked = rng.sample(bank().questions, rng.randrange(1, len(bank().questions)))
    columns = rng.choice((("Response",), ("Question", "Response"), ("Question", "Response", "Right answer")))
    text = StringIO()
    rows = csv.writer(text)
    rows.writerow([*HEAD.split(","), *(f"{column} {n}" for n, _ in enumerate(asked, 1) for column in columns)])
    for number in range(rng.randrange(1, 6)):
        cells = ROW.format(rng.choice(NAMES).replace(",", ""), number).split(",")
        for question in asked:
            right = "; ".join(correct_response(question.interaction()))
            said = {"Question": question.stem.plain, "Right answer": right}
            said["Response"] = rng.choice((right, right, "-", "x", "; ".join(question.shown_options(rng))))
            cells += [said[column] for column in columns]
        rows.writerow(cells)
    return text.getvalue()


def check_points(results: ClassResults) -> None:
    """Points are within their limits."""
    for pupil in results.pupils:
        assert 0 <= pupil.points <= pupil.most
        assert 0 <= pupil.percent <= 100
        assert all(0 <= answer.credit <= 1 for answer in pupil.answers.values())
    analysis = analyze_class(results)
    assert all(0 <= score <= 1 for score in analysis.scores)
    for each in suggestions(analysis):
        assert bank().find(each.id)


def check_tables(results: ClassResults) -> None:
    """No table has a formula, a tag or a control character of a pupil."""
    written = {name: form.data(results) for name, form in outputs_of("class").items()}
    for row in csv.reader(StringIO(written["csv"].decode("utf-8-sig"))):
        assert not any(cell.startswith(("=", "+", "@", "-")) and is_risky(cell) for cell in row)
    cells = [cell for row in load_workbook(BytesIO(written["xlsx"])).worksheets[0].iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    analysis = analyze_class(results)
    analyses = {name: form.data(analysis) for name, form in outputs_of("analysis").items()}
    for page in (written["html"], analyses["html"]):
        assert not re.search(r"<(img|script)", page.decode())
    for data in (written["json"], analyses["json"]):
        json.loads(data, parse_constant=lambda name: 1 / 0)
    for lines in (class_lines(results), [render_analysis(analysis, 80)]):
        assert not re.search("[\x80-\x9f\u202a-\u202e]", "".join(lines))
