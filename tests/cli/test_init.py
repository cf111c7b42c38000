"""`init` creates a bank that can be used at once, or after an error nothing."""

import re
from datetime import date
from pathlib import Path

import pytest

from sco_quiz.loading.load import load_bank
from tests.command import ok, sco_quiz

ARTICLE = "The Mill of Pellan\n\nIn 1820 the harbour town of Pellan built a mill.\n\nWho paid for it? Nobody knows.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def started(folder: Path, article: Path, *more: str) -> str:
    return ok("init", str(folder), "--article", str(article), "--date", "2026-01-31", *more)


def refused(folder: Path, article: Path, *more: str) -> str:
    """Return the error message of `init`, which creates nothing."""
    before = sorted(folder.parent.rglob("*"))
    done = sco_quiz("init", str(folder), "--article", str(article), "--date", "2026-01-31", *more)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert sorted(folder.parent.rglob("*")) == before
    return done.stderr


def test_what_it_makes_can_be_used_at_once(tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "new" / "mill"
    said = started(folder, article)
    made = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for_editors = [".editorconfig", ".github/workflows/questions.yml", ".vscode/settings.json"]
    schemas = ["schema/bank.json", "schema/questions.json", "schema/source.json", "schema/summaries.json"]
    assert made == [*for_editors, "bank.yaml", "first-topic.yaml", *schemas, "source.yaml", "summaries.yaml"]
    assert sorted(said.split("\n\n")[0].split("\n")) == sorted(str(folder / name) for name in made)
    assert said.split("\n\n")[1] == (
        "    1 The Mill of Pellan\n    2 In 1820 the harbour town of Pellan built a mill.\n"
        "    3 Who paid for it? Nobody knows."
    )
    assert "3 paragraphs. Next: write a summary of each into" in said
    assert "harbour" not in (folder / "source.yaml").read_text(encoding="utf-8")
    bank = load_bank(folder)
    assert re.fullmatch("the-mill-of-pellan-[0-9a-f]{6}", bank.id)
    assert bank.title == "The Mill of Pellan"
    assert bank.source
    assert bank.source.context == ("The Mill of Pellan", "January 2026")
    assert len({question.type for question in bank.questions}) == 8
    checked = ok("check", "--strict", str(folder))
    assert "info: this and 7 more are examples that `init` wrote" in checked
    assert checked.endswith("\n8 questions checked: 1 suggestion.\n")
    assert ok("fmt", "--check", "--diff", str(folder)) == "2 files: nothing to change\n"
    deck = tmp_path / "mill.apkg"
    assert "8 questions on 8 cards" in ok("export", "anki", "--bank", str(folder), "-o", str(deck))
    assert deck.stat().st_size > 10_000


def test_what_it_makes_is_asked_through_a_pipe(tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "mill"
    started(folder, article)
    typed = ok("quiz", "--bank", str(folder), "--kind", "numeric", given="48\n")
    assert "Score: 1 of 1 point (100 %)" in typed
    shown = ok("quiz", "--bank", str(folder), "-n", "8", given="s\n" * 8 + "n\n")
    assert "Question 8 of 8, topic First topic" in shown


def test_a_bank_without_an_article(tmp_path: Path) -> None:
    folder = tmp_path / "sums 2"
    said = ok("init", str(folder))
    assert said.endswith(f"first-topic.yaml. `sco-quiz quiz --bank '{folder}'` asks them.\n")
    assert not (folder / "source.yaml").exists()
    bank = load_bank(folder)
    assert re.fullmatch("sums-2-[0-9a-f]{6}", bank.id)
    assert (bank.title, bank.source, len(bank.questions)) == ("sums 2", None, 8)
    assert ok("check", "--strict", str(folder)).endswith("\n8 questions checked: 1 suggestion.\n")
    assert "Score: 1 of 1 point" in ok("quiz", "--kind", "true_false", "--bank", str(folder), given="f\n")
    titled = tmp_path / "b"
    ok("init", str(titled), "--title", "Sums")
    assert load_bank(titled).title == "Sums"
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    ok("source", "add", str(article), "--date", "2026-01-31", "--bank", str(titled))
    assert load_bank(titled).source


def test_an_empty_folder_will_do(tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "mill"
    folder.mkdir()
    started(folder, article)
    assert load_bank(folder).source


def test_titles(tmp_path: Path, article: Path) -> None:
    started(tmp_path / "a", article, "--title", "Corn: a history # 2")
    assert load_bank(tmp_path / "a").title == "Corn: a history # 2"
    article.write_text("Приливная мельница\n\nВ 1820 году город построил мельницу.\n", encoding="utf-8-sig")
    started(tmp_path / "b", article)
    bank = load_bank(tmp_path / "b")
    assert re.fullmatch("my-bank-[0-9a-f]{6}", bank.id)
    assert bank.title == "Приливная мельница"


def test_banks_with_one_title_have_different_ids(tmp_path: Path, article: Path) -> None:
    ids = set()
    for name in "ab":
        started(tmp_path / name, article, "--title", f"The {'very ' * 20}old mill")
        ids.add(load_bank(tmp_path / name).id)
    assert len(ids) == 2
    assert {len(bank_id) for bank_id in ids} == {64}


def test_a_chosen_id(tmp_path: Path, article: Path) -> None:
    started(tmp_path / "a", article, "--id", "mill-2")
    assert load_bank(tmp_path / "a").id == "mill-2"
    for wrong in ("The Mill", "", "-a", "x" * 65):
        done = sco_quiz("init", str(tmp_path / "b"), "--id", wrong)
        assert done.returncode == 2
        assert f"`{wrong}` is not an id: use lower-case letters" in done.stderr
    assert not (tmp_path / "b").exists()


def test_an_article_without_a_title_needs_one(tmp_path: Path, article: Path) -> None:
    article.write_text("The Mill\n" + "One line after the other, without a blank one.\n" * 9, encoding="utf-8")
    said = refused(tmp_path / "mill", article)
    assert "has 83 words, too many for a title; separate the title and all paragraphs by blank lines" in said
    started(tmp_path / "mill", article, "--title", "The Mill")
    source = load_bank(tmp_path / "mill").source
    assert source
    assert [paragraph.role for paragraph in source.paragraphs] == ["text"]
    article.write_text("x" * 50_001 + "\n\nWords.\n", encoding="utf-8")
    assert "the title cannot be used: the text has 50001 characters" in refused(tmp_path / "other", article)


def test_the_name_of_the_folder_is_the_title_if_it_can_be(tmp_path: Path) -> None:
    for name, title in (("mill", "mill"), ("a\x07", "unnamed"), (" ", "unnamed")):
        assert sco_quiz("init", str(tmp_path / name)).returncode == 0
        assert load_bank(tmp_path / name).title == title


def test_a_folder_that_holds_something_is_refused(tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "mill"
    folder.mkdir()
    for name in "abcdefg":
        (folder / name).touch()
    assert refused(folder, article) == f"Error: {folder} is not empty: it has a, b, c, d, e …\n"
    assert refused(article / "mill", article).endswith("cannot be written: not a directory\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n \n\t\r\n", "is empty"),
        (ARTICLE.encode("utf-16"), "the file is encoded in UTF-16"),
        (ARTICLE.encode("utf-16-le"), "the file is encoded in UTF-16 without a byte order mark"),
        ("Café\n\nIt is old.\n".encode("latin-1"), "byte 0xE9 is not valid UTF-8 (in Windows-1252 it is é)"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "byte 0x89 is not valid UTF-8"),
        (b"PK\x03\x04\x14\x00", "this is a zip archive, such as a Word, Excel or LibreOffice file, not plain text"),
        (b"Mill\n\n\x00\x01\x02 wheel", ":3:1: error: control character U+0000 is not allowed in plain text"),
        (b"<!DOCTYPE html><title>Mill</title>", "this is a web page or XML, not plain text"),
    ],
    ids=["empty", "blank", "utf-16", "utf-16 unmarked", "latin-1", "picture", "word", "binary", "web page"],
)
def test_a_file_that_is_not_an_article_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes(content)
    assert said in refused(tmp_path / "mill", article)


def test_the_day_of_the_article_is_optional_and_stays(tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "mill"
    ok("init", str(folder), "--article", str(article))
    source = load_bank(folder).source
    assert source
    assert (source.date, source.context) == (None, (source.title,))
    ok("source", "add", str(article), "--bank", str(folder), "--date", "1879-12-28", "--replace")
    ok("source", "add", str(article), "--bank", str(folder), "--replace")
    dated = load_bank(folder).source
    assert dated
    assert dated.date == date(1879, 12, 28)


def test_wrong_usage(tmp_path: Path, article: Path) -> None:
    folder = str(tmp_path / "mill")
    whole = [folder, "--article", str(article)]
    for arguments in (
        [folder, "--date", "2026-01-31"],
        [folder, "--article", "nowhere.txt"],
        [*whole, "--date", "31.1.2026"],
        whole[2:],
    ):
        assert sco_quiz("init", *arguments).returncode == 2
    assert list(tmp_path.iterdir()) == [article]
