"""Rules read the setting of a question together with its prompt, and report what is wrong with it once."""

from pathlib import Path

import pytest

from sco_quiz.core.problem import Severity
from sco_quiz.lint.engine import lint
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.load import read_bank
from tests.lint.builders import Questions, bank_of, numeric, run, several, short, single
from tests.loading.test_load import write_bank

PROMPT = "In which city did finance ministers meet?"


def met(answer: str, setting: str) -> Questions:
    """Return a question that says only in its setting when something was."""
    return short(answer, PROMPT, setting=setting)


def same_words(setting: str) -> Questions:
    return several(met("Bonn", "Talks of 2009"), met("Bonn", setting))


def same_question(setting: str) -> Questions:
    return several(met("Bonn", "Talks of 2009"), met("Almaty", setting))


# each row: a rule, questions below whose settings it is silent, and questions where it finds something
ROWS: dict[str, tuple[str, Questions, Questions]] = {
    "a date": (
        "undated-claim",
        numeric("How many members does it have now?", as_of=None, setting="The Secretariat, 2010"),
        numeric("How many members does it have now?", as_of=None, setting="The Secretariat"),
    ),
    "a subject": (
        "unfocused-prompt",
        short("Almaty", "Who met?", setting="Almaty, 2009"),
        short("Almaty", "Who met?"),
    ),
    "the article": ("context-bound", met("Almaty", "A report of 2009"), met("Almaty", "The article of 2009")),
    "the answer": ("answer-in-prompt", met("Almaty", "Talks in Asia"), met("Almaty", "Talks in Almaty")),
    "the answer among others": (
        "answer-in-prompt",
        single("Almaty", "Bonn", setting="Talks in Almaty and Bonn"),
        single("Almaty", "Bonn", setting="Talks in Almaty"),
    ),
    "length": ("too-long", met("Almaty", "x" * 140), met("Almaty", "x" * 141)),
    "words": ("too-long", met("Almaty", "x " * 30), met("Almaty", "x " * 31)),
    "a sentence of the article": (
        "copied-words",
        met("Almaty", "9 December 2009 finance ministers of six countries met in Asia"),
        met("Almaty", "On 9 December 2009 finance ministers of six countries met in Almaty"),
    ),
    "a name in the setting": (
        "name-not-in-source",
        met("Almaty", "Talks in Beijing, Title, 3 February 2010"),
        met("Almaty", "Talks in Bonn"),
    ),
    "a name of the setting": (
        "name-not-in-source",
        short("Almaty", "Where did the Secretariat meet?", setting="Talks with the Secretariat"),
        short("Almaty", "Where did the Secretariat meet?"),
    ),
    "a number in the setting": ("number-not-in-source", met("Almaty", "Talks of 2010"), met("Almaty", "Talks of 2011")),
    "a number of the setting": (
        "number-not-in-source",
        short("Almaty", "Where did 30 ministers meet?", setting="Talks of 30 ministers"),
        short("Almaty", "Where did 30 ministers meet?"),
    ),
    "another setting": ("near-duplicate", same_words("A dinner with Ann, May 1950"), same_words("Talks of 2010")),
    "another year": ("contradiction", same_question("Talks of 2010"), same_question("Talks of 2009")),
    "a second reference": (
        "single-reference",
        short("Almaty", beyond={"text": "So.", "references": ["minutes", "report"]}),
        short("Almaty", beyond={"text": "So.", "references": ["minutes", "minutes"]}),
    ),
}


@pytest.mark.parametrize(("name", "silent", "flawed"), ROWS.values(), ids=ROWS)
def test_a_setting_counts(name: str, silent: Questions, flawed: Questions) -> None:
    assert run(bank_of(silent), RULES[name]) == []
    assert run(bank_of(flawed), RULES[name])


def test_the_answer_in_a_setting_is_a_warning_about_the_setting() -> None:
    (found,) = run(bank_of(met("Almaty", "Talks in Almaty")), RULES["answer-in-prompt"])
    assert (found.severity, found.path) == (Severity.WARNING, ("setting",))


def test_explanations_may_use_the_words_of_the_setting_but_the_trace_skips_what_goes_beyond() -> None:
    rules = RULES["name-not-in-source"], RULES["number-not-in-source"]
    beyond = {"text": "It was in Ulm, in 1871.", "references": ["minutes"]}
    question = short(
        "Almaty", PROMPT, setting="Talks with Bonn, 1894", explanation="So in Bonn, in 1894.", beyond=beyond
    )
    assert {found.path for found in run(bank_of(question), *rules)} == {("setting",)}


def test_a_shared_setting_is_reported_once_where_it_is_written(tmp_path: Path) -> None:
    question = "  - {id: %s, type: short_answer, prompt: Where is it?, answer: no, level: remember}\n"
    folder = write_bank(
        tmp_path,
        bank="id: cities\ntitle: Cities\nsetting: The article of 2010\n",
        a="topic: A\nquestions:\n" + question % "one" + question % "two",
        b="topic: B\nsetting: The article of 2011\nquestions:\n" + question % "three" + question % "four",
    )
    loaded = read_bank(folder)
    found = lint(loaded.bank, lambda name, path, _: loaded.place_of(name, *path), [RULES["context-bound"]])
    assert [(Path(problem.place.file).name, problem.place.line, problem.question) for problem in found] == [
        ("bank.yaml", 3, "one"),
        ("b.yaml", 2, "three"),
    ]


def test_an_unused_reference_is_reported_at_its_id(tmp_path: Path) -> None:
    record = "title: T\ndate: 2010-02-03\nreferences:\n  minutes: {title: M, publisher: P, date: 2010}\n"
    folder = write_bank(tmp_path, source=f"{record}paragraphs: [{{number: 1, fingerprint: ''}}]\n")
    (folder / "a.yaml").write_text(
        "topic: A\nquestions:\n  - {id: q, type: numeric, prompt: Q?, answer: 3, level: apply}\n"
    )
    loaded = read_bank(folder)
    (found,) = lint(loaded.bank, lambda name, path, _: loaded.place_of(name, *path), [RULES["unused-reference"]])
    assert (Path(found.place.file).name, found.place.line, found.place.column) == ("source.yaml", 4, 3)
