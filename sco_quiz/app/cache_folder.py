"""The folder in which banks are remembered between runs."""

import os
from pathlib import Path

from sco_quiz.disk.private import size_of

CACHE_VARIABLE = "SCO_QUIZ_CACHE"
OFF = "off"


def cache_folder() -> Path | None:
    """Return the folder that the environment names, or the one in the user's cache; None if it is switched off."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return None if named == OFF else Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("sco-quiz", appauthor=False)


def words_of_cache() -> str:
    """Return where the cache is, how large, and how it is switched off."""
    folder = cache_folder()
    if folder is None:
        return f"switched off by {CACHE_VARIABLE}"
    size = f"{size_of(folder) / 1000:.0f} kB"
    return f"{folder}, {size}; it can be deleted, {CACHE_VARIABLE}={OFF} switches it off"
