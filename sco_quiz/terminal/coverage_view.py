"""What questions use of an article, as text."""

from collections.abc import Iterator, Sequence

from sco_quiz.core.coverage import Kind, ParagraphCoverage, Use
from sco_quiz.core.plural import counted
from sco_quiz.core.shorten import shorten
from sco_quiz.terminal.sanitize import one_line

SHOWN_USES: dict[Use, str] = {"unused": "not used", "shown": "only shown"}
KINDS: tuple[Kind, ...] = ("name", "date", "number")


def render_coverage(paragraphs: Sequence[ParagraphCoverage]) -> str:
    """Render the paragraphs with something that no question asks, then the totals."""
    lines = [line for each in paragraphs if len(each.texts("asked")) < len(each.found) for line in _paragraph(each)]
    asked, shown, unused = (sum(len(each.texts(use)) for each in paragraphs) for use in ("asked", "shown", "unused"))
    found = counted(asked + shown + unused, "number, date or name", "numbers, dates and names")
    where = counted(len(paragraphs), "paragraph")
    lines.append(f"{found} in {where}: {asked} asked, {shown} only shown, {unused} not used.")
    lines.append("Asked: in a prompt or a right answer. Only shown: in a wrong option, note, hint or explanation.")
    return "\n".join(lines) + "\n"


def _paragraph(coverage: ParagraphCoverage) -> Iterator[str]:
    about = coverage.paragraph
    yield f"¶ {about.number} {about.role}{': ' if about.summary else ''}{shorten(about.summary, 80)}"
    for use, title in SHOWN_USES.items():
        for kind in KINDS:
            if texts := coverage.texts(use, kind):
                yield f"  {kind} {title}: {one_line('; '.join(texts))}"
    yield ""
