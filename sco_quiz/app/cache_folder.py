"""The folder in which banks are remembered between runs."""

import os
from pathlib import Path

CACHE_VARIABLE = "SCO_QUIZ_CACHE"
OFF = "off"


def cache_folder() -> Path | None:
    """Return the folder that the environment names, or the one in the user's cache; None if it is switched off."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return None if named == OFF else Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("sco-quiz", appauthor=False)
