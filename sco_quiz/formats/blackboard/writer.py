"""Write a bank as text for Blackboard: a question on each line, its fields between tabs, no markup."""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import Question
from sco_quiz.core.parts import Role
from sco_quiz.formats.blackboard.rows import Refused, Row, has_lines, row_of
from sco_quiz.formats.exchange.losses import field_losses, markup_loss, picture_losses, retired_losses, scoring_losses
from sco_quiz.formats.package import Loss, Package

MAX_LINES = 250
"""The number of questions in a file that Blackboard recommends as its maximum."""

_HELD = frozenset({"setting"})
_WRITTEN = frozenset({Role.SETTING, Role.PROMPT, Role.RIGHT, Role.WRONG, Role.ACCEPTED, Role.ROW, Role.ITEM})


def write(bank: Bank) -> Package:
    """Return all questions that are not retired, in files of at most 250 lines."""
    losses = list(retired_losses(bank))
    lines = ["\t".join(row.fields) for row in _rows(bank, losses)]
    parts = [lines[start : start + MAX_LINES] for start in range(0, max(len(lines), 1), MAX_LINES)]
    # no line feed at the end: Blackboard takes an empty line for a question with an error
    texts = ["\n".join(part).encode() for part in parts]
    names = [f"-{number}" for number in range(1, len(texts) + 1)] if len(texts) > 1 else [""]
    return Package(
        {f"{bank.id}.blackboard{name}.txt": text for name, text in zip(names, texts, strict=True)}, tuple(losses)
    )


def _rows(bank: Bank, losses: list[Loss]) -> Iterator[Row]:
    """Yield the line of each question that Blackboard can ask, and add what is lost."""
    for question in bank.questions:
        if question.status == "retired":
            continue
        try:
            row = row_of(question)
        except Refused as refused:
            losses.append(Loss(question.id, (), "unsupported-kind", str(refused)))
            continue
        losses += _losses(question, row)
        yield row


def _losses(question: Question, row: Row) -> Iterator[Loss]:
    yield from field_losses(question, _HELD, "Blackboard")
    yield from picture_losses(question, "Blackboard")
    if question.corrections:
        yield Loss(question.id, ("correction",), "lost-field", "Blackboard has no place for `correction`")
    lost = (*row.lost, *scoring_losses(question.interaction(), "Blackboard"))
    yield from (Loss(question.id, path, name, what) for path, name, what in lost)
    for part in question.parts():
        if part.role not in _WRITTEN or part.path[0] == "correction":
            continue
        if loss := markup_loss(question, part, "questions in Blackboard"):
            yield loss
        elif has_lines(part.content):
            yield Loss(question.id, part.path, "lost-markup", "each question is on one line: lines are joined")
