"""Read the text and title of an article from a text file."""

import re
from collections.abc import Iterable
from pathlib import Path

from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds.field_types import text_fault
from sco_quiz.core.problem import Problem
from sco_quiz.core.source import Source, fingerprint, role_of, split_paragraphs
from sco_quiz.loading.diagnosis.raw_text import MARKUP
from sco_quiz.loading.document import Document
from sco_quiz.loading.files import read_document

_BINARY = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # control characters other than white space
SAME_ARTICLE = 0.5  # the share of recorded paragraphs that a changed version of the article must have
SAVE = "save the article as plain text, in UTF-8, with a blank line between paragraphs"


def read_article(path: Path, title: str | None) -> tuple[str, str, list[str]]:
    """Return the text, the title (the given one or the first paragraph) and the paragraphs, each on one line.

    Raises BankError when the file is not text in UTF-8, is empty, or has no title while none is given.
    """
    document, problems = read_document(path, str(path))
    # a file of another format must not become a record of nonsense words
    problems += _not_plain_text(document) if document else []
    if document is None or problems:
        raise BankError("the article cannot be read", tuple(problems))
    paragraphs = split_paragraphs(document.text)
    if not paragraphs:
        raise BankError(f"{path} is empty")
    if not title and role_of(paragraphs[0], 0) != "heading":
        count = len(paragraphs[0].split())
        raise BankError(
            f"the first paragraph of {path} has {count} words, too many for a title; "
            "separate the title and all paragraphs by blank lines, or use --title"
        )
    if fault := text_fault(title or paragraphs[0]):
        raise BankError(f"the title cannot be used: {fault}")
    return document.text, title or paragraphs[0], paragraphs


def read_article_of(source: Source, paths: Iterable[Path]) -> list[str]:
    """Return the paragraphs of the articles that a record is about. Raises BankError for any other text."""
    paths = list(paths)
    paragraphs = [paragraph for path in paths for paragraph in read_article(path, source.title)[2]]
    path = paths[0]
    recorded = [paragraph.fingerprint for paragraph in source.paragraphs]
    # records of 0.1.0 have more hashes of words in other scripts
    fits = [[marks <= each for each in recorded] for marks in (fingerprint([paragraph]) for paragraph in paragraphs)]
    if len(fits) == len(recorded) and all(row[index] for index, row in enumerate(fits)):
        return paragraphs
    common = sum(map(any, fits))
    if common < SAME_ARTICLE * len(recorded):
        raise BankError(f"{path} is another article than “{source.title}”: {common} of its paragraphs are the same")
    changed = [str(number) for number, row in enumerate(fits, start=1) if not any(row)]
    differs = f"in paragraphs {', '.join(changed)}" if changed else "in the number or order of paragraphs"
    raise BankError(f"{path} differs from source.yaml {differs}; `sco-quiz source add` with --replace updates it")


def _not_plain_text(document: Document) -> list[Problem]:
    if MARKUP.match(document.text):
        return [Problem("not-yaml", "this is a web page or XML, not plain text", document.place(0, 0), SAVE)]
    if found := _BINARY.search(document.text):
        said = f"control character U+{ord(found[0]):04X} is not allowed in plain text"
        return [Problem("control-character", said, document.place_at(found.start()), SAVE)]
    return []
