"""The description of a bank's deck, which Anki shows on its page: what to read first, and what was corrected."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby

from sco_quiz.anki.escape import inline_html
from sco_quiz.core.bank import Bank
from sco_quiz.core.digest import Digest, Section, digest
from sco_quiz.core.kinds import Question
from sco_quiz.core.plural import counted
from sco_quiz.core.shorten import shorten
from sco_quiz.core.text import long_date

MOST_CORRECTIONS = 30
"""Older corrections are not listed: hardly any student still has the previous text."""
_MISSING = """
<p>The last line on the back of a card shows the date of its text. If this date is older than the one here, your card
has not been corrected: Anki does not update a question that you edited or tagged, or that Anki marked as a leech,
between our correction and your import.</p>
<p>Correct such a card yourself, or import the deck again with <i>Update notes: Always</i>. Anki then also replaces your
own edits and tags on every other question of the deck.</p>
"""


def deck_description(bank: Bank, corrections: Iterable[tuple[int, str]] = ()) -> str:
    """Return the description as HTML; never empty, since Anki would retain an older one.

    `corrections` are first ids of questions with the time when their answer was corrected, in seconds since 1970.
    """
    about = inline_html(bank.description) or f"Questions on {inline_html(bank.title)}."
    found = digest(bank)
    parts = [*(_digest_html(found) if found.sections else ()), *_corrections_html(bank, corrections)]
    return f"<p>{about}</p>{''.join(parts)}" if parts else about


def _corrections_html(bank: Bank, corrections: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Yield the corrected answers by day, newest first, and what a student does whose card has the previous one."""
    known = ((at, bank.by_first_id[first]) for at, first in corrections if first in bank.by_first_id)
    newest = sorted(known, key=lambda each: -each[0])[:MOST_CORRECTIONS]
    if not newest:
        return
    yield f"<details><summary>Corrected answers, last on {_day(newest[0])}</summary>{_MISSING}"
    for day, members in groupby(newest, key=_day):
        questions = (f"{question.id}: {shorten(question.stem.plain, 80)}" for _, question in members)
        yield f"<p><b>{day}</b></p><ul>{''.join(f'<li>{inline_html(text)}</li>' for text in questions)}</ul>"
    yield "</details>"


def _day(correction: tuple[int, Question]) -> str:
    return f"{datetime.fromtimestamp(correction[0], UTC):%Y-%m-%d}"


def _digest_html(found: Digest) -> Iterator[str]:
    """Yield the digest, folded where the page can do that: it is read once."""
    yield f"<details><summary>Read first: what the article says ({counted(found.minutes, 'minute')})</summary>"
    yield f"<p>Article: {inline_html(found.citation)}"
    if found.speaker:
        yield f"<br>Speaker: {inline_html(found.speaker)}"
    if found.date:
        yield f"<br>As of {long_date(found.date)}"
    yield "<br>A number is the paragraph of the article.</p>"
    yield from map(_section_html, found.sections)
    yield "</details>"


def _section_html(section: Section) -> str:
    text = " ".join(f"{paragraph.summary}[{paragraph.number}]" for paragraph in section.paragraphs)
    return f"<p><b>{inline_html(section.topic.title)}</b><br>{inline_html(text)}</p>"
