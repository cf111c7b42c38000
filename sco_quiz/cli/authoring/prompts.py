"""Ask for a whole question, field by field, and for its topic."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from sco_quiz.cli.authoring.fields import ask_field
from sco_quiz.cli.authoring.lines import HELP
from sco_quiz.cli.authoring.lists import print_faults
from sco_quiz.cli.authoring.unfinished import Draft
from sco_quiz.cli.output import ask, print_text, print_wrapped
from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.kinds.field_types import CONTROL
from sco_quiz.core.kinds.fields import asked_fields
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.suggest import did_you_mean
from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE, SUMMARIES_FILE
from sco_quiz.loading.hints import closest, slugify
from sco_quiz.loading.writing.yaml_writer import render_question

RESERVED = tuple(Path(name).stem for name in (BANK_FILE, SOURCE_FILE, SUMMARIES_FILE))


def compose_question(
    bank: Bank, kind: str | None, path: Path, markup: Markup, preview: Callable[[AnyQuestion], None]
) -> AnyQuestion | None:
    """Ask for every field, show the question, and change it until the user writes or discards it (None).

    `preview` shows what students will see of text with markup.
    """
    marked_up = markup == "markdown"
    if marked_up:
        print_wrapped(HELP)
    draft = Draft({"type": kind or _ask_kind()}, path.parent if marked_up else None)
    draft = _ask_fields(asked_fields(draft.kind), draft, bank)
    while True:
        draft, question = _valid_question(draft, bank)
        print_text(f"\n{render_question(question)}")
        if marked_up:
            preview(question)
        match _ask_choice(path):
            case "y":
                return question
            case "n":
                return None
        draft = _change(draft, bank)


def _ask_fields(fields: Iterable[str], draft: Draft, bank: Bank) -> Draft:
    for field in fields:
        draft = draft.having(field, ask_field(field, bank, draft))
    return draft


def _valid_question(draft: Draft, bank: Bank) -> tuple[Draft, AnyQuestion]:
    """Return the question; ask again for fields that contradict each other."""
    while True:
        question, found = draft.question()
        if question:
            return draft, question
        print_faults(message for _, message in found)
        wrong = {field for field, _ in found}
        asked = asked_fields(draft.kind)
        draft = _ask_fields([field for field in asked if field in wrong] or asked, draft, bank)


def _ask_choice(path: Path) -> str:
    while True:
        given = ask(f"Append it to {path}? y = write, e = change a field, n = discard", "y").casefold()
        if given in ("y", "yes", "e", "n", "no"):
            return given[0]
        print_wrapped("Answer y, e or n.")


def _change(draft: Draft, bank: Bank) -> Draft:
    """Ask for one field again, and for what depends on it."""
    fields = tuple(asked_fields(draft.kind))
    while (given := ask(f"Field to change ({', '.join(fields)})").casefold()) not in fields:
        print_wrapped(f"  `{given}` is not one of them{_hint(closest(given, fields))}")
    if given == "answer" and "correction" in fields:
        return _ask_fields(("answer", "correction"), draft.having("correction", None), bank)
    return _ask_fields((given,), draft, bank)


def _hint(meant: str, otherwise: str = "") -> str:
    return f"; {did_you_mean(meant)}" if meant else otherwise


def ask_topic(bank: Bank, topic: str | None) -> tuple[str, str]:
    """Return the id of a topic, and the title of a new one; ask again while the id cannot be a file name."""
    known = [item.id for item in bank.topics]
    label = f"Topic, one of {', '.join(known)}, or a new name"
    topic = (topic or ask(label)).strip()
    while topic not in known and (slugify(topic) != topic or topic in RESERVED):
        if not topic:
            print_wrapped("  a value is required")
        elif topic in RESERVED:
            print_wrapped(f"  {topic}.yaml is not a question file; choose another name")
        else:
            print_wrapped(f"  `{topic}` cannot be a file name; use for example `{slugify(topic, 'my-topic')}`")
        topic = ask(label)
    return topic, "" if topic in known else _ask_title(topic, known)


def _ask_title(topic: str, known: list[str]) -> str:
    print_wrapped(f"There is no topic `{topic}` yet{_hint(closest(topic, known), otherwise='.')}")
    while not (title := ask("Title of the new topic (Ctrl-C: none)")) or CONTROL.search(title):
        print_wrapped("  control characters are not allowed" if title else "  a value is required")
    return title


def _ask_kind() -> str:
    kinds = list(KINDS)
    for number, kind in enumerate(kinds, start=1):
        print_text(f"  {number} {kind}: {KINDS[kind].about}")
    while True:
        given = ask("Kind, by number or name")
        if given.isdecimal() and 1 <= int(given) <= len(kinds):
            return kinds[int(given) - 1]
        meant = closest(given, kinds)
        if meant and meant == re.sub(r"[ -]+", "_", given.casefold()):
            return meant
        print_wrapped(f"  `{given}` is not a kind{_hint(meant)}" if given else "  a value is required")
