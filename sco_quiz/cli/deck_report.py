"""What `export anki` prints: which questions are new, changed or dropped, and what to do about them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sco_quiz.core.durations import in_words
from sco_quiz.core.plural import counted
from sco_quiz.core.sizes import size_in_words

if TYPE_CHECKING:
    from sco_quiz.anki.package import DeckReport
    from sco_quiz.core.review import Progress

_A_DAY = 86_400


def report_lines(report: "DeckReport", dry_run: bool) -> Iterator[str]:
    """Yield the numbers, then the questions by what became of them, then what to know and to do."""
    yield _written(report, dry_run)
    # not of notes: a question that changed to or from a cloze has two
    new, changed, dropped = map(len, (report.new_questions, report.rewritten, report.dropped_questions))
    unchanged = _questions(report) - new - changed
    yield f"new {new}, changed {changed}, unchanged {unchanged}, dropped {dropped}"
    if new < _questions(report):  # of a first deck, nobody needs the list
        yield from _listed("New", report.new_questions)
    yield from _rewritten(report)
    yield from _listed("Dropped", report.dropped_questions)
    advice = [*_advice(report), *(() if dry_run else _ledger(report))]
    yield from ["", *advice] if advice else []


def progress_lines(report: "DeckReport", bank_id: str, own: "Progress", dry_run: bool) -> Iterator[str]:
    """Yield the numbers of a deck with a student's progress, and how it reaches a collection that has the cards."""
    yield _written(report, dry_run)
    yield f"included: {counted(len(own.reviews), 'review')} of {counted(len(own.memories), 'question')}"
    if own.replaces.ids:
        yield (
            f"In Anki, delete the cards first (search the browser for `Id:{bank_id}/*`). Then import "
            "the deck with “Import any learning progress”. Your reviews remain, but not your tags, edits and flags."
        )
    else:
        yield (
            "Anki adds this progress only to cards that it does not have, if you check “Import any learning progress”. "
            "If it has the cards, nothing changes there; `sco-quiz export anki --help` explains how to replace them."
        )


def _written(report: "DeckReport", dry_run: bool) -> str:
    written = f"would write {report.path}" if dry_run else str(report.path)
    shown = f", {counted(report.pictures, 'picture')} ({size_in_words(report.picture_bytes)})" * bool(report.pictures)
    return f"{written}: {counted(_questions(report), 'question')} on {counted(report.cards, 'card')}{shown}"


def _questions(report: "DeckReport") -> int:
    return report.notes - len(report.replaced_notes)


def _listed(heading: str, questions: Sequence[str]) -> Iterator[str]:
    if questions:
        yield f"{heading}: {', '.join(questions)}"


def _rewritten(report: "DeckReport") -> Iterator[str]:
    """Yield the changed questions by what changed in them, answers first."""
    groups = defaultdict(list)
    for question, reasons in report.rewritten.items():
        groups[reasons].append(question)
    if groups:
        yield "Changed, so that Anki replaces their text, with students' own edits and tags:"
    for reasons in sorted(groups, key=lambda reasons: "answer" not in reasons):
        yield f"  {', '.join(reasons)}: {_named(groups[reasons], _questions(report))}"


def _named(questions: Sequence[str], count: int) -> str:
    """Return the ids, or that it is each question of the deck, as after a change of the bank's language."""
    return f"all {count} questions" if len(questions) == count > 1 else ", ".join(questions)


def _advice(report: "DeckReport") -> Iterator[str]:
    """Yield what students do not get, and what a teacher can do about it."""
    if 0 < len(report.new_questions) == _questions(report):
        # a lone file of questions has no ledger
        evidence = "its `anki-ledger.jsonl`" if report.ledger else f"the deck that was at {report.path}"
        yield (
            f"This counts as the first deck of the bank. If students have one already, restore {evidence} and export "
            "again: otherwise they lose their own edits and tags, or miss corrections."
        )
    if report.dropped_questions:
        yield (
            "Students keep the cards of dropped questions, and nothing tells them. Instead of deleting a question, "
            "write `status: retired` with a `reason`: its card then shows a banner."
        )
    moved = [question for question in report.replaced_notes if "kind" in report.rewritten.get(question, ())]
    if moved:
        yield (
            f"Changed to or from a cloze: {', '.join(moved)}. Students get a new card; the previous one shows a banner."
        )
    if report.rewritten:
        yield _missed(report)
    if report.behind > _A_DAY:
        yield f"The clock is {in_words(report.behind)} behind the last export, whose time the changes get: set it."


def _missed(report: "DeckReport") -> str:
    """Return which students do not get a change, since Anki retains what they edited after it, and how they get it."""
    since = f"{datetime.fromtimestamp(report.latest, UTC):%Y-%m-%d %H:%M} UTC"
    answers = sum("answer" in reasons for reasons in report.rewritten.values())
    corrected = f" ({counted(answers, 'corrected answer')})" if answers else ""
    return (
        f"Some students may miss {counted(len(report.rewritten), 'change')}{corrected}: Anki does not update a "
        f"question that they edited or tagged, or that it marked as a leech, after {since} and before they import "
        "this deck. Tell them to import it with “Update notes: Always”, or send a question again later with "
        "`--resend`. The deck's page in Anki lists corrected answers."
    )


def _ledger(report: "DeckReport") -> Iterator[str]:
    """Yield where the changes are recorded."""
    if report.ledger_problem:
        yield (
            f"{report.ledger} cannot be written: {report.ledger_problem}. Keep {report.path}: the next export compares "
            "with it."
        )
    elif report.ledger_changed:
        yield f"{report.ledger} records when each question changed: commit it with the bank."
