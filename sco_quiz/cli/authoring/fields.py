"""The fields of a question as a teacher is asked for them; a value is tried as soon as it is typed."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from sco_quiz.cli.authoring.lists import ask_lines
from sco_quiz.cli.authoring.placeholders import misfits
from sco_quiz.cli.output import ask, print_wrapped
from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.text import content_words, read_number
from sco_quiz.lint.word_lists import subject_words
from sco_quiz.loading.hints import slugify

Values = Mapping[str, Any]

FIELDS = {
    "single_choice": ("prompt", "answer", "distractors"),
    "multiple_choice": ("prompt", "answers", "distractors"),
    "true_false": ("prompt", "answer", "correction"),
    "short_answer": ("prompt", "answer", "accept", "reject"),
    "numeric": ("prompt", "answer", "unit", "tolerance", "derivation"),
    "cloze": ("prompt", "reject"),
    "matching": ("prompt", "pairs", "distractors"),
    "ordering": ("prompt", "items"),
}
COMMON = ("explanation", "source", "level", "hint", "id")
LABELS = {
    "prompt": "Question",
    "answer": "Answer",
    "unit": "Unit (people, years, km; may be empty)",
    "tolerance": "Tolerance (empty: exact)",
    "derivation": "How it was worked out, such as 30 / 6 (may be empty)",
    "explanation": "Explanation, shown after the answer",
    "hint": "Hint (may be empty)",
    "level": f"Level ({', '.join(LEVEL_NAMES)})",
}
LABELS_OF_KINDS = {
    ("cloze", "prompt"): "Sentence, with the words to hide as {{c1::words}} or {{c1::words::hint}}",
    ("true_false", "prompt"): "Statement to be judged",
    ("true_false", "answer"): "True or false (t/f)",
    ("numeric", "answer"): "Answer, the number alone",
}
NEEDED = {"prompt": "a question is needed", "answer": "an answer is needed"}
TRUTH = dict.fromkeys(("t", "true", "y", "yes", "right"), "true") | dict.fromkeys(
    ("f", "false", "n", "no", "wrong"), "false"
)


def fields_of(kind: str) -> tuple[str, ...]:
    """What is asked for a kind, in that order."""
    return (*FIELDS[kind], *COMMON)


def ask_field(field: str, bank: Bank, values: Values) -> Any:
    """A value for the field that fits what was given so far; empty for none. Raises click.Abort."""
    return ASK.get(field, _ask_text)(field, bank, values)


def _ask_text(field: str, bank: Bank, values: Values) -> str:
    label = LABELS_OF_KINDS.get((values["type"], field), LABELS[field])
    while True:
        given = ask(label, "remember" if field == "level" else "")
        said = _refused(field, given, values)
        if not said:
            return _read(field, given, values)
        for line in said:
            print_wrapped(f"  {line}")


def _read(field: str, given: str, values: Values) -> str:
    judged = (values["type"], field) == ("true_false", "answer")
    return TRUTH.get(given.casefold(), given) if judged else given


def _refused(field: str, given: str, values: Values) -> list[str]:
    """What is wrong with a line."""
    if not given:
        return [NEEDED[field]] if field in NEEDED else []
    if (values["type"], field) == ("true_false", "answer") and given.casefold() not in TRUTH:
        return [f"`{given}` is neither true nor false: type t or f"]
    if (values["type"], field) == ("numeric", "answer") and (number := read_number(given)) and number[1]:
        return [f"the number alone, such as {number[0]:g}; the unit is asked for next"]
    return misfits({**values, field: _read(field, given, values)}, field)


def _ask_list(field: str, bank: Bank, values: Values) -> Any:
    return ask_lines(field, values)


def _ask_correction(field: str, bank: Bank, values: Values) -> dict[str, str]:
    """The wrong words of a false statement and the true ones; none of a true statement."""
    while values.get("answer") == "false":
        wrong = ask("The wrong words of the statement (empty: no correction)")
        if not wrong:
            break
        said = misfits({**values, field: {wrong: wrong}}, field)
        if not said:
            while not (right := ask("and the true ones in their place")):
                print_wrapped("  the true words are needed")
            return {wrong: right}
        for line in said:
            print_wrapped(f"  {line}")
    return {}


def _ask_source(field: str, bank: Bank, values: Values) -> list[int]:
    if bank.source is None:
        return []
    usable = [paragraph for paragraph in bank.source.paragraphs if paragraph.role in ("text", "question", "caption")]
    for paragraph in usable:
        if paragraph.summary:
            print_wrapped(f"  {paragraph.number:>3} {paragraph.summary}")
    if missing := [str(paragraph.number) for paragraph in usable if not paragraph.summary]:
        print_wrapped(f"  no summary yet in source.yaml, to know them by: {', '.join(missing)}")
    while True:
        numbers = ask("Paragraphs it rests on, such as 14 or 14 19").replace(",", " ").split()
        if all(number.isdecimal() and bank.source.paragraph(int(number)) for number in numbers):
            return [int(number) for number in numbers]
        print_wrapped(f"  the paragraphs are numbered 1 to {len(bank.source.paragraphs)}")


def _ask_id(field: str, bank: Bank, values: Values) -> str:
    prompt = re.sub(r"\{\{.*?\}\}", "", str(values.get("prompt", "")))
    telling = [word for word in subject_words(prompt) if len(word) > 3] or content_words(prompt)
    first = slugify(" ".join(telling[:4]))
    suggested, number = first, 2
    while bank.find(suggested):
        suggested, number = f"{first}-{number}", number + 1
    while True:
        given = ask("Id, which stays for ever", suggested)
        said = [f"the id `{given}` is in use"] if bank.find(given) else misfits({**values, field: given}, field)
        if not said:
            return given
        for line in said:
            print_wrapped(f"  {line}")


ASK: dict[str, Callable[[str, Bank, Values], Any]] = {
    "answers": _ask_list,
    "accept": _ask_list,
    "reject": _ask_list,
    "distractors": _ask_list,
    "pairs": _ask_list,
    "items": _ask_list,
    "correction": _ask_correction,
    "source": _ask_source,
    "id": _ask_id,
}
