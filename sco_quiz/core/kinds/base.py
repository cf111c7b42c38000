"""What all questions share: the common fields, and the views that every surface reads."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from random import Random
from typing import Annotated, Any, ClassVar, Self

from pydantic import ConfigDict, Field, PrivateAttr, model_validator

from sco_quiz.core.content import Content, literal
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.interaction import Interaction, Option
from sco_quiz.core.kinds.beyond import Beyond
from sco_quiz.core.kinds.field_types import (
    Ask,
    Frozen,
    Level,
    OptionalText,
    OptionNote,
    Paragraphs,
    Slug,
    Status,
    Tag,
    Text,
)
from sco_quiz.core.kinds.refusals import Placed, refuse_many
from sco_quiz.core.markup.parse import Markup, parse_content, parse_corrected
from sco_quiz.core.parts import ANSWER_ROLES, Part, Role
from sco_quiz.core.place import KeyPath
from sco_quiz.core.responses import answer_key, correct_response, parse_response, shown_options
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Notes, Response, Unreadable, Verdict


class Question(Frozen, ABC):
    """One question of a bank. `source` lists paragraph numbers of the article, counted from 1.

    The fields are what the file says, in the order in which they are written. `about` describes the kind in a few
    words. A kind adds its own fields, `answer_parts`, `interaction` and `grade`; everything else follows from these.
    The markup is not a field of the question but of its bank or file: it is handed in as context of the
    validation, `model_validate(values, context={"markup": "markdown"})`.
    """

    model_config = ConfigDict(defer_build=True)  # a quiz seldom asks all kinds

    about: ClassVar[str]
    _markup: Markup = PrivateAttr(default="plain")

    id: Annotated[Slug, Ask("Permanent id", "qzx")] = Field(
        description="Permanent and unique in the bank: lower-case letters, digits and hyphens.",
        examples=["seat-of-the-secretariat"],
    )
    formerly: tuple[Slug, ...] = Field(
        default=(),
        description="Its previous ids, the oldest first; decks and progress follow them.",
        examples=[["seat"]],
    )
    type: str  # each kind narrows it to a literal, by which the class of a question is chosen
    setting: OptionalText = Field(
        default="",
        description="Who spoke, where and when, shown above the prompt; an empty string shows none.",
        examples=["Muratbek Imanaliev, Secretary General of the SCO, February 2010"],
    )
    prompt: Annotated[Text, Ask("Question", "Qzx?")] = Field(
        description="What is asked. With its setting, it must make sense without the article beside it.",
        examples=["In which city does the Secretariat of the SCO sit?"],
    )
    explanation: Annotated[OptionalText, Ask("Explanation, shown after the answer")] = Field(
        default="",
        description="Shown after the answer; teaches something beyond the key.",
        examples=["The other permanent body sits in Tashkent."],
    )
    beyond: Beyond | None = Field(
        default=None,
        description="What came before or after, from outside the article; shown under the explanation.",
        examples=[{"text": "India and Pakistan became members in 2017.", "references": ["astana-declaration"]}],
    )
    source: Annotated[Paragraphs, Ask("Paragraphs that support it, such as 14 or 14 19")] = Field(
        default=(), description="The paragraph or paragraphs of the article that support it.", examples=[21, [14, 19]]
    )
    level: Annotated[Level, Ask("Level", "remember")] = Field(
        description="Bloom's revised taxonomy: remember, understand, apply, analyze, evaluate.", examples=["remember"]
    )
    difficulty: int = Field(default=3, ge=1, le=5, description="1 (easy) to 5 (hard).", examples=[2])
    hint: Annotated[OptionalText, Ask("Hint (may be empty)")] = Field(
        default="", description="Narrows the answer down without giving it away.", examples=["It is a capital."]
    )
    tags: tuple[Tag, ...] = Field(
        default=(),
        description="Free tags: words of letters, digits, _ . and -, with :: between levels.",
        examples=[["history::founding"]],
    )
    as_of: date | None = Field(
        default=None, description="The day for which a fact that changes is stated.", examples=["2010-02-03"]
    )
    review_by: date | None = Field(
        default=None, description="The day by which someone should review it.", examples=["2027-02-03"]
    )
    never_with: tuple[Slug, ...] = Field(
        default=(),
        description="Ids of questions that this one gives away, or that give this one away.",
        examples=[["seat-of-the-agency"]],
    )
    allow: dict[Text, Text] = Field(
        default={},
        description="Rules that do not apply to this question, each with a reason.",
        examples=[{"answer-not-in-source": "inferred from two paragraphs"}],
    )
    status: Status = Field(default="active", description="`retired`: no longer asked.", examples=["retired"])
    reason: OptionalText = Field(
        default="",
        description="Why it was retired; students read it on the card.",
        examples=["The office has moved since."],
    )
    successor: Slug | None = Field(
        default=None,
        description="The id of the question that replaces it.",
        examples=["new-seat-of-the-secretariat"],
    )

    @model_validator(mode="before")
    @classmethod
    def _limit(cls, values: Any) -> Any:
        if isinstance(values, dict):
            refuse_many(values)
        return values

    def model_post_init(self, context: Any, /) -> None:
        """Take over the markup from the context of the validation."""
        if context and "markup" in context:
            self._markup = context["markup"]

    @cached_property  # Pydantic looks up private attributes slowly, and every text asks for it
    def markup(self) -> Markup:
        """How its text is read."""
        return self._markup

    def content(self, text: str) -> Content:
        """Parse text of the question. What is refused, which loading reports, is shown as it is typed."""
        if self.markup == "plain":
            return literal(text)
        parsed = parse_content(text, markup=self.markup)
        return literal(text) if isinstance(parsed, MarkupError) else parsed

    @property
    def first_id(self) -> str:
        """The id under which it was first published, by which decks know it."""
        return self.formerly[0] if self.formerly else self.id

    def with_default(self, name: str, value: object) -> Self:
        """Return the question with a value of its file or bank, unless it sets the field or its kind lacks it."""
        if name not in type(self).model_fields or name in self.model_fields_set:
            return self
        return self.model_copy(update={name: value})

    @property
    def references(self) -> tuple[str, ...]:
        """The ids of the references behind `beyond`."""
        return self.beyond.references if self.beyond else ()

    @property
    def stem(self) -> Content:
        """What the learner is shown: the prompt, with its gaps."""
        return self.content(self.prompt)

    @abstractmethod
    def answer_parts(self) -> Iterator[Part]:
        """Yield the parts of the fields that the kind adds."""

    def parts(self) -> Iterator[Part]:
        """Yield all text of the question, each part with its key path and role, in the order of the file."""
        yield from self._text_parts("setting")
        yield Part(("prompt",), Role.PROMPT, self.stem)
        yield from self.answer_parts()
        yield from self._text_parts("explanation")
        if self.beyond:
            yield Part(("beyond", "text"), Role.BEYOND, self.content(self.beyond.text))
        yield from self._text_parts("hint", "reason")

    def _text_parts(self, *names: str) -> Iterator[Part]:
        for name in names:
            if text := getattr(self, name):
                yield Part((name,), Role(name), self.content(text))

    def noted_parts(self, field: str, role: Role, options: Iterable[OptionNote]) -> Iterator[Part]:
        """Yield wrong options or rejected answers, each followed by its note."""
        for index, option in enumerate(options):
            path: KeyPath = (field, index)
            yield Part(path, role, self.content(option.text))
            if option.note:
                yield Part(path, Role.NOTE, self.content(option.note))

    def wrong_options(self, options: Iterable[OptionNote]) -> tuple[Option, ...]:
        """Return distractors or rejected answers as options of an interaction."""
        return tuple(
            Option(self.content(option.text), note=self.content(option.note) if option.note else None)
            for option in options
        )

    def placed(self, field: str, texts: Iterable[str | OptionNote]) -> list[Placed]:
        """Return the text of each entry of a list under its key path."""
        sources = (text if isinstance(text, str) else text.text for text in texts)
        return [((field, index), self.content(source)) for index, source in enumerate(sources)]

    def texts(self) -> tuple[str, ...]:
        """Return the key and every other answer or option that the question names."""
        return tuple(part.content.plain for part in self.answer_parts() if part.role in ANSWER_ROLES)

    @abstractmethod
    def interaction(self) -> Interaction:
        """Return what the learner does to answer."""

    @abstractmethod
    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Judge a response. `known` words are never taken for typos."""

    @property
    def key(self) -> tuple[str, ...]:
        """The right answer or answers as strings."""
        return answer_key(self.interaction())

    @property
    def correct_response(self) -> Response:
        """A response that is wholly right."""
        return correct_response(self.interaction())

    @property
    def corrections(self) -> tuple[tuple[str, str], ...]:
        """What makes a false statement true: (wrong words of the prompt, right words). Empty for any other question."""
        return ()

    @property
    def corrected(self) -> Content | None:
        """A false statement with its wrong words marked, each with the right ones; None for any other question."""
        if not self.corrections:
            return None
        parsed = parse_corrected(self.prompt, self.corrections, self.markup)
        return None if isinstance(parsed, MarkupError) else parsed

    @property
    def statement(self) -> str:
        """What the prompt says, as far as it is true: gaps filled, wrong words corrected."""
        return self.stem.solved

    def shown_options(self, rng: Random) -> tuple[str, ...]:
        """Return the options in the order in which they are shown; empty for a typed answer."""
        return shown_options(self.interaction(), rng)

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        """Read what was typed or pressed, given the options as shown."""
        return parse_response(self.interaction(), text, options)


def notes_for(chosen: Iterable[str], distractors: Iterable[OptionNote]) -> Notes:
    """Return the notes of the distractors that were chosen."""
    notes = {distractor.text: distractor.note for distractor in distractors if distractor.note}
    return tuple((text, notes[text]) for text in chosen if text in notes)
