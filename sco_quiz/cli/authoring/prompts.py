"""Asking for a question, field by field, in a teacher's words."""

import re
from pathlib import Path
from typing import Any

from sco_quiz.cli.authoring.fields import ask_field, fields_of
from sco_quiz.cli.output import ask, print_text, print_wrapped
from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.field_types import CONTROL
from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE
from sco_quiz.loading.hints import closest, slugify
from sco_quiz.loading.validate_values import make_question
from sco_quiz.loading.writing.yaml_writer import render_question

ABOUT = {
    "single_choice": "one right option among wrong ones",
    "multiple_choice": "several right options",
    "true_false": "a statement to be judged",
    "short_answer": "a few typed words",
    "numeric": "a typed number",
    "cloze": "a sentence with gaps",
    "matching": "pairs that belong together",
    "ordering": "parts to be put in order",
}
RESERVED = (Path(BANK_FILE).stem, Path(SOURCE_FILE).stem)


def agreed_question(bank: Bank, kind: str | None, path: Path) -> AnyQuestion | None:
    """Ask for every field, show the question, and change it until it is to be written; None: it is thrown away."""
    values: dict[str, Any] = {"type": kind or _ask_kind()}
    _ask_into(values, bank, fields_of(values["type"]))
    while True:
        question = _fitting(values, bank)
        print_text(f"\n{render_question(question)}")
        match _ask_choice(path):
            case "y":
                return question
            case "n":
                return None
        _change(values, bank)


def _ask_into(values: dict[str, Any], bank: Bank, fields: tuple[str, ...]) -> None:
    for field in fields:
        if value := ask_field(field, bank, values):
            values[field] = value
        else:
            values.pop(field, None)


def _fitting(values: dict[str, Any], bank: Bank) -> AnyQuestion:
    """The question; what does not fit together is asked for again."""
    while True:
        question, found = make_question(values)
        if question:
            return question
        for _, said in found:
            print_wrapped(f"  {said}")
        wrong = {field for field, _ in found}
        asked = fields_of(values["type"])
        _ask_into(values, bank, tuple(field for field in asked if field in wrong) or asked)


def _ask_choice(path: Path) -> str:
    while True:
        given = ask(f"Append it to {path}? y = write, e = change a field, n = discard", "y").casefold()
        if given in ("y", "yes", "e", "n", "no"):
            return given[0]
        print_wrapped("Answer y, e or n.")


def _change(values: dict[str, Any], bank: Bank) -> None:
    """Ask for one field again, and for what depends on it."""
    fields = fields_of(values["type"])
    while (given := ask(f"Field to change ({', '.join(fields)})").casefold()) not in fields:
        close = closest(given, fields)
        print_wrapped(f"  `{given}` is not one of them{f'; did you mean `{close}`?' if close else ''}")
    if values["type"] == "true_false" and given == "answer":
        values.pop("correction", None)
        _ask_into(values, bank, ("answer", "correction"))
    else:
        _ask_into(values, bank, (given,))


def ask_topic(bank: Bank, topic: str | None) -> tuple[str, str]:
    """The id of a topic, and a title when it is a new one; asked for again while the id cannot name a file."""
    known = [item.id for item in bank.topics]
    label = f"Topic, one of {', '.join(known)}, or a new name"
    topic = (topic or ask(label)).strip()
    while topic not in known and (slugify(topic) != topic or topic in RESERVED):
        if not topic:
            print_wrapped("  a topic is needed")
        elif topic in RESERVED:
            print_wrapped(f"  {topic}.yaml holds no questions; a topic needs another name")
        else:
            print_wrapped(f"  `{topic}` cannot name a file of questions; for example `{slugify(topic, 'my-topic')}`")
        topic = ask(label)
    if topic in known:
        return topic, ""
    close = closest(topic, known)
    print_wrapped(f"There is no topic `{topic}` yet{f'; did you mean `{close}`?' if close else '.'}")
    while not (title := ask("Title of the new topic (Ctrl-C: none)")) or CONTROL.search(title):
        print_wrapped("  a control character stands in it" if title else "  a title is needed")
    return topic, title


def _ask_kind() -> str:
    for number, (kind, about) in enumerate(ABOUT.items(), start=1):
        print_text(f"  {number} {kind}: {about}")
    while True:
        given = ask("Kind, by number or name")
        if given.isdecimal() and 1 <= int(given) <= len(KIND_NAMES):
            return list(ABOUT)[int(given) - 1]
        if (close := closest(given, KIND_NAMES)) == re.sub(r"[ -]+", "_", given.casefold()) and close:
            return close
        meant = f"; did you mean `{close}`?" if close else ""
        print_wrapped(f"  `{given}` is not a kind{meant}" if given else "  a kind is needed")
