"""A setting, a prompt or an option is long.

Long prompts and options test reading, and on a phone they push the options off the screen. The rule reports prompts
over 60 words or 250 characters, without code and tables, which may have 25 lines; and options and settings over 30
words or 140 characters.

Example:

    - type: short_answer
      prompt: >-
        On 9 December 2009, as the picture beside the article shows, where many flags can be seen and a long table with
        papers on it, at which the ministers of finance and the governors of the central banks of the six countries
        sat together with their advisers and interpreters, in which city did they meet?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.prose import longest_block, running_text
from sco_quiz.lint.rule import Finding

NAME = "too-long"
SEVERITY = Severity.INFO

PROMPT_WORDS, PROMPT_LENGTH, OPTION_WORDS, OPTION_LENGTH = 60, 250, 30, 140
BLOCK_LINES = 25


def check(facts: Facts) -> Iterator[Finding]:
    """Report a long setting, a long prompt and long options."""
    for path, text in facts.new_setting:
        if len(text) > OPTION_LENGTH or _has_more(text, OPTION_WORDS):
            message = f"the setting has {len(text)} characters and {len(text.split())} words"
            yield Finding(message, path, "name only speaker, occasion and date")
    # as shown: the hidden words of a gap do not count
    text = running_text(facts.question.stem)
    if len(text) > PROMPT_LENGTH or _has_more(text, PROMPT_WORDS):
        yield Finding(f"the prompt has {len(text)} characters and {len(text.split())} words", hint="shorten it")
    lines = longest_block(facts.question.stem)
    if lines > BLOCK_LINES:
        message = f"the code or table of the prompt has {lines} lines"
        yield Finding(message, hint="leave only the lines that the question is about")
    for (path, text), length in zip(facts.placed, facts.lengths, strict=False):
        if length > OPTION_LENGTH or _has_more(text, OPTION_WORDS):
            yield Finding(f"this option has {length} characters and {len(text.split())} words", path, "shorten it")


def _has_more(text: str, words: int) -> bool:
    # each word has a character and a space, so that most strings need not be split
    shortest = 2 * words
    return len(text) > shortest and len(text.split()) > words
