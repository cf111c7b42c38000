"""The text of a question, part by part, and what shows quickly that most rules find nothing in it."""

import re
from collections.abc import Iterator, Set
from functools import cached_property

from sco_quiz.core.enemies.folding import Words
from sco_quiz.core.enemies.reading import Reading
from sco_quiz.core.interaction import Interaction
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.parts import ANSWER_ROLES, Part, Role
from sco_quiz.core.place import KeyPath
from sco_quiz.core.text import fold
from sco_quiz.lint.plain_markup import first_markup
from sco_quiz.lint.prose import prose_of
from sco_quiz.lint.word_lists import triggers

Placed = tuple[tuple[KeyPath, str], ...]
ASKED = ANSWER_ROLES | {Role.SETTING, Role.PROMPT}
_RUN = re.compile(r"\w+")


class QuestionText:
    """A question, its interaction, and its parts by their roles."""

    def __init__(self, question: AnyQuestion) -> None:
        self.question = question
        self._placed: dict[tuple[Role, ...], Placed] = {}

    @cached_property
    def interaction(self) -> Interaction:
        """What the learner does to answer."""
        return self.question.interaction()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every text of the question with its key path and role."""
        return tuple(self.question.parts())

    @cached_property
    def _by_role(self) -> dict[Role, list[Part]]:
        parts: dict[Role, list[Part]] = {}
        for part in self.parts:
            parts.setdefault(part.role, []).append(part)
        return parts

    def parts_as(self, *roles: Role) -> Iterator[Part]:
        """Yield the parts in these roles, role by role."""
        return (part for role in roles for part in self._by_role.get(role, ()))

    def placed_as(self, *roles: Role) -> Placed:
        """Return the strings in these roles with their key paths, role by role."""
        if (placed := self._placed.get(roles)) is None:
            placed = self._placed[roles] = tuple((part.path, part.content.plain) for part in self.parts_as(*roles))
        return placed

    def prose_as(self, *roles: Role) -> Placed:
        """Return the strings in these roles without code and formulas."""
        return tuple((part.path, prose_of(part.content)) for part in self.parts_as(*roles))

    @cached_property
    def everything(self) -> str:
        """All text of the question, part by part."""
        return "\n".join([part.content.plain for part in self.parts])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of setting, prompt and answers, folded, with and without code and formulas."""
        contents = [part.content for part in self.parts if part.role in ASKED]
        texts = [content.plain for content in contents]
        texts += [prose_of(content) for content in contents if not content.is_literal]
        return frozenset(_RUN.findall(fold("\n".join(texts))))

    @cached_property
    def first_markup(self) -> str:
        """What looks like markup in a plain question; empty in a marked-up one."""
        texts = (part.content.plain for part in self.parts)
        return first_markup(texts) if self.question.markup == "plain" else ""

    def mentions(self, words: Set[str]) -> bool:
        """Return whether setting, prompt or answers have one of some folded words."""
        return not self.vocabulary.isdisjoint(words)

    def may_say(self, name: str) -> bool:
        """Return whether setting, prompt or answers may contain a phrase of a word list; if not, no search finds it."""
        return not self.vocabulary.isdisjoint(triggers(name))

    @cached_property
    def _reading(self) -> Reading:
        question = self.question  # not by `self`: two that hold each other are freed late
        return Reading(question.id, lambda _: question).knowing(self.parts, self.interaction)

    @cached_property
    def seen(self) -> str:
        """The words that learners see before they answer, as enemies are found by."""
        return " ".join(sorted(self._reading.shown))

    @cached_property
    def seen_later(self) -> str:
        """The words that they see only after it."""
        return " ".join(sorted(self._reading.words - self._reading.shown))

    @cached_property
    def answer_words(self) -> tuple[str, ...]:
        """The words of each different answer that is right by itself."""
        return tuple(sorted({" ".join(sorted(answer.words)) for answer in self._reading.answers}))

    @cached_property
    def told(self) -> Words:
        """All words that learners see, before and after their answer."""
        return frozenset(self.seen.split()).union(self.seen_later.split())

    @cached_property
    def answers(self) -> frozenset[Words]:
        """The same answers as sets of words."""
        return frozenset(frozenset(words.split()) for words in self.answer_words)
