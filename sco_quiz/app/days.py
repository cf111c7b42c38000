"""The current time."""

from time import time


def now() -> int:
    """Return the current time in ms since 1970 (UTC)."""
    return int(time() * 1000)
