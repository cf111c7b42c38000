"""Which numbers, dates and names of an article the questions of a bank use."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from sco_quiz.core.bank import Bank
from sco_quiz.core.coverage import ParagraphCoverage, Usage, Use
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.parts import ANSWER_ROLES, Role
from sco_quiz.core.source import Paragraph, trace_form
from sco_quiz.core.text import Date, words
from sco_quiz.lint.claims import numbers_in
from sco_quiz.lint.mentions import Mention, dates_in, mentions_in, vocabulary_of
from sco_quiz.lint.tokens import occurs
from sco_quiz.lint.trace import other_names

# learners are asked for the words of a prompt and of right answers; they are only shown the others
ASKED = ANSWER_ROLES - {Role.WRONG, Role.REJECTED, Role.PARTIAL} | {Role.PROMPT}
SHOWN = frozenset(Role) - ASKED - {Role.BEYOND, Role.REASON}
COVERED_ROLES = ("text", "question", "caption")  # not headings and archive data


def coverage(bank: Bank, blocks: Sequence[str]) -> tuple[ParagraphCoverage, ...]:
    """Return what is found in each paragraph; `blocks` are the paragraphs of the article, as many as in its record.

    A name or date is used if any active question has it, a number only if a question that cites its paragraph does.
    """
    questions = [question for question in bank.questions if question.status == "active"]
    everywhere, known = _Index(questions), vocabulary_of(blocks)
    return tuple(
        ParagraphCoverage(paragraph, tuple(_usages(mentions_in(block, known), paragraph, questions, everywhere)))
        for paragraph, block in zip(bank.source.paragraphs if bank.source else (), blocks, strict=True)
        if paragraph.role in COVERED_ROLES
    )


def _usages(
    mentions: Iterable[Mention], paragraph: Paragraph, questions: Iterable[AnyQuestion], everywhere: "_Index"
) -> Iterator[Usage]:
    citing = _Index(question for question in questions if paragraph.number in question.source)
    for mention in mentions:
        index = citing if mention.kind == "number" else everywhere
        yield Usage(mention.kind, mention.text, index.use_of(mention))


class _Index:
    """What some questions ask and show."""

    def __init__(self, questions: Iterable[AnyQuestion]) -> None:
        parts = [part for question in questions for part in question.parts()]
        self._asked = _Texts(part.content.solved for part in parts if part.role in ASKED)
        self._shown = _Texts(part.content.solved for part in parts if part.role in SHOWN)

    def use_of(self, mention: Mention) -> Use:
        """Return whether a mention is asked, shown, or neither."""
        if self._asked.contains(mention):
            return "asked"
        return "shown" if self._shown.contains(mention) else "unused"


class _Texts:
    """Strings, and the names, dates and numbers in them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def contains(self, mention: Mention) -> bool:
        """Return whether one of the strings contains a name, date or number."""
        if mention.date:
            return any(_is_within(date, mention.date) for date in self._dates)
        if mention.kind == "number":
            return mention.forms[0] in self._numbers
        if mention.key in self._forms or any(occurs(mention.forms, row) for row in self._rows):
            return True
        return any(self._forms.issuperset(map(trace_form, other)) for other in other_names(mention.key))

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(numbers_in(self._texts))

    @cached_property
    def _dates(self) -> frozenset[Date]:
        return frozenset(date for text in self._texts for date in dates_in(text).values())

    @cached_property
    def _rows(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(trace_form, words(text))) for text in self._texts)

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(form for row in self._rows for form in row)


def _is_within(date: Date, asked: Date) -> bool:
    """Return whether a date says all that another one says, apart from a year that it may not repeat."""
    (year, month, day), (asked_year, asked_month, asked_day) = date, asked
    return month == asked_month and asked_day in (None, day) and (None in (year, asked_year) or year == asked_year)
