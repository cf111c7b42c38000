"""What the drafting of one question shares: its text as Markdown, its pictures, and what is lost on the way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any

from sco_quiz.core.content import Content, literal
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.drafting.feedback import is_mere_verdict
from sco_quiz.formats.exchange.item import Item, RichText
from sco_quiz.formats.exchange.reasons import named_problem
from sco_quiz.formats.rich_text.reading import Converted, to_markdown

Fields = dict[str, Any]
"""Fields of a question as a file of questions has them."""


# the least that an answer can give or lack
LEAST = Fraction(1, 100)


class Media:
    """The pictures of a file of questions: two that differ never share a path."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._known: dict[tuple[str, bytes], str] = {}
        # each question of Moodle may have its own image.png: trying all numbers for each would take quadratic time
        self._last: dict[str, int] = {}

    def place(self, path: str, data: bytes) -> str:
        """Return a path for a picture: the given one if it is free or has the same picture."""
        if (path, data) not in self._known:
            self._known[path, data] = free = self._free(path)
            self._taken.add(free)
            self._known.setdefault((free, data), free)
        return self._known[path, data]

    def _free(self, path: str) -> str:
        free, original = path, PurePosixPath(path)
        while free in self._taken:
            number = self._last[path] = self._last.get(path, 1) + 1
            free = str(original.with_stem(f"{original.stem}-{number}"))
        return free


@dataclass(slots=True)
class Translator:
    """Turns the text of one item into Markdown, and collects warnings, pictures and the paragraphs that explain."""

    item: Item
    pictures: Media
    problems: list[Problem] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)
    explanations: list[str] = field(default_factory=list)
    lettered: bool = False
    fixed: bool = False

    def text(self, rich: RichText) -> str:
        """Return text as Markdown."""
        if not rich:
            return ""
        converted = to_markdown(rich)
        for lost in converted.lost:
            self.warn("lost-markup", f"not imported: {lost}")
        for message in converted.unseen:
            self.warn("lost-picture", message)
        for tag in converted.hidden:
            message = f"browsers take {quoted(tag)} for a tag and do not show it; here, it is text"
            self.warn("doubtful-text", message, "check the text, and write `<` as `&lt;` in the file")
        return self._with_pictures(converted).strip()

    def _with_pictures(self, converted: Converted) -> str:
        paths = {path: self.pictures.place(path, data) for path, data in converted.media.items()}
        self.media.update((paths[path], data) for path, data in converted.media.items())
        moved = {path: new for path, new in paths.items() if path != new}
        if not moved:
            return converted.markdown
        names = "|".join(map(re.escape, moved))
        return re.sub(rf"\(({names})(?=[) ])", lambda found: f"({moved[found[1]]}", converted.markdown)

    def feedback(self, rich: RichText) -> str:
        """Return feedback as Markdown; nothing for a mere `Correct!` or `Wrong!`, which the program says itself."""
        text = self.text(rich)
        return "" if is_mere_verdict(text) else text

    def explain(self, *texts: RichText) -> None:
        """Add feedback to the explanation, each paragraph once."""
        for text in map(self.feedback, texts):
            if text and text not in self.explanations:
                self.explanations.append(text)

    def warn(self, name: str, message: str, hint: str = "") -> None:
        """Report what is lost or in doubt."""
        self.problems.append(named_problem(name, self.with_name(message), self.item.place, hint))

    def with_name(self, message: str) -> str:
        """Return the message with the name of the question, unless the line of the question shows it."""
        name = self.item.name.strip()
        return f"question `{shorten(name)}`: {message}" if name and name not in self.item.place.text else message


def percent(share: Fraction) -> str:
    """Return a share of the points, such as `33.3 %`."""
    return f"{float(share * 100):.4g} %"


def as_field(share: Fraction) -> str:
    """Return a share of the points as files of questions write it, without loss: `33.33333 %`."""
    return f"{float(share * 100):.7g} %"


def can_be_partial(share: Fraction) -> bool:
    """Return whether an answer of ours can give a share of the points."""
    return LEAST <= share <= 1 - LEAST


def quoted(text: str) -> str:
    """Return text as messages show it."""
    return f"`{shorten(text)}`"


def content_of(markdown: str) -> Content:
    """Return the content of Markdown; what is refused, which validation reports, counts as it is typed."""
    parsed = parse_content(markdown, markup="markdown")
    return literal(markdown) if isinstance(parsed, MarkupError) else parsed


def listed(texts: Iterable[str]) -> str:
    """Return several strings as messages show them."""
    return ", ".join(map(quoted, texts))


def noted(text: str, note: str) -> str | dict[str, str]:
    """Return a wrong option with its note, as files of questions write it."""
    return {text: note} if note else text
