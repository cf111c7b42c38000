"""Write a bank as a readable Markdown file: questions by topic, their answers at the end, pictures beside it."""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.parts import Role
from sco_quiz.formats.exchange.losses import field_losses, retired_losses
from sco_quiz.formats.markdown_sheet.questions import answer_of, task_of
from sco_quiz.formats.markdown_sheet.text import item, prompt_of, source_of
from sco_quiz.formats.package import Loss, Package
from sco_quiz.formats.rich_text.literal import escaped
from sco_quiz.formats.rich_text.no_html import without_html

_HELD = frozenset({"setting", "explanation", "beyond"})


def write(bank: Bank) -> Package:
    """Return a file with all questions that are not retired, and the pictures that they show."""
    losses = [*retired_losses(bank)]
    for question in _active(bank):
        losses += _losses(question)
    text = without_html("\n".join([*_questions(bank), *_answers(bank)]))
    pictures = {file: picture.read() for file, picture in bank.pictures.items()}
    return Package({f"{bank.id}.md": text.encode(), **pictures}, tuple(losses))


def _active(bank: Bank) -> Iterator[AnyQuestion]:
    return (question for question in bank.questions if question.status == "active")


def _questions(bank: Bank) -> Iterator[str]:
    yield f"# {escaped(bank.title)}\n"
    number = 0
    for topic in bank.topics:
        yield f"## {escaped(topic.title)}\n"
        for question in topic.questions:
            if question.status == "active":
                number += 1
                yield _question(question, number)


def _question(question: AnyQuestion, number: int) -> str:
    setting = source_of(question.content(question.setting), question.markup) if question.setting else ""
    return item(f"{number}. ", _paragraphs(setting, prompt_of(question), task_of(question))) + "\n"


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text.strip("\n") for text in texts if text)


def _answers(bank: Bank) -> Iterator[str]:
    yield "## Answers\n"
    for number, question in enumerate(_active(bank), start=1):
        added = question.beyond.text if question.beyond else ""
        texts = (source_of(question.content(text), question.markup) for text in (question.explanation, added) if text)
        yield item(f"{number}. ", _paragraphs(answer_of(question), *texts)) + "\n"


def _losses(question: AnyQuestion) -> Iterator[Loss]:
    yield from field_losses(question, _HELD, "the file")
    for part in question.parts():
        if part.role is Role.NOTE:
            path = (*part.path, "note")
            yield Loss(question.id, path, "lost-feedback", "the file has no place for feedback on an option")
