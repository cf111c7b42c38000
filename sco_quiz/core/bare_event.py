"""An event of a session without values."""


class BareEvent:
    """An event that says all by its class; a dataclass for each would take longer at every start."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"
