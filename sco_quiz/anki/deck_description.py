"""The description of a bank's deck, which Anki shows on its page: what to read first, and what was corrected."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby

from sco_quiz.card.escape import inline_html
from sco_quiz.core.bank import Bank
from sco_quiz.core.digest import Digest, Section, digest
from sco_quiz.core.kinds import Question
from sco_quiz.core.shorten import shorten
from sco_quiz.core.words.language import Language
from sco_quiz.core.words.languages import language_of

# Anki's pages draw descriptions in faint letters, which are hard to read for four minutes, above all by night
_FOLDED = '<details style="color: var(--fg, inherit)"><summary>'
MOST_CORRECTIONS = 30
"""Days before these corrections are not listed: hardly any student still has the previous text."""


def deck_description(bank: Bank, corrections: Iterable[tuple[int, str]] = ()) -> str:
    """Return the description as HTML; never empty, since Anki would retain an older one.

    `corrections` are first ids of questions with the time when their answer was corrected, in seconds since 1970.
    """
    language = language_of(bank.lang)
    about = inline_html(bank.description or language.word("questions_on", title=bank.title))
    found = digest(bank)
    read_first = _digest_html(found, language) if found.sections else ()
    parts = [*read_first, *_corrections_html(bank, corrections, language)]
    return f"<p>{about}</p>{''.join(parts)}" if parts else about


def _corrections_html(bank: Bank, corrections: Iterable[tuple[int, str]], language: Language) -> Iterator[str]:
    """Yield the corrected answers by day, newest first, and what a student does whose card has the previous one."""
    known = ((at, bank.by_first_id[first]) for at, first in corrections if first in bank.by_first_id)
    newest = sorted(known, key=lambda each: -each[0])
    if not newest:
        return
    yield f"{_FOLDED}{language.word('corrected', date=_day(newest[0]))}</summary>"
    yield f"<p>{language.word('corrected_date')}</p><p>{language.word('corrected_import')}</p>"
    listed = 0
    for day, group in groupby(newest, key=_day):
        if listed >= MOST_CORRECTIONS:
            break
        members = list(group)  # the whole day, however many: a release may correct more
        listed += len(members)
        questions = (f"{question.id}: {shorten(question.stem.plain, 80)}" for _, question in members)
        yield f"<p><b>{day}</b></p><ul>{''.join(f'<li>{inline_html(text)}</li>' for text in questions)}</ul>"
    yield "</details>"


def _day(correction: tuple[int, Question]) -> str:
    return f"{datetime.fromtimestamp(correction[0], UTC):%Y-%m-%d}"


def _digest_html(found: Digest, language: Language) -> Iterator[str]:
    """Yield the digest, folded where the page can do that: it is read once."""
    yield f"{_FOLDED}{language.word('read_first', n=found.minutes)}</summary>"
    lines = [language.word("article", citation=found.citation)]
    if found.speaker:
        lines.append(language.word("speaker", name=found.speaker))
    if found.date:
        lines.append(language.word("as_of_date", date=language.date(found.date)))
    yield f"<p>{'<br>'.join(map(inline_html, [*lines, language.word('number_is_paragraph')]))}</p>"
    yield from map(_section_html, found.sections)
    yield "</details>"


def _section_html(section: Section) -> str:
    text = " ".join(f"{paragraph.summary}[{paragraph.number}]" for paragraph in section.paragraphs)
    return f"<p><b>{inline_html(section.topic.title)}</b><br>{inline_html(text)}</p>"
