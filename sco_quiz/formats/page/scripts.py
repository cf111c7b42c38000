"""The script of a page: what cards have for questions and typed answers, then the page around them."""

from pathlib import Path

from sco_quiz.card.scripts import QUESTION_FILES, STYLE_FILES, judge_script, read_shared_files
from sco_quiz.core.markup.mathml_style import STYLE

VIEW_FILES = ("words.js", "view_feedback.js", "view_verdicts.js", "view_gaps.js", "view_items.js", "view.js")
# the page around questions; each file uses only functions of those before it while it is read, start.js starts
SHELL_FILES = ("store.js", "schedule.js", "shell.js", "practice.js", "reporter.js", "result.js", "test.js", "start.js")
SCHEDULER = "vendor/ts-fsrs.js"
PAGE_STYLES = ("style/view.css", "style/shell.css")


def page_script() -> str:
    """Return the whole script of a page, which leaves no global behind."""
    shell = "".join(_read(f"script/{name}") for name in SHELL_FILES)
    # a module of its own, whose name is the one that the scheduler gives itself
    scheduler = f"var FSRS = {{}};\n(function (exports, module) {{\n{_read(SCHEDULER)}\n}})(FSRS, {{}});\n"
    return f'(function () {{\n"use strict";\n{scheduler}{question_script()}{shell}}})();\n'


def page_style() -> str:
    """Return the style of a page: that of cards, then that of the page around them."""
    files = read_shared_files()
    return "".join(files[name] for name in STYLE_FILES) + STYLE + "".join(map(_read, PAGE_STYLES))


def question_script() -> str:
    """Return the functions that show and judge questions, without the page around them."""
    files = read_shared_files()
    return (
        judge_script(files)
        + "".join(files[name] for name in QUESTION_FILES)
        + "".join(_read(f"script/{name}") for name in VIEW_FILES)
    )


def _read(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")
