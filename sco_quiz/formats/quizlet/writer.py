"""Write typed answers as terms and definitions, to be pasted into Quizlet: question, tab, answer."""

from collections.abc import Iterator
from typing import assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry, write_number
from sco_quiz.core.kinds import AnyQuestion, Question
from sco_quiz.core.kinds.fields import fields_of
from sco_quiz.core.parts import Part, Role
from sco_quiz.formats.exchange.losses import field_losses, markup_loss, picture_losses, retired_losses
from sco_quiz.formats.package import Loss, Package
from sco_quiz.formats.sheets.rows import number_of

_LOST = {
    "unit": "lost-unit",
    "tolerance": "lost-tolerance",
    "reject": "lost-feedback",
    "strict": "lost-setting",
    "partial": "partial-credit",
}


def write(bank: Bank) -> Package:
    """Return a line for each question that is answered with a few words or a number."""
    lines, losses = [], list(retired_losses(bank))
    for question in bank.questions:
        if question.status == "retired":
            continue
        if answer := _answer(question):
            lines.append(f"{_line(question.stem.plain)}\t{_line(answer)}\n")
            losses += _losses(question)
        else:
            what = "Quizlet has only pairs of a question and its answer, a few words or a number"
            losses.append(Loss(question.id, (), "unsupported-kind", what))
    return Package({f"{bank.id}.quizlet.tsv": "".join(lines).encode()}, tuple(losses))


def _answer(question: Question) -> str:
    """Return the answer that Quizlet asks for; nothing for any other question, and for words that are a number."""
    interaction = question.interaction()
    match interaction:
        case TextEntry(gaps=(gap, *_), inline=False):
            answer = gap.accepted[0].plain
            return "" if number_of(answer) is not None else answer
        case NumberEntry(answer=number):
            return write_number(number)
        case TextEntry() | Choice() | Match() | Order():
            return ""
    assert_never(interaction)


def _line(text: str) -> str:
    return " ".join(text.split())


def _losses(question: AnyQuestion) -> Iterator[Loss]:
    kind = type(question)
    yield from field_losses(question, (), "Quizlet")
    yield from picture_losses(question, "Quizlet")
    for name in fields_of(kind):
        default = kind.model_fields[name].get_default(call_default_factory=True)
        if name not in (*Question.model_fields, "answer") and getattr(question, name) != default:
            yield Loss(question.id, (name,), _LOST.get(name, "lost-field"), f"Quizlet has no place for `{name}`")
    for part in (Part(("prompt",), Role.PROMPT, question.stem), *question.answer_parts()):
        if part.path in (("prompt",), ("answer",)) and (loss := _lost_markup(question, part)):
            yield loss


def _lost_markup(question: Question, part: Part) -> Loss | None:
    if _line(part.content.plain) != part.content.plain:
        return Loss(question.id, part.path, "lost-markup", "a card in Quizlet is one line: line ends become spaces")
    return markup_loss(question, part, "cards in Quizlet")
