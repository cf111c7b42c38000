"""The pictures of a deck: their names, the package, and what the real Anki makes of them."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.anki.media import media_name
from sco_quiz.anki.package import DeckReport, path_with_progress, write_deck
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.picture import MediaType, Picture
from sco_quiz.core.review import Progress
from tests.anki.profile import NOW, Profile

DAY = 86_400
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"><rect width="{0}" height="{0}"/></svg>'


def square(size: int) -> bytes:
    return SVG.format(size).encode()


def picture(file: str, content: bytes, media_type: MediaType = "image/svg+xml") -> Picture:
    return Picture(file, media_type, len(content), lambda: content)


def bank_with(pictures: Mapping[str, bytes], *prompts: str, **fields: Any) -> Bank:
    """Return a bank of typed questions, with its pictures by file."""
    shared = {"type": "short_answer", "answer": "There", "level": "remember", **fields}
    questions = tuple(
        KINDS["short_answer"].model_validate(
            {"id": f"q{number}", "prompt": prompt, **shared}, context={"markup": "markdown"}
        )
        for number, prompt in enumerate(prompts, start=1)
    )
    found = {file: picture(file, content) for file, content in pictures.items()}
    return Bank("geo", "Geo", (Topic("t", "T", questions),), pictures=found)


def two_maps(second: int = 20) -> Bank:
    """Return a bank of two questions, of which each shows a picture, and a third without one."""
    pictures = {"media/map.svg": square(10), "media/lake.svg": square(second)}
    prompts = ("Where?\n\n![A map](media/map.svg)", "![A lake](media/lake.svg) Which lake?", "Who?")
    return bank_with(pictures, *prompts)


def shown(profile: Profile, question: str) -> list[str]:
    """Return the names of the pictures in the prompt of a question."""
    note = profile.note(question)
    return list(profile.col.media.files_in_str(note.mid, note["Prompt"]))


def stored(profile: Profile) -> dict[str, bytes]:
    """Return the media files of the collection."""
    return {path.name: path.read_bytes() for path in Path(profile.col.media.dir()).iterdir()}


def checked(profile: Profile) -> tuple[list[str], list[str]]:
    """Return the files that Check Media finds missing, and the unused ones."""
    found = profile.col.media.check()
    return list(found.missing), list(found.unused)


NAMES = {
    "media/map.svg": "geo-map-{}.svg",
    "media/Übersicht Alt-Stadt (2).SVG": "geo-ubersicht-alt-stadt-2-{}.svg",
    'media/"><script>x.svg': "geo-script-x-{}.svg",
    "media/карта.svg": "geo-{}.svg",
    "media/_latex-1.svg": "geo-latex-1-{}.svg",
    f"media/{'long ' * 60}.svg": "geo-" + "long-" * 8 + "{}.svg",
}


@pytest.mark.parametrize("file", NAMES)
def test_a_name_is_safe_on_every_system_and_has_the_hash_of_the_content(file: str) -> None:
    first, second = (media_name("geo", picture(file, content), content) for content in (square(1), square(2)))
    assert first == NAMES[file].format("23470820")
    assert first[:-12] == second[:-12]
    assert first != second


def test_the_suffix_is_that_of_the_type() -> None:
    assert media_name("geo", picture("media/a.JPEG", b"x", "image/jpeg"), b"x").endswith(".jpg")


def test_the_real_anki_gets_the_pictures_and_misses_none(profile: Profile, tmp_path: Path) -> None:
    report = write_deck(two_maps(), tmp_path / "deck.apkg", NOW)
    assert (report.pictures, report.picture_bytes) == (2, len(square(10)) + len(square(20)))
    assert profile.load(tmp_path / "deck.apkg") == {"new": 3}
    (one,), (other,), none = (shown(profile, name) for name in ("q1", "q2", "q3"))
    assert stored(profile) == {one: square(10), other: square(20)}
    assert none == []
    assert checked(profile) == ([], [])
    assert profile.load(tmp_path / "deck.apkg") == {"duplicate": 3}
    assert len(stored(profile)) == 2
    assert profile.is_sound()


def test_a_changed_picture_reaches_the_card(profile: Profile, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(two_maps(), path, NOW)
    profile.load(path)
    before, (old,) = shown(profile, "q1"), shown(profile, "q2")
    report = write_deck(two_maps(second=30), path, NOW + DAY)
    assert report.rewritten == {"q2": ("prompt",)}
    assert profile.load(path) == {"updated": 1, "duplicate": 2}
    (new,) = shown(profile, "q2")
    assert stored(profile)[new] == square(30)
    assert shown(profile, "q1") == before
    assert checked(profile) == ([], [old])  # Anki deletes no file by itself


def test_a_deck_without_pictures_gets_some(profile: Profile, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    write_deck(bank_with({}, "Where?", "Who?"), path, NOW)
    profile.load(path)
    report = write_deck(bank_with({"media/map.svg": square(10)}, "Where? ![M](media/map.svg)", "Who?"), path, NOW + DAY)
    assert (report.rewritten, report.pictures) == ({"q1": ("prompt",)}, 1)
    assert profile.load(path) == {"updated": 1, "duplicate": 1}
    assert checked(profile) == ([], [])


def test_a_deck_with_progress_has_the_pictures_too(profile: Profile, tmp_path: Path) -> None:
    everyone = tmp_path / "deck.apkg"
    write_deck(two_maps(), everyone, NOW)
    own = path_with_progress(everyone)
    assert write_deck(two_maps(), own, NOW, Progress(), everyone).pictures == 2
    profile.load(own, with_progress=True)
    assert checked(profile) == ([], [])


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_equal_pictures_and_those_that_no_note_shows_are_not_written_twice_or_at_all(tmp_path: Path) -> None:
    pictures = {"media/b.svg": square(1), "media/a.svg": square(1), "media/other.svg": square(2)}
    bank = bank_with(pictures, "![A](media/a.svg)", "![B](media/b.svg)")
    report = write_deck(bank, tmp_path / "deck.apkg", NOW)
    inside = members(tmp_path / "deck.apkg")
    assert report.pictures == 1
    assert json.loads(inside["media"]) == {"0": "geo-a-23470820.svg"}
    assert sorted(inside) == ["0", "collection.anki2", "media"]
    assert inside["0"] == square(1)


def test_the_same_pictures_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.apkg", tmp_path / "second.apkg"
    bank = two_maps()
    write_deck(bank, first, NOW)
    write_deck(replace(bank, pictures=dict(reversed(bank.pictures.items()))), second, NOW)
    assert first.read_bytes() == second.read_bytes()


def gone() -> bytes:
    raise FileNotFoundError(2, "No such file or directory")


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_picture_that_is_gone_is_named_and_the_deck_stays(tmp_path: Path, dry_run: bool) -> None:
    path, bank = tmp_path / "deck.apkg", two_maps()
    write_deck(bank, path, NOW)
    before = path.read_bytes()
    lost = {**bank.pictures, "media/map.svg": replace(bank.pictures["media/map.svg"], read=gone)}
    with pytest.raises(ExportError, match=r"^the picture media/map.svg cannot be read: no such file or directory$"):
        write_deck(replace(bank, pictures=lost), path, NOW + DAY, dry_run=dry_run)
    assert path.read_bytes() == before


def test_a_picture_that_the_bank_lacks_is_its_alternative_text(tmp_path: Path, profile: Profile) -> None:
    """A bank made in Python may have none."""
    report: DeckReport = write_deck(bank_with({}, "Where? ![A map](media/map.svg)"), tmp_path / "deck.apkg", NOW)
    assert report.pictures == 0
    profile.load(tmp_path / "deck.apkg")
    assert "A map" in profile.note("q1")["Prompt"]
    assert checked(profile) == ([], [])
