"""`sco-quiz preview`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.display import draws, save_picture, show_blocks
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import FILE, bank_option, complete_id, plain_option
from sco_quiz.cli.output import print_text
from sco_quiz.cli.sound_bank import sound_bank
from sco_quiz.core.plural import counted
from sco_quiz.disk.reading import real_path

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.kinds import AnyQuestion


@click.command(context_settings=HELP)
@click.argument("question_id", metavar="ID", shell_complete=complete_id)
@click.option("--card", is_flag=True, help="Write a page that shows the question as an Anki card.")
@click.option("-o", "--output", type=FILE, help="File for --card. Default: preview-<ID>.html.")
@click.option("--svg", type=FILE, metavar="FILE", help="Write a picture of the terminal instead.")
@click.option("--open", "in_browser", is_flag=True, help="Open the page of --card in your browser.")
@plain_option
@bank_option
def command(
    question_id: str,
    card: bool,
    output: Path | None,
    svg: Path | None,
    in_browser: bool,
    plain: bool,
    bank: Path | None,
) -> None:
    """Show the question ID as students see it, before and after the right answer.

    The terminal shows it as in a quiz. With --card, an HTML page shows the front and back of its Anki card (of each
    card, if it has several gaps): in light and dark mode, on a phone and on a desktop. -o and --open imply --card.

    \b
    Examples:
      sco-quiz preview most-urgent
      sco-quiz preview most-urgent --card --open
      sco-quiz preview my-question --bank my-bank/ --card -o card.html
    """
    from sco_quiz.app.bank_names import find_question
    from sco_quiz.terminal.preview import preview_blocks

    loaded = sound_bank(bank)
    question = find_question(loaded, question_id, bank)
    if svg:
        save_picture(preview_blocks(loaded, question, drawn=True), svg, f"sco-quiz preview {question.id}")
    elif card or output or in_browser:
        _write_page(loaded, question, output or Path(f"preview-{question.id}.html"), in_browser)
    else:
        show_blocks(*preview_blocks(loaded, question, drawn=draws() and not plain), plain=plain, bank=loaded)


def _write_page(bank: "Bank", question: "AnyQuestion", path: Path, in_browser: bool) -> None:
    import webbrowser

    from sco_quiz.anki.notes import plan_note
    from sco_quiz.anki.package import read_note_types, read_preview_page
    from sco_quiz.anki.preview import preview_renderer, render_preview
    from sco_quiz.app.result_file import write_result

    note = plan_note(bank, question, preview_renderer(bank.pictures))
    write_result(path, [render_preview(read_preview_page(), note, read_note_types())])
    more = "" if in_browser else "; open it in your browser"
    print_text(f"{path}: {counted(len(note.cards), 'card')} of `{question.id}`, front and back{more}")
    # False where no browser is installed, such as on a server.
    if in_browser and not webbrowser.open(real_path(path).as_uri()):
        print_text(f"No browser found; open {path} yourself.", err=True)
