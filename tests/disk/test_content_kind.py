"""An output replaces only a file of its own kind."""

import os
import sqlite3
import stat
import sys
import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from sco_quiz.disk.atomic import Output, try_to_write, write
from sco_quiz.disk.content_kind import kind_of_file
from sco_quiz.disk.os_errors import RefusedError

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
PAGE = b"<!DOCTYPE html>\n<p>1</p>"
CONTENTS = {
    "an HTML page": PAGE,
    "an SVG picture": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "an XML file": b'<?xml version="1.0"?><quiz/>',
    "a PDF document": b"%PDF-1.7",
    "a JSON file": b'{\n  "bank": "b"\n}',
    "the record of an Anki deck": b'{"bank": "b", "deck": "B", "version": 1}\n',
    "a script": b"#!/bin/sh\n",
    "a text file": "\ufeffid;text\n1;Ж\n".encode(),
    "a binary file": b"\x89PNG\r\n\x1a\n\0",
    "a damaged archive": b"PK\3\4 and no more",
}
MEMBERS = {
    "a Word document": "word/document.xml",
    "an Excel workbook": "xl/workbook.xml",
    "an Anki file": "collection.anki2",
    "a package of a learning platform": "imsmanifest.xml",
    "an archive": "notes.txt",
}


def specimen(path: Path, words: str) -> Path:
    if words in MEMBERS:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr(MEMBERS[words], "")
    else:
        path.write_bytes(CONTENTS[words])
    return path


@pytest.mark.parametrize("words", [*CONTENTS, *MEMBERS])
def test_a_file_is_replaced_by_its_own_kind_alone(tmp_path: Path, words: str) -> None:
    path = specimen(tmp_path / "file.bin", words)
    kind, before = kind_of_file(path), path.read_bytes()
    assert kind
    assert kind.words == words
    other = b"%PDF-1.4" if words != "a PDF document" else PAGE
    with pytest.raises(RefusedError, match=f"^it is {words}, not a"):
        write(path, other)
    assert path.read_bytes() == before
    write(path, before)
    assert list(tmp_path.iterdir()) == [path]


def test_other_binary_files_are_told_apart_by_their_first_bytes(tmp_path: Path) -> None:
    path = specimen(tmp_path / "picture", "a binary file")
    with pytest.raises(RefusedError, match="it is a binary file; name another file"):
        write(path, b"\xff\xd8\xff\xe0")


def test_an_empty_file_is_replaced_and_an_empty_output_replaces_what_it_would_be_like(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    path.touch()
    write(path, b'{"bank": "b"}\n')
    write(path, b"", seen=Output(b'{"'))
    assert path.read_bytes() == b""
    path.write_bytes(b"my notes")
    with pytest.raises(RefusedError, match="it is a text file, not a JSON file"):
        write(path, b"", seen=Output(b'{"'))


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_no_output_replaces_a_database_or_what_belongs_to_it(tmp_path: Path, end: str) -> None:
    path = tmp_path / "progress.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE t (x)")
    target = path.with_name(path.name + end)
    target.touch()
    for attempt in (lambda: write(target, b"text"), lambda: try_to_write(target)):
        with pytest.raises(RefusedError, match="it is a database"):
            attempt()


def test_an_empty_database_with_a_log_is_one(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    path.touch()
    (tmp_path / "progress.sqlite-wal").write_bytes(b"log")
    with pytest.raises(RefusedError, match="it is a database"):
        write(path, PAGE)


def test_no_output_replaces_questions_even_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "topic.yaml").write_bytes(b"topic: T\n")
    (tmp_path / "grades.csv").symlink_to("topic.yaml")
    with pytest.raises(RefusedError, match="it is a YAML file, perhaps of questions"):
        write(tmp_path / "grades.csv", b"name,points\n")


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_its_owner_has_protected_stays(tmp_path: Path) -> None:
    path = specimen(tmp_path / "a.html", "an HTML page")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write(path, PAGE + b"new")


@posix
def test_links_of_a_bank_that_lead_out_are_refused(tmp_path: Path) -> None:
    bank, victim = tmp_path / "bank", tmp_path / "victim.yaml"
    bank.mkdir()
    victim.write_bytes(b"theirs")
    (bank / "out.yaml").symlink_to(victim)
    (bank / "dangling.yaml").symlink_to(tmp_path / "missing.yaml")
    (bank / "folder").symlink_to(tmp_path)
    for name in ("out.yaml", "dangling.yaml", "folder/victim.yaml", "folder/new.yaml"):
        with pytest.raises(RefusedError, match=r"link to a file outside of .*bank"):
            write(bank / name, b"ours", seen=b"theirs", inside=bank)
    assert victim.read_bytes() == b"theirs"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bank", "victim.yaml"]


@posix
def test_a_link_to_itself_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    with pytest.raises(OSError, match="symbolic links"):
        write(tmp_path / "a.txt", b"text")


@posix
def test_a_pipe_is_written_if_a_program_reads_it_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(RefusedError, match="no program reads"):
        write(pipe, b"text")
    with pytest.raises(RefusedError, match="not a regular file"):
        write(pipe, b"text", seen=b"", inside=tmp_path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    while True:
        try:
            write(pipe, b"text" * 50_000)  # more than a pipe holds
            break
        except RefusedError:  # the reader has not opened it yet
            continue
    reader.join()
    assert read == [b"text" * 50_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_descriptor_continues_where_the_shell_has_opened_it(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"before\n")
    with path.open("ab") as log:
        write(Path(f"/dev/fd/{log.fileno()}"), b"output\n")
        log.write(b"after\n")
    assert path.read_bytes() == b"before\noutput\nafter\n"


def test_trying_changes_nothing(tmp_path: Path) -> None:
    try_to_write(tmp_path / "new" / "folder" / "page.html", PAGE)
    try_to_write(specimen(tmp_path / "page.html", "an HTML page"), PAGE)
    with pytest.raises(RefusedError, match="it is an HTML page, not a JSON file"):
        try_to_write(tmp_path / "page.html", b"{}")
    with pytest.raises(OSError, match="too long"):
        try_to_write(tmp_path / ("x" * 300))
    with pytest.raises(NotADirectoryError):
        try_to_write(tmp_path / "page.html" / "below.html")
    assert list(tmp_path.iterdir()) == [tmp_path / "page.html"]
