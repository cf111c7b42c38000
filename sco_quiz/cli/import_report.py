"""Print what an import reads and changes, ask, and write it."""

import sys
from dataclasses import asdict
from pathlib import Path
from secrets import token_hex

import click

from sco_quiz.app.import_plan import FileCount, ImportPlan
from sco_quiz.app.import_writing import NewBank, write_import
from sco_quiz.app.shell import in_this_shell, quoted
from sco_quiz.cli.display import show_blocks
from sco_quiz.cli.options import given_options
from sco_quiz.cli.output import confirmed, print_text, print_wrapped, with_commands, wrapped_report
from sco_quiz.core.diff.changes import Change, Sort
from sco_quiz.core.diff.compare import compare
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Severity
from sco_quiz.disk.reading import is_file, real_path
from sco_quiz.formats import format_named
from sco_quiz.formats.draft import UNSTATED_LEVEL
from sco_quiz.formats.reports.reading_json import ReadQuestion, render_reading
from sco_quiz.loading.writing.new_bank import new_bank_id
from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.diff_view import change_blocks
from sco_quiz.terminal.import_view import file_line, lines_of, listed, problem_paragraphs

RANDOM_BYTES = 3
_COUNTED_ELSEWHERE = frozenset({Sort.ADDED, Sort.TOPICS, Sort.ORDER})


def print_json(plan: ImportPlan) -> None:
    """Print what was read as a JSON object."""
    order = {count.file: at for at, count in enumerate(plan.files)}
    every = sorted((*plan.read, *plan.repeated), key=lambda each: (order[each.file], each.draft.place.line))
    questions = [ReadQuestion(each.question, each.draft) for each in every]
    files = [asdict(count) for count in plan.files]
    print_text(in_this_shell(render_reading(plan.as_bank(), questions, files, plan.problems, plan.guess)))


def print_plan(plan: ImportPlan, folder: Path | None, plain: bool) -> None:
    """Print the problems, the guess, the changes, and a line for each file."""
    for paragraph in problem_paragraphs([with_commands(problem) for problem in plan.problems]):
        print_text(wrapped_report(paragraph))
    for line in plan.guess:
        print_wrapped(line)
    if changes := _changes(plan):
        *blocks, _ = change_blocks(plan.loaded.bank, plan.imported(), changes, {})
        show_blocks(*(blocks if folder and _has_deck(folder) else map(_without_notes, blocks)), plain=plain)
    for count in plan.files:
        print_wrapped(_line(count, plan))
    if plan.gone:
        print_wrapped(f"In the same topics, and not in the files: {listed(plan.gone)}")
    if without := sum("level" not in each.fields for each in plan.new):
        has, gets = ("has", "it gets") if without == 1 else ("have", "they get")
        print_wrapped(f"{counted(without, 'new question')} {has} no level: {gets} `level: {UNSTATED_LEVEL}`.")


def _changes(plan: ImportPlan) -> list[Change]:
    if not plan.changed:
        return []
    found = compare(plan.loaded.bank, plan.imported())
    return [change for change in found if change.sort not in _COUNTED_ELSEWHERE]


def _has_deck(folder: Path) -> bool:
    from sco_quiz.anki.ledger import LEDGER_FILE

    return is_file(folder / LEDGER_FILE)


def _without_notes(block: Block) -> Block:
    """Return a block of changes without what they mean in Anki, to which this bank was never exported."""
    return block._replace(lines=tuple(line for line in block.lines if line.style != "note"))


def _line(count: FileCount, plan: ImportPlan) -> str:
    form = format_named(count.format)
    wrong = [each for each in plan.problems if each.place.file == count.file and each.severity is Severity.ERROR]
    where = f" ({lines})" if (lines := lines_of(wrong)) else ""
    counts = [
        (count.read, "read"),
        (count.new, "new"),
        (count.changed, "changed"),
        (count.unchanged, "unchanged"),
        (count.not_read, f"not read{where}"),
    ]
    return file_line(count.file, form.title if form else "", counts)


def print_next_step(plan: ImportPlan, folder: Path | None, ctx: click.Context) -> None:
    """Print that nothing was written, and the command that writes it."""
    if not (plan.new or plan.changed):
        print_wrapped("There is nothing to write.")
        return
    given = given_options(ctx, "words", "topic", "columns", "encoding")
    bank = quoted(folder) if folder else "my-bank"
    print_wrapped(f"Nothing was written. `sco-quiz import{given} --bank {bank}` writes it.")


def write_after_asking(plan: ImportPlan, folder: Path, yes: bool) -> bool:
    """Write the plan if the user agrees; return whether the bank has what the files say."""
    if not (plan.new or plan.changed):
        print_wrapped(f"{folder}: there is nothing to write.")
        return True
    if not yes and not _agreed(plan, folder):
        return False
    created = NewBank(new_bank_id(real_path(folder).name, token_hex(RANDOM_BYTES)), real_path(folder).name)
    for path in write_import(plan, folder, created):
        print_text(f"{path} written.")
    print_wrapped(f"`sco-quiz check {quoted(folder)}` reports how to improve the questions.")
    return True


def _agreed(plan: ImportPlan, folder: Path) -> bool:
    """Return whether the plan may be written; ask on a terminal. Raises click.Abort at the end of input."""
    amounts = [(len(plan.new), "new"), (len(plan.changed), "changed")]
    what = " and ".join(f"{number} {name}" for number, name in amounts if number)
    if sys.stdin.isatty() and sys.stdout.isatty():
        noun = "question" if len(plan.new) + len(plan.changed) == 1 else "questions"
        agreed = confirmed(f"Write {what} {noun} to {folder}?")
        if not agreed:
            print_text("Nothing was written.")
        return agreed
    doubts = [name for name, doubt in (("changes", plan.changed), ("guessed columns", plan.guess)) if doubt]
    if doubts:
        print_wrapped(f"Nothing was written. Check the {' and the '.join(doubts)} above, then add `--yes`.", err=True)
    return not doubts
