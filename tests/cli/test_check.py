"""`check` and `explain`: paths, choices, formats, exit codes, watching."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from sco_quiz.app.rule_pages import all_pages
from sco_quiz.core.rule_page import Page
from sco_quiz.terminal.rule_pages import HEADINGS
from tests.command import ok, sco_quiz
from tests.conftest import ROOT, absent

GOOD = """\
topic: T
questions:
  - id: {id}
    type: short_answer
    prompt: Where is the town of {id}?
    answer: Here
    level: remember
"""
BAD = GOOD.replace("answer:", "answr:")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "bank.yaml").write_text("id: b\ntitle: B\n")
    (folder / "one.yaml").write_text(GOOD.format(id="one"))
    (folder / "two.yaml").write_text(GOOD.format(id="two"))
    return folder


def test_several_paths_are_one_report(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "alone.yaml").write_text(BAD.format(id="alone"))
    (bank / "two.yaml").write_text(BAD.format(id="two"))
    done = sco_quiz("check", "--format", "json", str(bank / "one.yaml"), str(tmp_path / "alone.yaml"))
    shown = json.loads(done.stdout)
    assert (done.returncode, shown["questions"]) == (1, 1)
    assert [(problem["rule"], Path(problem["file"]).name) for problem in shown["problems"]] == [
        ("unknown-field", "alone.yaml"),
        ("missing-explanation", "one.yaml"),
    ]
    whole = json.loads(sco_quiz("check", "--format", "json", str(bank), str(bank / "two.yaml")).stdout)
    assert (whole["questions"], whole["counts"]["error"]) == (1, 1)


def test_select_and_ignore(bank: Path) -> None:
    def names(*options: str) -> list[str]:
        shown = json.loads(sco_quiz("check", str(bank), "--format", "json", *options).stdout)
        return [problem["rule"] for problem in shown["problems"]]

    assert names() == ["missing-explanation"] * 2
    assert names("--ignore", "missing-explanation") == []
    assert names("--select", "missing-source,swallowed-text") == []
    assert names("--select", "missing-explanation") == ["missing-explanation"] * 2
    (bank / "one.yaml").write_text(GOOD.format(id="one") + "    allow: {missing-source: there is no record}\n")
    assert names("--select", "unused-allow") == ["unused-allow"]
    assert names("--select", "unused-allow", "--ignore", "missing-source") == []
    (bank / "two.yaml").write_text(BAD.format(id="two"))
    assert "unknown-field" in names("--select", "missing-source")


@pytest.mark.parametrize(
    ("option", "name", "told"),
    [
        ("--select", "missing-explanaton", "did you mean `missing-explanation`?"),
        ("--ignore", "nonsense-of-all-kinds", "`sco-quiz explain` lists them all."),
        ("--ignore", "unknown-field", "it cannot be ignored"),
        ("--format", "xml", "is not one of"),
    ],
)
def test_wrong_usage_ends_with_2(option: str, name: str, told: str) -> None:
    done = sco_quiz("check", option, name)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_strict_fails_on_warnings(bank: Path) -> None:
    assert sco_quiz("check", str(bank)).returncode == 0
    assert sco_quiz("check", str(bank), "--strict").returncode == 1
    assert sco_quiz("check", str(bank), "--strict", "--ignore", "missing-explanation").returncode == 0


def test_formats_for_workflows(bank: Path) -> None:
    (bank / "two.yaml").write_text(BAD.format(id="two"))
    github = sco_quiz("check", "--format", "github", "bank/two.yaml", cwd=bank.parent).stdout
    assert github.startswith("::error file=bank/two.yaml,line=6,col=5,endColumn=10,title=unknown-field::`answr` is not")
    log = json.loads(sco_quiz("check", "--format", "sarif", str(bank)).stdout)
    assert {result["ruleId"] for result in log["runs"][0]["results"]} == {"unknown-field", "missing-explanation"}


@pytest.mark.parametrize("name", sorted(all_pages()))
def test_every_name_has_a_page(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    from sco_quiz.cli.main import main

    with pytest.raises(SystemExit) as end:
        main(["explain", name])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    page = all_pages()[name]
    assert shown.startswith(f"{name} ({page.severity})\n\n{page.summary}\n")
    assert page.summary.endswith(".")
    assert "Instead:" in shown


def test_explain_lists_and_suggests() -> None:
    listed = ok("explain")
    assert listed.startswith("Errors: must be corrected\n  accepted-and-rejected ")
    assert all(f"  {name} " in listed for name in all_pages())
    wrong = sco_quiz("explain", "duplicat-id")
    assert (wrong.returncode, "did you mean `duplicate-id`?" in wrong.stderr) == (2, True)


def render_table(pages: Iterable[Page]) -> str:
    """Render the first lines of the pages as a Markdown table, grouped by severity."""
    pages = sorted(pages, key=lambda page: page.name)
    lines = ["| name | | what it says |", "|---|---|---|"]
    for severity in HEADINGS:
        for page in pages:
            if page.severity is severity:
                summary = page.summary.replace("|", "\\|")  # a | would end the cell
                lines.append(f"| `{page.name}` | {severity} | {summary} |")
    return "\n".join(lines)


def test_the_table_of_the_guide_is_fresh(update: bool) -> None:
    guide = ROOT / "questions" / "README.md"
    head, begin, rest = guide.read_text(encoding="utf-8").partition("<!-- names:")
    mark, close, rest = rest.partition("-->\n")
    _, end, tail = rest.partition("<!-- end of names -->")
    assert begin
    assert end
    fresh = f"{head}{begin}{mark}{close}\n{render_table(all_pages().values())}\n\n{end}{tail}"
    if update:
        guide.write_text(fresh, encoding="utf-8")
    assert guide.read_text(encoding="utf-8") == fresh


def test_schemas_are_written_for_an_own_bank(bank: Path) -> None:
    shown = ok("schema", str(bank))
    assert "# yaml-language-server: $schema=schema/questions.json" in shown
    assert sorted(path.name for path in (bank / "schema").iterdir()) == [
        "bank.json",
        "questions.json",
        "source.json",
        "summaries.json",
    ]
    for path in (bank / "schema").iterdir():
        assert path.read_text(encoding="utf-8") == (ROOT / "questions" / "schema" / path.name).read_text("utf-8")


def test_watching_checks_again_on_save_and_ends_with_0(bank: Path) -> None:
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        absent("watchfiles")
    log = bank.parent / "log.txt"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "sco_quiz", "check", str(bank), "--watch"],
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            preexec_fn=hear_ctrl_c,  # noqa: PLW1509 - the tests run in one thread
        )
        try:
            wait_for(log, "press Ctrl-C to stop.", 1)
            (bank / "two.yaml").write_text(BAD.format(id="two"))
            wait_for(log, "press Ctrl-C to stop.", 2)
            (bank / "media").mkdir()
            (bank / "media" / "map.svg").write_text("<svg/>")
            wait_for(log, "press Ctrl-C to stop.", 3)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()
    shown = log.read_text(encoding="utf-8")
    assert "2 questions checked: 2 warnings." in shown
    assert f"1 question checked, none could be read from {bank / 'two.yaml'}: 1 error, 1 warning." in shown
    assert (
        len(re.findall(r"^Checked at \d\d:\d\d:\d\d\. Watching for changes; press Ctrl-C to stop\.$", shown, re.M)) >= 2
    )
    assert "KeyboardInterrupt" not in shown
    assert "\x1b" not in shown


def hear_ctrl_c() -> None:
    """Let Ctrl-C interrupt: a shell makes jobs in the background ignore it, and a program inherits that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(log: Path, text: str, times: int) -> None:
    end = time.monotonic() + 30
    while log.read_text(encoding="utf-8").count(text) < times:
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.1)


def test_watching_says_what_to_install(bank: Path) -> None:
    code = f"""
import sys
sys.modules["watchfiles"] = None
from sco_quiz.cli.main import main
main(["check", {str(bank)!r}, "--watch"])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: --watch needs the package watchfiles: `")
    assert done.stderr.endswith("pip install ruamel.yaml watchfiles`\n")


def test_allowances_of_a_bank_with_errors_are_not_judged(bank: Path) -> None:
    topic = "topic: T\nquestions:\n  - id: who\n    type: short_answer\n    prompt: Who walks there?\n    answer: He\n"
    rest = "    explanation: He walks.\n    level: remember\n    allow: {missing-source: an example}\n"
    (bank / "t.yaml").write_text(topic + rest, encoding="utf-8")
    assert "[unused-allow]" in sco_quiz("check", str(bank)).stdout
    (bank / "source.yaml").write_text("title: [\n", encoding="utf-8")
    broken = sco_quiz("check", str(bank)).stdout
    assert "1 error" in broken
    assert "[unused-allow]" not in broken


def test_the_summary_says_what_was_read(bank: Path) -> None:
    def said(*arguments: str, code: int = 0, **environment: str) -> str:
        done = sco_quiz("check", *arguments, cwd=bank.parent, **environment)
        assert (done.returncode, done.stderr) == (code, "")
        return done.stdout.rstrip("\n").split("\n")[-1]

    record = "title: T\ndate: 2026-01-31\nparagraphs:\n- number: 1\n  fingerprint: ''\n"
    (bank / "source.yaml").write_text(record)
    assert said("bank/source.yaml") == "bank/source.yaml: 1 paragraph, no problems found."
    assert said("bank/bank.yaml") == "bank/bank.yaml: no problems found."
    assert said(SCO_QUIZ_BANK="bank").startswith("bank (SCO_QUIZ_BANK): 2 questions checked: ")
    assert said("--bank", "bank") == said("bank")
    (bank / "two.yaml").write_text(BAD.format(id="two"))
    assert said("bank/two.yaml", code=1) == "No questions could be read from bank/two.yaml: 1 error."
    (bank / "one.yaml").write_text("topic: [\n")
    both = "No questions could be read from bank/one.yaml, bank/two.yaml: 2 errors."
    assert said("bank", "--ignore", "uncovered-paragraph", code=1) == both


def test_a_file_without_questions(bank: Path) -> None:
    (bank / "article.txt").write_text("A Title\n")
    for command in ("check", "fmt"):
        done = sco_quiz(command, "bank/article.txt", cwd=bank.parent)
        assert (done.returncode, done.stdout) == (2, "")
        last = "Error: bank/article.txt is not a question file: its name does not end in .yaml or .yml\n"
        assert done.stderr.endswith(last)


def test_a_bank_of_the_environment_that_is_not_there(bank: Path) -> None:
    for command in ("check", "list"):
        done = sco_quiz(command, cwd=bank, SCO_QUIZ_BANK="bank")
        assert (done.returncode, done.stdout) == (2, "")
        last = f"Error: SCO_QUIZ_BANK is `bank`, which does not exist (relative to {bank})\n"
        assert done.stderr.endswith(last)


def test_enemies_by_question(tmp_path: Path) -> None:
    for name, question in {
        "city": "type: short_answer\n    prompt: In which city did finance ministers meet?\n    answer: Almaty",
        "talks": "type: short_answer\n    prompt: What did finance ministers sign in Almaty?\n    answer: a charter",
        "alone": "type: numeric\n    prompt: How old is the mill?\n    answer: 70\n    never_with: [talks]",
        "none": "type: short_answer\n    prompt: Who sings?\n    answer: Ann",
    }.items():
        text = f"topic: T\nquestions:\n  - id: {name}\n    {question}\n    level: remember\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\ntopics: [city, talks, alone, none]\n")
    assert ok("check", str(tmp_path), "--enemies") == (
        "city\n"
        '  given by    talks                              shows "Almaty" in its prompt\n'
        "\n"
        "talks\n"
        '  gives away  city                               shows "Almaty" in its prompt\n'
        "  both ways   alone                              `never_with` names the pair\n"
        "\n"
        "alone\n"
        "  both ways   talks                              `never_with` names the pair\n"
        "\n"
        "4 questions, 2 pairs of enemies. A session asks one of a pair; if it must ask both, it first asks the one "
        "that gives less away.\n"
        "3 questions can be answered with the help of another one. Most enemies: talks (2), city (1), alone (1).\n"
    )
    assert ok("check", str(tmp_path / "city.yaml"), "--enemies").startswith("city\n  given by    talks")
    assert ok("check", str(tmp_path / "none.yaml"), "--enemies").startswith("4 questions, 2 pairs")
    listed = {
        question["id"]: question["enemies"] for question in json.loads(ok("list", "--json", "--bank", str(tmp_path)))
    }
    assert [(enemy["id"], enemy["gives"], enemy["given"]) for enemy in listed["city"]] == [("talks", False, True)]
    assert [enemy["gives"] for enemy in listed["talks"]] == [True, True]
    for option in ("--watch", "--format=json"):
        assert "use --enemies without" in sco_quiz("check", str(tmp_path), "--enemies", option).stderr


def test_a_bank_without_enemies(bank: Path) -> None:
    (bank / "two.yaml").write_text(GOOD.format(id="two").replace("Here", "There"))
    assert ok("check", str(bank), "--enemies") == "No question gives another one away.\n"


def test_enemies_as_json() -> None:
    questions = {question["id"]: question for question in json.loads(ok("list", "--json"))}
    pairs = [(name, enemy) for name, question in questions.items() for enemy in question["enemies"]]
    assert len(pairs) > 100
    for name, enemy in pairs:
        assert enemy.keys() == {"id", "reason", "gives", "given"}
        assert enemy["reason"]
        (back,) = (other for other in questions[enemy["id"]]["enemies"] if other["id"] == name)
        assert (back["gives"], back["given"]) == (enemy["given"], enemy["gives"])
