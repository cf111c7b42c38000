"""A name of the key or the prompt does not occur in the cited paragraphs.

A name is a word with a capital letter where no sentence starts. Names of the source's `context` (who speaks, where,
for whom) may stand in any prompt, but an answer must be found in the paragraphs that are cited for it. Mend the
name, cite the paragraph it stands in, or allow the rule and say where the name comes from.

Example:

    - type: short_answer
      prompt: Where did finance ministers and Vladimir Putin meet?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: Where did finance ministers meet?
      answer: Almaty

Measured: on the bank that comes along, 0 of 137 questions are reported; see answer-not-in-source for mutations.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import key_texts, names_in, stated, understood_hint

NAME = "name-not-in-source"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Compare the names of key and prompt with the cited paragraphs."""
    ground = facts.cited
    if ground is None:
        return
    in_prompt = names_in([stated(facts.question)])
    in_key = {} if facts.key_path == ("prompt",) else names_in(key_texts(facts.question))
    for name, written in {**in_key, **in_prompt}.items():
        if not ground.allows(name):
            message = f"the name {written} does not occur in the cited paragraphs"
            yield Finding(message, ("prompt",) if name in in_prompt else facts.key_path, understood_hint(written))
