"""Rules at the edges of their patterns: silent on the first questions, a finding in the second ones."""

from collections.abc import Iterator

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.lint.engine import lint
from sco_quiz.lint.rules import RULES
from tests.conftest import first
from tests.lint.builders import (
    Questions,
    bank_of,
    cloze,
    dated,
    multiple,
    numeric,
    one,
    run,
    several,
    short,
    single,
    statement,
    typed,
)


def _found(rule: str, questions: Questions) -> list[Problem]:
    """Return what a rule finds."""
    return lint(bank_of(questions), lambda *_: Place("bank"), [RULES[rule]])


A, AN = "In 2009 it was a", "In 2009 it was an"
COPY = "On 9 December 2009 finance ministers of six countries met in"
CORRECTED = statement("So.", "false", correction={"So": "Not so"})
EDGES: dict[str, list[tuple[str, Questions, Questions]]] = {
    "longest-option-is-right": [
        ("wide characters count one", single("漢" * 27, "漢" * 20, "y"), single("漢" * 28, "漢" * 20, "y")),
        ("an option about options", single("all of the above", "x", "y"), single("all of the cities", "x", "y")),
    ],
    "option-length-outlier": [
        ("half as long", single("x" * 20, "y" * 40, "z" * 40), single("x" * 19, "y" * 40, "z" * 40)),
    ],
    "too-many-gaps": [
        ("one number", cloze("{{c1::a1}} {{c1::b1}} in 2009"), cloze("{{c1::a1}} {{c1::b1}} {{c1::d1}} in 2009")),
    ],
    "long-typed-answer": [
        ("two names", typed(["Iran and Pakistan"]), typed(["Iran and Pakistan, or Mongolia"])),
        ("articles", typed(["the end of a year in the town"]), typed(["the end of one year in our town"])),
        ("a place", typed(["Boston, Massachusetts"]), typed(["Boston, Almaty"])),
        ("a country", typed(["London, UK"]), typed(["Chad, Niger"])),
        ("a list", typed(["9, 10"]), typed(["Almaty, Beijing"])),
        ("a list in a gap", cloze("It was {{c1::in 2,009}}."), cloze("It was {{c1::Almaty; Beijing}}.")),
    ],
    "lettered-option": [
        ("initials of names", single("A. Smith", "R. Jones", "T. Lee"), single("A. Smith", "B. Jones", "C. Lee")),
        ("one of them", single("A) Beijing", "Moscow", "Almaty"), single("A) Beijing", "b) Moscow", "(c) Almaty")),
        ("vitamins", single("B", "A", "C"), single("B", "A) one", "B) two")),
        ("only the wrong ones", single("T. Lee", "A. Smith", "B. Jones"), single("Lee", "A) Smith", "B) Jones")),
        ("only a letter", single("B", "cat", "zinc"), single("B", "Moscow", "Almaty")),
        ("letters that are not in a row", single("X: one", "Y: two"), single("B: one", "A: two")),
    ],
    "literal-markup": [
        ("stars", single("2 ** 3", "2 * 3 * 4"), single("**two**", "three")),
        ("in code", single("`<b>`", "`**x**`"), single("<b>x</b>", "y")),
        ("money", single("$5 and $10", "a"), single("$x^2$", "a")),
        ("brackets", single("[sic] (2009)", "a"), single("[here](page.html)", "a")),
        ("bars", single("a | b", "c"), single("|---|:---:|", "a")),
        ("a picture", single("Hello! [x]", "a"), single("![x](x.png)", "a")),
        ("signs", single("a < b > c", "x_y_z"), single("x<sub>2</sub>", "y")),
        ("twice", single("f__g__h", "a"), single("__now__", "a")),
    ],
    "divided-option": [
        ("prices", single("a", "$5", "$10"), single("a", "$x", "y$")),
        ("comparisons", single("a", "x < 5", "y > 6"), single("a", "Map<K", "V>")),
        ("numbered", multiple(["a", "b"], "1) c", "2) d"), multiple(["f(x", "y)"], "c")),
        ("smileys", single("a", ":(", ":)"), single("a", "[1", "2]")),
    ],
    "note-inside-option": [
        (
            "typographic quotes",
            single("a", "c", {"“Baker”": "the “builder”"}),
            single("a", "c", {"“Baker": "the builder”"}),
        ),
    ],
    "missing-explanation": [("a word", single("a", "b", explanation="So."), single("a", "b", explanation=""))],
    "two-options": [
        ("three options", single("a", "b", "c"), single("a", "b")),
        ("several right ones", multiple(["a", "b"], "c"), multiple(["a"], "b")),
    ],
    "all-of-the-above": [
        ("by their letters", single("a and b are cities", "x", "y"), single("A, B and C are correct", "x", "y")),
        ("without an article", single("all day", "x", "y"), single("all of above", "x", "y")),
    ],
    "none-of-the-above": [
        ("of the answers", single("none of it", "x", "y"), single("None of the answers", "x", "y")),
        ("neither", single("neither came", "x", "y"), single("neither of these", "x", "y")),
    ],
    "combined-options": [("in brackets", single("(a) thing", "x", "y"), single("options (a) and (c)", "x", "y"))],
    "absolute-word": [("options about options", single("x", "all of the above"), single("x", "all cities"))],
    "article-cue": [
        ("abbreviations", single("SCO state", "NATO state", prompt=AN), single("envoy", "spy", prompt=AN)),
        ("an abbreviation as the key", single("SCO state", "spy", prompt=AN), single("Scottish", "Irish", prompt=A)),
    ],
    "letter-reference": [
        ("a fixed order", single("a", "b", hint="Option B.", order="fixed"), single("a", "b", hint="Option B.")),
        (
            "a name of the prompt",
            single("a", "b", hint="Not option A.", prompt="Option A: x. Option B: y. Which?"),
            single("a", "b", prompt="Why is option A good?"),
        ),
        ("labels", single("Option 1", "Option 2"), single("Option 1 of it", "Option 2 of it")),
        ("what one likes", single("a", "b", hint="His first choice."), single("a", "b", hint="The first option.")),
        ("words for positions", single("a", "b", hint="The last one."), single("a", "b", hint="The last option.")),
    ],
    "answer-in-prompt": [
        ("numbers", numeric("In 2009, what came?", answer=2010), numeric("In 2009, what came?", answer=2009)),
        ("short numbers", numeric("Of 30 people?", answer=30), numeric("Of 3000 people?", answer=3000)),
        ("several right ones", multiple(["Bonn"], "Rome", prompt="Where?"), multiple(["Bonn"], "x", prompt="Bonn?")),
        ("all named", multiple(["Bonn"], "Rome", prompt="Bonn, Rome?"), multiple(["Bonn"], "Rome", prompt="Bonn?")),
        ("truths", single("True", "False", prompt="Is it true?"), single("Truth", "False", prompt="Is it truth?")),
        ("short gaps", cloze("Of 30 came {{c1::20}}."), cloze("Of 30 came {{c1::30}}.")),
        ("offered words", cloze("{{c1::Gold::Iron / Gold}} rusts."), cloze("{{c1::Gold::like Gold}} rusts.")),
        ("offered and shown", cloze("{{c1::Gold::Iron / Gold}}."), cloze("Gold, {{c1::Gold::Iron / Gold}}.")),
    ],
    "missing-unit": [
        ("a count", numeric("How many are there?"), numeric("How long is it?")),
        ("a unit", numeric("How long is it?", unit="years"), numeric("What share is it?")),
    ],
    "missing-correction": [
        ("a correction", CORRECTED, statement("So.", "false")),
        ("true", statement("So."), statement("So.", "false")),
    ],
    "copied-words": [
        ("eleven words", statement(f"{COPY} Astana."), statement(f"{COPY} Almaty.")),
        (
            "an explanation",
            single("a", "b", explanation=f"{COPY} Rome."),
            single("a", "b", explanation=f"{COPY} Almaty?"),
        ),
        ("a note", single("a", {"b": f"{COPY} Rome."}), single("a", {"b": f"{COPY} Almaty."})),
        ("a gap", cloze(f"{COPY} {{{{c1::Rome}}}}."), cloze(f"{COPY} {{{{c1::Almaty}}}}.")),
    ],
    "family-name-refused": [
        ("one word", short("Putin", "Who came?"), short("Vladimir Putin", "Who came?")),
        ("four words", short("Hu Jin Tao Li", "Who came?"), short("Hu Jin Tao", "Who came?")),
        ("a place", short("New York", "Where?"), short("New York", "Whose?")),
    ],
    "undated-claim": [
        ("a year", dated("How many members does it have in 2009?"), dated("How many members does it have?")),
        ("a number of four digits", dated("Are 2099 members enough?"), dated("Are 2100 members enough?")),
    ],
    "odd-one-out-in-form": [
        ("one distractor", single("Bonn", "rome"), single("Bonn", "rome", "paris")),
        ("another in that form", single("Bonn", "Rome", "paris"), single("bonn", "Rome", "Paris")),
    ],
    "numbers-out-of-order": [
        ("two numbers", single("2", "1", order="fixed"), single("2", "1", "3", order="fixed")),
        ("two in one", single("2 or 4", "1", "3", order="fixed"), single("2 m", "1 m", "3 m", order="fixed")),
        ("none of them", single("1", "2", "none", order="fixed"), single("2", "none", "1", "3", order="fixed")),
        ("behind words", single("to 1", "by 2", "at 1", order="fixed"), single("to 2", "to 1", "to 3", order="fixed")),
        ("descending", single("3", "2", "1", order="fixed"), single("3", "1", "2", order="fixed")),
    ],
    "answer-not-in-source": [
        ("another form of a word", short("staffing", source=[3]), short("stuffing", source=[3])),
    ],
    "name-not-in-source": [
        ("a month", short("Almaty", "In December?"), short("Almaty", "In May?")),
        ("a modal verb", short("Almaty", "Where may they meet?"), short("Almaty", "Where did May meet?")),
        ("an initial", short("Almaty", "Where did X. Finance meet?"), short("Almaty", "Where did team X meet?")),
        ("a title", short("Almaty", "Where was St. Almaty?"), short("Almaty", "Where was St. Ulm?")),
        ("initials", short("Almaty", "Where was the S.C.O.?"), short("Almaty", "Where was the U.N.?")),
        ("the pronoun", short("Almaty", "Where may I, as I'm there, meet?"), short("Almaty", "Where is Im?")),
        ("an explanation", single("Almaty", "b", explanation="By Beijing."), single("a", "b", explanation="By Ulm.")),
        ("a hint", short("Almaty", hint="Not Beijing."), short("Almaty", hint="Not Ulm.")),
        ("the title", short("Almaty", "Where did Title begin?"), short("the Title", "Where did it begin?")),
        ("a note", single("a", {"b": "It has Beijing."}), single("a", {"b": "It has Ulm."})),
        ("a note about its answer", short("a", reject=[{"Ulm": "In Ulm."}]), short("a", reject=[{"Ulm": "In Bonn."}])),
        ("a hint in a gap", cloze("In {{c1::Almaty::no Almaty}}."), cloze("In {{c1::Almaty::no Beijing}}.")),
        (
            "a correction",
            statement("So.", "false", correction={"So": "In Almaty"}),
            statement("So.", "false", correction={"So": "In Ulm"}),
        ),
    ],
    "number-not-in-source": [
        ("an explanation", single("a", "b", explanation="In 2009."), single("a", "b", explanation="In 2008.")),
        ("a count in it", single("a", "b", explanation="Four reasons."), single("a", "b", explanation="4 reasons.")),
        ("a large count", single("a", "b", explanation="Ten cities."), single("a", "b", explanation="Eleven cities.")),
        ("a note", single("a", {"b": "It has 30."}), single("a", {"b": "It has 31."})),
        ("a hint", short("a", hint="It was 2009."), short("a", hint="It was not 30.")),
        ("a hint in a gap", cloze("In {{c1::Almaty::two words}}."), cloze("In {{c1::Almaty::not 1999}}.")),
        ("its own numbers", numeric("Of 44?", source=[]), numeric("Of 6?", answer=9, explanation="44 less.")),
        (
            "a calculation",
            numeric("How many in 2009?", answer=15, derivation="9 + 6", explanation="9 + 6 = 15"),
            numeric("How many in 2009?", answer=15, derivation="9 + 6", explanation="9 + 6 = 16"),
        ),
        (
            "a range",
            numeric("How many in 2009?", answer=9, min=5, max=35),
            numeric("How many in 2009?", answer=31, min=25, max=35),
        ),
        (
            "a correction",
            statement("It was in 1999.", "false", correction={"1999": "2009"}),
            statement("It was in 1999.", "false", correction={"1999": "2008"}),
        ),
    ],
    "typo-away": [
        ("a gap", cloze("It was {{c1::Almaty}}."), cloze("It was {{c1::Almaty}}.", reject=["Almata"])),
        ("two typos", short("Tashkent", reject=["Tshknt"]), short("Tashkent", reject=["Taskent"])),
        ("another number of words", short("Almaty", reject=["Almata city"]), short("Almaty", reject=["the Almata"])),
    ],
}


def reported(questions: Questions, name: str) -> bool:
    return any(problem.name == name for problem in run(bank_of(several(questions)), RULES[name]))


@pytest.mark.parametrize(
    ("name", "without", "flawed"),
    [(name, without, flawed) for name, rows in EDGES.items() for _, without, flawed in rows],
    ids=[f"{name}: {what}" for name, rows in EDGES.items() for what, _, _ in rows],
)
def test_at_the_edge(name: str, without: Questions, flawed: Questions) -> None:
    assert not reported(without, name)
    assert reported(flawed, name)


def test_the_same_prompt_twice_is_told() -> None:
    twice = several(numeric("How many ministers came in 2009?"), numeric("How many ministers came in 2009?"))
    (found,) = run(bank_of(twice), RULES["near-duplicate"])
    assert (found.severity, found.message) == (Severity.WARNING, "`q0` has the same prompt and the same answer")


@pytest.mark.parametrize(
    ("prompt", "answer", "named"),
    [("When did it fall?", "28.12", True), ("How long is it?", "28.12", False), ("On which day?", "28.13", False)],
)
def test_a_day_and_a_month_may_be_a_date(prompt: str, answer: str, named: bool) -> None:
    (found,) = _found("exact-decimal", one("numeric", prompt=prompt, answer=answer))
    assert (f"use short_answer if {answer} is a date" in found.hint) is named


@pytest.mark.parametrize(
    ("answer", "hint"),
    [
        ("3.264", "write 3264 if the point separates thousands; otherwise add `tolerance`, such as 1 %, or `digits`"),
        ("3.26", "add `tolerance`, such as 1 %, or `digits`"),
        ("0.264", "add `tolerance`, such as 1 %, or `digits`"),
    ],
)
def test_three_decimal_places_may_be_thousands(answer: str, hint: str) -> None:
    (found,) = _found("exact-decimal", one("numeric", prompt="How long?", answer=answer))
    assert found.hint == hint


def test_a_letter_is_replaced_by_the_text_of_its_option() -> None:
    made = single("B", "A) Baker", "B) Bouch", "C) Barlow")
    found = _found("lettered-option", made)
    assert [(item.message, item.hint) for item in found[:2]] == [
        ("the answer is only the letter B", "write `Bouch`, and remove it from the wrong options"),
        ("the option starts with a letter: `A) Baker`", "write `Baker`"),
    ]


def test_an_empty_bank_has_no_problems() -> None:
    assert run(bank_of([])) == []


def places(bank: Bank) -> set[str]:
    """Return the places of all values of the questions, written as `run` writes them."""

    def paths(value: object) -> Iterator[tuple[str, ...]]:
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, inside in items:
            yield (str(key),)
            yield from ((str(key), *path) for path in paths(inside))

    return {f"{item.id}:{'/'.join(path)}" for item in bank.questions for path in paths(item.model_dump(mode="json"))}


def pairs(*lines: str) -> set[tuple[str, str]]:
    """Return rules and questions, each line a rule and the numbers of questions."""
    return {(name, f"q{number}") for line in lines for name, numbers in [line.split()] for number in numbers}


ANY = pairs(
    "answer-not-in-source 56",
    "early-gap 4",
    "missing-summary 0",
    "number-not-in-source 5",
    "prompt-off-source 5",
    "two-options 1",
    "unfocused-prompt 013",
)
WORD = ANY | pairs("answer-in-prompt 4", "answer-not-in-source 01234", "prompt-off-source 2")
NO_WORD = ANY | pairs("weak-gap 4")
HARD = {
    "я" * 3: WORD,
    "漢字": WORD,
    "ß": WORD,
    "x" * 5000: WORD | pairs("too-long 0124"),
    "a" * 200 + " " + "b" * 200: WORD | pairs("too-long 0124"),
    "🙂": NO_WORD | pairs("odd-one-out-in-form 0"),
    "\u0301a": NO_WORD | pairs("odd-one-out-in-form 0"),  # an accent without its letter, and a stop word
    "İ": NO_WORD,
}


@pytest.mark.parametrize("text", HARD)
def test_any_text_gets_the_right_findings(text: str) -> None:
    bank = bank_of(
        several(
            single(text, f"{text}1", f"{text}2"),
            multiple([text], f"{text}3"),
            statement(text),
            short(text, accept=[f"{text}4"], reject=[f"{text}5"]),
            cloze(f"{{{{c1::{text}}}}} {text} 6 and some more words"),
            one("matching", pairs={text: f"{text}7", f"{text}8": "b", "c": "d"}),
            one("ordering", items=[text, f"{text}9", "b"]),
        )
    )
    problems = run(bank)
    assert {problem.place.file for problem in problems} <= places(bank) | {":topics"}
    assert {(problem.name, problem.question) for problem in problems} == HARD[text]


UNITS = (":", ": a", "\n", "1. a\n", "[", "![", "$ =", "<a ", "1", "a. ", "|-")


@pytest.mark.parametrize(("unit", "markup"), first(((u, m) for m in ("plain", "markdown") for u in UNITS), 5))
def test_a_long_text_is_too_long(unit: str, markup: Markup) -> None:
    text = f"Which is it? {unit * (16_000 // len(unit))}"
    bank = bank_of(single(f"a {text}", "b", "c", prompt=text, explanation=text), markup=markup)
    # empty lines show nothing in Markdown
    assert ("too-long" in {problem.name for problem in run(bank)}) == ((unit, markup) != ("\n", "markdown"))
