"""A wrong option seems to contain its own note.

With quotes around the whole line, learners see option and note as one long option. Without quotes, the text before the
colon is the option and the text after it is the note. The rule reports a distractor or rejected answer without a note
that contains a colon and a space, if no right answer contains them. It also reports typographic quotes around option
and note: they do not hold text together as plain quotes do.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      reject:
        - "Astana: the capital"

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      reject:
        - Astana: the capital
"""

from collections.abc import Iterator

from sco_quiz.core.parts import Role
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "note-inside-option"
SEVERITY = Severity.WARNING

_QUOTES = {"“": "”", "„": "“", "«": "»", "‘": "’"}


def check(facts: Facts) -> Iterator[Finding]:
    """Report a colon and a space in options without a note."""
    if any(opening in facts.everything for opening in _QUOTES):
        yield from _divided_quotations(facts)
    # if the right option has a colon, too, colons are the style of these options
    if ": " not in facts.everything or any(": " in text for text in facts.key):
        return
    noted = {path for path, _ in facts.placed_as(Role.NOTE, Role.CORRECTION)}
    for path, option in facts.placed_as(Role.WRONG, Role.REJECTED):
        if ": " in option and path not in noted:
            text, _, note = option.partition(": ")
            yield Finding(f"the option `{option}` seems to contain its own note", path, f"write `- {text}: {note}`")


def _divided_quotations(facts: Facts) -> Iterator[Finding]:
    """Report an option that opens a quotation which its note closes."""
    notes = dict(facts.notes)
    for path, option in facts.placed_as(Role.WRONG, Role.REJECTED):
        note = notes.get((*path, option), notes.get(path, ""))
        if option[:1] in _QUOTES and _QUOTES[option[0]] not in option and note.endswith(tuple(_QUOTES[option[0]])):
            hint = f'put the whole text in plain quotes: `- "{option[1:]}: {note[:-1]}"`'
            yield Finding(f"the colon ends the option at `{option}`, inside its typographic quotes", path, hint)
