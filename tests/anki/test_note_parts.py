"""What counts as a change of a note: what a reader would call its content, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest

from sco_quiz import load_bank
from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.note_parts import PARTS, REPLACED, changed_parts, note_parts
from sco_quiz.anki.notes import plan_note, plan_notes
from sco_quiz.anki.previous_deck import read_previous_notes
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS, AnyQuestion, OptionNote
from sco_quiz.core.kinds.beyond import Beyond
from sco_quiz.core.reference import Reference
from sco_quiz.core.source import Paragraph, Source
from tests.anki.sample import eight_kinds
from tests.anki.test_changes import changed, made
from tests.conftest import ROOT

PARAGRAPH = Paragraph.model_validate({"number": 1, "summary": "It sits in Beijing.", "role": "text"})
SOURCE = Source(
    title="An article",
    date=date(2010, 2, 3),
    paragraphs=(PARAGRAPH,),
    references={"report": Reference(title="Report", publisher="Press", date="2024", url="https://a.example/1")},
)
BASE = replace(
    changed(eight_kinds(), "seat", source=(1,), beyond=Beyond(text="It moved.", references=("report",))), source=SOURCE
)
PAKISTAN = OptionNote(text="Pakistan")
NOTE = OptionNote(text="Minsk", note="A capital, too.")

# a question, the new values of its fields, and the parts of its note that change
CONTENT: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [
    ("seat", {"prompt": "Where?"}, ("prompt",)),
    ("seat", {"setting": "In 2010"}, ("setting",)),
    ("seat", {"distractors": (NOTE,)}, ("options",)),
    ("seat", {"distractors": (NOTE, OptionNote(text="Oslo"))}, ("options",)),
    ("seat", {"order": "fixed"}, ("options",)),
    ("seat", {"answer": "Shanghai"}, ("options", "answer")),
    ("members", {"answers": ("China",)}, ("options", "answer")),
    ("members", {"answers": ("Russia", "China")}, ()),
    ("members", {"answers": ("China", "Iran"), "distractors": (OptionNote(text="Russia"), PAKISTAN)}, ("answer",)),
    ("statement", {"answer": True, "correction": {}}, ("answer",)),
    ("statement", {"correction": {"Almaty": "Peking"}}, ("answer",)),
    ("course", {"items": ("two", "one", "three", "four")}, ("answer",)),
    ("homes", {"pairs": {"Secretariat": "Beijing", "Finance talks": "Almaty"}}, ("options", "answer")),
    ("staff", {"answer": Decimal(31)}, ("answer",)),
    ("staff", {"unit": "heads"}, ("answer",)),
    ("staff", {"tolerance": Decimal(2)}, ("answer", "grading")),
    ("staff", {"accept": (Decimal(31),)}, ("answer", "grading")),
    ("predecessor", {"answer": "Nurgalijev"}, ("answer",)),
    ("predecessor", {"accept": ("B. N.",)}, ("answer",)),
    ("predecessor", {"reject": (NOTE,)}, ("options", "grading")),
    ("predecessor", {"strict": ("accents",)}, ("grading",)),
    ("sequence", {"prompt": "In {{c1::Moscow}}."}, ("prompt",)),
    ("sequence", {"accept": {"Moscow": ("Moskva",)}}, ("answer",)),
    ("seat", {"hint": "A capital."}, ("hint",)),
    ("seat", {"explanation": "Because."}, ("explanation",)),
    ("seat", {"beyond": None}, ("beyond",)),
    ("seat", {"beyond": Beyond(text="It stayed.", references=("report",))}, ("beyond",)),
    ("seat", {"source": (2,)}, ("source",)),
    ("seat", {"level": "apply"}, ("level",)),
    ("seat", {"difficulty": 5}, ("level",)),
    ("seat", {"as_of": date(2010, 2, 3)}, ("level",)),
    ("seat", {"status": "retired"}, ("status",)),
    ("seat", {"tags": ("capitals",)}, ("tags",)),
    ("seat", {"id": "office", "formerly": ("seat",)}, ()),
    ("seat", {"review_by": date(2030, 1, 1)}, ()),
    ("seat", {"allow": {"too-long": "meant"}}, ()),
]


def parts_of(bank: Bank) -> dict[str, Any]:
    return {note.first_id: note.parts for note in plan_notes(bank).notes}


def changes(old: Bank, new: Bank) -> dict[str, tuple[str, ...]]:
    """Return the parts that differ by question."""
    before, after = parts_of(old), parts_of(new)
    found = {name: changed_parts(before[name], after[name]) for name in before.keys() & after.keys()}
    return {name: parts for name, parts in found.items() if parts}


@pytest.mark.parametrize(("question", "fields", "parts"), CONTENT, ids=lambda value: str(value)[:40])
def test_a_change_of_content(question: str, fields: dict[str, Any], parts: tuple[str, ...]) -> None:
    assert changes(BASE, changed(BASE, question, **fields)) == ({question: parts} if parts else {})


def test_every_part_is_tried() -> None:
    tried = {part for _, _, parts in CONTENT for part in parts}
    assert tried == set(PARTS) - {"kind", "language"}


def test_the_status_has_the_reason_and_the_successor() -> None:
    retired = changed(BASE, "seat", status="retired", reason="Dull.", successor="staff")
    assert changes(retired, changed(retired, "seat", reason="Asked twice.")) == {"seat": ("status",)}
    assert changes(retired, changed(retired, "seat", successor="course")) == {"seat": ("status",)}
    assert changes(retired, changed(retired, "staff", prompt="How many?")) == {"staff": ("prompt",)}


def test_another_kind() -> None:
    typed = made("short_answer", id="seat", prompt="Where?", answer="Beijing")
    choice = made("single_choice", id="seat", prompt="Where?", answer="Beijing", distractors=["Minsk"])
    banks = [Bank("b", "B", (Topic("t", "T", (question,)),)) for question in (typed, choice)]
    assert changes(*banks) == {"seat": ("options", "grading", "kind")}


def test_another_language_changes_every_card() -> None:
    found = changes(BASE, replace(BASE, lang="ru"))
    assert found.keys() == parts_of(BASE).keys()
    assert all("language" in parts for parts in found.values())
    assert changes(BASE, replace(BASE, lang="en")) == {}


def with_source(**fields: Any) -> Bank:
    return replace(BASE, source=SOURCE.model_copy(update=fields))


def unchanging() -> Iterable[tuple[str, Bank]]:
    (topic,) = BASE.topics
    yield "topic title", replace(BASE, topics=(replace(topic, title="Other"),))
    yield "topic file", replace(BASE, topics=(replace(topic, id="other"),))
    yield "topic description", replace(BASE, topics=(replace(topic, description="Other."),))
    yield "deck", replace(BASE, topics=(replace(topic, deck="Other"),), deck="Other")
    yield "bank title", replace(BASE, title="Other")
    yield "article title", with_source(title="Other")
    yield "summary", with_source(paragraphs=(PARAGRAPH.model_copy(update={"summary": "It is in Beijing."}),))
    yield "order", replace(BASE, topics=(replace(topic, questions=topic.questions[::-1]),))
    near = made("short_answer", id="near", prompt="Who?", answer="Bolat Nurgalief")
    yield "a word that is near an answer", replace(BASE, topics=(topic, Topic("more", "More", (near,))))


@pytest.mark.parametrize(
    ("what", "bank"), list(unchanging()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_no_content(what: str, bank: Bank) -> None:
    """These change the text of notes in the file, but students who have them keep theirs."""
    assert changes(BASE, bank) == {}
    if what not in ("topic description", "deck", "bank title", "order"):
        fields = [{note.first_id: (note.fields, note.tags) for note in plan_notes(each).notes} for each in (BASE, bank)]
        assert any(fields[0][name] != fields[1][name] for name in fields[0])


def test_a_reference_is_content() -> None:
    moved = Reference(title="Report", publisher="Press", date="2024", url="https://a.example/2")
    assert changes(BASE, with_source(references={"report": moved})) == {"seat": ("beyond",)}


def of(**values: str) -> dict[str, str]:
    """Return the parts of a note with some fields."""
    fields = {"Kind": "numeric", **values}
    return note_parts([fields.get(name, "") for name in FIELDS], ())


SAME = [
    ({"Answer": "<p>12000000 crowns</p>"}, {"Answer": '<p dir="auto">12 000 000 crowns</p>'}),
    ({"Answer": "<ul><li>A → <b>B</b></li></ul>"}, {"Answer": '<ul><li dir="rtl"><i>A</i> ← B</li></ul>'}),
    ({"Level": "Remember · difficulty 2 of 5"}, {"Level": "Erinnern · Schwierigkeit 2 von 5"}),
    ({"Lang": ""}, {"Lang": "en"}),
    ({"Task": "Type a number"}, {"Task": "Type the number"}),
    ({"Topic": "A", "Source": "B"}, {"Topic": "C", "Source": "D"}),
    (
        {"Retired": "Dull. Its place is taken by the question staff."},
        {"Retired": 'Dull. <span class="successor" data-id="staff">Asked now: How many?</span>'},
    ),
    (
        {"Key": '<i data-f="typed">&#123;"accept": &#91;"a"], "known": "b", "rivals": "c"}</i>'},
        {"Key": '<i data-f="typed">&#123;"accept": &#91;"a"], "known": "d"}</i>'},
    ),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_the_program_puts_around_content_does_not_count(old: dict[str, str], new: dict[str, str]) -> None:
    assert of(**old) == of(**new)


DIFFERENT = [
    ({"Answer": "12 000 crowns"}, {"Answer": "120 00 crowns"}, ("answer",)),
    ({"Prompt": "a<br>b"}, {"Prompt": "a b"}, ("prompt",)),
    ({"Beyond": '<a href="http://a">x</a>'}, {"Beyond": '<a href="http://b">x</a>'}, ("beyond",)),
    ({"Key": '<i data-f="accept">a</i>'}, {"Key": '<i data-f="typed">&#123;"accept": &#91;"a"]}</i>'}, ("grading",)),
    ({"Lang": "ru"}, {"Lang": "zh"}, ("language",)),
]


@pytest.mark.parametrize(("old", "new", "parts"), DIFFERENT)
def test_what_counts_in_a_field(old: dict[str, str], new: dict[str, str], parts: tuple[str, ...]) -> None:
    assert changed_parts(of(**old), of(**new)) == parts


def test_a_replaced_note_has_one_part() -> None:
    """It was replaced by that of the other family, and is compared as a whole."""
    assert of(Kind="", Prompt="a") == of(Kind="", Prompt="b") == REPLACED
    assert changed_parts(of(Prompt="a"), REPLACED) == changed_parts(REPLACED, of(Prompt="b")) == ("kind",)


def test_the_hashes_never_change() -> None:
    """Other hashes would rewrite every note of every student: fix a failure here in the code, never in the test."""
    deck = read_previous_notes(ROOT / "tests" / "released" / "0.1.0" / "every-field.apkg", "every-field")
    entries = {note.entry.question: note.entry.parts for note in deck.values()}
    assert entries["plain"] == {
        "prompt": "75d213a1",
        "answer": "6d05e552",
        "level": "1a30b671",
        "kind": "4a936712",
    }
    lines = (f"{name} {part} {value}" for name, parts in sorted(entries.items()) for part, value in parts.items())
    assert sha256("\n".join(lines).encode()).hexdigest()[:16] == "f2fa56612ccda381"


@pytest.mark.parametrize("key", ["{", "[1]", "[" * 100_000])
def test_an_odd_key_in_an_earlier_deck(key: str) -> None:
    fields = [{"Kind": "short_answer", "Key": f'<i data-f="typed">{key}</i>'}.get(name, "") for name in FIELDS]
    assert "grading" in note_parts(fields, ())


def of_markdown(source: str) -> dict[str, str]:
    """Return the parts of a note whose prompt, options, answer and explanation have a text."""
    fields = {"id": "q", "type": "single_choice", "prompt": source, "level": "remember", "explanation": source}
    fields |= {"answer": source, "distractors": ["other"]}
    question = KINDS["single_choice"].model_validate(fields, context={"markup": "markdown"})
    return dict(plan_note(Bank("b", "B", (Topic("t", "T", (question,)),)), question).parts)


CODE = "Read:\n```python\nif x:\n    y()\n```\n"
TABLE = "See:\n\n| a | b |\n|---|---|\n| c | d |\n"
MARKED = [
    ("a b", "*a* b"),
    ("*a* b", "**a** b"),
    ("a b", "`a` b"),
    ("`a b`", "`a  b`"),
    ("H2O", "H~2~O"),
    ("x~2~", "x^2^"),
    ("$a$", "$b$"),
    ("$a$ b", "a b"),
    ("$$a$$", "$a$"),
    (CODE, CODE.replace("    y", "  y")),
    (CODE, CODE.replace("x:\n", "x:\n\n")),
    (CODE, "Read:\nif x:\ny()"),
    ("[a](https://a.example/1)", "[a](https://a.example/2)"),
    ("[a](https://a.example/1)", "a"),
    ("- a\n- b", "1. a\n2. b"),
    ("1. a\n2. b", "2. a\n3. b"),
    ("- a\n- b", "- a\n  - b"),
    ("- a\n- b", "a\nb"),
    (TABLE, TABLE.replace("| c | d |", "| c d | |")),
    (TABLE, "See:\n\na b\nc d"),
]


@pytest.mark.parametrize(("old", "new"), MARKED)
def test_a_change_of_markup_is_a_change_of_content(old: str, new: str) -> None:
    assert changed_parts(of_markdown(old), of_markdown(new)) == ("prompt", "options", "answer", "explanation")


SAME_MARKUP = [
    ("*a* **b**", "_a_ **b**"),
    ("- a\n- b", "* a\n* b"),
    (CODE, CODE.replace("```", "~~~")),
    (CODE, CODE.replace("python", "py")),
    (TABLE, TABLE.replace("|---|---|", "|--:|:-:|")),
    ("a\nb", "a  \nb"),
    ("`a`", "``a``"),
    ("[a](https://a.example/1)", '[a](https://a.example/1 "title")'),
]


@pytest.mark.parametrize(("old", "new"), SAME_MARKUP)
def test_how_markup_is_written_is_no_content(old: str, new: str) -> None:
    assert changed_parts(of_markdown(old), of_markdown(new)) == ()


PICTURE = '<img src="{}" alt="{}" width="{}" height="1">'


@pytest.mark.parametrize(
    ("new", "parts"), [(("b", "x", 1), ("prompt",)), (("a", "y", 1), ("prompt",)), (("a", "x", 2), ())]
)
def test_a_picture_is_its_file_and_its_alternative_text(new: tuple[str, str, int], parts: tuple[str, ...]) -> None:
    assert changed_parts(of(Prompt=PICTURE.format("a", "x", 1)), of(Prompt=PICTURE.format(*new))) == parts


def test_lists_of_the_program_around_lists_of_content() -> None:
    """An item does not end where an item of a list in it ends."""
    pairs = {"- a\n- b": "- c\n- d", "e": "f"}
    fields = {"id": "q", "type": "matching", "prompt": "Match.", "level": "remember"}
    banks = []
    for right in ("- c\n- d", "- c\n- g"):
        values = {**fields, "pairs": pairs | {"- a\n- b": right}}
        question = KINDS["matching"].model_validate(values, context={"markup": "markdown"})
        banks.append(Bank("b", "B", (Topic("t", "T", (question,)),)))
    assert changes(*banks) == {"q": ("options", "answer")}


def test_markdown_for_a_bank_without_markup_changes_no_note() -> None:
    bank = load_bank(ROOT / "tests" / "released" / "0.1.0" / "sco-2010")
    topics = tuple(
        replace(topic, questions=tuple(as_markdown(question) for question in topic.questions)) for topic in bank.topics
    )
    marked = replace(bank, topics=topics)
    assert {question.markup for question in marked.questions} == {"markdown"}
    assert changes(bank, marked) == {}
    assert [note.fields for note in plan_notes(marked).notes] == [note.fields for note in plan_notes(bank).notes]


def as_markdown(question: AnyQuestion) -> AnyQuestion:
    values = {name: getattr(question, name) for name in question.model_fields_set}
    return type(question).model_validate(values, context={"markup": "markdown"})


@pytest.mark.parametrize(
    ("field", "part", "text"),
    [
        ("Prompt", "prompt", "<"),
        ("Prompt", "prompt", "<a "),
        ("Prompt", "prompt", "<code>"),
        ("Prompt", "prompt", '<a href="b"><li>'),
        ("Options", "", "<ol"),
        ("Options", "", '<ol><li data-k="1">'),
        ("Answer", "answer", "<ul>"),
        ("Answer", "answer", '<p class="also">'),
        ("Key", "", '<i data-f="typed">'),
        ("Retired", "status", '<span class="successor" data-id="a">'),
        ("AsOf", "", "a" + " " * 9),
    ],
)
def test_elements_without_end_take_little_time(field: str, part: str, text: str) -> None:
    # a million characters: each of these once took the square of their number, which is hours
    fields = {"Kind": "short_answer", field: text * (10**6 // len(text)) + "b"}
    assert set(note_parts([fields.get(name, "") for name in FIELDS], ())) - {"level"} == {part} - {""}
