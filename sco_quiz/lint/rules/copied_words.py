"""Twelve words in a row are copied from the article.

Learners who remember the sentence fill the gap or pick the option without understanding it. The facts of an article
are free to use, its sentences are not. The rule reports a setting, prompt, option, note, hint or explanation (a cloze
with its gaps filled) that has twelve consecutive words in common with a paragraph, and summaries and facts in
source.yaml likewise. Use your own words, or allow the rule for a quotation. The source record stores a hash of each
run of twelve words, not the words themselves.

Example:

    - type: cloze
      prompt: "On 9 December 2009 finance ministers of six countries met in {{c1::Almaty}}."

Instead:

    - type: cloze
      prompt: "In 2009 the finance ministers of six countries had a meeting in {{c1::Almaty}}."
"""

from collections.abc import Iterable, Iterator

from sco_quiz.core.parts import Role
from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Severity
from sco_quiz.core.source import RUN, Source, run_hashes, word_hash
from sco_quiz.core.text import words
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.facts import Facts, Placed
from sco_quiz.lint.rule import Finding

NAME = "copied-words"
SEVERITY = Severity.INFO

SENTENCES = (Role.PROMPT, Role.NOTE, Role.EXPLANATION, Role.HINT)


def check(facts: Facts) -> Iterator[Finding]:
    """Report runs of words of a question whose hash is in the source record."""
    yield from _copies(_texts(facts), facts.source)


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report the same in the source record itself."""
    source = facts.bank.source
    yield from _copies(_of_record(source) if source else (), source)


def _copies(texts: Iterable[tuple[KeyPath, str]], source: Source | None) -> Iterator[Finding]:
    for path, text in texts if source and source.runs else ():
        if source and _copied(words(text), source):
            yield Finding(f"{RUN} words in a row are copied from the article", path, "use your own words")


def _texts(item: Facts) -> Placed:
    """Return the sentences of a question; learners see the words of a gap in their sentence, too."""
    solved = tuple((part.path, part.content.solved) for part in item.parts if part.role in SENTENCES)
    return item.new_setting + solved + item.placed


def _of_record(source: Source) -> Iterator[tuple[KeyPath, str]]:
    """Yield the summary and the facts of each paragraph."""
    for index, paragraph in enumerate(source.paragraphs):
        yield ("paragraphs", index, "summary"), paragraph.summary
        yield from ((("paragraphs", index, "facts", at), fact.text) for at, fact in enumerate(paragraph.facts))


def _copied(row: tuple[str, ...], source: Source) -> bool:
    """Return whether the article contains a run of the words; skip runs with a word that the article lacks."""
    known, end = source.hashes, RUN
    while end <= len(row):
        start = at = end - RUN
        # most runs contain a word that the article lacks: the next run to try starts after the last one, so that few
        # runs need to be hashed as a whole
        for at in range(end - 1, start - 1, -1):
            if word_hash(row[at]) not in known:
                break
        else:
            if not source.runs.isdisjoint(run_hashes(row[start:end])):
                return True
        end = at + 1 + RUN
    return False
