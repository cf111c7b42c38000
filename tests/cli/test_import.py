"""`sco-quiz import`."""

import json
import os
import signal
import stat
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from unicodedata import normalize

import pytest

from sco_quiz.app.import_reading import read_files
from sco_quiz.formats.draft import GUESS
from sco_quiz.loading.load import load_bank, read_bank
from tests.command import Finished, sco_quiz
from tests.conftest import ROOT
from tests.pseudo_terminal import Terminal

QUIZ = """\
$CATEGORY: Biology/Cells

::Energy::What gives a cell its energy? {=Mitochondrion ~Ribosome#it makes proteins ~Wall}

What color does chlorophyll give to a leaf? {=green =lime}

$CATEGORY: Клетка

::Вопрос 3::Сколько хромосом у человека? {#46}
"""


@pytest.fixture
def quiz(tmp_path: Path) -> Path:
    file = tmp_path / "my quiz.gift"
    file.write_text(QUIZ, encoding="utf-8")
    return file


def run(file: Path, *options: str, bank: str = "bank") -> Finished:
    return sco_quiz("import", file.name, "--bank", bank, *options, cwd=file.parent)


def rules(file: Path, *options: str) -> list[str]:
    shown = json.loads(run(file, "--json", *options).stdout)
    return [problem["rule"] for problem in shown["problems"]]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_folder_becomes_a_bank(quiz: Path) -> None:
    done = run(quiz)
    assert (done.returncode, done.stderr) == (0, "")
    assert "my quiz.gift (GIFT, Moodle's text format): 3 read, 3 new\n" in done.stdout
    assert "3 new questions have no level: they get `level: remember`." in done.stdout
    bank = load_bank(quiz.with_name("bank"))
    assert (bank.title, bank.markup) == ("bank", "markdown")
    assert [(topic.id, topic.title, [one.id for one in topic.questions]) for topic in bank.topics] == [
        ("cells", "Cells", ["energy", "color-chlorophyll-leaf"]),
        ("kletka", "Клетка", ["skolko-khromosom-cheloveka"]),
    ]


def test_without_a_bank_it_only_reads(quiz: Path) -> None:
    done = sco_quiz("import", "gift", quiz.name, cwd=quiz.parent)
    assert done.returncode == 0
    assert "Nothing was written. `sco-quiz import gift 'my quiz.gift' --bank my-bank` writes it." in done.stdout
    assert [path.name for path in quiz.parent.iterdir()] == ["my quiz.gift"]
    assert run(quiz, "--dry-run").returncode == 0
    assert not quiz.with_name("bank").exists()


def test_importing_it_again_writes_nothing(quiz: Path) -> None:
    run(quiz)
    before = contents(quiz.with_name("bank"))
    paragraphs = QUIZ.strip().split("\n\n")
    for text in (QUIZ, "\n\n".join([*paragraphs[:1], paragraphs[2], paragraphs[1], *paragraphs[3:]]) + "\n"):
        quiz.write_text(text, encoding="utf-8")
        done = run(quiz)
        assert (done.returncode, done.stdout.count("3 unchanged")) == (0, 1)
        assert contents(quiz.with_name("bank")) == before


def test_a_corrected_file_updates_and_keeps_the_rest(quiz: Path) -> None:
    run(quiz)
    topic = quiz.with_name("bank") / "cells.yaml"
    edited = topic.read_text("utf-8").replace(
        "level: remember", "hint: Think of ATP.  # ours\n    level: understand", 1
    )
    edited = edited.replace("- Wall", "- Wall  # too easy").replace("topic:", "# Class 8\ntopic:")
    topic.write_text(edited, encoding="utf-8")
    text = QUIZ.replace("Mitochondrion", "The mitochondrion").replace("give to a leaf", "lend to a leaf")
    quiz.write_text(text, encoding="utf-8")
    refused = run(quiz)
    assert refused.returncode == 1
    assert "Nothing was written. Check the changes above, then add `--yes`." in refused.stderr
    assert topic.read_text("utf-8") == edited
    done = run(quiz, "--yes")
    assert done.returncode == 0
    assert "2 changed, 1 unchanged" in done.stdout
    assert "answer: (-Mitochondrion-)(+The mitochondrion+)" in done.stdout
    assert "Students" not in done.stdout + refused.stdout
    assert "students" not in done.stdout + refused.stdout
    expected = edited.replace("answer: Mitochondrion", "answer: The mitochondrion").replace("give to", "lend to")
    assert topic.read_text("utf-8") == expected


def test_changes_of_a_bank_with_a_deck_say_what_they_mean_in_anki(quiz: Path) -> None:
    run(quiz)
    (quiz.with_name("bank") / "anki-ledger.jsonl").touch()
    quiz.write_text(QUIZ.replace("Mitochondrion", "The mitochondrion"), encoding="utf-8")
    assert "students who learned the old answer" in run(quiz, "--dry-run").stdout


def test_new_questions_are_appended_and_missing_ones_named(quiz: Path) -> None:
    run(quiz)
    quiz.write_text(
        QUIZ.replace("::Energy::", "::Power::What is a lysosome? {=a bag ~a wall}\n\n::Energy::").replace(
            "What color does chlorophyll give to a leaf? {=green =lime}\n\n", ""
        ),
        encoding="utf-8",
    )
    done = run(quiz)
    assert done.returncode == 0
    assert "3 read, 1 new, 2 unchanged" in done.stdout
    assert "In the same topics, and not in the files: color-chlorophyll-leaf" in done.stdout
    ids = [question.id for question in load_bank(quiz.with_name("bank")).topics[0].questions]
    assert ids == ["energy", "color-chlorophyll-leaf", "power"]


def test_what_does_not_come_in_is_reported(quiz: Path) -> None:
    text = (
        QUIZ + "\n::None::Which? {~a ~b}\n\n::Energy::What gives a cell its energy? {=Mitochondrion ~Ribosome ~Wall}\n"
    )
    quiz.write_text(text, encoding="utf-8")
    done = run(quiz)
    assert done.returncode == 1
    assert "my quiz.gift:11:" in done.stdout
    assert "[no-right-answer]" in done.stdout
    assert "this question is the same as the one at my quiz.gift:3:" in done.stdout
    assert rules(quiz) == ["no-right-answer", "repeated-question"]
    assert "3 read, 3 new, 1 not read" in done.stdout
    assert len(load_bank(quiz.with_name("bank")).questions) == 3


def test_two_questions_with_one_name_get_ids_that_do_not_move(quiz: Path) -> None:
    one, other = "::Town::Capital of France? {=Paris}", "::Town::Capital of Italy? {=Rome}"
    ids = []
    for number, text in enumerate((f"{one}\n\n{other}\n", f"{other}\n\n{one}\n")):
        quiz.write_text(text, encoding="utf-8")
        run(quiz, bank=f"bank{number}")
        ids.append({one.prompt: one.id for one in load_bank(quiz.with_name(f"bank{number}")).questions})
    assert ids[0] == ids[1]
    assert all(name.startswith("town-") for name in ids[0].values())


def test_equal_questions_come_in_twice_only_under_names_of_their_own(quiz: Path) -> None:
    one = "Capital of France? {=Paris ~Lyon}"
    quiz.write_text(f"::Paris::{one}\n\n::France::{one}\n\n{one}\n", encoding="utf-8")
    assert rules(quiz) == ["repeated-question"]
    for _ in range(2):
        run(quiz, "--yes")
        assert [one.id for one in load_bank(quiz.with_name("bank")).questions] == ["paris", "france"]


def test_a_picture_that_cannot_be_shown_does_not_keep_its_question_out(tmp_path: Path) -> None:
    svg = b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>').decode()
    text = '<![CDATA[What is [this]? <img src="@@PLUGINFILE@@/a.svg" alt="A [wave]">]]>'
    name, file = "<name><text>Wave</text></name>", f'<file name="a.svg" path="/" encoding="base64">{svg}</file>'
    prompt = f'{name}<questiontext format="html"><text>{text}</text>{file}</questiontext>'
    answer = '<answer fraction="100"><text>water</text></answer>'
    quiz = tmp_path / "quiz.xml"
    quiz.write_text(f'<quiz><question type="shortanswer">{prompt}{answer}</question></quiz>', encoding="utf-8")
    assert rules(quiz) == ["lost-picture"]
    run(quiz)
    (question,) = load_bank(tmp_path / "bank").questions
    assert question.stem.plain == "What is [this]? [A [wave]]"
    assert not (tmp_path / "bank" / "media").exists()


def test_json_has_what_was_read_and_nothing_else(quiz: Path) -> None:
    quiz.write_text(QUIZ + "\nWhich? {~a ~b}\n", encoding="utf-8")
    done = run(quiz, "--json")
    assert (done.returncode, done.stderr) == (1, "")
    shown = json.loads(done.stdout)
    assert list(shown) == ["version", "files", "questions", "problems", "guess"]
    assert shown["files"][0] == {
        "file": "my quiz.gift",
        "format": "gift",
        "read": 3,
        "new": 3,
        "changed": 0,
        "unchanged": 0,
        "not_read": 1,
    }
    first = shown["questions"][0]
    assert (first["id"], first["name"], first["category"]) == ("energy", "Energy", "Biology/Cells")
    assert first["notes"] == {"Ribosome": "it makes proteins"}
    assert first["place"] == {"file": "my quiz.gift", "line": 3, "column": 1}
    assert [problem["rule"] for problem in shown["problems"]] == ["no-right-answer"]
    assert not quiz.with_name("bank").exists()


def test_topics_and_titles(quiz: Path) -> None:
    run(quiz, "--topic", "Class 8: cells")
    (topic,) = load_bank(quiz.with_name("bank")).topics
    assert (topic.id, topic.title, len(topic.questions)) == ("class-8-cells", "Class 8: cells", 3)
    done = run(quiz)  # their topic in the bank is the one that a teacher chose
    assert "3 unchanged" in done.stdout


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_plain_topic_takes_text_without_markup(quiz: Path, end: str) -> None:
    bank = quiz.with_name("bank")
    bank.mkdir()
    (bank / "bank.yaml").write_text("id: b\ntitle: B\n", encoding="utf-8")
    old = (
        "topic: Old\nquestions:\n  - id: a\n    type: true_false\n    prompt: P.\n    answer: true\n    level: apply\n"
    )
    (bank / "old.yaml").write_bytes(old.replace("\n", end).encode())
    quiz.write_text("::Stars::What is 2*3*4 - 1_000? {=x ~y}\n\n::Bold::[html]What is <b>this</b>? {=x ~y}\n", "utf-8")
    done = run(quiz, "--topic", "old")
    assert done.returncode == 1
    assert rules(quiz, "--topic", "old") == ["plain-topic"]
    question = load_bank(bank).find("stars")
    assert question
    assert question.prompt == "What is 2*3*4 - 1_000?"
    assert (bank / "old.yaml").read_bytes().startswith(old.replace("\n", end).encode())
    run(quiz)
    assert "markup: markdown\n" in (bank / "my-quiz.yaml").read_text("utf-8")
    assert load_bank(bank).find("bold")


def test_all_or_nothing(quiz: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(quiz)
    bank = quiz.with_name("bank")
    before = contents(bank)
    quiz.write_text(QUIZ + "\n::New::New? {=a ~b}\n\n$CATEGORY: Other\n\n::More::More? {=a ~b}\n", encoding="utf-8")
    monkeypatch.setattr("sco_quiz.app.import_writing._is_read", lambda *_: False)
    done = run(quiz)
    assert done.returncode == 1
    assert "Error: the bank would not be valid after the import (new, more); nothing was written" in done.stderr
    assert contents(bank) == before
    new = run(quiz, bank="fresh/one")
    assert new.returncode == 1
    assert not quiz.with_name("fresh").exists()


KILLED = """
import os, signal, sys
from sco_quiz.cli.main import main
from sco_quiz.disk import several
write, left = several.write, [int(sys.argv[1])]
def counted(*arguments, **options):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    write(*arguments, **options)
several.write = counted
main(["import", sys.argv[2], "--bank", "bank"])
"""


@pytest.mark.parametrize("written", [0, 1, 2])
def test_after_a_kill_the_same_command_completes_the_import(quiz: Path, written: int) -> None:
    command = [sys.executable, "-c", KILLED, str(written), quiz.name]
    assert subprocess.run(command, cwd=quiz.parent, check=False).returncode == -signal.SIGKILL
    bank = quiz.with_name("bank")
    assert len(contents(bank)) == written
    done = run(quiz)
    assert done.returncode == 0
    assert len(load_bank(bank).questions) == 3
    assert {Path(name).name for name in contents(bank)} == {"bank.yaml", "cells.yaml", "kletka.yaml"}


def test_a_folder_that_cannot_be_written(quiz: Path) -> None:
    run(quiz)
    bank = quiz.with_name("bank")
    before = contents(bank)
    bank.chmod(stat.S_IRUSR | stat.S_IXUSR)
    quiz.write_text(QUIZ + "\n::New::New? {=a ~b}\n", encoding="utf-8")
    try:
        done = run(quiz)
    finally:
        bank.chmod(stat.S_IRWXU)
    if done.returncode:  # root may write everywhere
        assert "cannot be written: permission denied" in done.stderr
        assert contents(bank) == before


def test_a_question_in_braces_is_reported(quiz: Path) -> None:
    bank = quiz.with_name("bank")
    bank.mkdir()
    (bank / "bank.yaml").write_text("id: b\ntitle: B\n", encoding="utf-8")
    text = (
        "topic: Cells\nquestions:\n  - {id: energy, type: short_answer, prompt: 'What gives a cell its energy?', "
        "answer: Mito, level: apply}\n"
    )
    (bank / "cells.yaml").write_text(text, encoding="utf-8")
    done = run(quiz, "--yes")
    assert done.returncode == 1
    assert rules(quiz) == ["question-in-braces"]
    assert (bank / "cells.yaml").read_text("utf-8").startswith(text)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["gift"], 2, "name a file to import"),
        (["none.gift"], 2, "the file `none.gift` does not exist"),
        (["gift", "none"], 2, "the file `none` does not exist"),
        (["xls", "odd.bin"], 2, "`xls` is neither a format nor a file; did you mean `xlsx`?"),
        (["pdf", "odd.bin"], 2, "`pdf` is neither a format nor a file; the formats are moodle, "),
        (["."], 2, "`.` is a folder: name the files in it"),
        (["json", "a.json"], 2, "the format json is only written: `sco-quiz export json`"),
        (["odd.bin"], 1, "looks like none of the formats"),
        (["gift", "latin.gift"], 1, "[not-utf8]"),
    ],
)
def test_what_cannot_be_imported(tmp_path: Path, arguments: list[str], code: int, message: str) -> None:
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01")
    (tmp_path / "latin.gift").write_bytes("Größe? {=a ~b}".encode("latin-1"))
    done = sco_quiz("import", *arguments, cwd=tmp_path)
    assert done.returncode == code
    assert message in done.stdout + done.stderr


def test_a_bank_with_problems_is_not_touched(quiz: Path) -> None:
    run(quiz)
    topic = quiz.with_name("bank") / "cells.yaml"
    topic.write_text(topic.read_text("utf-8").replace("level: remember", "level: guess", 1), encoding="utf-8")
    done = run(quiz)
    assert done.returncode == 1
    assert "the bank in bank has problems; fix them first" in done.stderr
    assert len(read_bank(quiz.with_name("bank")).errors) == 1


@pytest.mark.parametrize("answer", ["y", "n"])
def test_a_terminal_asks_before_it_writes(quiz: Path, answer: str) -> None:
    bank = quiz.with_name("bank")
    terminal = Terminal(str(quiz), "--bank", str(bank), command="import")
    terminal.wait_for("[y/N]")
    assert "Write 3 new questions to " in terminal.raw
    assert not bank.exists()
    terminal.press(f"{answer}\r")
    terminal.wait_for_end()
    terminal.kill()
    assert bank.exists() == (answer == "y")
    assert ("Nothing was written." in terminal.raw) == (answer == "n")
    assert "Interrupted" not in terminal.raw


def test_formats_and_files_are_completed() -> None:
    from click.shell_completion import ShellComplete

    from sco_quiz.cli.main import cli

    def completed(*words: str, incomplete: str) -> list[tuple[str, str]]:
        items = ShellComplete(cli, {}, "sco-quiz", "_X").get_completions(list(words), incomplete)
        return [(item.type, item.value) for item in items]

    assert completed("import", incomplete="gi") == [("file", "gi"), ("plain", "gift")]
    assert completed("import", "gift", incomplete="gi") == [("file", "gi")]


def test_what_a_teacher_added_stays_also_in_another_kind(quiz: Path) -> None:
    tagged = QUIZ.replace("::Energy::", "// [tag:bio]\n::Energy::")
    quiz.write_text(tagged, encoding="utf-8")
    run(quiz)
    topic = quiz.with_name("bank") / "cells.yaml"
    text = topic.read_text("utf-8").replace("tags: [bio]", "tags: [bio, exam]").replace("- Wall", "- Wall: a cover")
    topic.write_text(text, encoding="utf-8")
    quiz.write_text(tagged.replace("[tag:bio]", "[tag:bio] [tag:new]").replace("~Wall", "~Wall ~Sap"), encoding="utf-8")
    assert run(quiz, "--yes").returncode == 0
    question = load_bank(quiz.with_name("bank")).find("energy")
    assert question
    assert question.tags == ("bio", "exam", "new")
    assert "      - Wall: a cover\n      - Sap\n" in topic.read_text("utf-8")
    short = tagged.replace("{=Mitochondrion ~Ribosome#it makes proteins ~Wall}", "{=Mitochondrion}")
    quiz.write_text(short, encoding="utf-8")
    done = run(quiz, "--yes")
    assert done.returncode == 0
    question = load_bank(quiz.with_name("bank")).find("energy")
    assert question
    assert (question.type, question.tags) == ("short_answer", ("bio", "exam", "new"))
    assert "distractors" not in topic.read_text("utf-8").split("- id:")[1]


def test_a_device_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (reading,) = read_files([Path("/dev/zero")], None, GUESS)
    assert [problem.name for problem in reading.reading.problems] == ["unreadable-file"]
    (tmp_path / "long.gift").write_text("x" * 1001)
    monkeypatch.setattr("sco_quiz.app.import_reading.MAX_BYTES", 1000)
    (reading,) = read_files([tmp_path / "long.gift"], None, GUESS)
    assert [problem.name for problem in reading.reading.problems] == ["file-too-large"]


def test_a_message_that_quotes_a_damaged_file_is_cut(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Which one?\nA. x\nB. y\nANSWER: {'Z' * 50_000}\n")
    done = sco_quiz("import", "aiken", "a.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert max(map(len, done.stdout.splitlines())) < 2500


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_file_name_with_control_characters_stays_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.gift").write_text("Is it so? {T}")
    done = sco_quiz("import", "a\x1b[31m\nb.gift", cwd=tmp_path)
    assert "\x1b" not in done.stdout
    assert [line for line in done.stdout.splitlines() if "1 read, 1 new" in line and line.startswith("a")]


def with_picture(name: str, data: bytes) -> str:
    """Return a question of Moodle that shows a picture."""
    from base64 import b64encode

    file = f'<file name="{name}" encoding="base64">{b64encode(data).decode()}</file>'
    text = f'<![CDATA[Which picture is this, {len(data)}? <img src="@@PLUGINFILE@@/{name}" alt="a">]]>'
    answers = '<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>'
    prompt = f'<questiontext format="html"><text>{text}</text>{file}</questiontext>'
    return f'<question type="truefalse"><name><text>n</text></name>{prompt}{answers}</question>'


def test_pictures_whose_names_some_systems_take_for_one(tmp_path: Path) -> None:
    png = (ROOT / "tests" / "hostile_bank" / "media" / "circle.png").read_bytes()
    names = ("A.png", "a.PNG", "\u1100\u1161.png", "\uac00.png")  # the last two are one, in two forms
    questions = "".join(with_picture(name, png + b"x" * at) for at, name in enumerate(names))
    (tmp_path / "quiz.xml").write_text(f"<quiz>{questions}</quiz>", encoding="utf-8")
    assert run(tmp_path / "quiz.xml").returncode == 0
    written = [path.name for path in (tmp_path / "bank" / "media").iterdir()]
    assert len({normalize("NFC", name).casefold() for name in written}) == 4
    assert "nothing to write" in run(tmp_path / "quiz.xml").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names")
def test_a_pipe_or_folder_with_the_name_of_a_picture(tmp_path: Path) -> None:
    png = (ROOT / "tests" / "hostile_bank" / "media" / "circle.png").read_bytes()
    (tmp_path / "quiz.xml").write_text(f"<quiz>{with_picture('a.png', png)}{with_picture('b.png', png)}</quiz>")
    media = tmp_path / "bank" / "media"
    media.mkdir(parents=True)
    (tmp_path / "bank" / "bank.yaml").write_text("id: cells\ntitle: Cells\nmarkup: markdown\n")
    os.mkfifo(media / "a.png")
    (media / "b.png").mkdir()
    assert run(tmp_path / "quiz.xml").returncode == 0
    assert len([path for path in media.iterdir() if path.is_file()]) == 2


def test_problems_break_between_words_and_lines_of_files_stay_whole(quiz: Path) -> None:
    essay = "::Walls:: Say why the cell wall matters to a plant. {}"
    quiz.write_text(f"{QUIZ}\n{essay}\n", encoding="utf-8")
    terminal = Terminal(str(quiz), command="import", width=40)
    terminal.wait_for_end()
    terminal.kill()
    lines = terminal.raw.splitlines()
    assert f"   11 | {essay}" in lines
    message = lines[: lines.index(f"   11 | {essay}")]
    assert len(message) > 2
    assert all(len(line) < 40 for line in message if "/" not in line)
    assert " ".join(message).endswith("an essay is not a kind of question of sco-quiz [unsupported-kind]")


def test_a_tag_that_only_the_bank_has_is_no_change_and_another_question_no_update(tmp_path: Path) -> None:
    file = tmp_path / "quiz.gift"
    file.write_text("// [tag:cells]\nWhat gives a cell its energy? {=Mitochondrion ~Wall}\n")
    run(file)
    topic = tmp_path / "bank" / "quiz.yaml"
    topic.write_text(topic.read_text().replace("cells", "cells, mine"))
    assert "mine" in topic.read_text()
    assert "nothing to write" in run(file).stdout
    # one word and the answer in common
    file.write_text("Which part inherits from mothers alone, with an energy of its own? {=Mitochondrion ~Nucleus}\n")
    assert "1 read, 1 new" in run(file).stdout


def test_what_names_something_else_than_the_bank_has_keeps_no_question_out(tmp_path: Path) -> None:
    """Each of these fields would make the bank invalid; `former` names the question that comes in before."""
    (tmp_path / "rivers.csv").write_text(
        "id,type,topic,prompt,answer,level,never_with,formerly\nfirst,short_answer,t,Where?,There,apply,second,\n"
        'second,short_answer,t,Why?,So,apply,"first, nowhere",first\n',
        encoding="utf-8",
    )
    done = run(tmp_path / "rivers.csv")
    assert done.returncode == 0
    assert "`never_with` of `second` names a question that the bank does not have" in done.stdout
    assert "`formerly` of `second` names another question of the bank" in done.stdout
    first, second = load_bank(tmp_path / "bank").questions
    assert (first.never_with, second.never_with, second.formerly) == (("second",), ("first",), ())
    assert "2 unchanged" in run(tmp_path / "rivers.csv").stdout


def test_paragraphs_and_references_that_a_bank_does_not_have_are_left_out(tmp_path: Path) -> None:
    bank = ROOT / "tests" / "every_field"
    assert sco_quiz("export", "csv", "-o", str(tmp_path / "all.csv"), "--bank", str(bank)).returncode == 0
    table = (tmp_path / "all.csv").read_text("utf-8-sig").replace("media/arches.svg", "media/gone.svg")
    (tmp_path / "all.csv").write_text(table, encoding="utf-8")
    done = run(tmp_path / "all.csv")
    assert "`beyond` of `beyond-the-article` names references that source.yaml does not have" in done.stdout
    assert all(question.beyond is None for question in load_bank(tmp_path / "bank").questions)
