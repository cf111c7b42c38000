"""The source record is recreated: what a teacher wrote into it stays, and changes are reported."""

from datetime import date
from hashlib import blake2b
from pathlib import Path

from sco_quiz.core.article import Article
from sco_quiz.core.reference import Reference
from sco_quiz.core.source import Fact, Paragraph, Source, fingerprint, run_hashes
from sco_quiz.loading.files import write_text
from sco_quiz.loading.load import read_source
from sco_quiz.loading.writing.source_record import changes, make_source, render_source
from tests.command import ok

DAY = date(2010, 2, 3)
ARTICLE = (
    "The Mill\n\nThe old mill was built in 1821 by two brothers.\n\nWho pays for it?\n\nThe Mill\n\nIt has closed.\n"
)


def noted(text: str) -> Source:
    """Return a record in which each paragraph has a summary."""
    record = make_source(text, "T", DAY)
    summed = tuple(p.model_copy(update={"summary": f"no. {p.number}"}) for p in record.paragraphs)
    return record.model_copy(update={"speaker": "S", "paragraphs": summed})


def summaries(source: Source) -> list[str]:
    return [paragraph.summary for paragraph in source.paragraphs]


def test_paragraphs_of_the_same_words_keep_each_its_own() -> None:
    assert summaries(make_source(ARTICLE, "T", DAY, noted(ARTICLE))) == ["no. 1", "no. 2", "no. 3", "no. 4", "no. 5"]


def test_what_people_write_comes_before_the_hashes() -> None:
    text = render_source(noted(ARTICLE))
    written, _, hashes = text.partition("# Do not edit what follows")
    assert [
        line for line in written.splitlines() if line.lstrip("- ").startswith(("fingerprint", "runs", "words"))
    ] == []
    assert written.count("summary: ") == hashes.count("words: ") == 5


def test_everything_that_people_wrote_stays_with_its_paragraph() -> None:
    former = noted(ARTICLE)
    facts = (Fact(text="It is old", questions=("age",)),)
    written = {"facts": facts, "understood": ("1821",), "role": "caption"}
    title, text, *more = former.paragraphs
    former = former.model_copy(update={"paragraphs": (title, text.model_copy(update=written), *more)})
    kept = make_source("A new first one.\n\n" + ARTICLE, "T", DAY, former).paragraphs[2]
    assert (kept.number, kept.summary, kept.facts, kept.understood, kept.role) == (
        3,
        "no. 2",
        facts,
        ("1821",),
        "caption",
    )


def test_an_article_about_history_needs_no_day(tmp_path: Path) -> None:
    record = make_source(ARTICLE, "The Mill", None)
    assert (record.date, record.context) == (None, ("The Mill",))
    write_text(tmp_path / "source.yaml", render_source(record))
    assert read_source(tmp_path) == record
    assert make_source(ARTICLE, "The Mill", DAY).context == ("The Mill", "February 2010")


def test_a_changed_paragraph_keeps_its_summary_and_is_reported() -> None:
    former = noted(ARTICLE)
    text = "A new first one.\n\n" + ARTICLE.replace("1821", "1822").replace("\n\nIt has closed.", "")
    record = make_source(text, "T", DAY, former)
    assert summaries(record) == ["", "no. 1", "no. 2", "no. 3", "no. 4"]
    assert record.speaker == "S"
    assert changes(former, record) == [
        "paragraph 5 is gone: no. 5",
        "paragraphs were changed: 3; check whether their summaries are still true",
        "paragraphs have moved: 1 to 4 are now 2 to 5; change `source` in the questions that cite them",
    ]
    assert changes(former, make_source(ARTICLE, "T", DAY, former)) == []


def test_the_previous_record_is_saved_with_its_comments(tmp_path: Path) -> None:
    article, target = tmp_path / "article.txt", tmp_path / "source.yaml"
    article.write_text(ARTICLE, "utf-8")
    command = ("source", "add", str(article), "--date", "2010-02-03", "--bank", str(tmp_path))
    ok(*command)
    ok(*command, "--replace")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "source.yaml", "summaries.yaml"]
    for name in ("source.yaml.before", "source.yaml.before-2"):
        mine = target.read_text("utf-8") + f"# mine, {name}\n"
        target.write_text(mine, "utf-8")
        said = ok(*command, "--replace")
        assert said.splitlines()[0] == f"{tmp_path / name}: the previous record, with your comments"
        assert not (tmp_path / "summaries.yaml.before").exists()
        assert (tmp_path / name).read_text("utf-8") == mine
    assert target.read_text("utf-8") == render_source(make_source(ARTICLE, "The Mill", DAY), summaries=False)


def test_every_field_of_the_record_is_written(tmp_path: Path) -> None:
    paragraph = Paragraph(
        number=1,
        role="caption",
        summary="Who pays: the city",
        topic="mill",
        understood=("2009", 'the "Mill"'),
        facts=(Fact(text="It has: two wheels", questions=("wheels", "mill")), Fact(text="It is closed")),
        fingerprint=fingerprint(["The old mill"]),
        runs=run_hashes(
            [
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
            ]
        ),
    )
    record = Source(
        title="The Mill # 2",
        speaker="A miller",
        publication="yes",
        issue="7",
        date=DAY,
        url="https://a.org/mill?b#c",
        articles=(
            Article(
                first=2,
                title="The Inquiry: a report",
                speaker="A judge",
                publication="no",
                issue="8",
                date=DAY,
                url="https://a.org/inquiry",
            ),
        ),
        language="fr",
        context=("February 2010", "no"),
        background=("1997",),
        references={
            "by-day": Reference(title="The Mill: rules", publisher="City", date="1997-05-02", url="https://a.org/?b#c"),
            "by-year": Reference(title="no", publisher="7", date="1997"),
        },
        paragraphs=(paragraph, paragraph.model_copy(update={"number": 2})),
    )
    for model in (record, paragraph):
        defaults = {name: field.get_default() for name, field in type(model).model_fields.items()}
        # the hashes of a paragraph are written into `fingerprints`, and read back into the paragraph
        assert [name for name, value in model if value == defaults[name] and name != "fingerprints"] == []
    write_text(tmp_path / "source.yaml", render_source(record))
    assert read_source(tmp_path) == record


def test_words_of_other_scripts_are_found_in_records_of_0_1_0() -> None:
    """The hashes are those that 0.1.0 wrote for `мой` and for a part of `हिन्दी`."""
    recorded = {blake2b(part.encode(), digest_size=4).hexdigest() for part in ("мои", "ह", "नद")}
    assert fingerprint(["Мой", "हिन्दी"]) <= recorded
