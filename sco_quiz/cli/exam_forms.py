"""The forms of an exam that the options of `form_options` ask for."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.options import filter_of

if TYPE_CHECKING:
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
