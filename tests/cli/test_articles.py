"""Banks about several articles, and summaries in a file of their own."""

from datetime import date
from pathlib import Path

import pytest

from sco_quiz.core.digest import digest
from sco_quiz.loading.load import load_bank, read_bank
from tests.command import ok, sco_quiz

FALL = "The Fall of the Bridge\n\nIn 1879 a storm broke the bridge.\n\nNobody on the train survived.\n"
INQUIRY = "The Inquiry\n\nThree judges blamed the designer.\n"
QUESTION = """\
topic: Bridges
questions:
  - id: judges
    type: short_answer
    prompt: Who blamed the designer?
    answer: three judges
    source: [2, 5]
    level: remember
"""


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    for name, text in (("fall.txt", FALL), ("inquiry.txt", INQUIRY)):
        (tmp_path / name).write_text(text)
    return [str(tmp_path / "fall.txt"), str(tmp_path / "inquiry.txt")]


@pytest.fixture
def bank(tmp_path: Path, articles: list[str]) -> Path:
    """Return a bank about two articles with one question, which cites both."""
    folder = tmp_path / "bank"
    dates = ("--date", "1879-12-28", "--date", "1880-06-30")
    urls = ("--url", "https://a.org/fall", "--url", "https://a.org/inquiry")
    ok("init", str(folder), "--article", articles[0], "--article", articles[1], *dates, *urls)
    (folder / "first-topic.yaml").write_text(QUESTION)
    return folder


def test_paragraphs_are_numbered_on_through_all_articles(bank: Path) -> None:
    source = load_bank(bank).source
    assert source
    assert [each.role for each in source.paragraphs] == ["heading", "text", "text", "heading", "text"]
    first, second = source.all_articles
    assert (first.title, first.date, first.url) == ("The Fall of the Bridge", date(1879, 12, 28), "https://a.org/fall")
    assert (second.first, second.title, second.date) == (4, "The Inquiry", date(1880, 6, 30))
    assert second.url == "https://a.org/inquiry"
    assert source.context == ("The Fall of the Bridge", "December 1879", "The Inquiry", "June 1880")
    assert [each.numbers for each in source.cited([5, 2, 3])] == [(2, 3), (5,)]


def test_each_surface_cites_the_right_article(bank: Path) -> None:
    shown = ok("show", "judges", "--bank", str(bank))
    assert "The Fall of the Bridge, paragraph 2." in shown
    assert "The Inquiry, paragraph 5." in shown
    answered = ok("quiz", "--bank", str(bank), given="three judges\n")
    assert "The Fall of the Bridge, paragraph 2; The Inquiry, paragraph 5" in " ".join(answered.split())
    assert digest(load_bank(bank)).citation == "The Fall of the Bridge; The Inquiry"
    (bank / "first-topic.yaml").write_text(QUESTION.replace("[2, 5]", "5"))
    assert "Bridge, paragraph" not in ok("quiz", "--bank", str(bank), given="three judges\n")


def test_coverage_reads_all_articles(bank: Path, articles: list[str]) -> None:
    assert "1879" in ok("source", "coverage", *articles, "--bank", str(bank))
    assert "differs from source.yaml" in sco_quiz("source", "coverage", articles[0], "--bank", str(bank)).stderr


def test_an_article_is_added_to_a_record(tmp_path: Path, articles: list[str]) -> None:
    folder = tmp_path / "bank"
    ok("init", str(folder), "--article", articles[0], "--date", "1879-12-28")
    summaries = folder / "summaries.yaml"
    summaries.write_text(summaries.read_text().replace('2: ""', '2: "A storm."  # mine'))
    said = ok("source", "add", *articles, "--bank", str(folder), "--replace")
    assert f"{folder / 'source.yaml.before'}: the previous record" in said
    assert "# mine" in (folder / "summaries.yaml.before").read_text()
    source = load_bank(folder).source
    assert source
    assert source.date == date(1879, 12, 28)
    assert [(each.first, each.title) for each in source.articles] == [(4, "The Inquiry")]
    assert [each.summary for each in source.paragraphs] == ["", "A storm.", "", "", ""]
    assert "summary" not in (folder / "source.yaml").read_text().partition("paragraphs:")[2]


def test_what_an_author_wrote_about_a_later_article_stays(bank: Path, articles: list[str]) -> None:
    record = bank / "source.yaml"
    record.write_text(
        record.read_text().replace('title: "The Inquiry"\n', 'title: "The Inquiry"\n    speaker: A judge\n')
    )
    (bank.parent / "fall.txt").write_text(FALL + "\nThe bridge was built again.\n")
    ok("source", "add", *articles, "--bank", str(bank), "--replace")
    source = load_bank(bank).source
    assert source
    assert [(each.first, each.speaker, each.date) for each in source.articles] == [(5, "A judge", date(1880, 6, 30))]


def test_summaries_have_a_file_without_hashes(bank: Path) -> None:
    text = (bank / "summaries.yaml").read_text()
    assert text.endswith('summaries:\n  1: ""\n  2: ""\n  3: ""\n  4: ""\n  5: ""\n')
    assert text.startswith("# yaml-language-server: $schema=schema/summaries.json\n")
    (bank / "summaries.yaml").write_text('summaries:\n  5: "The judges blamed the designer."\n')
    assert "judges blamed" in ok("read", "--bank", str(bank))
    assert "The Inquiry, paragraph 5: The judges blamed" in ok("show", "judges", "--bank", str(bank))
    assert read_bank(bank).problems == ()


def test_a_problem_of_a_summary_is_at_its_line(bank: Path) -> None:
    copied = "They say that three judges who had heard all of the many witnesses blamed the designer"
    (bank.parent / "inquiry.txt").write_text(f"The Inquiry\n\n{copied}.\n")
    ok(
        "source",
        "add",
        str(bank.parent / "fall.txt"),
        str(bank.parent / "inquiry.txt"),
        "--bank",
        str(bank),
        "--replace",
    )
    (bank / "summaries.yaml").write_text(f"summaries:\n  2: A storm.\n  5: {copied}.\n")
    said = sco_quiz("check", str(bank)).stdout
    assert f"{bank / 'summaries.yaml'}:3:6: " in said


def test_summaries_in_the_record_keep_working_and_stay_there(bank: Path, articles: list[str]) -> None:
    (bank / "summaries.yaml").unlink()
    record = bank / "source.yaml"
    record.write_text(record.read_text().replace("  - number: 2\n", '  - number: 2\n    summary: "A storm."\n', 1))
    ok("source", "add", *articles, "--bank", str(bank), "--replace")
    assert not (bank / "summaries.yaml").exists()
    assert 'summary: "A storm."' in record.read_text()


def test_a_file_of_questions_with_this_name_stays_one(bank: Path) -> None:
    (bank / "summaries.yaml").write_text(QUESTION)
    (bank / "first-topic.yaml").unlink()
    assert [topic.id for topic in load_bank(bank).topics] == ["summaries"]


def test_dates_and_addresses_are_given_for_all_articles_or_none(tmp_path: Path, articles: list[str]) -> None:
    command = ("init", str(tmp_path / "b"), "--article", articles[0], "--article", articles[1])
    for options in (["--date", "2010-02-03"], ["--url", "https://a.org"], ["--url", "x", "--url", "https://a.org"]):
        done = sco_quiz(*command, *options)
        assert done.returncode == 2
        assert "once for each of the 2 articles" in done.stderr or "`x` is not the address" in done.stderr
    assert not (tmp_path / "b").exists()
