"""`sco-quiz preview`."""

import sys
from pathlib import Path

from tests.command import ok, program, sco_quiz
from tests.conftest import ROOT


def test_the_question_and_its_verdict() -> None:
    shown = ok("preview", "rats-city")
    question, typed, verdict = shown.split("\n\n", 2)
    assert question.startswith("Question 1 of 1, topic Security and antiterrorism\n")
    assert question.endswith("\nType the answer, then press Enter. Type h for a hint.")
    assert typed == "> Tashkent"
    assert verdict.startswith("Right\n")
    assert "paragraph 19" in verdict


def test_an_unknown_question() -> None:
    for arguments in (["rats-cty"], ["rats-cty", "--card"]):
        done = sco_quiz("preview", *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            "Error: no question has the id `rats-cty` in sco-2010, the built-in bank; did you mean "
            "`rats-city`? Name yours with `--bank`.\n"
        )


def test_a_page_is_written_to_the_given_file(tmp_path: Path) -> None:
    bank = str(ROOT / "tests" / "terminal" / "eight-kinds.yaml")
    done = sco_quiz("preview", "sequence", "--card", "--bank", bank, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "preview-sequence.html: 2 cards of `sequence`, front and back; open it in your browser\n"
    assert (tmp_path / "preview-sequence.html").read_text("utf-8").count("<iframe") == 16
    named = tmp_path / "some" / "page.html"
    said = ok("preview", "seat", "-o", str(named), "--bank", bank)
    assert said == f"{named}: 1 card of `seat`, front and back; open it in your browser\n"
    assert named.read_text("utf-8").count("<iframe") == 8


def test_a_page_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = sco_quiz("preview", "rats-city", "-o", str(tmp_path / "file" / "page.html"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Error: {tmp_path / 'file' / 'page.html'} cannot be written: ")


def test_the_page_is_opened_in_the_browser(tmp_path: Path) -> None:
    browser, page, opened = tmp_path / "browser.py", tmp_path / "page.html", tmp_path / "opened"
    browser.write_text(f"import sys\nopen({str(opened)!r}, 'w').write(sys.argv[1])\n")
    command = f"{sys.executable} {browser} %s"
    done = program("preview", "rats-city", "--open", "-o", str(page), BROWSER=command)
    assert (done.returncode, done.stderr) == (0, "")
    assert opened.read_text() == page.as_uri()
    done = program("preview", "rats-city", "--open", "-o", str(page), BROWSER="none", PATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (0, f"{page}: 1 card of `rats-city`, front and back\n")
    assert done.stderr == f"No browser found; open {page} yourself.\n"
