"""The prompt or its setting contains the answer.

Learners can read the answer off the prompt without knowing it. The rule reports a right answer (an option, a typed
answer or a number) of four characters or more that occurs in the prompt with the same symbols (C++ is not C). A prompt
that names alternatives gives nothing away: it contains a distractor, too, or its question joins names with "or"
("Which is older, Almaty or Bonn?") or asks between, out of or which of some. Code between backticks does not count. If
the capitals differ ("family", the series "Family") or only the setting contains the answer, it is a warning. In a cloze
the rule reports hidden words that are visible elsewhere in the text; the hint of a gap may offer its words among
others (`gold / iron`).

Example:

    - type: short_answer
      prompt: In which city was the Almaty meeting of finance ministers held?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
"""

import re
from collections.abc import Iterable, Iterator

from sco_quiz.core.interaction import NumberEntry, TextEntry
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import TRUTHS, Facts
from sco_quiz.lint.prose import without_code
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.tokens import occurs, prose, tokens
from sco_quiz.lint.word_lists import subject_of

NAME = "answer-in-prompt"
SEVERITY = Severity.ERROR

MINIMUM = 4
_QUOTES, _PUNCTUATION = "\"'`“”‘’", ("?", "!", ":", ";")


_CHOOSES = re.compile(r"\b(?:between|out of|of (?:the two|them|these|those)|which (?:one|of)|either|whether)\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Report each answer that occurs in the prompt or its setting."""
    keys = tuple(dict.fromkeys(_keys(facts)))
    yield from _in_setting(facts, keys)
    shown = tokens(prose(_without_offers(facts)))
    for key in keys:
        named = occurs(_sought(key), shown) and not facts.names_distractor
        if named and not _names_alternatives(facts, shown):
            severity = None if _written_so(key, facts.shown) else Severity.WARNING
            message, hint = f"the prompt contains the answer `{key}`", "ask without naming the answer"
            yield Finding(message, hint=hint, severity=severity)


def _without_offers(facts: Facts) -> str:
    """Return the prompt without the hints of gaps that offer the hidden words among others."""
    text = without_code(facts.question.stem)
    for gap, key in zip(facts.gaps, facts.key_texts, strict=False):
        offered = gap.hint.split(" / ")
        if len(offered) > 1 and key in offered:
            text = text.replace(f"[{gap.hint}]", " ")
    return text


def _in_setting(facts: Facts, keys: Iterable[str]) -> Iterator[Finding]:
    shown = tokens(facts.setting)
    for key in keys if shown else ():
        if occurs(_sought(key), shown) and not any(occurs(tokens(text), shown) for text in facts.wrong):
            hint = "write a setting for this question that does not name the answer"
            yield Finding(f"the setting contains the answer `{key}`", ("setting",), hint, severity=Severity.WARNING)


def _keys(facts: Facts) -> list[str]:
    """Return the answers that a prompt must not contain; function words in gaps are the subject of weak-gap."""
    if facts.gaps:
        return [key for key in facts.key_texts if subject_of(key)]
    keys = facts.key_texts if isinstance(facts.interaction, TextEntry | NumberEntry) else facts.keys
    # a question between true and false may well contain these words
    return [key for key in keys if len(word := " ".join(_sought(key))) >= MINIMUM and word not in TRUTHS]


def _sought(key: str) -> tuple[str, ...]:
    # behind a word of the prompt, the symbol of `name?` would be punctuation
    return () if key.strip(_QUOTES)[-1:] in _PUNCTUATION else tokens(key)


def _written_so(key: str, stem: str) -> bool:
    """Whether the prompt has the key with the same capitals: "The Scream" is a title, "a scream" is not."""
    return key.strip(_QUOTES + " .") in stem or not any(map(str.isalpha, key))


def _names_alternatives(facts: Facts, shown: tuple[str, ...]) -> bool:
    if facts.gaps:
        return False
    return "or" in tokens(facts.lead_in) or ("and" in shown and bool(_CHOOSES.search(facts.folded_stem)))
