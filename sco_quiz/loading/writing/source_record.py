"""Make a source record from the text of an article."""

import json
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from math import ceil
from operator import itemgetter
from textwrap import wrap
from typing import NamedTuple, TypeVar

from sco_quiz.core.article import Article
from sco_quiz.core.reference import Reference
from sco_quiz.core.source import Paragraph, Source, fingerprint, role_of, run_hashes, split_paragraphs
from sco_quiz.core.text import month_of, words
from sco_quiz.loading.writing.yaml_writer import scalar

_Key = TypeVar("_Key", bound=Hashable)

# paragraphs with the rarest words of one, since a changed paragraph keeps some of these: how many are compared, and how
# many are searched for them, as others may be taken, or have several of the words
MAX_COMPARED, MAX_CANDIDATES = 100, 400
ALIKE = 0.5  # the share of words that a changed paragraph must have in common with its previous version
HEAD = """\
# The article behind this bank: what it is, and one entry per paragraph (a block set apart by blank lines).
{summary}
# `topic` is where `sco-quiz read` shows it: a topic, or '' for none. Default: the topic that cites it most often.
# `facts` lists what the paragraph states, each with the questions that ask it: `- The mill is old: [mill-age]`.
# `context` lists names and dates that any prompt may use.
# `background` lists names and numbers from elsewhere that explanations, notes and hints may use.
# `references` lists publications that confirm what a question's `beyond` adds from outside the article.
# `understood` lists what its words refer to: "2009" for "last year", the name behind "he".
"""
SUMMARIES = """\
# The content of each paragraph of the article, in your own words; `sco-quiz read` and cards show it.
"""
IN_THE_RECORD = "# `summary` is the content of the paragraph in your own words; `sco-quiz read` and cards show it."
ELSEWHERE = (
    "# Summaries of the paragraphs are in summaries.yaml.\n"
    "# `articles` lists the second article and those after it, each with the number of its `first` paragraph."
)
HASHES = """\
# Do not edit what follows: hashes of the words of each paragraph, so that answers can be traced without the text,
# and of each twelve consecutive words (`runs`), so that copied sentences are found.
"""


class ArticleText(NamedTuple):
    """The text of an article, and what its record says about it."""

    text: str
    title: str
    day: date | None = None
    url: str | None = None


def make_source(text: str, title: str, day: date | None, previous: Source | None = None) -> Source:
    """Return the record of one article, as `make_record` does."""
    return make_record([ArticleText(text, title, day)], previous)


def make_record(articles: Sequence[ArticleText], previous: Source | None = None) -> Source:
    """Return the record of articles; details and summaries of a previous record stay where paragraphs match.

    Paragraphs are numbered on from one article to the next. The context of a new record is the titles and the months
    of their days, since any prompt may name what an article is about.
    """
    divided = [split_paragraphs(article.text) for article in articles]
    blocks = [(block, position) for each in divided for position, block in enumerate(each)]
    prints = [fingerprint([block]) for block, _ in blocks]
    paragraphs = []
    for index, (block, marks, old) in enumerate(zip(blocks, prints, matched(previous, prints), strict=True)):
        of_text = {"number": index + 1, "fingerprint": marks, "runs": run_hashes(words(block[0]))}
        paragraphs.append((old or Paragraph(number=1, role=role_of(*block))).model_copy(update=of_text))
    values = previous.model_dump() if previous else {"context": _context(articles)}
    first = articles[0]
    values |= {"title": first.title, "date": first.day, "paragraphs": tuple(paragraphs)}
    values |= {"url": first.url} if first.url else {}
    return Source(**{**values, "articles": tuple(_later(articles, divided, previous))})


def _context(articles: Iterable[ArticleText]) -> tuple[str, ...]:
    named = (name for each in articles for name in (each.title, month_of(each.day) if each.day else ""))
    return tuple(dict.fromkeys(filter(None, named)))


def _later(
    articles: Sequence[ArticleText], divided: Sequence[Sequence[str]], previous: Source | None
) -> Iterator[Article]:
    """Yield the record of each article after the first; what a previous record says about one of its title stays."""
    known = {article.title: article for article in previous.articles} if previous else {}
    first = 1
    for article, before in zip(articles[1:], divided, strict=False):
        first += len(before)
        given = {"first": first, "date": article.day, "url": article.url}
        update = {name: value for name, value in given.items() if value}
        yield known.get(article.title, Article(first=first, title=article.title)).model_copy(update=update)


def matched(previous: Source | None, prints: Sequence[frozenset[str]]) -> list[Paragraph | None]:
    """Return the previous paragraph behind each fingerprint: one of the same words, or one that shares half of them."""
    left = {old.number: old for old in previous.paragraphs} if previous else {}
    found: list[Paragraph | None] = [None] * len(prints)
    same = _index((old.fingerprint, old) for old in left.values())
    # all exact matches first, so that none is taken by a similar paragraph
    for index, marks in enumerate(prints):
        found[index] = _take(marks, index, same.get(marks, ()), left)
    containing = _index((mark, old) for old in left.values() for mark in old.fingerprint)
    for index, marks in enumerate(prints):
        if found[index] is None:
            rarest = sorted(marks, key=lambda mark: (len(containing.get(mark, ())), mark))
            # prefix filtering: a paragraph that shares half of the words has one of these
            some = rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]
            candidates = (old for mark in some for old in containing.get(mark, ()))
            near = {old.number: old for old in islice(candidates, MAX_CANDIDATES) if old.number in left}
            found[index] = _take(marks, index, islice(near.values(), MAX_COMPARED), left)
    return found


def _index(pairs: Iterable[tuple[_Key, Paragraph]]) -> dict[_Key, list[Paragraph]]:
    index: dict[_Key, list[Paragraph]] = {}
    for key, old in pairs:
        index.setdefault(key, []).append(old)
    return index


def _take(marks: frozenset[str], index: int, near: Iterable[Paragraph], left: dict[int, Paragraph]) -> Paragraph | None:
    """Remove and return the most similar of some paragraphs that are left; of equal ones the nearest."""
    shares = ((_share(old.fingerprint, marks), -abs(old.number - index - 1), old) for old in near if old.number in left)
    share, _, best = max(shares, key=itemgetter(0, 1), default=(0.0, 0, None))
    return left.pop(best.number) if best and share >= ALIKE else None


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common) if one or other else 1.0


def changes(previous: Source, record: Source) -> list[str]:
    """Report what a new record changes: paragraphs that are gone, changed or moved."""
    found = matched(previous, [paragraph.fingerprint for paragraph in record.paragraphs])
    pairs = [(old, new) for old, new in zip(found, record.paragraphs, strict=True) if old]
    stayed = {old.number for old, _ in pairs}
    gone = [old for old in previous.paragraphs if old.number not in stayed]
    lines = [f"paragraph {old.number} is gone: {old.summary or 'no summary'}" for old in gone]
    if changed := [str(new.number) for old, new in pairs if old.fingerprint != new.fingerprint]:
        lines.append(f"paragraphs were changed: {', '.join(changed)}; check whether their summaries are still true")
    if moved := ", ".join(_moved((old.number, new.number) for old, new in pairs)):
        lines.append(f"paragraphs have moved: {moved}; change `source` in the questions that cite them")
    return lines


def _moved(pairs: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Describe each run of consecutive paragraphs that moved by the same distance."""
    for shift, row in groupby(pairs, key=lambda pair: pair[1] - pair[0]):
        (first, now), *_, (last, end) = [*row] * 2
        if shift:
            yield f"{first} is now {now}" if first == last else f"{first} to {last} are now {now} to {end}"


def render_source(source: Source, lead: str = "", summaries: bool = True) -> str:
    """Return the record as YAML, below a first line such as the one that names the schema.

    The hashes are at the end, so that what people write is together; `summaries` is false where these have a file of
    their own.
    """
    head = HEAD.rstrip().replace("{summary}", IN_THE_RECORD if summaries else ELSEWHERE)
    lines = [lead, head] if lead else [head]
    for name, value in source:
        match value:
            case (Paragraph(), *_):
                entries = (_entry(_text_lines(paragraph, summaries)) for paragraph in value)
                lines += [f"{name}:", *(line for entry in entries for line in entry)]
            case (Article(), *_):
                lines += [f"{name}:", *(line for article in value for line in _entry(_article_lines(article)))]
            case tuple() if value:
                lines += [f"{name}:", *(f"  - {_quoted(item)}" for item in value)]
            case dict() if value:
                lines += [f"{name}:", *_render_references(value)]
            case str() | date() if value:
                lines.append(f"{name}: {value if name == 'url' else _scalar(value)}")
    hashes = [line for paragraph in source.paragraphs for line in _entry(_hash_lines(paragraph))]
    return "\n".join([*lines, HASHES.rstrip(), "fingerprints:", *hashes]) + "\n"


def _render_references(references: Mapping[str, Reference]) -> list[str]:
    lines = []
    for name, reference in references.items():
        # dates and addresses stay bare, as people write them
        fields = {"title": _quoted(reference.title), "publisher": _quoted(reference.publisher), "date": reference.date}
        fields |= {"url": scalar(reference.url)} if reference.url else {}
        lines += [f"  {name}:", *(f"    {field}: {text}" for field, text in fields.items())]
    return lines


def render_summaries(source: Source, lead: str = "") -> str:
    """Return the file of summaries as YAML; empty ones, too, for someone to fill in."""
    lines = [lead, SUMMARIES.rstrip()] if lead else [SUMMARIES.rstrip()]
    lines += ["summaries:", *(f"  {each.number}: {_quoted(each.summary)}" for each in source.paragraphs)]
    return "\n".join(lines) + "\n"


def _article_lines(article: Article) -> Iterator[str]:
    for name, value in article:
        if value:
            yield f"{name}: {_scalar(value) if name != 'url' else value}"


def _text_lines(paragraph: Paragraph, summary: bool) -> Iterator[str]:
    """Yield the lines that people write; an empty summary, too, for someone to fill in."""
    for name in ("number", "role", *(("summary",) if summary else ())):
        yield f"{name}: {_scalar(getattr(paragraph, name))}"
    if paragraph.topic is not None:
        yield f"topic: {scalar(paragraph.topic)}"
    if paragraph.understood:
        yield f"understood: [{', '.join(map(_quoted, paragraph.understood))}]"
    if paragraph.facts:
        yield "facts:"
    for fact in paragraph.facts:
        yield f"  - {scalar(fact.text)}" + (f": [{', '.join(fact.questions)}]" if fact.questions else "")


def _hash_lines(paragraph: Paragraph) -> Iterator[str]:
    yield f"number: {paragraph.number}"
    for name, value in (("words", paragraph.fingerprint), ("runs", paragraph.runs)):
        if value:
            yield f"{name}: >-"
            yield from (f"  {line}" for line in wrap(" ".join(sorted(value)), 108))
        elif name == "words":
            yield 'words: ""'


def _entry(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a list item."""
    for index, line in enumerate(lines):
        yield f"  {'- ' if index == 0 else '  '}{line}"


def _scalar(value: str | int | date) -> str:
    """Return text in quotes; numbers, dates and code words as they are."""
    if isinstance(value, str) and not re.fullmatch(r"[a-z]+", value):
        return _quoted(value)
    return str(value)


def _quoted(text: str) -> str:
    """Return a JSON string, which is also a double-quoted YAML one."""
    return json.dumps(text, ensure_ascii=False)
