"""The teachers' guide is true: good examples are clean, bad ones get the report printed below them."""

import re
from pathlib import Path
from shutil import copytree

from sco_quiz.app.check import check_paths
from sco_quiz.core.problem import Severity, in_order
from sco_quiz.loading.load import load_bank
from tests.command import ok
from tests.conftest import ROOT, record_without_facts

GUIDE = ROOT / "questions" / "README.md"
SHOWN = re.compile(r"^```yaml\n(- id:.*?)^```\n(\n```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
EXAMPLES = list(SHOWN.finditer(GUIDE.read_text(encoding="utf-8")))
GOOD = [match[1] for match in EXAMPLES if not match[2]]


def bank_of(folder: Path, *examples: str) -> Path:
    """Write a bank with the guide's source record and the examples as its only topic."""
    folder.mkdir()
    (folder / "bank.yaml").write_text("id: guide\ntitle: Guide\n", encoding="utf-8")
    (folder / "source.yaml").write_text(record_without_facts(), encoding="utf-8")
    indented = "".join(re.sub(r"^(?=.)", "  ", example, flags=re.MULTILINE) for example in examples)
    (folder / "examples.yaml").write_text(f"topic: Examples\nquestions:\n{indented}", encoding="utf-8")
    return folder


def report_on(folder: Path, example: str) -> str:
    """Return the report of `check` on one example, without positions."""
    lines = []
    for problem in in_order(check_paths([bank_of(folder, example) / "examples.yaml"]).problems):
        hint = f"   hint: {problem.hint}\n" if problem.hint else ""
        lines.append(f"{problem.severity}: {problem.message} [{problem.name}]\n{hint}")
    return "".join(lines)


def kind_of(example: str) -> str:
    found = re.search(r"^  type: (\w+)$", example, re.MULTILINE)
    assert found
    return found[1]


def test_good_examples_are_clean(tmp_path: Path) -> None:
    assert len({kind_of(example) for example in GOOD}) == 8
    successor = next(example for example in GOOD if "id: applicants-in-2010" in example)
    for number, example in enumerate(GOOD):
        more = [successor] if "successor:" in example else []
        folder = bank_of(tmp_path / str(number), example, *more)
        problems = check_paths([folder]).problems
        assert [problem for problem in problems if problem.severity is not Severity.INFO] == [], example
        assert load_bank(folder).questions


def test_the_command_new_asks_as_the_guide_shows(tmp_path: Path) -> None:
    found = re.search(r"^\$ sco-quiz (new \w+) --bank questions\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    assert found
    prompt = re.compile(r"(  - ?|[A-Z].*?:(?= |$))(.*)")
    asked = [match for line in found[2].splitlines() if (match := prompt.fullmatch(line))]
    copytree(ROOT / "questions", tmp_path / "bank")
    given = "".join(f"{match[2].strip()}\n" for match in asked)
    shown = ok(*found[1].split(), "--bank", str(tmp_path / "bank"), given=f"{given}y\n")
    assert len(asked) > 10
    assert "appended" in shown
    for line in found[2].splitlines():
        match = prompt.fullmatch(line)
        assert (match[1] if match else line.strip("… ")) in shown


def test_bad_examples_get_the_report_below_them(tmp_path: Path, update: bool) -> None:
    bad = [match for match in EXAMPLES if match[2]]
    assert len({kind_of(match[1]) for match in bad}) == 8
    fresh = GUIDE.read_text(encoding="utf-8")
    for number, match in enumerate(bad):
        report = report_on(tmp_path / str(number), match[1])
        assert report, match[1]
        fresh = fresh.replace(match[0], f"```yaml\n{match[1]}```\n\n```text\n{report}```\n")
    if update:
        GUIDE.write_text(fresh, encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == fresh


def test_every_yaml_block_is_an_example() -> None:
    shown = re.findall(r"^```yaml\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(shown) == len(EXAMPLES) > 18


def test_the_session_of_new_is_as_shown(tmp_path: Path) -> None:
    from tests.pseudo_terminal import ended, spawn

    transcript = re.search(
        r"^```text\n\$ sco-quiz new economy --bank questions\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S
    )
    assert transcript
    bank = copytree(ROOT / "questions", tmp_path / "questions")
    child = spawn("new", "economy", "--bank", str(bank), width=200, height=100, TERM="dumb")
    for line in transcript[1].splitlines():
        prompt = re.match(r"  -(?= |$)|[A-Z][^:]*:(?! `)", line)
        if line.strip() == "…":
            continue
        child.expect_exact(prompt[0] if prompt else line)
        if prompt:
            child.sendline(line[prompt.end() :].strip())
    child.expect_exact("n = discard [y]:")
    child.sendline("")
    assert ended(child) == 0
    written = load_bank(bank).find("where-the-finance-talks-were")
    assert written
    assert [option.note for option in written.distractors].count("") == 1


def test_init_creates_the_files_listed(tmp_path: Path) -> None:
    """The guide lists exactly the files that `init` creates."""
    section = GUIDE.read_text("utf-8").split("## A bank for another article")[1]
    article = tmp_path / "article.txt"
    article.write_text("A Title\n\nA paragraph.\n", encoding="utf-8")
    folder = tmp_path / "my-bank"
    command = re.search(r"^sco-quiz (init my-bank .*)$", section, re.MULTILINE)
    assert command
    words = command[1].replace("my-bank", str(folder)).replace("article.txt", str(article)).split()
    ok(*words)
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    listed = re.findall(r"`([^`]+)`", "".join(re.findall(r"^\| (`.*?) \|", section.split("\n\n1. ")[0], re.MULTILINE)))
    assert len(listed) == 8
    assert {name for name in made if not name.startswith(tuple(listed))} == set()
    assert all(any(name.startswith(start) for name in made) for start in listed)


def test_every_anchor_has_a_heading() -> None:
    text = GUIDE.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    wanted = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert len(wanted) > 8
    assert wanted <= anchors
