"""Asking for a question, field by field, in a teacher's words."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from sco_quiz.cli.telling import tell
from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.base import CONTROL
from sco_quiz.core.names import KIND_NAMES, LEVEL_NAMES
from sco_quiz.core.text import content_words
from sco_quiz.lint.word_lists import subject_words
from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE
from sco_quiz.loading.fit import make_question
from sco_quiz.loading.hints import closest, slugify

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
NOTED = "One a line, an empty line ends. A note on it may follow after a colon: `Moscow: why not`."
RESERVED = (Path(BANK_FILE).stem, Path(SOURCE_FILE).stem)
LISTED = "One a line, an empty line ends."
PAIRS = "One a line as `left = right`, an empty line ends."


def ask_question(bank: Bank, kind: str | None) -> AnyQuestion:
    """Ask for every field, and again for those that do not fit."""
    kind = kind or _ask_kind()
    values: dict[str, Any] = {"type": kind}
    asked = [*FIELDS[kind], "explanation", "source", "level", "hint", "id"]
    while True:
        for field in asked:
            if value := ASK[field](field, bank, values):
                values[field] = value
            else:
                values.pop(field, None)
        question, misfits = make_question(values)
        if question:
            return question
        for _, said in misfits:
            tell(f"  {said}")
        wrong = {field for field, _ in misfits}
        asked = [field for field in ASK if field in wrong] or asked


def ask_topic(bank: Bank, topic: str | None) -> tuple[str, str]:
    """The id of a topic, and a title when it is a new one; asked for again while the id cannot name a file."""
    known = [item.id for item in bank.topics]
    topic = (topic or click.prompt(f"Topic ({', '.join(known)})")).strip()
    while topic not in known and (slugify(topic) != topic or topic in RESERVED):
        if topic in RESERVED:
            tell(f"  {topic}.yaml holds no questions; a topic needs another name")
        else:
            tell(f"  `{topic}` cannot name a file of questions; for example `{slugify(topic, 'my-topic')}`")
        topic = click.prompt(f"Topic ({', '.join(known)})").strip()
    if topic in known:
        return topic, ""
    close = closest(topic, known)
    tell(f"There is no topic `{topic}` yet{f'; did you mean `{close}`?' if close else '.'}")
    title = ""
    while not title or CONTROL.search(title):
        title = click.prompt("Title of the new topic (Ctrl-C: none)").strip()
    return topic, title


def _ask_kind() -> str:
    for number, (kind, about) in enumerate(ABOUT.items(), start=1):
        tell(f"  {number} {kind}: {about}")
    while True:
        given = click.prompt("Kind, by number or name").strip()
        if given.isdigit() and 1 <= int(given) <= len(KIND_NAMES):
            return list(ABOUT)[int(given) - 1]
        if (close := closest(given, KIND_NAMES)) == re.sub(r"[ -]+", "_", given.casefold()) and close:
            return close
        tell(f"  `{given}` is not a kind{f'; did you mean `{close}`?' if close else ''}")


def _ask_line(field: str, bank: Bank, values: Mapping[str, Any]) -> str:
    needed = field in ("prompt", "answer")
    return str(click.prompt(LABELS[field], default=None if needed else "", show_default=False)).strip()


def _lines(label: str) -> list[str]:
    tell(label)
    lines = []
    while line := click.prompt("  -", default="", show_default=False, prompt_suffix=" ").strip():
        lines.append(line)
    return lines


def _ask_list(field: str, bank: Bank, values: Mapping[str, Any]) -> list[str]:
    return _lines(f"{LABELS[field]}. {LISTED}")


def _ask_noted(field: str, bank: Bank, values: Mapping[str, Any]) -> list[str | dict[str, str]]:
    parts = [line.partition(": ") for line in _lines(f"{LABELS[field]}. {NOTED}")]
    return [{text: note} if note else text for text, _, note in parts]


def _ask_pairs(field: str, bank: Bank, values: Mapping[str, Any]) -> dict[str, str]:
    parts = [line.partition("=") for line in _lines(f"{LABELS[field]}. {PAIRS}")]
    return {left.strip(): right.strip() for left, _, right in parts}


def _ask_correction(field: str, bank: Bank, values: Mapping[str, Any]) -> dict[str, str]:
    if values.get("answer") != "false":
        return {}
    wrong = click.prompt("The wrong words of the statement", default="", show_default=False).strip()
    return {wrong: click.prompt("and the true ones in their place").strip()} if wrong else {}


def _ask_level(field: str, bank: Bank, values: Mapping[str, Any]) -> str:
    return str(click.prompt(f"Level ({', '.join(LEVEL_NAMES)})", default="remember")).strip()


def _ask_source(field: str, bank: Bank, values: Mapping[str, Any]) -> list[int]:
    if bank.source is None:
        return []
    for paragraph in bank.source.paragraphs:
        if paragraph.role in ("text", "question", "caption"):
            tell(f"  {paragraph.number:>3} {paragraph.summary or '(no summary yet)'}")
    while True:
        given = click.prompt("Paragraphs it rests on, such as 14 or 14 19", default="", show_default=False)
        numbers = given.replace(",", " ").split()
        if all(number.isdigit() and bank.source.paragraph(int(number)) for number in numbers):
            return [int(number) for number in numbers]
        tell(f"  the paragraphs are numbered 1 to {len(bank.source.paragraphs)}")


def _ask_id(field: str, bank: Bank, values: Mapping[str, Any]) -> str:
    prompt = re.sub(r"\{\{.*?\}\}", "", str(values.get("prompt", "")))
    telling = [word for word in subject_words(prompt) if len(word) > 3] or content_words(prompt)
    first = slugify(" ".join(telling[:4]))
    suggested, number = first, 2
    while bank.find(suggested):
        suggested, number = f"{first}-{number}", number + 1
    while True:
        given = str(click.prompt("Id, which stays for ever", default=suggested)).strip()
        if not bank.find(given):
            return given
        tell(f"  the id `{given}` is in use")


LABELS = {
    "prompt": "Question",
    "answer": "Answer",
    "answers": "Right options",
    "distractors": "Wrong options",
    "accept": "Other forms that are right",
    "reject": "Plausible wrong answers",
    "unit": "Unit (people, years, km; may be empty)",
    "tolerance": "Tolerance (empty: exact)",
    "pairs": "Pairs",
    "items": "Parts in their right order",
    "explanation": "Explanation, shown after the answer",
    "hint": "Hint (may be empty)",
}
FIELDS = {
    "single_choice": ("prompt", "answer", "distractors"),
    "multiple_choice": ("prompt", "answers", "distractors"),
    "true_false": ("prompt", "answer", "correction"),
    "short_answer": ("prompt", "answer", "accept", "reject"),
    "numeric": ("prompt", "answer", "unit", "tolerance"),
    "cloze": ("prompt", "reject"),
    "matching": ("prompt", "pairs", "distractors"),
    "ordering": ("prompt", "items"),
}
ASK: dict[str, Callable[[str, Bank, Mapping[str, Any]], Any]] = {
    "prompt": _ask_line,
    "answer": _ask_line,
    "answers": _ask_list,
    "correction": _ask_correction,
    "accept": _ask_list,
    "reject": _ask_noted,
    "distractors": _ask_noted,
    "pairs": _ask_pairs,
    "items": _ask_list,
    "unit": _ask_line,
    "tolerance": _ask_line,
    "explanation": _ask_line,
    "source": _ask_source,
    "level": _ask_level,
    "hint": _ask_line,
    "id": _ask_id,
}
