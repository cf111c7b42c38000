"""What is found where files are not parsed again is what is found in parsed files, whatever was edited or damaged."""

import json
import re
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from sco_quiz.app.check import check_paths
from sco_quiz.core.report import Report
from sco_quiz.loading import read_tree
from sco_quiz.loading.files import topic_files
from sco_quiz.loading.load import LoadedBank, read_bank
from sco_quiz.loading.recall import sound_files
from sco_quiz.loading.recall.sound_files import SoundFiles
from tests.conftest import ROOT

BANKS = ("questions", "tests/marked_up", "tests/other_article/bank", "tests/hostile_bank")
HEAD = "id: talks\ntitle: Talks\nsetting: Boris Petrov of the above said it\nstrict: accents\n"
FIRST = """topic: First
questions:
  - id: one
    type: single_choice
    prompt: Who met there in 2009?
    answer: All finance ministers
    distractors: [Presidents, "None of the above"]
    level: remember
  - id: two
    type: short_answer
    setting: Anna Ivanova in Rome
    prompt: >
      How many members
      of staff are always there?
    answer: thirty
    accept: ["30", '"30"']
    level: remember
    allow: {missing-explanation: it is short, too-long: so}
"""
SECOND = """topic: Second
setting: Carla Rossi, see the above
questions:
  - id: three
    type: cloze
    prompt: All of them met in {{c1::Almaty}}, not in "{{c2::Rome}}", in recent years.
    level: remember
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    made = tmp_path / "talks"
    made.mkdir()
    for name, text in {"bank": HEAD, "first": FIRST, "second": SECOND}.items():
        (made / f"{name}.yaml").write_text(text, "utf-8")
    return made


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were parsed."""
    texts: list[str] = []
    parse = read_tree.parse
    for module in (read_tree, sound_files):
        monkeypatch.setattr(module, "parse", lambda text: texts.append(text) or parse(text))
    return texts


def alike(bank: Path, cache: Path) -> Report:
    """Return what is found with a memory, which is what is found without: also lines, widths and key paths."""
    found = check_paths([bank])
    assert repr(check_paths([bank], cache=cache)) == repr(found)
    return found


def outcome_forgotten(cache: Path) -> Path:
    """Remove what is remembered of the bank as a whole; return the file of what is remembered of its files."""
    for path in cache.glob("*-outcome.bank"):
        path.unlink()
    (path,) = cache.glob("*-files.bank")
    return path


def test_what_is_the_same_is_not_parsed_again(bank: Path, cache: Path, parsed: list[str]) -> None:
    before = check_paths([bank], cache=cache)
    assert parsed == [HEAD, FIRST, SECOND]
    parsed.clear()
    outcome_forgotten(cache)
    assert repr(check_paths([bank], cache=cache)) == repr(before)
    # whether a file or the bank has what questions inherit is looked up where something is found in it
    assert parsed == [HEAD, FIRST, SECOND]
    bare = "id: talks\ntitle: Talks\n"
    (bank / "bank.yaml").write_text(bare, "utf-8")
    alike(bank, cache)
    parsed.clear()
    outcome_forgotten(cache)
    check_paths([bank], cache=cache)
    assert parsed == [bare]
    for text in (FIRST.replace("2009", "2010"), FIRST):
        (bank / "first.yaml").write_text(text, "utf-8")
        parsed.clear()
        check_paths([bank], cache=cache)
        assert parsed == [bare, text]


def test_a_file_with_a_problem_is_read_again(bank: Path, cache: Path, parsed: list[str]) -> None:
    faulty = SECOND.replace("remember", "no level")
    (bank / "second.yaml").write_text(faulty, "utf-8")
    alike(bank, cache)
    outcome_forgotten(cache)
    parsed.clear()
    assert any("no level" in problem.message for problem in check_paths([bank], cache=cache).problems)
    assert parsed.count(faulty) == 1


def lines_of(bank: Path, edit: Callable[[list[str], Random], object], random: Random) -> None:
    path = random.choice([*topic_files(bank), bank / "bank.yaml"])
    lines = path.read_text("utf-8").split("\n")
    edit(lines, random)
    path.write_text("\n".join(lines), "utf-8")


def _some(lines: list[str], random: Random) -> int:
    return random.randrange(len(lines))


def _reword(lines: list[str], random: Random) -> None:
    words = sorted(set(re.findall(r"\w{3,}", "\n".join(lines))))
    at = _some(lines, random)
    lines[at] = re.sub(r"\w{3,}(?=\W*$)", lambda _: random.choice(words), lines[at])


def _swap(lines: list[str], random: Random) -> None:
    one, other = _some(lines, random), _some(lines, random)
    lines[one], lines[other] = lines[other], lines[one]


EDITS: dict[str, Callable[[list[str], Random], object]] = {
    "reword": _reword,
    "swap": _swap,
    "remove": lambda lines, random: lines.pop(_some(lines, random)),
    "repeat": lambda lines, random: lines.insert(_some(lines, random), random.choice(lines)),
    "blank": lambda lines, random: lines.insert(_some(lines, random), ""),
    "comment": lambda lines, random: lines.insert(_some(lines, random), "# all of the above"),
    "markup": lambda lines, random: lines.insert(1, random.choice(["markup: markdown", "markup: plain"])),
    "setting": lambda lines, random: lines.insert(1, random.choice(["setting: always", "setting: ''"])),
}


@pytest.mark.parametrize("name", BANKS)
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.full) for seed in range(1, 20))])
def test_what_is_found_after_random_edits_is_found_in_parsed_files(
    name: str, seed: int, tmp_path: Path, cache: Path
) -> None:
    random = Random(seed)
    bank = tmp_path / "bank"
    if name == "questions":
        bank.mkdir()
        for path in random.sample(topic_files(ROOT / name), 2):
            kept = path.read_text("utf-8").split("\n  - id: ")[:8]
            (bank / path.name).write_text("\n  - id: ".join(kept) + "\n", "utf-8")
        (bank / "bank.yaml").write_text(HEAD, "utf-8")
    else:
        copytree(ROOT / name, bank)
    alike(bank, cache)
    for _ in range(6):
        before = {path: path.read_bytes() for path in bank.iterdir() if path.is_file()}
        lines_of(bank, EDITS[random.choice([*EDITS])], random)
        alike(bank, cache)
        if random.random() < 0.5:
            for path, content in before.items():
                path.write_bytes(content)
            alike(bank, cache)
    for file in topic_files(bank):
        file.rename(file.with_name(f"{file.stem}-2.yaml"))
    alike(bank, cache)


@pytest.mark.parametrize("name", BANKS)
def test_a_bank_is_the_same_from_its_values(name: str, cache: Path) -> None:
    def loaded() -> LoadedBank:
        sound = SoundFiles(cache, ROOT / name)
        read = read_bank(ROOT / name, sound)
        sound.keep()
        return read

    first, again, expected = loaded(), loaded(), read_bank(ROOT / name)
    for one in (first, again):
        assert repr(one.bank) == repr(expected.bank)
        assert one.problems == expected.problems
        assert one.bank.pictures.keys() == expected.bank.pictures.keys()
        assert {key: each.origin.node for key, each in one.located.items()} == {
            key: each.origin.node for key, each in expected.located.items()
        }


def test_damage_is_ignored_and_mended(bank: Path, cache: Path) -> None:
    expected = repr(alike(bank, cache))
    path = outcome_forgotten(cache)
    whole = path.read_bytes()
    head, _, body = whole.partition(b"\n")
    key, values, places = body.split(b"\n")[0].split(b"\t")
    head, (first, *others) = head[:-40], json.loads(values)["questions"]
    kept = json.loads(values)
    forged = [[], 7, None, {}, kept | {"questions": 7}, kept | {"questions": [7]}, kept | {"questions": []}]
    forged += [kept | {"questions": [first | {"type": each}, *others]} for each in ("x", [], {}, None)]
    forged += [kept | {"questions": [first | {"level": "x"}]}, kept | {"topic": []}]
    bodies = [b"\t".join((key, json.dumps(each).encode(), places)) for each in forged]
    bodies += [
        b"\t".join((key, values, each)) for each in (b"", b"7", b"[7]", b"[" * 100_000, b'[["a",[],"",0,0,"x"]]')
    ]
    bodies += [b"", b"\t", key, key + b"\t\t", b"\xff", b"\t".join((key, b"{}"))]
    fitting = [head + blake2b(each, digest_size=20).hexdigest().encode() + b"\n" + each for each in bodies]
    for data in (b"", b"\n", whole[:-1], whole[: len(whole) // 2], whole + b"x", *fitting):
        path.write_bytes(data)
        outcome_forgotten(cache)
        assert repr(check_paths([bank], cache=cache)) == expected
        assert path.read_bytes() == whole


def test_no_more_is_kept_than_the_bank_has(bank: Path, cache: Path) -> None:
    sizes = set()
    for number in range(5):
        (bank / "second.yaml").write_text(SECOND.replace("Rossi", f"Rossi {number}"), "utf-8")
        check_paths([bank], cache=cache)
        sizes.add(outcome_forgotten(cache).stat().st_size)
    assert len(sizes) == 1


def test_a_picture_that_vanishes_is_noticed(tmp_path: Path, cache: Path) -> None:
    bank = copytree(ROOT / "tests/marked_up", tmp_path / "bank")
    before = alike(bank, cache)
    (bank / "media").rename(bank / "elsewhere")
    assert {"missing-picture"} <= {problem.name for problem in alike(bank, cache).problems}
    (bank / "elsewhere").rename(bank / "media")
    assert alike(bank, cache) == before
