"""The time for a file grows no faster than the number of its parts: questions, options, rules, pictures, fields.

Times are measured, so this runs from the command line (`python -m tests.fuzz parts 30`) and not among the tests.
"""

import json
import sqlite3
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from sco_quiz.app.check import check_paths
from sco_quiz.formats import format_named
from tests.formats.qti.specimens import equal, item, quiz, rule, text
from tests.fuzz.bounds import assert_bounded

NAME, TIMED = "parts", True
FIRST, LAST = 4_000, 16_000  # what is linear takes most of the time of fewer

Made = Callable[[int], str]
_CHOICES = '<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>'
_QUESTION = """\
  - id: q{0}
    type: single_choice
    prompt: Where is city {0}?
    answer: A{0}
    distractors: [B{0}, C{0}, D{0}]
    level: remember
"""


def _each(part: str) -> Made:
    """Return what repeats a part as often as it is told, with the number of each in it."""
    return lambda count: "".join(part.replace("{0}", str(number)) for number in range(1, count + 1))


def _around(before: str, made: Made, after: str) -> Made:
    return lambda count: f"{before}{made(count)}{after}"


def _moodle(kind: str, inside: str, prompt: str = "q{0}") -> str:
    return (
        f'<question type="{kind}"><name><text>n</text></name><questiontext format="html"><text>{prompt}</text>'
        f"</questiontext>{inside}</question>"
    )


def _in_quiz(made: Made) -> Made:
    return _around("<quiz>", made, "</quiz>")


def _shared_choices(count: int) -> str:
    boxes = _each("<dragbox><text>w{0}</text><group>1</group></dragbox>")(count)
    return _in_quiz(_each(_moodle("ddwtos", boxes, " ".join(["[[1]]"] * count))))(1)


def _pictures(count: int) -> str:
    """Return questions with different pictures of the same name."""
    shown = '<text>q &lt;img src="@@PLUGINFILE@@/image.png" alt="x"&gt;</text><file name="image.png" encoding="base64">'
    made = (
        _moodle("multichoice", _CHOICES).replace(
            "<text>q{0}</text>", f"{shown}{b64encode(b'%d' % number).decode()}</file>"
        )
        for number in range(count)
    )
    return f"<quiz>{''.join(made)}</quiz>"


def _rules(feedback: str, count: int) -> bytes:
    """Return a question of QTI with a rule for each option."""
    names = [f"k{number}" for number in range(count)]
    labels = "".join(f'<response_label ident="{name}">{text(name)}</response_label>' for name in names)
    shown = "".join(
        f'<itemfeedback ident="f{name}"><flow_mat>{text(name)}</flow_mat></itemfeedback>' for name in names if feedback
    )
    rules = "".join(rule(equal(name), feedback=f"f{name}" if feedback else "") for name in names)
    field = f'<response_lid ident="r"><render_choice>{labels}</render_choice></response_lid>'
    return quiz(item("multiple_choice_question", text("q") + field, rules, shown))


def _fields(count: int) -> str:
    declared = _each('<responseDeclaration identifier="R{0}" cardinality="single" baseType="string"><correctResponse>'
                     "<value>v</value></correctResponse></responseDeclaration>")  # fmt: skip
    fields = _each('x <textEntryInteraction responseIdentifier="R{0}"/> ')
    body = f"{declared(count)}<itemBody><p>{fields(count)}</p></itemBody>"
    return f'<assessmentItem identifier="i" title="t">{body}</assessmentItem>'


def _collection(count: int) -> bytes:
    fields, cards = [{"name": "Front"}, {"name": "Back"}], [{"qfmt": "{{Front}}", "afmt": "{{Back}}"}]
    models = json.dumps({str(kind): {"name": "Basic", "flds": fields, "tmpls": cards} for kind in range(count)})
    file = BytesIO()
    with closing(sqlite3.connect(":memory:")) as db, ZipFile(file, "w") as package:
        db.execute("create table col (models, decks)")
        db.execute("create table cards (nid, did)")
        db.execute("create table notes (id, mid, flds, tags)")
        db.execute("insert into col values (?, '{}')", (models,))
        notes = ((number, number, f"f{number}\x1fb", "a b") for number in range(count))
        db.executemany("insert into notes values (?, ?, ?, ?)", notes)
        package.writestr("collection.anki21", db.serialize())
    return file.getvalue()


def _read(name: str, data: str | bytes) -> object:
    form = format_named(name)
    assert form
    suffix = ".xml" if name == "qti" else form.suffixes[0]
    return form.read(data if isinstance(data, bytes) else data.encode(), f"q{suffix}")


def _checked(text: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bank.yaml").write_text("id: b\ntitle: B\n", encoding="utf-8")
        (folder / "t.yaml").write_text(f"topic: T\n{text}", encoding="utf-8")
        check_paths([folder])


def _questions(more: str = "") -> Made:
    return _around("questions:\n", _each(_QUESTION + more), "")


FILES: dict[str, tuple[str, Callable[[int], str | bytes]]] = {
    "questions": ("gift", _each("::t:: q{0} {=a ~b ~c}\n\n")),
    "options": ("gift", _around("q {=a ", _each("~b{0} "), "}")),
    "pairs": ("gift", _around("q {", _each("=b{0} -> c{0} "), "}")),
    "blocks": ("aiken", _each("q{0}\nA. a\nB. b\nANSWER: A\n\n")),
    "questions of Moodle": ("moodle", _in_quiz(_each(_moodle("multichoice", _CHOICES)))),
    "answers": ("moodle", lambda count: f"<quiz>{_moodle('multichoice', _CHOICES * count)}</quiz>"),
    "pictures of one name": ("moodle", _pictures),
    "choices that gaps share": ("moodle", _shared_choices),
    "gaps": ("moodle", lambda count: f"<quiz>{_moodle('cloze', '', '{1:SA:=a} ' * count)}</quiz>"),
    "rules": ("qti", partial(_rules, "")),
    "feedback": ("qti", partial(_rules, "yes")),
    "fields": ("qti", _fields),
    "rows": ("csv", _around("question,answer,wrong\n", _each("q{0},a,b\n"), "")),
    "terms": ("quizlet", _each("term {0}\tdefinition\n")),
    "items": ("list", _each("{0}. q\nA) a\n*B) b\nC) c\n")),
    "note types": ("anki", _collection),
}
BANKS: dict[str, Made] = {
    "a bank": _questions(),
    "unknown fields": _around("", _each("question{0}: x\n"), "questions: []\n"),
    "unknown ids": _questions("    never_with: [other{0}]\n"),
    "unknown references": _questions("    beyond: {text: x, references: [other{0}]}\n"),
    "previous ids": _questions("    formerly: [old{0}]\n"),
    "misspelled levels": lambda count: _questions()(count).replace("remember", "rember"),
}
CASES = [*FILES, *BANKS]
FULL = len(CASES)


def run(seed: int) -> None:
    """Try files of one sort: the number of the case is the seed."""
    name = CASES[seed % len(CASES)]
    if name in BANKS:
        assert_bounded(name, _checked, BANKS[name], FIRST, LAST)
    else:
        form, made = FILES[name]
        assert_bounded(name, partial(_read, form), made, FIRST, LAST)
