"""What a page is for: practice, or a test with or without its key."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Settings of a page. Without a key the page has no answers, and the teacher judges.

    `answers` says whether a test shows them at its end; an inline page is a fragment for another page.
    """

    mode: Literal["practice", "test"] = "practice"
    key: bool = True
    answers: bool = True
    inline: bool = False
