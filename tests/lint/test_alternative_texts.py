"""What a picture in the prompt shows: no claim about the article, and no place for the answer."""

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS
from sco_quiz.lint.bank_facts import mentions_of
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rules import RULES
from tests.lint.builders import FILLED, SOURCE, run, short

QUESTION = "Which city is it in 2009?"
LONG = "Map without names: " + "; ".join(f"{letter} in the south of Ruritania" for letter in "PQRSTUVWXYZ")


def bank_with(alternative: str) -> Bank:
    values = FILLED | short("Almaty", f"{QUESTION}\n\n![{alternative}](media/map.svg)")[0]
    question = KINDS["short_answer"].model_validate(values, context={"markup": "markdown"})
    return Bank("b", "B", (Topic("t", "T", (question,)),), source=SOURCE)


def test_wording_has_no_alternative_text() -> None:
    bank = bank_with("a map of Asia")
    facts = Facts(bank.questions[0], mentions_of(bank))
    assert (facts.stem, facts.lead_in, facts.statement) == (QUESTION, QUESTION, QUESTION)
    assert facts.shown == f"{QUESTION}\n\na map of Asia"


def test_names_and_length_of_an_alternative_text_are_free() -> None:
    assert run(bank_with(LONG), RULES["name-not-in-source"], RULES["too-long"]) == []


def test_an_alternative_text_may_not_name_the_answer() -> None:
    (problem,) = run(bank_with("a map with a dot at Almaty"), RULES["answer-in-prompt"])
    assert problem.message == "the prompt contains the answer `Almaty`"
