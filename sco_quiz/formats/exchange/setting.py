"""The setting of a question in a file of HTML: a paragraph above the prompt, with a class that readers know."""

import re
from dataclasses import replace

from sco_quiz.formats.exchange.item import NO_TEXT, RichText

_OPENING = '<p class="sco-quiz-setting">'
_PARAGRAPH = re.compile(rf"\s*{_OPENING}(.*?)</p>\s*", re.DOTALL)


def below_setting(setting: str, prompt: str) -> str:
    """Return the HTML of a prompt below that of its setting, if it has one."""
    return f"{_OPENING}{setting}</p>{prompt}" if setting else prompt


def split_setting(text: RichText) -> tuple[RichText, RichText]:
    """Return the setting above a prompt, and the prompt without it."""
    found = _PARAGRAPH.match(text.source) if text.form == "html" else None
    if not found:
        return NO_TEXT, text
    return replace(text, source=found[1]), replace(text, source=text.source[found.end() :])
