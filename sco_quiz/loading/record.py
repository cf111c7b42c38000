"""Making a source record from the text of an article."""

import json
from datetime import date
from textwrap import wrap

from sco_quiz.core.source import Paragraph, Source, fingerprint, role_of, split_paragraphs
from sco_quiz.core.text import MONTHS

HEAD = """\
# The article behind this bank: what it is, and one entry per paragraph (a block set apart by blank lines).
# `summary` says in your own words what the paragraph tells; learners see it beside an answer.
# `context` holds names and dates that any prompt may use.
# `understood` lists what its words refer to: "2009" for "last year", the name behind "he".
# `fingerprint` holds hashes of the words, so that answers can be traced without the text; leave it as it is.
"""


def make_source(text: str, title: str, day: date, former: Source | None = None) -> Source:
    """A record of an article; what a former record says of itself and of unchanged paragraphs is kept.

    The context of a new one is the title and the month: what the article is about, any prompt may name.
    """
    kept = {paragraph.fingerprint: paragraph for paragraph in former.paragraphs} if former else {}
    paragraphs = []
    for index, block in enumerate(split_paragraphs(text)):
        marks = fingerprint([block])
        old = kept.get(marks)
        paragraphs.append(
            Paragraph(
                number=index + 1,
                role=old.role if old else role_of(block, index),
                summary=old.summary if old else "",
                understood=old.understood if old else (),
                fingerprint=marks,
            )
        )
    month = max((name for name, number in MONTHS.items() if number == day.month), key=len).title()
    values = former.model_dump() if former else {"context": (title, f"{month} {day.year}")}
    return Source(**{**values, "title": title, "date": day, "paragraphs": tuple(paragraphs)})


def render_source(source: Source, lead: str = "") -> str:
    """The record as YAML, below a first line such as the one that names the schema."""
    lines = [lead, HEAD.rstrip()] if lead else [HEAD.rstrip()]
    for name in ("title", "speaker", "publication", "issue", "date", "language"):
        value = getattr(source, name)
        if value:
            lines.append(f"{name}: {value if name in ('date', 'language') else _quoted(value)}")
    if source.context:
        lines += ["context:", *(f"  - {_quoted(item)}" for item in source.context)]
    lines.append("paragraphs:")
    for paragraph in source.paragraphs:
        lines += _render_paragraph(paragraph)
    return "\n".join(lines) + "\n"


def _render_paragraph(paragraph: Paragraph) -> list[str]:
    lines = [f"  - number: {paragraph.number}", f"    role: {paragraph.role}"]
    lines.append(f"    summary: {_quoted(paragraph.summary)}")
    if paragraph.understood:
        lines.append(f"    understood: [{', '.join(map(_quoted, paragraph.understood))}]")
    hashes = " ".join(sorted(paragraph.fingerprint))
    return [*lines, "    fingerprint: >-", *(f"      {line}" for line in wrap(hashes, 108))]


def _quoted(text: str) -> str:
    """A JSON string, which is also a double-quoted YAML one."""
    return json.dumps(text, ensure_ascii=False)
