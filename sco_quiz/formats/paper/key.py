"""The key of a question on paper: its right answer in a word, all that is right, and how parts of it count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry, TextGap, partly_right
from sco_quiz.core.kinds import Question
from sco_quiz.core.nodes import Inline, Plain, Strong
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.words.language import Language
from sco_quiz.formats.paper.amounts import counted, shown_points
from sco_quiz.formats.paper.answer_space import AnswerSpace, Boxes, MatchBoxes, NumberBoxes

Line = tuple[Inline, ...]
"""A line of a key."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a teacher marks by. `short` is for tables, such as `A, C`.

    In `answer` and `accepted`, right answers are strong. `lines` say what is partly or not right, `scoring` how parts
    of an answer count. `chosen` are the letters of the right options, for an answer sheet; empty without options.
    """

    short: str
    answer: Line
    accepted: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    scoring: tuple[Line, ...] = ()
    explanation: Content | None = None
    chosen: frozenset[str] = frozenset()

    @property
    def notes(self) -> tuple[Line, ...]:
        """The lines below the answer, without the explanation."""
        return (*self.accepted, *self.lines, *self.scoring)

    def is_right(self, node: Inline) -> bool:
        """Whether a node of `answer` or `accepted` is a right answer: of an option, its letter is."""
        return isinstance(node, Strong) and (not self.chosen or plain_text(node.inside) in self.chosen)


def key_of(question: Question, interaction: Interaction, space: AnswerSpace, points: Fraction, words: Language) -> Key:
    """Return the key of a question, which counts `points`, whose options have the letters of `space`."""
    letters = _letters(space)
    short, answer = _answer(interaction, letters, words)
    gaps = interaction.gaps if isinstance(interaction, TextEntry) else ()
    numbered = [(f"{at} " if len(gaps) > 1 else "", gap) for at, gap in enumerate(gaps, 1)]
    accepted = tuple(_accepted(gap, number, words) for number, gap in numbered if gap.accepted[1:])
    lines = [*_more(question, interaction, letters, points, words)]
    lines += [_rejected(gap, number, words) for number, gap in numbered if gap.rejected]
    scoring = tuple(_scoring(interaction, points, words))
    explanation = question.content(question.explanation) if question.explanation else None
    chosen = frozenset(
        letters.get(each.text) or words.label(each.text)
        for each in (interaction.options if isinstance(interaction, Choice) else ())
        if each.right
    )
    return Key(short, answer, accepted, tuple(lines), scoring, explanation, chosen)


def _letters(space: AnswerSpace) -> dict[str, str]:
    match space:
        case Boxes(options) | MatchBoxes(options=options) | NumberBoxes(options):
            return {each.content.source: each.letter for each in options if each.letter}
        case _:
            return {}


def _answer(interaction: Interaction, letters: dict[str, str], words: Language) -> tuple[str, Line]:
    match interaction:
        case Choice(options, by_key=True):
            return _same(next(words.label(each.text) for each in options if each.right))
        case Choice(options):
            right = {each.text: each.content for each in options if each.right}
            shown = [(letter, right[text]) for text, letter in letters.items() if text in right]
            marked = ((Strong((Plain(letter),)), Plain(" "), *_line(content)) for letter, content in shown)
            return ", ".join(letter for letter, _ in shown), _joined(marked, "; ")
        case TextEntry(gaps):
            firsts = [gap.accepted[0] for gap in gaps]
            numbered = (
                (Plain(f"{at} " if len(gaps) > 1 else ""), Strong(_line(each))) for at, each in enumerate(firsts, 1)
            )
            return "; ".join(each.plain for each in firsts), _joined(numbered, "; ")
        case NumberEntry():
            return _same(interaction.shown)
        case Match(rights=rights):
            return _same(", ".join(f"{at} {letters[right.source]}" for at, right in enumerate(rights, 1)))
        case Order(items):
            places = {item.source: at for at, item in enumerate(items, 1)}
            return _same(", ".join(f"{letter} {places[text]}" for text, letter in letters.items()))
    assert_never(interaction)


def _same(text: str) -> tuple[str, Line]:
    return text, (Strong((Plain(text),)),)


def _more(
    question: Question, interaction: Interaction, letters: dict[str, str], points: Fraction, words: Language
) -> Iterator[Line]:
    """Yield how a statement is right, and what else is right or partly right."""
    if question.corrections:
        yield _line(question.corrected or question.content(question.statement))
    if isinstance(interaction, NumberEntry):
        yield from ((Plain(sentence),) for sentence in interaction.also_right_in(words))
    for option in partly_right(interaction):
        assert option.partial  # that makes it partly right
        gives = words.word("gives", points=counted(points * option.partial.share, words))
        letter = letters.get(option.text)
        yield (Plain(f"{gives} {f'{letter} ' if letter else ''}"), *_line(option.content))


def _accepted(gap: TextGap, number: str, words: Language) -> Line:
    before, _, after = words.words["also_right"].partition("{forms}")
    others = ((Strong(_line(each)),) for each in gap.accepted[1:])
    return (Plain(number + before), *_joined(others, " · "), Plain(after))


def _rejected(gap: TextGap, number: str, words: Language) -> Line:
    rejected = (_line(each.content) for each in gap.rejected)
    return (Plain(f"{number}{words.word('not_right')}: "), *_joined(rejected, " · "))


def _scoring(interaction: Interaction, points: Fraction, words: Language) -> Iterator[Line]:
    """Yield how parts of an answer count."""
    match interaction:
        case Choice(options, several=True):
            right = points / sum(each.right for each in options)
            wrong = shown_points(points * interaction.cost, words)
            yield (Plain(words.word("each_choice", right=counted(right, words), wrong=wrong)),)
        case TextEntry(gaps) if len(gaps) > 1:
            yield (Plain(words.word("each_gap", points=counted(points / len(gaps), words))),)
        case Match(pairs):
            yield (Plain(words.word("each_pair", points=counted(points / len(pairs), words))),)
        case Order(items):
            yield (Plain(words.word("each_step", points=counted(points / (len(items) - 1), words))),)
        case _:  # all or nothing
            return


def _line(content: Content) -> Line:
    return content.inlines


def _joined(lines: Iterable[Line], separator: str) -> Line:
    parts = [(Plain(separator), *line) for line in lines]
    return tuple(chain(parts[0][1:], *parts[1:])) if parts else ()
