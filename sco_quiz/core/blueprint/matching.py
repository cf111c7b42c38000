"""Give questions to the sections of an exam, each at most once: a matching in a bipartite graph."""

from collections.abc import Mapping, Sequence


class Places:
    """The questions of each section so far, by name. `room` is how many each takes, `accepts` the sections of each.

    The sets of questions that sections can hold are a matroid (Edmonds and Fulkerson, 1965): if questions are placed
    one by one, in any order, wherever there is still room, the sections are filled as far as possible in the end.
    """

    def __init__(self, room: Sequence[int], accepts: Mapping[str, Sequence[int]]) -> None:
        self.held: list[list[str]] = [[] for _ in room]
        self._room, self._accepts = room, accepts

    @property
    def full(self) -> bool:
        """Whether every section has all its questions."""
        return all(len(names) == room for names, room in zip(self.held, self._room, strict=True))

    @property
    def names(self) -> set[str]:
        """The questions that have a place."""
        return {name for names in self.held for name in names}

    def add(self, name: str) -> bool:
        """Place a question, moving others to other sections if that makes room; return whether it has a place."""
        came: dict[int, tuple[str, int | None]] = dict.fromkeys(self._accepts[name], (name, None))
        reached = list(came)
        for section in reached:  # it grows while it is read: a search in breadth
            if len(self.held[section]) < self._room[section]:
                self._move(section, came)
                return True
            for held in self.held[section]:
                for other in self._accepts[held]:
                    if other not in came:
                        came[other] = held, section
                        reached.append(other)
        return False

    def _move(self, section: int, came: Mapping[int, tuple[str, int | None]]) -> None:
        """Move one question into each section on the way that led to this one."""
        at: int | None = section
        while at is not None:
            name, origin = came[at]
            self.held[at].append(name)
            if origin is not None:
                self.held[origin].remove(name)
            at = origin
