"""The bundled bank has enough of everything, and nothing in it gives answers away."""

import re
from collections import Counter
from statistics import median

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.kinds import AnyQuestion, Cloze, Matching, MultipleChoice, Ordering, SingleChoice, TrueFalse
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.selection import Filter, filter_questions
from sco_quiz.lint.engine import lint
from sco_quiz.loading.load import LoadedBank

DAMAGED = re.compile(
    r"\b(frst|offce|infuence\w*|ratifcat\w*|fnanc\w*|felds?|specifcal\w*|signifcan\w*|profle|refect\w*|hasnot)\b", re.I
)
CONTEXT_BOUND = re.compile(r"\b(the|this) (article|text|passage|paragraph|interview above)\b|\babove\b|\bbelow\b", re.I)


def asked(bank: Bank) -> tuple[AnyQuestion, ...]:
    return filter_questions(bank, Filter())


def test_size_and_kinds(bank: Bank) -> None:
    kinds = Counter(question.type for question in asked(bank))
    assert 110 <= len(asked(bank)) <= 125
    assert len(kinds) >= 8
    assert min(kinds.values()) >= 8
    assert 5 <= len(bank.topics) <= 8


def test_levels(bank: Bank) -> None:
    levels = Counter(question.level for question in asked(bank))
    assert set(levels) == set(LEVEL_NAMES)
    assert levels["remember"] <= len(asked(bank)) / 2


def test_the_setting_replaces_the_refrain(bank: Bank) -> None:
    prompts = [question.prompt for question in asked(bank)]
    assert all(question.setting for question in asked(bank))
    assert sum("February 2010" in prompt for prompt in prompts) <= 2
    assert sum("Imanaliev" in prompt for prompt in prompts) <= 0.05 * len(prompts)


def test_prompts_are_short(bank: Bank) -> None:
    lengths = [len(question.prompt.split()) for question in asked(bank)]
    assert sum(length > 30 for length in lengths) <= 0.1 * len(lengths)
    assert median(lengths) <= 16


def test_what_lies_beyond_the_article_has_two_references(bank: Bank) -> None:
    beyond = [question for question in asked(bank) if question.beyond]
    assert len(beyond) >= 25
    assert [question.id for question in beyond if len(bank.references_of(question)) < 2] == []


def test_retired_questions_name_an_active_successor(bank: Bank) -> None:
    retired = filter_questions(bank, Filter(), "retired")
    active = {question.id for question in asked(bank)}
    assert len(retired) >= 32
    assert [question.id for question in retired if not question.reason] == []
    assert [question.id for question in retired if question.successor and question.successor not in active] == []


def test_every_paragraph_of_substance_is_cited(bank: Bank) -> None:
    assert bank.source
    cited = {number for question in asked(bank) for number in question.source}
    substance = {p.number for p in bank.source.paragraphs if p.role in ("text", "question", "caption")}
    assert len(substance) >= 35
    assert substance <= cited


def test_no_finding_is_left(loaded: LoadedBank) -> None:
    assert lint(loaded.bank, lambda name, path, part: loaded.place_of(name, *path, part=part)) == []


def test_few_allowances(bank: Bank) -> None:
    allowed = [question.id for question in asked(bank) if question.allow]
    assert len(allowed) <= len(asked(bank)) / 12


def all_texts(bank: Bank) -> list[tuple[str, str]]:
    texts = []
    for question in bank.questions:
        notes = [o.note for field in ("distractors", "reject") for o in getattr(question, field, ())]
        texts += [
            (question.id, t) for t in (question.prompt, question.explanation, question.hint, *question.texts(), *notes)
        ]
    assert bank.source
    return texts + [(str(p.number), p.summary) for p in bank.source.paragraphs]


def test_no_damaged_word_is_carried_over(bank: Bank) -> None:
    assert DAMAGED.search("the frst offce")
    assert [found for found in all_texts(bank) if DAMAGED.search(found[1])] == []


def test_each_question_stands_alone(bank: Bank) -> None:
    assert CONTEXT_BOUND.search("What does the article say?")
    assert [(q.id, q.prompt) for q in bank.questions if CONTEXT_BOUND.search(q.prompt)] == []


def test_each_question_teaches(bank: Bank) -> None:
    assert [q.id for q in bank.questions if len(q.explanation.split()) < 12] == []


def test_half_of_the_distractors_have_a_note(bank: Bank) -> None:
    notes = [d.note for q in bank.questions if isinstance(q, SingleChoice | MultipleChoice) for d in q.distractors]
    assert sum(map(bool, notes)) >= len(notes) / 2


def test_length_does_not_give_the_key_away(bank: Bank) -> None:
    singles = [q for q in asked(bank) if isinstance(q, SingleChoice)]
    longest = [q.id for q in singles if len(q.answer) > max(len(d.text) for d in q.distractors)]
    assert len(longest) <= 0.4 * len(singles)
    far = [q.id for q in singles if len(q.answer) >= 1.25 * max(len(d.text) for d in q.distractors)]
    assert far == []


def test_true_and_false_are_balanced(bank: Bank) -> None:
    answers = [q.answer for q in asked(bank) if isinstance(q, TrueFalse)]
    assert 0.35 <= answers.count("true") / len(answers) <= 0.65
    assert all(q.correction for q in bank.questions if isinstance(q, TrueFalse) and q.answer == "false")


def test_no_gap_is_filled_elsewhere_in_its_sentence(bank: Bank) -> None:
    for question in bank.questions:
        if isinstance(question, Cloze):
            shown = question.stem.plain.casefold()
            assert [
                text
                for text in (plain_text(gap.hidden) for gap in question.gaps)
                if re.search(rf"\b{re.escape(text.casefold())}\b", shown)
            ] == []


def test_no_answer_is_in_its_own_prompt(bank: Bank) -> None:
    leaks = [
        question.id
        for question in bank.questions
        if not isinstance(question, TrueFalse | Cloze | Matching | Ordering)
        for key in question.key
        if len(key) >= 4 and re.search(rf"\b{re.escape(key.casefold())}\b", question.prompt.casefold())
    ]
    assert leaks == []


@pytest.mark.parametrize("topic", range(8))
def test_each_topic_has_a_description_and_most_kinds(bank: Bank, topic: int) -> None:
    found = bank.topics[topic]
    assert found.description
    assert len({question.type for question in found.questions if question.status == "active"}) >= 6
