"""A name in the answer or the prompt does not occur in the cited paragraphs.

A name is a capitalized word that does not start a sentence. The rule accepts names of the source's `context` (who
speaks, where, for whom) as well. Correct the name, cite the paragraph that contains it, or allow the rule and say where
the name comes from.

Example:

    - type: short_answer
      prompt: Where did finance ministers and Vladimir Putin meet?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: Where did finance ministers meet?
      answer: Almaty
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import names_in, understood_hint

NAME = "name-not-in-source"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report names of answer and prompt that the cited paragraphs lack."""
    cited = facts.cited
    if cited is None:
        return
    in_prompt = names_in([facts.statement])
    # an answer in the prompt is checked with it
    in_key = {} if facts.key_path == ("prompt",) else names_in(facts.key_texts)
    for name, written in {**in_key, **in_prompt}.items():
        if not cited.allows(name):
            message = f"the name {written} does not occur in the cited paragraphs"
            yield Finding(message, ("prompt",) if name in in_prompt else facts.key_path, understood_hint(written))
