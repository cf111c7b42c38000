"""Text that tries to control the terminal: from a bank, a file name, an answer, or the command line."""

import ast
import io
import json
import re
import sys
from pathlib import Path

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import SingleChoice
from sco_quiz.core.kinds.beyond import Beyond
from sco_quiz.core.session import Answered, Session, step
from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.plain import PlainDisplay
from sco_quiz.terminal.question_view import full_block, question_block
from sco_quiz.terminal.sanitize import MAX_LENGTH, sanitize
from sco_quiz.terminal.score_view import score_block
from sco_quiz.terminal.verdict_view import verdict_block
from tests.command import sco_quiz
from tests.conftest import ROOT, absent, first

HARMFUL = (
    "\x1b]0;owned\x07",  # the title
    "\x1b[2J\x1b[H",  # the screen and the cursor
    "\x1b[8mhidden\x1b[0m",
    "\x9b31m\x9d0;owned\x9c\x84\x85",  # the same in C1
    "\r\x08\x0b\x0c\x00\x7f\t",
    "\u202eesrever\u202c \u2066isolate\u2069 \u200e\u200f\u061c",
    "in\u200bvi\u2060si\ufeffble \u00ad\u3164\u115f\u2800\u034f",
    "\U000e0041\U000e0042\U000e0100 \ufff9note\ufffb",
    "\u2028\u2029",
    "o" + "\u0336" * 60,
)
MARKUP = "[red]red[/red] [link=file:///]x[/link] :smile:"
LOADABLE = "".join(re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", "", text) for text in HARMFUL)  # what loading accepts
SGR = re.compile(r"\x1b\[[\d;]*m")
PAGE = re.compile(r"\r|\x1b\[\d*[ABCK]|\x1b\[(\d+;\d+)?H|\x1b\[2J|\x1b\[\?2004[hl]")
"""What redraws a page in place, and what a paste needs."""


def assert_harmless(shown: str) -> None:
    """Assert that there are only line feeds and visible characters."""
    assert shown
    assert [c for c in set(shown) if not c.isprintable() and c != "\n"] == []
    assert not re.search("[\u3164\u115f\u2800\u034f\U000e0100]|\u0336{5}", shown)


def escaped(text: str) -> str:
    """Return text as it is written between double quotes in YAML."""
    return "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A bank that loads."""
    text = escaped(f"{MARKUP} {LOADABLE}")
    (tmp_path / "bank.yaml").write_text(f'id: hostile\ntitle: "Title {text}"\n', encoding="utf-8")
    (tmp_path / "source.yaml").write_text(
        "title: T\ndate: 2010-02-03\nparagraphs: []\n"
        f'references: {{report: {{title: "Report {text}", publisher: "Press {text}", date: 2024}}}}\n',
        encoding="utf-8",
    )
    (tmp_path / "topic.yaml").write_text(
        f"""topic: "Topic {text}"
questions:
  - id: one
    type: single_choice
    setting: "Setting {text}"
    prompt: "Prompt {text}"
    answer: "Right {text}"
    distractors: ["Wrong {text}", "Noted {text}": "Note {text}"]
    explanation: "Explained {text}"
    beyond: {{text: "Beyond {text}", references: report}}
    hint: "Hint {text}"
    level: remember
""",
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture
def worst() -> Bank:
    """A bank that loading would refuse."""
    text = f"{MARKUP} {''.join(HARMFUL)}"
    question = SingleChoice.model_construct(
        id="one",
        type="single_choice",
        setting=text,
        prompt=f"Prompt {text}",
        answer=f"Right {text}",
        explanation=text,
        beyond=Beyond.model_construct(text=text, references=("report",)),
        hint=text,
        distractors=(),
        level="remember",
    )
    return Bank("worst", text, (Topic("topic", text, (question,)),))


def blocks_of(bank: Bank) -> list[Block]:
    (question,) = bank.questions
    session = Session((question,), seed=1)
    answered = step(session, Answered((f"Wrong {''.join(HARMFUL)}",)))
    assert answered.last
    return [
        question_block(bank, session, question),
        verdict_block(bank, answered.last),
        score_block(answered),
        full_block(bank, question, session.options),
    ]


@pytest.mark.parametrize("text", HARMFUL)
def test_what_could_act_is_shown_as_its_code(text: str) -> None:
    shown = sanitize(text)
    assert_harmless(shown)
    assert "\\u" in shown
    assert sanitize(shown) == shown
    assert json.loads(sanitize(json.dumps(text, ensure_ascii=False))) == text


SCRIPTS = (
    "plain",
    "“Café” – 10\u202f000\u00a0km",
    "上海\u3000合作",
    "🐼 ❤️",
    "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\u0915\u094d\u200d\u0937",
    "Ệ e\u0302\u0323",
    "two\nlines",
)


@pytest.mark.parametrize("text", SCRIPTS)
def test_the_worlds_scripts_stay_as_they_are(text: str) -> None:
    assert sanitize(text) == text


def test_lines_of_text_cannot_control_the_terminal(worst: Bank) -> None:
    for block in blocks_of(worst):
        shown = io.StringIO()
        PlainDisplay(io.StringIO(), shown).show(block)
        assert_harmless(shown.getvalue())
        assert "[red]red[/red]" in shown.getvalue() or block.title == "Score"


def test_panels_stay_in_their_frames(worst: Bank) -> None:
    try:
        import pyte
    except ImportError:  # pragma: no cover
        absent("pyte")
    from rich.console import Console

    from sco_quiz.terminal.drawing import print_blocks

    for block in blocks_of(worst):
        out = io.StringIO()
        print_blocks([block], Console(file=out, width=80, force_terminal=True, highlight=False))
        assert_harmless(SGR.sub("", out.getvalue()))
        screen = pyte.Screen(80, 200)
        pyte.Stream(screen).feed(out.getvalue().replace("\n", "\r\n"))
        lines = [line for line in screen.display if line.strip()]
        assert screen.title == ""
        assert (screen.cursor.x, screen.cursor.y) == (0, len(lines))
        assert {(line[0], line.rstrip()[-1]) for line in lines[1:-1]} == {("│", "│")}


COMMANDS = """
check
check --format json
check --format github
check --format sarif
list
list --json
show one
quiz
quiz --exam
review
review --practice
review --missed
stats
flags
doctor
fmt --diff
export anki -o {}/d.apkg
"""


@pytest.mark.parametrize("line", COMMANDS.split("\n")[1:-1])
def test_pipes_get_text(hostile: Path, line: str) -> None:
    command = line.split()
    named = [str(hostile)] if command[0] in ("check", "fmt") else ["--bank", str(hostile)]
    typed = "h\n\x1b[2J\u202e\x07\n1\n\u202e\nn\n"
    if command[0] in ("review", "stats", "flags"):
        asked = ("quiz", "--bank", str(hostile), "--seed", "1")
        assert sco_quiz(*asked, given="f\nnote \x1b[2J\u202e\n2\n").returncode == 0
    done = sco_quiz(*(part.format(hostile) for part in command), *named, given=typed)
    assert done.returncode in ((0, 1) if "--exam" in command else (0,))  # passed or not
    assert_harmless(done.stdout)
    assert done.stderr == "" or "--exam" in command
    if "--json" in command:
        assert json.loads(done.stdout)[0]["prompt"] == f"Prompt {MARKUP} {LOADABLE}"


def test_names_of_files_and_words_of_the_command_line_are_shown_escaped(tmp_path: Path) -> None:
    bad = tmp_path / "bad\x1b]0;owned\x07"
    try:
        bad.mkdir()
    except OSError:  # pragma: no cover
        pytest.skip("this file system refuses such names")
    (bad / "topic\u202e.yaml").write_text('topic: "\\e[2J"\nquestions:\n  - "\\e[2J": "\\a"\n', encoding="utf-8")
    for arguments in (
        ["check", str(bad)],
        ["check", str(bad / "no\x1b[2J")],
        ["quiz", "--bank", str(bad)],
        ["quiz", "--bank", str(bad / "no\x1b[2J")],
        ["quiz", "no\x1b[2J"],
        ["show", "no\x1b[2J"],
        ["explain", "no\x1b[2J"],
        ["fmt", str(bad)],
        ["rename", "no\x1b[2J", "a"],
        ["new", "economy", "--bank", str(bad)],
        ["history", "import", "anki", str(bad / "topic\u202e.yaml")],
        ["no\x1b[2J"],
        ["quiz", "--no\x1b[2J"],
    ):
        done = sco_quiz(*arguments)
        assert done.returncode in (1, 2), arguments
        assert_harmless(done.stdout + done.stderr)
        assert re.search(r"\\u001b|\\x1b", done.stdout + done.stderr), arguments


def test_a_terminal_shows_the_bank_and_keeps_its_title(hostile: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals of this kind need POSIX")
    from tests.pseudo_terminal import Terminal

    terminal = Terminal("--seed", "1", "--bank", str(hostile), height=100)
    text = terminal.wait_for("Press a number")
    assert "Prompt [red]red[/red] [link=file:///]x[/link] :smile:" in text
    terminal.press("1")
    text = terminal.wait_for("any key: next")
    assert "\\u202eesrever\\u202c" in text
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.screen.title == ""
    assert_harmless(SGR.sub("", PAGE.sub("", terminal.raw.replace("\r\n", "\n"))))


@pytest.mark.parametrize(
    "command", first([(("quiz", "--exam"),), (("stats",),), (("review",),), (("quiz", "--resume"),), (("flags",),)], 2)
)
def test_a_terminal_is_safe_in_every_mode(hostile: Path, command: tuple[str, ...]) -> None:
    """The title stays, colors are the only control codes, and invisible characters are shown as their codes."""
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals of this kind need POSIX")
    from tests.pseudo_terminal import Terminal

    topic = (hostile / "topic.yaml").read_text("utf-8")
    (hostile / "other.yaml").write_text(topic.replace("id: one", "id: two"), "utf-8")
    sco_quiz("quiz", "--bank", str(hostile), "--seed", "1", given="f\nnote \x1b[2J\u202e\n2\n")
    words = () if command[0] in ("stats", "flags") or "--resume" in command else ("--seed", "1")
    terminal = Terminal(*command[1:], "--bank", str(hostile), *words, command=command[0], height=100)
    wanted = {"stats": "Right answers by week", "flags": "1 flag in"}.get(command[0], "Press a number")
    terminal.wait_for(wanted)
    if wanted == "Press a number":
        terminal.press("2")
        # in an exam, the next question is drawn to its end: Ctrl-C would discard what is still to be written
        terminal.wait_for(wanted if "--exam" in command else "any key: next", 2 if "--exam" in command else 1)
        terminal.press("\x03")
    terminal.wait_for_end()
    assert terminal.screen.title == ""
    assert "\\u202e" in terminal.text()
    assert_harmless(SGR.sub("", PAGE.sub("", terminal.raw.replace("\r\n", "\n"))))


def test_a_million_characters(tmp_path: Path) -> None:
    bank = tmp_path / "long.yaml"
    text = "topic: Long\nquestions:\n  - {{id: one, type: true_false, prompt: {}, answer: true, level: remember}}\n"
    bank.write_text(text.format("a" * 1_000_000), encoding="utf-8")
    refused = sco_quiz("check", str(bank))
    assert "the text has 1000000 characters; the maximum is 50000" in refused.stdout
    assert len(refused.stdout) < 1000
    bank.write_text(text.format("word " * 9_000), encoding="utf-8")
    typed = f"{'x' * 1_000_000}\nt\n"
    shown = sco_quiz("quiz", "--bank", str(bank), given=typed).stdout
    assert shown.count("word") == 9_000  # a prompt is shown whole
    assert "Right" in shown
    assert len(shown) < 45_000 + 5 * MAX_LENGTH
    listed = sco_quiz("list", "--bank", str(bank)).stdout
    assert "… (42999 more characters; `sco-quiz show one` prints all)" in listed
    assert sco_quiz("show", "one", "--bank", str(bank)).stdout.count("word") == 9_000


def test_commands_print_through_one_door() -> None:
    """Only the program's own text is printed verbatim: a script for a shell, the code that clears the screen."""
    printing: dict[str, set[str]] = {}
    for path in (ROOT / "sco_quiz" / "cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                printing.setdefault(ast.unparse(node.func), set()).add(path.name)
    assert printing["click.echo"] == {"output.py"}
    assert printing["print_verbatim"] == {"completion.py", "watch.py"}
    assert not {"click.secho", "print", "sys.stdout.write"} & printing.keys()
