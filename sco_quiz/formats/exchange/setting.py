"""The setting of a question in a file of HTML: an element above the prompt, with a class that readers know."""

import re
from dataclasses import replace

from sco_quiz.formats.exchange.item import NO_TEXT, RichText

_OPENING = '<div class="sco-quiz-setting">'
_ELEMENT = re.compile(rf"\s*{_OPENING}(.*?)</div>\s*", re.DOTALL)


def below_setting(setting: str, prompt: str) -> str:
    """Return the HTML of a prompt below that of its setting, if it has one."""
    return f"{_OPENING}{setting}</div>{prompt}" if setting else prompt


def split_setting(text: RichText) -> tuple[RichText, RichText]:
    """Return the setting above a prompt, and the prompt without it."""
    found = _ELEMENT.match(text.source) if text.form == "html" else None
    if not found:
        return NO_TEXT, text
    return replace(text, source=found[1]), replace(text, source=text.source[found.end() :])
