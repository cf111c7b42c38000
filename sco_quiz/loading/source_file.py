"""Check source.yaml as a whole: the order of its paragraphs, their hashes, and the questions that its facts name."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.source import Paragraph, ParagraphHashes, Source
from sco_quiz.core.suggest import Names
from sco_quiz.loading.examples import RECREATE
from sco_quiz.loading.hints import meant
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.records import SummariesFile


class Asker(NamedTuple):
    """The id of a question that a fact names, and its key path in source.yaml."""

    question: str
    path: KeyPath


def misnumbered(source: Source, origin: Origin) -> list[Problem]:
    """Report the first paragraph whose number is not its position."""
    for index, paragraph in enumerate(source.paragraphs):
        if paragraph.number != index + 1:
            message = f"expected paragraph {index + 1}, found paragraph {paragraph.number}"
            return [origin.problem("paragraph-order", message, ("paragraphs", index, "number"))]
    return []


def join_hashes(source: Source, origin: Origin) -> tuple[Source, list[Problem]]:
    """Return the record with the hashes in its paragraphs, and report paragraphs without hashes."""
    listed = {hashes.number: hashes for hashes in source.fingerprints}
    problems = []
    for index, paragraph in enumerate(source.paragraphs):
        if paragraph.number not in listed and "fingerprint" not in paragraph.model_fields_set:
            message = f"paragraph {paragraph.number} has no fingerprint"
            problems.append(origin.problem("missing-field", message, ("paragraphs", index), RECREATE))
    joined = tuple(_joined(paragraph, listed.get(paragraph.number)) for paragraph in source.paragraphs)
    return source.model_copy(update={"paragraphs": joined, "fingerprints": ()}), problems


def _joined(paragraph: Paragraph, hashes: ParagraphHashes | None) -> Paragraph:
    if hashes is None:
        return paragraph
    return paragraph.model_copy(update={"fingerprint": hashes.words, "runs": hashes.runs})


def misplaced_articles(source: Source, origin: Origin) -> list[Problem]:
    """Report the first article that does not start after the one before it, or has no paragraph."""
    before, last = 1, len(source.paragraphs)
    for index, article in enumerate(source.articles):
        if not before < article.first <= last:
            message = f"expected a paragraph after {before}, at most {last}, found {article.first}"
            hint = "write at which paragraph the article starts, in the order of the articles"
            return [origin.problem("paragraph-order", message, ("articles", index, "first"), hint)]
        before = article.first
    return []


def join_summaries(source: Source, record: SummariesFile, origin: Origin) -> tuple[Source, list[Problem]]:
    """Return the record with the summaries of their own file; report those in both files, and of no paragraph."""
    problems = []
    # not `by_number`, which would stay in the copy
    paragraphs = {paragraph.number: paragraph for paragraph in source.paragraphs}
    for number in record.summaries:
        path = ("summaries", str(number))
        paragraph = paragraphs.get(number)
        if paragraph is None:
            message, hint = f"the source has no paragraph {number}", f"it has paragraphs 1 to {len(source.paragraphs)}"
            problems.append(origin.problem("unknown-paragraph", message, path, hint, at_key=True))
        elif paragraph.summary:
            message = f"paragraph {number} also has a summary in source.yaml"
            problems.append(origin.problem("second-summary", message, path, "keep one of the two", at_key=True))
    joined = tuple(
        each.model_copy(update={"summary": each.summary or record.summaries.get(each.number, "")})
        for each in source.paragraphs
    )
    return source.model_copy(update={"paragraphs": joined}), problems


def askers(source: Source) -> Iterator[Asker]:
    """Yield each id that a fact names."""
    for index, paragraph in enumerate(source.paragraphs):
        for number, fact in enumerate(paragraph.facts):
            path: KeyPath = ("paragraphs", index, "facts", number, fact.text)
            for position, question in enumerate(fact.questions):
                yield Asker(question, (*path, position))


def unknown_askers(source: Source, origin: Origin, known: Collection[str]) -> list[Problem]:
    """Report each id that a fact names and no question has or had."""
    names = Names(known)
    return [
        origin.problem(
            "unknown-question",
            f"no question in this bank has the id `{asker.question}`",
            asker.path,
            names.suggest(asker.question, "see `sco-quiz list`"),
        )
        for asker in askers(source)
        if asker.question not in known
    ]


def unplaced(source: Source, origin: Origin, topics: Collection[str]) -> list[Problem]:
    """Report each topic of a paragraph that has no file."""
    return [
        origin.problem(
            "unknown-topic",
            f"there is no file {paragraph.topic}.yaml",
            ("paragraphs", index, "topic"),
            meant(paragraph.topic, sorted(topics)),
        )
        for index, paragraph in enumerate(source.paragraphs)
        if paragraph.topic and paragraph.topic not in topics
    ]


def without_source(record: SummariesFile | None, origin: Origin | None) -> list[Problem]:
    """Return the problem of summaries in a bank without a source: they are not ignored without a word."""
    if not (record and origin and record.summaries):
        return []
    message = "ignored: the bank has no source.yaml with the paragraphs of these summaries"
    hint = "`sco-quiz source add` makes it; if the bank needs no source, delete this file"
    place = origin.place(("summaries",), at_key=True)
    return [Problem("unknown-paragraph", message, place, hint, Severity.WARNING)]
