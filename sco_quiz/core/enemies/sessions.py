"""Sessions without enemies: which questions to ask together, and in which order when some give others away."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeVar

from sco_quiz.core.enemies.graph import Enemies
from sco_quiz.core.outline import Outline

AnyOutline = TypeVar("AnyOutline", bound=Outline)
Neighbors = dict[str, frozenset[str]]

# how many comparisons a question of a session takes for each other one: both ways, and some are refused
TRIED = 6
MAX_STARTS = 20
# how many names the search for a session without enemies looks at before one with enemies is accepted
MAX_WORK = 300_000


def without_enemies(
    questions: Sequence[AnyOutline],
    enemies: Enemies,
    number: int | None = None,
    beside: Sequence[Outline] = (),
    *,
    first: bool = False,
) -> tuple[AnyOutline, ...]:
    """Choose `number` questions (None: all) with no enemies among them and none `beside` them, if possible.

    The first ones are preferred, and keep their order; with `first`, the first one is chosen in any case, so that no
    question is missing every time. Where enemies cannot be avoided, there are as few as possible, and the one that
    gives the other away comes last.
    """
    if number is None or number >= len(questions):
        return giver_last(questions, enemies)
    names, taken = [question.id for question in questions], [question.id for question in beside]
    kept = names[:1] if first else []
    rest = names[len(kept) :]
    enemies.expect(TRIED * number * (number + len(taken)))
    # from other starts, too: a search for the largest set would choose the same questions of a topic every time
    starts = ([*kept, *rest[at:], *rest[:at]] for at in range(min(len(names), MAX_STARTS)))
    drawn = (_first_apart(names, number, taken, enemies) for names in starts)
    chosen = next((names for names in drawn if len(names) == number), None)
    wanted = set(_most_apart(kept, rest, number, taken, enemies) if chosen is None else chosen)
    return giver_last([question for question in questions if question.id in wanted], enemies)


def giver_last(questions: Sequence[AnyOutline], enemies: Enemies) -> tuple[AnyOutline, ...]:
    """Return questions in their order, but each one after those that it gives away, as far as possible."""
    givers, left = defaultdict[str, list[str]](list), dict.fromkeys((question.id for question in questions), 0)
    for clue in enemies.among(left):
        back = enemies.clue(clue.given, clue.giver)
        if back is None or back.strength < clue.strength:
            givers[clue.given].append(clue.giver)
            left[clue.giver] += 1
    if not givers:
        return tuple(questions)
    heap = [(left[question.id], place) for place, question in enumerate(questions)]
    heapify(heap)
    places = {question.id: place for place, question in enumerate(questions)}
    return tuple(questions[place] for place in _emptied(heap, left, givers, places, questions))


def _emptied(
    heap: list[tuple[int, int]],
    left: dict[str, int],
    givers: dict[str, list[str]],
    places: dict[str, int],
    questions: Sequence[Outline],
) -> Iterator[int]:
    """Yield the places of questions: those first that give fewest of the remaining ones away."""
    while heap:
        count, place = heappop(heap)
        name = questions[place].id
        if left.get(name) != count:  # an older entry of a question that was updated or asked
            continue
        del left[name]
        yield place
        for giver in givers[name]:
            if giver in left:
                left[giver] -= 1
                heappush(heap, (left[giver], places[giver]))


def _first_apart(names: Sequence[str], number: int, taken: Sequence[str], enemies: Enemies) -> list[str]:
    chosen: list[str] = []
    asked = set(taken)
    for name in names:
        if len(chosen) == number:
            break
        if not enemies.meets(name, asked):
            chosen.append(name)
            asked.add(name)
    return chosen


def _most_apart(
    kept: Sequence[str], rest: Sequence[str], number: int, taken: Sequence[str], enemies: Enemies
) -> list[str]:
    """Return `number` names, among them the required ones, with as few pairs of enemies as can be found."""
    near = _neighbors({*kept, *rest, *taken}, enemies)
    free = [name for name in rest if near[name].isdisjoint((*taken, *kept))]
    apart = [*kept, *_largest(free, number - len(kept), near)]
    if len(apart) == number:
        return apart
    # the one has fewer pairs if few names are chosen, the other one if few are dropped
    drawn = _completed(apart, rest, number, taken, near), _thinned(kept, rest, number, taken, near)
    return min(drawn, key=lambda names: sum(len(near[name].intersection((*names, *taken))) for name in names))


def _completed(
    chosen: Sequence[str], rest: Sequence[str], number: int, taken: Sequence[str], near: Neighbors
) -> list[str]:
    """Add those with fewest enemies among the chosen ones, the first ones of equals."""
    names, left = list(chosen), [name for name in rest if name not in chosen]
    while len(names) < number:
        asked = {*names, *taken}
        names.append(min(left, key=lambda name: len(near[name] & asked)))
        left.remove(names[-1])
    return names


def _thinned(kept: Sequence[str], rest: Sequence[str], number: int, taken: Sequence[str], near: Neighbors) -> list[str]:
    """Drop those with most enemies, the last ones of equals, but none that is required."""
    left = list(rest)
    while len(kept) + len(left) > number:
        asked = {*kept, *left, *taken}
        left.remove(max(reversed(left), key=lambda name: len(near[name] & asked)))
    return [*kept, *left]


def _neighbors(names: set[str], enemies: Enemies) -> Neighbors:
    near = defaultdict[str, set[str]](set)
    for clue in enemies.among(names):
        near[clue.giver].add(clue.given)
        near[clue.given].add(clue.giver)
    return {name: frozenset(near[name]) for name in names}


def _largest(names: Sequence[str], number: int, near: Neighbors) -> list[str]:
    """Return `number` names without a pair of enemies, or the most that a limited search finds.

    It branches at the name with most enemies: without it first, then with it.
    """
    best: list[str] = []
    waiting: list[tuple[list[str], list[str]]] = [([], list(names))]
    for _ in range(MAX_WORK // (len(names) or 1)):
        if not waiting or len(best) >= number:
            break
        chosen, rest = waiting.pop()
        if len(chosen) + len(rest) <= len(best):
            continue
        inside = set(rest)
        worst = max(rest, key=lambda name: len(near[name] & inside), default="")
        if not worst or near[worst].isdisjoint(inside):
            best = chosen + rest
            continue
        waiting.append(([*chosen, worst], [name for name in rest if name != worst and name not in near[worst]]))
        waiting.append((chosen, [name for name in rest if name != worst]))
    return best[:number]
