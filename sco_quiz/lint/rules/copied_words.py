"""Twelve words in a row are those of the article.

Who remembers the sentence fills the gap or picks the option without having understood it; and an article may be used
for its facts, while its sentences belong to whoever wrote them. Reported are texts of a question (a cloze filled) of
which twelve words in a row stand just so in a paragraph. Say it in your own words, or allow the rule for a quotation.

Example:

    - type: cloze
      prompt: "On 9 December 2009 finance ministers of six countries met in {{c1::Almaty}}."

Instead:

    - type: cloze
      prompt: "In 2009 the finance ministers of six countries had a meeting in {{c1::Almaty}}."

Measured: exact by construction, for the record of the article holds a hash of each twelve words in a row. On the 137
questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import Cloze
from sco_quiz.core.problem import Severity
from sco_quiz.core.source import RUN, Source, run_hashes, word_hash
from sco_quiz.core.text import words
from sco_quiz.lint.facts import BankFacts, Facts
from sco_quiz.lint.rule import Finding

NAME = "copied-words"
SEVERITY = Severity.INFO


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Look for the hashes of each twelve words in a row."""
    source = facts.bank.source
    if source is None or not source.runs:
        return
    for item in facts.questions:
        for path, text in _texts(item):
            if _copied(words(text), source):
                message = f"{RUN} words in a row are those of the article"
                yield Finding(message, path, "say it in your own words", item.question.id)


def _texts(item: Facts) -> Iterator[tuple[tuple[str | int, ...], str]]:
    question = item.question
    yield ("prompt",), question.full_text if isinstance(question, Cloze) else question.prompt
    yield ("explanation",), question.explanation
    yield ("hint",), question.hint
    yield from item.placed
    yield from ((path, option.note) for path, option in item.notes)


def _copied(row: tuple[str, ...], source: Source) -> bool:
    """Whether a run of the words is one of the article; only words that all occur there are looked at as a run."""
    at = RUN - 1
    while at < len(row):
        missing = next((back for back in range(RUN) if word_hash(row[at - back]) not in source.hashes), None)
        if missing is None and not source.runs.isdisjoint(run_hashes(row[at - RUN + 1 : at + 1])):
            return True
        at += 1 if missing is None else RUN - missing
    return False
