"""Check the markup of questions: pictures that cannot be shown, addresses that become no link, wrong formulas."""

import re
from collections.abc import Iterator
from typing import assert_never

from sco_quiz.core.content import literal
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.markup.addresses import is_safe
from sco_quiz.core.markup.parse import Markup, parse_content
from sco_quiz.core.nodes import (
    Code,
    Correction,
    Emphasis,
    GapMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Plain,
    Strong,
    Subscript,
    Superscript,
    walk,
)
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.picture import describes
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.loading.hints import hint_for_refusal
from sco_quiz.loading.pictures import Flaw, PictureFolder
from sco_quiz.loading.positions import Origin

# what is left of commands such as \theta and \nu in double quotes
_EATEN = re.compile(r"\$[^$]*?(\t[a-z]|\n(?:u\b|abla|eq?\b|ot|i\b|exists))[^$]*\$")

_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)


def check_markup(question: AnyQuestion, origin: Origin, pictures: PictureFolder) -> list[Problem]:
    """Report what surfaces could not render in a question's text, each with its position; nothing in plain text."""
    if question.markup == "plain":
        return []
    return [problem for part in question.parts() for problem in _Text(origin, part, pictures).problems()]


def check_setting(setting: str, markup: Markup, origin: Origin, pictures: PictureFolder) -> list[Problem]:
    """Report the same in the setting of a bank or a file of questions, which questions inherit."""
    if markup == "plain" or not setting:
        return []
    parsed = parse_content(setting, markup=markup)
    part = Part(("setting",), Role.SETTING, literal(setting) if isinstance(parsed, MarkupError) else parsed)
    return list(_Text(origin, part, pictures).problems())


class _Text:
    """One text of a question, its position and the pictures that it may show."""

    def __init__(self, origin: Origin, part: Part, pictures: PictureFolder) -> None:
        self._origin, self._part, self._pictures = origin, part, pictures

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of its nodes, or the one that kept it from being parsed."""
        content = self._part.content
        eaten = _EATEN.search(content.source)
        if eaten and self._is_in_double_quotes():
            yield self._eaten(eaten[1])
            return
        # a question shows text that cannot be parsed as it is typed; hidden words have been parsed with their prompt
        hidden = self._part.path == ("prompt",) and self._part.role is not Role.PROMPT
        again = content.is_literal and not hidden
        parsed = parse_content(content.source, markup="markdown") if again else content
        if isinstance(parsed, MarkupError):
            yield self._problem(parsed.name, parsed.message, parsed.part, hint_for_refusal(parsed.name, None))
            return
        for node in walk(parsed.inlines):
            yield from self._of_node(node)

    def _is_in_double_quotes(self) -> bool:
        place = self._origin.place(self._part.path)
        return place.text.startswith('"', place.column - 1)

    def _eaten(self, command: str) -> Problem:
        escape, meaning = (r"\t", "a tab") if command[0] == "\t" else (r"\n", "a line feed")
        message = f"`{escape}` is {meaning} in double quotes, not the beginning of a command"
        hint = "use single quotes, or write the backslash twice"
        return self._problem("bad-escape", message, command, hint)

    def _of_node(self, node: Inline) -> Iterator[Problem]:
        match node:
            case Image():
                yield from self._image(node)
            case Link(_, url):
                if not is_safe(url):
                    yield self._link(url)
            case Math(tex):
                yield from self._formula(tex)
            case Plain() | Emphasis() | Strong() | Code() | Subscript() | Superscript() | LineBreak():
                pass
            case GapMark() | Correction():
                pass
            case _:
                assert_never(node)

    def _image(self, image: Image) -> Iterator[Problem]:
        found = self._pictures.find(image.file)
        if isinstance(found, Flaw):
            yield self._problem(found.name, found.message, image.markup, found.hint)
        if not describes(image.alt):
            message = "the picture has no alternative text"
            if image.alt:
                message = f"the alternative text `{shorten(image.alt, 60)}` does not say what the picture shows"
            hint = f"say what it shows, for learners who cannot see it: `![what it shows]({image.file})`"
            yield self._problem("missing-alternative-text", message, image.markup, hint)

    def _link(self, url: str) -> Problem:
        hint = "write an address that starts with https://, or a backslash before [ if this is not a link"
        if _PICTURE.search(url):
            hint = f"show a picture with an exclamation mark: `![what it shows]({shorten(url, 60)})`"
        if url.startswith("www."):
            hint = f"write https://{url}"
        message = (
            f"`{shorten(url, 40)}` is not the address of a web page or mailbox" if url else "the link has no address"
        )
        return self._problem("unsafe-address", message, url or "]()", hint)

    def _formula(self, tex: str) -> Iterator[Problem]:
        from sco_quiz.core.markup.formulas import formula_problem  # slow to import, and most banks have no formulas

        if found := formula_problem(tex):
            hint = f"write `{found.meant}`" if found.meant else f"correct the formula `{_shortened(tex)}`"
            if found.message.startswith("unsupported") and not found.meant:
                hint = "write the formula without it"
            yield self._problem(found.name, found.message, self._unique(tex, found.part), hint)

    def _unique(self, tex: str, part: str) -> str:
        """Return a part of a formula, or all up to it where the text has the same part before."""
        source = self._part.content.source
        is_first = source.find(part) == source.find(tex) + tex.find(part)
        return part if is_first else tex[: tex.find(part) + len(part)]

    def _problem(self, name: str, message: str, part: str, hint: str) -> Problem:
        place = self._origin.place(self._part.path, part=part)
        return Problem(name, message, place, hint, question=self._origin.question, path=self._part.path)


def _shortened(tex: str) -> str:
    return shorten(" ".join(tex.split()), 60)
