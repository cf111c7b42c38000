"""Sheets as PDF files, typeset by Typst from data: no text of a bank is ever read as its code."""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.packages import install_line
from sco_quiz.formats.package import Package
from sco_quiz.formats.paper.drawn import is_drawn
from sco_quiz.formats.paper.files import Part, files_of
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet
from sco_quiz.formats.paper.typesetting import TooSlowError, TypesetError, typeset
from sco_quiz.formats.paper.typst_sheet import Record, item_data, sheet_data

TEMPLATES = tuple(Path(__file__).with_name(name) for name in ("content.typ", "paper.typ"))
"""They are joined: Typst would read a second file from a folder, and needs none this way."""
_NO_DAY = 0  # the same sheets give the same bytes
_NAMED = 10
_NAMED_PICTURES = 3
PATIENCE_S, PER_QUESTION_S = 30, 0.1
"""Seconds that a file may take, and more for each question; a hundred questions take one."""
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_SANS = (
    *("Atkinson Hyperlegible", "Lexend", "Verdana", "Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans"),
    "DejaVu Sans Mono",  # Typst brings it along
)
"""Fonts that readers with dyslexia read well; the first one that is installed is used."""


def write_pdf(sheets: Sequence[Sheet], settings: PaperSettings, name: str = "test") -> Package:
    """Return PDF files that screen readers can read (PDF/UA-1): all in one, or one for each form and its key.

    Raises ScoQuizError if Typst is not installed, no font has a character, or a picture is damaged.
    """
    if find_spec("typst") is None:
        raise ScoQuizError(f"a PDF file needs typst: {install_line('paper')}")
    pictures = {file: list(picture.read()) for sheet in sheets for file, picture in sheet.pictures.items()}
    shared = {
        "pictures": pictures,
        "lang": sheets[0].lang,
        "title": sheets[0].title,
        "settings": asdict(settings),
        "fonts": _SANS,
    }
    files = files_of(sheets, settings, name, ".pdf")
    return Package({file: _typeset({**shared, "parts": [*map(_data, parts)]}, sheets) for file, parts in files})


def _data(part: Part) -> Record:
    return {"what": part.what, "sheets": [sheet_data(sheet) for sheet in part.sheets]}


def _typeset(data: Mapping[str, object], sheets: Sequence[Sheet]) -> bytes:
    template = "\n".join(each.read_text(encoding="utf-8") for each in TEMPLATES)
    seconds = PATIENCE_S + PER_QUESTION_S * sum(len(sheet.items) for sheet in sheets)
    try:
        return typeset(template, data, seconds, format="pdf", pdf_standards="ua-1", timestamp=_NO_DAY)
    except TypesetError as error:
        raise ScoQuizError(f"the PDF file cannot be typeset: {_reason(error, sheets)}") from error


def _reason(error: TypesetError, sheets: Sequence[Sheet]) -> str:
    """Say what Typst cannot typeset: characters without a font, pictures, or something else in its own words."""
    if missing := dict.fromkeys(_MISSING.findall(error.diagnostic)):
        return _missing_message(missing, sheets)
    pictures = {file: picture for sheet in sheets for file, picture in sheet.pictures.items()}
    # each of these may have taken long
    hard = ", ".join(islice((file for file, picture in pictures.items() if not is_drawn(picture)), _NAMED_PICTURES))
    if isinstance(error, TooSlowError):
        hint = f"pictures such as {hard} are hard to draw: simplify them" if hard else "choose fewer questions"
        return f"{error}; {hint}"
    return f"pictures are damaged: {hard}; save them again" if hard else str(error)


def _missing_message(missing: Collection[str], sheets: Iterable[Sheet]) -> str:
    """Say which characters no font has, and in which questions they are."""
    texts = {
        item.question_id: json.dumps(item_data(item, sheet), ensure_ascii=False)
        for sheet in sheets
        for item in sheet.items
    }
    questions = [name for name, text in texts.items() if any(characters in text for characters in missing)]
    where = f" (in {_some(questions, ', ')})" if questions else ""
    return f"no font on this computer has {_some(missing, ' ')}{where}: install a font for them, such as one of Noto"


def _some(names: Collection[str], separator: str) -> str:
    """Return names, the first few of many: a bank in a script without a font would fill the screen."""
    rest = len(names) - _NAMED
    return separator.join(list(names)[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
