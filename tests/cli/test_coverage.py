"""`sco-quiz source coverage`: a first list of what to ask."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.command import ok, sco_quiz
from tests.conftest import ROOT

OTHER = ROOT / "tests" / "other_article"
BANK = str(OTHER / "bank")
ARTICLE = OTHER / "article.txt"


def test_paragraphs_with_something_left_to_ask_are_listed() -> None:
    listed = ok("source", "coverage", str(ARTICLE), "--bank", BANK)
    assert (
        "¶ 3 text: Where Morvel lies, and what the Lange brings.\n  name not used: Tarn\n  date not used: July\n"
        in listed
    )
    assert "  number not used: 400 metres; 46 days\n" in listed
    assert listed.splitlines()[-2] == (
        "55 numbers, dates and names in 9 paragraphs: 26 asked, 9 only shown, 20 not used."
    )
    assert "¶ 11 " not in listed  # everything of it is asked


def test_json_has_what_is_asked_too() -> None:
    paragraphs = json.loads(ok("source", "coverage", str(ARTICLE), "--json", "--bank", BANK))
    assert [paragraph["paragraph"] for paragraph in paragraphs] == list(range(3, 12))
    by_text = {usage["text"]: usage for paragraph in paragraphs for usage in paragraph["found"]}
    assert by_text["Tarn"] == {"kind": "name", "text": "Tarn", "use": "unused"}
    assert by_text["Morvel"] == {"kind": "name", "text": "Morvel", "use": "asked"}


def test_line_ends_do_not_matter(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(ARTICLE.read_bytes().replace(b"\n", b"\r\n"))
    assert ok("source", "coverage", str(copy), "--bank", BANK) == ok("source", "coverage", str(ARTICLE), "--bank", BANK)


TEXT = ARTICLE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Another title\n\nAnother text.\n", "is another article than “Ten Days of Water”: 0 of its paragraphs"),
        (TEXT.replace("1,340", "1,341").encode(), "differs from source.yaml in paragraphs 3; `sco-quiz source add`"),
        (TEXT[: TEXT.rindex("\n\n")].encode(), "differs from source.yaml in the number or order of paragraphs; "),
        (b"", "is empty"),
        ("Ten Days of Water\n\nÅberg".encode("latin-1"), "byte 0xC5 is not valid UTF-8"),
        (b"<html>", "this is a web page or XML, not plain text"),
    ],
)
def test_only_the_article_of_the_record_is_compared(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(content)
    done = sco_quiz("source", "coverage", str(file), "--bank", BANK)
    assert (done.returncode, done.stdout) == (1, "")
    assert message in done.stderr


def test_a_bank_without_a_record_says_how_to_create_one(tmp_path: Path) -> None:
    bank = Path(copytree(BANK, tmp_path / "bank"))
    (bank / "source.yaml").unlink()
    done = sco_quiz("source", "coverage", str(ARTICLE), "--bank", str(bank))
    assert done.returncode == 1
    assert "the bank has no source record; `sco-quiz source add` creates it" in done.stderr
