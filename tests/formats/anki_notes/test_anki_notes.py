"""Decks of other authors, written by Anki itself, as questions."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.anki.package import write_deck
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats import format_named, guess_format
from sco_quiz.formats.anki_notes import collection
from sco_quiz.formats.anki_notes.collection import read_collection
from sco_quiz.formats.anki_notes.wire import fields_of
from sco_quiz.formats.draft import Draft, Reading
from tests.anki.profile import NOW, Profile
from tests.anki.sample import eight_kinds

PNG = b"\x89PNG and so on"
Add = Callable[..., Any]


def read(path: Path) -> Reading:
    form = format_named("anki")
    assert form
    data = path.read_bytes()
    assert guess_format(data, path.name) is form
    return form.read(data, path.name)


@pytest.fixture
def student(tmp_path: Path) -> Iterator[Profile]:
    from anki.collection import Collection

    collection = Collection(str(tmp_path / "collection.anki2"))
    yield Profile(collection)
    collection.close()


@pytest.fixture
def add(student: Profile) -> Add:
    """Add a note: its type, its fields, its deck and tags."""

    def added(kind: str, *fields: str, deck: str = "Biology::Cells", tags: str = "") -> None:
        note = student.col.new_note(student.col.models.by_name(kind))
        note.fields = [*fields, *[""] * (len(note.fields) - len(fields))]
        note.set_tags_from_str(tags)
        student.col.add_note(note, student.col.decks.id(deck))

    return added


def export(student: Profile, path: Path, legacy: bool) -> Path:
    """Export everything with media."""
    from anki.collection import ExportAnkiPackageOptions

    if path.suffix == ".colpkg":
        student.col.export_collection_package(str(path), include_media=True, legacy=legacy)
        student.col.reopen()
    else:
        options = ExportAnkiPackageOptions(with_media=True, legacy=legacy)
        student.col.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


@pytest.fixture(params=["new.apkg", "old.apkg", "new.colpkg", "old.colpkg"])
def exported(request: pytest.FixtureRequest, student: Profile, tmp_path: Path) -> Callable[[], Reading]:
    """Export everything in each format of Anki, and read it."""
    name = str(request.param)
    return lambda: read(export(student, tmp_path / name, name.startswith("old")))


def values(draft: Draft) -> dict[str, Any]:
    return dict(draft.values)


def test_notes_of_every_common_shape(student: Profile, add: Add, exported: Callable[[], Reading]) -> None:
    student.col.media.write_data("leaf of a tree.png", PNG)
    add("Basic", "Where is <b>ATP</b> made?", "In the mitochondrion", tags="energy unit-2")
    add("Basic", 'What is <img src="leaf of a tree.png" alt="shown">?', "a leaf", deck="Default")
    add("Basic (type in the answer)", "2 [$]x^2[/$] = 8, \\(x > 0\\): x?", "2")
    add("Cloze", "The {{c1::nucleus::part of a cell}} holds {{c2::<i>DNA</i>}}.", "More about it")
    reading = exported()
    assert reading.problems == ()
    basic, picture, typed, cloze = reading.drafts
    assert values(basic) == {
        "prompt": "Where is **ATP** made?",
        "type": "short_answer",
        "answer": "In the mitochondrion",
        "tags": ["energy", "unit-2"],
    }
    assert (basic.category, picture.category) == ("Biology/Cells", "")
    assert basic.place == Place(reading.drafts[0].place.file, 1, 1)
    assert picture.values["prompt"] == "What is ![shown](media/leaf-of-a-tree.png)?"
    assert picture.media == {"media/leaf-of-a-tree.png": PNG}
    assert (typed.values["prompt"], typed.values["answer"]) == ("2 $x^2$ = 8, $x > 0$: x?", "2")
    assert cloze.values["type"] == "cloze"
    assert cloze.values["prompt"] == "The {{c1::nucleus::part of a cell}} holds {{c2::*DNA*}}."
    assert cloze.values["explanation"] == "More about it"


@pytest.fixture
def problems(student: Profile, tmp_path: Path) -> Callable[[], list[tuple[str, str]]]:
    return lambda: [(each.name, each.message) for each in read(export(student, tmp_path / "out.apkg", False)).problems]


@pytest.mark.parametrize(
    ("kind", "fields", "name", "said"),
    [
        ("Basic", ("front", ""), "unreadable-question", "Back is empty"),
        ("Basic", ("<br>", "back"), "unreadable-question", "Front is empty"),
        ("Basic", ("front", "one two three " * 5), "long-answer", "15 words"),
        ("Basic", ("front", "<ul><li>a</li><li>b</li></ul>"), "long-answer", "2 words"),
        ("Basic", ("front [sound:a.mp3]", "back"), "lost-markup", "a recording"),
        ("Basic", ('front <img src="gone.png">', "back"), "lost-picture", "gone.png"),
        ("Basic (and reversed card)", ("front", "back"), "lost-field", "1 note: further cards"),
        ("Basic (optional reversed card)", ("front", "back", "y"), "lost-field", "1 note: further cards"),
        ("Cloze", ("{{c1::a {{c2::b}} c}}", ""), "unsupported-kind", "a gap inside another gap"),
        ("Cloze", ("{{c1::a}} and {{c1::b}}", ""), "lost-field", "one by one"),
        ("Cloze", ("{{c1::image-occlusion:rect:left=.1}}", ""), "unsupported-kind", "hidden parts"),
    ],
)
def test_what_does_not_come_in_is_named(
    add: Add, problems: Callable[[], list[tuple[str, str]]], kind: str, fields: tuple[str, ...], name: str, said: str
) -> None:
    add(kind, *fields)
    (found,) = problems()
    assert found[0] == name
    assert said in found[1]


def test_an_optional_reversed_card_that_is_not_made_is_no_loss(
    add: Add, problems: Callable[[], list[tuple[str, str]]]
) -> None:
    add("Basic (optional reversed card)", "front", "back")
    assert problems() == []


def test_a_deck_of_ours_has_reviews_and_no_questions(tmp_path: Path) -> None:
    reading = read(write_deck(eight_kinds(), tmp_path / "life.apkg", NOW).path)
    (problem,) = reading.problems
    assert (problem.name, reading.drafts) == ("own-deck", ())
    assert "sco-quiz history import anki life.apkg" in problem.hint


def package(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return file.getvalue()


def database(script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(script)
        return connection.serialize()


@pytest.mark.parametrize(
    "data",
    [
        b"PK and collection.anki2",
        package(other=b"x"),
        package(collection_anki2=b"no database"),
        package(collection_anki2=b""),
        package(collection_anki21b=b"\x28\xb5\x2f\xfd damaged"),
        package(collection_anki2=database("create table other(id)")),
        package(collection_anki2=database("create table notes(id); create table cards(id); create table col(id)")),
        package(
            collection_anki2=database(
                "create table notes(id, mid, flds, tags); create table cards(nid, did); create table col(models, decks)"
            )
        ),
        package(
            collection_anki2=database(
                "create table notes(id, mid, flds, tags); create table cards(nid, did);"
                "create table col(models, decks); insert into col values ('[', '{}')"
            )
        ),
    ],
)
def test_a_damaged_file_is_reported(data: bytes) -> None:
    form = format_named("anki")
    assert form
    (problem,) = form.read(data, "deck.apkg").problems
    assert problem.name == "damaged-file"


def a_note(front: str, name: str = '"Basic"', decks: str = "{}") -> bytes:
    models = f'{{"1": {{"name": {name}, "flds": [{{"name": "Front"}}, {{"name": "Back"}}], "tmpls": [{CARD}]}}}}'
    return database(
        f"create table col(models, decks); insert into col values ('{models}', '{decks}');"
        "create table cards(nid, did); insert into cards values (1, 1); create table notes(id, mid, flds, tags);"
        f"insert into notes values (1, 1, '{front}' || char(31) || 'Paris', '')"
    )


CARD = '{"qfmt": "{{Front}}", "afmt": "{{Back}}"}'


ROWS = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) select"
LONG = "'a' || char(31) || hex(zeroblob(1000))"


def test_strings_that_share_their_pages_do_not_fill_the_memory() -> None:
    string_of = collection._Strings(5)
    assert string_of("é".encode()) + string_of(b"\xff12") == "é\ufffd12"
    with pytest.raises(ValueError, match="larger than the whole file"):
        string_of(b"3")


@pytest.mark.parametrize(
    ("table", "script"),
    [
        ("cards", f"drop table cards; create table cards(nid, did as ({LONG}) stored)"),
        ("decks", f"create view decks as {ROWS} i id, {LONG} name from n"),
    ],
)
def test_tables_that_are_computed_to_fill_the_memory_are_refused(table: str, script: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(a_note("Capital?"))
        connection.executescript(script)
        read = read_collection(package(collection_anki2=connection.serialize()), "deck.apkg")
    assert isinstance(read, Problem)
    assert read.message == f"the collection is damaged: its table `{table}` is computed"


@pytest.mark.parametrize(
    "files",
    [
        {"media": b'{"0": "a.png"}', "0": b"\x28\xb5\x2f\xfd damaged"},
        {"media": b'{"7": "a.png"}'},
        {},
    ],
    ids=["damaged", "missing", "not listed"],
)
def test_a_picture_that_cannot_be_read_is_reported_as_lost(files: dict[str, bytes]) -> None:
    form = format_named("anki")
    assert form
    reading = form.read(package(collection_anki2=a_note('<img src="a.png"> Capital?'), **files), "deck.apkg")
    assert [problem.name for problem in reading.problems] == ["lost-picture"]
    assert len(reading.drafts) == 1


def test_a_picture_of_many_notes_is_in_memory_once() -> None:
    media = {"media": b'{"0": "a.png", "1": "b.png"}', "0": PNG, "1": PNG}
    read = read_collection(package(collection_anki2=a_note("Capital?"), **media), "deck.apkg")
    assert not isinstance(read, Problem)
    files = read[1]
    assert files.named({"a.png", "b.png"}) == {"a.png": PNG, "b.png": PNG}
    assert files.named({"a.png"})["a.png"] is files.named({"a.png"})["a.png"]


def test_no_more_pictures_are_read_than_fit_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_quiz.formats.anki_notes.collection._MAX_ALL_MEDIA", len(PNG))
    media = {"media": b'{"0": "a.png", "1": "b.png"}', "0": PNG, "1": PNG}
    read = read_collection(package(collection_anki2=a_note("Capital?"), **media), "deck.apkg")
    assert not isinstance(read, Problem)
    assert read[1].named({"a.png", "b.png"}) == {"a.png": PNG}


def test_a_front_with_a_picture_alone_is_a_question() -> None:
    form = format_named("anki")
    assert form
    media = {"media": b'{"0": "paste-1.jpg"}', "0": PNG}
    (draft,) = form.read(package(collection_anki2=a_note('<img src="paste-1.jpg">'), **media), "deck.apkg").drafts
    assert draft.values["prompt"] == "![paste-1](media/paste-1.png)"


def test_a_front_with_a_sound_alone_is_named() -> None:
    form = format_named("anki")
    assert form
    (problem,) = form.read(package(collection_anki2=a_note("[sound:a.mp3]")), "deck.apkg").problems
    assert problem.message == "the field Front has only a sound"


def answers_behind(told: str, *notes: dict[str, str]) -> list[object]:
    """Return the answers of notes, whose cards show Word and then what is told."""
    fields = [{"name": name} for name in notes[0]]
    models = {"1": {"name": "Words", "flds": fields, "tmpls": [{"qfmt": "{{Word}}", "afmt": told}]}}
    rows = (f"insert into notes values ({n}, 1, '{chr(31).join(note.values())}', '');" for n, note in enumerate(notes))
    script = (
        f"create table col(models, decks); insert into col values ('{json.dumps(models)}', '{{}}');"
        f"create table cards(nid, did); create table notes(id, mid, flds, tags); {''.join(rows)}"
    )
    form = format_named("anki")
    assert form
    return [each.values["answer"] for each in form.read(package(collection_anki2=database(script)), "d.apkg").drafts]


@pytest.mark.parametrize(
    ("told", "answers"),
    [
        ("{{Sound}} {{Meaning}}", ["dog", "cat"]),
        ("{{Frequency}} {{Meaning}}", ["dog", "cat"]),
        ("{{Meaning}} {{Frequency}}", ["dog", "cat"]),
        ("{{type:Frequency}} {{Meaning}}", ["54", "81"]),
        ("{{Frequency}}", ["54", "81"]),
    ],
)
def test_the_answer_is_the_first_field_behind_that_can_be_one(told: str, answers: list[str]) -> None:
    dog = {"Word": "Hund", "Sound": "[sound:a.mp3]", "Frequency": "54", "Meaning": "dog"}
    cat = {"Word": "Katze", "Sound": "", "Frequency": "81", "Meaning": "cat"}
    used = [{name: note[name] for name in note if name == "Word" or name in told} for note in (dog, cat)]
    assert answers_behind(told, *used) == answers


def test_a_note_type_without_a_name_is_read() -> None:
    form = format_named("anki")
    assert form
    assert len(form.read(package(collection_anki2=a_note("Capital?", "null")), "deck.apkg").drafts) == 1


@pytest.mark.parametrize(("name", "category"), [("5", "5"), ("null", "None"), ('"a\\ud800"', "a?")])
def test_an_odd_name_of_a_deck_is_text(name: str, category: str) -> None:
    form = format_named("anki")
    assert form
    data = package(collection_anki2=a_note("Capital?", decks=f'{{"1": {{"name": {name}}}}}'))
    (draft,) = form.read(data, "deck.apkg").drafts
    assert draft.category == category


def test_a_value_that_a_table_computes_cannot_fill_the_memory() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(a_note("Capital?"))
        connection.execute("drop table notes")
        connection.execute("create table notes(id, mid, flds as (zeroblob(900000000)), tags)")
        connection.execute("insert into notes(id, mid) values (1, 1)")
        connection.commit()
        data = connection.serialize()
    form = format_named("anki")
    assert form
    (problem,) = form.read(package(collection_anki2=data), "deck.apkg").problems
    assert (problem.name, "`notes` is computed" in problem.message) == ("damaged-file", True)


def test_messages_of_numbers_and_bytes() -> None:
    assert list(fields_of(b"\x08\x96\x01\x12\x02hi\x19" + b"0" * 8)) == [(1, 150), (2, b"hi")]
    with pytest.raises(ValueError, match="end of a number"):
        list(fields_of(b"\x08\x96"))
    with pytest.raises(ValueError, match="end of a number"):
        list(fields_of(b"\xff" * 1_000_000 + b"\0"))  # one number of 7 million bits would take minutes
    with pytest.raises(ValueError, match="unknown kind"):
        list(fields_of(b"\x0b"))
