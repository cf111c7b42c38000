"""A name does not occur in the cited paragraphs.

A name is a capitalized word that does not start a sentence; months are names. The rule warns about a name in the
answer or the prompt that the article does not contain: it may be misspelled. If another paragraph contains it, the
rule suggests to cite that one, too; a prompt may have the names that the article is about, which are in a heading or
in at least three paragraphs. Names of the source's `context` (who speaks, where, for whom) and of the question's
`setting` are always accepted, and so are other names of the same country, such as US for United States. A setting may
contain the names of the article, its `context` and its citation. Explanations, notes and hints often look beyond the
cited paragraphs: for them, the rule suggests a look at names that neither the question nor the article contains.
Correct the name, cite its paragraph, or add a name from elsewhere to `background` in source.yaml.

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

from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Severity
from sco_quiz.lint.claims import names_in
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import CitedText, understood_hint

NAME = "name-not-in-source"
SEVERITY = Severity.WARNING

SUBJECT = 3  # paragraphs of the article that have a name it is about


def check(facts: Facts) -> Iterator[Finding]:
    """Report names that the cited paragraphs lack."""
    cited = facts.cited
    if cited is None:
        return
    for path, text in facts.new_setting:
        for name, written in names_in([text]).items():
            if not cited.records(name):
                hint = f"correct it, or add {written} to `context` in source.yaml"
                yield Finding(f"the name {written} does not occur in the article", path, hint, part=written)
    in_prompt = names_in([facts.statement, *(hint for _, hint in facts.gap_hints)])
    # an answer in the prompt is checked with it
    in_key = {} if facts.key_path == ("prompt",) else names_in(facts.key_prose)
    for name, written in {**in_key, **in_prompt}.items():
        if not (cited.allows(name) or (name not in in_key and _is_subject(name, cited))):
            yield _missing(name, written, ("prompt",) if name in in_prompt else facts.key_path, cited)
    for path, text in (*facts.help, *facts.notes):
        for name, written in names_in([text]).items():
            if not cited.knows(name) and name not in facts.own_words:
                message = f"the name {written} does not occur in the article"
                hint = f"correct it, or add {written} to `background` in source.yaml"
                yield Finding(message, path, hint, severity=Severity.INFO, part=written)


def _is_subject(name: str, cited: CitedText) -> bool:
    """Return whether the article is about a name, which any prompt may then need to make sense by itself."""
    places = cited.places(name)
    return len(places) >= SUBJECT or any(cited.source.by_number[number].role == "heading" for number in places)


def _missing(name: str, written: str, path: KeyPath, cited: CitedText) -> Finding:
    """Return the finding about a name of prompt or answer: a suggestion if the article may contain it."""
    message, hint = f"the name {written} does not occur in the cited paragraphs", understood_hint(written)
    if cited.may_contain(name):
        return Finding(f"{message}, unless as US", path, hint, severity=Severity.INFO, part=written)
    if places := cited.places(name):
        hint = f"cite paragraph {min(places)}, too, or add {written} to `understood` of the cited one in source.yaml"
        return Finding(f"{message}, but in paragraph {min(places)}", path, hint, severity=Severity.INFO, part=written)
    return Finding(message, path, hint, part=written)
