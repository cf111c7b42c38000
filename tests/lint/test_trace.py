"""The source trace accepts the bundled bank and rejects mutations of it (`-s` prints figures)."""

import re
from random import Random
from typing import TypeVar

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion, Numeric, ShortAnswer
from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import mentions_of
from sco_quiz.lint.claims import names_in, numbers_in
from sco_quiz.lint.engine import TRACE_RULES, traced
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Rule
from sco_quiz.lint.rules import RULES
from tests.lint.builders import Questions, bank_of, run, short, source_of

ROUNDS = 20


Kind = TypeVar("Kind", bound=AnyQuestion)


def changed(question: Kind, **values: object) -> Kind:
    return question.model_copy(update=values)


def warns(bank: Bank, question: AnyQuestion) -> bool:
    """Return whether a rule of the trace finds more than a suggestion."""
    rules = (RULES[name] for name in TRACE_RULES if name not in question.allow)
    return any(
        (found.severity or rule.severity) is not Severity.INFO
        for rule in rules
        if rule.check
        for found in rule.check(Facts(question, mentions_of(bank)))
    )


def test_every_question_is_traced(bank: Bank) -> None:
    assert len(bank.questions) >= 110
    assert [question.id for question in bank.questions if not traced(bank, question)] == []


def test_a_shuffled_citation_is_rejected(bank: Bank) -> None:
    """Cite another paragraph in each question; at least 98 % are rejected, and 95 % with a warning."""
    assert bank.source
    numbers = [p.number for p in bank.source.paragraphs if p.role in ("text", "question", "caption")]
    rng = Random(2010)
    mutants = [
        changed(question, source=(rng.choice([n for n in numbers if n not in question.source]),))
        for _ in range(ROUNDS)
        for question in bank.questions
    ]
    share = sum(not traced(bank, mutant) for mutant in mutants) / len(mutants)
    warned = sum(warns(bank, mutant) for mutant in mutants) / len(mutants)
    print(f"citation shuffled: {share:.1%} of {len(mutants)} rejected, {warned:.1%} with a warning")
    assert share >= 0.98
    assert warned >= 0.95


def test_every_changed_digit_is_rejected(bank: Bank) -> None:
    """Replace each digit of each numeric answer by each other digit; all are rejected."""
    tried = 0
    for question in bank.questions:
        if not isinstance(question, Numeric):
            continue
        digits = f"{question.answer:f}"
        for index, digit in enumerate(digits):
            for other in set("0123456789") - {digit}:
                mutant = changed(question, answer=type(question.answer)(digits[:index] + other + digits[index + 1 :]))
                refused = question.derivation and not mutant.derivation_holds  # the bank would not load
                assert refused or not traced(bank, mutant), (question.id, mutant)
                tried += 1
    print(f"digit changed: 100 % of {tried} rejected")
    assert tried >= 150


def test_a_changed_digit_of_a_prompt_is_rejected(bank: Bank) -> None:
    """Replace each digit of each prompt by each other digit; at least 98 % are rejected, unless they are invented."""
    rejected = []
    for question in (question for question in bank.questions if "number-not-in-source" not in question.allow):
        text = question.prompt
        shown = [
            found.start() for found in re.finditer(r"\d", re.sub(r"\{\{c\d+", lambda gap: "x" * len(gap[0]), text))
        ]
        for index in shown:
            for other in set("0123456789") - {text[index]}:
                mutant = text[:index] + other + text[index + 1 :]
                rejected.append(not traced(bank, changed(question, prompt=mutant)))
    share = sum(rejected) / len(rejected)
    print(f"digit of a prompt changed: {share:.1%} of {len(rejected)} rejected")
    assert len(rejected) > 1000
    assert share >= 0.98


def test_a_swapped_answer_is_rejected(bank: Bank) -> None:
    """Give each short answer the answer of another one; at least 95 % are rejected."""
    questions = [question for question in bank.questions if isinstance(question, ShortAnswer)]
    pairs = [(a, b) for a in questions for b in questions if a.answer != b.answer]
    rejected = [not traced(bank, changed(a, answer=b.answer)) for a, b in pairs]
    share = sum(rejected) / len(rejected)
    print(f"answer swapped: {share:.1%} of {len(rejected)} rejected")
    assert len(rejected) > 100
    assert share >= 0.95


def test_a_changed_digit_of_an_explanation_is_rejected(bank: Bank) -> None:
    """Replace each digit of each explanation by each other digit; at least 95 % are rejected."""
    rejected = []
    for question in bank.questions:
        text = question.explanation
        for index in (found.start() for found in re.finditer(r"\d", text)):
            for other in set("0123456789") - {text[index]}:
                mutant = changed(question, explanation=text[:index] + other + text[index + 1 :])
                rejected.append(not traced(bank, mutant))
    share = sum(rejected) / len(rejected)
    print(f"digit of an explanation changed: {share:.1%} of {len(rejected)} rejected")
    assert len(rejected) > 500
    assert share >= 0.95


def test_a_retired_question_is_traced_and_nothing_else() -> None:
    """A withdrawn card stays in decks, and so does what it states; how it asks does not matter any more."""

    def found(**fields: object) -> set[str]:
        return {problem.name for problem in run(bank_of(short("Bonn", "Who is it not in 1899?", **fields)))}

    retired = {"status": "retired", "reason": "Unclear."}
    assert {"negative-prompt", "number-not-in-source"} <= found()
    assert found(**retired) & found() == {"answer-not-in-source", "number-not-in-source", "prompt-off-source"}
    assert not found(**retired, allow=dict.fromkeys(TRACE_RULES, "as it was")).intersection(TRACE_RULES)


TOWNS = source_of(
    "Title\n\nThe bridge of Bonn was planned in 1894 by an engineer who had studied in Zurich.\n\n"
    "The harbor of Ulm trades with the US, and its cranes lifted 70 ships for Britain in July.\n"
)
ANSWER, NAME, NUMBER, PROMPT = (RULES[name] for name in TRACE_RULES)


@pytest.mark.parametrize(
    ("rule", "question", "severity", "message"),
    [
        (
            ANSWER,
            short("cranes", "Who planned it?"),
            "warning",
            "the answer does not occur",
        ),
        (ANSWER, short("a clever woman", "Who planned it?"), "info", "0 % of the answer's key words"),
        (ANSWER, short("an engineer, a duke", "Who planned it?"), "info", "50 % of the answer's key words"),
        (NAME, short("us", "Who came from Paris?"), "warning", "Paris does not occur in the cited paragraphs"),
        (
            NAME,
            short("us", "Who came from Ulm?"),
            "info",
            "the cited paragraphs, but in paragraph 3",
        ),
        (NAME, short("us", "Does America trade?", source=[3]), "info", "in the cited paragraphs, unless as US"),
        (NAME, short("us", "Who?", explanation="In Paris."), "info", "Paris does not occur in the article"),
        (NUMBER, short("us", "Was it in 1895?"), "warning", "1895 of the prompt"),
        (NUMBER, short("us", "What are its two parts?"), "info", "2 of the prompt"),
        (NUMBER, short("two parts", "What is it?"), "info", "2 of the answer"),
        (NUMBER, short("2 parts", "What is it?"), "warning", "2 of the answer"),
        (NUMBER, short("us", "Who?", explanation="Of 71."), "warning", "71 does not occur in the article"),
        (NUMBER, short("us", "Who?", hint="Of 70."), "info", "in the cited paragraphs, but in paragraph 3"),
        (PROMPT, short("ships", "What do cranes of a harbor lift?"), "warning", "`cranes`, `harbor`, `lift`, `ships`"),
        (PROMPT, short("us", "Who wept?"), "info", "0 % of the prompt's key words"),
    ],
)
def test_a_finding(rule: Rule, question: Questions, severity: str, message: str) -> None:
    (found,) = run(bank_of(question, TOWNS), rule)
    assert found.severity == severity
    assert message in found.message


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        (ANSWER, short("an engineer", "Who planned it?")),
        (ANSWER, short("a clever woman", "Who planned it?", level="apply")),
        (PROMPT, short("us", "Who wept?", level="evaluate")),
        (NAME, short("us", "Does the United Kingdom trade in Jul.?", source=[3])),
        (NAME, short("us", "Does the US trade?", source=[3])),
        (NAME, short("us", "Who?", explanation="In Ulm.")),
        (PROMPT, short("ships", "What do cranes of a harbor lift?", source=[2, 3])),
        (PROMPT, short("us", "Who is the engineer?")),
    ],
)
def test_no_finding(rule: Rule, question: Questions) -> None:
    assert run(bank_of(question, TOWNS), rule) == []


def test_background_is_for_explanations_alone() -> None:
    known = source_of("Title\n\nThe bridge was planned.\n").model_copy(update={"background": ("Paris 1900",)})
    assert run(bank_of(short("us", "Who?", explanation="In Paris, 1900."), known), NAME, NUMBER) == []
    assert len(run(bank_of(short("us", "Who was in Paris in 1900?"), known), NAME, NUMBER)) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Beijing, Öström’s NATO met.", {"beijing": "Beijing", "ostrom": "Öström", "nato": "NATO"}),
        ("Members meet. Others wait: Some do not.", {}),
        ("the “Energy Club” of the SCO", {"energy": "Energy", "club": "Club", "sco": "SCO"}),
        ("from May to July, or in the US", {"may": "May", "july": "July", "us": "US"}),
        ("once Mr. Hu met W. Bush of the U.S. as I did", {"hu": "Hu", "bush": "Bush", "us": "U.S."}),
        ("City | Event\nBeijing | Talks in Almaty", {"almaty": "Almaty"}),
        ("It said:\n\n- Six members\n- Two from Iran\n\n1. Talks", {"iran": "Iran"}),
        ("a talk of Xinjiang-Uygur", {"xinjiang": "Xinjiang", "uygur": "Uygur"}),
    ],
)
def test_names(text: str, names: dict[str, str]) -> None:
    assert names_in([text]) == names


def test_numbers() -> None:
    assert numbers_in(["The first of thirty", "in 2009, the eighth"]) == ["30", "2009", "8"]
    assert numbers_in(["paragraph 1"]) == ["1"]
