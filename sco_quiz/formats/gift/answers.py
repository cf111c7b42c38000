"""What is between the braces of a question in GIFT."""

import re
from fractions import Fraction

from sco_quiz.formats.exchange.item import (
    NO_TEXT,
    Answer,
    Body,
    ChoiceBody,
    MatchBody,
    OrderBody,
    RichText,
    TextBody,
    TextForm,
    TruthBody,
)
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.gift.masked import Slice
from sco_quiz.formats.gift.numbers import number_body
from sco_quiz.formats.gift.remarks import Remark
from sco_quiz.formats.gift.weights import weight_of

_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
# what teachers write for T and F, in other languages or after =, and Moodle takes for words to type
_TRUTH_WORDS = re.compile(
    "t|f|true|false|wahr|richtig|falsch|vrai|faux|verdadero|cierto|falso|vero|verdadeiro|waar|onwaar|верно|неверно|правда|ложь"
)
_ARROW = "->"
_LETTER = re.compile(r"(?:^|\W)[A-Z]$")
_COUNT = re.compile(r">\s*\d")
_ORDERING = re.compile(
    r">(?:\s*+\d++)?(?:\s*+(?:ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG)\b)?"
    r"(?:\s*+(?:HORIZONTAL|HORI|H|VERTICAL|VERT|V|[01])\b)?"
    r"(?:\s*+(?P<grading>ALL_OR_NOTHING|(?:ABSOLUTE|RELATIVE|LONGEST)_[A-Z_]+|ABSOLUTE|ABS|RELATIVE|REL)\b)?"
    r"(?:\s*+(?:SHOW|TRUE|YES|HIDE|FALSE|NO)\b)?(?:\s*+(?:none|123|abc|ABCD|iii|IIII))?(?=\s|$)"
)

Read = tuple[Body, list[Remark]]


def body_of(answers: Slice, form: TextForm) -> Read:
    """Return what the braces say; `form` is that of the question, which answers share."""
    if not answers:
        raise QuestionError("unsupported-kind", "an essay is not a kind of question of sco-quiz")
    if answers.masked.startswith(">"):
        return _ordering(answers)
    if answers.masked.startswith("#"):
        return number_body(answers, form)
    if "~" in answers.masked:
        return _choice(answers, form)
    if "=" in answers.masked and _ARROW in answers.masked:
        return _matching(answers, form)
    return _truth(answers, form) or _words(answers, form)


def _choice(answers: Slice, form: TextForm) -> Read:
    remarks, options = [], []
    for start, end in _options(answers.masked):
        option = answers.cut(start + 1, end)
        right = answers.masked[start] == "="
        weight, as_text, said = weight_of(option)
        text, feedback = said.partition("#")
        if weight is not None and (right or as_text):
            weight_text = option.source[: option.source.index("%", 1) + 1]
            what = f"`{weight_text}` is read as a weight; Moodle takes it for text of the option"
            hint = "write = without a weight" if right else "write the weight as %100%"
            remarks.append(Remark("doubtful-key", what, option.start, hint))
        remarks += _cut_off(said)
        if text:  # Moodle drops an empty option, as in `~=right`
            fraction = weight if weight is not None else Fraction(right)
            options.append(Answer(text.rich(form), fraction, feedback.rich(form)))
    if len(options) < 2:
        raise QuestionError("too-few-options", "a choice needs at least two options")
    if answers.masked.startswith("=") and all(_ARROW in option.text.source for option in options):
        hint = "write = before each pair"
        remarks.append(Remark("doubtful-key", "pairs after ~ are read as options to choose from", answers.start, hint))
    return ChoiceBody(tuple(options), single="=" in answers.masked), remarks


def _cut_off(said: Slice) -> list[Remark]:
    """Return a remark if the # of a word such as C# begins feedback that is not there."""
    text, feedback = said.partition("#")
    if feedback or not _LETTER.search(text.masked) or not said.masked.startswith("#", len(text.masked)):
        return []
    what = f"`{said.source}` is read as `{text.source}`: a # begins feedback"
    return [Remark("doubtful-text", what, said.start, r"write \# for a # that is text")]


def _options(masked: str) -> list[tuple[int, int]]:
    """Return the offsets of the symbol before each option, and of its end."""
    symbols = [symbol.start() for symbol in re.finditer("[=~]", masked)]
    return list(zip(symbols, [*symbols[1:], len(masked)], strict=True))


def _matching(answers: Slice, form: TextForm) -> Read:
    pairs: list[tuple[RichText, RichText]] = []
    spare: list[RichText] = []
    remarks: list[Remark] = []
    for part in answers.split("="):
        if not part:
            continue
        if _ARROW not in part.masked:
            hint = "write each pair as =left -> right"
            raise QuestionError("unreadable-question", f"`{part.source}` is a pair without ->", hint)
        left, right = part.partition(_ARROW)
        if not remarks and ("#" in right.masked or weight_of(left)[0] is not None):
            what = f"pairs have no feedback and no weights: all of `{part.source}` is text"
            remarks.append(Remark("doubtful-text", what, part.start, "write the left and the right side only"))
        side = RichText(right.text)  # Moodle shows right sides as plain text
        if left:
            pairs.append((left.rich(form), side))
        else:
            spare.append(side)
    if len(pairs) + len(spare) < 2:
        what = "matching needs at least two pairs; with one, Moodle imports nothing of the whole file"
        raise QuestionError("too-few-options", what, "add a pair; a typed answer cannot have an arrow")
    return MatchBody(tuple(pairs), tuple(spare)), remarks


def _truth(answers: Slice, form: TextForm) -> Read | None:
    word, wrong, right = _feedbacks(answers, form)
    truth = _TRUTH.get(word.upper())
    if truth is None:
        return None
    remarks = []
    if word not in _TRUTH:
        what = f"`{{{word}}}` is read as true or false; Moodle takes it for a word to type"
        remarks.append(Remark("doubtful-key", what, answers.start, f"write {{{word.upper()}}}"))
    return TruthBody(truth, (right, wrong) if truth else (wrong, right)), remarks


def _feedbacks(answers: Slice, form: TextForm) -> tuple[str, RichText, RichText]:
    """Return the word before the first #, feedback on the wrong choice, and feedback on the right one."""
    word, rest = answers.partition("#")
    wrong, right = rest.partition("#")
    return word.text, wrong.rich(form) if wrong else NO_TEXT, right.rich(form) if right else NO_TEXT


def _words(answers: Slice, form: TextForm) -> Read:
    remarks, accepted = [], []
    for part in answers.split("="):
        weight, _, said = weight_of(part)
        text, feedback = said.partition("#")
        remarks += _cut_off(said)
        if text:
            # Moodle shows and compares typed answers as plain text
            plain, share = RichText(text.rich(form).source), Fraction(1) if weight is None else weight
            accepted.append(Answer(plain, share, feedback.rich(form)))
    if not accepted:
        raise QuestionError("no-right-answer", "no answer is given", "write it in the braces, as in {=right}")
    if _TRUTH_WORDS.fullmatch(accepted[0].text.source.casefold()):
        what = f"`{accepted[0].text.source}` is read as a word to type"
        remarks.append(Remark("doubtful-key", what, answers.start, "for true or false, write {T} or {F}"))
    return TextBody(tuple(accepted), wildcards=True), remarks


def _ordering(answers: Slice) -> Read:
    head = _ORDERING.match(answers.masked)
    items = answers.cut(head.end() if head else 1)
    # Moodle takes a line for an item, and HTML in it for markup
    texts = tuple(line.rich("moodle") for line in items.split("\n") if line)
    remarks = []
    if not _COUNT.match(answers.masked):
        what = "this is read as an ordering question; without a number after >, Moodle takes it for a word to type"
        remarks.append(Remark("doubtful-key", what, answers.start, "write the number of items after >"))
    return OrderBody(texts, head["grading"] or "" if head else ""), remarks
