"""Sheets as documents of Word, which teachers can change."""

from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.packages import install_line
from sco_quiz.formats.package import Loss, Package
from sco_quiz.formats.paper.files import files_of
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.sheet import Sheet


def write_docx(sheets: Sequence[Sheet], settings: PaperSettings, name: str = "test") -> Package:
    """Return documents: all in one, or one for each form and its key. Raises ScoQuizError without python-docx."""
    if find_spec("docx") is None:
        raise ScoQuizError(f"a document of Word needs python-docx: {install_line('paper')}")
    from sco_quiz.formats.paper.docx import document_of
    from sco_quiz.formats.paper.drawn import drawn_pictures

    files: dict[str, bytes] = {}
    losses: list[Loss] = []
    pictures = drawn_pictures({file: picture for sheet in sheets for file, picture in sheet.pictures.items()})
    drawn = [replace(sheet, pictures=pictures) for sheet in sheets]
    for file, parts in files_of(drawn, settings, name, ".docx"):
        files[file], lost = document_of(parts, settings)
        losses += lost
    return Package(files, tuple(dict.fromkeys(losses)))
