"""Questions that give another one away in a later section of an exam: count them, and exchange sections."""

from collections.abc import Iterator, Sequence

from sco_quiz.core.enemies.graph import Enemies

Held = Sequence[Sequence[str]]
"""The questions of each section, by id."""


def early_givers(held: Held, enemies: Enemies) -> Iterator[tuple[str, str]]:
    """Yield each question that gives away one of a later section more than that one gives it away, and that one."""
    section = {name: at for at, names in enumerate(held) for name in names}
    for clue in enemies.among(section):
        if section[clue.giver] < section[clue.given]:
            back = enemies.clue(clue.given, clue.giver)
            if back is None or back.strength < clue.strength:
                yield clue.giver, clue.given


def givers_later(held: Held, pools: Held, enemies: Enemies) -> Held:
    """Return the questions of each section, the two of a pair exchanged where both match the section of the other."""
    early = [*early_givers(held, enemies)]
    for giver, given in early:
        section = {name: at for at, names in enumerate(held) for name in names}
        if giver in pools[section[given]] and given in pools[section[giver]]:
            other = {giver: given, given: giver}
            exchanged = [[other.get(name, name) for name in names] for names in held]
            if len(left := [*early_givers(exchanged, enemies)]) < len(early):
                held, early = exchanged, left
    return held
