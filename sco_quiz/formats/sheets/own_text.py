"""Text of questions without markup as Markdown that says the same."""

from collections.abc import Mapping
from typing import Any

from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.fields import has_markup
from sco_quiz.formats.rich_text.gaps import escaped_gaps
from sco_quiz.formats.rich_text.literal import escaped, escaped_part


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
        marked["prompt"] = escaped_gaps(prompt)
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
