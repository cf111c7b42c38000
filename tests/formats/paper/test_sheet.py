"""What a sheet shows of each interaction, and the key that belongs to it."""

from fractions import Fraction

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.exam_form import ExamForm, FormItem, FormRules
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.nodes import Correction, Plain
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.words.languages import LANGUAGES, language_of
from sco_quiz.formats.page.questions import page_questions
from sco_quiz.formats.paper.answer_space import Boxes, Gaps, Line, MatchBoxes, NumberBoxes
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet, SheetItem, sheet_of
from sco_quiz.formats.paper.words import _WORDS, paper_words

VALUES = (
    {"type": "single_choice", "answer": "x", "distractors": ["y", "z"], "partial": {"y": "50 %"}},
    {"type": "multiple_choice", "answers": ["p", "q"], "distractors": ["r", "s"], "penalty": "25 %"},
    {"type": "true_false", "prompt": "It is hot.", "answer": "false", "correction": {"hot": "cold"}},
    {"type": "cloze", "prompt": "{{c1::a::letter}} and {{c2::b}}", "accept": {"a": ["A"]}, "setting": "Long ago"},
    {"type": "numeric", "answer": 5, "unit": "km", "tolerance": 1, "setting": "Long ago"},
    {"type": "matching", "pairs": {"u": "v", "z": "w"}, "distractors": ["t"]},
    {"type": "ordering", "items": ["one", "two", "three"]},
    {"type": "short_answer", "answer": "Beijing", "accept": ["Peking"], "reject": ["Moscow"], "explanation": "So."},
)

COLD = (Plain("It is "), Correction((Plain("hot"),), (Plain("cold"),)), Plain("."))


def bank_of(*values: dict[str, object], lang: str = "") -> Bank:
    """A bank of questions with these fields."""
    shared = {"prompt": "Which?", "level": "remember"}
    questions = [
        KINDS[str(each["type"])].model_validate({"id": f"q{number}", **shared, **each})
        for number, each in enumerate(values, start=1)
    ]
    return Bank("small", "Small", (Topic("one", "One", tuple(questions)),), lang=lang)


def sheet(bank: Bank, seed: int = 0, **settings: object) -> Sheet:
    form = ExamForm("Test", tuple(FormItem(each, Fraction(2)) for each in bank.questions), seed)
    return sheet_of(bank, form, PaperSettings(**settings), "A")  # type: ignore[arg-type]


def lines_of(item: SheetItem) -> list[str]:
    return [plain_text(line) for line in item.key.notes]


def test_each_interaction_has_its_room_to_answer() -> None:
    items = sheet(bank_of(*VALUES)).items
    assert [type(item.space) for item in items] == [
        *(Boxes, Boxes, Boxes, Gaps, Line, MatchBoxes, NumberBoxes, Line),
    ]
    assert [item.task for item in items] == [
        "",
        "Choose all that apply. A wrong choice costs 25 % of the points.",
        *("", "", "", "Write the letter of its match in each box", "Number the boxes from 1 (first) to 3 (last)", ""),
    ]


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "ru", "zh"])
def test_a_sheet_and_a_page_tell_what_a_wrong_choice_takes_off(lang: str) -> None:
    several = {"type": "multiple_choice", "answers": ["a", "b"], "distractors": ["c"]}
    bank = bank_of(several, several | {"penalty": "25 %"}, several | {"penalty": "0 %"}, lang=lang)
    tasks = [item.task for item in sheet(bank).items]
    assert sorted(tasks) == sorted(str(each["task"]) for each in page_questions(bank, bank.questions))
    assert len(set(tasks)) == 3
    assert all(len(task) > len(language_of(lang).word("choose_all")) for task in tasks)


def test_the_key_names_letters_of_this_form() -> None:
    bank = bank_of(*VALUES)
    for seed in range(5):
        for item in sheet(bank, seed).items:
            if isinstance(item.space, Boxes) and not item.space.in_line:
                right = {each.letter for each in item.space.options if each.content.plain in "xpq"}
                assert item.key.chosen == right == set(item.key.short.split(", "))
            if isinstance(item.space, MatchBoxes):
                content = {each.letter: each.content.plain for each in item.space.options}
                assert [content[pair[-1]] for pair in item.key.short.split(", ")] == ["v", "w"]
            if isinstance(item.space, NumberBoxes):
                places = [["one", "two", "three"].index(each.content.plain) + 1 for each in item.space.items]
                assert item.key.short == ", ".join(f"{letter} {at}" for letter, at in zip("ABC", places, strict=True))


def test_the_key_says_what_else_counts_and_how_much() -> None:
    single, several, false, cloze, number, match, order, short = sheet(bank_of(*VALUES)).items
    letter = next(each.letter for each in single.space.options if each.content.plain == "y")  # type: ignore[union-attr]
    assert lines_of(single) == [f"1 point for {letter} y"]
    assert lines_of(several) == ["Each right choice gives 1 point, each wrong one takes off 0.5; never below 0."]
    assert (false.key.short, false.key.lines) == ("False", (COLD,))
    assert (cloze.key.short, lines_of(cloze)) == ("a; b", ["1 Also right: A", "Each gap counts 1 point."])
    assert (number.key.short, lines_of(number)) == ("5 km", ["Right within ± 1."])
    assert lines_of(match) == ["Each pair counts 1 point."]
    assert lines_of(order) == [
        "In the longest run of items in the right order, each one after the first counts 1 point."
    ]
    assert lines_of(short) == ["Also right: Peking", "Not right: Moscow"]
    assert short.key.explanation
    assert short.key.explanation.plain == "So."


def test_a_setting_is_printed_once_above_its_run() -> None:
    settings = [item.setting for item in sheet(bank_of(*VALUES)).items]
    assert [at for at, setting in enumerate(settings, 1) if setting] == [4]
    assert settings[3]
    assert settings[3].label == "For questions 4 to 5"


def test_sections_have_titles_and_sums_unless_they_are_mixed() -> None:
    bank = bank_of(*VALUES)
    titles = ["Facts", "Facts", "Order"]
    items = tuple(FormItem(each, Fraction(2), title) for each, title in zip(bank.questions, titles, strict=False))
    rules = FormRules(1800, scale={"A": Fraction(90)})
    made = sheet_of(bank, ExamForm("Test", items, rules=rules), PaperSettings())
    assert [(each.title, each.points) for each in made.sections] == [("Facts", "4 points"), ("Order", "2 points")]
    assert made.facts == ("3 questions", "6 points", "30 minutes")
    assert made.scale == (("A", "5.4 points"),)
    mixed = sheet_of(bank, ExamForm("Test", (items[0], items[2], items[1])), PaperSettings())
    assert [(each.title, len(each.items)) for each in mixed.sections] == [("", 3)]


def test_a_line_gives_away_no_length_of_an_answer() -> None:
    short = {"type": "short_answer", "answer": "x"}
    items = sheet(bank_of(short, short | {"answer": "a dozen letters"}, short | {"answer": "long " * 8})).items
    assert [item.space for item in items] == [Line(), Line(), Line(long=True)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_every_word_with_its_values(code: str) -> None:
    expected = {key for key in _WORDS["en"] if key != "letters"}
    assert expected == set(_WORDS[code]) - {"letters"}
    for key in expected:
        text, words = _WORDS["en"][key].partition("|")[0], paper_words(code)
        values = dict.fromkeys(("n", "shown", "label", "percent", "first", "last", "right", "wrong", "points"), 2)
        named = [name for name in values if f"{{{name}}}" in text]
        for form in words.words[key].split("|"):
            assert all(f"{{{name}}}" in form for name in named), (code, key)


def test_options_have_letters_of_the_language() -> None:
    (item,) = sheet(bank_of(VALUES[0], lang="ru")).items
    assert isinstance(item.space, Boxes)
    assert [each.letter for each in item.space.options] == ["А", "Б", "В"]
    assert item.points == "2 балла"
