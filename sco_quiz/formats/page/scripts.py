"""The script of a page: what cards have for questions and typed answers, then the page around them."""

from pathlib import Path

from sco_quiz.card.scripts import QUESTION_FILES, judge_script, read_shared_files

VIEW_FILES = ("words.js", "view.js")


def question_script() -> str:
    """Return the functions that show and judge questions, without the page around them."""
    files = read_shared_files()
    return judge_script(files) + "".join(files[name] for name in QUESTION_FILES) + "".join(map(_read, VIEW_FILES))


def _read(name: str) -> str:
    return (Path(__file__).parent / "script" / name).read_text("utf-8")
