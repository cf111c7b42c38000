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
from sco_quiz.terminal.import_view import listed

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank


def export_bank(form: Format, bank: "Bank", output: Path | None, strict: bool, dry_run: bool) -> None:
    """Write a bank in a format. Raises ExportError, and writes nothing, if `strict` and something would be lost."""
    package = form.write(bank)
    for line in loss_lines(package.losses, dry_run):
        print_wrapped(line)
    if strict and package.losses:
        raise ExportError(f"{form.name} does not hold everything; nothing was written")
    if dry_run:
        print_wrapped(f"Nothing was written: {', '.join(package.files)}")
        return
    for path in write_package(package, output):
        print_text(f"The questions are in {path}.")


def of_topics(bank: "Bank", topics: Sequence[str]) -> "Bank":
    """Return the bank with some of its topics; with all of them if none is named. Raises UnknownTopicError."""
    refuse_unknown_topics(bank, topics)
    return replace(bank, topics=tuple(topic for topic in bank.topics if topic.id in topics)) if topics else bank


def loss_lines(losses: Sequence[Loss], each: bool) -> Iterator[str]:
    """Yield a line for each name of a loss, with the first questions; if `each`, a line for each loss."""
    groups: dict[str, list[Loss]] = defaultdict(list)
    for loss in losses:
        groups[loss.name].append(loss)
    for name, group in groups.items():
        questions = list(dict.fromkeys(loss.question for loss in group))
        if each:
            yield f"{counted(len(questions), 'question')} [{name}]:"
            yield from (f"  {loss.question}{_at(loss.path)}: {loss.what}" for loss in group)
        else:
            yield f"{counted(len(questions), 'question')} [{name}], such as: {group[0].what} ({listed(questions)})"


def _at(path: KeyPath) -> str:
    return f" ({'.'.join(map(str, path))})" if path else ""
