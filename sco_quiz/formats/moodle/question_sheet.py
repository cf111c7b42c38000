"""The text of one question on its way to Moodle XML, and what of it is lost."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Option
from sco_quiz.core.nodes import Code, CodeBlock, Inline, LineBreak, Paragraph, Plain, inlines_of, inside, walk
from sco_quiz.core.picture import Picture
from sco_quiz.core.place import KeyPath
from sco_quiz.formats.exchange.xml_output import element, text_element
from sco_quiz.formats.moodle.pictures import address_of, files_of
from sco_quiz.formats.package import Loss
from sco_quiz.formats.rich_text.writing import Gap, html_of

_TAB = "\t"


@dataclass(slots=True)
class QuestionSheet:
    """Writes the text of a question, and collects its losses."""

    question: str
    pictures: Mapping[str, Picture]
    losses: list[Loss] = field(default_factory=list)

    def lose(self, path: KeyPath, name: str, what: str) -> None:
        """Declare that a part is not written."""
        self.losses.append(Loss(self.question, path, name, what))

    def html(self, content: Content, gap: Gap | None = None) -> str:
        """Return content as HTML."""
        return html_of(content, address_of, gap) if gap else html_of(content, address_of)

    def rich(self, name: str, path: KeyPath, content: Content) -> str:
        """Return an element with content as HTML."""
        return self.rendered(name, self.html(content), {path: content})

    def rendered(self, name: str, html: str, contents: Mapping[KeyPath, Content]) -> str:
        """Return an element with HTML that was rendered from contents."""
        return element(name, self.inside(html, contents), format="html")

    def inside(self, html: str, contents: Mapping[KeyPath, Content]) -> str:
        """Return what is inside an element for HTML: its text and the pictures of the contents behind it."""
        files: dict[str, str] = {}
        for path, content in contents.items():
            if _has_tab(content):
                self.lose(path, "lost-markup", "a tab is a space in HTML")
            found, missing = files_of(content.images, self.pictures)
            files |= found
            for file in missing:
                self.lose(path, "lost-picture", f"the picture `{file}` cannot be read; its alternative text remains")
        return text_element("text", html) + "".join(files.values())

    def plain(self, content: Content, path: KeyPath, where: str) -> str:
        """Return content without markup; what is lost is declared. `where` says why, such as `typed answers`."""
        if content.images:
            self.lose(path, "lost-picture", f"{where} have no pictures in Moodle; the alternative text is written")
        elif not _is_words(content):
            self.lose(path, "lost-markup", f"{where} have no markup in Moodle; the plain words are written")
        return content.plain

    def feedback(self, option: Option, path: KeyPath) -> str:
        """Return the feedback on an option."""
        return self.rich("feedback", (*path, "note"), option.note) if option.note else ""


def _has_tab(content: Content) -> bool:
    blocks = (block for block in content.blocks if not isinstance(block, CodeBlock))
    return any(isinstance(node, Plain) and _TAB in node.text for node in _outside_code(inlines_of(blocks)))


def _outside_code(nodes: Iterable[Inline]) -> Iterator[Inline]:
    for node in nodes:
        if not isinstance(node, Code):
            yield node
            yield from _outside_code(inside(node))


def _is_words(content: Content) -> bool:
    return all(isinstance(block, Paragraph) for block in content.blocks) and all(
        isinstance(node, Plain | LineBreak) for node in walk(content.inlines)
    )
