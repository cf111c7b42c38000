"""Twelve words in a row are copied from the article.

Learners who remember the sentence fill the gap or pick the option without understanding it. The facts of an article are
free to use, its sentences are not. The rule reports a prompt, option, note, hint or explanation (a cloze with its gaps
filled) that has twelve consecutive words in common with a paragraph. Use your own words, or allow the rule for a
quotation. The source record stores a hash of each run of twelve words, not the words themselves.

Example:

    - type: cloze
      prompt: "On 9 December 2009 finance ministers of six countries met in {{c1::Almaty}}."

Instead:

    - type: cloze
      prompt: "In 2009 the finance ministers of six countries had a meeting in {{c1::Almaty}}."
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
    """Report runs of words whose hash is in the source record."""
    source = facts.bank.source
    if source is None or not source.runs:
        return
    for item in facts.questions:
        for path, text in _texts(item):
            if _copied(words(text), source):
                message = f"{RUN} words in a row are copied from the article"
                yield Finding(message, path, "use your own words", item.question.id)


def _texts(item: Facts) -> Iterator[tuple[tuple[str | int, ...], str]]:
    question = item.question
    yield ("prompt",), question.stem.solved if isinstance(question, Cloze) else question.prompt
    yield ("explanation",), question.explanation
    yield ("hint",), question.hint
    yield from item.placed
    yield from ((path, option.note) for path, option in item.notes)


def _copied(row: tuple[str, ...], source: Source) -> bool:
    """Return whether the article contains a run of the words; skip runs with a word that the article lacks."""
    at = RUN - 1
    while at < len(row):
        missing = next((back for back in range(RUN) if word_hash(row[at - back]) not in source.hashes), None)
        if missing is None and not source.runs.isdisjoint(run_hashes(row[at - RUN + 1 : at + 1])):
            return True
        at += 1 if missing is None else RUN - missing
    return False
