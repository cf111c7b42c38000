"""An answer marked in place: each option, row, item and gap with what became of it."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from sco_quiz.core.interaction import Choice, Match, NumberEntry, Option, Order, TextEntry
from sco_quiz.core.nodes import GapMark, Paragraph
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.session import Result
from sco_quiz.core.verdict import Outcome, Response
from sco_quiz.terminal.blocks import Line, Style
from sco_quiz.terminal.content_view import shown_key, shown_response
from sco_quiz.terminal.outcomes import STYLES, SYMBOLS
from sco_quiz.terminal.shown import Shown, Words, fill_gaps, join, shown

RIGHT, WRONG, MISSED = "✓", "✗", "○"
MARKS = (*SYMBOLS.values(), MISSED)


def marked_lines(result: Result, options: Sequence[str]) -> list[Line]:
    """Return the question's options, rows or items as they were shown, marked; of a typed answer, the answer."""
    interaction, response = result.question.interaction(), result.response or ()
    match interaction:
        case Choice():
            return list(_options(interaction, options, response))
        case Match():
            return list(match_lines(interaction, response))
        case Order():
            return list(order_lines(interaction, response))
        case TextEntry(inline=True):
            return []  # in the prompt
        case TextEntry() | NumberEntry():
            return list(_typed(result))
    assert_never(interaction)


def marked_stem(result: Result) -> Shown:
    """Return the prompt; what was typed into a gap is marked there, beside what is right."""
    question, interaction = result.question, result.question.interaction()
    if not (isinstance(interaction, TextEntry) and interaction.inline):
        return shown(question.stem)
    gaps = question.stem.gaps
    outcomes = result.verdict.parts if result.verdict else ()
    if result.response is None or len(outcomes) != len(gaps):
        return fill_gaps(question.stem, map(_hidden, gaps))
    return fill_gaps(question.stem, map(_gap, outcomes, result.response, gaps))


def _gap(outcome: Outcome, typed: str, gap: GapMark) -> Words:
    right = _hidden(gap)
    if outcome is Outcome.RIGHT:
        return f"{RIGHT} " + (right if typed == plain_text(gap.hidden) else shown(typed))
    return f"{SYMBOLS[outcome]} {typed or '…'} → " + right


def _hidden(gap: GapMark) -> Shown:
    """Return what a gap hides as it is hidden there: code in code needs no backticks."""
    return Shown((Paragraph(gap.hidden),))


def _options(choice: Choice, options: Sequence[str], response: Response) -> Iterator[Line]:
    by_text = {option.text: option for option in choice.options}
    for number, text in enumerate(options, start=1):
        option = by_text[text]
        label = option.keys[0] if choice.by_key else str(number)
        yield _option(option, label, text in response, choice.several, bool(response))


def _option(option: Option, label: str, chosen: bool, several: bool, answered: bool) -> Line:
    text = shown(option.content)
    if not (option.right or chosen):
        return Line(text, label=label, mark=" ")
    if option.partial:
        partly = f" (your answer, {option.partial} of the credit)"
        return Line(text + partly, "partly", label, mark=SYMBOLS[Outcome.PARTLY])
    if not option.right:
        return Line(text + f" ({'wrong' if several else 'your answer'})", "wrong", label, mark=WRONG)
    if chosen:
        return Line(text + f" ({'right' if several else 'your answer'})", "right", label, mark=RIGHT)
    if several and answered:
        return Line(text + " (missed)", "partly", label, mark=MISSED)
    return Line(text + " (right answer)", "right", label, mark=RIGHT)


def choice_lines(choice: Choice, response: Response) -> Iterator[Line]:
    """Yield the right options, each with whether it was chosen, then the wrong ones that were."""
    for option in sorted(choice.options, key=lambda option: not option.right):
        text, chosen = shown(option.content), option.text in response
        if option.right:
            if chosen:
                yield Line(text + " (right)", "right", mark=RIGHT, spoken=text + ": right, chosen")
            else:
                yield Line(text + " (missed)", "partly", mark=MISSED, spoken=text + ": right, not chosen")
        elif chosen:
            yield Line(text + " (wrong)", "wrong", mark=WRONG, spoken=text + ": wrong, chosen")


def match_lines(match: Match, response: Response) -> Iterator[Line]:
    """Yield each row with what was given for it, and what is right if that was not."""
    given_texts = shown_response(match, response)
    for index, (row, right) in enumerate(match.pairs):
        given = given_texts[index] if index < len(given_texts) else ""
        wanted = shown(right)
        pair = shown(row) + " = " + wanted
        if not response:
            yield Line(pair, label="·")
        elif given in (wanted, ""):
            yield Line(pair, "right", mark=RIGHT, spoken=pair + ": right" if given else pair)
        else:
            chosen = shown(row) + " = " + given
            spoken = chosen + ": wrong, right is " + wanted
            yield Line(chosen + " (right: " + wanted + ")", "wrong", mark=WRONG, spoken=spoken)


def order_lines(order: Order, response: Response) -> Iterator[Line]:
    """Yield the items in their right order: right are those that earn credit, others have the place that was given."""
    kept = order.in_order(response)
    for number, item in enumerate(order.items, start=1):
        text = shown(item)
        if not response:
            yield Line(text, label=str(number))
        elif len(kept) > 1 and number - 1 in kept:  # a single item is in order by necessity
            yield Line(text, "right", str(number), mark=RIGHT)
        else:
            place = f"you: {response.index(item.source) + 1}" if item.source in response else "not placed"
            yield Line(text + f" ({place})", "wrong", str(number), mark=WRONG)


def _typed(result: Result) -> Iterator[Line]:
    question, verdict = result.question, result.verdict
    right = join("; ", shown_key(question.interaction(), question.correct_response))
    typed = "; ".join(result.response or ())
    if verdict:
        style: Style = STYLES[verdict.outcome]
        yield Line(f"Your answer: {typed}", style, mark=SYMBOLS[verdict.outcome])
    if typed != "; ".join(question.correct_response):
        yield Line("Right answer: " + right, "right", mark=RIGHT)
