"""An answer marked in place: each option, row, item and gap with what became of it."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from sco_quiz.core.interaction import Choice, Match, NumberEntry, Option, Order, TextEntry
from sco_quiz.core.session import Result
from sco_quiz.core.verdict import Outcome, Response
from sco_quiz.terminal.blocks import Line, Style
from sco_quiz.terminal.content_view import render_content, render_filled, render_response
from sco_quiz.terminal.outcomes import STYLES, SYMBOLS

RIGHT, WRONG, MISSED = "✓", "✗", "○"


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


def marked_stem(result: Result) -> str:
    """Return the prompt; what was typed into a gap is marked there, beside what is right."""
    question, interaction = result.question, result.question.interaction()
    if not (isinstance(interaction, TextEntry) and interaction.inline):
        return render_content(question.stem).shown
    right = question.correct_response
    outcomes = result.verdict.parts if result.verdict else ()
    if result.response is None or len(outcomes) != len(right):
        return render_filled(question.stem, right)
    return render_filled(question.stem, map(_gap, outcomes, result.response, right))


def _gap(outcome: Outcome, typed: str, right: str) -> str:
    if outcome is Outcome.RIGHT:
        return f"{RIGHT} {typed}"
    return f"{SYMBOLS[outcome]} {typed or '…'} → {right}"


def _options(choice: Choice, options: Sequence[str], response: Response) -> Iterator[Line]:
    by_text = {option.text: option for option in choice.options}
    for number, text in enumerate(options, start=1):
        option = by_text[text]
        label = option.keys[0] if choice.by_key else str(number)
        yield _option(option, label, text in response, choice.several, bool(response))


def _option(option: Option, label: str, chosen: bool, several: bool, answered: bool) -> Line:
    text = render_content(option.content).shown
    if not (option.right or chosen):
        return Line(text, label=label, mark=" ")
    if not option.right:
        return Line(f"{text} ({'wrong' if several else 'your answer'})", "wrong", label, mark=WRONG)
    if chosen:
        return Line(f"{text} ({'right' if several else 'your answer'})", "right", label, mark=RIGHT)
    if several and answered:
        return Line(f"{text} (missed)", "partly", label, mark=MISSED)
    return Line(f"{text} (right answer)", "right", label, mark=RIGHT)


def choice_lines(choice: Choice, response: Response) -> Iterator[Line]:
    """Yield the right options, each with whether it was chosen, then the wrong ones that were."""
    for option in sorted(choice.options, key=lambda option: not option.right):
        text, chosen = render_content(option.content).shown, option.text in response
        if option.right:
            words = f"{text}: right, {'chosen' if chosen else 'not chosen'}"
            mark = RIGHT if chosen else MISSED
            yield Line(
                f"{text} ({'right' if chosen else 'missed'})", "right" if chosen else "partly", mark=mark, spoken=words
            )
        elif chosen:
            yield Line(f"{text} (wrong)", "wrong", mark=WRONG, spoken=f"{text}: wrong, chosen")


def match_lines(match: Match, response: Response) -> Iterator[Line]:
    """Yield each row with what was given for it, and what is right if that was not."""
    given_texts = render_response(match, response)
    for index, (row, right) in enumerate(match.pairs):
        given = given_texts[index] if index < len(given_texts) else ""
        left, wanted = render_content(row).shown, render_content(right).shown
        if not response:
            yield Line(f"{left} = {wanted}", label="·")
        elif given in (wanted, ""):
            yield Line(
                f"{left} = {wanted}", "right", mark=RIGHT, spoken=f"{left} = {wanted}{': right' if given else ''}"
            )
        else:
            spoken = f"{left} = {given}: wrong, right is {wanted}"
            yield Line(f"{left} = {given} (right: {wanted})", "wrong", mark=WRONG, spoken=spoken)


def order_lines(order: Order, response: Response) -> Iterator[Line]:
    """Yield the items in their right order: right are those that earn credit, others have the place that was given."""
    kept = order.in_order(response)
    for number, item in enumerate(order.items, start=1):
        text = render_content(item).shown
        if not response:
            yield Line(text, label=str(number))
        elif len(kept) > 1 and number - 1 in kept:  # a single item is in order by necessity
            yield Line(text, "right", str(number), mark=RIGHT)
        else:
            place = f"you: {response.index(item.source) + 1}" if item.source in response else "not placed"
            yield Line(f"{text} ({place})", "wrong", str(number), mark=WRONG)


def _typed(result: Result) -> Iterator[Line]:
    question, verdict = result.question, result.verdict
    right = "; ".join(render_response(question.interaction(), question.correct_response))
    typed = "; ".join(result.response or ())
    if verdict:
        style: Style = STYLES[verdict.outcome]
        yield Line(f"Your answer: {typed}", style, mark=SYMBOLS[verdict.outcome])
    if typed != right:
        yield Line(f"Right answer: {right}", "right", mark=RIGHT)
