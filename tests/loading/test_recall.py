"""A bank that is remembered is the bank in its files: never an earlier one, whatever the cache contains."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from random import Random

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.enemies import graph
from sco_quiz.core.enemies.graph import Enemies
from sco_quiz.core.errors import BankError
from sco_quiz.core.outline import LazyQuestions
from sco_quiz.core.selection import Filter, filter_outlines, select
from sco_quiz.disk.private import keep_newest
from sco_quiz.loading import load
from sco_quiz.loading.recall.files import NAMES
from sco_quiz.loading.recall.fingerprint import fingerprint_of
from sco_quiz.loading.recall.recall import recall_bank, recall_sound
from tests.conftest import ROOT

BANKS = ("questions", "tests/marked_up", "tests/other_article/bank", "tests/released/0.1.0/sco-2010")
SMALL = {
    "bank.yaml": "id: hills\ntitle: Hills\nstrict: accents\n",
    "first.yaml": """topic: First
setting: On the map of 1910
questions:
  - {id: one, type: short_answer, prompt: Which hill is the highest?, answer: Kettle Hill, level: remember}
  - {id: two, type: numeric, prompt: How many hills are there?, answer: "7", level: remember, formerly: [zwei]}
""",
    "second.yaml": """topic: Second
markup: markdown
questions:
  - id: three
    type: single_choice
    prompt: Which hill has *two* tops?
    answer: Saddle Hill
    distractors: [{Kettle Hill: It has one.}, Long Hill]
    level: remember
    tags: [tops]
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "hills"
    made.mkdir()
    for name, text in SMALL.items():
        (made / name).write_text(text, "utf-8")
    return made


def lazy(bank: Bank) -> bool:
    return all(isinstance(topic.questions, LazyQuestions) for topic in bank.topics)


def made(bank: Bank) -> int:
    return sum(len(topic.questions._made) for topic in bank.topics if isinstance(topic.questions, LazyQuestions))


@pytest.mark.parametrize("name", BANKS)
def test_it_is_the_bank_in_the_files(name: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = load.load_sound(ROOT / name)
    assert recall_sound(ROOT / name, cache) == expected
    monkeypatch.setattr(load, "read_bank", lambda path: pytest.fail("it was read again"))
    found, errors = recall_sound(ROOT / name, cache)
    assert lazy(found)
    assert (found, errors) == expected
    assert [question.markup for question in found.questions] == [q.markup for q in expected[0].questions]
    assert [q.model_fields_set for q in found.questions] == [q.model_fields_set for q in expected[0].questions]
    assert [row.first_id for row in found.outlines] == [question.first_id for question in expected[0].questions]
    assert {file: picture.read() for file, picture in found.pictures.items()} == {
        file: picture.read() for file, picture in expected[0].pictures.items()
    }


@pytest.mark.parametrize(("small", "most"), [(graph.SMALL, 0), (0, 30)])
def test_a_session_makes_only_the_questions_that_it_compares(
    small: int, most: int, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph, "SMALL", small)
    path = ROOT / "questions"
    bank, _ = recall_sound(path, cache)
    drawn = select(bank, Filter(), 10, Random(3))
    again, _ = recall_sound(path, cache)
    chosen = select(again, Filter(), 10, Random(3))
    assert made(again) <= most < len(again.outlines)
    assert chosen[0].stem
    assert made(again) <= max(most, 1)
    assert chosen == drawn == select(load.load_bank(path), Filter(), 10, Random(3))
    assert made(again) >= 10


def test_what_is_counted_is_remembered_but_not_for_other_questions(cache: Path, folder: Path) -> None:
    recall_sound(folder, cache)[0].enemies.clue("one", "two")
    bank, _ = recall_sound(folder, cache)
    assert "kettle" in bank.vocabulary.bank
    again, _ = recall_sound(folder, cache)
    assert "kettle" in again.vocabulary.bank
    assert "nettle" not in again.vocabulary.bank
    assert made(again) == 0
    fewer = replace(again, topics=again.topics[1:])
    assert "saddle" in fewer.vocabulary.bank
    assert "7" not in fewer.vocabulary.bank
    assert len(fewer.enemies._weights.counts) < len(again.enemies._weights.counts)


def test_enemies_are_remembered_as_they_were_found(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ROOT / "questions"
    found = recall_bank(path, cache).enemies.clues
    assert found == load.load_bank(path).enemies.clues
    (kept,) = cache.glob("*-clues.bank")
    whole = kept.read_bytes()
    for body in (b"[]x", b'[{"giver": 1, "given": "two"}]', whole.replace(b'"answer"', b'"no-reason"'), b"[" * 10**5):
        forge(kept, body)
        assert recall_bank(path, cache).enemies.clues == found
        assert kept.read_bytes() == whole
    monkeypatch.setattr(Enemies, "_found", lambda enemies: pytest.fail("they were searched again"))
    again = recall_bank(path, cache)
    assert again.enemies.clues == found
    assert made(again) == 0


def _changed(rng: Random, text: str) -> str:
    """Change a text without changing how long it is."""
    at = rng.randrange(len(text))
    return text[:at] + rng.choice("abcxyz :-{}\n") + text[at + 1 :]


def test_no_edit_is_missed(cache: Path, folder: Path) -> None:
    """Also one that keeps the size and the time of a file, as tools and wrong clocks do."""
    rng = Random(17)
    for _ in range(60):
        path = folder / rng.choice(list(SMALL))
        match rng.randrange(4):
            case 0:
                path.write_text(SMALL[path.name], "utf-8")
            case 1:
                path.unlink(missing_ok=True)
            case 2:
                shutil.copy(folder / "bank.yaml", folder / "copy.txt") if (folder / "bank.yaml").exists() else None
            case _ if path.exists():
                before = path.stat()
                path.write_text(_changed(rng, path.read_text("utf-8")), "utf-8")
                os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        for _ in range(2):
            assert outcome(lambda: recall_sound(folder, cache)) == outcome(lambda: load.load_sound(folder))
            assert outcome(lambda: recall_bank(folder, cache)) == outcome(lambda: load.load_bank(folder))


def outcome(work: object) -> object:
    try:
        return work()  # type: ignore[operator]
    except BankError as error:
        return str(error), error.problems


def test_a_new_picture_or_file_is_noticed(cache: Path, folder: Path) -> None:
    recall_sound(folder, cache)
    states = {fingerprint_of(folder)}
    for name in ("third.yaml", "third.yaml.txt", "media/a.png", "notes.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("topic: Third\n", "utf-8")
        states.add(fingerprint_of(folder))
    (folder / "media/a.png").write_text("topic: Other\n", "utf-8")
    states.add(fingerprint_of(folder))
    assert len(states) == 6
    for name in ("anki-ledger.jsonl", "deck.apkg", "questions.csv"):  # what commands write into it
        (folder / name).write_text("topic: Third\n", "utf-8")
        assert fingerprint_of(folder) in states


def stored_file(cache: Path) -> Path:
    (path,) = cache.glob("*-questions.bank")
    return path


def forge(path: Path, body: bytes) -> None:
    """Write a body with a head that fits."""
    words = path.read_bytes().partition(b"\n")[0].rsplit(b" ", 1)[0]
    path.write_bytes(words + b" " + blake2b(body, digest_size=20).hexdigest().encode() + b"\n" + body)


def test_damage_is_ignored_and_mended(cache: Path, folder: Path) -> None:
    expected = recall_sound(folder, cache)
    path = stored_file(cache)
    whole = path.read_bytes()
    rng = Random(5)
    flipped = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in rng.sample(range(len(whole)), 40)]
    for data in (b"", b"\n", whole[:-1], whole[: len(whole) // 2], whole + b"x", b"\xff" * 100, *flipped):
        path.write_bytes(data)
        assert recall_sound(folder, cache) == expected
        assert path.read_bytes() == whole


def test_hostile_values_are_ignored(cache: Path, folder: Path) -> None:
    expected = recall_sound(folder, cache)
    path = stored_file(cache)
    whole = path.read_bytes()
    head, *lines = whole.partition(b"\n")[2].split(b"\n")
    heads = [json.loads(head) for _ in range(8)]
    heads[0]["topics"][0]["rows"][0][0] = "two"
    heads[1]["topics"] = heads[1]["topics"][:1]
    heads[2]["topics"][0]["rows"][0][2] = "no_kind"
    heads[3]["pictures"] = [{"file": "../../etc/passwd", "media_type": "image/png", "size": 1, "width": 1, "height": 1}]
    heads[4]["title"] = ["list"]
    heads[5]["exam"] = {"sections": "all"}
    heads[6]["source"] = {"paragraphs": 7}
    bodies = [b"\n".join([json.dumps(each).encode(), *lines]) for each in heads[:7]]
    bodies += [b"\n".join([head, line, *lines[1:]]) for line in (b"", b"[]", b"{}", b"7", lines[1], b"[" * 10**5)]
    for body in bodies:
        forge(path, body)
        assert outcome(lambda: recall_sound(folder, cache)) == expected
    heads[7]["topics"][0]["rows"][0][0] = "gone"
    forge(path, b"\n".join([json.dumps(heads[7]).encode(), *lines]))
    with pytest.raises(BankError, match="repeat the command"):
        recall_sound(folder, cache)[0].question("gone")
    assert recall_sound(folder, cache) == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows protects the folders of users in another way")
def test_only_files_of_this_user_are_read(cache: Path, folder: Path) -> None:
    expected = recall_sound(folder, cache)
    path = stored_file(cache)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.chmod(0o666)
    assert not lazy(recall_sound(folder, cache)[0])
    other = path.rename(path.with_name("elsewhere"))
    path.symlink_to(other)
    assert not lazy(recall_sound(folder, cache)[0])
    path.unlink()
    os.mkfifo(path)
    assert recall_sound(folder, cache) == expected  # neither read nor waited for
    cache.chmod(0o777)
    stored_file(cache).unlink()
    assert recall_sound(folder, cache) == expected
    assert not list(cache.glob("*-questions.bank"))


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path, folder: Path) -> None:
    expected = load.load_sound(folder)
    (tmp_path / "file").write_text("no folder", "utf-8")
    for cache in (None, tmp_path / "file", tmp_path / "file" / "below"):
        assert recall_sound(folder, cache) == expected


def test_a_bank_with_an_error_is_not_remembered(cache: Path, folder: Path) -> None:
    (folder / "third.yaml").write_text("topic: Third\nquestions:\n  - id: four\n", "utf-8")
    bank, errors = recall_sound(folder, cache)
    assert (bank, errors) == load.load_sound(folder)
    assert errors
    assert not cache.exists()


def test_two_processes_at_once(cache: Path, folder: Path) -> None:
    code = """
import sys
from pathlib import Path
from sco_quiz.loading.load import load_sound
from sco_quiz.loading.recall.recall import recall_bank, recall_sound
folder, cache = map(Path, sys.argv[1:])
expected = load_sound(folder)
for number in range(30):
    for file in cache.glob("*-questions.bank") if number % 3 == 0 else ():
        file.unlink(missing_ok=True)
    assert recall_sound(folder, cache) == expected
"""
    command = [sys.executable, "-c", code, str(folder), str(cache)]
    running = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[1] for process in running] == ["", ""]
    assert [process.returncode for process in running] == [0, 0]
    assert not list(cache.glob("*.part"))


def test_it_stays_small(tmp_path: Path) -> None:
    others = {"download.part", "savings.bank"}
    for name in others:
        (tmp_path / name).write_bytes(b"x" * 1000)
    names = [f"{number:032x}-questions.bank" for number in range(8)]
    names += [f".{names[-1]}.{number:016x}.part" for number in range(2)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(b"x" * 100)
        os.utime(tmp_path / name, (number, number))
    keep_newest(tmp_path, NAMES, 6, 10_000)
    assert {path.name for path in tmp_path.iterdir()} == {*names[4:], *others}
    keep_newest(tmp_path, NAMES, 6, 250)
    assert {path.name for path in tmp_path.iterdir()} == {*names[-2:], *others}


def test_a_link_from_the_pictures_to_other_folders_is_not_followed(tmp_path: Path, cache: Path, folder: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "more").mkdir(parents=True)
    before = fingerprint_of(folder)
    shutil.rmtree(folder / "media", ignore_errors=True)
    (folder / "media").symlink_to(outside)
    found = fingerprint_of(folder)
    (outside / "more" / "film.png").write_bytes(b"x")
    assert fingerprint_of(folder) == found != before


def test_a_filter_looks_at_outlines_alone(cache: Path, folder: Path) -> None:
    recall_sound(folder, cache)
    bank, _ = recall_sound(folder, cache)
    assert [row.id for row in filter_outlines(bank, Filter(tags=["tops"], kinds=["single_choice"]))] == ["three"]
    assert [row.id for row in filter_outlines(bank, Filter(topics=["first"]))] == ["one", "two"]
    assert made(bank) == 0
    assert (found := bank.find("zwei")) is not None
    assert (found.id, made(bank)) == ("two", 1)
