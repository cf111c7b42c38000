"""How an interaction is answered: the options as shown, typed text to a response, and the right response."""

import re
from collections.abc import Iterable
from random import Random
from typing import assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Option, Order, TextEntry
from sco_quiz.core.response_content import option_contents
from sco_quiz.core.text import fold
from sco_quiz.core.verdict import Response, Unreadable

# what may be between the numbers of options, and behind them
_BETWEEN = re.compile(r"[,;，；、&+>→]|->|\band\b|(?<=\d)[.)](?!\S)", re.IGNORECASE)


def shown_options(interaction: Interaction, rng: Random) -> tuple[str, ...]:
    """Return the options in the order in which they are shown; empty for a typed answer."""
    match interaction:
        case Choice(options, order=order):
            if interaction.by_key or order == "fixed":
                return tuple(option.text for option in options)
            contents = option_contents(interaction)
            return _arranged(contents, _ascending(contents), rng)
        case Match():
            return _arranged(option_contents(interaction), ascending_rights(interaction), rng)
        case Order(items):
            return _shuffled(tuple(item.source for item in items), rng)
        case TextEntry() | NumberEntry():
            return ()
    assert_never(interaction)


def _ascending(options: Iterable[Content]) -> list[Content] | None:
    """Return numbers and dates in ascending order; None if options are anything else."""
    from sco_quiz.core.option_order import in_ascending_order  # the first question may have no options

    return in_ascending_order(options)


def _shuffled(items: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    """Shuffle items, never into their right order."""
    shuffled = list(items)
    while tuple(shuffled) == items and len(set(items)) > 1:  # else there is no other order
        rng.shuffle(shuffled)
    return tuple(shuffled)


def _arranged(options: Iterable[Content], ordered: Iterable[Content] | None, rng: Random) -> tuple[str, ...]:
    """Return numbers and dates in ascending order, anything else shuffled."""
    if ordered is None:
        ordered = list(options)
        rng.shuffle(ordered)
    return tuple(option.source for option in ordered)


def ascending_rights(match: Match) -> list[Content] | None:
    """Return the right sides in ascending order; None if there is none, or if it is that of the rows: the answer."""
    ordered = _ascending(option_contents(match))
    rights = list(match.rights)
    return None if ordered is None or [side for side in ordered if side in rights] == rights else ordered


def correct_response(interaction: Interaction) -> Response:
    """Return a response that is wholly right."""
    match interaction:
        case Choice(options):
            return tuple(option.text for option in options if option.right)
        case TextEntry(gaps):
            return tuple(gap.accepted[0].plain for gap in gaps)
        case NumberEntry():
            return (interaction.shown,)
        case Match():
            return tuple(right.source for right in interaction.rights)
        case Order(items):
            return tuple(item.source for item in items)
    assert_never(interaction)


def answer_key(interaction: Interaction) -> tuple[str, ...]:
    """Return the right answers as strings: every accepted form of a single typed answer, `left = right` for a row."""
    match interaction:
        case TextEntry(gaps=(gap,), inline=False):
            return tuple(form.plain for form in gap.accepted)
        case Match(pairs):
            return tuple(f"{row.plain} = {right.plain}" for row, right in pairs)
        case Choice(options):
            return tuple(option.content.plain for option in options if option.right)
        case Order(items):
            return tuple(item.plain for item in items)
        case TextEntry() | NumberEntry():
            return correct_response(interaction)
    assert_never(interaction)


def parse_response(interaction: Interaction, text: str, options: tuple[str, ...]) -> Response | Unreadable:
    """Read what was typed or pressed, given the options as shown."""
    match interaction:
        case Choice():
            return _parse_choice(interaction, text, options)
        case TextEntry():
            return _parse_texts(interaction, text)
        case NumberEntry():
            from sco_quiz.core.typed.numbers import judge_number  # it knows units, which only an answer needs

            judged = judge_number(interaction, text)
            return judged if isinstance(judged, Unreadable) else (text.strip(),)
        case Match(pairs):
            wanted = f"Type {len(pairs)} numbers from 1 to {len(options)}, one for each row from the top."
            return _parse_options(interaction, text, options, len(pairs), wanted)
        case Order(items):
            wanted = f"Type all {len(items)} numbers, first to last."
            return _parse_options(interaction, text, options, len(items), wanted)
    assert_never(interaction)


def _parse_choice(choice: Choice, text: str, options: tuple[str, ...]) -> Response | Unreadable:
    if choice.by_key:
        return _parse_key(choice.options, text)
    return _parse_options(choice, text, options, 0 if choice.several else 1)


def _parse_key(options: tuple[Option, ...], text: str) -> Response | Unreadable:
    typed = fold(text)
    for number, option in enumerate(options, start=1):
        # in lists by number the first option is 1: who types 1 for "true" means that
        if typed in (str(number), fold(option.text), *option.keys):
            return (option.text,)
    choices = " or ".join(f"{option.keys[0]} for {option.text}" for option in options)
    return Unreadable(f"Type {choices}.")


def _parse_texts(entry: TextEntry, text: str) -> Response | Unreadable:
    count = len(entry.gaps)
    # ；is on Chinese keyboards
    parts = [part.strip() for part in text.replace("；", ";").split(";")] if count > 1 else [text.strip()]
    if not any(parts):
        missing = "missing words" if entry.inline else "answer"
        return Unreadable(f"Type the {missing}, or s to skip the question.")
    if len(parts) != count:
        return Unreadable(f"There are {count} gaps: separate their words with a semicolon (;).")
    return tuple(parts)


def _parse_options(
    interaction: Choice | Match | Order, text: str, options: tuple[str, ...], count: int, wanted: str = ""
) -> Response | Unreadable:
    """Read option numbers, or the words of options: as many as `count`, if it is not 0; `wanted` says what is expected.

    A number is that of an option as shown, also where another option is that number.
    """
    numbers = parse_numbers(text, options, wanted)
    if isinstance(numbers, tuple) and len(numbers) == (count or len(numbers)):
        return numbers
    named = named_options(interaction, text, options)
    if named and len(named) == (count or len(named)):
        return named
    if named or isinstance(numbers, tuple):
        return Unreadable(wanted or "Only one option is right: type one number.")
    return numbers


def named_options(interaction: Choice | Match | Order, text: str, options: tuple[str, ...]) -> Response:
    """Read the words of an option, with or without its markup, or those of several, with commas; () for others."""
    plain = {content.source: content.plain for content in option_contents(interaction)}
    forms = [(form, option) for option in options for form in (plain.get(option, option), option)]
    for most in (0, len(options)):
        parts = re.split("[,;，；、]", text, maxsplit=most) if most else [text]
        named = tuple(_named(part.strip(), forms) for part in parts)
        if all(named) and len(set(named)) == len(named):
            return named
    return ()


def _named(typed: str, forms: list[tuple[str, str]]) -> str:
    # code may differ in case alone
    same = (option for written in (str, fold) for form, option in forms if written(typed) == written(form))
    return next(same, "")


def parse_numbers(text: str, options: tuple[str, ...], wanted: str = "") -> Response | Unreadable:
    """Read option numbers, such as `2`, `1 3`, `1,3`, `1 and 3`, `1 > 3`, `1.` or (up to nine options) `13`.

    `wanted` is the message when there are no numbers.
    """
    parts = _BETWEEN.sub(" ", text).split()
    # "13" is options 1 and 3 as long as no option has two digits
    if len(options) <= 9 and len(parts) == 1 and parts[0].isdecimal():
        parts = list(parts[0])
    if not parts or not all(part.isdecimal() and len(part) < 5 for part in parts):
        return Unreadable(wanted or f"Type a number from 1 to {len(options)}.")
    numbers = [int(part) for part in parts]
    if any(not 1 <= number <= len(options) for number in numbers):
        return Unreadable(f"The numbers go from 1 to {len(options)}.")
    if len(set(numbers)) != len(numbers):
        return Unreadable("Type each number once.")
    return tuple(options[number - 1] for number in numbers)
