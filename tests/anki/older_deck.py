"""A deck as an older version of the program wrote it."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

from sco_quiz.anki.notetype import NOTE_TYPE_MOD
from sco_quiz.anki.previous_deck import DATABASE


def with_older_templates(path: Path, css: str, age: int, back: str = "") -> None:
    """Give the note types of a deck another style and an earlier time, by `age` in s; if told, also another back."""
    with zipfile.ZipFile(path) as archive, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(archive.read(DATABASE))
        models = json.loads(database.execute("select models from col").fetchone()[0])
        for model in models.values():
            model["mod"] = NOTE_TYPE_MOD - age
            model["css"] = css
            model["tmpls"][0]["afmt"] = back or model["tmpls"][0]["afmt"]
        database.execute("update col set models = ?", [json.dumps(models)])
        database.commit()
        content = database.serialize()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(DATABASE, content)
        archive.writestr("media", "{}")
