"""What each interaction becomes in Moodle XML: the kind of question, and its own elements."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from html import escape
from typing import assert_never

from sco_quiz.core.content import Content, literal
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry, write_number
from sco_quiz.core.kinds import Question
from sco_quiz.core.kinds.refusals import looks_of
from sco_quiz.core.parts import Role
from sco_quiz.core.place import KeyPath
from sco_quiz.formats.exchange.xml_output import element, text_element
from sco_quiz.formats.moodle.grades import GRADES, in_percent, nearest_grade
from sco_quiz.formats.moodle.question_sheet import QuestionSheet

_HALF = Decimal(2)


def body_of(question: Question, sheet: QuestionSheet) -> tuple[str, str]:
    """Return the name of Moodle's kind, and the elements that only this kind has."""
    interaction = question.interaction()
    match interaction:
        case Choice() if interaction.by_key:
            return "truefalse", _truth(interaction)
        case Choice():
            return "multichoice", _choice(question, interaction, sheet)
        case TextEntry(inline=True):
            return "cloze", ""
        case TextEntry():
            return "shortanswer", _words(question, interaction, sheet)
        case NumberEntry():
            return "numerical", _number(interaction, sheet)
        case Match():
            return "matching", _match(question, interaction, sheet)
        case Order():
            return "ordering", _order(question, interaction, sheet)
    assert_never(interaction)


def is_case_sensitive(interaction: Interaction) -> bool:
    """Return whether capitals count."""
    return isinstance(interaction, TextEntry) and not {"case", "all"}.isdisjoint(interaction.strict)


def answer_paths(question: Question, *roles: Role) -> list[KeyPath]:
    """Return the key paths of the parts with some roles, in their order."""
    return [part.path for part in question.answer_parts() if part.role in roles]


def _answer(grade: Fraction, text: str, *inside: str, form: str = "moodle_auto_format") -> str:
    return element("answer", "".join((text, *inside)), fraction=in_percent(grade), format=form)


def _truth(choice: Choice) -> str:
    options = ((option.content.plain, Fraction(option.right)) for option in choice.options)
    return "".join(_answer(grade, text_element("text", text)) for text, grade in options)


def _choice(question: Question, choice: Choice, sheet: QuestionSheet) -> str:
    right = sum(option.right for option in choice.options)
    share = _share(right, sheet)
    wrong = -share
    if not choice.several or choice.penalty:
        wrong = -_grade(choice.cost, "penalty", sheet)
    written = [
        text_element("single", "false" if choice.several else "true"),
        text_element("shuffleanswers", "true" if choice.order == "shuffled" else "false"),
        text_element("answernumbering", "abc"),
    ]
    paths = answer_paths(question, Role.RIGHT, Role.WRONG)
    for option, path in zip(choice.options, paths, strict=True):
        text = sheet.inside(sheet.html(option.content), {path: option.content})
        grade = share if option.right else wrong
        if option.partial:
            grade = _grade(option.partial.share, "partial", sheet)
        written.append(_answer(grade, text, sheet.feedback(option, path), form="html"))
    return "".join(written)


def _share(right: int, sheet: QuestionSheet) -> Fraction:
    """Return the share of the points of each right option, as far as Moodle has such a grade."""
    share = Fraction(1, right)
    if nearest_grade(share) is not None:
        return share
    nearest = Fraction(1, 10) if right < 20 else Fraction(1, 20)
    message = f"Moodle has no grade of 1/{right}; each right option gives {in_percent(nearest)} %"
    sheet.lose(("answers",), "other-scoring", message)
    return nearest


def _grade(share: Fraction, field: str, sheet: QuestionSheet) -> Fraction:
    """Return the grade of Moodle's list that is nearest to a share of the points."""
    nearest = min(GRADES, key=lambda grade: abs(grade - share))
    if nearest_grade(share) is None:
        message = f"Moodle has no grade of {in_percent(share)} %; it becomes {in_percent(nearest)} %"
        sheet.lose((field,), "other-scoring", message)
    return nearest


def _words(question: Question, entry: TextEntry, sheet: QuestionSheet) -> str:
    (gap,) = entry.gaps
    written = [text_element("usecase", "1" if is_case_sensitive(entry) else "0")]
    paths = answer_paths(question, Role.RIGHT, Role.ACCEPTED)
    for words in typed_words(zip(gap.accepted, paths, strict=True), sheet):
        written.append(_answer(Fraction(1), text_element("text", without_wildcards(words))))
    for option, path in zip(gap.rejected, answer_paths(question, Role.REJECTED), strict=True):
        words = sheet.plain(option.content, path, "typed answers")
        text = text_element("text", without_wildcards(words))
        written.append(_answer(Fraction(0), text, sheet.feedback(option, path)))
    for option, path in zip(gap.partial, answer_paths(question, Role.PARTIAL), strict=True):
        words = sheet.plain(option.content, path, "typed answers")
        grade = _grade(option.partial.share, "partial", sheet) if option.partial else Fraction(0)
        written.append(_answer(grade, text_element("text", without_wildcards(words))))
    return "".join(written)


def typed_words(forms: Iterable[tuple[Content, KeyPath]], sheet: QuestionSheet) -> Iterator[str]:
    """Yield right forms without markup, each once: some, such as code and a formula, are the same without it."""
    seen: set[object] = set()
    for form, path in forms:
        words = sheet.plain(form, path, "typed answers")
        if (looks := looks_of(literal(words))) in seen:
            sheet.lose(path, "lost-field", f"without markup, `{words}` is the same as another right answer")
        else:
            seen.add(looks)
            yield words


def without_wildcards(words: str) -> str:
    """Escape stars, which stand for any characters in Moodle."""
    return words.replace("*", r"\*")


def _number(entry: NumberEntry, sheet: QuestionSheet) -> str:
    if entry.digits:
        sheet.lose(("digits",), "lost-setting", "Moodle does not count digits")
    answers = (
        (text_element("text", write_number(number)), text_element("tolerance", write_number(within)))
        for number, within in _numbers(entry, sheet)
    )
    return "".join(_answer(Fraction(1), *texts) for texts in answers) + _unit(entry.unit)


def _numbers(entry: NumberEntry, sheet: QuestionSheet) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield the right numbers, each with its tolerance; a range is its middle with half of it as tolerance."""
    allowed = _decimal(entry.allowed)
    for number in (entry.answer, *entry.accept):
        yield number, allowed
    if entry.minimum is not None and entry.maximum is not None:
        middle = (entry.minimum + entry.maximum) / _HALF
        yield middle, (entry.maximum - entry.minimum) / _HALF + allowed
    elif entry.has_range:
        field = "min" if entry.maximum is None else "max"
        sheet.lose((field,), "lost-tolerance", "Moodle has no range that is open at one end; only the answer counts")


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _unit(unit: str) -> str:
    if not unit:
        # 3: no unit is asked for
        return text_element("unitgradingtype", "0") + text_element("showunits", "3")
    # a number without a unit is right, too, as here
    named = element("unit", text_element("multiplier", "1") + text_element("unit_name", unit))
    settings = {"unitgradingtype": "0", "unitpenalty": "0", "showunits": "0", "unitsleft": "0"}
    return element("units", named) + "".join(text_element(name, value) for name, value in settings.items())


def _match(question: Question, match: Match, sheet: QuestionSheet) -> str:
    written = [text_element("shuffleanswers", "true")]
    for (left, right), path in zip(match.pairs, answer_paths(question, Role.RIGHT), strict=True):
        inside = sheet.inside(sheet.html(left), {(*path, "left"): left})
        written.append(_pair(inside, sheet.plain(right, path, "right sides")))
    for option, path in zip(match.distractors, answer_paths(question, Role.WRONG), strict=True):
        written.append(_pair(text_element("text", ""), sheet.plain(option.content, path, "right sides")))
        if option.note:
            sheet.lose((*path, "note"), "lost-feedback", "Moodle has no feedback on a right side")
    return "".join(written)


def _pair(left: str, right: str) -> str:
    # Moodle shows a right side as HTML without tags
    answer = element("answer", text_element("text", escape(right, quote=False)))
    return element("subquestion", left + answer, format="html")


def _order(question: Question, order: Order, sheet: QuestionSheet) -> str:
    settings = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": "0",
        "gradingtype": "LONGEST_ORDERED_SUBSET",
        "showgrading": "SHOW",
        "numberingstyle": "none",
        # without it, Moodle aborts the import
        "shownumcorrect": "1",
    }
    written = [text_element(name, value) for name, value in settings.items()]
    for number, (item, path) in enumerate(zip(order.items, answer_paths(question, Role.ITEM), strict=True), start=1):
        text = sheet.inside(sheet.html(item), {path: item})
        written.append(element("answer", text, fraction=str(number), format="html"))
    return "".join(written)
