"""`sco-quiz read`: what the article says, in a pager where it is longer than the screen."""

import re
import shlex
from pathlib import Path

import pytest

from sco_quiz.core.digest import digest
from sco_quiz.loading.load import load_bank
from tests.command import ok, sco_quiz
from tests.conftest import ROOT

OTHER = ROOT / "tests" / "other_article" / "bank"


def test_the_whole_digest_and_that_of_a_topic() -> None:
    whole, village = ok("read", "--bank", str(OTHER)), ok("read", "village", "--bank", str(OTHER))
    assert "\nThe channel\n" in whole
    assert "\nThe village\n" in whole
    assert "\nThe channel\n" not in village
    assert village.partition("\nThe village\n")[2] == whole.partition("\nThe village\n")[2] != ""
    assert "[3]" in whole
    assert "(paragraph 3)" in ok("read", "--plain", "--bank", str(OTHER))


def test_a_misspelled_topic_is_reported() -> None:
    done = sco_quiz("read", "vilage", "--bank", str(OTHER))
    assert (done.returncode, done.stdout) == (1, "")
    assert "did you mean `village`?" in done.stderr


def test_a_bank_without_summaries_says_so(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\n")
    lines = ["topic: T", "questions:", "- {id: a, type: short_answer, prompt: Where?, answer: Here, level: remember}"]
    (tmp_path / "t.yaml").write_text("\n".join(lines))
    done = sco_quiz("read", "--bank", str(tmp_path))
    assert done.returncode == 1
    assert "there is nothing to read; write summaries of the paragraphs" in done.stderr


@pytest.mark.parametrize(("height", "paged"), [(60, False), (10, True)])
def test_a_digest_longer_than_the_screen_opens_in_a_pager(height: int, paged: bool) -> None:
    from tests.pseudo_terminal import Terminal

    terminal = Terminal("--bank", str(OTHER), command="read", height=height, PAGER="cat -n")
    terminal.wait_for_end()
    assert ("     1\tSpace: next page · q: close" in terminal.raw) == paged
    assert "Ten Days of Water" in terminal.text()


def test_the_built_in_bank_tells_all_its_paragraphs_of_text() -> None:
    bank = load_bank()
    assert bank.source
    found = digest(bank)
    told = {paragraph.number for section in found.sections for paragraph in section.paragraphs}
    assert {p.number for p in bank.source.paragraphs if p.role in ("text", "caption")} <= told
    assert 600 <= sum(len(p.summary.split()) for section in found.sections for p in section.paragraphs) <= 900
    assert [section.topic.id for section in found.sections] == [topic.id for topic in bank.topics]


def offered(progress: Path, key: str, *words: str, **settings: str) -> str:
    """Return what a quiz shows up to its first question, with a key pressed where the digest is offered."""
    from tests.pseudo_terminal import Terminal

    terminal = Terminal("--bank", str(OTHER), *words, PAGER="cat", SCO_QUIZ_PROGRESS=str(progress), **settings)
    try:
        if key:
            terminal.wait_for("r: read")
            terminal.press(key)
        return terminal.wait_for("? shows the keys")
    finally:
        terminal.kill()


@pytest.mark.parametrize(
    ("key", "settings", "read"),
    [("r", {}, True), ("x", {}, False), ("r\r", {"SCO_QUIZ_PLAIN": "1"}, True), ("\r", {"SCO_QUIZ_PLAIN": "1"}, False)],
)
def test_the_first_quiz_offers_the_digest(tmp_path: Path, key: str, settings: dict[str, str], read: bool) -> None:
    shown = offered(tmp_path / "p.sqlite", key, **settings)
    assert "New here? First read what the article says (1 minute), or start at once." in shown
    assert ("Where Morvel lies" in shown) == read


def test_a_quiz_of_a_topic_offers_the_digest_of_it(tmp_path: Path) -> None:
    shown = offered(tmp_path / "p.sqlite", "r", "village")
    assert "The village\nWhat a share is" in shown
    assert "Where Morvel lies" not in shown


@pytest.mark.parametrize("words", [("--seed", "1"), ("--exam",)])
def test_a_repeated_quiz_and_an_exam_offer_no_digest(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert "New here?" not in offered(tmp_path / "p.sqlite", "", *words)


def test_the_digest_is_offered_only_before_the_first_answer(tmp_path: Path) -> None:
    progress = tmp_path / "p.sqlite"
    ok("quiz", "--bank", str(OTHER), "--progress", str(progress), "--kind", "short_answer", "-n", "1", given="x\n")
    assert "New here?" not in offered(progress, "")


def test_a_pipe_is_asked_nothing(tmp_path: Path) -> None:
    assert "New here?" not in ok("quiz", "--bank", str(OTHER), "--progress", str(tmp_path / "p.sqlite"), given="1\n")


def test_a_wrong_answer_names_the_command_that_reads_about_it(tmp_path: Path) -> None:
    words = ("quiz", "--bank", str(OTHER), "--progress", str(tmp_path / "p.sqlite"), "--kind", "short_answer")
    shown = ok(*words, "-n", "1", "--seed", "1", given="nonsense\n")
    ((command, number),) = re.findall(r"^Read more: `sco-quiz (.*)`, paragraph (\d+)$", shown, re.MULTILINE)
    assert f"[{number}]" in ok(*shlex.split(command))
