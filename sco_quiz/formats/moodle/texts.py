"""Text of Moodle XML, with the pictures that are embedded in it."""

import binascii
from base64 import b64decode
from pathlib import PurePosixPath

from sco_quiz.core.character_references import decoded
from sco_quiz.core.html_tags import without_tags
from sco_quiz.formats.exchange.item import NO_TEXT, RichText, TextForm
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.moodle.findings import Findings

PLUGINFILE = "@@PLUGINFILE@@"
_FORMS: dict[str, TextForm] = {
    "html": "html",
    "plain_text": "plain",
    "plain": "plain",
    "moodle_auto_format": "moodle",
    "markdown": "markdown",
}


def form_of(element: Element | None, default: TextForm = "html") -> TextForm:
    """Return the form of text, by default that of the question."""
    return _FORMS.get(element.attributes.get("format", ""), default) if element else default


def source_of(element: Element | None) -> str:
    """Return text as the file has it, without the space around it, which Moodle drops, too."""
    if element is None:
        return ""
    text = element.find("text")
    # very old files have no <text> inside
    return (text.markup if text else element.text).strip()


def rich_text(element: Element | None, findings: Findings, default: TextForm = "html") -> RichText:
    """Return text with its pictures."""
    if element is None:
        return NO_TEXT
    source, text = source_of(element), element.find("text")
    if (count := len(element.elements("text"))) > 1:
        message = f"<{element.name}> has {count} elements <text>; only the first is read, as in Moodle"
        findings.warn("doubtful-text", message, "put all into the first one")
    if (form := element.attributes.get("format", "html")) not in _FORMS:
        findings.warn("doubtful-text", f"the format `{form[:20]}` is not known; the text is read as HTML")
    if text and text.elements():
        message = f"the tag <{text.elements()[0].name}> in the text is not escaped, so Moodle refuses the question"
        findings.warn("doubtful-text", message, "put the text into <![CDATA[…]]>")
    return RichText(source, form_of(element, default), _files(element, findings)) if source else NO_TEXT


def with_old_image(prompt: RichText, question: Element, findings: Findings) -> RichText:
    """Return a prompt with the picture that Moodle 1.9 wrote beside it."""
    name = question.value("image").rpartition("/")[2]
    data = _decoded(question.value("image_base64"), name, findings) if name else None
    if data is None:
        return prompt
    source = f'{prompt.source} <img src="{PLUGINFILE}/{name}" />'
    return RichText(source, prompt.form, {**prompt.files, name: data})


def plain_text(html: str) -> str:
    """Return the words of HTML, to compare them.

    >>> plain_text("<p>Your answer is&nbsp;correct.</p>")
    'Your answer is correct.'
    """
    return " ".join(decoded(without_tags(html)).split())


def _files(element: Element, findings: Findings) -> dict[str, bytes]:
    """Return the embedded files by their path: the text has it after the placeholder, with percent signs."""
    found: dict[str, bytes] = {}
    for file in element.elements("file"):
        path = str(PurePosixPath("/", file.attributes.get("path", "/"), file.attributes.get("name", "")))[1:]
        data = _decoded(file.text, path, findings)
        if data is not None:
            found[path] = data
    return found


def _decoded(text: str, name: str, findings: Findings) -> bytes | None:
    try:
        data = b64decode("".join(text.split()), validate=True)
    except binascii.Error:
        data = b""
    if not data:
        findings.warn("lost-picture", f"the embedded file `{name[:60]}` is damaged or empty", "export it again")
        return None
    return data
