"""`fmt`: what changes, what stays, and which files are skipped."""

from pathlib import Path

import pytest

from sco_quiz.loading.document import Document
from sco_quiz.loading.files import formattable
from sco_quiz.loading.writing.format import comments, format_text, reformatted
from sco_quiz.loading.yaml_nodes import to_data
from sco_quiz.loading.yaml_tree import Tree, parse
from tests.cli.test_check import GOOD
from tests.command import sco_quiz
from tests.conftest import ROOT, first

UGLY = """\
# about this file
topic:   "T"
questions:
- id: "one"     # the first
  type: short_answer
  prompt: 'What comes: first?'
  answer: no
  level: remember
# before the second
- id: two
  type: single_choice
  prompt: >-
    Which
    one?
  answer: "10"
  distractors: [ "20",   30 ]


  level: remember
"""


def data(text: str) -> object:
    parsed = parse(text)
    assert isinstance(parsed, Tree)
    assert parsed.root
    assert parsed.faults == []
    return to_data(parsed.root)


def test_the_standard_form(tmp_path: Path) -> None:
    path = tmp_path / "topic.yaml"
    path.write_text(UGLY)
    before = sco_quiz("fmt", "--check", str(path))
    assert (before.returncode, path.read_text()) == (1, UGLY)
    shown = sco_quiz("fmt", "--diff", str(path))
    assert (shown.returncode, path.read_text()) == (0, UGLY)
    assert '-- id: "one"     # the first' in shown.stdout
    done = sco_quiz("fmt", str(path))
    assert (done.returncode, done.stdout) == (0, f"{path}: formatted\n")
    assert data(path.read_text()) == data(UGLY)
    assert comments(path.read_text()) == comments(UGLY)
    for option in ("--check", "--diff"):
        tidy = sco_quiz("fmt", option, str(path))
        assert (tidy.returncode, tidy.stdout) == (0, "1 file: nothing to change\n")


def files() -> list[Path]:
    folders = [ROOT / "questions", ROOT / "tests" / "terminal", ROOT / "tests" / "anki"]
    return [path for folder in folders for path in formattable(folder)]


@pytest.mark.parametrize("path", first(files(), 6), ids=lambda path: path.name)
def test_values_and_comments_stay_and_twice_is_once(path: Path) -> None:
    text = path.read_text("utf-8")
    after = format_text(text)
    assert data(after) == data(text)
    assert comments(after) == comments(text)
    assert format_text(after) == after
    assert reformatted(Document("x", text)) == (after, "")


def test_the_shipped_bank_is_formatted() -> None:
    found = formattable(ROOT / "questions")
    assert len(found) >= 8
    assert [path.name for path in found if format_text(path.read_text("utf-8")) != path.read_text("utf-8")] == []


def test_a_file_with_errors_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id:   b\ntitle: B\n")
    bad = UGLY.replace("answer: no", "answr: no")
    (tmp_path / "bad.yaml").write_text(bad)
    done = sco_quiz("fmt", str(tmp_path))
    assert done.returncode == 1
    assert "did you mean `answer`?" in done.stderr
    assert done.stderr.endswith("skipped 1 file with errors\n")
    assert (tmp_path / "bad.yaml").read_text() == bad
    assert (tmp_path / "bank.yaml").read_text() == "id: b\ntitle: B\n"


def test_a_file_whose_comments_would_be_lost_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "topic.yaml"
    text = UGLY.replace('[ "20",   30 ]', '[ "20",  # too near\n   30 ]')
    path.write_text(text)
    for flag in ((), ("--check",), ("--diff",)):
        done = sco_quiz("fmt", *flag, str(path))
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"{path}: skipped: the comment `# too near` would be lost; write the list")
    assert path.read_text() == text


def test_lines_of_text_stay_as_they_are() -> None:
    tidy = """\
topic: T
questions:
  - id: a
    prompt: |
      Two  spaces, and two at the end of this line:{space}


      - after two blank lines
    answer: 'it''s $\\frac{1}{2}$: x'
    distractors:
      - |2
          four spaces
        two
      - a: |-
          b

    explanation: >
      folded
      text

        code

  - id: b
"""
    tidy = tidy.replace("{space}", "  ")
    assert reformatted(Document("x", tidy)) == (tidy, "")


@pytest.mark.parametrize(
    ("typed", "formatted"),
    [
        (r'''answer: "it's $\\pi$: a"''', r"""answer: 'it''s $\pi$: a'"""),
        (r'''answer: "it's: a"''', r'''answer: "it's: a"'''),
        (r'answer: "a\nb"', "answer: |-\n  a\n  b"),
        (r'answer: ["a\nb"]', r'answer: ["a\nb"]'),
        ("answer: |2-\n  \tb\n  c", "answer: |2-\n  \tb\n  c"),
    ],
)
def test_the_form_of_text(typed: str, formatted: str) -> None:
    assert format_text(typed) == f"{formatted}\n"
    assert data(formatted) == data(typed)


LETTERED = """\
topic: Bridges
questions:
  - id: builder
    type: single_choice
    prompt: Who designed the first Tay Bridge?
    options:
    - A) Benjamin Baker   # of the Forth Bridge
    - B) Thomas Bouch
    correct: B
    level: remember
"""
FIXED = """\
    answer: Thomas Bouch
    distractors:
      - Benjamin Baker  # of the Forth Bridge
    level: remember
"""


def test_fix_rewrites_options_of_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "bridges.yaml"
    path.write_text(LETTERED)
    assert "run `sco-quiz fmt --fix FILE`" in sco_quiz("fmt", str(path)).stderr
    shown = sco_quiz("fmt", "--fix", "--diff", str(path))
    assert (shown.returncode, path.read_text()) == (0, LETTERED)
    assert "-    correct: B\n" in shown.stdout
    assert sco_quiz("fmt", "--fix", "--check", str(path)).returncode == 1
    assert path.read_text() == LETTERED
    done = sco_quiz("fmt", "--fix", str(path))
    assert (done.returncode, done.stdout) == (0, f"{path}: 1 question rewritten\n1 file: nothing to change\n")
    assert path.read_text() == LETTERED.partition("    options")[0] + FIXED
    again = sco_quiz("fmt", "--fix", str(path))
    assert (again.returncode, again.stdout) == (0, "1 file: nothing to change\n")


def test_spaces_and_tabs_at_the_ends_of_lines_are_removed(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    plain = GOOD.format(id="one")
    path.write_text(plain.replace("\n", "\t\n"))
    assert sco_quiz("fmt", str(path)).returncode == 0
    assert path.read_text() == plain


def test_what_the_formatter_cannot_read_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(GOOD.format(id="one").replace("type: ", "type:\t"))
    assert sco_quiz("check", str(path)).stdout.count("error") == 0
    done = sco_quiz("fmt", str(path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{path}: skipped: the formatter cannot read it in line ")
