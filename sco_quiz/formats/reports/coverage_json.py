"""What questions use of an article as a JSON array: an object for each paragraph, with what was found in it."""

import json
from collections.abc import Iterable

from sco_quiz.core.coverage import ParagraphCoverage


def render_coverage(paragraphs: Iterable[ParagraphCoverage]) -> str:
    """Return the JSON array. `use` is `asked`, `shown` or `unused`, `kind` is `name`, `date` or `number`."""
    shown = [
        {
            "paragraph": each.paragraph.number,
            "role": each.paragraph.role,
            "found": [{"kind": usage.kind, "text": usage.text, "use": usage.use} for usage in each.found],
        }
        for each in paragraphs
    ]
    return json.dumps(shown, ensure_ascii=False, indent=2)
