"""The table of formats: every line names a module that renders its subject."""

from importlib import import_module
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from sco_quiz.cli.commands import check, export
from sco_quiz.core.class_results import ClassResults
from sco_quiz.core.exam import ExamRecord
from sco_quiz.core.item_analysis.analysis import ClassAnalysis
from sco_quiz.core.report import Report
from sco_quiz.core.statistics import Statistics
from sco_quiz.formats import FORMATS, OUTPUTS, output_for, outputs_of
from sco_quiz.formats.format import Format
from sco_quiz.formats.output import OutputFormat, Subject

VALUES = {
    "report": Report,
    "exam": ExamRecord,
    "class": ClassResults,
    "analysis": ClassAnalysis,
    "statistics": Statistics,
}


def test_each_subject_has_formats_with_names_of_their_own() -> None:
    assert set(VALUES) == set(get_args(Subject))
    assert len(OUTPUTS) == sum(len(outputs_of(subject)) for subject in get_args(Subject))
    for subject in get_args(Subject):
        suffixes = [suffix for form in outputs_of(subject).values() for suffix in form.suffixes]
        assert len(set(suffixes)) == len(suffixes)
        assert suffixes


@pytest.mark.parametrize("form", OUTPUTS, ids=lambda form: form.module)
def test_a_module_renders_its_subject(form: OutputFormat) -> None:
    render = import_module(f"sco_quiz.formats.{form.module}").render
    value, text = get_type_hints(render).values()
    assert (value, text) == (VALUES[form.subject], bytes if form.name == "xlsx" else str)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_names_modules_that_read_and_write_it(form: Format) -> None:
    for module, functions in ((form.reader, ("parse", "is_like")), (form.writer, ("write",))):
        assert all(callable(getattr(import_module(f"sco_quiz.formats.{module}"), name)) for name in functions if module)
    assert form.reader or form.writer


def test_no_two_formats_share_a_name() -> None:
    names = [name for form in FORMATS for name in (form.name, *form.aliases)]
    assert len(set(names)) == len(names)


def test_each_format_that_is_written_has_a_command() -> None:
    with_settings = {"anki", "page", "paper", "scorm"}  # what is written with settings of its own
    assert set(export.command.commands) == {*with_settings, *(form.name for form in FORMATS if form.writer)}


def test_check_offers_each_format_of_a_report() -> None:
    (option,) = [parameter for parameter in check.command.params if parameter.name == "form"]
    assert list(getattr(option.type, "choices", [])) == ["text", *outputs_of("report")]


def test_the_suffix_of_a_file_means_a_format() -> None:
    found = {name: output_for("exam", Path(name)) for name in ("a.json", "a.HTM", "a.html", "a.txt", "a")}
    assert [form and form.name for form in found.values()] == ["json", "html", "html", None, None]
