"""The records that a bank's files hold beside questions: bank.yaml, summaries.yaml, the head of a file of questions."""

from typing import Annotated

from pydantic import Field

from sco_quiz.core.blueprint.model import Blueprint
from sco_quiz.core.deck_name import DeckPart, DeckPath
from sco_quiz.core.kinds.field_types import Frozen, OptionalText, Slug, Strict, Text
from sco_quiz.core.language_tag import LanguageTag
from sco_quiz.core.markup.parse import Markup

_MARKUP = "How text is read: `markdown` (emphasis, code, formulas, tables, pictures) or `plain`, as typed."


class BankFile(Frozen):
    """bank.yaml: the name of the bank, and the order in which its topics are studied."""

    id: Slug = Field(
        description="Names the bank in decks and progress; permanent.",
        examples=["my-article"],
    )
    title: Text = Field(description="What learners see.", examples=["An article and its questions"])
    description: OptionalText = Field(
        default="",
        description="One or two sentences about the bank.",
        examples=["Who secures what, and by which body."],
    )
    lang: LanguageTag = Field(
        default="",
        description="The language of the questions, a tag such as ru or pt-BR; cards use its words. Default: English.",
        examples=["ru"],
    )
    deck: DeckPath = Field(
        default="",
        description="The name of the Anki deck, with :: after each deck above it. Default: the title.",
        examples=["School::History"],
    )
    markup: Markup = Field(
        default="plain",
        description=f"{_MARKUP} Default: plain.",
        examples=["markdown"],
    )
    topics: tuple[Slug, ...] = Field(
        default=(),
        description="The topics in the order of study: names of files without .yaml; others follow by name.",
        examples=[["security", "economy"]],
    )
    allow: dict[Text, Text] = Field(
        default={},
        description="Rules about the whole bank that do not apply to it, each with a reason.",
        examples=[{"true-false-imbalance": "the article corrects false claims"}],
    )
    setting: OptionalText = Field(
        default="",
        description="Who spoke, where and when, shown above every prompt, unless a file or a question says otherwise.",
        examples=["Muratbek Imanaliev, Secretary General of the SCO, February 2010"],
    )
    strict: Strict = Field(
        default=(),
        description="What typed answers are not forgiven, unless a file or a question says otherwise.",
        examples=["accents"],
    )
    exam: Blueprint | None = Field(
        default=None,
        description="The sections of an exam of this bank, and its rules.",
        examples=[{"sections": [{"number": 5, "levels": "remember"}]}],
    )


class SummariesFile(Frozen):
    """summaries.yaml: the content of the paragraphs, beside source.yaml with their hashes."""

    summaries: dict[Annotated[int, Field(ge=1)], OptionalText] = Field(
        description="The content of each paragraph by its number, in your own words; `sco-quiz read` shows it.",
        examples=[{"2": "Where the permanent bodies sit."}],
    )


class TopicFile(Frozen):
    """The head of a file of questions."""

    topic: Text = Field(description="The topic's name as learners see it.", examples=["Security"])
    description: OptionalText = Field(
        default="",
        description="One or two sentences about the topic.",
        examples=["Who secures what, and by which body."],
    )
    deck: DeckPart = Field(
        default="",
        description="The name of the topic's Anki deck. Default: a number, then the name of the topic.",
        examples=["03 Security"],
    )
    markup: Markup = Field(
        default="plain",
        description=f"{_MARKUP} Default: as the bank says.",
        examples=["markdown"],
    )
    setting: OptionalText = Field(
        default="",
        description="Who spoke, where and when, shown above each prompt, unless a question says otherwise.",
        examples=["Muratbek Imanaliev, Secretary General of the SCO, February 2010"],
    )
    strict: Strict = Field(
        default=(),
        description="What typed answers are not forgiven, unless a question says otherwise.",
        examples=["accents"],
    )
