"""Write a bank as GIFT, in the forms that Moodle 5.1 reads as they are meant."""

import re
from collections.abc import Iterator

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import Question
from sco_quiz.core.parts import Role
from sco_quiz.formats.exchange.item import marker
from sco_quiz.formats.exchange.losses import field_losses, picture_losses, retired_losses
from sco_quiz.formats.gift.braces_writing import braces_of
from sco_quiz.formats.gift.reader import OWN_CLOZE
from sco_quiz.formats.gift.refusal import Refused
from sco_quiz.formats.gift.texts import escaped, joins_spaces, prompt, rich
from sco_quiz.formats.package import Loss, Package

_PATH = re.compile(r"[/\\\n]|^\$|^top$")
_HELD = frozenset({"setting", "explanation", "tags"})


def write(bank: Bank) -> Package:
    """Return all questions that are not retired, each topic as a category."""
    losses = list(retired_losses(bank))
    blocks: list[str] = []
    for topic in bank.topics:
        written = list(_questions(topic, losses))
        if written:
            blocks += [f"$CATEGORY: {_category(topic)}\n", *written]
    files = {f"{bank.id}.gift.txt": "\n".join(blocks).encode()} if blocks else {}
    return Package(files, tuple(losses))


def _category(topic: Topic) -> str:
    """Return the title of a topic, or its id where the title would be read as a path or an escape."""
    return topic.id if _PATH.search(topic.title) else topic.title


def _questions(topic: Topic, losses: list[Loss]) -> Iterator[str]:
    """Yield each active question, and add what is lost."""
    for question in topic.questions:
        if question.status == "retired":
            continue
        try:
            braces, lost = braces_of(question)
        except Refused as refused:
            losses.append(Loss(question.id, (), refused.name, refused.what))
            continue
        losses += [*field_losses(question, _HELD, "GIFT"), *picture_losses(question, "GIFT"), *lost]
        losses += _prompt_losses(question)
        yield _block(question, braces)


def _block(question: Question, braces: str) -> str:
    notes = "".join(f" [tag:{tag}]" for tag in question.tags)
    notes += f" {OWN_CLOZE}" if question.stem.gaps else ""
    setting = question.content(question.setting) if question.setting else None
    text = prompt(question.stem, setting)
    explanation = f"\n\t####{rich(question.content(question.explanation))}" if question.explanation else ""
    braces = f"{{{braces}{explanation}\n}}"
    # the braces are in the place of the gap, or at the end
    text = text.replace(marker(1), braces) if question.stem.gaps else text + braces
    return f"// [id:{question.id}]{notes}\n::{escaped(question.id)}::{text}\n"


def _prompt_losses(question: Question) -> Iterator[Loss]:
    """Yield a loss for each text with spaces that HTML joins, where it must be HTML."""
    if question.setting:
        for part in question.parts():
            if part.role in (Role.SETTING, Role.PROMPT) and joins_spaces(part.content):
                yield Loss(question.id, part.path, "lost-markup", "several spaces become one below a setting")
