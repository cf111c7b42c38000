"""Making a source record from the text of an article."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from textwrap import wrap

from sco_quiz.core.source import Paragraph, Source, fingerprint, role_of, run_hashes, split_paragraphs
from sco_quiz.core.text import MONTHS, words

ALIKE = 0.5  # the share of words by which a paragraph that was changed is still known
HEAD = """\
# The article behind this bank: what it is, and one entry per paragraph (a block set apart by blank lines).
# `summary` says in your own words what the paragraph tells; learners see it beside an answer.
# `context` holds names and dates that any prompt may use.
# `understood` lists what its words refer to: "2009" for "last year", the name behind "he".
# `fingerprint` holds hashes of the words, so that answers can be traced without the text, and `runs` hashes of each
# twelve words in a row, so that copied sentences are found; leave both as they are.
"""


def make_source(text: str, title: str, day: date, former: Source | None = None) -> Source:
    """A record of an article; what a former record says of itself and of paragraphs that are still there is kept.

    The context of a new one is the title and the month: what the article is about, any prompt may name.
    """
    blocks = split_paragraphs(text)
    prints = [fingerprint([block]) for block in blocks]
    paragraphs = []
    for index, (block, marks, old) in enumerate(zip(blocks, prints, matched(former, prints), strict=True)):
        paragraphs.append(
            Paragraph(
                number=index + 1,
                role=old.role if old else role_of(block, index),
                summary=old.summary if old else "",
                understood=old.understood if old else (),
                fingerprint=marks,
                runs=run_hashes(words(block)),
            )
        )
    month = max((name for name, number in MONTHS.items() if number == day.month), key=len).title()
    values = former.model_dump() if former else {"context": (title, f"{month} {day.year}")}
    return Source(**{**values, "title": title, "date": day, "paragraphs": tuple(paragraphs)})


def matched(former: Source | None, prints: Sequence[frozenset[str]]) -> list[Paragraph | None]:
    """For each fingerprint the former paragraph it was: one of the same words, else one that shares half of them."""
    left = list(former.paragraphs) if former else []
    found: list[Paragraph | None] = [None] * len(prints)
    for least in (1.0, ALIKE):
        for index, marks in enumerate(prints):
            if found[index] or not left:
                continue
            near = [(_share(old.fingerprint, marks), -abs(old.number - index - 1), old) for old in left]
            share, _, best = max(near, key=itemgetter(0, 1))
            if share >= least:
                found[index] = best
                left.remove(best)
    return found


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def changes(former: Source, record: Source) -> list[str]:
    """What a teacher should know of a record that takes the place of a former one: what is gone, changed or moved."""
    found = matched(former, [paragraph.fingerprint for paragraph in record.paragraphs])
    pairs = [(old, new) for old, new in zip(found, record.paragraphs, strict=True) if old]
    stayed = {old.number for old, _ in pairs}
    gone = [old for old in former.paragraphs if old.number not in stayed]
    told = [f"paragraph {old.number} is gone: {old.summary or 'no summary'}" for old in gone]
    if changed := [str(new.number) for old, new in pairs if old.fingerprint != new.fingerprint]:
        told.append(f"paragraphs were changed: {', '.join(changed)}; see whether their summaries still fit")
    if moved := ", ".join(_moved((old.number, new.number) for old, new in pairs)):
        told.append(f"paragraphs have moved: {moved}; change `source` in the questions that cite them")
    return told


def _moved(pairs: Iterable[tuple[int, int]]) -> Iterator[str]:
    """In words, each row of paragraphs that moved by the same number of places."""
    for shift, row in groupby(pairs, key=lambda pair: pair[1] - pair[0]):
        (first, now), *_, (last, end) = [*row] * 2
        if shift:
            yield f"{first} is now {now}" if first == last else f"{first} to {last} are now {now} to {end}"


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
    for name in ("fingerprint", "runs"):
        if hashes := " ".join(sorted(getattr(paragraph, name))):
            lines += [f"    {name}: >-", *(f"      {line}" for line in wrap(hashes, 108))]
    return lines


def _quoted(text: str) -> str:
    """A JSON string, which is also a double-quoted YAML one."""
    return json.dumps(text, ensure_ascii=False)
