"""Ask for a field of a question; a value is validated as soon as it is typed."""

from collections.abc import Callable
from typing import Any

from sco_quiz.app.question_ids import free_id, words_of
from sco_quiz.cli.authoring.lines import ask_text
from sco_quiz.cli.authoring.lists import ask_list, ask_pairs, print_faults
from sco_quiz.cli.authoring.unfinished import Draft
from sco_quiz.cli.output import ask, print_wrapped
from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.kinds.fields import asked_fields, choices_of, shape_of
from sco_quiz.core.shorten import shorten
from sco_quiz.core.typed.quantities import read_quantities
from sco_quiz.core.verdict import Unreadable

CITED_ROLES = ("text", "question", "caption")  # not headings and the like: they answer nothing
SUMMARY_LENGTH = 100  # a line of the list from which paragraphs are chosen


def ask_field(field: str, bank: Bank, draft: Draft) -> Any:
    """Return a valid value for a field, given the others so far; empty for none. Raises click.Abort."""
    if special := SPECIAL.get(field):
        return special(field, bank, draft)
    match shape_of(draft.kind.model_fields[field]):
        case "list":
            return ask_list(field, draft)
        case "mapping":
            return ask_pairs(field, draft)
        case "text":
            return _ask_text(field, _label(field, draft), draft)


def _label(field: str, draft: Draft) -> str:
    return asked_fields(draft.kind)[field].label


def _ask_text(field: str, label: str, draft: Draft, default: str = "") -> str:
    while True:
        given = ask_text(label, default, marked_up=draft.marked_up)
        value, faults = _read(field, given, draft) if given else ("", _missing(field, draft))
        if not print_faults(faults):
            return value


def _missing(field: str, draft: Draft) -> list[str]:
    required = draft.kind.model_fields[field].is_required()
    return ["a value is required"] if required else []


def _read(field: str, given: str, draft: Draft) -> tuple[str, list[str]]:
    """Return the value that a line means, and what is wrong with it."""
    if choices_of(draft.kind.model_fields[field]):
        # Read as in a quiz, so that `t` or `yes` works here, too.
        response = draft.completed().parse_answer(given, ())
        return (given, [response.message]) if isinstance(response, Unreadable) else (response[0], [])
    if field == "answer" and (fault := _unit_fault(given, draft)):
        return given, [fault]
    return given, draft.faults_of(field, given)


def _unit_fault(given: str, draft: Draft) -> str:
    """Return what is wrong with a number that is typed with its unit, which has a field of its own."""
    amount = next(iter(read_quantities(given)), None)
    if amount and amount.unit and isinstance(draft.completed().interaction(), NumberEntry):
        return f"type only the number, such as {float(amount.value):g}; the unit is the next field"
    return ""


def _ask_level(field: str, bank: Bank, draft: Draft) -> str:
    return _ask_text(field, f"{_label(field, draft)} ({', '.join(LEVEL_NAMES)})", draft, LEVEL_NAMES[0])


def _ask_correction(field: str, bank: Bank, draft: Draft) -> dict[str, str]:
    """Return the wrong words of a false statement with the right ones; nothing for a true statement."""
    while draft.values.get("answer") == "false":
        wrong = ask(_label(field, draft))
        if not wrong:
            break
        if not print_faults(draft.faults_of(field, {wrong: wrong})):
            while not (right := ask("The right words instead")):
                print_wrapped("  a value is required")
            return {wrong: right}
    return {}


def _ask_source(field: str, bank: Bank, draft: Draft) -> list[int]:
    if bank.source is None or not bank.source.paragraphs:
        return []
    citable = [paragraph for paragraph in bank.source.paragraphs if paragraph.role in CITED_ROLES]
    for paragraph in citable:
        if paragraph.summary:
            print_wrapped(f"  {paragraph.number:>3} {shorten(paragraph.summary, SUMMARY_LENGTH)}")
    if missing := [str(paragraph.number) for paragraph in citable if not paragraph.summary]:
        print_wrapped(f"  no summary yet: {', '.join(missing)}")
    while True:
        numbers = ask(_label(field, draft)).replace(",", " ").split()
        if all(number.isdecimal() and bank.source.paragraph(int(number)) for number in numbers):
            return [int(number) for number in numbers]
        print_wrapped(f"  the paragraphs are numbered from 1 to {len(bank.source.paragraphs)}")


def _ask_id(field: str, bank: Bank, draft: Draft) -> str:
    suggestion = _suggested_id(bank, draft)
    while True:
        given = ask(_label(field, draft), suggestion)
        faults = draft.faults_of(field, given)
        if not print_faults([f"the id `{given}` is already used"] if bank.find(given) else faults):
            return given


def _suggested_id(bank: Bank, draft: Draft) -> str:
    """Return a free id from the first words of the prompt that say what it is about; gaps hide the answer."""
    first = words_of(draft.completed().stem) or "my-question"
    return free_id(first, {name for question in bank.questions for name in (question.id, *question.formerly)})


SPECIAL: dict[str, Callable[[str, Bank, Draft], Any]] = {
    "level": _ask_level,
    "correction": _ask_correction,
    "source": _ask_source,
    "id": _ask_id,
}
