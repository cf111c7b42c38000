"""Ask for a field of a question; a value is validated as soon as it is typed."""

from collections.abc import Callable
from typing import Any

from sco_quiz.cli.authoring.lists import ask_list, ask_pairs, print_faults
from sco_quiz.cli.authoring.unfinished import Values, completed_question, faults_of
from sco_quiz.cli.output import ask, print_wrapped
from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.kinds.fields import asked_fields, choices_of, shape_of
from sco_quiz.core.nodes import Plain
from sco_quiz.core.shorten import shorten
from sco_quiz.core.text import content_words
from sco_quiz.core.typed.quantities import read_quantities
from sco_quiz.core.verdict import Unreadable
from sco_quiz.lint.word_lists import subject_words
from sco_quiz.loading.hints import slugify

CITED_ROLES = ("text", "question", "caption")  # not headings and the like: they answer nothing
SUMMARY_LENGTH = 100  # a line of the list from which paragraphs are chosen


def ask_field(field: str, bank: Bank, values: Values) -> Any:
    """Return a valid value for a field, given the values so far; empty for none. Raises click.Abort."""
    if special := SPECIAL.get(field):
        return special(field, bank, values)
    match shape_of(KINDS[values["type"]].model_fields[field]):
        case "list":
            return ask_list(field, values)
        case "mapping":
            return ask_pairs(field, values)
        case "text":
            return _ask_text(field, _label(field, values), values)


def _label(field: str, values: Values) -> str:
    return asked_fields(KINDS[values["type"]])[field].label


def _ask_text(field: str, label: str, values: Values, default: str = "") -> str:
    while True:
        given = ask(label, default)
        value, faults = _read(field, given, values) if given else ("", _missing(field, values))
        if not print_faults(faults):
            return value


def _missing(field: str, values: Values) -> list[str]:
    required = KINDS[values["type"]].model_fields[field].is_required()
    return ["a value is required"] if required else []


def _read(field: str, given: str, values: Values) -> tuple[str, list[str]]:
    """Return the value that a line means, and what is wrong with it."""
    if choices_of(KINDS[values["type"]].model_fields[field]):
        # Read as in a quiz, so that `t` or `yes` works here, too.
        response = completed_question(values).parse_answer(given, ())
        return (given, [response.message]) if isinstance(response, Unreadable) else (response[0], [])
    if field == "answer" and (fault := _unit_fault(given, values)):
        return given, [fault]
    return given, faults_of(field, {**values, field: given})


def _unit_fault(given: str, values: Values) -> str:
    """Return what is wrong with a number that is typed with its unit, which has a field of its own."""
    amount = next(iter(read_quantities(given)), None)
    if amount and amount.unit and isinstance(completed_question(values).interaction(), NumberEntry):
        return f"type only the number, such as {float(amount.value):g}; the unit is the next field"
    return ""


def _ask_level(field: str, bank: Bank, values: Values) -> str:
    return _ask_text(field, f"{_label(field, values)} ({', '.join(LEVEL_NAMES)})", values, LEVEL_NAMES[0])


def _ask_correction(field: str, bank: Bank, values: Values) -> dict[str, str]:
    """Return the wrong words of a false statement with the right ones; nothing for a true statement."""
    while values.get("answer") == "false":
        wrong = ask(_label(field, values))
        if not wrong:
            break
        if not print_faults(faults_of(field, {**values, field: {wrong: wrong}})):
            while not (right := ask("The right words instead")):
                print_wrapped("  a value is required")
            return {wrong: right}
    return {}


def _ask_source(field: str, bank: Bank, values: Values) -> list[int]:
    if bank.source is None:
        return []
    citable = [paragraph for paragraph in bank.source.paragraphs if paragraph.role in CITED_ROLES]
    for paragraph in citable:
        if paragraph.summary:
            print_wrapped(f"  {paragraph.number:>3} {shorten(paragraph.summary, SUMMARY_LENGTH)}")
    if missing := [str(paragraph.number) for paragraph in citable if not paragraph.summary]:
        print_wrapped(f"  no summary in source.yaml yet: {', '.join(missing)}")
    while True:
        numbers = ask(_label(field, values)).replace(",", " ").split()
        if all(number.isdecimal() and bank.source.paragraph(int(number)) for number in numbers):
            return [int(number) for number in numbers]
        print_wrapped(f"  the paragraphs are numbered from 1 to {len(bank.source.paragraphs)}")


def _ask_id(field: str, bank: Bank, values: Values) -> str:
    suggestion = _suggested_id(bank, values)
    while True:
        given = ask(_label(field, values), suggestion)
        faults = faults_of(field, {**values, field: given})
        if not print_faults([f"the id `{given}` is already used"] if bank.find(given) else faults):
            return given


def _suggested_id(bank: Bank, values: Values) -> str:
    """Return a free id from the first words of the prompt that say what it is about; gaps hide the answer."""
    stem = completed_question(values).stem
    prompt = "".join(node.text for node in stem.inlines if isinstance(node, Plain))
    words = [word for word in subject_words(prompt) if len(word) > 3] or content_words(prompt)
    first = slugify(" ".join(words[:4]))
    suggestion, number = first, 2
    while bank.find(suggestion):
        suggestion, number = f"{first}-{number}", number + 1
    return suggestion


SPECIAL: dict[str, Callable[[str, Bank, Values], Any]] = {
    "level": _ask_level,
    "correction": _ask_correction,
    "source": _ask_source,
    "id": _ask_id,
}
