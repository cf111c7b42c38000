"""The guide to formatting is true: good examples load and render, bad ones get the report printed below them."""

import re
from pathlib import Path
from shutil import copytree
from textwrap import dedent

import pytest

from sco_quiz.app.check import check_paths
from sco_quiz.core.markup.page_html import page_renderer
from sco_quiz.core.problem import Severity, in_order
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT

GUIDE = ROOT / "questions" / "formatting.md"
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXT = GUIDE.read_text(encoding="utf-8")
EXAMPLES = list(re.finditer(r"^(`{3,})yaml\n(.*?)^\1\n(?:\n(`{3,})text\n(.*?)^\3\n)?", TEXT, re.MULTILINE | re.DOTALL))
FIELDS = {"prompt": "What does this explain?", "answer": "example", "level": "remember"}


def bank_of(folder: Path, example: str) -> Path:
    """Write a bank of one question with the fields of an example; the others are placeholders."""
    folder.mkdir()
    copytree(ROOT / "tests" / "marked_up" / "media", folder / "media")
    kind = "cloze" if "{{c1" in example else "single_choice" if "distractors" in example else "short_answer"
    missing = {} if kind == "cloze" else FIELDS
    others = [
        f"{name}: {value}" for name, value in {"level": "remember", **missing}.items() if f"{name}:" not in example
    ]
    lines = "\n".join(["id: example", f"type: {kind}", *others, example]).splitlines()
    indented = "".join(f"    {line}\n" if line else "\n" for line in lines)
    (folder / "bank.yaml").write_text("id: guide\ntitle: Guide\nmarkup: markdown\n", encoding="utf-8")
    (folder / "examples.yaml").write_text(f"topic: Examples\nquestions:\n  -{indented[3:]}", encoding="utf-8")
    return folder


def report_on(folder: Path) -> str:
    """Return the report of `check` without positions, suggestions, and pictures that the example does not show."""
    lines = []
    for problem in in_order(check_paths([folder], ignore=("unused-picture", "missing-explanation")).problems):
        if problem.severity is not Severity.INFO:
            hint = f"   hint: {problem.hint}\n" if problem.hint else ""
            lines.append(f"{problem.severity}: {problem.message} [{problem.name}]\n{hint}")
    return "".join(lines)


@pytest.mark.parametrize("example", [match[2] for match in EXAMPLES if not match[4]])
def test_good_examples_load_and_mean_what_they_say(example: str, tmp_path: Path) -> None:
    folder = bank_of(tmp_path / "bank", example)
    assert report_on(folder) == ""
    bank = load_bank(folder)
    contents = [part.content for part in bank.questions[0].parts()]
    literal = all(content.is_literal for content in contents)
    assert literal == ("$5 and" in example), "nothing in the example is marked up"
    html = "".join(page_renderer(bank.pictures).content(content) for content in contents)
    assert ("<" in html) == (not literal)


def test_bad_examples_get_the_report_below_them(tmp_path: Path, update: bool) -> None:
    fresh = TEXT
    bad = [match for match in EXAMPLES if match[4]]
    assert len(bad) > 8
    for number, match in enumerate(bad):
        folder = bank_of(tmp_path / str(number), match[2])
        # what no check can know is wrong is shown as students see it
        shown = report_on(folder) or f"{load_bank(folder).questions[0].stem.plain.rstrip()}\n"
        fence = "````" if "```" in shown else "```"
        fresh = fresh.replace(match[0], f"{match[1]}yaml\n{match[2]}{match[1]}\n\n{fence}text\n{shown}{fence}\n")
    if update:
        GUIDE.write_text(fresh, encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == fresh


def test_the_example_of_the_readme_is_clean(tmp_path: Path) -> None:
    shown = re.search(r"^```yaml\n- id: \w+\n  type: single_choice\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert shown
    folder = bank_of(tmp_path / "bank", dedent(shown[1]))
    assert report_on(folder) == ""
    assert [option.content.is_literal for option in load_bank(folder).questions[0].interaction().options] == [False] * 3


def test_the_guides_link_to_each_other() -> None:
    headings = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in re.findall(r"^#+ (.+)$", TEXT, re.M)}
    anchors = re.findall(r"\]\(#([^)]+)\)", TEXT)
    assert len(anchors) > 10
    assert set(anchors) <= headings
    assert "](questions/formatting.md)" in README
    assert "](formatting.md)" in (GUIDE.parent / "README.md").read_text(encoding="utf-8")
