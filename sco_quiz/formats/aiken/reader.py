"""Read Aiken, also where Moodle is stricter, and say where Moodle reads something else."""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.encoding import text_of
from sco_quiz.formats.exchange.item import Parsed, TruthBody
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.lists.items import item_of
from sco_quiz.formats.lists.listed import Listed, read_list
from sco_quiz.formats.lists.reader import lines_of_text, nothing_found

_ENOUGH = 20_000
_ANSWER = re.compile(r"^ANSWER:[ \t]*[A-Z][ \t]*$", re.MULTILINE)
# of what follows ANSWER:, Moodle reads one letter
_KEY = re.compile(r"[ \t]*ANSWER:[ \t]*[A-Z](?:\W*|[.)].*)$")
_OPTION = re.compile(r"^[ \t]*[A-Z][.)]", re.MULTILINE)
# a number before a question or an explanation makes a file a list of another sort
_LIST = re.compile(r"^[ \t]*(?:\d+[.)]|explanation:|feedback:)", re.MULTILINE | re.IGNORECASE)


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file looks like Aiken."""
    text = data[:_ENOUGH].decode(errors="ignore").replace("\r\n", "\n").replace("\r", "\n")
    return bool(_ANSWER.search(text) and _OPTION.search(text)) and not _LIST.search(text)


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the questions of an Aiken file."""
    text = text_of(data, name, options)
    if isinstance(text, Problem):
        return Parsed((), (text,))
    items, problems = [], []
    # numbers before questions are part of them, as in Moodle
    for question in read_list(lines_of_text(text, name), numbered=False):
        if question.answer is not None and not question.options:
            hint = "write the options after the question, the first one as `A. `, and the answer after them"
            problems.append(_about("too-few-options", "no options are before this answer", question, hint))
            continue
        item, found = item_of(question)
        problems += found
        if item:
            items.append(item)
            problems += _differences(question)
            if isinstance(item.body, TruthBody):
                message = "the options are true and false: read as a statement; Moodle makes a choice of it"
                problems.append(_about("doubtful-key", message, question, "keep it, if that is what you mean"))
    return Parsed(tuple(items), tuple(problems or ([] if items else [nothing_found(name)])))


def _differences(question: Listed) -> Iterator[Problem]:
    """Yield a warning for what Moodle reads in another way, or not at all."""
    if len(question.stem) > 1:
        message = f"the question has {len(question.stem)} lines, which are all read; Moodle reads the last one alone"
        yield _about("doubtful-text", message, question, "write the question on one line")
    if any(not option.label.strict for option in question.options):
        message = "Moodle does not read these options"
        yield _about("doubtful-text", message, question, "write `A. ` or `A) `, with an upper-case letter")
    if any(len(option.lines) > 1 for option in question.options):
        message = "an option has several lines, which are all read; Moodle takes the second one for a question"
        yield _about("doubtful-text", message, question, "write each option on one line")
    if [option.label.index for option in question.options] != list(range(len(question.options))):
        message = "a letter is missing among the options; Moodle counts options and ignores letters"
        yield _about("doubtful-key", message, question, "write the letters without a gap")
    line = question.answer_line
    if line and not _KEY.match(line.text):
        message = f"`{line.text.strip()}` is read as the answer; Moodle reads another one, or none"
        place = line.place
        hint = "write `ANSWER: ` and one upper-case letter"
        yield named_problem("doubtful-key", message, place, hint)


def _about(name: str, message: str, question: Listed, hint: str) -> Problem:
    return named_problem(name, message, next(question.lines).place, hint)
