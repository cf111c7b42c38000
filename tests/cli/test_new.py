"""`new` through a pipe: every kind, and nothing is lost when it is interrupted."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.true_false import TrueFalse
from sco_quiz.loading.load import load_bank, read_bank
from tests.command import ok, sco_quiz
from tests.conftest import ROOT, record_without_facts

COMMON = ["It was held in Almaty.", "21", "remember", "A large city.", ""]
ANSWERS = {
    "single_choice": ["Which city was it?", "Almaty", "Moscow: why not", "Beijing", ""],
    "multiple_choice": ["Which cities were they?", "Almaty", "Beijing", "", "Moscow: why: not", "London", ""],
    "true_false": ["It was Moscow.", "False", "Moscow", "Almaty"],
    "short_answer": ["Which city was that?", "Almaty: no, really", "Alma-Ata", "", "Astana: the capital", ""],
    "numeric": ["How many were they?", "6", "members", "0.5", "12 / 2"],
    "cloze": ["It was in {{c1::Almaty::city}}.", "Moscow", ""],
    "matching": ["Match the cities.", "Secretariat = Beijing", "talks: Almaty", "", "London: no", ""],
    "ordering": ["Put them in order.", "first", "second", "third", ""],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The built-in bank with one question of each topic."""
    bank = tmp_path / "bank"
    copytree(ROOT / "questions" / "schema", bank / "schema")
    (bank / "source.yaml").write_text(record_without_facts(), "utf-8")
    settings, *topics = sorted((ROOT / "questions").glob("*.yaml"), key=lambda path: path.name != "bank.yaml")
    (bank / "bank.yaml").write_text(settings.read_text("utf-8").partition("exam:")[0], "utf-8")
    for path in topics:
        if path.name != "source.yaml":
            one = path.read_text("utf-8").partition("\n\n  - id: ")[0] + "\n"
            (bank / path.name).write_text(re.sub("    never_with: .*\n", "", one), "utf-8")
    return bank


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
    assert ok("fmt", "--check", "--diff", str(path)) == "1 file: nothing to change\n"
    assert done.stdout.endswith(
        f"{path}: {question.id} appended. `sco-quiz check {folder}` reports how to improve it.\n"
    )


def test_an_invalid_value_is_asked_for_again(folder: Path) -> None:
    kind, prompt = ["", "99", "2.", "Numeric"], ["", "How many were they?"]
    answer, unit, tolerance, derivation = ["", "many", "300 guilders", "7"], [""], ["x", ""], ["8 - 2", ""]
    rest = ["", "99", "21", "recall", "remember", ""]
    name = ["crisis-initiative-aim", "Not An Id", "how-many-then"]
    lines = [*kind, *prompt, *answer, *unit, *tolerance, *derivation, *rest, *name, "maybe", "y"]
    done = sco_quiz("new", "economy", "--bank", str(folder), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    said = [line.removeprefix("  ") for line in done.stdout.replace(": ", ":\n").split("\n")]
    at = [said.index(line) for line in (
        "a value is required", "`99` is not a kind",
        "`answer` must be a number, not `many`",
        "type only the number, such as 300; the unit is the next field",
        "`tolerance` must be a number, not `x` (write a number in the unit of the answer, such as 0.5, "
        "or a percentage, such as 5 %)",
        "`8 - 2` does not give 7 (write numbers with + - * / and parentheses that give the answer, such as 30 / 6)",
        "the paragraphs are numbered from 1 to 41", "`recall` is not a level (choose from:",
        "the id `crisis-initiative-aim` is already used", "Answer y, e or n.",
    )]  # fmt: skip
    assert at == sorted(at)
    assert "  `Not An Id` is not an id" in done.stdout
    question = load_bank(folder).find("how-many-then")
    assert question
    assert question.key == ("7",)


def test_an_interruption_changes_nothing(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for lines in (["economy"], ["economy", "4", "Which city?"], ["economy", "8", *ANSWERS["ordering"], *COMMON, ""]):
        done = sco_quiz("new", "--bank", str(folder), given=typed(*lines).removesuffix("\n\n") + "\n")
        assert (done.returncode, done.stderr) == (130, "Interrupted.\n")
    lines = ["economy", "8", *ANSWERS["ordering"], *COMMON, "N"]
    done = sco_quiz("new", "--bank", str(folder), given=typed(*lines))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("n = discard [y]: Nothing was written.\n")
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_new_topic_gets_a_file(folder: Path) -> None:
    lines = ["History: before 2001", *ANSWERS["short_answer"], *COMMON, "y"]
    done = sco_quiz("new", "history", "--kind", "short_answer", "--bank", str(folder), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    text = (folder / "history.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=schema/questions.json\ntopic: 'History: before 2001'\n")
    assert load_bank(folder).topics[-1].title == "History: before 2001"


def test_a_topic_never_replaces_another_file_of_the_bank(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    lines = ["source", "Sub/Folder: x", "history", " ", "History", *ANSWERS["short_answer"], *COMMON, "y"]
    done = sco_quiz("new", "bank", "--kind", "short_answer", "--bank", str(folder), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    for said in (
        "bank.yaml is not a question file",
        "source.yaml is not a question file",
        "cannot be a file name; use for example",
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


def added(folder: Path, kind: str, *lines: str) -> tuple[AnyQuestion, str]:
    """Return the question that was added, and the output."""
    done = sco_quiz("new", "economy", "--kind", kind, "--bank", str(folder), given=typed(*lines))
    assert done.returncode == 0, done.stdout + done.stderr
    (topic,) = [topic for topic in load_bank(folder).topics if topic.id == "economy"]
    return topic.questions[-1], done.stdout


@pytest.mark.parametrize("word", ["f", "False", "no"])
def test_a_false_statement_is_always_asked_for_its_correction(folder: Path, word: str) -> None:
    lines = ["It was Moscow.", "", "maybe", word, "London", "Moscow", "", "Almaty", *COMMON, "y"]
    question, said = added(folder, "true_false", *lines)
    assert isinstance(question, TrueFalse)
    assert (question.answer, question.correction) == ("false", {"Moscow": "Almaty"})
    assert said.count("True or false (t/f): ") == 3
    for line in ("a value is required", "Type t for true or f for false.",
                 "`London` is not in the prompt"):  # fmt: skip
        assert f": {' ' * 2}{line}" in said


@pytest.mark.parametrize("word", ["t", "True", "yes"])
def test_a_true_statement_has_no_correction(folder: Path, word: str) -> None:
    question, _ = added(folder, "true_false", "It was Almaty.", word, *COMMON, "y")
    assert question.key == ("true",)


def test_a_field_is_changed_before_it_is_written(folder: Path) -> None:
    lines = ["It was Moscow.", "t", *COMMON, "e", "ansewr", "answer", "f", "Moscow", "Almaty", "e", "prompt",
             "The seat was Moscow.", "y"]  # fmt: skip
    question, said = added(folder, "true_false", *lines)
    assert isinstance(question, TrueFalse)
    assert (question.prompt, question.statement) == ("The seat was Moscow.", "The seat was Almaty.")
    fields = "prompt, answer, correction, explanation, source, level, hint, id"
    assert f"Field to change ({fields}):   `ansewr` is not one of them; did you mean `answer`?\n" in said
    assert said.count("y = write, e = change a field, n = discard [y]: ") == 3


def test_lists_are_tried_line_by_line(folder: Path) -> None:
    refused = ["Secretariat Beijing", "Secretariat = Beijing", "Secretariat = Moscow", "talks =", ""]
    lines = ["Match them.", *refused, "talks: Almaty", "", "Almaty", "London", ""]
    question, said = added(folder, "matching", *lines, *COMMON, "y")
    assert question.key == ("Secretariat = Beijing", "talks = Almaty")
    same = "`Almaty` and `Almaty` are the same (change or remove one; capitals and accents make no difference)"
    few = "too few pairs: 1 given, minimum 2 (add one on a line of its own)"
    for line in (
        "`Secretariat Beijing` has neither = nor : between its two sides",
        "`Secretariat` is already in the list",
        "one side is missing",
        few,
        same,
    ):
        assert f"  -   {line}\n" in said, line
    lines = ["Order them.", "first", "second", "", "First", "third", "", *COMMON, "y"]
    question, said = added(folder, "ordering", *lines)
    assert question.key == ("first", "second", "third")
    assert "  -   too few items: 2 given, minimum 3 (add one on a line of its own)\n" in said
    assert "  -   `first` and `First` are the same" in said


def test_a_gap_is_asked_for_at_once(folder: Path) -> None:
    question, said = added(folder, "cloze", "It was in Almaty.", *ANSWERS["cloze"], *COMMON, "y")
    assert question.key == ("Almaty",)
    label = "Sentence, with the words to hide as {{c1::words}} or {{c1::words::hint}}: "
    hint = "write a gap as {{c1::hidden words}} or {{c1::hidden words::hint}}"
    assert f"{label}  the prompt of a cloze has no gap ({hint})\n{label}Plausible wrong answers, one p" in said


def test_paragraphs_without_a_summary_are_reported_together(folder: Path) -> None:
    path = folder / "source.yaml"
    path.write_text(re.sub(r"(?m)summary: .*$", 'summary: ""', path.read_text("utf-8")), "utf-8")
    _, said = added(folder, "ordering", *ANSWERS["ordering"], *COMMON, "y")
    assert re.search(r"  no summary yet: \d+(, \d+)*\n", said)


def test_there_is_no_default_topic(folder: Path) -> None:
    done = sco_quiz("new", "--kind", "ordering", "--bank", str(folder), given="\n")
    assert done.returncode == 130
    label = (
        "Topic, one of organization, tasks, security, afghanistan, economy, energy, secretariat, world, or a new name: "
    )
    assert done.stdout.replace("\n", "").startswith(f"{label}  a value is required{label}")


def test_a_question_of_a_topic_with_a_setting_is_appended(folder: Path) -> None:
    """The file of the question does not repeat what its topic says; the bank has it."""
    path = folder / "economy.yaml"
    head, _, rest = path.read_text("utf-8").partition("\nquestions:")
    lines = [line for line in head.split("\n") if not line.startswith("setting:")]
    path.write_text("\n".join([*lines, "setting: A briefing in 2010", "strict: case", f"questions:{rest}"]), "utf-8")
    answers = [*ANSWERS["short_answer"], *COMMON, "y"]
    done = sco_quiz("new", "economy", "--kind", "short_answer", "--bank", str(folder), given=typed(*answers))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Learners see this setting above the question: A briefing in 2010\n" in done.stdout
    question = next(topic for topic in load_bank(folder).topics if topic.id == "economy").questions[-1]
    assert (question.setting, getattr(question, "strict", ())) == ("A briefing in 2010", ("case",))
    assert "setting" not in path.read_text("utf-8").partition(f"id: {question.id}")[2]
