"""Sizes of files in words."""


def size_in_words(count: int) -> str:
    """Return a number of bytes as "640 bytes", "34 KB" or "3.4 MB"."""
    if count < 1000:
        return f"{count} bytes"
    # not 1000 KB
    return f"{count / 1000:.0f} KB" if count < 999_500 else f"{count / 1_000_000:.1f} MB"
