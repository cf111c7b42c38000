"""One law of line ends: LF, CRLF, CR and any mixture have the same lines, so the same problems at the same places."""

import re
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from sco_quiz.app.check import check_paths
from sco_quiz.core.report import Report
from sco_quiz.loading.encoding import decode_bytes
from sco_quiz.loading.line_ends import with_ends_of, with_line_feeds
from tests.command import ok, sco_quiz
from tests.conftest import ROOT, first

BAD = sorted(path for path in (ROOT / "tests" / "bad").iterdir() if path.is_dir() and list(path.rglob("*.y*ml")))


def mixed(text: str) -> str:
    ends = cycle(("\r\n", "\n", "\r", "\n", "\n"))
    lines = text.split("\n")
    # an empty line that ends with LF would be no line behind a CR
    return "".join(line + ("\r\n" if line == "" else next(ends)) for line in lines[:-1]) + lines[-1]


ENDS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "mixed": mixed,
}


def saved_with(folder: Path, ends: str) -> None:
    """Give all text files of a folder other line ends."""
    for path in folder.rglob("*.y*ml"):
        if path.is_file() and b"\r" not in path.read_bytes():
            try:
                text = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
            if "\0" not in text:  # no UTF-16
                path.write_bytes(ENDS[ends](text).encode())


def facts(report: Report) -> list[tuple[object, ...]]:
    return [(each.name, each.message, each.place, each.hint, each.question) for each in report.problems]


@pytest.mark.parametrize("ends", first(ENDS, 2))
@pytest.mark.parametrize("number", range(4))
def test_every_bad_file_has_its_problems_at_the_same_places(
    number: int, ends: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    differing = []
    for case in BAD[number::4]:
        copytree(case, tmp_path / "case", symlinks=True)
        wanted = facts(check_paths([Path("case")]))
        saved_with(tmp_path / "case", ends)
        found = facts(check_paths([Path("case")]))
        if found != wanted:
            differing.append((case.name, set(found) ^ set(wanted)))
        (tmp_path / "case").rename(tmp_path / case.name)
    assert differing == []


@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_a_wrong_byte_is_found_in_its_line(ends: str, start: bytes) -> None:
    before = "topic: Ä\n\nquestions:\n  - id: é"
    _, (problem,) = decode_bytes("a.yaml", start + ENDS[ends](before).encode() + b"\xe9\r\n")
    assert (problem.name, problem.place.line, problem.place.column) == ("not-utf8", 4, len("  - id: é") + 1)
    assert "0xE9" in problem.message


BANK = {
    "bank.yaml": "id: ends\ntitle: Ends\n",
    "towns.yaml": """\
topic: Towns
# the first
questions:
  - id: capital
    type: short_answer
    prompt: Which town is the capital?
    explanation: |
      It is the seat

      of the government.
    answer: Astana   # since 1997
    level: remember
  - id: mountain
    type: short_answer
    prompt: >-
      Which town lies
      below the mountains?
    explanation: "It was the capital
      before."
    answer: Almaty
    level: remember
""",
}


@pytest.fixture(params=[*ENDS, "LF"])
def ends(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(ends: str, tmp_path: Path) -> Path:
    for name, text in BANK.items():
        (tmp_path / name).write_bytes(ENDS[ends](text).encode() if ends in ENDS else text.encode())
    return tmp_path


def lines_of(data: bytes) -> list[bytes]:
    return re.findall(rb"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$", data)


def test_values_are_equal(folder: Path, ends: str) -> None:
    assert ok("list", "--json", "--bank", str(folder)) == ok("list", "--json", "--bank", str(_plain(folder)))


def _plain(folder: Path) -> Path:
    other = folder / "plain"
    other.mkdir()
    for name, text in BANK.items():
        (other / name).write_text(text, "utf-8", newline="\n")
    return other


def test_commands_keep_the_ends_of_lines(folder: Path, ends: str) -> None:
    path = folder / "towns.yaml"
    before = path.read_bytes()
    ok("rename", "capital", "seat", "--bank", str(folder))
    after = path.read_bytes()
    assert [line for line in lines_of(before) if line not in lines_of(after)] == [lines_of(before)[3]]
    assert with_line_feeds(after.decode()) == BANK["towns.yaml"].replace(
        "id: capital\n", "id: seat\n    formerly: [capital]\n"
    )
    answers = "\n".join(["Which river?", "Syr Darya", "", "", "It is.", "1", "", "", "river", "y", ""])
    ok("new", "towns", "--kind", "short_answer", "--bank", str(folder), given=answers)
    new = path.read_bytes()
    assert new.startswith(after)
    if ends != "mixed":
        assert len({re.sub(rb"[^\r\n]", b"", line) for line in lines_of(new)}) == 1
    assert len(ok("list", "--json", "--bank", str(folder)).split('"prompt"')) == 4


def test_fmt_changes_no_end_of_a_line(folder: Path, ends: str) -> None:
    path = folder / "towns.yaml"
    before = path.read_bytes()
    values = ok("list", "--json", "--bank", str(folder))
    done = sco_quiz("fmt", str(folder))
    assert done.returncode == 0
    assert ok("list", "--json", "--bank", str(folder)) == values
    assert (sco_quiz("fmt", "--check", str(folder)).returncode, path.read_bytes()[:20]) == (0, before[:20])


def random_text(random: Random) -> str:
    return "".join(
        random.choice(["a", "b", "", "c d", "\n", "\n", "\r\n", "\r", "\r\r\n"]) for _ in range(random.randint(0, 30))
    )


def changed(text: str, random: Random) -> str:
    lines = text.split("\n")
    for _ in range(random.randint(0, 3)):
        at = random.randrange(len(lines) + 1)
        lines[at : at + random.randint(0, 2)] = random.choices(["x", "a", "y z"], k=random.randint(0, 2))
    return "\n".join(lines) if lines else ""


def test_a_change_keeps_the_ends_of_all_other_lines() -> None:
    random = Random(17)
    for _ in range(2000):
        before = random_text(random)
        after = changed(with_line_feeds(before), random)
        saved = with_ends_of(before, after)
        assert with_line_feeds(saved) == after
        assert with_ends_of(before, with_line_feeds(before)) == before
