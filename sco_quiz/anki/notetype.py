"""The two note types: constant ids and fields, templates from the files under templates/ and card/."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from sco_quiz.anki.ids import FAMILIES, FIELDS, NOTE_TYPE_IDS, NOTE_TYPE_NAMES, TEMPLATE_IDS, Family, field_id
from sco_quiz.card.scripts import JUDGE_FILES, PAGE_FILES, STYLE_FILES, judge_script

TEMPLATE_FILES = ("front.html", "back.html")
CARD_FILES = (*TEMPLATE_FILES, *STYLE_FILES, *JUDGE_FILES, *PAGE_FILES)

# Seconds since 1970. Raise it by hand with each change under card/ or of NOTE_TYPE_NAMES: Anki imports new
# templates only when this is newer, and a test fails for a change without it.
NOTE_TYPE_MOD = 1795818735

# The columns Question and Answer of Anki's list of cards; notes of older decks have no line of answers. The other
# column, the sort field, must stay the id: when it changes, Anki dates all notes of the type to the import, skips the
# corrections in the deck, and asks for a full sync.
_COLUMNS: dict[Family, tuple[str, str]] = {
    "standard": ("{{Prompt}}", "{{AnswerLine}}{{^AnswerLine}}{{Answer}}{{/AnswerLine}}"),
    "cloze": ("{{cloze:Prompt}}", "{{cloze-only:Prompt}}"),
}
_INTERNAL = ("Key", "AnswerLine")
_PROMPT = FIELDS.index("Prompt")


@dataclass(frozen=True)
class NoteType:
    """A note type: what Anki's JSON for it is made from."""

    family: Family
    id: int
    name: str
    front: str
    back: str
    css: str
    mod: int

    @property
    def fields(self) -> list[dict[str, object]]:
        """The fields with constant ids; Anki's editor folds internal ones, and its search skips the key."""
        return [
            {
                "name": name,
                "id": field_id(self.family, position),
                "font": "Arial",
                "size": 20,
                "collapsed": name in _INTERNAL or name.startswith("Spare"),
                "excludeFromSearch": name == "Key",
                "preventDeletion": True,
            }
            for position, name in enumerate(FIELDS)
        ]

    @property
    def templates(self) -> list[dict[str, object]]:
        """The one template, with its constant id."""
        question, answer = _COLUMNS[self.family]
        browser = {"bqfmt": question, "bafmt": answer}
        return [{"name": "Card", "id": TEMPLATE_IDS[self.family], "qfmt": self.front, "afmt": self.back, **browser}]

    @property
    def required(self) -> list[list[object]]:
        """The fields that a card requires: the prompt, which is never empty."""
        return [[0, "any", [_PROMPT]]]


def note_types(files: Mapping[str, str]) -> dict[Family, NoteType]:
    """Return the note types, given the contents of CARD_FILES by name."""
    css = "".join(files[name] for name in STYLE_FILES)
    script = f"<script>\n{card_script(files)}</script>\n"
    result = {}
    for family in FAMILIES:
        prompt = "{{cloze:Prompt}}" if family == "cloze" else "{{Prompt}}"
        front, back = (files[name].replace("{{Prompt}}", prompt) + script for name in ("front.html", "back.html"))
        result[family] = NoteType(
            family, NOTE_TYPE_IDS[family], NOTE_TYPE_NAMES[family], front, back, css, NOTE_TYPE_MOD
        )
    return result


def card_script(files: Mapping[str, str]) -> str:
    """Return the script of both sides, which leaves no global behind."""
    code = judge_script(files) + "".join(files[name] for name in PAGE_FILES)
    return f'(function () {{\n"use strict";\n{code}}})();\n'


def fingerprint(types: Mapping[Family, NoteType]) -> str:
    """Return a hash of everything that Anki replaces when a note type is newer."""
    parts = [
        part
        for family in FAMILIES
        for part in (types[family].name, types[family].front, types[family].back, *_COLUMNS[family])
    ]
    return sha256("\x1f".join([*parts, types["standard"].css]).encode()).hexdigest()[:16]
