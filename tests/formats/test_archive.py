"""Archives of unknown origin: what is read, and what is refused before a byte is decompressed."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange import archive
from sco_quiz.formats.exchange.archive import Archive, is_zip, read_archive


def zipped(files: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return stream.getvalue()


def refused(data: bytes) -> Problem:
    problem = read_archive(data, "quiz.zip")
    assert isinstance(problem, Problem)
    assert problem.place.file == "quiz.zip"
    return problem


def test_members_are_read_one_by_one() -> None:
    data = zipped({"a/one.xml": b"<one/>", "media\\two.png": b"two", "folder/": b""})
    assert is_zip(data)
    read = read_archive(data, "quiz.zip")
    assert isinstance(read, Archive)
    assert list(read.members) == ["a/one.xml", "media/two.png"]
    assert read.read("media/two.png") == b"two"


@pytest.mark.parametrize("path", ["../a.xml", "a/../../b.xml", "/etc/a", "C:\\a.xml", "..\\a.xml"])
def test_a_path_out_of_the_archive_is_refused(path: str) -> None:
    problem = refused(zipped({"good.xml": b"", path: b"x"}))
    assert (problem.name, problem.message) == ("unsafe-file", f"`{path}` leads out of the archive")


def test_a_bomb_is_refused() -> None:
    problem = refused(zipped({"bomb.xml": b"0" * 2_000_000}))
    assert (problem.name, "zip bomb" in problem.message) == ("unsafe-file", True)
    assert isinstance(read_archive(zipped({"small.xml": b"0" * 900_000}), "quiz.zip"), Archive)


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        ("MAX_MEMBERS", "this archive has 3 files; the maximum is 2"),
        ("MAX_TOTAL", "this archive has 0 MB when decompressed; the maximum is 0 MB"),
        ("MAX_MEMBER", "`b` has 0 MB when decompressed; the maximum is 0 MB"),
    ],
)
def test_a_huge_archive_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str, says: str) -> None:
    monkeypatch.setattr(archive, limit, 2)
    problem = refused(zipped({"a": b"a", "b": b"b" * 3, "c": b""}))
    assert (problem.name, problem.message) == ("unsafe-file", says)


def test_an_encrypted_archive_is_refused() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # the flags of the entry in the directory
    assert refused(bytes(data)).message == "`a.xml` is encrypted"


@pytest.mark.parametrize("end", [0, 4, 40, -1])
def test_half_an_archive_is_refused(end: int) -> None:
    assert refused(zipped({"a.xml": b"<a/>"})[:end]).name == "damaged-file"


def test_a_damaged_member_is_a_problem_of_its_own() -> None:
    data = zipped({"a.xml": b"<a/>", "b.xml": bytes(range(200))})
    read = read_archive(data.replace(bytes(range(50, 60)), b"x" * 10), "quiz.zip")
    assert isinstance(read, Archive)
    assert read.read("a.xml") == b"<a/>"
    problem = read.read("b.xml")
    assert isinstance(problem, Problem)
    assert (problem.name, problem.message) == ("damaged-file", "`b.xml` in this archive is damaged")


def test_a_size_in_the_header_that_is_a_lie_is_never_exceeded() -> None:
    data = zipped({"a.xml": b"0" * 900_000})
    read = read_archive(data.replace((900_000).to_bytes(4, "little"), (10).to_bytes(4, "little")), "quiz.zip")
    assert isinstance(read, Archive)
    assert isinstance(read.read("a.xml"), Problem)
