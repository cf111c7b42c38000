"""Turn Markdown that has no markup into plain text, for topics whose text is plain."""

from collections.abc import Iterable, Mapping
from typing import Any

from sco_quiz.core.content import Content
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.nodes import GapMark, Inline, LineBreak, Paragraph, Plain

# the fields of every kind that are not text
_NO_TEXT = frozenset(Question.model_fields) - {"setting", "prompt", "explanation", "hint", "reason"}


def plain_values(values: Mapping[str, Any], gaps: bool) -> dict[str, Any] | None:
    """Return the values of a question with plain text; None if text has markup, which would be lost.

    `gaps` says that the prompt has gaps.
    """
    try:
        return {
            name: value if name in _NO_TEXT else _plain(value, gaps and name == "prompt")
            for name, value in values.items()
        }
    except _MarkedUpError:
        return None


class _MarkedUpError(Exception):
    """Text has markup, which plain text cannot show."""


def _plain(value: Any, gaps: bool = False) -> Any:
    match value:
        case str():
            return _unescaped(value, gaps)
        case Mapping():
            return {_plain(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def _unescaped(text: str, gaps: bool) -> str:
    parsed = parse_content(text, gaps, "markdown")
    if isinstance(parsed, MarkupError):
        return text  # reported when the question is validated
    return _source(parsed)


def _source(content: Content) -> str:
    blocks = content.blocks
    if not all(isinstance(block, Paragraph) for block in blocks):
        raise _MarkedUpError
    return "\n\n".join(_inline(block.inlines) for block in blocks if isinstance(block, Paragraph))


def _inline(nodes: Iterable[Inline]) -> str:
    return "".join(map(_node, nodes))


def _node(node: Inline) -> str:
    match node:
        case Plain(text):
            return text
        case LineBreak():
            return "\n"
        case GapMark(number, hidden, hint, in_code=False):
            words = _inline(hidden).replace("::", r"\:\:")
            return f"{{{{c{number}::{words}{f'::{hint}' if hint else ''}}}}}"
    raise _MarkedUpError
