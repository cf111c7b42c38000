"""Refused: a question that GIFT cannot hold."""


class Refused(Exception):
    """Raised for a question that is not written: a name of REASONS, and a sentence."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(what)
        self.name = name
        self.what = what
