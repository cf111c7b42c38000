"""The description of a bank's deck, which Anki shows on the page of the deck: what the article says, to read first."""

from collections.abc import Iterator

from sco_quiz.anki.escape import inline_html
from sco_quiz.core.bank import Bank
from sco_quiz.core.digest import Digest, Section, digest
from sco_quiz.core.plural import counted
from sco_quiz.core.text import long_date


def deck_description(bank: Bank) -> str:
    """Return the description as HTML; never empty, since Anki would retain an older one."""
    about = inline_html(bank.description) or f"Questions on {inline_html(bank.title)}."
    found = digest(bank)
    return f"<p>{about}</p>{''.join(_digest_html(found))}" if found.sections else about


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
