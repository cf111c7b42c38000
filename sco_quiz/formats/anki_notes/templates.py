"""What the cards of a type of notes ask, and what they answer, by their templates."""

import re
from dataclasses import dataclass
from functools import cache

from sco_quiz.formats.anki_notes.collection import NoteType

_FIELD = re.compile(r"\{\{([^{}#^/][^{}]*)\}\}")
_CONDITION = re.compile(r"\s*\{\{#([^{}]+)\}\}")
# what cards show beside the answer: how common a word is, and what a deck is sorted by
_ASIDE = re.compile(r".*freq.*|.*sort.*|.*index|(?:note[ _]?)?(?:id|guid|key)", re.IGNORECASE)
_SPECIAL = frozenset(("FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"))


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a note by what they are: front and back, more on the back, hints, and those on no card.

    `further` has for each further card the field that it depends on; empty for a card that every note has.
    """

    front: str
    back: str
    more: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    further: tuple[str, ...] = ()


@cache
def shape_of(kind: NoteType, wordless: frozenset[str] = frozenset()) -> Shape:
    """Return what the fields of a type are on its first card; what a learner types there is the answer.

    `wordless` are the fields without words or pictures in all notes, such as those with sounds.
    """
    asked, told = kind.cards[0] if kind.cards else ("", "")
    fronts, backs = _fields(asked), _fields(told)
    hints = tuple(name for filters, name in dict.fromkeys((*fronts, *backs)) if "hint" in filters)
    typed = [name for filters, name in (*fronts, *backs) if "type" in filters and not kind.cloze]
    apart = {*hints, *typed}
    shown = [name for filters, name in fronts if name not in apart]
    front = shown[0] if shown else next(iter(kind.fields), "")
    before = {*shown, *hints}
    behind = [name for _, name in backs if name not in before]
    answers = [*typed, *behind, *(name for name in kind.fields if name != front)]
    apt = [name for name in answers if name in typed or not (name in wordless or _ASIDE.fullmatch(name))]
    back = "" if kind.cloze else next(iter([*apt, *answers]), "")
    more = tuple(dict.fromkeys(name for name in (*shown, *behind) if name not in (front, back)))
    on_cards = {name for card in kind.cards for side in card for _, name in _fields(side)}
    further = tuple(found[1] if (found := _CONDITION.match(asked)) else "" for asked, _ in kind.cards[1:])
    used = {*on_cards, *further, front, back}
    unused = tuple(name for name in kind.fields if name not in used)
    return Shape(front, back, more, hints, unused, further)


def _fields(template: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the fields of a side of a card, each with its filters: `{{type:Back}}` is ((type,), Back)."""
    found = ([part.strip() for part in each.split(":")] for each in _FIELD.findall(template))
    return tuple((tuple(filters), name) for *filters, name in found if name not in _SPECIAL)
