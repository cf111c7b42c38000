"""Draft single choice, multiple choice, and true or false."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from sco_quiz.core.kinds.refusals import looks_of
from sco_quiz.formats.drafting.letters import without_letters
from sco_quiz.formats.drafting.translator import (
    Fields,
    Translator,
    as_field,
    can_be_partial,
    content_of,
    listed,
    noted,
    percent,
    quoted,
)
from sco_quiz.formats.exchange.item import Answer, ChoiceBody, TruthBody
from sco_quiz.formats.exchange.reasons import QuestionError

_ROUNDING = Fraction(1, 10_000)  # Moodle writes a third as 33.33333 %

Option = tuple[str, Answer]
"""An option as Markdown, and what the file says about it."""


def draft_truth(body: TruthBody, translator: Translator) -> Fields:
    """Return a statement; what the file says to either answer explains it."""
    on_true, on_false = body.feedback
    translator.explain(*((on_true, on_false) if body.right else (on_false, on_true)))
    return {"type": "true_false", "answer": "true" if body.right else "false"}


def draft_choice(body: ChoiceBody, translator: Translator) -> Fields:
    """Return a question with one right option, or with several."""
    options = _options(body.answers, translator)
    if not body.shuffle:
        translator.fixed = True
    fields = _single(options, translator) if body.single else _multiple(options, translator)
    translator.explain(*(answer.feedback for _, answer in options if _is_right(answer, body.single)))
    return fields


def _is_right(answer: Answer, single: bool) -> bool:
    return answer.fraction >= 1 if single else answer.fraction > 0


def _options(answers: Sequence[Answer], translator: Translator) -> list[Option]:
    """Return the options in the order of the file, without letters of their own, and without repeats and empty ones."""
    texts = [translator.text(answer.text) for answer in answers]
    bare = without_letters(texts)
    translator.lettered = bare is not None
    return _without_repeats(_without_empty(zip(bare or texts, answers, strict=True), translator), translator)


def _without_empty(options: Iterable[Option], translator: Translator) -> Iterator[Option]:
    """Drop empty options, as Moodle does. Raise QuestionError if one of them is right."""
    for text, answer in options:
        if text:
            yield text, answer
        elif answer.fraction > 0:
            raise QuestionError("unreadable-question", "a right option is empty")
        else:
            if answer.text:
                translator.warn(
                    "doubtful-text", f"the option {quoted(answer.text.source)} shows nothing; it is skipped"
                )
            translator.explain(answer.feedback)


def _without_repeats(options: Iterable[Option], translator: Translator) -> list[Option]:
    """Drop options that repeat another one; the one that gives more points stays, at the position of the first."""
    seen: dict[object, Option] = {}
    for option in options:
        looks = looks_of(content_of(option[0]))
        kept = seen.setdefault(looks, option)
        if kept is option:
            continue
        kept, dropped = sorted((kept, option), key=_worth, reverse=True)
        seen[looks] = kept
        side = "as wrong, too" if dropped[1].fraction <= 0 < kept[1].fraction else "twice"
        translator.warn("repeated-option", f"the option {quoted(kept[0])} is there {side}; one is skipped")
        translator.explain(dropped[1].feedback)
    return list(seen.values())


def _worth(option: Option) -> tuple[Fraction, bool]:
    return option[1].fraction, bool(option[1].feedback)


def _single(options: Sequence[Option], translator: Translator) -> Fields:
    right = [text for text, answer in options if answer.fraction >= 1]
    if not right:
        raise QuestionError("no-right-answer", _no_right_answer(options), "mark the right option in the file")
    if len(right) > 1:
        message = f"{len(right)} options give all points, but learners choose one: {listed(right)}"
        raise QuestionError(
            "several-right-answers", message, "let learners choose several, or mark one option as right"
        )
    if len(options) == 1:
        raise QuestionError("too-few-options", "the right option is the only one", "add a wrong option")
    partial: dict[str, str] = {}
    for text, answer in options:
        if can_be_partial(answer.fraction):
            partial[text] = as_field(answer.fraction)
        else:
            _name_share(text, answer.fraction, translator)
    fields: Fields = {"type": "single_choice", "answer": right[0], "distractors": _distractors(options, translator, 1)}
    return {**fields, "partial": partial} if partial else fields


def _no_right_answer(options: Sequence[Option]) -> str:
    best, answer = max(options, key=lambda option: option[1].fraction, default=("", None))
    if answer is None or answer.fraction <= 0:
        return "no option is marked as right"
    return f"no option gives all points; {quoted(best)} gives {percent(answer.fraction)}, the most"


def _name_share(text: str, share: Fraction, translator: Translator) -> None:
    """Report points for a wrong option, and points that it costs."""
    if 0 < share < 1:
        translator.warn("partial-credit", f"{quoted(text)} gives {percent(share)} of the points there, none here")
    elif share < 0:
        translator.warn("penalty", f"{quoted(text)} costs {percent(-share)} of the points there, none here")


def _multiple(options: Sequence[Option], translator: Translator) -> Fields:
    right = [text for text, answer in options if answer.fraction > 0]
    if not right:
        raise QuestionError("no-right-answer", "no option is marked as right", "mark the right options in the file")
    if len(right) == len(options):
        message = "all options are right, and a question needs a wrong one"
        raise QuestionError("too-few-options", message, "add a wrong option")
    fields: Fields = {"type": "multiple_choice", "answers": right, "distractors": _distractors(options, translator, 0)}
    penalty = _penalty([answer.fraction for _, answer in options], Fraction(1, len(right)), translator)
    return {**fields, "penalty": penalty} if penalty else fields


def _penalty(fractions: list[Fraction], share: Fraction, translator: Translator) -> str:
    """Return what each wrong option costs, if not as much as a right one gives; report any other way to count."""
    costs = [-fraction for fraction in fractions if fraction <= 0]
    given = (fraction for fraction in fractions if fraction > 0)
    if _are_all(given, share) and _are_all(costs, costs[0]) and costs[0] <= 1:
        return "" if _are_all(costs, share) else as_field(costs[0])
    _name_scoring(fractions, share, translator)
    return ""


def _are_all(fractions: Iterable[Fraction], share: Fraction) -> bool:
    return all(abs(fraction - share) <= _ROUNDING for fraction in fractions)


def _name_scoring(fractions: Iterable[Fraction], share: Fraction, translator: Translator) -> None:
    """Report what options give in a way that no question of ours has."""
    fractions = list(fractions)
    right = sorted({percent(fraction) for fraction in fractions if fraction > 0})
    wrong = sorted({percent(-fraction) if fraction else "nothing" for fraction in fractions if fraction <= 0})
    message = f"there, a right option gives {' or '.join(right)}, and a wrong one costs {' or '.join(wrong)}"
    translator.warn("other-scoring", f"{message}; here, each {percent(share)}")


def _distractors(options: Sequence[Option], translator: Translator, above: int) -> list[str | dict[str, str]]:
    """Return the options that give at most a share of the points as distractors with their notes."""
    wrong = [(text, answer) for text, answer in options if answer.fraction <= 0 or answer.fraction < above]
    return [noted(text, translator.feedback(answer.feedback)) for text, answer in wrong]
