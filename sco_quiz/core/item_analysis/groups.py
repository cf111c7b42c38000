"""The strongest and the weakest pupils of a class, by their rest scores."""

from collections.abc import Sequence


def strongest(rests: Sequence[float], size: int) -> tuple[float, ...]:
    """Return how much of each pupil is among as many with the best rest scores, from 0 to 1.

    Pupils with the score at the border share the places that remain, so that the order of the rows has no effect.

    >>> strongest((0.9, 0.5, 0.5, 0.1), 2)
    (1.0, 0.5, 0.5, 0.0)
    """
    border = sorted(rests, reverse=True)[size - 1] if size else float("inf")
    left, equal = size - sum(rest > border for rest in rests), sum(rest == border for rest in rests)
    return tuple(float(rest > border) if rest != border else left / equal for rest in rests)


def weakest(rests: Sequence[float], size: int) -> tuple[float, ...]:
    """Return how much of each pupil is among as many with the lowest rest scores, from 0 to 1."""
    return strongest([-rest for rest in rests], size)
