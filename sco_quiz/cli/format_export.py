"""Write a bank in a format, and print first what the format does not hold."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.app.result_file import write_package
from sco_quiz.cli.output import print_text, print_wrapped
from sco_quiz.core.errors import ExportError
from sco_quiz.core.place import KeyPath
from sco_quiz.core.plural import counted
from sco_quiz.core.selection import refuse_unknown_topics
from sco_quiz.formats.format import Format
from sco_quiz.formats.package import Loss
from sco_quiz.terminal.import_view import NAMED, listed

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank

SHOWN = 4  # sentences of one name; `--dry-run` lists all
FEW = 3  # questions of a sentence; those that are not written at all matter more


def export_bank(form: Format, bank: "Bank", output: Path | None, strict: bool, dry_run: bool) -> None:
    """Write a bank in a format.

    Raises ExportError, and writes nothing, if `strict` and something would be lost, or without any question to write.
    """
    package = form.write(bank)
    for line in loss_lines(package.losses, dry_run):
        print_wrapped(line)
    if strict and package.losses:
        raise ExportError(f"{form.name} does not hold everything; nothing was written")
    part = _written_part(bank, package.losses)
    if not part:
        raise ExportError(f"{form.name} can take no question of this bank; nothing was written")
    if dry_run:
        print_wrapped(f"Nothing was written. Without `--dry-run`: {listed(package.files)}")
        return
    written = listed(map(str, write_package(package, output)))
    print_text(f"{part} in {written}.")


def _written_part(bank: "Bank", losses: Sequence[Loss]) -> str:
    """Return which questions are written: all that are in use, or how many of them; empty without any."""
    left_out = len({loss.question for loss in losses if loss.is_whole})
    if not left_out:
        return "The questions are"
    total = len(bank.questions) - len({loss.question for loss in losses if loss.is_retirement})
    written = total - left_out
    return f"{written} of {counted(total, 'question')} {'is' if written == 1 else 'are'}" if written else ""


def of_topics(bank: "Bank", topics: Sequence[str]) -> "Bank":
    """Return the bank with some of its topics; with all of them if none is named. Raises UnknownTopicError."""
    refuse_unknown_topics(bank, topics)
    return replace(bank, topics=tuple(topic for topic in bank.topics if topic.id in topics)) if topics else bank


def loss_lines(losses: Sequence[Loss], each: bool) -> Iterator[str]:
    """Yield what is lost, by name: its sentences, or each loss if `each`; whole questions first, retired ones last."""
    groups: dict[tuple[str, str], list[Loss]] = defaultdict(list)
    for loss in sorted(losses, key=lambda loss: (not loss.is_whole, loss.is_retirement)):
        groups[loss.name, " not written" if loss.is_whole or loss.is_retirement else ""].append(loss)
    for (name, end), group in groups.items():
        lines = list(_each(group) if each else _sentences(group, most=NAMED if end else FEW))
        heading = f"{counted(len({loss.question for loss in group}), 'question')}{end} [{name}]:"
        yield from (heading, *(f"  {line}" for line in lines)) if len(lines) > 1 else (f"{heading} {lines[0]}",)


def _each(group: Sequence[Loss]) -> Iterator[str]:
    return (f"{loss.question}{_at(loss.path)}: {' '.join(loss.what.split())}" for loss in group)


def _sentences(group: Sequence[Loss], most: int) -> Iterator[str]:
    """Yield each sentence with the first of its questions, that of most questions first; at most some of them."""
    questions: dict[str, list[str]] = defaultdict(list)
    for loss in group:
        questions[" ".join(loss.what.split())].append(loss.question)
    shown = sorted(questions, key=lambda what: -len(questions[what]))[:SHOWN]
    yield from (f"{what} ({listed(dict.fromkeys(questions[what]), most)})" for what in shown)
    if more := len(questions) - len(shown):
        yield f"and {more} more: `--dry-run` lists all"


def _at(path: KeyPath) -> str:
    return f" ({'.'.join(map(str, path))})" if path else ""
