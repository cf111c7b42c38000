"""The packages that only some users need, and how they install them."""

from collections.abc import Mapping

EXTRAS: Mapping[str, tuple[str, ...]] = {
    "teach": ("ruamel.yaml", "watchfiles"),
    "exchange": ("beautifulsoup4", "markdownify", "openpyxl", "python-calamine"),
    "optimize": ("fsrs-rs-python",),
    "paper": ("python-docx", "typst"),
    "pictures": ("resvg-py", "textual-image"),
    "anki": ("backports.zstd",),
}
"""The packages of each extra of pyproject.toml by their names on the package index."""


def install_line(extra: str) -> str:
    """Return the command that installs the packages of an extra, in the quotes of a command.

    It names the packages, never this program: a program of its name on the index may be somebody else's.
    """
    return f"`pip install {' '.join(EXTRAS[extra])}`"
