"""What several questions show: pictures and summaries of paragraphs are in a page once."""

import re
from base64 import b64decode
from collections.abc import Sequence

Json = dict[str, object]
# in HTML, where text never has the bracket of an element; other fields may contain anything
_SHARED = re.compile(r'((?<=<img src=")data:[^"]+|<span class="paragraph"[^>]*>[^<]*</span>)')
_HTML = {
    "setting",
    "prompt",
    "task",
    "options",
    "hint",
    "answer",
    "feedback",
    "explanation",
    "beyond",
    "source",
    "note",
}
_SVG = "data:image/svg+xml;base64,"


def with_shared(questions: Sequence[Json]) -> tuple[list[Json], list[object]]:
    """Return questions whose HTML with shared parts is `{"parts": [text, number, text]}`, and the parts by number."""
    numbers: dict[str, int] = {}

    def share(value: object, name: str = "") -> object:
        match value:
            case dict():
                return {key: share(inside, key) for key, inside in value.items()}
            case list():
                return [share(inside) for inside in value]
            case str() if name in _HTML and len(parts := _SHARED.split(value)) > 1:
                return {
                    "parts": [
                        numbers.setdefault(part, len(numbers)) if index % 2 else part
                        for index, part in enumerate(parts)
                    ]
                }
        return value

    shared = [{name: share(value, name) for name, value in question.items()} for question in questions]
    return shared, [_compact(part) for part in numbers]


def _compact(part: str) -> object:
    """Return a drawing as its text, which is a quarter shorter; everything else as it is."""
    if not part.startswith(_SVG):
        return part
    try:
        return {"svg": b64decode(part.removeprefix(_SVG)).decode()}
    except UnicodeDecodeError:  # in another encoding
        return part
