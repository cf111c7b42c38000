"""Shorten long text in messages."""


def shorten(text: str, limit: int = 60) -> str:
    """Return the start of some text on one line, with `…` in place of the rest.

    >>> shorten("one two\\nthree", limit=10)
    'one two t…'
    """
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"
