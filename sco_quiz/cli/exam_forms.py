"""The forms of an exam that the options of `form_options` ask for."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.options import filter_of
from sco_quiz.cli.output import print_text, print_wrapped

if TYPE_CHECKING:
    from sco_quiz.app.exam import ExamRules
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.blueprint.model import Blueprint
    from sco_quiz.core.exam_form import ExamForm

Options = Mapping[str, Any]
_SELECTING = ("topics", "kinds", "levels", "tags", "paragraphs", "number", "everything")


def forms_of(bank: "Bank", options: Options, count: int = 1, each: int | None = None) -> tuple["ExamForm", ...]:
    """Draw `count` forms: as the blueprint says, else of the questions that pass the filters.

    Of an exam that is drawn for each learner, draw `each` forms (default: `count`). Without -n, --seed and a blueprint,
    a single form has all questions in study order. Raises SelectionError or BankError.
    """
    from sco_quiz.core.blueprint.draw import draw_forms, plain_forms, whole_form

    blueprint, seed = blueprint_of(bank, options), options["seed"]
    if blueprint:
        number = each if each and blueprint.draw == "each" else count
        return draw_forms(bank, blueprint, blueprint.seed if seed is None else seed, number)
    wanted = filter_of(options)
    if count == 1 and options["number"] is None and seed is None:
        return (whole_form(bank, wanted),)
    return plain_forms(bank, wanted, None if options["everything"] else options["number"], seed or 0, count)


def blueprint_of(bank: "Bank", options: Options) -> "Blueprint | None":
    """Return the blueprint that the options name; that of the bank if no other option selects questions.

    Raises UsageError for a blueprint together with such an option, BankError for one with mistakes.
    """
    file: Path | None = options["blueprint"]
    selecting = selects(options)
    if file is None:
        return None if selecting else bank.exam
    if selecting:
        raise click.UsageError("use --blueprint without TOPICS, filters, -n and --all: it says which questions to draw")
    from sco_quiz.loading.blueprint_file import read_blueprint

    return read_blueprint(file, bank)


def selects(options: Options) -> bool:
    """Whether an option beside --blueprint says which questions to draw."""
    return any(options[name] for name in _SELECTING)


def print_sections(bank: "Bank", blueprint: "Blueprint | None", seed: int | None) -> int:
    """Print what each section wants and gets, and whether a form has enemies; return 1 if a section stays short.

    Raises SelectionError without a blueprint.
    """
    from shutil import get_terminal_size

    from sco_quiz.core.blueprint.draw import draw, filling
    from sco_quiz.core.errors import SelectionError
    from sco_quiz.core.figures import points_in_words
    from sco_quiz.core.plural import counted
    from sco_quiz.terminal.blueprint_view import render_filling

    if blueprint is None:
        raise SelectionError("there are no sections to check: write `exam:` into bank.yaml, or use --blueprint FILE")
    sections = filling(bank, blueprint)
    print_text(render_filling(sections, get_terminal_size().columns))
    if short := [section for section in sections if section.short]:
        print_wrapped(f"The bank cannot fill {counted(len(short), 'section')}, marked by !.", err=True)
        return 1
    form = draw(bank, blueprint, blueprint.seed if seed is None else seed)
    print_wrapped(f"The bank can fill the exam: {counted(len(form.items), 'question')}, {points_in_words(form.most)}.")
    _print_enemies(bank, form)
    return 0


def print_outline(bank: "Bank", form: "ExamForm", rules: "ExamRules") -> None:
    """Print the sections of an exam that begins, its rules, and what chooses other questions."""
    from sco_quiz.core.durations import in_words
    from sco_quiz.core.figures import points_in_words
    from sco_quiz.core.plural import counted
    from sco_quiz.terminal.blueprint_view import outline

    limit = f"; {in_words(rules.time_limit)}" if rules.time_limit else ""
    size = f"{counted(len(form.items), 'question')}, {points_in_words(form.most)}"
    print_wrapped(
        f"{form.title}: exam with {size}, by its blueprint (-n or --all draw others){limit}; "
        f"pass mark {rules.pass_mark} %; ? shows the keys"
    )
    for line in outline(form):
        print_wrapped(f"- {line}")
    _print_enemies(bank, form)
    print_text("")


def _print_enemies(bank: "Bank", form: "ExamForm") -> None:
    """Print how many questions of a form give another one away, if any does."""
    from sco_quiz.core.blueprint.draw import enemies_in
    from sco_quiz.core.plural import counted

    if pairs := enemies_in(bank, form):
        print_wrapped(f"{counted(pairs, 'pair')} of questions remain where one gives the other away.")
