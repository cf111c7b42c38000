"""The table of formats: every line names a module that renders its subject."""

from importlib import import_module
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from sco_quiz.cli.commands import check, export
from sco_quiz.core.bank import Bank
from sco_quiz.core.exam import ExamRecord
from sco_quiz.core.report import Report
from sco_quiz.core.statistics import Statistics
from sco_quiz.formats import FORMATS, format_for, formats_of
from sco_quiz.formats.format import Format, Subject

VALUES = {"bank": Bank, "report": Report, "exam": ExamRecord, "statistics": Statistics}


def test_each_subject_has_formats_with_names_of_their_own() -> None:
    assert set(VALUES) == set(get_args(Subject))
    assert len(FORMATS) == sum(len(formats_of(subject)) for subject in get_args(Subject))
    for subject in get_args(Subject):
        suffixes = [suffix for form in formats_of(subject).values() for suffix in form.suffixes]
        assert len(set(suffixes)) == len(suffixes)
        assert suffixes


@pytest.mark.parametrize("form", [form for form in FORMATS if form.module], ids=lambda form: form.module)
def test_a_module_renders_its_subject_as_text(form: Format) -> None:
    render = import_module(f"sco_quiz.formats.{form.module}").render
    value, text = get_type_hints(render).values()
    assert (value, text) == (VALUES[form.subject], str)


def test_a_format_without_a_module_has_a_command() -> None:
    assert {form.name for form in FORMATS if not form.module} == {"anki"}
    assert set(export.command.commands) == set(formats_of("bank"))


def test_check_offers_each_format_of_a_report() -> None:
    (option,) = [parameter for parameter in check.command.params if parameter.name == "form"]
    assert list(getattr(option.type, "choices", [])) == ["text", *formats_of("report")]


def test_the_suffix_of_a_file_means_a_format() -> None:
    found = {name: format_for("exam", Path(name)) for name in ("a.json", "a.HTM", "a.html", "a.txt", "a")}
    assert [form and form.name for form in found.values()] == ["json", "html", "html", None, None]
