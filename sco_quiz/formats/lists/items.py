"""Turn questions of a list into items, or say why they cannot be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.item import (
    Answer,
    Body,
    ChoiceBody,
    Item,
    NumberAnswer,
    NumberBody,
    RichText,
    TextBody,
    TruthBody,
)
from sco_quiz.formats.exchange.numbers import parse_number
from sco_quiz.formats.exchange.reasons import QuestionError, named_problem
from sco_quiz.formats.lists.labels import index_of
from sco_quiz.formats.lists.listed import Listed, ListedOption
from sco_quiz.formats.lists.text import rich
from sco_quiz.formats.lists.words import FALSE, TRUE

_LETTERS = re.compile(r"\(?[^\W_]\)?(?:\s*+(?:[,;&/+]\s*+)?\(?[^\W_]\)?)*+")
_LETTER = re.compile(r"\(?(?P<letter>[^\W_])(?:\)|\.|:|\s[-–—])(?:\s+(?P<text>.*))?|(?P<only>[^\W_])")
_FORMS = re.compile(r"(?<!\s)\s+/\s+|(?:(?<!\s)\s+)?[;|]\s*")
_LONGEST_MARK = 20  # characters
_MARKED_END = re.compile(
    r"\s*(?:(?<!\*)\*|[✓✔]|\[[xX]\]|\((?:correct|right|richtig|correcta?|corretta|certa|верно)\))\s*$", re.I
)
_END = re.compile(r"[.。]$")

Outcome = tuple[Item | None, list[Problem]]


def item_of(question: Listed) -> Outcome:
    """Return a question as an item, and what is doubtful about it or why it is not one."""
    line = next(question.lines)
    if question.answer is None and not question.options:
        return None, [_without_answer(question)]
    if not question.stem:
        hint = "write the question on a line before its first option"
        return None, [Problem("unreadable-question", "these options have no question", line.place, hint)]
    _mark_at_ends(question)
    try:
        body = _body(question)
    except QuestionError as error:
        place = (question.answer_line or line).place if error.name == "key-not-an-option" else line.place
        return None, [named_problem(error.name, error.message, place, error.hint)]
    item = Item(line.place, rich(question.stem), body, feedback=rich(question.explanation))
    return item, [doubt for doubt in (_doubtful_key(question), *_empty_options(question)) if doubt]


def _mark_at_ends(question: Listed) -> None:
    """Take a star, a tick or a word at the end of some options for the mark of the right ones, if nothing else is."""
    if question.answer is not None or any(option.marked for option in question.options):
        return
    texts = [option.lines[-1].text for option in question.options]
    ends = [_MARKED_END.search(text, max(len(text) - _LONGEST_MARK, 0)) for text in texts]
    # *none* is emphasized, not marked
    ends = [end if end and "*" not in text[: end.start()] else None for text, end in zip(texts, ends, strict=True)]
    if all(ends):
        return
    for option, end in zip(question.options, ends, strict=True):
        if end:
            option.marked = True
            option.label = replace(option.label, marked=True)
            option.lines[-1] = option.lines[-1].cut(0, end.start())


def _empty_options(question: Listed) -> Iterator[Problem]:
    for option in question.options:
        if not _plain(option):
            message = f"the option {option.label.letter} has no text; it is skipped"
            yield named_problem("doubtful-text", message, option.lines[0].place, "write its text, or delete it")


def _without_answer(question: Listed) -> Problem:
    line = next(question.lines)
    if question.number is not None:
        hint = "write its options and the answer below it, such as `ANSWER: B`"
        return Problem("no-right-answer", "this question has no options and no answer", line.place, hint)
    message = "this is not a question: no options and no answer follow"
    return named_problem("doubtful-text", message, line.place)


def _doubtful_key(question: Listed) -> Problem | None:
    """Return a warning for a key that is only known by how an option looks."""
    emphasized = [option for option in question.options if option.marked and not option.label.marked]
    if question.answer is not None or not emphasized:
        return None
    what = f"`{_plain(emphasized[0])}` is taken for the right option, since it is emphasized"
    return named_problem("doubtful-key", what, emphasized[0].lines[0].place, "add a line such as `ANSWER: B`")


def _body(question: Listed) -> Body:
    if not question.options:
        return _typed(question.answer or "")
    if len(question.options) == 1:
        raise QuestionError("too-few-options", "the question has only one option", "add a second option")
    right = _right_options(question)
    if (truth := _truth(question.options)) is not None and len(right) == 1:
        return TruthBody(truth == (right[0] == 0))
    return choice_of(question.options, right)


def _right_options(question: Listed) -> list[int]:
    """Return the positions of the right options."""
    if question.answer is not None:
        return key_of(question.answer, question.options)
    marked = [index for index, option in enumerate(question.options) if option.marked]
    # emphasis on all options says nothing about any
    if not marked or len(marked) == len(question.options):
        hint = "add a line such as `ANSWER: B`, or a * before the right option"
        raise QuestionError("no-right-answer", "no right option is named", hint)
    return marked


def key_of(said: str, options: Sequence[ListedOption]) -> list[int]:
    """Return the positions of the options that an answer names: by letters, or by their text."""
    bare = _END.sub("", said.strip()).strip("()[]<>\"' ")
    texts = [_plain(option).casefold() for option in options]
    if bare.casefold() in texts:
        return [texts.index(bare.casefold())]
    letters = {index_of(option.label.letter): index for index, option in enumerate(options)}
    named = _letters_in(said, texts)
    positions = [letters.get(index_of(letter)) for letter in named]
    found = [position for position in positions if position is not None]
    if not found or len(found) < len(positions):
        known = ", ".join(option.label.letter for option in options)
        raise QuestionError("key-not-an-option", f"the answer `{said}` is not an option; they are {known}")
    return list(dict.fromkeys(found))


def _letters_in(said: str, texts: Sequence[str]) -> list[str]:
    """Return the letters of an answer such as `B`, `b) Paris`, `A, C`, `A and C` or `AC`."""
    one = _LETTER.fullmatch(said.strip())
    if one:
        return [one["letter"] or one["only"]]
    bare = _END.sub("", said.strip())
    if bare.isalpha() and bare.isupper() and list(bare) == sorted(set(bare)):
        return list(bare)
    if _LETTERS.fullmatch(bare):
        return [word.strip("()") for word in re.findall(r"\(?\b[^\W_]\b\)?", bare) if word not in ("y", "e", "и")]
    return []


def _plain(option: ListedOption) -> str:
    return " ".join(" ".join(line.text for line in option.lines).split())


def _truth(options: Sequence[ListedOption]) -> bool | None:
    """Return whether the first of two options is true, if they are true and false; else None."""
    words = [_plain(option).casefold() for option in options]
    match words:
        case ["true", "false"]:
            return True
        case ["false", "true"]:
            return False
    return None


def choice_of(options: Sequence[ListedOption], right: Sequence[int]) -> ChoiceBody:
    """Return options; of several right ones, each gives its share, and a wrong one costs as much."""
    share = Fraction(1, len(right))
    wrong = Fraction(0) if len(right) == 1 else -share
    answers = [Answer(rich(option.lines), share if index in right else wrong) for index, option in enumerate(options)]
    return ChoiceBody(tuple(answers), single=len(right) == 1)


def _typed(said: str) -> Body:
    """Return what to type: true or false, a number, or words with their other forms."""
    bare = _END.sub("", said.strip())
    if bare.casefold() in TRUE | FALSE:
        return TruthBody(bare.casefold() in TRUE)
    number = parse_number(bare)
    if number is not None:
        return NumberBody((NumberAnswer(number),))
    return TextBody(tuple(Answer(RichText(form), Fraction(1)) for form in _FORMS.split(bare) if form))
