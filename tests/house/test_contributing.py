"""The recipes of CONTRIBUTING.md work when they are followed to the letter."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT, absent
from tests.house.recipes import follow, recipe

# what must learn a new interaction; `mypy` names all of it
SURFACES = {
    "card/content.py",
    "core/diff/compare.py",
    "core/enemies/reading.py",
    "core/fitting.py",
    "core/response_content.py",
    "core/responses.py",
    "formats/aiken/writer.py",
    "formats/blackboard/rows.py",
    "formats/exchange/plain_choices.py",
    "formats/exchange/questions_json.py",
    "formats/gift/braces_writing.py",
    "formats/markdown_sheet/questions.py",
    "formats/moodle/xml_bodies.py",
    "formats/page/questions.py",
    "formats/paper/answer_space.py",
    "formats/paper/key.py",
    "formats/paper/tasks.py",
    "formats/qti/answers.py",
    "formats/qti/losses.py",
    "formats/quizlet/writer.py",
    "formats/results/moodle_response_text.py",
    "lint/facts.py",
    "terminal/answer_marks.py",
    "terminal/content_view.py",
    "terminal/keys.py",
    "terminal/preview.py",
    "terminal/question_view.py",
    "terminal/option_picker.py",
    "terminal/verdict_view.py",
}

# the same for a new mark in text
RENDERERS = {
    "core/markup/html.py",
    "core/nodes.py",
    "core/plain_text.py",
    "formats/paper/docx_content.py",
    "formats/paper/markdown_content.py",
    "formats/paper/typst_content.py",
    "lint/prose.py",
    "loading/markup_checks.py",
    "terminal/content_drawing.py",
    "terminal/replaced.py",
}

ODD = """\
  - id: odd-city
    type: odd_one_out
    prompt: Which of these cities had no permanent body of the SCO in 2010?
    odd: Moscow
    others: [Beijing, Tashkent]
    explanation: Vice foreign ministers met there once.
    level: understand
"""


def run(folder: Path, *arguments: str, given: str = "", code: int = 0) -> str:
    """Run a Python module in a copy of the project, with the copy's package; return its output."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "CI": ""}
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, input=given, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == code, (done.stdout + done.stderr)[-1000:]
    return done.stdout


def check_style(folder: Path, heading: str) -> None:
    files = [step.file for step in recipe(heading) if step.file.endswith(".py")]
    run(folder, "ruff", "check", *files)
    run(folder, "ruff", "format", "--check", *files)


def types(folder: Path) -> set[str]:
    """Check the types of a copy; return the files with errors, relative to the package."""
    if (ROOT / ".mypy_cache").is_dir():
        shutil.copytree(ROOT / ".mypy_cache", folder / ".mypy_cache", dirs_exist_ok=True)
    command = [sys.executable, "-m", "mypy"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    return set(re.findall(r"^sco_quiz/(\S+?):\d+: error:", done.stdout.replace("\\", "/"), re.MULTILINE))


@pytest.fixture(scope="module")
def nine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with a ninth kind, and a bank `odd` with one question of it."""
    folder = tmp_path_factory.mktemp("nine")
    touched = follow("Add a question kind", folder)
    assert len(touched) <= 4
    (folder / "odd").mkdir()
    (folder / "odd" / "bank.yaml").write_text("id: odd\ntitle: Odd\n", encoding="utf-8")
    (folder / "odd" / "cities.yaml").write_text(f"topic: Cities\nquestions:\n{ODD}", encoding="utf-8")
    return folder


@pytest.mark.full  # the type checker takes long
def test_a_ninth_kind_passes_lint_and_types(nine: Path) -> None:
    check_style(nine, "Add a question kind")
    assert types(nine) == set()


def test_a_ninth_kind_is_checked(nine: Path) -> None:
    assert "1 question checked: no problems found." in run(nine, "sco_quiz", "check", "odd")
    wrong = ODD.replace("[Beijing, Tashkent]", "[Beijing, moscow]").replace("odd: Moscow", "odd: Moscow\n    answer: x")
    (nine / "wrong.yaml").write_text(f"topic: Cities\nquestions:\n{wrong}", encoding="utf-8")
    report = run(nine, "sco_quiz", "check", "wrong.yaml", code=1)
    assert "`answer` is not a field of an odd_one_out question" in report
    assert "[unknown-field]" in report
    (nine / "wrong.yaml").write_text(f"topic: Cities\nquestions:\n{ODD.replace('Beijing', 'moscow')}", encoding="utf-8")
    assert "wrong.yaml:7:14: error: `Moscow` and `moscow` are the same" in run(
        nine, "sco_quiz", "check", "wrong.yaml", code=1
    )


def test_a_ninth_kind_is_asked(nine: Path) -> None:
    shown = run(nine, "sco_quiz", "quiz", "--bank", "odd", "--seed", "1", given="Moscow\n")
    assert "Which of these cities" in shown
    assert re.findall(r"^(\d): (?:Beijing|Moscow|Tashkent)$", shown, re.MULTILINE) == ["1", "2", "3"]
    assert "\nRight\n" in shown
    wrong = run(nine, "sco_quiz", "quiz", "--bank", "odd", "--seed", "1", "--plain", given="Beijing\n")
    assert "\nWrong\nYour answer: Beijing\nRight answer: Moscow\n" in wrong
    assert "1 of 1 point" in run(nine, "sco_quiz", "quiz", "--exam", "--bank", "odd", given="Moscow\n\n")


def test_a_ninth_kind_is_asked_with_single_keys(nine: Path) -> None:
    from tests.pseudo_terminal import ended, spawn

    words = ["quiz", "--bank", str(nine / "odd"), "--seed", "1"]
    child = spawn(*words, PYTHONPATH=str(nine), PYTHONSAFEPATH="1")
    child.expect(r"(\d)\S* +\S*Moscow")
    number = child.match[1] if isinstance(child.match, re.Match) else ""
    child.expect("all keys")
    child.send(number)
    child.expect("Right")
    child.expect("any key: next")
    child.send("q")
    assert ended(child) == 0


def test_a_ninth_kind_is_shown(nine: Path) -> None:
    assert "Moscow" in run(nine, "sco_quiz", "show", "odd-city", "--bank", "odd")
    shown = run(nine, "sco_quiz", "preview", "odd-city", "--bank", "odd")
    assert "1: Beijing\n2: Moscow\n3: Tashkent\n" in shown
    assert "> 2\n\nRight\n" in shown
    assert "odd-city" in run(nine, "sco_quiz", "list", "--bank", "odd", "--kind", "odd_one_out")
    (row,) = json.loads(run(nine, "sco_quiz", "list", "--bank", "odd", "--json"))
    assert (row["type"], row["answers"]) == ("odd_one_out", ["Moscow"])
    assert "odd_one_out" in run(nine, "sco_quiz", "quiz", "--help")


def test_a_ninth_kind_has_a_card(nine: Path, browser: Any) -> None:
    assert "1 question on 1 card" in run(nine, "sco_quiz", "export", "anki", "--bank", "odd", "-o", "odd.apkg")
    run(nine, "sco_quiz", "preview", "odd-city", "--bank", "odd", "--card", "-o", "card.html")
    page = browser.new_page()
    page.goto((nine / "card.html").as_uri())
    frames = {frame.frame_element().get_attribute("title"): frame for frame in page.frames[1:]}
    front, back = frames["Front, phone, light"], frames["Back, phone, light"]
    options = front.locator(".options > li > .text")
    assert sorted(options.all_inner_texts()) == ["Beijing", "Moscow", "Tashkent"]
    front.locator(".tappable", has_text="Moscow").click()
    assert [text.strip() for text in front.locator(".chosen").all_inner_texts()] == ["Moscow"]
    assert "Moscow" in back.locator(".options > li.right").inner_text()
    browser.close(page)


def test_a_ninth_kind_is_written_by_new(nine: Path) -> None:
    bank = shutil.copytree(nine / "odd", nine / "written")
    prompt = "Which of these cities is a capital of no member state?"
    lines = [
        prompt,
        "Almaty",
        "Moscow",
        "Beijing",
        "",
        "It was one until 1997.",
        "remember",
        "",
        "",
        "odd-capital",
        "y",
    ]
    run(nine, "sco_quiz", "new", "cities", "--kind", "odd_one_out", "--bank", str(bank), given="\n".join(lines))
    text = (bank / "cities.yaml").read_text("utf-8")
    assert "    odd: Almaty\n    others:\n      - Moscow\n      - Beijing\n" in text
    assert "2 questions checked" in run(nine, "sco_quiz", "check", str(bank))
    run(nine, "sco_quiz", "fmt", "--check", str(bank))


def test_a_ninth_kind_has_a_schema(nine: Path) -> None:
    try:
        import jsonschema
    except ImportError:
        absent("jsonschema")
    run(nine, "sco_quiz", "schema", "odd")
    schema = json.loads((nine / "odd" / "schema" / "questions.json").read_text("utf-8"))
    file = yaml.safe_load((nine / "odd" / "cities.yaml").read_text("utf-8"))
    jsonschema.validate(file, schema)
    del file["questions"][0]["odd"]
    with pytest.raises(jsonschema.ValidationError, match="odd"):
        jsonschema.validate(file, schema)


def test_a_ninth_kind_is_compared(nine: Path) -> None:
    other = shutil.copytree(nine / "odd", nine / "other")
    path = other / "cities.yaml"
    path.write_text(path.read_text("utf-8").replace("odd: Moscow", "odd: Dushanbe"), encoding="utf-8")
    shown = run(nine, "sco_quiz", "diff", "odd", str(other))
    assert "odd-city" in shown
    assert "Dushanbe" in shown


@pytest.mark.full  # the type checker takes long
def test_a_new_interaction_is_named_at_every_surface(nine: Path, tmp_path: Path) -> None:
    shutil.copytree(nine / "sco_quiz", tmp_path / "sco_quiz")
    shutil.copy(nine / "pyproject.toml", tmp_path)
    core = tmp_path / "sco_quiz" / "core"
    point = "@dataclass(frozen=True, slots=True)\nclass Point:\n    image: str\n\n\nInteraction = Point | "
    replace(core / "interaction.py", "\nInteraction = ", f"\n{point}")
    kind = core / "kinds" / "odd_one_out.py"
    replace(kind, "import Choice, Option", "import Choice, Option, Point")
    replace(
        kind,
        "def interaction(self) -> Choice:",
        "def interaction(self) -> Point:\n        return Point('map.png')\n\n    def choice(self) -> Choice:",
    )
    assert types(tmp_path) == SURFACES


@pytest.mark.full  # the type checker takes long
def test_a_new_mark_is_named_at_every_renderer(tmp_path: Path) -> None:
    touched = follow("Add a mark", tmp_path)
    assert len(touched) == 2
    check_style(tmp_path, "Add a mark")
    assert types(tmp_path) == RENDERERS
    section = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Add a mark")[1].split("\n## ")[0]
    assert set(re.findall(r"^   \| `(\S+\.py)` \|", section, re.MULTILINE)) == RENDERERS


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_rule(tmp_path: Path) -> None:
    touched = follow("Add a rule", tmp_path)
    assert len(touched) == 2
    check_style(tmp_path, "Add a rule")
    question = (
        "- id: met\n  type: single_choice\n  prompt: Did ministers meet in Almaty?\n  answer: They met in Almaty\n"
        "  distractors: [They met in Moscow, They met in Astana]\n  level: remember\n"
    )
    file = tmp_path / "one.yaml"
    file.write_text("topic: One\nquestions:\n" + question, encoding="utf-8")
    assert "[yes-or-no-prompt]" in run(tmp_path, "sco_quiz", "check", "one.yaml")
    assert run(tmp_path, "sco_quiz", "explain", "yes-or-no-prompt").startswith("yes-or-no-prompt (info)")
    assert "yes-or-no-prompt" in run(tmp_path, "sco_quiz", "explain")
    assert " passed" in run(
        tmp_path, "pytest", "tests/lint/test_rules.py", "-k", "yes-or-no-prompt", "-p", "no:cacheprovider"
    )


@pytest.mark.full  # the type checker takes long
def test_a_format(tmp_path: Path) -> None:
    touched = follow("Add a format", tmp_path)
    assert len(touched) == 2
    check_style(tmp_path, "Add a format")
    assert types(tmp_path) == set()
    assert "in sco-2010.lines." in run(tmp_path, "sco_quiz", "export", "lines")
    lines = (tmp_path / "sco-2010.lines").read_text("utf-8").splitlines()
    asked = json.loads(run(tmp_path, "sco_quiz", "list", "--json", "--kind", "short_answer"))
    assert len(lines) == len(asked) > 1
    (tmp_path / "more.lines").write_text("\n".join([*lines, "no answer here"]), "utf-8")
    shown = json.loads(run(tmp_path, "sco_quiz", "import", "more.lines", "--json", code=1))
    assert [question["prompt"] for question in shown["questions"]] == [question["prompt"] for question in asked]
    assert [problem["rule"] for problem in shown["problems"]] == ["unreadable-question"]
    assert "  lines       Write lines with a question and its answer." in run(tmp_path, "sco_quiz", "export", "--help")
    assert " passed" in run(tmp_path, "pytest", "tests/formats/test_formats.py", "-p", "no:cacheprovider")


def test_a_command(tmp_path: Path) -> None:
    touched = follow("Add a command", tmp_path)
    assert len(touched) == 3
    check_style(tmp_path, "Add a command")
    shown = run(tmp_path, "sco_quiz", "--help")
    assert shown.index("  list ") < shown.index("  topics ") < shown.index("  show ")
    counts = [f"{topic.id}: {len(topic.questions)}\n" for topic in load_bank().topics]
    assert run(tmp_path, "sco_quiz", "topics") == "".join(counts)
    assert " -m sco_quiz topics --bank my-bank/\n" in run(tmp_path, "sco_quiz", "topics", "--help")
    own = ["tests/house/test_docs.py", "tests/house/test_doors.py", "-k", "topics or wall", "-p", "no:cacheprovider"]
    assert " passed" in run(tmp_path, "pytest", *own)


def test_a_recipe_says_where_each_block_goes() -> None:
    page = "## Add x\n\nNew file `a.py`:\n\n```python\nx = 1\n```\n"
    (step,) = recipe("Add x", page)
    assert (step.file, step.where, step.text) == ("a.py", "new", "x = 1\n")
    with pytest.raises(ValueError, match="2 code blocks and 1 of them"):
        recipe("Add x", page + "\n```python\ny = 1\n```\n")
    with pytest.raises(ValueError, match="no section"):
        recipe("Add y", page)


def test_a_step_needs_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one\ntwo\ntwo\n", encoding="utf-8")
    page = "## Add x\n\nIn `a.py`, {} the line{} `{}`:\n\n```python\nnew\n```\n"
    for where, starts, anchor, lines in [
        ("after", "", "one", "one\nnew\ntwo\ntwo\n"),
        ("before", " that starts with", "on", "new\none\ntwo\ntwo\n"),
        ("instead of", "", "one", "new\ntwo\ntwo\n"),
    ]:
        (tmp_path / "a.py").write_text("one\ntwo\ntwo\n", encoding="utf-8")
        (step,) = recipe("Add x", page.format(where, starts, anchor))
        step.apply(tmp_path)
        assert (tmp_path / "a.py").read_text("utf-8") == lines
    for anchor in ("two", "three"):
        (step,) = recipe("Add x", page.format("after", "", anchor))
        with pytest.raises(ValueError, match="times"):
            step.apply(tmp_path)
