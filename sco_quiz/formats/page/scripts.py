"""The script of a page: what cards have for questions and typed answers, then the page around them."""

from pathlib import Path

from sco_quiz.card.scripts import QUESTION_FILES, STYLE_FILES, judge_script, read_shared_files
from sco_quiz.core.markup.mathml_style import STYLE

VIEW_FILES = ("words.js", "view_feedback.js", "view_verdicts.js", "view_gaps.js", "view_items.js", "view.js")
# the page around questions; each file uses only functions of those before it while it is read; START begins
SHELL_FILES = (
    "shell.js",
    "practice.js",
    "hand_over.js",
    "reporter.js",
    "result.js",
    "overview.js",
    "kept_test.js",
    "test.js",
    "print.js",
)
START = "script/start.js"
SCHEDULER = "vendor/ts-fsrs.js"
PAGE_STYLES = ("style/view.css", "style/shell.css")


def page_script(reporter: str = "") -> str:
    """Return the whole script of a page, which leaves no global behind; `reporter` is a script that sets its own."""
    shell = "".join(_read(f"script/{name}") for name in SHELL_FILES)
    parts = (question_script(), schedule_script(), shell, reporter, _read(START))
    return _dense(f'(function () {{\n"use strict";\n{"".join(parts)}}})();\n')


def schedule_script() -> str:
    """Return the functions that schedule practice, with the scheduler as a module in its own scope."""
    module = f"var FSRS = {{}};\n(function (exports, module) {{\n{_read(SCHEDULER)}\n}})(FSRS, {{}});\n"
    return module + _read("script/store.js") + _read("script/schedule.js")


def _dense(text: str) -> str:
    """Return a script without comments on lines of their own and without indentation: no string of ours has lines."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


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
