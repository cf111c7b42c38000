"""A changed template needs a newer note type; otherwise students would never see it."""

import re
from time import time

from sco_quiz.anki.notetype import CARD_FILES, NOTE_TYPE_MOD, card_script, fingerprint, note_types
from sco_quiz.anki.package import read_card_files, read_note_types
from tests.conftest import ROOT

RECORD = ROOT / "tests" / "anki" / "note-types.txt"


def recorded() -> dict[int, str]:
    """Return the fingerprint of the note types by time of change."""
    lines = [line.split() for line in RECORD.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {int(mod): text for mod, text in lines}


def test_a_changed_template_needs_a_newer_note_type(update: bool) -> None:
    """Fails after a change under card/ or templates/: raise NOTE_TYPE_MOD, then add its line with `pytest --update`."""
    known, now = recorded(), fingerprint(read_note_types())
    if update and max(known) < NOTE_TYPE_MOD:
        RECORD.write_text(f"{RECORD.read_text('utf-8')}{NOTE_TYPE_MOD} {now}\n", "utf-8")
        known = recorded()
    assert max(known) == NOTE_TYPE_MOD
    assert known[NOTE_TYPE_MOD] == now


def test_the_time_of_change_is_past() -> None:
    assert 0 < NOTE_TYPE_MOD < time()


def test_the_fingerprint_sees_every_file() -> None:
    texts = {name: f"/* {name} */" for name in CARD_FILES}
    changed = [fingerprint(note_types({**texts, name: "other"})) for name in CARD_FILES]
    assert len({fingerprint(note_types(texts)), *changed}) == len(CARD_FILES) + 1


def test_old_phones_read_every_pattern() -> None:
    """Web views of iOS before 16.4 know no lookbehind: one of them would stop the whole script."""
    code = card_script(read_card_files())
    assert re.findall(r".{20}\(\?<[!=]", code) == []


def test_every_function_of_the_scripts_is_used() -> None:
    code = card_script(read_card_files())
    names = set(re.findall(r"function (\w+)", code))
    assert len(names) > 200
    assert [name for name in sorted(names) if len(re.findall(rf"\b{name}\b", code)) < 2] == []


def test_no_two_functions_or_tables_of_the_scripts_share_a_name() -> None:
    """A later one would replace the other in all files."""
    code = card_script(read_card_files())
    names = re.findall(r"^(?:function|var) (\w+)", code, re.MULTILINE)
    assert sorted(names) == sorted(set(names))


# What the web views of 2020 (Chrome 80, Safari 14) ignore in a style, and what would stop them from running any script
NEWER_STYLE = r"[ ;{](?:inset|(?:margin|padding|inset)-(?:inline|block)|aspect-ratio)"
NEWER_SCRIPT = r"\(\?<[=!]|\?\?|\?\.[a-z(\[]|\|\|=|&&=|\.(replaceAll|at|hasOwn|structuredClone|findLast)\(|`"


def test_older_web_views_know_the_styles_and_scripts() -> None:
    assert re.findall(rf"{NEWER_STYLE} *:", read_note_types()["standard"].css) == []
    for name in CARD_FILES:
        if name.endswith(".js"):
            code = re.sub(r"//.*|\"(\\.|[^\"\\])*\"", "", read_card_files()[name])
            assert re.search(NEWER_SCRIPT, code) is None, name
