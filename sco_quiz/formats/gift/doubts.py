"""Where Moodle reads something else from GIFT than its author meant, and says nothing."""

import re
from collections.abc import Iterator

from sco_quiz.formats.gift.blocks import Block
from sco_quiz.formats.gift.braces import Answers
from sco_quiz.formats.gift.masked import Slice
from sco_quiz.formats.gift.remarks import Remark

_SPLIT = "a blank line before this question is missing; Moodle reads it as a part of the question before it"
_JOINED = "blank lines are between the braces; Moodle does not read this question"
_ZERO = "to Moodle, a line with `0` alone is a blank line, which ends a question"
_FORMAT = re.compile(r"\[\s*(?:html|moodle|plain|markdown)\s*\]", re.IGNORECASE)
_OF_MOODLE = re.compile(r"\[(?:html|moodle|plain|markdown)\]")
# a comment, or feedback, behind the answers
_BEHIND = re.compile(r"\s*(//|#)")
# an option in general feedback
_OPTION = re.compile(r"(?:^|\s)[=~]\w")


def doubts_of(block: Block, text: Slice, answers: Answers, general: Slice) -> Iterator[Remark]:
    """Yield what is doubtful about a question with answers in braces."""
    if block.split:
        yield Remark("missing-blank-line", _SPLIT, text.start, "add a blank line before it")
    if block.joined:
        yield Remark("doubtful-text", _JOINED, text.start, "remove the blank lines")
    if "0" in block.lines:
        yield Remark("doubtful-text", _ZERO, text.start, "write the number on the line of other words")
    if answers.doubt:
        what = f"{answers.doubt}; Moodle may read another question than the one that was meant"
        yield Remark("doubtful-text", what, text.start, r"write \{ and \} for braces that are text")
    yield from _shown(text, answers)
    if _OPTION.search(general.masked):
        what = "all text after #### is general feedback, also what looks like an option"
        yield Remark("doubtful-text", what, general.start, "write #### after the last option")


def _shown(text: Slice, answers: Answers) -> Iterator[Remark]:
    """Yield what learners see, and was meant as something else."""
    tag = _FORMAT.match(text.masked)
    if tag and not _OF_MOODLE.match(text.masked):
        name = re.sub(r"\s", "", tag[0]).lower()
        yield Remark("doubtful-text", f"`{tag[0]}` is text, not the name of a format", text.start, f"write {name}")
    behind = _BEHIND.match(text.masked[answers.end + 1 :])
    if behind:
        what, hint = "feedback after the braces is a part of the question", "write it before the closing brace"
        if behind[1] == "//":
            what, hint = "a comment behind other text is a part of the question", "write it on a line of its own"
        yield Remark("doubtful-text", what, text.start + answers.end, hint)
