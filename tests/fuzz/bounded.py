"""Where text comes in and goes out: what the fuzzer of bounds tries, by name; each makes the work for a text."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape
from zipfile import ZipFile

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.note_parts import note_parts
from sco_quiz.app.check import check_paths
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.typed import grade_typed
from sco_quiz.formats import FORMATS, format_named
from sco_quiz.formats.exchange.answers_jsonl import parse_lines
from sco_quiz.formats.exchange.item import RichText
from sco_quiz.formats.results.moodle_responses import parse_responses
from sco_quiz.formats.results.submission_json import parse_result
from sco_quiz.formats.rich_text.reading import to_markdown
from sco_quiz.loading.document import Document
from sco_quiz.loading.load import load_bank, read_bank
from sco_quiz.loading.writing.format import reformatted
from sco_quiz.loading.writing.source_record import make_source
from sco_quiz.terminal.segments import compare_words
from tests.conftest import ROOT

Work = Callable[[str], object]

# files of each format with the text in a place where a teacher writes
_QUESTION = "::t:: {0} {={0} ~b ~c #d}\n\n"
_AIKEN = "{0}\nA. {0}\nB. b\nC. c\nANSWER: A\n"
_MOODLE = (
    '<quiz><question type="{kind}"><name><text>n</text></name><questiontext format="{form}"><text>{{0}}</text>'
    '</questiontext><answer fraction="100"><text>{{0}}</text></answer><answer fraction="0"><text>b</text></answer>'
    "<single>true</single></question></quiz>"
)
_GAPS = (
    '<quiz><question type="cloze"><name><text>n</text></name><questiontext format="html"><text>{1:SA:=a} {0}'
    "</text></questiontext></question></quiz>"
)
_OWN = _MOODLE.format(kind="shortanswer", form="moodle_auto_format")
_ITEM = (
    '<questestinterop><assessment><section><item ident="i"><presentation><material><mattext texttype="text/html">{0}'
    '</mattext></material><response_lid ident="r"><render_choice><response_label ident="a"><material><mattext>{0}'
    '</mattext></material></response_label><response_label ident="b"><material><mattext>b</mattext></material>'
    "</response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar>"
    '<varequal respident="r">a</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item>'
    "</section></assessment></questestinterop>"
)
_LIST = "1. {0}\nA) {0}\n*B) b\nC) c\n"
_TABLE = 'question,answer,wrong\n"{0}","{0}",b\n'
_LETTERS = "1. a\nA) b\nB) c\nAnswer: {0}\n"
_KEY = 'question,option a,option b,correct\nq,x,y,"{0}"\n'
_HEADING = 'question,answer,"{0}"\na,b,c\n'
_FOREIGN = "topic: T\nquestions:\n  - prompt: a\n    options: [x, y, z]\n    answer: {0}\n"
_HEAD = "id: b\ntitle: B\n"
_YAML = "topic: T\nquestions:\n  - id: one\n    type: single_choice\n    prompt: {0}\n    answer: {1}\n"
_DISTRACTORS = "    distractors: [three, four, five]\n    level: remember\n    explanation: e\n"


def _read(name: str, frame: str, quoted: Callable[[str], str], text: str) -> object:
    form = format_named(name)
    assert form
    return form.read(frame.replace("{0}", quoted(text)).encode(), f"q{form.suffixes[0]}")


def _guess(text: str) -> None:
    for form in FORMATS:
        if form.reader:
            form.is_like(text.encode(), "q.txt")


def _loaded(markup: str, text: str) -> None:
    """Check a bank whose question has the text in each field, and diff and format it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bank.yaml").write_text(f"{_HEAD}markup: {markup}\n", encoding="utf-8")
        shown = json.dumps(text, ensure_ascii=False)
        (folder / "t.yaml").write_text(
            _YAML.replace("{0}", shown).replace("{1}", shown) + _DISTRACTORS, encoding="utf-8"
        )
        check_paths([folder])


def _raw(text: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bank.yaml").write_text(_HEAD, encoding="utf-8")
        (folder / "t.yaml").write_text(text, encoding="utf-8")
        read_bank(folder)


def _below_prompt(text: str) -> None:
    _raw(_YAML.replace("{0}", text).replace("{1}", "a") + _DISTRACTORS)


def _foreign(text: str) -> None:
    _raw(_FOREIGN.replace("{0}", json.dumps(text, ensure_ascii=False)))


def _formatted(text: str) -> None:
    reformatted(Document("t.yaml", _YAML.replace("{0}", json.dumps(text)).replace("{1}", "a") + _DISTRACTORS))


def _written(name: str, kind: str, text: str) -> None:
    form = format_named(name)
    assert form
    values = {"prompt": text, "answer": text, "level": "remember", "id": "one", "type": kind}
    values |= {"distractors": ["b", "c", "d"]} if kind == "single_choice" else {}
    for markup in ("plain", "markdown"):
        try:
            question = KINDS[kind].model_validate(values, context={"markup": markup})
        except ValueError:
            continue
        bank = Bank("b", "B", (Topic("t", "T", (question,)),), markup=markup)
        try:
            form.write(bank)
        except ScoQuizError:
            continue


def _report(text: str) -> list[object]:
    cell = text.replace('"', '""')
    head = "Last name,First name,Email address,Status,Started,Completed,Duration,Grade/10.00,Question 1,Response 1\n"
    row = f'a,b,c@example.org,Finished,2 March 2026 9:41 AM,2 March 2026 9:51 AM,10 mins,8.00,"{cell}","{cell}"\n'
    return list(parse_responses((head + row).encode(), "r.csv", load_bank(ROOT / "tests" / "page" / "class_bank")))


def _graded(text: str) -> None:
    grade_typed(text, ["the city of Almaty", "12 km", "3 May 2009"])
    grade_typed(text[:9_000], [text[1:9_000]])


def _kept(text: str) -> None:
    with suppress(ScoQuizError):
        list(parse_lines(text.splitlines(), "p.jsonl"))


def _parts(text: str) -> None:
    """Hash a note of an earlier deck with the text in one field after the other, bare and in elements of ours."""
    sound = {"Kind": "short_answer", "Lang": "en"}
    elements = ("", '<p class="also">Right from ', "<code></code><ol><ul>", '<i data-f="typed">', "<span>, ")
    for field in FIELDS:
        for around in elements:
            note_parts([(sound | {field: around + text}).get(name, "") for name in FIELDS], ())


def _collection(text: str) -> bytes:
    """Return a collection of Anki with two notes: the text in front, and on the back."""
    fields, cards = [{"name": "Front"}, {"name": "Back"}], [{"qfmt": "{{Front}}", "afmt": "{{Back}}"}]
    models = json.dumps({"1": {"name": "Basic", "flds": fields, "tmpls": cards}})
    notes = [(number, 1, value, "") for number, value in enumerate((f"{text}\x1fa", f"a\x1f{text}"), 1)]
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("create table col (models, decks)")
        db.execute("create table cards (nid, did)")
        db.execute("create table notes (id, mid, flds, tags)")
        db.execute("insert into col values (?, '{}')", (models,))
        db.executemany("insert into notes values (?, ?, ?, ?)", notes)
        return db.serialize()


def _deck(text: str) -> object:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("collection.anki21", _collection(text))
    form = format_named("anki")
    assert form
    return form.read(file.getvalue(), "q.apkg")


DOORS: dict[str, Callable[[], Work]] = {
    "guessing a format": lambda: _guess,
    **{
        f"raw {form.name}": partial(partial, _read, form.name, "{0}", str)
        for form in FORMATS
        if form.reader and form.suffixes[0] != ".xlsx" and form.name != "anki"
    },
    "GIFT": lambda: partial(_read, "gift", _QUESTION, str),
    "Aiken": lambda: partial(_read, "aiken", _AIKEN, str),
    "an order of GIFT": lambda: partial(_read, "gift", "a {>3 {0}\nb\nc}", str),
    "a number of GIFT": lambda: partial(_read, "gift", "a {#{0}}", str),
    "a weight of GIFT": lambda: partial(_read, "gift", "a {~%{0}%b =c}", str),
    "letters of a list": lambda: partial(_read, "list", _LETTERS, str),
    "a key of a table": lambda: partial(_read, "csv", _KEY, lambda text: text.replace('"', '""')),
    "a heading of a table": lambda: partial(_read, "csv", _HEADING, lambda text: text.replace('"', '""')),
    "a kind of another program": lambda: _foreign,
    "a list": lambda: partial(_read, "list", _LIST, str),
    "a table": lambda: partial(_read, "csv", _TABLE, lambda text: text.replace('"', '""')),
    "Moodle's choices": lambda: partial(_read, "moodle", _MOODLE.format(kind="multichoice", form="html"), escape),
    "Moodle's answers": lambda: partial(_read, "moodle", _MOODLE.format(kind="shortanswer", form="plain_text"), escape),
    "Moodle's Markdown": lambda: partial(_read, "moodle", _MOODLE.format(kind="multichoice", form="markdown"), escape),
    "Moodle's own": lambda: partial(
        _read, "moodle", _MOODLE.format(kind="shortanswer", form="moodle_auto_format"), escape
    ),
    "Moodle's gaps": lambda: partial(_read, "moodle", _GAPS, escape),
    "a gap of Moodle": lambda: partial(_read, "cloze", "a {1:SA:={0}~%50%b#c} b", str),
    "QTI": lambda: partial(_read, "qti", _ITEM, escape),
    "HTML": lambda: lambda text: to_markdown(RichText(text, "html")),
    "a deck of Anki": lambda: _deck,
    "parts of a note": lambda: _parts,
    "other Markdown": lambda: lambda text: to_markdown(RichText(text, "markdown")),
    "plain text": lambda: lambda text: to_markdown(RichText(text, "plain")),
    "our Markdown": lambda: lambda text: parse_content(text, markup="markdown"),
    "our cloze": lambda: lambda text: parse_content(text, True, "markdown"),
    "our plain cloze": lambda: lambda text: parse_content(text, True),
    "a gap of ours": lambda: lambda text: parse_content(f"a {{{{c1::{text}}}}} b", True, "markdown"),
    "check": lambda: partial(_loaded, "plain"),
    "check of Markdown": lambda: partial(_loaded, "markdown"),
    "a raw file": lambda: _raw,
    "a raw prompt": lambda: _below_prompt,
    "fmt": lambda: _formatted,
    "an article": lambda: lambda text: make_source(text, "T", date(2009, 12, 3)),
    "grading": lambda: _graded,
    "diff": lambda: lambda text: compare_words(text, text[1:] + "x"),
    "a result": lambda: lambda text: parse_result(text.encode(), "r.json"),
    "progress": lambda: _kept,
    "a report of Moodle": lambda: _report,
    **{
        f"{kind} to {form.name}": partial(partial, _written, form.name, kind)
        for form in FORMATS
        for kind in ("single_choice", "short_answer")
        if form.writer
    },
}
