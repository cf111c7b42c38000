"""Show or write the item analysis of a class, and change the bank as it suggests."""

import shutil
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.cli.options import bank_to_edit
from sco_quiz.cli.output import confirmed, print_text, print_wrapped
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from sco_quiz.app.analysis_changes import Changes
    from sco_quiz.core.class_results import ClassResults
    from sco_quiz.core.item_analysis.analysis import ClassAnalysis
    from sco_quiz.formats.output import OutputFormat


def show_analysis(
    results: "ClassResults", output: Path | None = None, form: "OutputFormat | None" = None
) -> "ClassAnalysis":
    """Print the analysis, or write it in a format; return it."""
    from sco_quiz.app.result_file import write_bytes
    from sco_quiz.core.item_analysis.from_class import analyze_class
    from sco_quiz.terminal.analysis_view import render_analysis

    analysis = analyze_class(results)
    if output and form:
        print_wrapped(f"The analysis is in {write_bytes(output, form.data(analysis))}.")
    else:
        print_wrapped(render_analysis(analysis, min(100, shutil.get_terminal_size().columns)), nl=False)
    return analysis


def suggest_changes(analysis: "ClassAnalysis", bank: Path | None, yes: bool) -> None:
    """Print what the analysis suggests as a diff of the bank; write it with `yes`, or after asking."""
    from sco_quiz.app.analysis_changes import plan_changes, write_changes
    from sco_quiz.core.item_analysis.suggestions import suggestions
    from sco_quiz.core.item_analysis.warnings import MIN_OPTION_ANSWERS
    from sco_quiz.loading.load import read_bank

    folder = bank_to_edit(bank)
    changes = plan_changes(read_bank(folder), suggestions(analysis))
    if not changes:
        print_wrapped(f"Nothing to suggest; a suggestion needs {MIN_OPTION_ANSWERS} answers to a question.")
        return
    _print_diff(changes)
    if yes or confirmed(f"Change {counted(len(changes), 'file')}?"):
        write_changes(changes, folder)
        print_wrapped(f"Changed {counted(len(changes), 'file')}.")


def _print_diff(changes: "Changes") -> None:
    for path, (document, text) in changes.items():
        print_text("\n".join(unified_diff(document.lines, text.split("\n"), str(path), str(path), lineterm="")))
