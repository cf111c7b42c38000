"""The article behind a bank: its record, its paragraphs, and fingerprints that let questions be traced to them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from sco_quiz.core.article import Article, Cited, by_article, citation_of
from sco_quiz.core.kinds.field_types import AS_TYPED, SLUG, Frozen, OptionalText, Slug, Text, one_or_many
from sco_quiz.core.reference import Reference, WebAddress
from sco_quiz.core.text import month_of, stem, words

Day = date  # a name of its own, for a field is called date
Role = Literal["heading", "metadata", "text", "question", "caption"]

RUN = 12  # words in a row that make a copy
_LIGATURES = re.compile(r"ff[il]|f[fil]")


def trace_form(word: str) -> str:
    """The form under which a word is compared: its stem, without the letters that scans lose in ligatures.

    Scanned text often loses the second half of ff, fi, fl, ffi and ffl. Folding these to f on both sides lets
    a sound word meet its damaged twin.

    >>> trace_form("office") == trace_form("offce"), trace_form("influences") == trace_form("infuence")
    (True, True)
    """
    return _LIGATURES.sub("f", stem(word if word.isascii() else _as_recorded(word)))


def _as_recorded(word: str) -> str:
    """Return the longest part of a word that 0.1.0 recorded: without marks, cut at the vowels of Indic scripts."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", word) if not unicodedata.combining(each))
    return max(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare)), key=len, default=word)


def fingerprint(texts: Iterable[str]) -> frozenset[str]:
    """Return hashes of the normalized words of some strings: 8 hexadecimal digits (32 bits of BLAKE2b) per word."""
    return frozenset(word_hash(word) for text in texts for word in words(text))


@lru_cache(maxsize=65_536)
def word_hash(word: str) -> str:
    """The hash of one word, as `words` gives it."""
    return blake2b(trace_form(word).encode("utf-8", "replace"), digest_size=4).hexdigest()


def run_hashes(row: Sequence[str]) -> frozenset[str]:
    """Hashes of each twelve words in a row: 6 hexadecimal digits (24 bits of BLAKE2b) per run."""
    forms = [trace_form(word) for word in row]
    runs = (" ".join(forms[start : start + RUN]) for start in range(len(forms) - RUN + 1))
    return frozenset(blake2b(run.encode("utf-8", "replace"), digest_size=3).hexdigest() for run in runs)


def _hashes(value: object) -> object:
    return value.split() if isinstance(value, str) else value


def _only_hashes(digits: int) -> Callable[[frozenset[str]], frozenset[str]]:
    word = {6: "six", 8: "eight"}[digits]

    def check(value: frozenset[str]) -> frozenset[str]:
        for item in value:
            if not re.fullmatch(rf"[0-9a-f]{{{digits}}}", item):
                message = f"`{{item}}` is not allowed here: expected groups of {word} characters, 0 to 9 and a to f"
                raise PydanticCustomError("bad-fingerprint", message, {"item": item[:40]})
        return value

    return check


def _pattern(digits: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": rf"^\s*([0-9a-f]{{{digits}}}\s*)*$"})


WordHashes = Annotated[frozenset[str], BeforeValidator(_hashes), AfterValidator(_only_hashes(8)), _pattern(8)]
RunHashes = Annotated[frozenset[str], BeforeValidator(_hashes), AfterValidator(_only_hashes(6)), _pattern(6)]


class Fact(Frozen):
    """A fact that a paragraph states, and the ids of the questions that ask it; none if it is not asked yet."""

    text: Text
    questions: Annotated[tuple[Slug, ...], BeforeValidator(one_or_many)] = ()


def _fact(value: object) -> object:
    """Accept `text`, or one `text: [id, id]` mapping."""
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict):
        if len(value) != 1:
            message = "{count} `fact: [question, …]` entries in one list item; expected one"
            raise PydanticCustomError("bad-fact", message, {"count": len(value)})
        ((text, questions),) = value.items()
        if isinstance(questions, str) and not re.fullmatch(SLUG, questions):
            raise PydanticCustomError("bad-fact", "expected ids of questions after the colon, found text")
        return {"text": text, "questions": questions}
    return value


_IDS = {"type": ["string", "array"], "pattern": f"^{SLUG}$", "items": {"type": "string", "pattern": f"^{SLUG}$"}}
_ASKED = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": _IDS}
_FACT_SCHEMA = WithJsonSchema(
    {"anyOf": [{"type": AS_TYPED, "minLength": 1}, _ASKED], "description": "`fact`, or `fact: [question, …]`."}
)


class ParagraphHashes(Frozen):
    """What `sco-quiz source add` records of the words of one paragraph."""

    number: int = Field(ge=1, description="The number of the paragraph.", examples=[1])
    words: WordHashes = Field(description="Hashes of its words.", examples=["0a1b2c3d 99aa00ff"])
    runs: RunHashes = Field(
        default=frozenset(),
        description="Hashes of each twelve consecutive words, by which copied sentences are found.",
        examples=["0a1b2c 99aa00"],
    )


class Paragraph(Frozen):
    """One paragraph of the article; `understood` lists what its words refer to: dates, the names behind "he"."""

    number: int = Field(ge=1, description="Its position in the article, counted from 1.", examples=[1])
    role: Role = Field(default="text", description="Its function in the article.", examples=["text"])
    summary: OptionalText = Field(
        default="",
        description="Its content, in your own words; `sco-quiz read` and cards show it.",
        examples=["Where the permanent bodies sit."],
    )
    topic: OptionalText | None = Field(
        default=None,
        description="Its topic in `sco-quiz read`, '' for none. Default: the one that cites it most.",
        examples=["security"],
    )
    understood: tuple[Text, ...] = Field(
        default=(),
        description="What its words refer to: 2009 for `last year`.",
        examples=[["2009"]],
    )
    facts: tuple[Annotated[Fact, BeforeValidator(_fact), _FACT_SCHEMA], ...] = Field(
        default=(),
        description="The facts that it states, each with the ids of the questions that ask it.",
        examples=[[{"The Secretariat sits in Beijing.": ["seat"]}]],
    )
    fingerprint: WordHashes = Field(
        default=frozenset(),
        description="As version 0.1.0 wrote it; now in `fingerprints`, as `words`.",
        examples=["0a1b2c3d 99aa00ff"],
    )
    runs: RunHashes = Field(
        default=frozenset(), description="As version 0.1.0 wrote it; now in `fingerprints`.", examples=["0a1b2c 99aa00"]
    )

    @cached_property
    def hashes(self) -> frozenset[str]:
        """The fingerprint with what is understood."""
        return self.fingerprint | fingerprint(self.understood)


class Source(Frozen):
    """The record of the article: who speaks, where and when it was published, its numbered paragraphs.

    A bank about several articles lists the later ones in `articles`; their paragraphs are numbered on.
    `context` lists names and dates that every prompt may use, `background` what explanations bring in from elsewhere.
    """

    title: Text = Field(description="The article's title.", examples=["An Advancing Alliance"])
    speaker: OptionalText = Field(default="", description="Who speaks in it.", examples=["Muratbek Imanaliev"])
    publication: OptionalText = Field(default="", description="Where it was published.", examples=["Beijing Review"])
    issue: OptionalText = Field(default="", description="The issue or edition.", examples=["2010, no. 7"])
    date: Day | None = Field(
        default=None, description="The day on which its statements were true.", examples=["2010-02-03"]
    )
    url: WebAddress | None = Field(default=None, description="Its address on the web.", examples=["https://a.org/b"])
    articles: tuple[Article, ...] = Field(
        default=(),
        description="The second article and those after it; paragraphs are numbered on.",
        examples=[[{"first": 12, "title": "The Inquiry", "date": "2010-03-01"}]],
    )
    language: OptionalText = Field(default="en", description="The code of its language.", examples=["en"])
    context: tuple[Text, ...] = Field(
        default=(),
        description="Names and dates that any prompt may use.",
        examples=[["February 2010"]],
    )
    background: tuple[Text, ...] = Field(
        default=(),
        description="Names and numbers from outside the article that explanations, notes and hints may use.",
        examples=[["Astana", "1997"]],
    )
    references: dict[Slug, Reference] = Field(
        default={},
        description="Publications that confirm what a question's `beyond` adds, by ids of your choice.",
        examples=[
            {"astana-declaration": {"title": "Astana Declaration", "publisher": "SCO", "date": "2017-06-09"}},
        ],
    )
    paragraphs: tuple[Paragraph, ...] = Field(
        description="One entry for each paragraph.",
        examples=[[{"number": 1, "summary": "Where the permanent bodies sit."}]],
    )
    fingerprints: tuple[ParagraphHashes, ...] = Field(
        default=(),
        description="Hashes of the words of each paragraph, written by `sco-quiz source add`.",
        examples=[[{"number": 1, "words": "0a1b2c3d 99aa00ff"}]],
    )

    @cached_property
    def context_hashes(self) -> frozenset[str]:
        """The fingerprint of the context."""
        return fingerprint(self.context)

    @cached_property
    def background_hashes(self) -> frozenset[str]:
        """The fingerprint of context and background."""
        return self.context_hashes | fingerprint(self.background)

    @cached_property
    def citation_hashes(self) -> frozenset[str]:
        """The fingerprint of what says where the article comes from: citation, speaker and date."""
        texts = [(each.citation, each.speaker, month_of(each.date) if each.date else "") for each in self.all_articles]
        return fingerprint(text for each in texts for text in each)

    @cached_property
    def places(self) -> dict[str, frozenset[int]]:
        """The numbers of the paragraphs that contain a word, by the hash of the word."""
        found: dict[str, set[int]] = {}
        for paragraph in self.paragraphs:
            for mark in paragraph.hashes:
                found.setdefault(mark, set()).add(paragraph.number)
        return {mark: frozenset(numbers) for mark, numbers in found.items()}

    @cached_property
    def hashes(self) -> frozenset[str]:
        """The fingerprint of the whole article."""
        return frozenset[str]().union(*(paragraph.fingerprint for paragraph in self.paragraphs))

    @cached_property
    def runs(self) -> frozenset[str]:
        """The hashes of each twelve words in a row of a paragraph."""
        return frozenset[str]().union(*(paragraph.runs for paragraph in self.paragraphs))

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number, or None."""
        return self.by_number.get(number)

    @cached_property
    def by_number(self) -> dict[int, Paragraph]:
        """Paragraphs by their numbers."""
        return {paragraph.number: paragraph for paragraph in self.paragraphs}

    @property  # a cached one would stay in copies with other articles
    def all_articles(self) -> tuple[Article, ...]:
        """The first article, which the fields of the record describe, and the others."""
        own = {name: getattr(self, name) for name in Article.model_fields if name != "first"}
        return (Article.model_construct(first=1, **own), *self.articles)

    @property
    def citation(self) -> str:
        """Title, publication and issue of each article on one line."""
        return "; ".join(article.citation for article in self.all_articles)

    def cited(self, numbers: Iterable[int]) -> list[Cited]:
        """The articles that have some paragraphs, each with the numbers of these."""
        if self.articles:
            return by_article(self.all_articles, numbers)
        own = Cited(citation_of(self.title, self.publication, self.issue), tuple(numbers))
        return [own] if own.numbers else []


def role_of(paragraph: str, position: int) -> Role:
    """Guess the role of a paragraph from its form; `position` counts from 0, which is the title."""
    count = len(paragraph.split())
    if count < (25 if position == 0 else 12) and (position == 0 or paragraph[-1:] not in ".:!?"):
        return "heading"
    return "question" if paragraph.rstrip("\"'”’").endswith("?") else "text"


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of plain text: blocks separated by blank lines, each joined to one line."""
    blocks = re.split(r"\n[ \t\r\f\v]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [" ".join(block.split()) for block in blocks if block.strip()]
