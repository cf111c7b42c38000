"""How sheets are printed."""

from dataclasses import dataclass
from typing import Literal

PageSize = Literal["a4", "letter"]
KeyPlace = Literal["none", "after", "only"]


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """What is printed, and how. `header` are the fields to fill in; None: name, class and date in the bank's words.

    `key`: none, after the questions, or the key alone. `answer_sheet`: one page with a circle for each option, and no
    room to answer beside the questions; `answers_apart`: these pages are a file of their own. `large`: 18 pt.
    `dyslexia`: sans-serif type with wide spacing and without italics; `tinted` makes its paper cream. `one_file`: all
    forms and keys in one file, else one for each.
    """

    header: tuple[str, ...] | None = None
    key: KeyPlace = "none"
    answer_sheet: bool = False
    answers_apart: bool = False
    page: PageSize = "a4"
    large: bool = False
    dyslexia: bool = False
    tinted: bool = False
    one_file: bool = False
