"""What rules read from a question and from a bank, each computed once."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.nodes import GapMark
from sco_quiz.core.option_references import refers_to_options
from sco_quiz.core.parts import Role
from sco_quiz.core.place import KeyPath
from sco_quiz.core.responses import answer_key
from sco_quiz.core.source import Source
from sco_quiz.core.stop_words import STOP_WORDS
from sco_quiz.core.text import fold, stem, words
from sco_quiz.lint.clauses import NEGATING, main_sentence, negation_in
from sco_quiz.lint.prose import prose_of, shown_length, without_pictures
from sco_quiz.lint.question_text import ASKED, QuestionText
from sco_quiz.lint.question_text import Placed as Placed  # noqa: PLC0414 (rules import it from here)
from sco_quiz.lint.tokens import occurs, tokens, with_symbols
from sco_quiz.lint.trace import CitedText, Mentions, cited_text

TRUTHS = {"true", "false"}


class Facts(QuestionText):
    """One question. Rules read its interaction and parts, so that they apply to every kind that has them.

    It has no other question of the bank: what rules find in it is remembered as long as it is the same.
    """

    def __init__(self, question: AnyQuestion, mentions: Mentions | None, shares_setting: bool = False) -> None:
        super().__init__(question)
        self._mentions = mentions
        self.shares_setting = shares_setting

    def afresh(self) -> "Facts":
        """Return the same question without what was read in it."""
        return Facts(self.question, self._mentions, self.shares_setting)

    def knowing(self, values: Mapping[str, object]) -> "Facts":
        """Return the same question with values that were read in it before, under their names."""
        known = self.afresh()
        vars(known).update(values)
        return known

    @property
    def source(self) -> Source | None:
        """The record of the article."""
        return self._mentions.source if self._mentions is not None else None

    @cached_property
    def inferred(self) -> bool:
        """Whether learners infer the answer: what they apply, analyze or evaluate is not printed in these words."""
        return self.question.level not in ("remember", "understand")

    # What the prompt is

    @property
    def setting(self) -> str:
        """What is shown above the prompt: who spoke, where and when."""
        return self.question.content(self.question.setting).plain if self.question.setting else ""

    @cached_property
    def new_setting(self) -> Placed:
        """The setting, unless an earlier question has the same one: what is wrong with it is reported once."""
        return () if self.shares_setting else self.prose_as(Role.SETTING)

    @cached_property
    def stem(self) -> str:
        """The prompt as the learner sees it, without markup and without what its pictures show."""
        return without_pictures(self.question.stem)

    @property
    def shown(self) -> str:
        """The prompt with the alternative text of each picture."""
        return self.question.stem.plain

    @cached_property
    def prose(self) -> str:
        """The prompt without code, formulas and pictures: the words of its sentences."""
        return prose_of(self.question.stem)

    @cached_property
    def gaps(self) -> tuple[GapMark, ...]:
        """The gaps in the prompt."""
        return self.question.stem.gaps

    @cached_property
    def truth(self) -> str:
        """The right judgment of a statement, `true` or `false`; empty if the prompt is not a statement to judge."""
        match self.interaction:
            case Choice(options) as choice if choice.by_key and {option.text for option in options} == TRUTHS:
                return next(option.text for option in options if option.right)
        return ""

    @property
    def asks(self) -> bool:
        """Whether the prompt asks or sets a task: it is neither a statement to judge nor a sentence with gaps."""
        return not (self.truth or self.gaps)

    @cached_property
    def lead_in(self) -> str:
        """The last sentence of the prose with a question mark; else its last sentence."""
        return main_sentence(self.prose)

    @cached_property
    def folded_question(self) -> str:
        """The lead-in with case, accents, quotes and spacing folded."""
        return fold(self.lead_in)

    @cached_property
    def folded_stem(self) -> str:
        """The prose with case, accents, quotes and spacing folded."""
        return fold(self.prose)

    @cached_property
    def spaced_stem(self) -> str:
        """The words of the stem with a space on either side, to search for whole words."""
        return f" {' '.join(words(self.stem))} "

    @cached_property
    def subject(self) -> frozenset[str]:
        """The content words of the stem, without plural endings."""
        return frozenset(stem(word) for word in self.spaced_stem.split() if word not in STOP_WORDS)

    @cached_property
    def compared(self) -> frozenset[str]:
        """The words by which prompts are compared: the content words, and those with symbols."""
        return self.subject | with_symbols(self.stem)

    # The options of a choice

    @cached_property
    def choice(self) -> Choice | None:
        """The choice between listed options (single_choice, multiple_choice); None for other questions."""
        match self.interaction:
            case Choice() as choice if not choice.by_key:
                return choice
        return None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The right options of a choice; empty for other questions."""
        return tuple(text for _, text in self.placed_as(Role.RIGHT)) if self.choice else ()

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """The wrong options of a choice; empty for other questions."""
        return tuple(text for _, text in self.placed_as(Role.WRONG)) if self.choice else ()

    @cached_property
    def options(self) -> tuple[str, ...]:
        """All options of a choice, the right ones first."""
        return self.keys + self.wrong

    @cached_property
    def placed(self) -> Placed:
        """Each option of a choice with its key path, the right ones first."""
        return self.placed_as(Role.RIGHT, Role.WRONG) if self.choice else ()

    @property
    def wrong_path(self) -> KeyPath:
        """The field of the wrong options."""
        return self.placed_as(Role.WRONG)[0][0][:1]

    @cached_property
    def folded(self) -> tuple[tuple[KeyPath, str, str], ...]:
        """Each option of a choice with its key path, its plain form, and its prose folded."""
        if not self.choice:
            return ()
        parts = self.parts_as(Role.RIGHT, Role.WRONG)
        return tuple((part.path, part.content.plain, fold(prose_of(part.content))) for part in parts)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many characters learners see of each option of a choice, the right ones first; empty with pictures."""
        contents = [part.content for part in self.parts_as(Role.RIGHT, Role.WRONG) if self.choice]
        return () if any(content.images for content in contents) else tuple(map(shown_length, contents))

    @cached_property
    def single_lengths(self) -> tuple[int, ...]:
        """The same of a choice with one right option; empty for other questions."""
        return self.lengths if self.choice and not self.choice.several else ()

    @cached_property
    def sequences(self) -> tuple[tuple[str, ...], ...]:
        """The words of each option of a choice, in the order of `placed`."""
        return tuple(words(text) for text in self.options)

    @cached_property
    def refers(self) -> tuple[bool, ...]:
        """Whether each option of a choice refers to other options, in the order of `placed`."""
        return tuple(refers_to_options(folded) for _, _, folded in self.folded)

    @cached_property
    def negation(self) -> str:
        """The word that makes the prompt ask for what is not so; empty in most."""
        return negation_in(self.folded_question) if self.mentions(NEGATING) or self.may_say("negations") else ""

    @cached_property
    def names_distractor(self) -> bool:
        """Whether the prompt contains a wrong option, too, so that a right one in it gives nothing away."""
        shown = tokens(self.stem)
        return any(occurs(tokens(text), shown) for text in self.wrong)

    # The right answer

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The right answer or answers; every accepted form of a typed one."""
        return answer_key(self.interaction)

    @cached_property
    def folded_key(self) -> frozenset[str]:
        """The right answers folded, in any order."""
        return frozenset(map(fold, self.key))

    @cached_property
    def key_path(self) -> KeyPath:
        """The field of the right answer: the prompt of a cloze and of a statement to judge."""
        return next((part.path[:1] for part in self.parts if part.role in (Role.RIGHT, Role.ITEM)), ("prompt",))

    @cached_property
    def key_texts(self) -> tuple[str, ...]:
        """What the question claims: the answers in their first form, or the true form of its statement."""
        return self._claims(lambda content: content.plain)

    @cached_property
    def key_prose(self) -> tuple[str, ...]:
        """The same without code, formulas and pictures, which no article contains."""
        return self._claims(prose_of)

    def _claims(self, text: Callable[[Content], str]) -> tuple[str, ...]:
        match interaction := self.interaction:
            case NumberEntry(answer):
                return (f"{answer:f}",)
            case TextEntry(gaps):
                return tuple(text(gap.accepted[0]) for gap in gaps)
            case Match(pairs):
                return tuple(f"{text(row)} = {text(right)}" for row, right in pairs)
            case Order(items):
                return tuple(map(text, items))
            case Choice(options):
                right = tuple(text(option.content) for option in options if option.right)
                return (self.statement,) if self.truth else right
        assert_never(interaction)

    @cached_property
    def single_keys(self) -> tuple[str, ...]:
        """Each answer that is right by itself: a typed one, the words of a gap, the right option of a single choice."""
        if isinstance(self.interaction, TextEntry):
            return self.key_texts
        return self.keys if self.choice and not self.choice.several else ()

    @cached_property
    def statement(self) -> str:
        """The prose of the prompt as far as it says something true: gaps filled, wrong words corrected."""
        if self.question.markup == "plain":
            return self.question.statement
        return prose_of(self.question.corrected or self.question.stem, solved=True)

    @cached_property
    def gap_hints(self) -> Placed:
        """The hints inside the gaps of the prompt."""
        return tuple((("prompt",), gap.hint) for gap in self.gaps if gap.hint)

    @cached_property
    def notes(self) -> Placed:
        """The notes of wrong answers."""
        return self.prose_as(Role.NOTE)

    @cached_property
    def help(self) -> Placed:
        """What learners read beside prompt and answers: explanation and hint."""
        return self.prose_as(Role.EXPLANATION, Role.HINT)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words of setting, prompt and answers, right and wrong ones."""
        texts = [part.content.solved for part in self.parts if part.role in ASKED]
        return frozenset[str]().union(*map(words, texts), *map(words, self.key_texts))

    @cached_property
    def cited(self) -> CitedText | None:
        """The cited paragraphs; None when there is nothing to trace to."""
        return cited_text(self._mentions, self.question) if self._mentions is not None else None
