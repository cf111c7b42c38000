"""The pipeline as a whole."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.core.errors import BankError
from sco_quiz.loading.files import write_text
from sco_quiz.loading.load import load_bank, load_sound, read_bank, read_source
from sco_quiz.loading.writing.source_record import make_source, render_source
from tests.loading.test_bad import BAD

QUESTION = """\
topic: Cities
questions:
  - id: {id}
    type: short_answer
    prompt: In which city does it sit?
    answer: no
    level: remember
"""


def write_bank(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in {"bank": "id: cities\ntitle: Cities\n", **files}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_small_bank(tmp_path: Path) -> None:
    bank = load_bank(write_bank(tmp_path, b=QUESTION.format(id="two"), a=QUESTION.format(id="one")))
    assert [question.id for question in bank.questions] == ["one", "two"]
    assert [question.key for question in bank.questions] == [("no",), ("no",)]
    assert bank.topic_of("two").id == "b"
    assert bank.source is None


def test_the_nearest_strict_counts(tmp_path: Path) -> None:
    question = QUESTION.partition("questions:")[2]
    strict = question.format(id="own").rstrip() + "\n    strict: [case, signs]\n"
    none = question.format(id="none").rstrip() + "\n    strict: []\n"
    number = "  - {id: number, type: numeric, prompt: How many?, answer: 3, level: remember}\n"
    folder = write_bank(
        tmp_path,
        bank="id: cities\ntitle: Cities\nstrict: accents\n",
        a=f"topic: A\nquestions:{question.format(id='of-bank')}{number}",
        b=f"topic: B\nstrict: all\nquestions:{question.format(id='of-file')}{strict[1:]}{none[1:]}",
    )
    found = {question.id: getattr(question, "strict", None) for question in load_bank(folder).questions}
    assert found == {"of-bank": ("accents",), "number": None, "of-file": ("all",), "own": ("case", "signs"), "none": ()}


def test_the_nearest_setting_counts_and_an_empty_one_is_none(tmp_path: Path) -> None:
    question = QUESTION.partition("questions:")[2]
    own = question.format(id="own").rstrip() + "\n    setting: Bolat Nurgaliev, 2009\n"
    none = question.format(id="none").rstrip() + "\n    setting: ''\n"
    folder = write_bank(
        tmp_path,
        bank="id: cities\ntitle: Cities\nsetting: A briefing in 2010\n",
        a=f"topic: A\nquestions:{question.format(id='of-bank')}",
        b=f"topic: B\nsetting: A report of 2011\nquestions:{question.format(id='of-file')}{own[1:]}{none[1:]}",
        c=f"topic: C\nsetting: ''\nquestions:{question.format(id='switched-off')}",
    )
    assert {question.id: question.setting for question in load_bank(folder).questions} == {
        "of-bank": "A briefing in 2010",
        "of-file": "A report of 2011",
        "own": "Bolat Nurgaliev, 2009",
        "none": "",
        "switched-off": "",
    }


def test_what_goes_beyond_the_article_has_its_references(tmp_path: Path) -> None:
    folder = Path(copytree(BAD / "unknown-reference" / "misspelt", tmp_path / "bank"))
    topic = folder / "t.yaml"
    topic.write_text(topic.read_text().replace("declration", "declaration"))
    bank = load_bank(folder)
    (question,) = bank.questions
    assert question.beyond
    assert question.beyond.text == "India and Pakistan became members in 2017."
    assert [(name, item.citation) for name, item in bank.references_of(question)] == [
        ("joining-in-2017", "India and Pakistan join, News Agency, 2017"),
        ("astana-declaration", "Astana Declaration, SCO, 9 June 2017"),
    ]


def test_topics_come_in_the_order_of_the_bank_file(tmp_path: Path) -> None:
    files = {name: QUESTION.format(id=name) for name in ("a", "b", "c")}
    bank = load_bank(write_bank(tmp_path, **files, bank="id: x\ntitle: X\ntopics: [c, a]\n"))
    assert [topic.id for topic in bank.topics] == ["c", "a", "b"]


def test_a_file_alone_and_a_file_in_its_bank(tmp_path: Path) -> None:
    (tmp_path / "alone.yaml").write_text(QUESTION.format(id="one"))
    assert len(read_bank(tmp_path / "alone.yaml").bank.questions) == 1
    folder = write_bank(tmp_path / "bank", a=QUESTION.format(id="one"), b=QUESTION.format(id="one"))
    loaded = read_bank(folder / "b.yaml")
    assert [problem.name for problem in loaded.problems] == ["duplicate-id"]
    assert loaded.counts.total() == 1


ONE = QUESTION.format(id="one")
GAP = {"id": "one", "type": "cloze", "prompt": "{{c1::x}}", "level": "apply"}


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + ONE.encode(),
        ONE.replace("\n", "\r\n").encode(),
        ONE.replace("\n", "\r").encode(),
        ONE.replace("\n", "\r\n", 3).encode(),
        json.dumps({"topic": "T", "questions": [GAP]}, indent="\t").encode(),
        ONE.replace("prompt: In", "prompt: “In”").replace("city", "c\u00a0ity").encode(),
        ONE.replace("no\n", "12:30  # a comment\n").encode(),
        b"%YAML 1.2\n---\n" + ONE.encode() + b"...\n",
    ],
    ids=["mark", "windows", "old-mac", "mixed", "json", "typographic-text", "comment", "directive"],
)
def test_what_does_no_harm_is_accepted(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "cities.yaml").write_bytes(data)
    loaded = read_bank(tmp_path / "cities.yaml")
    assert (loaded.problems, [question.id for question in loaded.bank.questions]) == ((), ["one"])


def test_the_error_carries_the_problems(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="2 problems") as caught:
        load_bank(write_bank(tmp_path, a=QUESTION.format(id="A b").replace("level", "levle")))
    assert [problem.name for problem in caught.value.problems] == ["bad-id", "unknown-field"]


ARTICLE = "A Title\n\nThe office of the third secretary\nopened in 2001.\n\n\n  Who pays for it?  \n"


def test_a_source_record_goes_to_disk_and_back(tmp_path: Path) -> None:
    from datetime import date

    record = make_source(ARTICLE, 'A "Title"', date(2010, 2, 3))
    write_text(tmp_path / "source.yaml", render_source(record))
    assert read_source(tmp_path) == record
    assert [paragraph.role for paragraph in record.paragraphs] == ["heading", "text", "question"]
    assert "secretary" not in render_source(record)


def test_a_failed_write_leaves_the_previous_file(tmp_path: Path) -> None:
    target = tmp_path / "source.yaml"
    target.write_text("previous")
    with pytest.raises(UnicodeEncodeError):
        write_text(target, "lone \ud800 surrogate")
    assert target.read_text() == "previous"
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(BankError, match="cannot be written"):
        write_text(target / "below" / "a-file.yaml", "text")


def test_a_record_with_lettered_lines_is_not_taken_for_a_printed_test(tmp_path: Path) -> None:
    summary = "title: |\n  What he named:\n  a) energy\n  b) transport\n"
    folder = write_bank(tmp_path, bank=f"id: cities\n{summary}", a=ONE)
    assert "b) transport" in load_bank(folder).title


def test_a_bank_can_be_loaded_without_its_faulty_questions(tmp_path: Path) -> None:
    taken = QUESTION.format(id="taken") + "    formerly: [one]\n"
    folder = write_bank(tmp_path, a=ONE, b=taken, c=QUESTION.format(id="Bad Id"))
    bank, errors = load_sound(folder)
    assert {problem.name for problem in errors} == {"former-id-taken", "bad-id"}
    # two questions with one first id would share their answers
    assert [question.id for question in bank.questions] == ["one"]
    assert load_sound(write_bank(tmp_path / "sound", a=ONE)) == (load_bank(tmp_path / "sound"), ())
    with pytest.raises(BankError):
        load_sound(write_bank(tmp_path / "none", c=QUESTION.format(id="Bad Id")))
    with pytest.raises(BankError):
        load_sound(write_bank(tmp_path / "head", bank="id: cities\n", a=ONE))
