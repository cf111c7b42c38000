"""Choices as plain text with limits, as programs for quizzes in class take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Option, Order, TextEntry
from sco_quiz.core.kinds import Question
from sco_quiz.core.letters import lower
from sco_quiz.core.parts import Part, Role
from sco_quiz.formats.exchange.losses import field_losses, markup_loss, picture_losses, retired_losses, scoring_losses
from sco_quiz.formats.exchange.options import listed
from sco_quiz.formats.package import Loss

_SHOWN = (Role.PROMPT, Role.RIGHT, Role.WRONG)


@dataclass(frozen=True, slots=True)
class Target:
    """What a program takes: its name, and the largest number of options and of characters (0: no limit is known).

    `held` are the common fields that it has a place for, `several` says whether more than one option can be right.
    """

    name: str
    options: int
    prompt_limit: int = 0
    option_limit: int = 0
    several: bool = True
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlainChoice:
    """A choice for a program: the plain form of its text; `right` are the positions of the right options, from 0."""

    question: Question
    prompt: str
    options: tuple[str, ...]
    right: tuple[int, ...]

    @property
    def key(self) -> str:
        """The numbers of the right options, from 1."""
        return ",".join(str(at + 1) for at in self.right)


def plain_choices(bank: Bank, target: Target) -> tuple[list[PlainChoice], tuple[Loss, ...]]:
    """Return the choices that a target can take, and what it does not hold."""
    choices, losses = [], list(retired_losses(bank))
    for question in bank.questions:
        if question.status == "retired":
            continue
        choice = _choice(question, target)
        if isinstance(choice, PlainChoice):
            choices.append(choice)
            losses += _losses(question, target)
        else:
            losses.append(choice)
    return choices, tuple(losses)


def _choice(question: Question, target: Target) -> PlainChoice | Loss:
    interaction = question.interaction()
    match interaction:
        case Choice():
            options = listed(interaction, question.id)
            if refused := _refused(question, interaction, target):
                return refused
            right = tuple(at for at, option in enumerate(options) if option.right)
            return PlainChoice(question, question.stem.plain, tuple(map(_shown, options)), right)
        case TextEntry() | NumberEntry() | Match() | Order():
            return Loss(question.id, (), "unsupported-kind", f"{target.name} has only choices")
    assert_never(interaction)


def _shown(option: Option) -> str:
    # true and false, which have keys of their own, begin with an upper-case letter in all these programs
    return option.content.plain.capitalize() if option.keys else option.content.plain


def _refused(question: Question, choice: Choice, target: Target) -> Loss | None:
    """Return why a target cannot take a choice; nothing is cut."""
    right = sum(option.right for option in choice.options)
    what = ""
    if len(choice.options) > target.options:
        what = f"{target.name} takes at most {target.options} options; this question has {len(choice.options)}"
    elif choice.several and not target.several:
        what = f"{target.name} takes one right option only"
    elif choice.several and right == 1:
        what = f"in {target.name}, a question with one right option says that only one is right"
    if what:
        return Loss(question.id, (), "unsupported-kind", what)
    plain = [lower(_shown(option)) for option in choice.options]
    if len(set(plain)) < len(plain):
        what = f"without markup and case, two options of this question are the same in {target.name}"
        return Loss(question.id, (), "repeated-option", what)
    return _too_long(question, choice, target)


def _too_long(question: Question, choice: Choice, target: Target) -> Loss | None:
    texts = [("prompt", question.stem.plain, target.prompt_limit)]
    texts += [("option", _shown(option), target.option_limit) for option in choice.options]
    for name, text, limit in texts:
        if limit and len(text) > limit:
            what = f"{target.name} takes at most {limit} characters; this {name} has {len(text)}: `{text}`"
            return Loss(question.id, (), "text-too-long", what)
    return None


def _losses(question: Question, target: Target) -> Iterator[Loss]:
    yield from field_losses(question, target.held, target.name)
    yield from picture_losses(question, target.name)
    if question.corrections:
        yield Loss(question.id, ("correction",), "lost-field", f"{target.name} has no place for `correction`")
    choice = question.interaction()
    yield from (Loss(question.id, *lost) for lost in scoring_losses(choice, target.name))
    if isinstance(choice, Choice) and choice.order == "fixed" and not choice.by_key:
        yield Loss(question.id, ("order",), "lost-setting", f"{target.name} may show the options in any order")
    where = f"questions in {target.name}"
    for part in question.parts():
        if part.role is Role.NOTE:
            what = f"{target.name} has no place for feedback on an option"
            yield Loss(question.id, (*part.path, "note"), "lost-feedback", what)
        elif _is_written(part, target) and (loss := markup_loss(question, part, where)):
            yield loss


def _is_written(part: Part, target: Target) -> bool:
    return part.path[0] in target.held or (part.role in _SHOWN and part.path[0] != "correction")
