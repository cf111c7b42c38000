"""Reviews are read from Anki's exports; other files and damaged ones are refused."""

import io
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from time import time
from typing import Any

import pytest

from sco_quiz.anki.collection_reader import read_collection
from sco_quiz.anki.package import write_deck
from sco_quiz.anki.review_import import ReviewImport, read_reviews
from sco_quiz.core.errors import ReviewsError
from sco_quiz.core.review import Progress, Rating, State
from tests.anki.profile import NOW, Profile
from tests.anki.sample import eight_kinds, noon, sample
from tests.conftest import absent


@pytest.fixture(scope="module")
def progress() -> Progress:
    return sample(noon(-30))


@pytest.fixture(scope="module")
def deck(progress: Progress, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck with progress, written by this program."""
    return write_deck(eight_kinds(), tmp_path_factory.mktemp("deck") / "with.apkg", NOW, progress).path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """The deck for everyone."""
    return write_deck(eight_kinds(), tmp_path / "life.apkg", NOW).path


def facts(found: ReviewImport) -> list[tuple[str, int, int, int]]:
    return [(review.question, review.at, review.rating, review.duration) for review in found.reviews]


def studied(profile: Profile, deck: Path) -> list[tuple[str, int, int, int]]:
    """Answer cards through Anki's scheduler, and change cards without a review; return Anki's log of the answers."""
    profile.load(deck)
    profile.answer(1, 2, 3, 4, 3, 3, 1, 3)
    col = profile.col
    answers = col.db.all(
        "select n.flds, r.id, r.ease, r.time from revlog r, cards c, notes n where c.id = r.cid and n.id = c.nid"
    )
    other = col.new_note(col.models.by_name("Basic"))
    other["Front"] = "Not ours"
    col.add_note(other, 1)
    theirs, ours = other.cards()[0].id, profile.note("seat").cards()[0].id
    col.sched.set_due_date([ours], "5")
    row = "insert into revlog values (?, ?, -1, ?, 5, 5, ?, 1000, ?)"
    last = max(at for _, at, *_ in answers)
    col.db.execute(row, last + 5000, theirs, 3, 2500, 1)
    col.db.execute(row, last + 6000, ours, 3, 0, 3)  # cramming
    return [(fields.split("\x1f")[0].split("/")[1], *rest) for fields, *rest in answers]


@pytest.mark.parametrize("name", ["out.apkg", "out.colpkg"])
@pytest.mark.parametrize("old_format", [False, True])
def test_all_reviews_come_back(profile: Profile, plain: Path, tmp_path: Path, name: str, old_format: bool) -> None:
    answers = studied(profile, plain)
    assert [rating for _, _, rating, _ in answers] == [1, 2, 3, 4, 3, 3, 1, 3]
    assert all(duration == pytest.approx(2500, abs=400) for *_, duration in answers)
    file = profile.export(tmp_path / name, old_format)
    assert ("collection.anki21b" in zipfile.ZipFile(file).namelist()) is not old_format
    found = read_reviews(file, eight_kinds())
    assert facts(found) == answers
    assert {review.state for review in found.reviews} <= {State.LEARNING, State.REVIEW}
    assert (found.notes, found.unknown, found.unrated, found.others) == (8, 0, 2, 1)
    assert len(found.questions) >= 7


def test_withdrawn_questions_are_known_and_dropped_ones_are_counted(deck: Path, progress: Progress) -> None:
    bank = eight_kinds()
    (topic,) = bank.topics
    seat, *rest = topic.questions
    withdrawn = seat.model_copy(update={"status": "retired", "reason": "asked twice"})
    assert seat.id == "seat"
    found = read_reviews(deck, replace(bank, topics=(replace(topic, questions=(withdrawn, *rest)),)))
    assert found.reviews == read_reviews(deck, bank).reviews
    fewer = read_reviews(deck, replace(bank, topics=(replace(topic, questions=tuple(rest)),)))
    assert (fewer.notes, fewer.unknown, fewer.others, len(fewer.reviews)) == (8, 1, 4, len(found.reviews) - 4)
    assert read_reviews(deck, replace(bank, id="another")) == ReviewImport((), 0, 0, 0, len(progress.reviews) + 5)


def there_and_back(found: ReviewImport, progress: Progress) -> None:
    assert len(found.reviews) == len(progress.reviews)
    for review, given in zip(found.reviews, progress.reviews, strict=True):
        assert review.difficulty == pytest.approx(given.difficulty, abs=0.01)
        assert replace(review, difficulty=given.difficulty) == given
    assert (found.notes, found.unknown, found.unrated, found.others) == (8, 0, 0, 0)


def test_our_own_deck_gives_back_what_was_put_in(deck: Path, progress: Progress) -> None:
    there_and_back(read_reviews(deck, eight_kinds()), progress)


@pytest.mark.parametrize("name", ["out.apkg", "out.colpkg"])
def test_progress_goes_through_anki_and_back(
    profile: Profile, deck: Path, progress: Progress, tmp_path: Path, name: str
) -> None:
    profile.load(deck, with_progress=True)
    there_and_back(read_reviews(profile.export(tmp_path / name, old_format=False), eight_kinds()), progress)


def test_answers_to_two_gaps_are_two_reviews(profile: Profile, plain: Path, tmp_path: Path) -> None:
    profile.load(plain)
    profile.col.sched.suspend_cards(profile.col.find_cards('-"Id:life/sequence"'))
    first, second = profile.note("sequence").cards()
    for seconds, card in ((2.5, first), (1.5, second)):
        card.timer_started = time() - seconds
        profile.col.sched.answerCard(card, 3)
        profile.col.sched.unbury_cards([second.id])
    found = read_reviews(profile.export(tmp_path / "out.apkg", old_format=False), eight_kinds())
    assert [(review.question, review.rating, review.duration) for review in found.reviews] == [
        ("sequence", Rating.GOOD, pytest.approx(2500, abs=400)),
        ("sequence", Rating.GOOD, pytest.approx(1500, abs=400)),
    ]


def repacked(deck: Path, target: Path, **entries: bytes) -> Path:
    """Write the deck's collection in Anki's newest format, or with other entries."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("_", "."), content)
    return target


def database(deck: Path) -> bytes:
    return zipfile.ZipFile(deck).read("collection.anki2")


def in_wal_mode(content: bytes) -> bytes:
    return content[:18] + b"\2\2" + content[20:]


def compressed(content: bytes) -> bytes:
    """Return one frame of zstd without its size, as Anki writes it."""
    zstd = zstd_module()
    compressor = zstd.ZstdCompressor()
    return b"".join([compressor.compress(content[:1000]), compressor.compress(content[1000:]), compressor.flush()])


def zstd_module() -> Any:
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError:
        absent("backports.zstd")
    return zstd


def changed(content: bytes, script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        connection.executescript(script)
        return connection.serialize()


NEW, OLD, META = "collection_anki21b", "collection_anki2", {"meta": b"\x08\x03"}


def test_a_new_package_is_read_without_anki(deck: Path, progress: Progress, tmp_path: Path) -> None:
    content = compressed(in_wal_mode(database(deck)))
    file = repacked(deck, tmp_path / "new.apkg", **META, **{NEW: content, OLD: b"please update"})
    there_and_back(read_reviews(file, eight_kinds()), progress)


def test_without_zstd_there_is_a_way_out(deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = repacked(deck, tmp_path / "new.apkg", **META, **{NEW: compressed(database(deck))})
    for name in ("backports", "compression"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ReviewsError) as caught:
        read_reviews(file, eight_kinds())
    assert str(caught.value) == (
        "the file is compressed with zstd: install backports.zstd, or export it with “Support older Anki versions”"
    )


DAMAGED: dict[str, tuple[Callable[[bytes], dict[str, bytes]], str]] = {
    "truncated": (lambda db: {**META, NEW: compressed(db)[:-900]}, "is damaged: export it from Anki again"),
    "no-zstd": (lambda db: {**META, NEW: db}, "is damaged: export it from Anki again"),
    "dummy-only": (lambda db: {**META, OLD: db}, "has an unknown format: export it with “Support older"),
    "newer": (lambda db: {"meta": b"\x08\x04", OLD: db}, "has an unknown format: export it with “Support older"),
    "no-collection": (lambda db: {"media": b"{}"}, "has no Anki collection: choose an .apkg or .colpkg"),
    "empty": (lambda db: {OLD: b""}, "is damaged: export it from Anki again (its collection is not a database)"),
    "no-database": (lambda db: {OLD: b"x" * 9000}, "is damaged: export it from Anki again (its collection is no"),
    "short-database": (lambda db: {OLD: db[:5000]}, "is damaged: run Check Database in Anki and export it again"),
    "no-tables": (lambda db: {OLD: changed(db, "drop table revlog")}, "has no notes, cards and reviews"),
    "no-columns": (
        lambda db: {OLD: changed(db, "drop table revlog; create table revlog (id)")},
        "is damaged: run Check Database in Anki and export it again (no such column",
    ),
    "endless-view": (
        lambda db: {
            OLD: changed(
                db,
                "drop table notes; create view notes as "
                "with recursive n(id) as (select 1 union all select id + 1 from n) select id, 1 guid, '' flds from n",
            )
        },
        "has no notes, cards and reviews: choose an .apkg or .colpkg",
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_read_says_why(deck: Path, tmp_path: Path, name: str) -> None:
    entries, message = DAMAGED[name]
    file = repacked(deck, tmp_path / f"{name}.apkg", **entries(database(deck)))
    with pytest.raises(ReviewsError) as caught:
        read_reviews(file, eight_kinds())
    assert str(caught.value).startswith(f"{file} {message}")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read: no such file or directory"),
        (b"", "is not a file that Anki exported: choose an .apkg or .colpkg"),
        ("Ташкент\n".encode() * 900, "is not a file that Anki exported: choose an .apkg or .colpkg"),
    ],
)
def test_a_file_that_is_not_a_package_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    file = tmp_path / "reviews.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ReviewsError) as caught:
        read_reviews(file, eight_kinds())
    assert str(caught.value) == f"{file} {message}"


def test_an_encrypted_package_says_so(deck: Path, tmp_path: Path) -> None:
    content = bytearray(deck.read_bytes())
    for signature, flags in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        content[content.index(signature) + flags] |= 1
    (tmp_path / "locked.apkg").write_bytes(content)
    with pytest.raises(ReviewsError, match="is encrypted: export it from Anki again"):
        read_reviews(tmp_path / "locked.apkg", eight_kinds())


def test_a_bomb_is_refused(deck: Path, tmp_path: Path) -> None:
    bomb = database(deck) + bytes(30 << 20)
    file = repacked(deck, tmp_path / "bomb.apkg", **META, **{NEW: compressed(bomb)})
    assert file.stat().st_size < 1 << 20
    with pytest.raises(ReviewsError, match="is too large: its collection has more than 8,388,608 bytes"):
        read_collection(file, lambda guid, first: True, most=8 << 20)


def test_rows_of_odd_types_do_no_harm(deck: Path, progress: Progress, tmp_path: Path) -> None:
    script = """
        update revlog set ease = 'three', time = x'ff00' where id = (select min(id) from revlog);
        update revlog set time = 'long', ivl = 2.7, factor = 'x' where id = (select max(id) from revlog);
        update notes set guid = x'ff', flds = cast(x'ff1f41' as text), sfld = '' where id = (select max(id) from notes);
        insert into revlog values (-5, (select min(id) from cards), 0, 3, 1, 1, 0, 0, 1);
    """
    found = read_reviews(repacked(deck, tmp_path / "odd.apkg", **{OLD: changed(database(deck), script)}), eight_kinds())
    assert (len(found.reviews), found.notes, found.unrated) == (len(progress.reviews) - 1, 7, 2)
    assert (found.reviews[-1].duration, found.reviews[-1].interval) == (0, 2 * 86_400)


@pytest.mark.parametrize("kind", ["plain", "compressed"])
def test_damage_anywhere_gives_no_traceback(deck: Path, tmp_path: Path, kind: str) -> None:
    chance = Random(f"damage {kind}")
    whole = deck.read_bytes()
    if kind == "compressed":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("meta", b"\x08\x03")
            archive.writestr("collection.anki21b", compressed(in_wal_mode(database(deck))))
        whole = buffer.getvalue()
    file, bank = tmp_path / "damaged.apkg", eight_kinds()
    refused: list[str] = []
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(chance.choice([1, 3, 50])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.3:
            del content[chance.randrange(len(content)) :]
        file.write_bytes(content)
        try:
            read_reviews(file, bank)
        except ReviewsError as error:
            refused.append(str(error))
    assert len(refused) > 50
    assert all(message.startswith(f"{file} ") for message in refused)
