"""A number does not occur in the cited paragraphs.

Learners remember numbers, and writers mistype them easily. Number words and ordinals count as digits; if
only a number word up to ten is missing ("two reasons"), which may be a count of your own, the rule suggests a look.
Prompts may also use the numbers of the source's `context` and of the question's `setting`, a setting those of the
article, its `context` and its citation, and what a paragraph's `understood` field resolves ("last
year": 2009) counts as part of the paragraph. If you calculated a numeric answer, add `derivation: 30 / 6`; the rule
then searches for the terms of the calculation. Of a range, the rule searches for the answer, then for `min` and `max`.

Explanations, notes and hints may repeat the numbers of the question, and their number words up to ten are not traced.
The rule warns about other numbers that the article does not contain. If another paragraph contains it, the rule accepts
the number in notes of wrong answers, and suggests to cite that paragraph, too, for an explanation or a hint.

Correct the number, cite its paragraph, or add a number from elsewhere to `background` in source.yaml.

Example:

    - type: numeric
      prompt: How many members of staff has the Secretariat?
      answer: 5
      source: 3

Instead:

    - type: numeric
      prompt: How many members of staff for each of the six countries has the Secretariat?
      answer: 5
      derivation: 30 / 6
      source: [2, 3]
"""

from collections.abc import Iterator, Set

from sco_quiz.core.kinds import Numeric
from sco_quiz.core.problem import Severity
from sco_quiz.lint.claims import is_count, numbers_in
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import CitedText, understood_hint

NAME = "number-not-in-source"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report numbers that the cited paragraphs lack."""
    if cited := facts.cited:
        yield from _of_setting(facts, cited)
        in_key = _in_key(facts, cited)
        yield from _of_answer(in_key, facts, cited)
        for number in numbers_in([facts.statement]):
            if number not in in_key and not cited.allows(number):
                message = f"the number {number} of the prompt does not occur in the cited paragraphs"
                severity = Severity.INFO if is_count(number, facts.statement) else None
                yield Finding(message, hint=understood_hint(number), severity=severity, part=number)
        yield from _of_help(facts.own_words.union(in_key), facts, cited)


def _of_setting(facts: Facts, cited: CitedText) -> Iterator[Finding]:
    """Report numbers of a setting that neither the article nor its record contains."""
    for path, text in facts.new_setting:
        for number in numbers_in([text]):
            if not cited.records(number):
                hint = f"correct it, or add {number} to `context` in source.yaml"
                yield Finding(f"the number {number} does not occur in the article", path, hint, part=number)


def _of_answer(numbers: list[str], facts: Facts, cited: CitedText) -> Iterator[Finding]:
    """Report numbers of the answer."""
    may_use_context = bool(facts.truth)  # a statement is a prompt and its own answer
    numeric = isinstance(facts.question, Numeric)
    hint = "correct it, cite its paragraph, or add `derivation`" if numeric else "correct it or cite its paragraph"
    for number in numbers:
        if not (cited.allows(number) if may_use_context else cited.contains(number)):
            message = f"the number {number} of the answer does not occur in the cited paragraphs"
            severity = Severity.INFO if not numeric and is_count(number, " ; ".join(facts.key_prose)) else None
            yield Finding(message, facts.key_path, hint, severity=severity, part=number)


def _of_help(own: Set[str], facts: Facts, cited: CitedText) -> Iterator[Finding]:
    """Report numbers of explanation, hints and notes that neither the question nor, for notes, the article contains."""
    for path, text in (*facts.help, *facts.gap_hints, *facts.notes):
        for number in numbers_in([text]):
            if is_count(number, text) or number in own or cited.allows(number):
                continue
            if not cited.knows(number):
                hint = f"correct it, or add {number} to `background` in source.yaml"
                yield Finding(f"the number {number} does not occur in the article", path, hint, part=number)
            elif (path, text) not in facts.notes and (others := cited.places(number)):
                message = f"the number {number} does not occur in the cited paragraphs, but in paragraph {min(others)}"
                hint = f"correct it, or cite paragraph {min(others)}, too"
                yield Finding(message, path, hint, severity=Severity.INFO, part=number)


def _in_key(facts: Facts, cited: CitedText) -> list[str]:
    """Return the numbers to find: those of the answer, or those from which it was calculated."""
    question = facts.question
    if isinstance(question, Numeric) and question.derivation:
        # a calculation may add or subtract one, as in counting years inclusively
        return [number for number in numbers_in([question.derivation]) if number != "1"]
    in_answer = numbers_in(facts.key_prose)
    if isinstance(question, Numeric) and question.interaction().has_range and not all(map(cited.contains, in_answer)):
        # the answer is only an example of the numbers between these
        return numbers_in([f"{bound:f}" for bound in (question.min, question.max) if bound is not None])
    return in_answer
