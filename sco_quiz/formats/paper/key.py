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
from sco_quiz.core.words.language import Language
from sco_quiz.formats.paper.amounts import counted, shown_points
from sco_quiz.formats.paper.answer_space import AnswerSpace, Boxes, MatchBoxes, NumberBoxes

Line = tuple[Inline, ...]
"""A line of a key."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a teacher marks by. `short` is for tables, such as `A, C`; `lines` say what else counts, and how much.

    `chosen` are the letters of the right options, for an answer sheet; empty for other interactions.
    """

    short: str
    answer: Line
    lines: tuple[Line, ...] = ()
    explanation: Content | None = None
    chosen: frozenset[str] = frozenset()


def key_of(question: Question, interaction: Interaction, space: AnswerSpace, points: Fraction, words: Language) -> Key:
    """Return the key of a question, which counts `points`, whose options have the letters of `space`."""
    letters = _letters(space)
    short, answer = _answer(interaction, letters, words)
    lines = [*_more(question, interaction, letters, points, words), *_scoring(interaction, points, words)]
    explanation = question.content(question.explanation) if question.explanation else None
    chosen = frozenset(
        letters.get(each.text) or words.label(each.text)
        for each in (interaction.options if isinstance(interaction, Choice) else ())
        if each.right
    )
    return Key(short, answer, tuple(lines), explanation, chosen)


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
    """Yield what else is right, what is partly right, and what is not."""
    if question.corrections:
        yield _line(question.corrected or question.content(question.statement))
    if isinstance(interaction, NumberEntry):
        yield from ((Plain(sentence),) for sentence in interaction.also_right_in(words))
    if isinstance(interaction, TextEntry):
        for at, gap in enumerate(interaction.gaps, 1):
            yield from _forms(gap, f"{at} " if len(interaction.gaps) > 1 else "", words)
    for option in partly_right(interaction):
        assert option.partial  # that makes it partly right
        gives = words.word("gives", points=counted(points * option.partial.share, words))
        letter = letters.get(option.text)
        yield (Plain(f"{gives} {f'{letter} ' if letter else ''}"), *_line(option.content))


def _forms(gap: TextGap, number: str, words: Language) -> Iterator[Line]:
    if others := gap.accepted[1:]:
        before, _, after = words.words["also_right"].partition("{forms}")
        yield (Plain(number + before), *_joined(map(_line, others), " · "), Plain(after))
    if gap.rejected:
        rejected = (_line(each.content) for each in gap.rejected)
        yield (Plain(f"{number}{words.word('not_right')}: "), *_joined(rejected, " · "))


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
