"""`sco-quiz read`: what the article says, in a pager where it is longer than the screen."""

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
    assert "there is nothing to read; add a `summary` to the paragraphs in source.yaml" in done.stderr


@pytest.mark.parametrize(("height", "paged"), [(60, False), (10, True)])
def test_a_digest_longer_than_the_screen_opens_in_a_pager(height: int, paged: bool) -> None:
    from tests.pseudo_terminal import Terminal

    terminal = Terminal("--bank", str(OTHER), command="read", height=height, PAGER="cat -n")
    terminal.wait_for_end()
    assert ("     1\t" in terminal.raw) == paged
    assert "Ten Days of Water" in terminal.text()


def test_the_built_in_bank_tells_all_its_paragraphs_of_text() -> None:
    bank = load_bank()
    assert bank.source
    found = digest(bank)
    told = {paragraph.number for section in found.sections for paragraph in section.paragraphs}
    assert {p.number for p in bank.source.paragraphs if p.role in ("text", "caption")} <= told
    assert 600 <= sum(len(p.summary.split()) for section in found.sections for p in section.paragraphs) <= 900
    assert [section.topic.id for section in found.sections] == [topic.id for topic in bank.topics]
