"""The ids of cards that a student replaces: the review log of their Anki names these ids. Pure."""

from collections.abc import Iterable, Mapping
from itertools import count

from sco_quiz.anki.revisions import RevisedNote


def with_own_ids(notes: Iterable[RevisedNote], ids: Mapping[tuple[str, int], int]) -> list[RevisedNote]:
    """Return the notes with these ids of cards, by guid and ordinal; other cards retain theirs, if they are free."""
    if not ids:
        return [*notes]
    taken = set(ids.values())

    def id_of(item: RevisedNote, ordinal: int, planned: int) -> int:
        own = ids.get((item.note.guid, ordinal))
        if own is None:
            own = next(number for number in count(planned, -1) if number not in taken)
            taken.add(own)
        return own

    def own_ids(item: RevisedNote) -> tuple[int, ...]:
        return tuple(id_of(item, *each) for each in zip(item.note.cards, item.cards, strict=True))

    return [item._replace(cards=own_ids(item)) for item in notes]
