"""Text of questions without markup as Markdown that says the same."""

from collections.abc import Mapping
from typing import Any

from sco_quiz.core.gap_syntax import FoundGap, MarkupError, find_gaps
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.fields import has_markup
from sco_quiz.formats.exchange.item import marker
from sco_quiz.formats.rich_text.literal import escaped, escaped_in_gap, escaped_part


def as_markdown(kind: type[AnyQuestion], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a question whose text is literal with all of it as Markdown."""
    fields = kind.model_fields
    marked = {
        name: _escaped(value) if name in fields and has_markup(fields[name]) else value
        for name, value in values.items()
    }
    prompt, correction = values.get("prompt", ""), values.get("correction")
    if isinstance(correction, dict):
        marked["prompt"], marked["correction"] = _corrected(prompt, correction)
    elif hasattr(kind, "gaps"):
        marked["prompt"] = _with_gaps(prompt)
    return marked


def _escaped(value: Any) -> Any:
    match value:
        case str():
            return escaped(value)
        case dict() if "references" in value:
            return {**value, "text": escaped(value["text"])}
        case dict():
            return {escaped(left): _escaped(right) for left, right in value.items()}
        case _:
            return [_escaped(item) for item in value]


def _corrected(prompt: str, correction: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return a statement in which the wrong words are found as they are in the correction."""
    return escaped_part(prompt.strip()), {escaped_part(wrong): escaped(right) for wrong, right in correction.items()}


def _with_gaps(prompt: str) -> str:
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
