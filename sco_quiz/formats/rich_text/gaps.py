"""Gaps of text without markup, in Markdown that says the same."""

from sco_quiz.core.found_gap import FoundGap, MarkupError
from sco_quiz.core.gap_syntax import find_gaps
from sco_quiz.formats.exchange.item import marker
from sco_quiz.formats.rich_text.literal import escaped, escaped_in_gap


def escaped_gaps(prompt: str) -> str:
    r"""Return the prompt of a cloze without markup as Markdown with the same gaps.

    >>> escaped_gaps("*{{c1::a_b_::x}}")
    '*{{c1::a_b_::x}}'
    """
    gaps = find_gaps(prompt)
    if isinstance(gaps, MarkupError):
        return escaped(prompt)  # validation says what is wrong with the gaps
    parts, end = [], 0
    for number, gap in enumerate(gaps):
        parts += [prompt[end : gap.start], marker(number)]
        end = gap.end
    text = escaped("".join([*parts, prompt[end:]]), gaps=True)
    for number, gap in enumerate(gaps):
        text = text.replace(marker(number), _gap(gap))
    return text


def _gap(gap: FoundGap) -> str:
    hint = gap.hint.replace("::", "\\:\\:").replace("{", "\\{").replace("}", "\\}")
    return f"{{{{c{gap.number}::{escaped_in_gap(gap.hidden)}{f'::{hint}' if hint else ''}}}}}"
