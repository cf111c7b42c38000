"""`new` from the outside: through a pipe, every kind, and nothing lost when it is broken off."""

from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.loading.load import load_bank, read_bank
from tests.cli.test_cli import ok, sco_quiz
from tests.conftest import ROOT

COMMON = ["It was held in Almaty.", "21", "remember", "A large city.", ""]
ANSWERS = {
    "single_choice": ["Which city was it?", "Almaty", "Moscow: why not", "Beijing", ""],
    "multiple_choice": ["Which cities were they?", "Almaty", "Beijing", "", "Moscow: why: not", "London", ""],
    "true_false": ["It was Moscow.", "false", "Moscow", "Almaty"],
    "short_answer": ["Which city was that?", "Almaty: no, really", "Alma-Ata", "", "Astana: the capital", ""],
    "numeric": ["How many were they?", "6", "members", "0.5"],
    "cloze": ["It was in {{c1::Almaty::city}}.", "Moscow", ""],
    "matching": ["Match the cities.", "Secretariat = Beijing", "talks = Almaty", "", "London: no", ""],
    "ordering": ["Put them in order.", "first", "second", "third", ""],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(ROOT / "questions", tmp_path / "bank")


def typed(*lines: str) -> str:
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", ANSWERS)
def test_each_kind_is_appended(folder: Path, kind: str) -> None:
    path = folder / "economy.yaml"
    before = path.read_bytes()
    done = sco_quiz("new", "economy", "--kind", kind, "--bank", str(folder), given=typed(*ANSWERS[kind], *COMMON, "y"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert path.read_bytes().startswith(before)
    bank = load_bank(folder)
    question = bank.topics[[topic.id for topic in bank.topics].index("economy")].questions[-1]
    assert (question.type, question.prompt, question.source) == (kind, ANSWERS[kind][0], (21,))
    assert (question.hint, question.explanation) == ("A large city.", "It was held in Almaty.")
    assert ok("fmt", "--check", "--diff", str(path)) == ""
    assert done.stdout.endswith(f"{path}: {question.id} appended. `sco-quiz check {folder}` says how good it is.\n")


def test_what_does_not_fit_is_asked_again(folder: Path) -> None:
    lines = ["9", "2.", "Numeric", "How many were they?", "many", "", "", "", "99", "21", "recall", "", "rats-city",
             "Not An Id", "7", "remember", "how-many-then", "y"]  # fmt: skip
    done = sco_quiz("new", "economy", "--bank", str(folder), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    for said in ("`9` is not a kind", "the paragraphs are numbered 1 to 41", "the id `rats-city` is in use",
                 "`Not An Id` is not an id", "`recall` is not a level", "where a number is expected"):  # fmt: skip
        assert said in done.stdout, said
    question = load_bank(folder).find("how-many-then")
    assert question
    assert question.key == ("7",)


def test_breaking_off_leaves_everything(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for lines in (["economy"], ["economy", "4", "Which city?"], ["economy", *ANSWERS["ordering"], *COMMON, "n"]):
        done = sco_quiz("new", "--bank", str(folder), given=typed(*lines))
        assert done.returncode == 130
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_new_topic_gets_a_file(folder: Path) -> None:
    lines = ["History: before 2001", *ANSWERS["short_answer"], *COMMON, "y"]
    done = sco_quiz("new", "history", "--kind", "short_answer", "--bank", str(folder), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    text = (folder / "history.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=schema/questions.json\ntopic: 'History: before 2001'\n")
    assert load_bank(folder).topics[-1].title == "History: before 2001"


def test_a_topic_is_never_a_file_of_another_sort(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    lines = ["source", "Sub/Folder: x", "history", " ", "History", *ANSWERS["short_answer"], *COMMON, "y"]
    done = sco_quiz("new", "bank", "--kind", "short_answer", "--bank", str(folder), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    for said in (
        "bank.yaml holds no questions",
        "source.yaml holds no",
        "cannot name a file of questions; for example",
    ):
        assert said in done.stdout
    assert {path.name: path.read_bytes() for path in folder.glob("*.yaml") if path.name != "history.yaml"} == before
    assert load_bank(folder).topics[-1].title == "History"


@pytest.mark.parametrize(
    "ending", ["", "\n", "\n\n# the end\n", "\r\n"], ids=["no line feed", "plain", "a comment", "Windows"]
)
def test_ends_of_files(tmp_path: Path, ending: str) -> None:
    text = "id: b\ntitle: B\n"
    (tmp_path / "bank.yaml").write_text(text)
    topic = "topic: T\nquestions:\n- id: one\n  type: short_answer\n  prompt: Who?\n  answer: He\n  level: remember"
    whole = topic.replace("\n", "\r\n") + ending if "\r" in ending else topic + ending
    (tmp_path / "t.yaml").write_bytes(whole.encode())
    lines = [*ANSWERS["ordering"], "Because.", "remember", "", "", "y"]
    done = sco_quiz("new", "t", "--kind", "ordering", "--bank", str(tmp_path), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    after = (tmp_path / "t.yaml").read_bytes().decode()
    assert after.startswith(whole)
    assert ("\n" in after.replace("\r\n", "")) == ("\r" not in ending)
    assert [q.id for q in read_bank(tmp_path).bank.questions] == ["one", "put-them-in-order"]


def test_a_text_that_keeps_its_last_line_ends_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\n")
    text = "topic: T\nquestions:\n- id: one\n  type: short_answer\n  prompt: Who?\n  answer: He\n  level: remember\n"
    (tmp_path / "t.yaml").write_text(text + "  explanation: |+\n    Kept.\n")
    before = load_bank(tmp_path).find("one")
    lines = [*ANSWERS["ordering"], "Because.", "remember", "", "", "y"]
    done = sco_quiz("new", "t", "--kind", "ordering", "--bank", str(tmp_path), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    assert [q.id for q in load_bank(tmp_path).questions] == ["one", "put-them-in-order"]
    assert load_bank(tmp_path).find("one") == before
